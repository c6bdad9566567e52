"""hosts: what is built, being built, signed or planned where. Source of the rule: guideline, "hosts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.mention import Span
from kg.mentions.reading import Reading
from kg.relations.claim import Claim, Modality
from kg.relations.places import ProjectIndex

RELATION = "hosts"
HOPED = re.compile(r"(?:争取|希望|力争|建议|呼吁|谋求)[^，。；]{0,12}$")
DENIED = re.compile(r"(?:不实|叫停|取消|终止|否认|未批|违规|受贿|非法)")
PLANNED = re.compile(r"(?:拟|计划|将|规划|即将|签约|谋划|储备|预计|筹建|未来)")


def modality_of(text: str, start: int, end: int, at: int) -> Modality:
    """How the sentence `text[start:end]` speaks of the project that begins at `at`."""
    words = text[start:end]
    if DENIED.search(words):
        return "denied"
    if HOPED.search(text[max(start, at - 16) : at]):
        return "hoped"
    return "planned" if PLANNED.search(text[max(start, at - 16) : min(end, at + 40)]) else "asserted"


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each sentence that names a project of the article, with the best place the article gives it."""
    index = ProjectIndex(reading)
    text = reading.article.text
    for sentence in reading.sentences:
        span = Span(sentence.sentence.start, sentence.sentence.end)
        zones = {(m.start, m.end) for m in sentence.areas if m.area.level == "zone"}
        for mention in sentence.projects:
            if (mention.start, mention.end) in zones or any(a <= mention.start and mention.end <= b for a, b in zones):
                continue
            project = index.ref(mention.name)
            if project.area is None:
                continue
            own = next((m for m in sentence.areas if m.area == project.area), None)
            yield Claim(
                RELATION,
                project.area,
                project,
                span,
                Span(own.start, own.end) if own else None,
                Span(mention.start, mention.end),
                modality_of(text, span.start, span.end, mention.start),
                "hosts.listed" if not mention.head else "hosts.named",
                index.confidence(mention.name) - (0.05 if not mention.head else 0.0),
                reading.date_of(sentence.sentence),
            )
