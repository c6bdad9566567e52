"""builds: which company builds, invests in or owns which project. Source of the rule: guideline, "builds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.lexicons import alternation, load
from kg.mentions.mention import CompanyMention, ProjectMention, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.mentions.words import cut, tag_of
from kg.relations.builder_frames import (
    OF_ITS_PARTS,
    frames,
    frames_of_that,
    goes_on_to,
    looked_at_by_its_head,
    subjectless,
)
from kg.relations.claim import Claim, Company, Modality
from kg.relations.company_names import companies_in, subjects_of
from kg.relations.hosts import modality_of
from kg.relations.project_index import index_of
from kg.relations.short_companies import named_beside_verbs, owner_in_name

RELATION = "builds"
FARTHEST = 300  # characters from a project to the sentence that goes on about it, for both to be quoted
GOES_ON = ("由", "项目的", "工程的", "方是", "方为", "单位", "业主", "主体", "开发商", "项目公司")
FILLER = r"(?:[^，。；：]{0,14}?)"
TOGETHER = re.compile(r"(?:合作|共同|联合|投资|出资)(?:建设|组建|成立|设立|新建)")  # 合作建设某某公司: a verb, no name
SIGNS = re.compile(r"[^。；]{0,10}?(?:签约|签署|签订|签下|举行签约)[^。；]{0,20}")
ANNOUNCES = re.compile(r"^(?:\d{1,2}日)?(?:正式)?(?:宣布|公告|发布公告)，[^。；]{0,40}——$")
INVESTS = re.compile(
    r"^[^。；]{2,40}，(?:正式)?(?:宣布)?(?:将|拟|计划)?投资[^，。；]{2,12}元[，]?(?:开建|建设|投建|兴建|打造|新建)(?:年产值?[^，。；]{1,10}的)?$"
)


@cache
def _forward() -> re.Pattern[str]:
    verbs = alternation(load("companies")["build_verbs"])
    money = r"(?:(?:(?:计划|拟|将|总)?投资|募资|出资|以|斥资)?[^，。；\d]{0,5}\d[\d.]*[多余]?[万亿]*美?元[，]?)?"
    return re.compile(
        rf"^(?:[（(][^）)]{{0,20}}[）)])?(?:公告|宣布|表示)?[，]?(?:公司)?(?:正在|拟|将|要|加快|推进|计划|已|还|也|其|近日|日前|今日|昨日|此前|目前|定增|募资|正式宣布|宣布|在[^，。；]{{1,12}}|以[^，。；]{{1,12}})*{money}(?:{verbs}|用于|加快|推进)(?:了|的|运营的?)?{money}(?:年产值[^，。；]{{1,10}}的|的|一[个座条][^，。；]{{0,10}}的?)?$"
    )


@cache
def _backward() -> re.Pattern[str]:
    verbs = alternation(load("companies")["build_verbs"])
    return re.compile(
        rf"^(?:[、和与及][^，。；]{{2,40}}?)?(?:共同|联合|合作|负责|全额|独资|出资|统一|牵头|全面|具体|捐资)*(?:投资)?(?:新设公司)?(?:{verbs}|投资)"
    )


def said(modality: Modality) -> Modality:
    """Who builds is asserted even where what is built is only planned."""
    return "asserted" if modality == "planned" else modality


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each company that a sentence says builds a named project; a company beside a project of which no rule
    says so is turned down."""
    last: ProjectMention | None = None
    named = any(sentence.projects for sentence in reading.having["projects"])
    full = (
        tuple(
            sorted(
                {c.name for s in reading.having["companies"] for c in s.companies if not c.name.endswith("项目公司")}
            )
        )
        if named
        else ()
    )
    subjects = _Subjects(reading.sentences)
    for number, sentence in enumerate(reading.sentences):
        if not sentence.projects and (last is None or not _goes_on(sentence)):
            if _may_spend(sentence.text, sentence.start, sentence.end):
                yield from (each for each in spenders(sentence) if isinstance(each, Rejection))
            continue
        aliases = tuple(alias_subjects(sentence, full))
        short = (*short_companies(sentence), *named_beside_verbs(sentence, is_short_company))
        told = sentence.text.find("公司", sentence.start, sentence.end) >= 0
        meant = tuple(the_company(sentence, subjects.before(number))) if told else ()
        taken: set[tuple[str, str]] = set()
        turned_down: list[Rejection] = []
        for company in (*sentence.companies, *short, *aliases, *meant):
            if isinstance(company, Rejection):
                yield company
                continue
            built = (*_built(sentence, company, last), *_signed(sentence, company))
            if not built and sentence.projects:
                turned_down += _not_built(sentence, company)
            for project, rule, confidence in built:
                taken.add((company.name, project.name))
                yield _claim(reading, sentence, company, project, rule, confidence)
        for company, project, rule, confidence in _framed(reading, sentence, last):
            if (company.name, project.name) not in taken:
                taken.add((company.name, project.name))
                yield _claim(reading, sentence, company, project, rule, confidence)
        yield from turned_down
        for project in sentence.projects:
            if (owner := owner_in_name(project, full)) is not None:
                words = CompanyMention(project.start, project.end, owner)
                yield _claim(reading, sentence, words, project, "builds.in-name", 0.86)
        if sentence.projects:
            last = sentence.projects[-1]


