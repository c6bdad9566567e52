"""Names of persons, where a post or a verb makes one expected.

A name is not guessed anywhere in the text: `name_at` is asked where one is likely (right behind a post, after 任命) and
weighs every possible length of name against reading the same characters as ordinary words. Both are likelihoods: the
name's from the characters of names that jieba's dictionary lists (`kg/data/names`), the words' from its frequencies.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from kg.lexicons import alternation, load
from kg.mentions.words import cut, frequency, log_probability, ordinary_log_probability, tag_of

HAN = r"[\u3400-\u9fff\U00020000-\U0003134f]"
DOT = re.compile("[·•‧・]")
DOTTED = re.compile(rf"{HAN}{{1,7}}(?:[·•‧・]{HAN}{{1,8}})+")
ALL_HAN = re.compile(rf"{HAN}+")
SAYS = ("表示", "介绍", "指出", "强调", "要求", "认为", "说，", "说：", "透露", "还说")
ACTS = ("表示", "指出", "强调", "代表", "主持", "说", "介绍", "要求", "率", "希望")
MADE = tuple("作做说写著")
ADDRESS = ("总", "女士", "先生", "董", "主任", "书记", "老师", "教授")
GIVEN_TAGS = ("nr", "x", "ng", "g", "nz", "a", "b")
AFTER_DOTTED = ("国王", "在", "说", "称", "于", "向", "与", "和", "率", "赴", "对", "为", "等", "同志", "一行")
COMMON = 200  # jieba's count from which a verb behind a dotted name is the sentence's
CLOSERS = "，。；：！？、（）()《》“”‘’「」【】\n\t\r 　,;:!?.—…|/"
OPEN = re.compile(rf"[^{re.escape(CLOSERS)}]*")
WINDOW = 7
LENGTH_LOG = {2: math.log(0.22), 3: math.log(0.75), 4: math.log(0.03)}
COMMON_SURNAME = math.log(0.005)  # share of all persons from which a surname may be one of a married woman's two
MAY_BE_FOREIGN = "阿"  # a surname of names of two characters; longer ones are of other peoples
FUNCTION_TAGS = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "f", "ud", "uv", "m", "q"})
FUNCTION_DAMPING = math.log(0.02)  # 和, 向, 于 are surnames too, but far more often words
SURNAME_FLOOR = 12.0  # counts given to surnames that the dictionary lists no person for
ENDS_CLAUSE = 2.0  # a name likes to end where the clause does
LONGEST_FOREIGN, SHORTEST_FOREIGN = 8, 2
FOREIGN, SPOKEN = 4.0, 2.0  # margins: surer than 3 of a state's post, less of a name that only speaks elsewhere
NAMED_ELSEWHERE = 8.0
PRIOR = 4.0  # behind a post a name is the rule; measured on 861 posts with a name behind them, see tests
FOREIGN_SHARE = {3: 0.6}  # of its characters are such as few Chinese names have; of longer ones half
FOREIGN_MARGIN = 3.0
NO_PERSON = "某"  # 李某, 李某某: the article keeps the name back
NOT_AT_THE_END = "村乡县区"  # 镇长江村: the end of a place's name
SURE_MARGIN = -14.0  # behind the name stands 同志
LONG_VERB, SHORT_VERB = 3.0, 1.5
MARGIN = 1.0  # natural-log units by which the name must beat the words
NEARLY = -3.0  # a name that comes so near is told as turned down


class NameMatch(NamedTuple):
    """A name found: half-open span in the text, and by how much it beat the ordinary reading."""

    start: int
    end: int
    margin: float


@cache
def _logs() -> tuple[dict[str, float], dict[str, float], float]:
    """(surname → log probability, given-name character → log probability, log probability of an unseen one)."""
    surnames: dict[str, float] = dict.fromkeys(load("people")["surnames"], SURNAME_FLOOR)
    given: dict[str, float] = {}
    text = resources.files("kg").joinpath("data/names/characters.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        character, place, count = line.split("\t")
        if place == "surname":
            surnames[character] = max(SURNAME_FLOOR, float(count))
        else:
            given[character] = float(count)
    all_surnames, all_given = sum(surnames.values()), sum(given.values())
    unseen = math.log(0.4 / all_given)
    logs = {}
    for character, count in surnames.items():
        damping = FUNCTION_DAMPING if tag_of(character) in FUNCTION_TAGS else 0.0
        logs[character] = math.log(count / all_surnames) + damping
    for compound in load("people")["compound_surnames"]:
        logs[compound] = math.log(SURNAME_FLOOR * 40 / all_surnames)
    return logs, {character: math.log(count / all_given) for character, count in given.items()}, unseen


@cache
def _first_characters() -> frozenset[str]:
    """The characters that surnames begin with."""
    return frozenset(surname[0] for surname in _logs()[0])


@cache
def _never() -> frozenset[str]:
    return frozenset(load("people")["never_names"])


@cache
def _transliteration() -> frozenset[str]:
    """The characters that foreign names are written with."""
    return frozenset("".join(load("people")["transliteration"]))


@cache
def _tibetan() -> re.Pattern[str]:
    """Two parts of a Tibetan name, or one before the end of a clause or what persons do."""
    lexicon = load("people")
    part, closing = alternation(lexicon["tibetan_names"]), alternation(v for v in lexicon["speech_verbs"] if len(v) > 1)
    return re.compile(rf"(?:{part}){{2}}|(?:{part})(?=[，。；、：）]|$|{closing})")


@cache
def _mostly_foreign() -> frozenset[str]:
    """Those of them that few Chinese names have."""
    return frozenset(load("people")["mostly_foreign"][0])


TO_A_STATE = re.compile(r"向[菲美日韩俄英法德印越朝泰澳加欧台港中].?")  # 大使向菲副外长表明


def _not_a_name(name: str) -> bool:
    """Whether the article only points at somebody (李某, 李先生), or the last character is a place's."""
    return (
        NO_PERSON in name
        or TO_A_STATE.fullmatch(name) is not None
        or name[1:].startswith(load("people")["no_given_names"])
        or name[1] in NOT_AT_THE_END
        or name[-1] in NOT_AT_THE_END
    )


