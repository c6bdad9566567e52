"""Names of foreigners and of persons of Tibet, written with the characters that such names are written with."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load, word_set
from kg.mentions.name_match import CLOSERS, ENDS_NAME, HAN, NameMatch
from kg.mentions.words import cut, frequency, tag_of

DOT = re.compile("[·•‧・]|(?<=[\u4e00-\u9fff])[-－](?=[\u4e00-\u9fff])")
DOTTED = re.compile(rf"{HAN}{{1,7}}[·•‧・]{HAN}{{1,8}}(?:[·•‧・－-]{HAN}{{1,8}})*")
GIVEN_TAGS = ("nr", "x", "ng", "g", "nz", "a", "b")
COMMON = 200  # jieba's count from which a verb behind a dotted name is the sentence's
LONGEST_FOREIGN, SHORTEST_FOREIGN = 8, 2
LONGEST_DOTTED = 26
LONGEST_POST = 12  # characters of a post behind 任 that are looked at
BEFORE_A_POST = "任兼"
DOTTED_MARGIN = 5.0
FOREIGN = 4.0  # margin of a name behind a state's post: surer than 3
FOREIGN_SHARE = {3: 0.6}  # of its characters are such as few Chinese names have; of longer ones half
FOREIGN_MARGIN = 3.0


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


@cache
def _post() -> re.Pattern[str]:
    """A post right behind 任, or behind the short name of its body (委员会主席)."""
    posts = load("posts")
    heads = alternation((*posts["chiefs"], *posts["heads_of_area"], *load("countries")["state_heads"]))
    return re.compile(rf"[\u4e00-\u9fff]{{0,8}}?(?:{heads})")


@cache
def _closing_words() -> frozenset[str]:
    return word_set("people", "speech_verbs") | word_set("people", "behind_foreign_names")


def dotted_name(text: str, start: int, stop: int) -> NameMatch | None:
    """The name with a middle dot that `DOTTED` matches at `start`, without the words of the sentence behind it."""
    whole = DOTTED.match(text, start, min(stop, start + LONGEST_DOTTED))
    if whole is None:
        return None
    first, *_, last = DOT.split(whole[0])
    behind = text[whole.end() : whole.end() + LONGEST_POST]
    if len(first) > 1 and first[0] not in _transliteration():
        return None  # 成员之一阿卜杜·哈桑
    return NameMatch(start, whole.end() - len(last) + _end_of_dotted(last, behind), DOTTED_MARGIN)


def _end_of_dotted(last: str, behind: str = "") -> int:
    """How many characters of what follows the last middle dot are the name: the rest is the sentence's. `behind` goes
    on with the text.

    >>> _end_of_dotted("阿不都出席会议"), _end_of_dotted("阿尔芒"), _end_of_dotted("伊万诺海军少将")
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
        verb = verb and not named and (at > 1 or not known.issuperset(word))  # 阿不力克木 holds the word 不力
        over = at > 1 and at < end < at + len(word) and tag_of(word) != "x"  # 泽连科施压: 施 belongs to 施压
        if at >= end or (at and (verb or phrase or over or word in word_set("people", "after_dotted"))):
            return _without_verb(last, min(at, end), behind)
        at += len(word)
    return _without_verb(last, end, behind)


def _without_verb(last: str, end: int, behind: str) -> int:
    """`end`, or one less where the last character is the verb before a post: 哈尼任主席, not 莫罗任说."""
    words = (last + behind)[end : end + LONGEST_POST]
    return end - 1 if end > 2 and last[end - 1] in BEFORE_A_POST and _post().match(words) else end


def dotted_before(text: str, start: int, end: int) -> NameMatch | None:
    """The name with a middle dot that ends at `end`, if one does: 阿卜杜拉·哈桑 before 被任命."""
    known, at = _transliteration(), end
    while at > start and (text[at - 1] in known or DOT.match(text[at - 1])):
        at -= 1
    whole = DOTTED.fullmatch(text, at, end)
    return NameMatch(at, end, 5.0) if whole else None


def foreign_name(text: str, start: int, stop: int) -> NameMatch | None:
    """The name of a foreigner that begins at `start`: characters that foreign names are written with, up to a word that
    is not one of them. Asked behind the posts of states only.

    >>> text = "马来西亚总理阿布德尔出席会议"
    >>> match = foreign_name(text, 6, len(text))
    >>> text[match.start:match.end]
    '阿布德尔'
    """
    characters = _transliteration()
    end = start
    while end < min(stop, start + LONGEST_FOREIGN) and text[end] in characters:
        end += 1
    if end < stop and end - start > SHORTEST_FOREIGN and len(cut(text[end - 1 : end + 3])[0]) > 1:
        end -= 1  # 梅连斯基 of 梅连斯基提出
    behind = text[end : end + 1]
    closed = end == stop or behind in CLOSERS or text[end : end + 2] in _closing_words() or behind in ENDS_NAME
    closed = closed or behind.isdigit()  # 14日发表
    closed = closed or tag_of(cut(text[end : end + 4])[0]).startswith(("v", "d", "p", "t", "c"))  # 派出, 高度, 和
    return NameMatch(start, end, FOREIGN) if end - start >= SHORTEST_FOREIGN and closed else None


def undotted_name(text: str, start: int, stop: int, least: int) -> NameMatch | None:
    """The foreign name without a middle dot that begins at `start`, if it has more than `least` characters."""
    length = _foreign_length(text[start : min(stop, start + LONGEST_FOREIGN)], least)
    return NameMatch(start, start + length, FOREIGN_MARGIN) if length else None


def _foreign_length(words: str, least: int) -> int:
    """How many characters at the start of `words` are a foreign name without a middle dot, more than `least` of them;
    0 where none is.

    >>> _foreign_length("安德罗夫表示", 2), _foreign_length("马尔托夫在会上", 3), _foreign_length("马上就到", 0)
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


def tibetan_name(text: str, start: int, stop: int) -> NameMatch | None:
    """The Tibetan name that begins at `start`, of two parts or of one that is closed off."""
    tibetan = _tibetan().match(text, start, stop)
    return NameMatch(start, tibetan.end(), FOREIGN_MARGIN + 1) if tibetan else None


def transliterated(name: str) -> bool:
    """Whether every character of `name` is one that foreign names are written with.

    >>> transliterated("阿斯塔纳"), transliterated("县政府")
    (True, False)
    """
    return _transliteration().issuperset(name)