def _claim(
    reading: Reading,
    sentence: SentenceReading,
    company: CompanyMention,
    project: ProjectMention,
    rule: str,
    confidence: float,
) -> Claim:
    near = sentence.start - project.start < FARTHEST
    return Claim(
        RELATION,
        Company(company.name),
        index_of(reading).ref(project.name),
        Span(min(sentence.start, project.start) if near else sentence.start, sentence.end),
        Span(company.start, company.end),
        Span(project.start, project.end),
        said(modality_of(sentence.text, sentence.start, sentence.end, company.start)),
        rule,
        confidence,
        reading.date_of(sentence.sentence),
    )


def _framed(
    reading: Reading, sentence: SentenceReading, last: ProjectMention | None
) -> Iterator[tuple[CompanyMention, ProjectMention, str, float]]:
    """Who builds by the frame of the sentence, whatever form of its name the company has there."""
    found = frames(sentence) if sentence.projects else frames_of_that(sentence, last) if last is not None else iter(())
    for frame in found:
        for company in companies_in(reading, sentence, frame.start, frame.end, frame.named):
            yield company, frame.project, frame.rule, frame.confidence
    for project in sentence.projects:
        if not subjectless(sentence, project):
            continue
        for subjects in subjects_of(reading, sentence, project.start):
            end = max(subject.end for subject in subjects) if subjects else project.start
            if goes_on_to(sentence, end, project) and looked_at_by_its_head(sentence, end, project):
                yield from ((subject, project, "builds.subject", 0.83) for subject in subjects)
                break


def _goes_on(sentence: SentenceReading) -> bool:
    """Whether a sentence without a project may say who builds the last one: by 由, as 负责该项目的, or as 建设单位."""
    return any(sentence.text.find(word, sentence.start, sentence.end) >= 0 for word in GOES_ON)


class _Subjects:
    """Which company 公司 means in each sentence: the one that the sentence before begins with, or goes on about."""

    def __init__(self, sentences: Sequence[SentenceReading]) -> None:
        self.sentences = sentences
        self._left: dict[int, CompanyMention | None] = {-1: None}

    def before(self, number: int) -> CompanyMention | None:
        """The company that the sentences before this one leave as the subject."""
        at = number - 1
        while at not in self._left:
            sentence = self.sentences[at]
            begins = [c for c in (*sentence.companies, *short_companies(sentence)) if isinstance(c, CompanyMention)]
            begins = [c for c in begins if c.start - sentence.start <= DATE_LENGTH]
            if begins or not THE_COMPANY.search(sentence.text, sentence.start, sentence.end):
                self._left[at] = begins[0] if begins else None
                break
            at -= 1
        for later in range(at + 1, number):
            self._left[later] = self._left[at]
        return self._left[at]


