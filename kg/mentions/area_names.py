"""Names of divisions in a text, before their meaning is decided: runs of names that stand next to each other.

One pass of an automaton over the article finds every name of the division table from the county up (湖北省宜昌市夷陵区
is one run).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.gazetteer.divisions import Division
from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.mentions import triggers
from kg.mentions.mention import Area
from kg.mentions.name_likelihood import surname_beginnings
from kg.mentions.told_names import stems
from kg.mentions.words import cut, tag_of

DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯)|(?:电|讯)[ （(]|报道")  # 北京8月8日电 is where it was written
PART_OF_NAME = re.compile(
    r"路(?![线况网面段])|街(?!道)|大街|大道|巷|湖(?!南|北|州)|局(?![势面部长])"
)  # 龙江路, 洪泽湖, 甲企上海局
LONG = re.compile("长(?:江|远|期(?!间))")  # 担任甲市长期间
ITS_BODY = re.compile(r"委|政府|人民政府|人大|政协|长|级|里|领导|直")
MARKS = frozenset("，。；：！？、（）“”《》\n ") | {""}  # at each the cutter begins anew
BEHIND_TITLE = re.compile("(?:长|书记|主任|主席|委员|常委|经理|总裁|教授|记者)$")
NO_SURNAMES = "任应来是"  # surnames too, but behind a title words: 书记任某市市长
WORD_TAGS = ("p", "c", "f", "r", "t", "y", "u")
SHORT_TEXT = 200  # characters; names are far shorter, articles far longer


class Named(NamedTuple):
    """A run of division names that stand next to each other, before its meaning is decided."""

    start: int
    end: int
    surfaces: tuple[str, ...]
    short: bool


def area_of(division: Division) -> Area:
    """The area value of a division of the table."""
    return Area(division.name, division.level, division.code, division.parent)


def is_dateline(text: str, end: int) -> bool:
    """Whether a name that ends at `end` only says where an article was written: 北京8月8日电."""
    first = text[end : end + 1]
    return (first in "电讯报" or first.isdecimal()) and DATELINE.match(text, end) is not None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, bool], ...]]:
    gazetteer = load_gazetteer()
    surfaces = (*gazetteer.surfaces(), *((name, False) for name in gazetteer.former_surfaces()))
    automaton = AhoCorasick([s for s, _ in surfaces], matchkind=MatchKind.LeftmostLongest)
    return automaton, (*surfaces, *((stem, True) for stem in stems()))


@lru_cache(maxsize=triggers.TEXTS)
def _all_names(text: str) -> tuple[list[tuple[int, int, int]], list[int], list[int]]:
    """The names of divisions in a whole text, the leftmost and longest, as (number, start, end); their starts; their
    ends."""
    found = triggers.scan(text).divisions
    return found, [start for _, start, _ in found], [end for _, _, end in found]


def division_names(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The names of divisions in `text[start:end]`, the leftmost and longest, as (number of the surface, start, end)."""
    whole = start == 0 and end == len(text)
    if not whole and not triggers.within("divisions", text, start, end):
        return []
    if whole and end <= SHORT_TEXT:  # a name, not an article
        return _automaton()[0].find_matches_as_indexes(text)
    found, starts, ends = _all_names(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if (first and ends[first - 1] > start) or (last and ends[last - 1] > end):  # a name across the edge
        names = _automaton()[0].find_matches_as_indexes(text[start:end])
        return [(number, left + start, right + start) for number, left, right in names]
    return found[first:last]


@lru_cache(maxsize=8192)
def named_runs(text: str, start: int, end: int) -> tuple[Named, ...]:
    """Runs of adjacent names of divisions in `text[start:end]`, in order."""
    if not (matches := division_names(text, start, end)):
        return ()
    surfaces = _automaton()[1]
    runs: list[Named] = []
    followed = {left for _, left, _ in matches}
    for number, left, right in matches:
        surface, short = surfaces[number]
        adjacent = right in followed
        if text[right : right + 1] == "长" and surface[-1] in "市县区州镇" and not LONG.match(text, right):
            right -= 1  # 绍兴市长 is the 市长 of 绍兴
        touches = bool(runs) and runs[-1].end == left
        if short and not touches and right - left == 2 and _is_given_name(text, left, right):
            continue
        if touches and short and PART_OF_NAME.match(text, right):
            continue  # 甲市文苑路小学, 甲市洪泽湖区
        if right - left < 2 or (not touches and _is_conjunction(text, left, right)):
            continue
        if not touches and not _stands_alone(text, left, right, short and not adjacent):
            continue
        if touches:
            last = runs.pop()
            runs.append(Named(last.start, right, (*last.surfaces, surface), last.short and short))
        else:
            runs.append(Named(left, right, (surface,), short))
    return tuple(runs)


def _is_conjunction(text: str, start: int, end: int) -> bool:
    """Whether a name is a function word before a level word: 市长和县长, 应县委邀请."""
    if text[start:end] not in load("areas")["function_words"]:
        return False
    return bool(ITS_BODY.match(text, end)) or (start > 0 and "\u4e00" <= text[start - 1] <= "\u9fff")


def _is_given_name(text: str, start: int, end: int) -> bool:
    """Whether a short form is the given name of somebody who stands behind a title in the text: 副市长陈海东."""
    surname = text[start - 1 : start]
    if surname not in surname_beginnings() or surname in NO_SURNAMES or tag_of(surname).startswith(WORD_TAGS):
        return False
    name, at = text[start - 1 : end], -1
    while (at := text.find(name, at + 1)) >= 0:
        if BEHIND_TITLE.search(text, max(0, at - 2), at):
            return True
    return False


def _stands_alone(text: str, start: int, end: int, short: bool) -> bool:
    """Whether a name begins where a word begins: 适应城市 does not name 应城市, 华北平原 does not name 平原县. A short
    form must end with a word as well."""
    if short and PART_OF_NAME.match(text, end):
        return False
    if text.endswith("中共", 0, start):
        return True  # the dictionary has 中共某省委 as one word
    if (start == 0 or text[start - 1] in MARKS) and (not short or text[end : end + 1] in MARKS):
        return True  # between marks a name is words of its own: nothing need be cut
    at = max(0, start - 4)
    begins = False
    for word in cut(text[at : end + 3]):
        if at >= start and not begins:
            if at > start or not short:
                return at == start
            begins = True
        at += len(word)
        if at >= end:
            return begins and at == end
    return False
