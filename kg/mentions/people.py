"""Names of persons, where a post or a verb makes one expected.

A name is not guessed anywhere in the text: `name_at` is asked where one is likely (right behind a post, after 任命) and
weighs every possible length of name against reading the same characters as ordinary words. Both are likelihoods: the
name's from the characters of names that jieba's dictionary lists (`kg/data/names`), the words' from its frequencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.lexicons import load
from kg.mentions.foreign_names import DOTTED, LONGEST_DOTTED, dotted_before, dotted_name, tibetan_name, undotted_name
from kg.mentions.name_likelihood import MAY_BE_FOREIGN, name_log, surname_beginnings
from kg.mentions.name_match import CLOSERS, ENDS_NAME, HAN, NameMatch
from kg.mentions.words import cut, log_probability, ordinary_log_probability, tag_of

# 总裁John Smith表示; one word alone may be a brand
LATIN_NAME = re.compile(r"[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]*\.?){1,3}(?![A-Za-zà-ÿ])")
LATIN_MARGIN = 5.0
ALL_HAN = re.compile(rf"{HAN}+")
OPEN = re.compile(rf"[^{re.escape(CLOSERS)}]*")
WINDOW = 7
ENDS_CLAUSE = 2.0  # a name likes to end where the clause does
NAMED_ELSEWHERE = 8.0
PRIOR = 4.0  # behind a post a name is the rule; measured on 861 posts with a name behind them, see tests
NO_PERSON = "某"  # 李某, 李某某: the article keeps the name back
NOT_AT_THE_END = "村乡县区"  # 镇长江村: the end of a place's name
SURE_MARGIN = -14.0  # behind the name stands 同志
LONG_VERB, SHORT_VERB = 3.0, 1.5
NO_WORD_TAGS = ("x", "n", "ng", "nr", "nrfg", "nrt", "zg")  # no verb and no particle
RARE = -10.3  # log probability of a character that hardly stands alone
MARGIN = 1.0  # natural-log units by which the name must beat the words
NEARLY = -3.0  # a name that comes so near is told as turned down
TO_A_STATE = re.compile(r"向[菲美日韩俄英法德印越朝泰澳加欧台港中].?")  # 大使向菲副外长表明
SPOKEN = 2.0  # margin of a name that only speaks elsewhere


@cache
def _never() -> frozenset[str]:
    return frozenset(load("people")["never_names"])


def _not_a_name(name: str) -> bool:
    """Whether the article only points at somebody (李某, 李先生), or the last character is a place's."""
    return (
        NO_PERSON in name
        or TO_A_STATE.fullmatch(name) is not None
        or name[1:].startswith(load("people")["no_given_names"])
        or name[1] in NOT_AT_THE_END
        or name[-1] in NOT_AT_THE_END
    )


@cache
def _verbs() -> tuple[tuple[str, ...], tuple[str, ...]]:
    verbs = load("people")["speech_verbs"]
    return tuple(v for v in verbs if len(v) > 1), tuple(v for v in verbs if len(v) == 1)


def _spoken_of(text: str, name: str) -> bool:
    """Whether the article says more than once that this word says or does something, as only a person does."""
    return any(text.startswith(load("people")["says"], at + len(name)) for at in _places_of(name, text))


def _places_of(name: str, text: str) -> Iterator[int]:
    """Where `name` begins in a text. (A pattern made for one name costs more to compile than an article to read.)"""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _closing(rest: str) -> float:
    """What a word behind the name that people in the news do (表示, 致) adds to the likelihood that it ends there."""
    long, single = _verbs()
    return LONG_VERB if rest.startswith(long) else SHORT_VERB if rest.startswith(single) else 0.0


