"""inspects: which official went to which project, body, company or place on duty. Source of the rule: guideline,
"inspects".

某某到某镇调研, 某某来到某项目、某公司察看, 某某调研某项目. What the verb of going or looking names is a row of items.
An item counts where it is, to its end, a project, a company, a public body or an area: 甲镇 in 甲镇中心小学 only says
where something lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.chunks import Chunk, body_ends
from kg.mentions.mention import Area, Body, Span
from kg.mentions.organisations import read_body
from kg.mentions.project_names import has_proper_name
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.titles import Title
from kg.relations.actors import Actor, actors, people_of
from kg.relations.claim import Claim, Company, Person, Project
from kg.relations.happened import day_of
from kg.relations.project_index import index_of

RELATION = "inspects"
AREA_LEVELS = ("county", "township", "village", "zone", "prefecture")
NOT_YET = re.compile(r"(?:将|拟|计划|准备|即将|要)$")
ROW = re.compile(r"、|以及|[和及与]")
NO_NAME = re.compile(r"[的了\d\s]|部队$|^各|市直|公立|有关|相关|人员|带队")  # 驻军部队, 市直公立医院: which is not said
MARK = re.compile("[。；]")
VILLAGE = re.compile(r"(?<=[省市县区镇乡])[\u4e00-\u9fff]{2,5}村$|(?<=街道)[\u4e00-\u9fff]{2,5}村$")
OUTSIDE = re.compile(
    r"(?:[省市县区镇乡村]|街道|项目|企业|单位|园区|基地)$"
)  # what may stand before a name that is whole
JOINED = re.compile(r"[及和与]")
LONGEST = 26  # characters of an item that may be a body: 甲省乙市丙区应急管理局消防救援大队 has 18
SHORT_PREFIX = 2  # 武警甲市支队
SHORTEST_BODY = 4
Thing = Project | Company | Body | Area


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("inspections")
    looks, adverbs = alternation(lexicon["looks"]), alternation(lexicon["adverbs"])
    return (
        re.compile(rf"(?:{adverbs})*(?:{alternation(lexicon['goes'])})"),
        re.compile(rf"(?:{adverbs})*(?:{looks})(?:了)?"),
        re.compile(looks),
        re.compile(
            rf"[，。；：“”《》（）]|(?:就|开展)(?=“)|(?:等地?)?(?:{alternation(lexicon['behind_place'])})?(?:{looks})"
        ),
    )


def _then_looks(text: str, start: int, end: int) -> bool:
    """Whether a verb of looking stands in the clauses behind a verb of going."""
    first = next(triggers.finditer("inspects.looks", _patterns()[2], text, start, end), None)
    return first is not None and MARK.search(text, start, first.start()) is None


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load('inspections')['tails'])})*")


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each official and each thing that a sentence says they went to look at."""
    if not any(people_of(reading).values()):
        return
    goes, looks, _, _ = _patterns()
    for sentence in reading.beginning("inspects.looks"):
        text, start, end = sentence.text, sentence.start, sentence.end
        done: set[Span] = set()
        for pattern, rule in ((goes, "inspects.goes-to"), (looks, "inspects.looks-at")):
            for verb in triggers.finditer(rule, pattern, text, start, end):
                if pattern is goes and not _then_looks(text, verb.end(), end):
                    continue
                who = [actor for actor in actors(reading, sentence, verb.start()) if actor.official]
                if not who or NOT_YET.search(text[start : verb.start()]):
                    continue
                things = list(_things(reading, sentence, verb.end()))
                if len(who) > 1 and len(things) > 1 and "分别" in text[max(a.end for a in who) : verb.end()]:
                    continue  # 甲、乙分别到丙镇、丁镇: who went where is not said
                for thing, span in things:
                    if span not in done:
                        done.add(span)
                        for actor in who:
                            yield _claim(reading, sentence, actor, thing, span, rule)


