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
from kg.mentions.words import frequency

CLAUSE_MARKS = "，。；：、\n"
NO_BEGINNING = "做抓办促推看听说去来到赴把对为向与和在从由让使将拟该本此"
LONGEST = 36
DESCRIPTIONS = ("基地", "产业园", "园区")
# 工程施工总承包单位甲工程局有限公司; 甲企业管理有限公司 is called so
SAID_TO_BE = re.compile(
    r".{0,12}?(?:单位|企业|旗下|子公司|承包商|运营商|制造商|巨头)(?!管理|服务|发展|咨询|集团|联盟|投资|家|总|有限|股份|公司|孵化|策划)(?=.{5})"
)


@cache
def _suffix() -> re.Pattern[str]:
    # 甲（集团）股份有限公司 is one name, and its first half none
    return re.compile(
        rf"(?:{alternation(load('companies')['suffixes'])})(?![股资化型式军]|[）)][\u4e00-\u9fff]{{0,8}}公司)"
    )


@cache
def _called() -> tuple[str, ...]:
    return (*DESCRIPTIONS, *load("companies")["called_companies"])


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
        first = _whole(text, at, name_start(text, at, match.end()), match.start())
        name = _without_description(clean_name(text[first : match.end()]))
        if name.startswith("目的") and text.endswith("项", 0, match.end() - len(name)):
            name = name[2:]  # 承建该项目的甲公司: the cutter reads 该项, 目的
        if (
            len(name) < 4
            or name in generic
            or name.endswith(("新设公司", "上市公司", "家公司", "保险公司"))
            or not name.endswith(match[0])
        ):
            continue
        yield CompanyMention(match.end() - len(name), match.end(), name)
        at = match.end()


def _whole(text: str, left: int, first: int, suffix: int) -> int:
    """Where the name begins whose first character was read as a verb of its own: 下一步，建某集团 is 建某集团's."""
    if suffix - first != 1 or first - 1 < left or (first - 1 > left and text[first - 2] not in CLAUSE_MARKS):
        return first
    return first if frequency(text[first - 1 : suffix]) or text[first - 1] in NO_BEGINNING else first - 1


def _without_description(name: str) -> str:
    """The name without what the company is said to be: 某基地甲市乙有限公司 is 甲市乙有限公司."""
    for run in named_runs(name, 0, len(name)):
        if run.start and name[: run.start].endswith(_called()):
            return name[run.start :]
    said = SAID_TO_BE.match(name)
    return name[said.end() :] if said else name
