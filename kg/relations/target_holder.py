"""Who is to reach a number: the area or company that the words before it name.

The subject of a sentence stands before 将, 力争 or 计划 (甲乙新能源力争到2025年…) or begins it
(甲乙钢铁目前产能为…，计划…). A subject that is neither an area, a public body of one nor a company holds no target,
and the article's area does not stand in for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicons import alternation, load
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.people import name_at
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.subjects import company_before
from kg.relations.actors import people_of
from kg.relations.batch_area import NATION, NATION_NAMED, area_for, of_nation
from kg.relations.builds import is_short_company, subject_company
from kg.relations.claim import Company

WHOLE = "全我本"  # 全市, 我县: the number is that area's, whoever speaks
NEAR_START = 4  # characters before a company that a sentence begins with
SHORTEST = 3  # characters of a company's short name that is part of its full one
LONGEST = 8
PLAN_OF = re.compile(r"《(?P<name>[^《》]{2,40})》[^，。；]{0,6}(?:提出|明确|指出|要求|显示)?，")
SHORT_FOR = re.compile(
    r"[\u4e00-\u9fff]{2}[（(](?:以下|下)?(?:简称|称)[:：]?“?(?P<name>[\u4e00-\u9fffA-Za-z]{2,8})”?[）)]"
)
LISTED = re.compile(
    r"(?:^|(?<=[，。；、\s的]))(?P<name>[\u4e00-\u9fff]{2,8})(?=[（(]\d{4,6}(?:\.[A-Z]{2})?[）)])"
)  # 甲股份(000000.SZ)
VERB = re.compile(
    r"将(?![该其此这])|力争|争取|确保|计划|要(?=超过|突破|达|实现|完成|建成|力争|确保)|目标[是为要]|的?规划[是为]"
)
SUBJECT = re.compile(r"[\u4e00-\u9fffA-Za-z]+$")
ADVERBS = re.compile(
    r"(?:据[^，]{1,12}|根据[^，]{1,12}|[到至今明]+年年?[底初末]?|年内|年底前?|[到至]?20\d\d年[底末前]?|同时|并且?|也|还|正|已|下一步|接下来|未来"
    r"|目前|今后[一二三四五六七八九十\d]+年|每年|全年|期间|提出|明确|下一个|其中|[一二三四五六七八九十\d]+年[内后]?|期间|“?十[一二三四五六七]五”?)+"
)
BODY = re.compile(r"(?:政府|[省市县区]委|局|厅|委员会|部门|办公室|管委会|办)$")
NO_NAME = re.compile(r"[的这该在和与本届每期季]|全年|高峰|专列|班次")
DEMANDS = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:厅|局|委|委员会|政府|办公室)(?:等[\u4e00-\u9fff\d]{1,4}部门)?(?:联合|近日|日前)?(?:要求|提出|明确|规定|印发)"
)
PRONOUN = re.compile(r"(?:该|这家)(?:公司|集团|企业)|公司")
NATION_SUBJECT = re.compile(r"(?:我国|中国|国家|全国)$")
PAID = re.compile(r"(?:向|对|入股|收购|控股|重组)(?P<name>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:投资|增资|注资|追加)")
MEASURES = ("率", "量", "总值", "额", "比例", "比重", "占比", "规模", "面积", "总数", "产能", "里程", "收入", "产值")
CLAUSE_BEGINS = "，,。；：:“年底末前将"
NO_COMPANY = re.compile(r"全年|年[内底初末]|[本每各]届|^[一二三四五六七八九十]是|高峰|期间")
FEW = 3  # sentences before in which the company is named that 其 and 该公司 mean


@dataclass(frozen=True, slots=True)
class Subject:
    """The words before a verb of intent: `words`, which end at `end`."""

    words: str
    end: int


def subject_of(text: str, start: int, end: int) -> Subject | None:
    """The subject of the clause `text[start:end]`, right before its verb of intent; None where it has none."""
    verb = VERB.search(text, start, end)
    if verb is None:
        return None
    words = SUBJECT.search(ADVERBS.sub("", text[start : verb.start()]))
    if words is None or len(words[0]) < 2 or words[0].endswith(MEASURES):
        return None
    return Subject(words[0], verb.start())


def holder(
    reading: Reading, sentence: SentenceReading, clause: int, intent: int, number: int, subject: Subject | None
) -> Area | Company | Body | None:
    """Who is to reach the number whose indicator begins at `number`, in the clause that begins at `clause`, behind the
    sentence's first word of intent at `intent` and the `subject` named last. None where it is something that is no
    area or company, or is not told."""
    text = sentence.text
    whole = [m for m in sentence.areas if m.relative and m.surface[0] in WHOLE and clause <= m.start <= number]
    if whole:
        return whole[0].area
    if (area := _wholly(sentence, clause, intent, number, subject)) is not None:
        return area
    if _of_nation(sentence, number) and not any(m.end <= number for m in sentence.areas):
        return NATION
    if (company := _first_company(reading, sentence, intent)) is not None:
        return company
    if subject is not None and _speaks(reading, subject.words):
        subject = None
    if subject is not None:
        placed = [m for m in sentence.areas if subject.end - len(subject.words) <= m.start and m.end <= subject.end]
        if not placed or placed[-1].end < subject.end:
            return _named_by(reading, sentence, subject, placed)
        return placed[-1].area
    elif PRONOUN.match(text, sentence.start):
        body = company_before(text, sentence.start)
        return Company(body.name) if body is not None else _company_of_before(reading, sentence)
    elif (company := _opening(reading, sentence)) is not None:
        return company
    own = next((m for m in sentence.areas if m.start == number and m.area.level != "country"), None)
    if own is not None:
        return own.area  # 今年，甲新区年度投资预计超20亿元
    found = (
        _of_plan(sentence)
        or _demands(sentence)
        or area_for(reading, sentence, intent if subject is None else max(subject.end, intent))
    )
    if found is None and not sentence.areas and of_nation(reading, sentence.start):
        return NATION
    return found


def _wholly(sentence: SentenceReading, clause: int, intent: int, number: int, subject: Subject | None) -> Area | None:
    """The area that a row of numbers is of: 到2025年，全省新建学校30所，新建医院20家; not where another is named in
    between."""
    before = [m for m in sentence.areas if intent <= m.start < clause and m.relative and m.surface[0] == "全"]
    if not before or (subject is not None and subject.end > before[-1].end):
        return None
    between = [m for m in (*sentence.areas, *sentence.companies) if before[-1].end <= m.start < number]
    return before[-1].area if not between else None


def _demands(sentence: SentenceReading) -> Area | None:
    """The area whose government says what is to be reached, whoever reports it: 甲省教育厅要求，到2025年…"""
    first = next(iter(sentence.areas), None)
    if first is None or first.relative or first.start > sentence.start:
        return None
    return first.area if DEMANDS.match(sentence.text, first.end) else None


def _company_of_before(reading: Reading, sentence: SentenceReading) -> Company | None:
    """The company that the sentences before begin with: 甲乙建材股份公司是…。该公司…."""
    before = [s for s in reading.having["companies"] if s.start < sentence.start and s.companies]
    for earlier in reversed(before[-FEW:]):
        named = earlier.companies[0]
        if named.start - earlier.start <= NEAR_START:
            whole = "公司" if earlier.text.startswith("公司", named.end) else ""
            return Company(named.name + whole)
    return None


def paid_company(text: str, start: int, end: int) -> Company | None:
    """The company that money goes to, whose numbers 其 means: 向甲乙焦煤投资4亿元，将其年产能….

    >>> paid_company("某集团计划向甲乙焦煤投资4亿元，", 0, 16)
    Company(name='甲乙焦煤')
    """
    paid = PAID.search(text, start, end)
    return Company(paid["name"]) if paid is not None else None


def _of_nation(sentence: SentenceReading, number: int) -> bool:
    """Whether a clause begins with the nation: 今年，全国普及率…; not 在全国排名."""
    found = NATION_NAMED.search(sentence.text, sentence.start, number + len("我国"))
    return found is not None and (found.start() == sentence.start or sentence.text[found.start() - 1] in CLAUSE_BEGINS)


def _speaks(reading: Reading, words: str) -> bool:
    """Whether a subject is one who says what others are to reach: 县委书记某某, 我们."""
    return words.endswith(("我们", "他们")) or any(name in words for name in people_of(reading))


def _first_company(reading: Reading, sentence: SentenceReading, intent: int) -> Company | None:
    """The company, by its full or short name, that the sentence begins with."""
    start = sentence.start
    named = next((c for c in sentence.companies if c.end <= intent and c.start - start <= NEAR_START), None)
    if named is not None:
        return None if sentence.text[start : named.start].endswith("据") else Company(named.name)
    short = subject_company(sentence)
    if short is None or sentence.text[short.end] in "在与" or not _may_be_company(reading, short.name):
        return None  # 某某在报告中提到: a person
    return Company(short.name)


def _may_be_company(reading: Reading, name: str) -> bool:
    if NO_COMPANY.search(name):
        return False
    person = name_at(name, 0, len(name))
    if name in people_of(reading) or (len(name) <= 3 and person is not None and person.end == len(name)):
        return False
    return is_short_company(name)


def _named_by(
    reading: Reading, sentence: SentenceReading, subject: Subject, placed: list[AreaMention]
) -> Area | Company | Body | None:
    words = subject.words
    if company := _known(reading, words):
        return company
    if BODY.search(words):
        return placed[-1].area if placed else area_for(reading, sentence, subject.end)
    if NATION_SUBJECT.search(words):
        return NATION
    if words.endswith(tuple(load("targets")["organisations"])):
        return Body(words, "other", None)
    if placed:
        return None  # 甲省某产业园: neither the province nor a company
    plain = len(words) <= LONGEST and not NO_NAME.search(words)
    return Company(words) if plain and _may_be_company(reading, words) else None


@cache
def _trade() -> re.Pattern[str]:
    """甲乙钢铁目前…: a company by its name and trade."""
    return re.compile(
        rf"[\u4e00-\u9fff]{{2,4}}?(?:{alternation(load('companies')['trades'])})(?=目前|计划|力争|将|去年|今年)"
    )


@lru_cache(maxsize=4)
def _companies(reading: Reading) -> tuple[frozenset[str], tuple[str, ...]]:
    """The short names of companies that the article explains, and the full names that it uses."""
    short = {match["name"] for pattern in (SHORT_FOR, LISTED) for match in pattern.finditer(reading.article.text)}
    return frozenset(short), tuple(sorted({c.name for s in reading.having["companies"] for c in s.companies}))


def _known(reading: Reading, words: str) -> Company | None:
    """The company that the article calls by these words: explained (下称), or part of a full name."""
    short, full = _companies(reading)
    if words in short:
        return Company(words)
    return Company(words) if len(words) >= SHORTEST and any(words in name for name in full) else None


def _opening(reading: Reading, sentence: SentenceReading) -> Company | None:
    """The company that begins the sentence by a name that is part of its full one, or that the article explains."""
    text = sentence.text
    start = sentence.start
    if skipped := re.compile(r"(?:今年[年初]*|去年|\d+月\d+日|日前|近日|目前|，)+").match(text, start, sentence.end):
        start = skipped.end()
    if any(m.start == start for m in sentence.areas):
        return None
    if (trade := _trade().match(text, start, sentence.end)) is not None:
        return Company(trade[0])
    for length in range(LONGEST, 1, -1):
        if (company := _known(reading, text[start : start + length])) is not None:
            return company
    return None


def _of_plan(sentence: SentenceReading) -> Area | None:
    """The area whose plan says it: 《甲省某规划》提出，到2025年…"""
    text = sentence.text
    plan = PLAN_OF.match(text, sentence.start)
    if plan is None:
        return None
    named = sentence.finder.mentions(text, plan.start("name"), plan.end("name"))
    return named[0].area if named and named[0].start - plan.start("name") <= 2 else None
