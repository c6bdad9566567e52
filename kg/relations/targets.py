"""targets: numbers to be reached. Source of the rule: guideline, "targets".

A clause behind a word of intent (力争, 确保, 到2025年) that ends in a number with a unit is a target; what stands
before the number is the indicator. A clause without an indicator of its own (年均增长8%) takes that of the clause
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.mention import Area, Span
from kg.mentions.numbers import ARABIC
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.batch import area_for
from kg.relations.builds import subject_company
from kg.relations.claim import Claim, Company, Target
from kg.relations.places import PARK

RELATION = "targets"
INTENT = re.compile(
    r"力争|争取(?!项目|资金)|确保|(?<!设计)(?<!个)目标(?:是|为|要)?|(?<![年截])[到至]20\d\d年(?:底|末)?|20\d\d年(?=力争|要|将)|未来[一二三四五六七八九十\d]+(?:至[一二三四五六七八九十\d]+)?年|“十[一二三四五六]五”(?:期间|末)(?=[^。；]*(?:将|力争|计划))|计划[^，。；]{0,14}(?=提升至|提升到|扩大|再增加|新增|突破|达到)|要(?=超过|达到|突破|达)|使(?=[^，。；]{2,14}达到)|20\d\d年[^，。；\d]{1,10}将(?=实现)"
)
YEAR = re.compile(r"(20\d\d)年")
OUTPUT = re.compile(
    r"(?:建成|投产|达产|投用|投运|竣工|完工)(?:后|以后|达效)|预计|预测|有望|分析师|可实现|可年产|年产(?=\d)"
)
TAIL = re.compile(r"(?:以上|左右|以内|以下|之内|的目标.*|目标.*|的水平.*|之多)?[。；，、！”]*$")
STRIP = re.compile(
    r"^(?:力争|争取|确保|并|且|同时|其中|到|在|将|要|使|让|把|实现|目标是?|计划|全年|今年|明年|年内|未来[一二三四五六七八九十\d]+年|[“”]|期间|“?十[一二三四五六]五”?期间|20\d\d年(?:底|末|前)?|年底前?|[一二三四五六七八九十\d]+年内|分别|累计|每年|再(?!生)|全市|全县|全区|全省|我市|我县|力争到|，|：|:|提出的|县?第[一二三四五六七八九十]+次党代会提出的|的|全面|满足|努力|预期|把|其|“十[一二三四]五”期间)+"
)
PAST = re.compile(r"已(?:经|完成|实现|达)|完成年度|完成了|达到了|收受|出资|实缴|实际|涉及|同比|占计划|完成率|超序时")
NO_NUMBER = re.compile(r"([\u4e00-\u9fff]{3,14}?)(?:实现|取得|有)")  # 某企业实现零的突破, then 达到2家
COUNTS = re.compile(r"(?<![\d第.])\d[\d.,]*(?![\d.,年月日届次号])")  # a number that is no date: a candidate
MOST = 24  # characters of an indicator


@dataclass(frozen=True, slots=True)
class _Hit:
    indicator: str
    value: str
    unit: str
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("targets")
    number = rf"(?P<value>{ARABIC}|[一二两三四五六七八九十]{{1,3}}|百|千)"
    unit = rf"(?P<unit>{alternation(lexicon['units'])}|万|亿)"
    lead = rf"(?P<lead>(?:年均)?(?:{alternation(lexicon['leads_in'])})(?:了)?(?:全[省国市])?(?:前)?(?:约|近|超|到|至)?)"
    return (
        re.compile(rf"^(?P<indicator>.*?)(?:要|将|均|力争|再)?{lead}{number}(?:至\d+)?{unit}$"),
        re.compile(rf"^(?P<indicator>.*?[\u4e00-\u9fff]){number}(?:至\d+)?(?:余|多)?{unit}$"),
        re.compile(
            rf"^(?P<verb>{alternation((*lexicon['verbs'], '再增加', '形成', '达到', '增加'))})"
            r"(?P<low>\d+|[一二两三四五六七八九十]+)(?:(?:至|-|—)(?P<high>\d+))?(?:余|多)?"
            rf"{unit}(?:以上)?(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z]{{2,12}})$"
        ),
    )


@cache
def _achieved() -> re.Pattern[str]:
    return re.compile(alternation(load("targets")["achieved"]))


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each number to be reached that a sentence states; other numbers beside a word of intent are turned
    down."""
    text = reading.article.text
    for sentence in reading.beginning("targets"):
        start, end = sentence.start, sentence.end
        intent = next(triggers.finditer("targets", INTENT, text, start, end), None)
        if intent is None:
            continue
        quote = Span(start, end)
        if OUTPUT.search(sentence.words):
            if COUNTS.search(text, intent.end(), end):
                yield Rejection(Why("targets.forecast"), quote, None, Span(intent.start(), end))
            continue
        year: int | None = None
        previous = ""
        begun = False
        for clause_start, clause_end in clauses(text, start, end):
            clause = text[clause_start:clause_end]
            stated = YEAR.search(clause)
            if INTENT.search(clause):
                begun = True
                year = int(stated[1]) if stated else year
            words = Span(clause_start, clause_end)
            if not begun:
                continue
            past = PAST.search(clause)
            if past or (_achieved().search(clause) and not INTENT.search(clause)):
                if COUNTS.search(clause):
                    yield Rejection(Why("targets.reached"), quote, None, words)
                begun = not past
                continue
            if year is not None and reading.year is not None and year < reading.year:
                if COUNTS.search(clause):
                    yield Rejection(Why("targets.past-year"), quote, None, words)
                begun = False
                continue
            skipped = _subject_length(sentence, clause, clause_start)
            hit = _hit(clause[skipped:], clause_start + skipped, previous)
            if not isinstance(hit, _Hit):
                if hit is not None and COUNTS.search(clause):
                    yield Rejection(hit, quote, None, words)
                if (noun := NO_NUMBER.match(STRIP.sub("", clause))) is not None:
                    previous = noun[1]
                continue
            if not re.search(r"增长|增速", hit.indicator):
                previous = hit.indicator
            hit = replace(hit, indicator=_without_area(sentence, hit.indicator))
            if len(hit.indicator) < 2:
                yield Rejection(Why("targets.no-indicator"), quote, None, words)
                continue
            park = next(
                (
                    p
                    for p in sentence.projects
                    if p.start - start <= 4 and p.end <= intent.start() and PARK.search(p.name)
                ),
                None,
            )
            if park is not None:
                hit = replace(hit, indicator=park.name + hit.indicator)
            holder = _holder(reading, sentence, intent.start())
            if holder is None:
                yield Rejection(Why("targets.no-holder"), quote, None, words)
                continue
            yield Claim(
                RELATION,
                holder,
                Target(hit.indicator, hit.value, hit.unit, year, holder),
                quote,
                None,
                Span(hit.start, hit.end),
                "asserted",
                "targets.clause",
                0.85,
                reading.date_of(sentence.sentence),
            )