SENTENCE_SUBJECT = re.compile(
    r"(?:[^，。]{0,10}[日年]，)?(?P<name>[\u4e00-\u9fffA-Za-z]{3,8}?)(?=在|宣布|公告|将|拟|与|此次|目前|计划|董事长)"
)
LATELY = re.compile(r"(?:近日|日前|昨日|昨天|今天|今日|此前|去年|今年|最近)$")  # 某某近日宣布
SUBJECT = re.compile(
    r"(?:^|[，；。：、]|如|其中)(?P<name>[\u4e00-\u9fffA-Za-z]{2,8})(?=(?:公告|宣布)?[，]?(?:公司)?(?:拟|将|计划|宣布|正式宣布)?(?:以|投资|斥资|拟|定增)[^，。；]{0,24}(?:投建|投资建设|开建|建设|用于|兴建|涉足))"
)


def short_companies(sentence: SentenceReading) -> Iterator[CompanyMention | Rejection]:
    """Companies by a short name: those that put up money, and the one that the sentence begins with."""
    yield from spenders(sentence)
    if (company := subject_company(sentence)) is not None:
        yield company


def _may_spend(text: str, start: int, end: int) -> bool:
    """Whether a part of each half of what `SUBJECT` goes on with stands in `text[start:end]`. (Every sentence is asked:
    a call for each word takes a third of what `any` takes.)"""
    find = text.find
    return (find("建", start, end) >= 0 or find("用于", start, end) >= 0 or find("涉足", start, end) >= 0) and (
        find("投资", start, end) >= 0
        or find("以", start, end) >= 0
        or find("斥资", start, end) >= 0
        or find("拟", start, end) >= 0
        or find("定增", start, end) >= 0
    )


def spenders(sentence: SentenceReading) -> Iterator[CompanyMention | Rejection]:
    """Companies by a short name, where the clause says that they put up money: 某某能科拟以超50亿元投建…; common words
    that stand there are turned down."""
    text, start, end = sentence.text, sentence.start, sentence.end
    if not _may_spend(text, start, end):
        return
    for match in SUBJECT.finditer(text, start, end):
        name = re.sub(r"^(?:如|其中|比如|像)", "", re.sub(r"(?:拟|将|计划|宣布|定增|正式)+$", "", match["name"]))
        if any(a.start < match.end("name") and match.start("name") < a.end for a in sentence.areas):
            continue
        first = match.start("name") + match["name"].find(name)
        if not is_short_company(name):
            yield Rejection(Why("builds.common-word"), Span(start, end), Span(first, first + len(name)))
            continue
        yield CompanyMention(first, first + len(name), name)


THE_COMPANY = re.compile(r"(?:^|(?<=[，。；]))公司(?=拟|将|计划|正在|正|已|投资|新建|在)")
DATE_LENGTH = 8  # characters: 12月31日，


def the_company(sentence: SentenceReading, subject: CompanyMention | None) -> Iterator[CompanyMention]:
    """公司 at the start of a clause, where the sentence before begins with a company: that one."""
    if subject is not None:
        for match in THE_COMPANY.finditer(sentence.text, sentence.sentence.start, sentence.sentence.end):
            yield CompanyMention(match.start(), match.end(), subject.name)


CLAUSE_SUBJECT = re.compile(
    r"(?:^|[，。；：])(?P<name>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:要|将|正|计划|拟)?(?=加快|推进|投资建设|建设|实施|启动)"
)


def alias_subjects(sentence: SentenceReading, full: tuple[str, ...]) -> Iterator[CompanyMention]:
    """Clause subjects that are the beginning of a company's name that the article gives in full."""
    if not full:
        return
    if not any(sentence.text.find(name[:2], sentence.start, sentence.end) >= 0 for name in full):
        return  # the shortest beginning of a name
    for match in CLAUSE_SUBJECT.finditer(sentence.text, sentence.sentence.start, sentence.sentence.end):
        known = [name for name in full if name.startswith(match["name"]) and name != match["name"]]
        if len(known) == 1:
            yield CompanyMention(match.start("name"), match.end("name"), known[0])


