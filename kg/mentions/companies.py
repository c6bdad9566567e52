"""Companies by their full names, and what stands for one (该公司, 公司)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.area_names import named_runs
from kg.mentions.mention import CompanyMention
from kg.mentions.project_names import clean_name
from kg.mentions.project_words import name_start

LONGEST = 36
DESCRIPTIONS = ("基地", "产业园", "园区", "企业", "单位", "制造商", "生产商")


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load('companies')['suffixes'])})(?![股资化型式军])")


def companies(text: str, start: int, end: int) -> Iterator[CompanyMention]:
    """The companies that `text[start:end]` names in full (…有限公司, …集团), in order.

    >>> [c.name for c in companies("该项目由甲乙新能源有限公司投资建设", 0, 17)]
    ['甲乙新能源有限公司']
    """
    at = start
    generic = load("companies")["generic"]
    for match in triggers.finditer("companies", _suffix(), text, start, end):
        if match.start() < at:
            continue
        first = name_start(text, at, match.end())
        name = _without_description(clean_name(text[first : match.end()]))
        if (
            len(name) < 4
            or name in generic
            or name.endswith(("新设公司", "上市公司", "家公司", "保险公司"))
            or not name.endswith(match[0])
        ):
            continue
        yield CompanyMention(match.end() - len(name), match.end(), name)
        at = match.end()


def _without_description(name: str) -> str:
    """The name without what the company is said to be: 某基地甲市乙有限公司 is 甲市乙有限公司."""
    for run in named_runs(name, 0, len(name)):
        if run.start and name[: run.start].endswith(DESCRIPTIONS):
            return name[run.start :]
    return name
