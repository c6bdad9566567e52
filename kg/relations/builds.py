"""builds: which company builds, invests in or owns which project. Source of the rule: guideline, "builds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import CompanyMention, ProjectMention, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut, tag_of
from kg.relations.claim import Claim, Company, Modality
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
    return re.compile(rf"^(?:[（(][^）)]{{0,20}}[）)])?(?:公告|宣布|表示)?[，]?(?:公司)?(?:正在|拟|将|计划|已|还|定增|募资|正式宣布|宣布|在[^，。；]{{1,12}}|以[^，。；]{{1,12}})*{money}(?:{verbs}|用于)(?:了|的|运营的?)?{money}(?:年产值[^，。；]{{1,10}}的|的)?$")


@cache
def _backward() -> re.Pattern[str]:
    verbs = alternation(load("companies")["build_verbs"])
    return re.compile(rf"^(?:[、和与及][^，。；]{{2,40}}?)?(?:共同|联合|合作|负责|全额|独资|出资)*(?:投资)?(?:新设公司)?(?:{verbs}|投资)")


def said(modality: Modality) -> Modality:
    """Who builds is asserted even where what is built is only planned."""
    return "asserted" if modality == "planned" else modality


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each company that a sentence says builds a named project."""
    index = ProjectIndex(reading)
    last: ProjectMention | None = None
    for sentence in reading.sentences:
        for company in (*sentence.companies, *short_companies(sentence)):
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
                    said(modality_of(sentence.text, sentence.sentence.start, sentence.sentence.end, company.start)),
                    rule,
                    confidence,
                    reading.date_of(sentence.sentence),
                )
        if sentence.projects:
            last = sentence.projects[-1]


SUBJECT = re.compile(
    r"(?:^|[，；。：、]|如|其中)(?P<name>[\u4e00-\u9fffA-Za-z]{2,8})(?=(?:公告|宣布)?[，]?(?:公司)?(?:拟|将|计划|宣布|正式宣布)?(?:以|投资|斥资|拟|定增)[^，。；]{0,24}(?:投建|投资建设|开建|建设|用于|兴建|涉足))"
)


def short_companies(sentence: SentenceReading) -> Iterator[CompanyMention]:
    """Companies by a short name, where the clause says that they put up money: 某某能科拟以超50亿元投建…"""
    start, end = sentence.sentence.start, sentence.sentence.end
    for match in SUBJECT.finditer(sentence.text, start, end):
        name = re.sub(r"(?:拟|将|计划|宣布|定增|正式)+$", "", match["name"])
        if any(a.start < match.end("name") and match.start("name") < a.end for a in sentence.areas) or not is_short_company(name):
            continue
        yield CompanyMention(match.start("name"), match.start("name") + len(name), name)


def is_short_company(name: str) -> bool:
    """Whether a word can be a company's short name: one the dictionary lacks, or that it lists as a name.

    >>> is_short_company("丙电科技"), is_short_company("计划")
    (True, False)
    """
    words = cut(name)
    known = sum(len(word) for word in words if tag_of(word) in ("x", "nz", "nt", "nr", "nrt") or len(word) == 1)
    return len(name) >= 3 and known >= 2 or name.endswith(("科技", "电子", "电器", "集团", "股份", "通信", "能源", "汽车", "药业")) and len(name) >= 4


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
    if last is not None and re.search(r"(?:承建|负责|投资建设|建设|施工|运营)(?:该|此|这一)(?:项目|工程)的$", text[sentence.sentence.start : company.start]):
        yield last, "builds.that-project", 0.85
        return
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