def _things(reading: Reading, sentence: SentenceReading, at: int) -> Iterator[tuple[Thing, Span]]:
    """The things of the row that begins at `at`, right behind the verb, up to the end of the clause or its verb."""
    text = sentence.text
    closes = _patterns()[3].search(text, at, sentence.sentence.end)
    end = closes.start() if closes else sentence.sentence.end
    named = list(_named(reading, sentence, at, end))
    left = at
    while left < end:
        for right in _ends(text, named, left, end):
            found = next((p for p in named if p[1].start >= left and _fills(text, p, left, right)), None)
            found = found or _body(sentence, left, right)
            if found is not None:
                yield found
                break
        left = right + len(ROW.match(text, right, end)[0]) if ROW.match(text, right, end) else end


def _ends(text: str, named: list[tuple[Thing, Span]], left: int, end: int) -> Iterator[int]:
    """Where the item that begins at `left` may end: at the next 和 or 、, at a later 和 (运行和治理中心), last at the
    first 、 outside a name."""
    for match in ROW.finditer(text, left, end):
        if any(span.start < match.start() < span.end for _, span in named):
            continue
        yield match.start()
        if match[0] in ("、", "以及"):
            return
    yield end


def _named(reading: Reading, sentence: SentenceReading, at: int, end: int) -> Iterator[tuple[Thing, Span]]:
    index = index_of(reading)
    for project in sentence.projects:
        if at <= project.start and project.end <= end and (ref := index.ref(project.name)).area is not None:
            yield ref, Span(project.start, project.end)
    for company in sentence.companies:
        if at <= company.start and company.end <= end and not JOINED.search(company.name):
            yield Company(company.name), Span(company.start, company.end)
    for mention in sentence.areas:
        if at <= mention.start and mention.end <= end and mention.area.level in AREA_LEVELS and not mention.relative:
            yield mention.area, Span(mention.start, mention.end)


def _fills(text: str, named: tuple[Thing, Span], left: int, right: int) -> bool:
    """Whether a thing is what its item means: only a place may stand before it, and 现场 or 等地 behind."""
    thing, span = named
    if span.end > right or not _tail().fullmatch(text, span.end, right):
        return False
    before = text[left : span.start]
    return (
        not before
        or before.endswith(("的", "位于"))
        or (not isinstance(thing, Area) and OUTSIDE.search(before) is not None)
    )


def _body(sentence: SentenceReading, left: int, right: int) -> tuple[Thing, Span] | None:
    """The public body that an item is, with the area that the sentence or the article gives it."""
    text = sentence.text
    for end in range(right, left + SHORTEST_BODY - 1, -1):
        if _tail().fullmatch(text, end, right) and body_ends(text[left:end]) == "body":
            break
    else:
        return None
    if end - left > LONGEST or NO_NAME.search(text[left:end]):
        return None
    near = [m for m in sentence.areas if left <= m.start and m.end <= end]
    if near and near[0].start > left + SHORT_PREFIX:
        return None  # 中央某署甲市中心: a body of another one
    body = read_body(
        text, Chunk(left, end, "", left), Title(end, end, "", "", "主任", "chief"), near, sentence.finder, None, None
    )
    if body is None or body.kind == "company" or (body.area is None and not has_proper_name(body.name)):
        return None  # 工会户外劳动者服务站: one of many
    if (village := VILLAGE.search(body.name)) and body.area is not None and (body.area.code or body.area.parent):
        return Area(village[0], "village", None, body.area.code or body.area.parent), Span(left, end)
    return body, Span(left, end)


def _claim(reading: Reading, sentence: SentenceReading, actor: Actor, thing: Thing, span: Span, rule: str) -> Claim:
    return Claim(
        RELATION, Person(actor.name, actor.official), thing, Span(sentence.sentence.start, sentence.sentence.end),
        Span(actor.start, actor.end), span, "asserted", rule, 0.89 if rule == "inspects.goes-to" else 0.86,
        day_of(reading, sentence, actor.start),
    )  # fmt: skip