@lru_cache(maxsize=512)
def name_at(text: str, start: int, stop: int | None = None, least: float = MARGIN) -> NameMatch | None:
    """The person's name that begins at `start`, or None where ordinary words are likelier.

    `stop` bounds the reading (end of the sentence), `least` is the margin below which a name is none. Names with a
    middle dot are taken whole.

    >>> text = "平原县委书记王玉东表示"
    >>> match = name_at(text, 6)
    >>> text[match.start:match.end]
    '王玉东'
    >>> name_at("县委书记强调", 4) is None
    True
    """
    stop = len(text) if stop is None else stop
    if start >= stop:
        return None
    if text[start].isascii() and (latin := LATIN_NAME.match(text, start, stop)):
        return NameMatch(start, latin.end(), LATIN_MARGIN)
    if DOTTED.match(text, start, min(stop, start + LONGEST_DOTTED)):
        return dotted_name(text, start, stop)
    if tibetan := tibetan_name(text, start, stop):
        return tibetan
    window = OPEN.match(text, start, min(stop, start + WINDOW))[0]  # type: ignore[index]
    if not window.isalpha():
        window = window[: next((at for at, character in enumerate(window) if character.isdigit()), WINDOW)]
    if len(window) < 2:
        return None
    best: tuple[float, int] | None = None
    begins = window[0] in surname_beginnings()
    words = ordinary_log_probability(window) if begins else 0.0
    for length in (2, 3, 4) if begins else ():
        if length > len(window):
            continue
        likelihood = name_log(window[:length])
        if window[0] in MAY_BE_FOREIGN and length < len(window) and not _closing(window[length:]):
            continue  # 阿宏出席, not 阿不 of 阿不都热西提
        if likelihood is None or _not_a_name(window[: max(length, 3)]):
            continue
        if window[:2] in _never() or window[:length] in _never():
            if not _spoken_of(text, window[:length]):
                continue
            likelihood += NAMED_ELSEWHERE
        total = likelihood + log_probability(window[length:]) + PRIOR + _closing(window[length:])
        if length == len(window):
            total += ENDS_CLAUSE
        if best is None or total > best[0]:
            best = (total, length)
    if best is None or best[0] - words < least:
        return undotted_name(text, start, stop, 2)
    length = best[1]
    if length == 3 and (
        _shorter_elsewhere(text, window[:2], window[2]) or _ends_with_verb(window[:3], text[start + 3 : start + 5])
    ):
        length = 2
    elif length == 2 and _left_over(window):
        length = 3
    if foreign := undotted_name(text, start, stop, length):
        return foreign
    return NameMatch(start, start + length, best[0] - words)


def spoken_elsewhere(text: str, start: int, stop: int) -> NameMatch | None:
    """The person at `start` whose surname the lexicon lacks: three or two characters, no word, of which the article
    says elsewhere that they say something."""
    for length in (3, 2):
        name = text[start : start + length]
        if start + length > stop or len(name) < length or not ALL_HAN.fullmatch(name):
            continue
        if not any(
            at != start
            and text.startswith(load("people")["acts"], at + length)
            and (at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff")
            for at in _places_of(name, text)
        ):
            continue
        if _not_a_name(name) or any(len(word) > 1 and not tag_of(word).startswith("nr") for word in cut(name)):
            continue
        return NameMatch(start, start + length, SPOKEN)
    return None


def _left_over(window: str) -> bool:
    """Whether the third character of `window` would stand alone behind a name of two and is no word of its own: then it
    ends the name, however rare it is in names (李志寰发来)."""
    third = window[2:3]
    if not third or third in ENDS_NAME or third in _verbs()[1] or log_probability(third) > RARE:
        return False
    return tag_of(third) in NO_WORD_TAGS and name_log(window[:3]) is not None and cut(window[2:])[0] == third


def _ends_with_verb(name: str, behind: str) -> bool:
    """Whether the third character of `name` is the verb of its clause: 李志称， and 李志曾表示."""
    if name[-1] == name[0] and behind.startswith(load("people")["forms_of_address"]):
        return True  # 经理孙可孙女士
    if name[-1] == "所" and behind[:1] in load("people")["makes"]:
        return True  # 会长李志所作的报告
    if name[-1] not in load("people")["hardly_given"]:
        return False
    return not behind or behind[0] in "，：:“," or behind.startswith(_verbs()[0]) or name[-1] == "称"


def _shorter_elsewhere(text: str, name: str, behind: str) -> bool:
    """Whether the article names the person with two characters elsewhere: 冯工 in 冯工指出 beside 冯工赴某区."""
    at = text.find(name)
    others = set()
    while at >= 0:
        others.add(text[at + 2 : at + 3])
        at = text.find(name, at + 2)
    others.discard(behind)
    return bool(others) and any(tag_of(c) != "x" for c in others) and bool(others & ENDS_NAME or behind in _verbs()[1])


def name_before(text: str, start: int, end: int, sure: bool = False) -> NameMatch | None:
    """The person's name that ends at `end` and begins at or after `start` (before 任, 当选, 同志), or None.

    What stands before the name must close it off: the start of the clause, punctuation, or a word of its own. `sure`
    says that 同志 follows: then a word of the dictionary may be a name (宁波同志).

    >>> text = "会议决定任命冯可为副省长"
    >>> match = name_before(text, 0, 8)
    >>> text[match.start:match.end]
    '冯可'
    """
    if (dotted := dotted_before(text, start, end)) is not None:
        return dotted
    best: NameMatch | None = None
    for length in (2, 3, 4):
        first = end - length
        if first < start or any(c in CLOSERS for c in text[first:end]):
            break
        name = text[first:end]
        likelihood = name_log(name)
        if likelihood is None or (name in _never() and not sure):
            continue
        left = max(start, first - 4)
        before = text[left:first]
        margin = likelihood + log_probability(before) - log_probability(before + name)
        if margin >= (MARGIN if not sure else SURE_MARGIN) and (best is None or margin > best.margin):
            best = NameMatch(first, end, margin)
    return best
