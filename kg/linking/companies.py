"""Short names of companies in an article that also gives the full one: 乙能 for 甲县乙能新材料有限公司."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions.area_names import named_runs

LEGAL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团)$")
FULL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司)$")
PART = re.compile(r"(?:分公司|子公司|支行|分行|分院|营业部)$|[（(]")
LEAST_SHORT = 3  # characters of a beginning: two begin too many names (中铁, 华能)
LEAST_LEFT = 2


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Each short name of an article → its one full name; names that are full, or short for two, are left out. A short
    name is a full one without the area before it and what all companies are called, or three characters and more of its
    beginning. A branch, or a company with brackets behind the short name, is another company.

    >>> full_names(["平原县乙能新材料有限公司", "乙能新材料", "乙能公司", "丙钢集团", "丙钢（甲县）有限公司"])
    {'乙能新材料': '平原县乙能新材料有限公司'}
    """
    known = sorted(set(names))
    fitting: dict[tuple[str, str], set[str]] = defaultdict(set)  # (area before it, short name) → full names
    for full in known:
        if not PART.search(full) and LEGAL.search(full):
            area, bare = _parted(full)
            for short in _short_forms(bare):
                fitting["", short].add(full)
                fitting[area, short].add(full)
    found: dict[str, str] = {}
    for short in known:
        if PART.search(short):
            continue
        area, bare = _parted(short)
        fulls = fitting[area, bare] | fitting[area, LEGAL.sub("", bare)] | fitting["", short]
        longer = {full for full in fulls if len(full) > len(short)}
        if len(longer) == 1:
            found[short] = longer.pop()
    return {short: found.get(full, full) for short, full in found.items()}


def across(
    names: Mapping[str, Set[str]], counties: Mapping[str, Set[str]], known: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """(article, short name) → the one full name that articles of the same county give, for names that `known`, made
    within each article, leaves open. A short name that fits two companies of the county stays itself."""
    fitting = fitting_across(names, counties)
    return {key: min(fulls) for key, fulls in fitting.items() if key not in known and len(fulls) == 1}


def fitting_across(
    names: Mapping[str, Set[str]], counties: Mapping[str, Set[str]]
) -> dict[tuple[str, str], frozenset[str]]:
    """(article, short name) → the full names that articles of the same county give and that it may be short for.
    `names` and `counties` are those that each article names; a name of two characters is short for too many."""
    fitting: dict[tuple[str, str], set[str]] = defaultdict(set)  # (county, short name) → full names
    for article in sorted(names):
        for full in sorted(names[article]):
            if PART.search(full) or not FULL.search(full):
                continue
            area, bare = _parted(full)
            for short in _short_forms(bare):
                for county in {*counties.get(article, ()), *_county(area)}:
                    fitting[county, short].add(full)
    found: dict[tuple[str, str], frozenset[str]] = {}
    for article in sorted(names):
        for short in sorted(names[article]):
            core = LEGAL.sub("", _parted(short)[1])
            if PART.search(short) or FULL.search(short) or len(core) < LEAST_SHORT:
                continue
            fulls = frozenset(f for county in counties.get(article, ()) for f in fitting.get((county, core), ()))
            if fulls:
                found[article, short] = fulls
    return found


@cache
def _county(name: str) -> tuple[str, ...]:
    """The code of the county of this name, if it means one."""
    found = load_gazetteer().resolve(name) if name else None
    return (found.code,) if found is not None and found.level == "county" else ()


def _parted(name: str) -> tuple[str, str]:
    """The area that a name begins with, "" if it has none, and the rest."""
    runs = named_runs(name, 0, len(name))
    size = runs[0].end if runs and runs[0].start == 0 and len(name) - runs[0].end >= LEAST_LEFT + 2 else 0
    return name[:size], name[size:]


def _short_forms(bare: str) -> Iterator[str]:
    """What a company is called for short, from its name without the area."""
    core = LEGAL.sub("", bare)
    if len(core) >= LEAST_LEFT:
        yield from (bare, core)
    for size in range(LEAST_SHORT, len(bare)):
        if not LEGAL.search(bare[:size]) and _trades().fullmatch(bare[size:]):
            yield bare[:size]


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation((*load('bodies')['company_suffixes'], *load('linking')['trades']))})+")
