"""Where in an article the words stand that rules begin with: all of them found in one pass of one automaton.

A regular expression that begins with hundreds of words is tried at every character. Here it is tried only where one of
its first words stands, which finds the same matches in a fiftieth of the time; and a sentence without any such word is
not looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.mentions.told_names import told_names

NONE: tuple[int, ...] = ()
TEXTS = 4  # texts whose positions are kept: an article is asked sentence by sentence
PARTY_UNITS = (
    "党委",
    "党组",
    "党工委",
    "工委",
    "党总支",
    "总支",
    "党支部",
    "支部",
    "纪委",
    "纪工委",
    "纪检组",
    "党政",
    "机关党委",
    "团工委",
    "团总支",
    "团支部",
)
LINES = ("轨道交通", "火车", "客运", "高铁", "铁路", "高速", "城际", "线", "至")
CAPACITIES = ("年产", "日产", "年处理", "日处理", "年加工", "日加工", "年屠宰", "年出栏")
REPORTERS = ("新闻网", "日报", "晚报", "融媒", "广电新媒体", "发布", "新闻客户端", "广播电视台")
INTENTS = (
    "力争",
    "争取",
    "确保",
    "目标",
    "到20",
    "至20",
    "20",
    "未来",
    "“十",
    "计划",
    "要超过",
    "要达",
    "要突破",
    "使",
    "冲刺",
    "今年",
    "明年",
    "年内",
    "年底",
    "到今年",
    "至今年",
    "到“十",
    "至“十",
    "到十",
    "至十",
    "规划",
    "全年",
    "今后",
    "要求",
    "预计",
)
BODIES = ("委", "政府", "人大", "政协", "领导", "长")


def _lists(lexicon: str, *keys: str) -> tuple[str, ...]:
    return tuple(word for key in keys for word in load(lexicon)[key])


def _titles() -> Iterable[str]:
    return (*PARTY_UNITS, *_lists("posts", "modifiers", "heads_of_area", "chiefs", "deputies_only", "members", "ranks",
                                  "company_titles", "other_titles", "honours", "leader_words"), "秘书长")  # fmt: skip


def _pointers_home() -> Iterable[str]:
    levels = "市县区"
    return (*(who + level for who in "全我本该" for level in levels), *(a + body for a in levels for body in BODIES))


# The words with which every match of a rule begins; `tests/mentions/test_triggers.py` holds them against its pattern.
WORDS: Mapping[str, Callable[[], Iterable[str]]] = MappingProxyType(
    {
        "titles": _titles,
        "removals": lambda: _lists("posts", "removes", "resigns"),
        "departments": lambda: _lists("bodies", "stems"),
        "wholes": lambda: _lists("bodies", "uncut"),
        "projects": lambda: (*LINES, *_lists("projects", "strong_heads", "heads", "heads_of_named", "phases")),
        "lists": lambda: ("等",),
        "works": lambda: _lists("projects", "works"),
        "capacities": lambda: CAPACITIES,
        "sums": lambda: ("亿", "万"),
        "companies": lambda: _lists("companies", "suffixes"),
        "meetings": lambda: _lists("meetings", "heads"),
        "divisions": lambda: (
            *(surface for surface, _ in load_gazetteer().surfaces()),
            *load_gazetteer().former_surfaces(),
        ),
        "townships": lambda: ("街道", "镇", "乡", "苏木"),
        "zones": lambda: _lists("areas", "zone_suffixes"),
        "relative": lambda: _lists("areas", "relative"),
        "media": lambda: _lists("areas", "media_suffixes"),
        "reports": lambda: REPORTERS,
        "home": _pointers_home,
        "inspects.goes-to": lambda: _lists("inspections", "adverbs", "goes"),
        "inspects.looks-at": lambda: _lists("inspections", "adverbs", "looks"),
        "inspects.looks": lambda: _lists("inspections", "looks"),
        "targets": lambda: INTENTS,
        "policies": lambda: _lists("policies", "heads", "systems"),
    }
)


class Scan(NamedTuple):
    """What one pass over a text finds: rule → where its first words begin, in order; and the names of divisions, the
    leftmost and longest, as (number among the gazetteer's surfaces, start, end); names in short that other words tell
    (see `told_names.py`) have the numbers behind those."""

    positions: Mapping[str, list[int]]
    divisions: list[tuple[int, int, int]]


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """The automaton of all words; for each of them the rules that begin with it, and its number among the names of
    divisions, or -1. (The tables of a DFA are too large for the processor's cache: an NFA is as fast alone, and faster
    beside other work.)"""
    rules: dict[str, list[str]] = {}
    for rule, words in WORDS.items():
        for word in dict.fromkeys(words()):
            rules.setdefault(word, []).append(rule)
    names = {word: number for number, word in enumerate(WORDS["divisions"]())}
    automaton = AhoCorasick(list(rules), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    return automaton, tuple(map(tuple, rules.values())), tuple(names.get(word, -1) for word in rules)


@cache
def _surfaces() -> tuple[tuple[str, ...], int]:
    """The names of divisions by their numbers, and the number of the first stem behind them."""
    names = tuple(WORDS["divisions"]())
    return names, len(names)


@lru_cache(maxsize=TEXTS)
def scan(text: str) -> Scan:
    """The first words of all rules in `text`, and the names of divisions."""
    automaton, rules, names = _automaton()
    found: dict[str, list[int]] = {rule: [] for rule in WORDS}
    divisions: list[tuple[int, int, int]] = []
    for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for rule in rules[number]:
            found[rule].append(start)
        if names[number] >= 0:
            divisions.append((start, -end, names[number]))
    longest: list[tuple[int, int, int]] = []
    free = 0
    for start, end, name in sorted(divisions):
        if start >= free:
            free = -end
            longest.append((name, start, free))
    if (told := told_names(text, longest, *_surfaces())) is not longest:
        longest = told
        found["divisions"] = sorted({*found["divisions"], *(start for _, start, _ in told)})
    return Scan({rule: sorted({*starts}) if len(starts) > 1 else starts for rule, starts in found.items()}, longest)


def positions(text: str) -> Mapping[str, list[int]]:
    """Rule → the positions in `text` at which one of its first words begins, in order.

    >>> found = positions("平原县委书记")
    >>> found["divisions"], found["titles"], found["meetings"]
    ([0], [4], [])
    """
    return scan(text).positions


def parts(starts: Sequence[int], positions: Iterable[int]) -> list[int]:
    """The numbers of the parts of a text (sentences, which begin at `starts`) that these positions lie in, or right
    behind, in order.

    >>> parts([2, 5, 9], [0, 6, 8, 20])
    [1, 2]
    """
    found = {bisect_right(starts, position) - 1 for position in positions}
    found.discard(-1)
    return sorted(found)


def within(rule: str, text: str, start: int, end: int) -> Sequence[int]:
    """The positions in `text[start:end]` at which a first word of the rule begins (it may end behind `end`)."""
    found = scan(text)[0][rule]
    left = bisect_left(found, start)
    if left == len(found) or found[left] >= end:
        return NONE
    return found[left : bisect_left(found, end, left)]


def finditer(rule: str, pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of `pattern.finditer(text, start, end)`, for the pattern of a rule: every match begins with one of
    its words, and none is empty.

    >>> [match[0] for match in finditer("titles", re.compile("副?书记"), "书记、副书记", 0, 6)]
    ['书记', '副书记']
    """
    found = within(rule, text, start, end)
    return _matches(pattern, text, found, end) if found else iter(())


def _matches(pattern: re.Pattern[str], text: str, positions: Sequence[int], end: int) -> Iterator[re.Match[str]]:
    at = 0
    for position in positions:
        if position >= at and (match := pattern.match(text, position, end)) is not None:
            yield match
            at = match.end()