@lru_cache(maxsize=8192)
def name_log(name: str) -> float | None:
    """Natural logarithm of the likelihood of `name` as a Chinese person's name; None if it cannot be one."""
    surnames, given, unseen = _logs()
    if not 2 <= len(name) <= 4:
        return None
    best = None
    if name[0] in MAY_BE_FOREIGN and len(name) > 2:
        return None
    for size in (1, 2):
        surname, rest = name[:size], name[size:]
        if surname in surnames and 1 <= len(rest) <= 2 and all("\u3400" <= c <= "\u9fff" for c in rest):
            value = LENGTH_LOG[len(rest) + 1] + surnames[surname] + sum(given.get(c, unseen) for c in rest)
            best = value if best is None else max(best, value)
    if len(name) == 4 and all(surnames.get(c, -math.inf) > COMMON_SURNAME for c in name[:2]):  # 刘陈昭英, 范徐丽泰
        value = sum(surnames[c] for c in name[:2]) + sum(given.get(c, unseen) for c in name[2:]) + LENGTH_LOG[4]
        best = value if best is None else max(best, value)
    return best


@cache
def _verbs() -> tuple[tuple[str, ...], tuple[str, ...]]:
    verbs = load("people")["speech_verbs"]
    return tuple(v for v in verbs if len(v) > 1), tuple(v for v in verbs if len(v) == 1)


