"""Short names of companies in an article that also gives the full one: 乙能 for 甲县乙能新材料有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.lexicons import alternation, load
from kg.linking.zones import without
from kg.mentions.areas import named_runs

LEGAL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团)$")
PART = re.compile(r"(?:分公司|子公司|支行|分行|分院|营业部)$|[（(]")
LEAST_SHORT = 3  # characters of a beginning: two begin too many names (中铁, 华能)
LEAST_LEFT = 2


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Each short name of an article → its one full name; names that are full, or short for two, are left out.

    >>> full_names(["平原县乙能新材料有限公司", "乙能新材料", "乙能公司", "丙钢集团", "丙钢（甲县）有限公司"])
    {'乙能新材料': '平原县乙能新材料有限公司'}
    """
    known = sorted(set(names))
    found: dict[str, str] = {}
    for short in known:
        fitting = [full for full in known if len(full) > len(short) and is_short_of(short, full)]
        if len(fitting) == 1:
            found[short] = fitting[0]
    return {short: found.get(full, full) for short, full in found.items()}


def is_short_of(short: str, full: str) -> bool:
    """Whether `short` is `full` without the area before it and what all companies are called, or begins so with three
    characters and more. A branch, or a company with brackets behind the short name, is another company."""
    if PART.search(short) or PART.search(full) or not LEGAL.search(full):
        return False
    runs = named_runs(full, 0, len(full))
    area = full[: runs[0].end] if runs and runs[0].start == 0 and len(full) - runs[0].end >= LEAST_LEFT + 2 else ""
    bare = full[len(area) :]
    core = LEGAL.sub("", bare)
    own = LEGAL.sub("", without(short, (area,), LEAST_LEFT) if area else short)
    if own == core or short in (bare, core):
        return len(core) >= LEAST_LEFT
    if len(short) < LEAST_SHORT or LEGAL.search(short) or not bare.startswith(short):
        return False
    return bool(_trades().fullmatch(bare[len(short) :]))


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation((*load('bodies')['company_suffixes'], *load('linking')['trades']))})+")
