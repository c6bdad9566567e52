"""hosts: what is built, being built, signed or planned where. Source of the rule: guideline, "hosts"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.lexicons import load
from kg.mentions.mention import Area, ProjectMention, Span
from kg.mentions.project_names import has_proper_name
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Modality
from kg.relations.project_index import index_of

RELATION = "hosts"
SUREST = 0.89  # of the claims read on articles never seen nine in ten were right, wherever the place was said
COMPONENT = re.compile(r"(?:主要建设|建设内容|主要包括|拟建设|主要由)[^，。；]{0,6}$")
COMPONENTS = re.compile(
    r"(?:项目|工程)[^。；：]{0,40}?，(?:主要建设|建设内容(?:主要)?(?:包括|为|有)|主要包括)[^，。；：]*$"
)
# 甲省丙州至乙省丁城, where 丙州 is no division; 甲省送乙省
LINE = re.compile(r"(?:[\u4e00-\u9fff]{0,4}(?:机场|站|港)?)(?:[—\-–~～至到]{1,2}|送|入)")
SHORE = re.compile(r"[东南西北]岸(?:位于|坐落于|连接|接|在|为)?$")
HOPED = re.compile(r"(?:争取|希望|力争|建议|呼吁|谋求|可以|可考虑|有望)[^，。；]{0,12}$")
DENIED = re.compile(r"(?:不实|叫停|取消|终止|否认|未批|违规|受贿|非法)")
PLANNED = re.compile(r"(?:拟|计划|将|规划|即将|签约|谋划|储备|预计|筹建|未来)")


DONE = re.compile(
    r"(?:如期|正式|全面|全部|顺利|成功|已|不久前)[^，。；将]{0,6}?(?:开园|投产|建成|投用|投运|通车|竣工|启用|运营)|(?:已|已经)初具规模"
)
OWN_CLAUSE = re.compile(r"[^，。；]*")
NOT_YET = re.compile(r"将|拟|计划|预计|即将|有望|力争|[年月]底|年内|前|签约|后")


def modality_of(text: str, start: int, end: int, at: int) -> Modality:
    """How the sentence `text[start:end]` speaks of the project that begins at `at`: what its own clause says it has
    reached goes before what the next one plans."""
    words = text[start:end]
    if DENIED.search(words):
        return "denied"
    if HOPED.search(text[max(start, at - 16) : at]):
        return "hoped"
    clause = OWN_CLAUSE.match(text, at, end)[0]  # type: ignore[index]
    if (done := DONE.search(clause)) and not NOT_YET.search(clause, 0, done.start()):
        return "asserted"
    return "planned" if PLANNED.search(text[max(start, at - 16) : min(end, at + 40)]) else "asserted"


def ends_of(reading: Reading, sentence: SentenceReading, mention: ProjectMention) -> tuple[Area, ...]:
    """The two areas that a line of this name joins (甲市—乙市高铁) or a bridge stands in (北岸位于甲区，南岸位于乙区);
    () for any other project."""
    inside = [m for m in sentence.areas if mention.start < m.end <= mention.end]
    pairs = [
        (first.area, second.area) for first, second in itertools.pairwise(inside)
        if LINE.fullmatch(sentence.text[first.end : second.start])
    ]  # fmt: skip
    if pairs:
        return pairs[-1 if mention.name.endswith("段") else 0]  # 甲市至丙市铁路甲市至乙县段 ends in 乙县
    row = [p for p in sentence.projects if p is not mention]
    if not row:
        shores = [
            m for m in sentence.areas if m.start >= mention.end and SHORE.search(sentence.text[mention.end : m.start])
        ]
        if len(shores) == 2:
            return shores[0].area, shores[1].area
    return ()


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each sentence that names a project of the article, with the best place the article gives it."""
    index = index_of(reading)
    text = reading.article.text
    for sentence in reading.having["projects"]:
        if not sentence.projects:
            continue
        span = Span(sentence.start, sentence.end)
        for mention in sentence.projects:
            of_another = mention.head in load("projects")["parts_of_site"] or any(
                p.end <= mention.start for p in sentence.projects
            )
            if of_another and COMPONENT.search(text[max(span.start, mention.start - 10) : mention.start]):
                yield Rejection(Why("hosts.part"), span, None, Span(mention.start, mention.end))
                continue
            if not has_proper_name(mention.name) and COMPONENTS.search(text, span.start, mention.start):
                yield Rejection(Why("hosts.part"), span, None, Span(mention.start, mention.end))
                continue
            if not index.is_work(mention.name):
                yield Rejection(Why("hosts.no-work"), span, None, Span(mention.start, mention.end))
                continue  # 甲城运动会跳马项目, 乙妈妈关爱项目
            project = index.ref(mention.name)
            if project.area is None:
                yield Rejection(Why("hosts.no-area"), span, None, Span(mention.start, mention.end))
                continue
            ends = index.ends_of(mention.name) or ends_of(reading, sentence, mention)
            for area in ends or (project.area,):
                own = next((m for m in sentence.areas if m.area == area), None)
                yield Claim(
                    RELATION,
                    area,
                    project,
                    span,
                    Span(own.start, own.end) if own else None,
                    Span(mention.start, mention.end),
                    modality_of(text, span.start, span.end, mention.start),
                    "hosts.line-end" if ends else "hosts.named" if mention.head else "hosts.listed",
                    min(SUREST, index.confidence(mention.name)) - (0.0 if mention.head else 0.05),
                    reading.date_of(sentence.sentence),
                )