def _spoken_of(text: str, name: str) -> bool:
    """Whether the article says more than once that this word says or does something, as only a person does."""
    return any(text.startswith(SAYS, at + len(name)) for at in _places_of(name, text))


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
    if dotted := DOTTED.match(text, start, min(stop, start + 26)):
        first, *_, last = DOT.split(text[start : dotted.end()])
        if len(first) > 1 and first[0] not in _transliteration():
            return None  # 成员之一阿卜杜·哈桑
        return NameMatch(start, dotted.end() - len(last) + _end_of_dotted(last), 5.0)
    if tibetan := _tibetan().match(text, start, stop):
        return NameMatch(start, tibetan.end(), FOREIGN_MARGIN + 1)
    window = OPEN.match(text, start, min(stop, start + WINDOW))[0]  # type: ignore[index]
    if not window.isalpha():
        window = window[: next((at for at, character in enumerate(window) if character.isdigit()), WINDOW)]
    if len(window) < 2:
        return None
    best: tuple[float, int] | None = None
    begins = window[0] in _first_characters()
    words = ordinary_log_probability(window) if begins else 0.0
    for length in (2, 3, 4) if begins else ():
        if length > len(window):
            continue
        likelihood = name_log(window[:length])
        if window[0] in MAY_BE_FOREIGN and length < len(window) and not _closing(window[length:]):
            continue  # 阿颖出席, not 阿不 of 阿不都热西提
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
        foreign = _foreign_length(text[start : min(stop, start + LONGEST_FOREIGN)], 2)
        return NameMatch(start, start + foreign, FOREIGN_MARGIN) if foreign else None
    length = best[1]
    if length == 3 and (
        _shorter_elsewhere(text, window[:2], window[2]) or _ends_with_verb(window[:3], text[start + 3 : start + 5])
    ):
        length = 2
    if foreign := _foreign_length(text[start : min(stop, start + LONGEST_FOREIGN)], length):
        return NameMatch(start, start + foreign, FOREIGN_MARGIN)
    return NameMatch(start, start + length, best[0] - words)


def foreign_name(text: str, start: int, stop: int) -> NameMatch | None:
    """The name of a foreigner that begins at `start`: characters that foreign names are written with, up to a word that
    is not one of them. Asked behind the posts of states only.

    >>> text = "马来西亚总理安瓦尔出席会议"
    >>> match = foreign_name(text, 6, len(text))
    >>> text[match.start:match.end]
    '安瓦尔'
    """
    characters = _transliteration()
    end = start
    while end < min(stop, start + LONGEST_FOREIGN) and text[end] in characters:
        end += 1
    if end < stop and end - start > SHORTEST_FOREIGN and len(cut(text[end - 1 : end + 3])[0]) > 1:
        end -= 1  # 泽连斯基 of 泽连斯基提出
    behind = text[end : end + 1]
    closed = end == stop or behind in CLOSERS or text[end : end + 2] in _closing_words() or behind in _SINGLE_CLOSERS
    closed = closed or tag_of(cut(text[end : end + 4])[0]).startswith(("v", "d", "p", "t"))  # 派出, 高度
    return NameMatch(start, end, FOREIGN) if end - start >= SHORTEST_FOREIGN and closed else None


@cache
def _closing_words() -> frozenset[str]:
    return frozenset((*load("people")["speech_verbs"], "举行", "会谈", "通话", "共同", "抵达", "访问", "独家", "同日"))


def transliterated(name: str) -> bool:
    """Whether every character of `name` is one that foreign names are written with.

    >>> transliterated("阿斯塔纳"), transliterated("县政府")
    (True, False)
    """
    return _transliteration().issuperset(name)


