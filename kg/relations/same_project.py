"""Which names of an article mean one project: fuller and shorter ones, and those that differ in a few characters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import lru_cache

from kg.mentions.area_names import named_runs
from kg.mentions.project_names import has_proper_name
from kg.mentions.project_words import head_pattern
from kg.mentions.reading import Reading

SUFFIX = re.compile(r"(?:产业化)?(?:建设|工程|项目)+$")
OWNER = re.compile(r"[\u4e00-\u9fff]{2,16}?(?:有限责任公司|有限公司|公司|集团)(?!公司)")
LINE_KINDS = "高速公路|高速铁路|城际铁路|高速|高铁|铁路|公路|城际|快速路"
FULL_LINE = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{2,5}}?)[至到—\-](?P<other>[\u4e00-\u9fff]{{2,5}}?)(?P<kind>{LINE_KINDS})"
)
SHORT_LINE = re.compile(rf"(?P<one>[\u4e00-\u9fff])(?P<other>[\u4e00-\u9fff])(?P<kind>{LINE_KINDS})")
PHASE = re.compile(r"[一二三四五六七八九十\d]+期")
CALLED_IN_SHORT = re.compile(r"[（(](?:以下)?(?:简称|又称)(?:为|[:：])?[“\"]?(?P<short>[^（）()“”\"]{3,20})[”\"]?[）)]")
LEAST_BEHIND_AREA = 3
ALIKE = 0.86  # of difflib; below it 甲乙一厂 and 甲乙二厂 would be one
SHORTEST_ALIKE = 8
MOST_COMPARED = 300  # names of projects in one article, 15 at most of 643 articles; more are a list, not spellings


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The part of a project's name that must agree: without brackets, quotation marks and 项目.

    >>> key_of("益海（周口）食品产业园项目") == key_of("益海食品产业园")
    True
    """
    bare = re.sub(r"[“”‘’\s]", "", re.sub(r"[（(][^（）()]*[）)]", "", name))
    bare = SUFFIX.sub("", bare) or bare
    owner = OWNER.match(bare)
    return bare[owner.end() :] if owner and len(bare) - owner.end() >= 5 else bare


def fuller_names(keys: Collection[str]) -> dict[str, set[str]]:
    """Each of `keys` (of at least four characters) that others are a fuller name of → those others.

    >>> fuller_names({"甲乙新材料产业园", "丙公司甲乙新材料产业园", "丁大桥"})
    {'甲乙新材料产业园': {'丙公司甲乙新材料产业园'}}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for longer in keys:  # by its beginnings and endings, not each with each: a list may name thousands
        for at in range(1, len(longer)):
            for short in (longer[:at], longer[at:]):
                if len(short) >= 4 and short in keys and is_fuller(longer, short):
                    found[short].add(longer)
    if len(keys) <= MOST_COMPARED:
        for short in keys:
            if len(short) >= SHORTEST_ALIKE:
                found[short].update(longer for longer in keys if longer != short and nearly_same(longer, short))
    return {short: longer for short, longer in found.items() if longer}


def abbreviated(reading: Reading, keys: Collection[str]) -> dict[str, str]:
    """Each key that is short for one other → that one: 甲乙高速 for 甲州至乙安高速公路, and 丙丁, of 丙丁项目, for
    丙丁某某研发基地."""
    bare = {
        key_of(p.name)
        for s in reading.sentences
        for p in s.projects
        if p.head == "项目" and has_proper_name(key_of(p.name)) and not head_pattern().search(key_of(p.name))
    }
    found = called_in_short(reading, keys)
    for short in sorted(keys) if len(keys) <= MOST_COMPARED else ():
        if (one := [key for key in keys if _is_cut_of(key, short)]) and len(one) == 1:
            found.setdefault(short, one[0])
        if short in found or named_runs(short, 0, len(short)):
            continue
        longer = {
            key
            for key in keys
            if key != short and (_is_line_of(key, short) or (short in bare and key.startswith(short)))
        }
        if len(longer) == 1:
            found[short] = longer.pop()
    return found


def called_in_short(reading: Reading, keys: Collection[str]) -> dict[str, str]:
    """Each key that the article introduces as a project's short name → that project's: 甲工程(以下简称“乙工程”)."""
    text = reading.article.text
    found: dict[str, str] = {}
    for sentence in reading.having["projects"]:
        for project in sentence.projects:
            match = CALLED_IN_SHORT.match(text, project.end, sentence.end)
            if match and (short := key_of(match["short"])) in keys and short != key_of(project.name):
                found.setdefault(short, key_of(project.name))
    return found


def _is_cut_of(longer: str, short: str) -> bool:
    """Whether a name leaves out words in the middle of another: the area, and its end.

    >>> _is_cut_of("平原换流站配套调相机", "平原调相机"), _is_cut_of("平原换流站配套调相机", "齐河调相机")
    (True, False)
    """
    first = next(iter(named_runs(short, 0, len(short))), None)
    if first is None or first.start or len(short) - first.end < LEAST_BEHIND_AREA or longer == short:
        return False
    return longer.startswith(short[: first.end]) and longer.endswith(short[first.end :]) and not PHASE.search(longer)


def _is_line_of(longer: str, short: str) -> bool:
    """Whether a line's short name is that of a full one.

    >>> _is_line_of("丙州至丁安高速公路", "丙丁高速"), _is_line_of("丙州至丁安高速公路", "丙戊高速")
    (True, False)
    """
    brief = SHORT_LINE.fullmatch(short)
    full = FULL_LINE.search(longer) if brief else None
    return bool(
        full and brief and brief["one"] in full["one"] and brief["other"] in full["other"]
        and brief["kind"][0] == full["kind"][0]
    )  # fmt: skip


def is_fuller(longer: str, short: str) -> bool:
    """Whether a longer name only adds a company or an area before the shorter one, or words behind a line's name."""
    if longer.startswith(short) and "—" in short:
        return True
    return longer.endswith(short) and not PHASE.search(longer[: -len(short)])


def nearly_same(longer: str, short: str) -> bool:
    """Whether two names differ in a few characters only (年产11万吨级 and 年产11万吨), and not in a number or a
    phase."""
    if len(short) < SHORTEST_ALIKE or len(longer) < len(short):
        return False
    if 2 * len(short) < ALIKE * (len(short) + len(longer)) or re.findall(r"\d+", longer) != re.findall(r"\d+", short):
        return False
    if PHASE.findall(longer) != PHASE.findall(short):
        return False
    matcher = SequenceMatcher(None, longer, short, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE  # the first is never below the second
