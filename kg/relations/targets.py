"""targets: numbers to be reached. Source of the rule: guideline, "targets".

A clause behind a word of intent (力争, 确保, 到2025年) that ends in a number with a unit is a target; what stands
before the number is the indicator. A clause without an indicator of its own (年均增长8%) takes that of the clause
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Target
from kg.relations.project_index import PARK
from kg.relations.target_holder import Subject, holder, subject_of
from kg.relations.target_intent import clauses, intents, is_over, year_of
from kg.relations.target_number import (
    GROWTH,
    NO_INDICATOR,
    STRIP,
    YEAR,
    Hit,
    has_indicator,
    number_of_today,
    read_number,
)

RELATION = "targets"
OUTPUT = re.compile(
    r"(?:建成|投产|达产|投用|投运|竣工|完工)(?:后|以后|达效)|预计|预测|有望|分析师|认为|数据显示|可实现|可年产|年产(?=\d)"
)
PAST = re.compile(r"已(?:经|完成|实现|达)|完成年度|完成了|达到了|收受|出资|实缴|实际|涉及|同比|占计划|完成率|超序时")
NO_NUMBER = re.compile(r"([\u4e00-\u9fff]{3,14}?)(?:实现|取得|有)")  # 某企业实现零的突破, then 达到2家
OF_ANOTHER = re.compile(r"[将使让把]其(?=年|产|销|总|营)")  # 将其年产能扩大至: that of whom the money goes to
REMOVES = re.compile(r"(?P<verb>解决|消除|化解)[^，。；]*\d[^，。；]*(?:问题|困难|隐患)。?$")
COUNTS = re.compile(r"(?<![\d第.])\d[\d.,]*(?![\d.,年月日届次号])")  # a number that is no date: a candidate
NEAR = 1  # clauses behind a word of intent, or a number to be reached, in which a number needs no verb of its own
FAR = 4  # clauses in which it needs one


@cache
def _achieved() -> re.Pattern[str]:
    return re.compile(alternation(load("targets")["achieved"]))


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each number to be reached that a sentence states; other numbers beside a word of intent are turned
    down."""
    for sentence in reading.beginning("targets"):
        yield from _of_sentence(reading, sentence)


def _of_sentence(reading: Reading, sentence: SentenceReading) -> Iterator[Claim | Rejection]:
    text, start, end = sentence.text, sentence.start, sentence.end
    found = intents(text, start, end)
    if found is None:
        return
    quote = Span(start, end)
    first = found.spans[0]
    if OUTPUT.search(sentence.words):
        if COUNTS.search(text, first[1], end):
            yield Rejection(Why("targets.forecast"), quote, None, Span(first[0], end))
        return
    now = year_of(reading)
    year: int | None = None
    previous = ""
    subject: Subject | None = None
    of_another = False
    begun, bare, since = False, False, 0  # bare: the clause with the word of intent has no number
    for left, right in clauses(text, start, end):
        clause, words = text[left:right], Span(left, right)
        own = found.within(left, right)
        counts = COUNTS.search(clause) is not None
        if own is not None:
            begun, since = True, 0
        named = subject_of(text, left, right)
        if named is not None and not counts:
            subject = named
        if not begun:
            previous = number_of_today(clause) or previous
            continue
        if stated := (YEAR.search if own is not None else YEAR.match)(clause):
            year = int(stated[1])
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
        of_another = of_another or bool(OF_ANOTHER.search(clause))
        if counts and of_another:
            yield Rejection(Why("targets.no-holder"), quote, None, words)
            continue
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
        if len(hit.indicator) < 2 or NO_INDICATOR.search(hit.indicator):
            yield Rejection(Why("targets.no-indicator"), quote, None, words)
            continue
        who = holder(reading, sentence, left, first[0], hit.start, subject)
        if who is None:
            yield Rejection(Why("targets.no-holder"), quote, None, words)
            continue
        yield Claim(
            RELATION, who, Target(hit.indicator, hit.value, hit.unit, year, who), quote, None, Span(hit.start, hit.end),
            "asserted", "targets.clause", 0.85, reading.date_of(sentence.sentence),
        )  # fmt: skip


def _area_length(sentence: SentenceReading, start: int, intent: tuple[int, int] | None) -> int:
    """How many characters at the start of a clause name the area or company that is to reach the number, right before
    the word of intent: 甲县力争到2025年…"""
    if intent is None or not any(m.end == intent[0] for m in (*sentence.areas, *sentence.companies)):
        return 0
    return intent[0] - start


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