def spoken_elsewhere(text: str, start: int, stop: int) -> NameMatch | None:
    """The person at `start` whose surname the lexicon lacks: three or two characters, no word, of which the article
    says elsewhere that they say something."""
    for length in (3, 2):
        name = text[start : start + length]
        if start + length > stop or len(name) < length or not ALL_HAN.fullmatch(name):
            continue
        if not any(
            at != start and text.startswith(ACTS, at + length) and (at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff")
            for at in _places_of(name, text)
        ):
            continue
        if _not_a_name(name) or any(len(word) > 1 and not tag_of(word).startswith("nr") for word in cut(name)):
            continue
        return NameMatch(start, start + length, SPOKEN)
    return None


def _end_of_dotted(last: str) -> int:
    """How many characters of what follows the last middle dot are the name: the rest is the sentence's.

    >>> _end_of_dotted("阿不都出席会议"), _end_of_dotted("阿尔蒂"), _end_of_dotted("伊万诺海军少将")
    (3, 3, 3)
    """
    known = _transliteration()
    end = next((at for at, character in enumerate(last) if at and character not in known), len(last))
    if end == len(last) - 1 and tag_of(last[-1]) in GIVEN_TAGS:
        end = len(last)  # one character that is no verb is the name's, though few foreign names have it
    at = 0
    for word in cut(last[: end + 3]):
        verb = len(word) > 1 and tag_of(word).startswith(("v", "d", "p", "t", "n")) and frequency(word) >= COMMON
        named = tag_of(word).startswith(("nr", "ns", "nz"))
        phrase = len(word) > 3 and not tag_of(word).startswith(("nr", "x"))
        verb = verb and not named and (at > 1 or not known.issuperset(word))  # 阿不力米提 holds the word 不力
        over = at > 1 and at < end < at + len(word) and tag_of(word) != "x"  # 泽连科施压: 施 belongs to 施压
        if at >= end or (at and (verb or phrase or over or word in AFTER_DOTTED)):
            return min(at, end)
        at += len(word)
    return end


def _ends_with_verb(name: str, behind: str) -> bool:
    """Whether the third character of `name` is the verb of its clause: 李志称， and 李志曾表示."""
    if name[-1] == name[0] and behind.startswith(ADDRESS):
        return True  # 经理孙可孙女士
    if name[-1] == "所" and behind[:1] in MADE:
        return True  # 会长李志所作的报告
    if name[-1] not in load("people")["hardly_given"]:
        return False
    return not behind or behind[0] in "，：:“," or behind.startswith(_verbs()[0]) or name[-1] == "称"


def _foreign_length(words: str, least: int) -> int:
    """How many characters at the start of `words` are a foreign name without a middle dot, more than `least` of them;
    0 where none is.

    >>> _foreign_length("安东诺夫表示", 2), _foreign_length("马卡罗夫在会上", 3), _foreign_length("马上就到", 0)
    (4, 4, 0)
    """
    known, foreign = _transliteration(), _mostly_foreign()
    run = 0
    while run < len(words) and words[run] in known:
        run += 1
    if run <= max(least, 2):
        return 0
    at = 0
    for word in cut(words[: run + 2]):
        tag = tag_of(word)
        if (
            at + len(word) > run
            or tag == "ns"
            or (len(word) > 1 and not tag.startswith(("nr", "nz", "x")) and frequency(word) >= COMMON)
        ):
            break
        at += len(word)
    strange = sum(character in foreign for character in words[:at])
    return at if max(least, 2) < at and FOREIGN_SHARE.get(at, 0.5) * at <= strange and strange >= 2 else 0


def _shorter_elsewhere(text: str, name: str, behind: str) -> bool:
    """Whether the article names the person with two characters elsewhere: 张工 in 张工指出 beside 张工赴某区."""
    at = text.find(name)
    others = set()
    while at >= 0:
        others.add(text[at + 2 : at + 3])
        at = text.find(name, at + 2)
    others.discard(behind)
    return (
        bool(others)
        and any(tag_of(c) != "x" for c in others)
        and bool(others & _SINGLE_CLOSERS or behind in _verbs()[1])
    )


_SINGLE_CLOSERS = frozenset("，。、：；”）说指要表强在主介")


def _dotted_before(text: str, start: int, end: int) -> NameMatch | None:
    """The name with a middle dot that ends at `end`, if one does: 阿卜杜拉·哈桑 before 被任命."""
    known, at = _transliteration(), end
    while at > start and (text[at - 1] in known or DOT.match(text[at - 1])):
        at -= 1
    whole = DOTTED.fullmatch(text, at, end)
    return NameMatch(at, end, 5.0) if whole else None


def name_before(text: str, start: int, end: int, sure: bool = False) -> NameMatch | None:
    """The person's name that ends at `end` and begins at or after `start` (before 任, 当选, 同志), or None.

    What stands before the name must close it off: the start of the clause, punctuation, or a word of its own. `sure`
    says that 同志 follows: then a word of the dictionary may be a name (宁波同志).

    >>> text = "会议决定任命李酌为副省长"
    >>> match = name_before(text, 0, 8)
    >>> text[match.start:match.end]
    '李酌'
    """
    if (dotted := _dotted_before(text, start, end)) is not None:
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
