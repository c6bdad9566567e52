"""targets: numbers to be reached. Source of the rule: guideline, "targets".

A clause behind a word of intent (力争, 确保, 到2025年) that ends in a number with a unit is a target; what stands
before the number is the indicator. A clause without an indicator of its own (年均增长8%) takes that of the clause
before it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import Area, Body, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Company, Target
from kg.relations.project_index import PARK
from kg.relations.target_holder import Subject, holder, paid_company, subject_of
from kg.relations.target_intent import (
    Intents,
    clauses,
    intents,
    is_other_news,
    is_over,
    stated_year,
    year_ahead,
    year_of,
)
from kg.relations.target_number import (
    GROWTH,
    STRIP,
    Hit,
    has_indicator,
    no_indicator,
    number_of_today,
    read_number,
)

RELATION = "targets"
OUTPUT = re.compile(
    r"(?:建成|投产|达产|投用|投运|竣工|完工)(?:后|以后|达效)|预测|有望|分析师|认为|数据显示|可实现|可年产|年产(?=\d)"
    r"|可以?(?:新增|增加|改善|节约|减少|输送|带动|解决|提供|满足|惠及)|(?:惠及|受益)[^，。；]{0,8}\d"
    r"|预计[^。；]{0,20}(?:竣工|完工|投产|投用|建成|投入运行|投入使用|通车|交付)"
)
PAST = re.compile(r"已(?:经|完成|实现|达)|完成年度|完成了|达到了|收受|出资|实缴|实际|涉及|同比|占计划|完成率|超序时")
SO_FAR = re.compile(r"(?:截[至止]|目前|去年|上半年|今年[前上]|前[一二三四五六七八九十\d]+个?月|[一二三]季度)")
NO_NUMBER = re.compile(r"([\u4e00-\u9fff]{3,14}?)(?:实现|取得|有)")  # 某企业实现零的突破, then 达到2家
OF_ANOTHER = re.compile(r"[将使让把]其(?=年|产|销|总|营)")  # 将其年产能扩大至: of whom the money goes to
ZONE_FIRST = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{2,6}(?:新区|开发区|高新区|经开区|示范区|自贸区|自贸港|保税区|度假区))的?(?=..)"
)  # 蓝谷新区年度投资: a zone that the reader of areas does not know
REMOVES = re.compile(r"(?P<verb>解决|消除|化解)[^，。；]*\d[^，。；]*(?:问题|困难|隐患)。?$")
# 25个项目将投产，总投资…，年底预计实现产值…: what the projects bring in, not the area
OF_MANY = re.compile(r"\d[余多]?[个项][^，。；、]{0,14}项目[^。；]*?(?:投产|竣工|开工|签约|落地|建成)")
RETURNS = re.compile(r"^(?:新增)?年?(?:产值|总产值|销售收入|营业收入|营收|利税|税收|利润)$")
# 要求新核准的某类项目，企业股权比例不低于10%: of what the share is
CONDITION = re.compile(r"要求(?:今年|明年|全[省市县区]|我[省市县区]|20\d\d年)*(?P<of>[^，。；\d]{2,14}项目)，$")
SHARE = re.compile(r"比例$|占比$|比重$")
OF_TRADE = re.compile(r"(?P<trade>[\u4e00-\u9fff]{2,6}?(?:行业|产业|工业))(?=[到至]20|力争|将|预计|计划|，)")
TURNOVER = re.compile(r"^(?:工业)?(?:总产值|产值|增加值|销售收入|营业收入|主营业务收入|总产量)$")
BARE_YIELD = re.compile(r"^(?:整体|总体|平均|总)?(?:产量|单产|亩产|销量)$")
COUNTS = re.compile(r"(?<![\d第.])\d[\d.,]*(?![\d.,年月日届次号])")  # a number that is no date: a candidate
NEAR = 1  # clauses behind a word of intent, or a number to be reached, in which a number needs no verb of its own
FAR = 4  # clauses in which it needs one


@cache
def _achieved() -> re.Pattern[str]:
    return re.compile(alternation(load("targets")["achieved"]))


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a sentence that ends in a semicolon hands to the next: the year, and who is to reach its numbers."""

    year: int | None
    who: Area | Company | Body


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each number to be reached that a sentence states; other numbers beside a word of intent are turned
    down."""
    text = reading.article.text
    done: set[int] = set()
    for sentence in reading.beginning("targets"):
        at: SentenceReading | None = sentence
        carried: _Carried | None = None
        while at is not None and at.start not in done:
            done.add(at.start)
            carried = yield from _of_sentence(reading, at, carried)
            goes_on = carried is not None and text[at.end - 1] in "；;"
            at = reading.behind(at) if goes_on else None


def _of_sentence(
    reading: Reading, sentence: SentenceReading, carried: _Carried | None
) -> Generator[Claim | Rejection, None, _Carried | None]:
    text, start, end = sentence.text, sentence.start, sentence.end
    found = intents(text, start, end)
    if found is None and carried is not None and not is_other_news(text, start, end):
        found = Intents(((start, start),))
    if found is None:
        return None
    quote = Span(start, end)
    first = found.spans[0]
    if OUTPUT.search(sentence.words) or ("预计" in sentence.words and sentence.projects):
        if COUNTS.search(text, first[1], end):
            yield Rejection(Why("targets.forecast"), quote, None, Span(first[0], end))
        return None
    now = year_of(reading)
    year: int | None = carried.year if carried is not None else None
    handed: _Carried | None = None
    previous = ""
    subject: Subject | None = None
    another: Company | None = None
    begun, bare, since = carried is not None, False, 0  # bare: the clause with the word of intent has no number
    for left, right in clauses(text, start, end):
        clause, words = text[left:right], Span(left, right)
        own = found.within(left, right)
        counts = COUNTS.search(clause) is not None
        if own is not None:
            begun, since = True, 0
        named = subject_of(text, left, right)
        if named is not None and not counts:
            subject, since = named, 0
        if SO_FAR.match(clause) and own is None:
            begun = False  # 今年计划投资5亿元，截至目前，…
        if not begun:
            previous = number_of_today(clause) or previous
            continue
        year = stated_year(clause, own is not None, now) or year_ahead(clause, text, now) or year
        past = PAST.search(clause)
        fresh, bare = bare, own is not None and not counts
        if past or (_achieved().search(clause) and own is None and not fresh):
            if counts:
                yield Rejection(Why("targets.reached"), quote, None, words)
            begun = not past
            continue
        if is_over(year, now, sentence.words):
            if counts:
                yield Rejection(Why("targets.past-year"), quote, None, words)
            begun = False
            continue
        skipped = _area_length(sentence, left, own)
        if named is not None and counts and has_indicator(text[named.end : right]):
            subject, skipped = named, max(skipped, named.end - left)
        if OF_ANOTHER.search(clause):
            another = paid_company(text, start, left)
            if another is None:
                yield Rejection(Why("targets.no-holder"), quote, None, words)
                return None
        hit = read_number(clause[skipped:], left + skipped, previous)
        if isinstance(hit, Hit) and since > (NEAR if hit.plain else FAR):
            hit = Why("targets.form")
        since += text[right : right + 1] != "、"
        if not isinstance(hit, Hit):
            if hit is not None and counts:
                yield Rejection(hit, quote, None, words)
            if (noun := NO_NUMBER.match(STRIP.sub("", clause))) is not None:
                previous = noun[1]
            continue
        since = 0
        if not GROWTH.search(hit.indicator):
            previous = hit.indicator
        if (removes := REMOVES.search(clause)) and removes["verb"] not in hit.indicator:
            hit = replace(hit, indicator=removes["verb"] + hit.indicator)
        hit = replace(hit, indicator=_indicator(sentence, hit.indicator, first[0]))
        if OF_MANY.search(text, start, left) and RETURNS.search(hit.indicator) and own is not None:
            yield Rejection(Why("targets.forecast"), quote, None, words)
            continue
        hit = replace(hit, indicator=_of_what(sentence, left, hit.indicator))
        zone = ZONE_FIRST.match(hit.indicator)
        if zone is not None:
            hit = replace(hit, indicator=hit.indicator[zone.end() :])
        if len(hit.indicator) < 2 or no_indicator(hit.indicator):
            yield Rejection(Why("targets.no-indicator"), quote, None, words)
            continue
        who = (
            another
            or (Area(zone["zone"], "zone", None, None) if zone is not None else None)
            or _who(reading, sentence, left, first[0], hit, subject, carried)
        )
        if who is None:
            yield Rejection(Why("targets.no-holder"), quote, None, words)
            continue
        if isinstance(who, Area) and BARE_YIELD.match(hit.indicator):
            yield Rejection(Why("targets.no-indicator"), quote, None, words)  # of which crop the sentence tells
            continue
        yield Claim(
            RELATION, who, Target(hit.indicator, hit.value, hit.unit, year, who), quote, None, Span(hit.start, hit.end),
            "asserted", "targets.clause", 0.85, reading.date_of(sentence.sentence),
        )  # fmt: skip
        handed = _Carried(year, who)
    return handed


def _who(
    reading: Reading, sentence: SentenceReading, clause: int, intent: int, hit: Hit, subject: Subject | None,
    carried: _Carried | None,
) -> Area | Company | Body | None:  # fmt: skip
    if carried is not None and subject is None and not sentence.areas and not sentence.companies:
        return carried.who
    return holder(reading, sentence, clause, intent, hit.start, subject)


def _area_length(sentence: SentenceReading, start: int, intent: tuple[int, int] | None) -> int:
    """How many characters at the start of a clause name the area or company that is to reach the number, right before
    the word of intent: 甲县力争到2025年…"""
    if intent is None or not any(m.end == intent[0] for m in (*sentence.areas, *sentence.companies)):
        return 0
    return intent[0] - start


def _of_what(sentence: SentenceReading, clause: int, indicator: str) -> str:
    """The indicator with the industry of the area that the sentence is about, or with what it is a share of: both are
    told before the clause."""
    text, start = sentence.text, sentence.start
    if SHARE.search(indicator) and (of := CONDITION.search(text, start, clause)):
        return of["of"] + indicator
    if TURNOVER.match(indicator):
        trades = (OF_TRADE.match(text, m.end, clause) for m in sentence.areas if m.end < clause)
        return next((trade["trade"] + indicator for trade in trades if trade), indicator)
    return indicator


def _indicator(sentence: SentenceReading, indicator: str, intent: int) -> str:
    """The indicator without the area that it begins with (制造业投资 of 某新区制造业投资), and with the park that the
    sentence is about."""
    for mention in sentence.areas:
        if indicator.startswith(mention.surface) and len(indicator) > len(mention.surface) + 1:
            indicator = indicator[len(mention.surface) :].removeprefix("的")
            break
    start = sentence.start
    park = next(
        (p for p in sentence.projects if p.start - start <= 4 and p.end <= intent and PARK.search(p.name)), None
    )
    return park.name + indicator if park is not None and len(indicator) >= 2 else indicator
