"""builds: which company builds, invests in or owns which project. Source of the rule: guideline, "builds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import CompanyMention, ProjectMention, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.relations.claim import Claim, Company
from kg.relations.hosts import modality_of
from kg.relations.places import ProjectIndex

RELATION = "builds"
FILLER = r"(?:[^，。；：]{0,14}?)"
THAT = re.compile(r"(?:该|此|这个?|本|其)?项目$")
BY = re.compile(r"^[^，。；]{0,8}?(?:由|系|是由)$")


@cache
def _forward() -> re.Pattern[str]:
    verbs = alternation(load("companies")["build_verbs"])
    money = r"(?:(?:计划|拟|将|总)?投资[^，。；]{0,14}元[，]?)?"
    return re.compile(rf"^(?:[（(][^）)]{{0,20}}[）)])?(?:公告|宣布|表示)?[，]?(?:公司)?(?:正在|拟|将|计划|已|还|在[^，。；]{{1,12}}|以[^，。；]{{1,12}})*{money}(?:{verbs})(?:了|的|运营的?)?{money}(?:的)?$")


@cache
def _backward() -> re.Pattern[str]:
    verbs = alternation(load("companies")["build_verbs"])
    return re.compile(rf"^(?:[、和与及][^，。；]{{2,40}}?)?(?:共同|联合|合作|负责|全额|独资|出资)*(?:投资)?(?:新设公司)?(?:{verbs}|投资)")


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each company that a sentence says builds a named project."""
    index = ProjectIndex(reading)
    last: ProjectMention | None = None
    for sentence in reading.sentences:
        for company in sentence.companies:
            for project, rule, confidence in _built(sentence, company, last):
                yield Claim(
                    RELATION,
                    Company(company.name),
                    index.ref(project.name),
                    Span(min(sentence.sentence.start, project.start), sentence.sentence.end)
                    if sentence.sentence.start - project.start < 300
                    else Span(sentence.sentence.start, sentence.sentence.end),
                    Span(company.start, company.end),
                    Span(project.start, project.end),
                    modality_of(sentence.text, sentence.sentence.start, sentence.sentence.end, company.start),
                    rule,
                    confidence,
                    reading.date_of(sentence.sentence),
                )
        if sentence.projects:
            last = sentence.projects[-1]


def _built(
    sentence: SentenceReading, company: CompanyMention, last: ProjectMention | None
) -> Iterator[tuple[ProjectMention, str, float]]:
    text = sentence.text
    for project in sentence.projects:
        if project.start >= company.end:
            if _forward().match(text[company.end : project.start]):
                yield project, "builds.company-first", 0.9
        elif project.start <= company.start and company.end < project.end:
            yield project, "builds.in-name", 0.86
    before = [p for p in sentence.projects if p.end <= company.start]
    lead = text[sentence.sentence.start : company.start]
    if not _backward().match(text[company.end : company.end + 60]):
        return
    clause = re.split(r"[，。；]", lead)[-1]
    if not clause.endswith("由") and "由" not in clause:
        return
    if before and before[-1].end >= company.start - len(clause) - 30:
        yield before[-1], "builds.by-company", 0.92
    elif last is not None and re.search(r"项目|工程|基地|园区", clause[: clause.rfind("由")] or "项目"):
        yield last, "builds.that-project", 0.85
