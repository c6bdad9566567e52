"""Companies by a short name that a clause says build (由某某天成负责建设, 承建该项目的某某一公司), and projects that
begin with the name of a company of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from kg.mentions.area_names import named_runs
from kg.mentions.mention import CompanyMention, ProjectMention
from kg.mentions.project_names import general_words
from kg.mentions.reading import SentenceReading

BY = re.compile(
    r"由(?P<name>[\u4e00-\u9fff]{3,8}?)(?=(?:全面|统一|具体|牵头|独家|捐资)*(?:负责|承建|投资建设|统一规划|规划建设|捐资建设|捐建|建设运营|实施建设))"
)
OF_THAT = re.compile(
    r"(?:承建|负责|投资建设|施工|运营)(?:该|此|这一)(?:项目|工程)的(?P<name>[\u4e00-\u9fff]{4,10}?(?:公司|局|集团|[一二三四五六]处|建投|建工|路桥))"
)
ANNOUNCED = re.compile(
    r"(?:^|[，。；：])(?P<name>[\u4e00-\u9fff]{4,6})(?=(?:近日|日前|今日|昨日|此前|也|已)*宣布(?:其)?(?:将|拟|计划)(?:投资)?(?:建设|新建|投建|兴建))"
)
BRANCH = re.compile(r"[（(]")  # 甲电器（乙市）有限公司 is not the whole 甲电器
LEAST_SHARED = 4  # characters of a company's name that a project begins with


def named_beside_verbs(sentence: SentenceReading, is_short: Callable[[str], bool]) -> Iterator[CompanyMention]:
    """Short names that stand where only the builder of a project stands; `is_short` tells names from common words."""
    text = sentence.text
    for pattern in (BY, OF_THAT, ANNOUNCED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span("name")
            if any(c.start < end and start < c.end for c in sentence.companies):
                continue
            if pattern is BY and any(a.start <= start and end <= a.end for a in sentence.areas):
                continue
            if pattern is OF_THAT or is_short(match["name"]):
                yield CompanyMention(start, end, match["name"])


def owner_in_name(project: ProjectMention, companies: tuple[str, ...]) -> str | None:
    """The one company of the article that a project's name begins with, in its short form.

    >>> owner_in_name(ProjectMention(0, 12, "鹤鸣云帆零部件研发项目", "项目"), ("鹤鸣云帆科技有限公司", "青禾集团"))
    '鹤鸣云帆科技有限公司'
    """
    found = [name for name in companies if not BRANCH.search(name) and _begins_with(project.name, name)]
    return found[0] if len(found) == 1 else None


def _begins_with(project: str, company: str) -> bool:
    shared = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(project, company, strict=False)))
    if len(shared) < LEAST_SHARED or project.startswith(company):
        return False
    area = next((run.end for run in named_runs(shared, 0, len(shared)) if run.start == 0), 0)
    own = general_words().sub("", shared[area:])
    return len(shared) - area >= LEAST_SHARED - (1 if area else 0) and len(own) >= 3