def subject_company(sentence: SentenceReading) -> CompanyMention | None:
    """The company by a short name that a sentence begins with: (8月3日，)某某电器在某地举行开工仪式."""
    match = SENTENCE_SUBJECT.match(sentence.text, sentence.sentence.start, sentence.sentence.end)
    if match is None or LATELY.search(match["name"]) or not is_short_company(match["name"]):
        return None
    if any(a.start < match.end("name") and match.start("name") < a.end for a in sentence.areas):
        return None
    return CompanyMention(match.start("name"), match.end("name"), match["name"])


@lru_cache(maxsize=4096)
def is_short_company(name: str) -> bool:
    """Whether a word can be a company's short name: one the dictionary lacks, or that it lists as a name.

    >>> is_short_company("丙电科技"), is_short_company("计划")
    (True, False)
    """
    words = cut(name)
    known = sum(len(word) for word in words if tag_of(word) in ("x", "nz", "nt", "nr", "nrt") or len(word) == 1)
    return (len(name) >= 3 and known >= 2) or (
        name.endswith(("科技", "电子", "电器", "集团", "股份", "通信", "能源", "汽车", "药业")) and len(name) >= 4
    )


def _not_built(sentence: SentenceReading, company: CompanyMention) -> Iterator[Rejection]:
    """Why a company builds none of the projects beside it: it is named behind one without 由, or no verb joins them.
    Nothing of a short name that is part of a full one."""
    if any(c is not company and c.start < company.end and company.start < c.end for c in sentence.companies):
        return
    quote, words = Span(sentence.sentence.start, sentence.sentence.end), Span(company.start, company.end)
    behind = _backward().match(sentence.text[company.end : company.end + 60])
    for project in sentence.projects:
        why = Why("builds.no-by") if behind and project.end <= company.start else Why("builds.no-verb")
        yield Rejection(why, quote, words, Span(project.start, project.end))


def _signed(sentence: SentenceReading, company: CompanyMention) -> Iterator[tuple[ProjectMention, str, float]]:
    """The project that a government signs with a company, where the sentence names one of each."""
    if len(sentence.projects) != 1 or len({c.name for c in sentence.companies}) != 1:
        return
    project = sentence.projects[0]
    if project.start < company.end or _forward().match(sentence.text[company.end : project.start]):
        return
    with_it = sentence.text.endswith("与", 0, company.start)
    if with_it and SIGNS.match(sentence.text, company.end, project.start):
        yield project, "builds.signed", 0.8


def _built(
    sentence: SentenceReading, company: CompanyMention, last: ProjectMention | None
) -> Iterator[tuple[ProjectMention, str, float]]:
    text = sentence.text
    for project in sentence.projects:
        if project.start >= company.end:
            if _forward().match(text[company.end : project.start]):
                yield project, "builds.company-first", 0.89
            elif ANNOUNCES.match(text[company.end : project.start]) and company.start - sentence.sentence.start <= 12:
                yield project, "builds.announces", 0.82
            elif INVESTS.search(text[company.end : project.start]) and company.start - sentence.sentence.start <= 12:
                yield project, "builds.subject", 0.8
        elif (
            project.start <= company.start
            and company.end < project.end
            and not (TOGETHER.search(company.name) or company.name.endswith("项目公司"))
        ):
            yield project, "builds.in-name", 0.86
    if last is not None and re.search(
        r"(?:承建|负责|投资建设|建设|施工|运营)(?:该|此|这一)(?:项目|工程)的$",
        text[sentence.sentence.start : company.start],
    ):
        yield last, "builds.that-project", 0.85
        return
    before = [p for p in sentence.projects if p.end <= company.start]
    lead = text[sentence.sentence.start : company.start]
    if not _backward().match(text[company.end : company.end + 60]):
        return
    clause = re.split(r"[，。；]", lead)[-1]
    if ("由" not in clause) or OF_ITS_PARTS.search(clause):
        return
    if before and before[-1].end >= company.start - len(clause) - 30:
        yield before[-1], "builds.by-company", 0.89
    elif (
        last is not None
        and not sentence.projects
        and re.search(r"项目|工程|基地|园区", clause[: clause.rfind("由")] or "项目")
    ):
        yield last, "builds.that-project", 0.85