def _subject_length(sentence: SentenceReading, clause: str, start: int) -> int:
    """How many characters of a clause name who is to reach the number, before the word of intent: 甲县力争到2025年…"""
    intent = INTENT.search(clause)
    if intent is None or intent.start() == 0:
        return 0
    end = start + intent.start()
    return intent.start() if any(m.end == end for m in (*sentence.areas, *sentence.companies)) else 0


def _without_area(sentence: SentenceReading, indicator: str) -> str:
    """The indicator without the area that it begins with: 制造业投资 of 某新区制造业投资."""
    for mention in sentence.areas:
        if indicator.startswith(mention.surface) and len(indicator) > len(mention.surface) + 1:
            return indicator[len(mention.surface) :]
    return indicator


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between commas and 、, which stay together inside a number (1,000)."""
    at = start
    for match in re.compile(
        r"(?<!\d)[，、；,;](?!\d)|(?<=\d)[，、；](?!\d{3})|(?<=[^\d])[，、；,;](?=\d)|(?<=[元%家个人吨名])和"
    ).finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end


def _hit(clause: str, offset: int, previous: str) -> _Hit | Why | None:
    """The number to be reached in a clause; why its number is none; None where it has no number."""
    stripped = STRIP.sub("", clause)
    lead_length = len(clause) - len(stripped)
    body = TAIL.sub("", stripped)
    if not body or not re.search(r"[\d百千]|[一二两三四五六七八九十]+[个家名项]", body):
        return None
    first, second, third = _patterns()
    start = offset + lead_length
    for pattern in (third, first, second):
        match = pattern.match(body)
        if match is None:
            continue
        if pattern is third:
            indicator = match["noun"]
            number, unit = match["low"], match["unit"]
        else:
            indicator = match["indicator"]
            number, unit = match["value"], match["unit"]
            if pattern is first and re.search(r"增长", match["lead"]):
                growth = "年均增长" if "年均" in match["lead"] or indicator.endswith("年均") else "增长"
                indicator = (indicator.removesuffix("年均") or previous) + growth
            elif pattern is first and re.match(r"新增", match["lead"]):
                indicator = "新增" + indicator if indicator else previous
        indicator = re.sub(r"(?:由|从)(?:现在|目前|\d{4}年)?的?[\d.]+%?[^，]{0,4}?$", "", indicator)
        indicator = re.sub(r"^(?:将|把|使|在新疆|在全国)", "", indicator)
        indicator = re.sub(r"(?:要|将|均|的|约|达|到|超|至|数量|规模)$", "", indicator.strip("“”：: 的"))
        indicator = indicator or re.sub(r"^新增", "", previous)
        if not 2 <= len(indicator) <= MOST or re.search(
            r"投资$|(?:争取|招引|帮扶)项目$|资金$|第$|五年间|总投资|计划投资|静态投资|项目总|规划是|未来|占地|建筑面积|用地|工期|全长",
            indicator,
        ):
            return Why("targets.no-indicator")
        if (unit == "万" and number == "百") or (number == "百" and unit in ("万", "亿")):
            number = "100"
        return _Hit(indicator, number.replace(",", ""), unit.replace("％", "%"), start, start + len(body))
    return Why("targets.form")


def _holder(reading: Reading, sentence: SentenceReading, intent: int) -> Area | Company | None:
    """Who is to reach it: a company that the sentence begins with, else the area it is about."""
    company = next((c for c in sentence.companies if c.end <= intent and c.start - sentence.sentence.start <= 4), None)
    company = company or subject_company(sentence)
    if company is not None:
        return Company(company.name)
    return area_for(reading, sentence, intent)
