"""A line and what is built on it: 甲高铁乙特大桥 are two names, and the first sentence that a bridge is closed says
that its line is being built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.mentions.mention import ProjectMention, Span
from kg.mentions.project_names import clean_name, has_proper_name, is_specific, with_one_area

LINE_AND_PART = re.compile(
    r"(?P<line>.{2,}?(?:高速铁路|城际铁路|铁路|高铁|高速公路|高速|城际|号线|专线|一级公路|快速路)(?:[东西南北]延(?:伸线|线|段)?|[一二三]期)?(?:工程)?)"
    r"(?P<part>[\u4e00-\u9fff0-9]{2,}(?:大桥|隧道|枢纽|互通立交|火车[东南西北]?站|高铁[东南西北]?站))"
)
PHASE = re.compile(r"[（(]?第?[一二三四五六七八九十\d]+期|[\u4e00-\u9fffA-Z\d]{1,6}标?段")
BUILT_BY = re.compile(r"(?:承建|承担|施工|建设|参建|修建|负责)[^，。；]{0,6}的$")
OF_LINE = re.compile(
    r"(?:的|全线|全长|[重难]点|关键|控制性?|节点|标志性|重要|先行|核心|配套|首个|最长|最大|最高|唯一|段|上)*"
    r"(?:工程|项目|[起终]点站|枢纽站|中间站|车站|组成部分|受端|送端|隧道|桥梁|大桥|特大桥)[—－-]{1,2}"
)
LINE = re.compile(r"(?:铁路|高铁|高速公路|高速|城际|号线|专线|公路|通道|大道|快速路|航道|工程|管道|段)$")


def with_its_line(text: str, mention: ProjectMention) -> Iterator[ProjectMention]:
    """A mention, or, where its name joins a line and a part of it, one of each; who builds the part builds no line.

    >>> [p.name for p in with_its_line("云鹤高铁青禾河特大桥", ProjectMention(0, 10, "云鹤高铁青禾河特大桥", "特大桥"))]
    ['云鹤高铁', '青禾河特大桥']
    """
    match = LINE_AND_PART.fullmatch(mention.name)
    if (
        match is None
        or mention.end - mention.start != len(mention.name)
        or not is_specific(match["line"])
        or BUILT_BY.search(text, max(0, mention.start - 16), mention.start)
    ):
        yield replace(mention, name=with_one_area(mention.name))
        return
    split = mention.start + match.end("line")
    yield ProjectMention(mention.start, split, with_one_area(match["line"]), "")
    part = match["part"]
    if is_specific(part) and has_proper_name(part):
        yield ProjectMention(split, mention.end, part, mention.head)


def goes_before_part(text: str, whole: ProjectMention, name: str, stop: int, strong: tuple[str, ...]) -> bool:
    """Whether a name that goes on behind 项目 or 工程 only adds a part of it: 某机场三期扩建工程T3航站楼."""
    return (
        whole.name.endswith(strong)
        and not name.endswith(strong)
        and PHASE.fullmatch(text, whole.end, stop) is None
    )  # fmt: skip


def lines_of_parts(text: str, turned_down: Iterable[Span], found: Iterable[ProjectMention]) -> list[ProjectMention]:
    """The lines, among names that were turned down, that another name is said to be a part of:
    甲高速控制性工程——乙大桥合龙."""
    starts = {each.start for each in found}
    more: list[ProjectMention] = []
    for span in turned_down:
        name = with_one_area(clean_name(text[span.start : span.end]))
        if LINE.search(name) and (match := OF_LINE.match(text, span.end)) and match.end() in starts:
            if more and more[-1].start == span.start:
                more.pop()  # 甲高速, and 甲高速公路
            more.append(ProjectMention(span.start, span.end, name, ""))
    return more
