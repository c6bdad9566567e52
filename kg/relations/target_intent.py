"""Which words of a sentence speak of numbers that are still to be reached: 力争, 确保, 到2025年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.reading import Reading

# A year behind 到 that ends a range (2012年到2021年, 7月至2023年9月) or belongs to its number (增长至2021年的) is none.
INTENT = re.compile(
    r"力争|争取(?!项目|资金)|确保|冲刺(?=[^，。；]{0,16}\d)|(?<!设计)(?<!个)目标(?:是|为|要|任务[是为])"
    r"|(?<![年截月日来号\d])[到至](?:20\d\d年|今年年?底|“?十[一二三四五六七]五”?末)(?:底|末|前)?(?!的|\d+月\d+日期间)"
    r"|20\d\d年(?=力争|要)|(?:未来|今后)[一二两三四五六七八九十\d]+(?:至[一二三四五六七八九十\d]+)?年"
    r"|20\d\d年(?=[^，。；\d]{1,10}将实现)"
    r"|(?:(?:今年|明年|全年|年内)年?[底末]?前?|年底前?|“?十[一二三四五六七]五”?(?:期间|时期|末))"
    r"(?=[^。；\d]{0,40}(?:将(?![该其此这])|拟|计划(?=[^，。；]{0,16}\d)|预计(?=[^。；]{0,12}\d)))"
    r"|“?十[一二三四五六七]五”?(?:期间|时期|末)(?=[^。；]*(?:将|力争|计划))"
    r"|计划[^，。；]{0,14}(?=提升至|提升到|扩大|再增加|新增|突破|达到)|(?<!不)要(?=超过|达到|突破|达)|(?<!将)使(?=[^，。；]{2,14}达到)"
    r"|规划(?=[是为]\d)|要求(?=[^。；]{0,40}(?:不低于|不少于|不得低于))"
    r"|预计(?=[^。；\d]{0,24}(?:到20\d\d年|今年|全年|明年|到今年))"
)
YEAR_OF_TEXT = re.compile(r"(20\d\d)年\d{1,2}月")
FUTURE = re.compile(r"[将要会拟]|力争|争取|确保|冲刺|计划|规划|目标|提出|预计|[底末]")
PLAN = re.compile(
    r"十([一二三四五六七])五”?(?:期间|时期|末|规划期)"
)  # the n-th plan ends in 1955 + 5n, from the 11th on
YEARS_OF_PLAN = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
YEARS_AHEAD = re.compile(r"(?:今后|未来)([三四五]|[345])年")
AHEAD = {"三": 3, "四": 4, "五": 5, "3": 3, "4": 4, "5": 5}
THIS_YEAR = re.compile(r"(?P<next>明年)|今年|全年|年内|年底前?|本年度")


@dataclass(frozen=True, slots=True)
class Intents:
    """The words of intent of one sentence: where each begins and ends."""

    spans: tuple[tuple[int, int], ...]

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """The first of them that begins in `text[start:end]`."""
        return next((span for span in self.spans if start <= span[0] < end), None)


def intents(text: str, start: int, end: int) -> Intents | None:
    """The words of intent in `text[start:end]` (a sentence); None where there are none, or where the words are of
    another kind of news (目标价, 股东户数)."""
    spans = [match.span() for match in triggers.finditer("targets", INTENT, text, start, end)]
    if not spans or is_other_news(text, start, end):
        return None
    return Intents(tuple(spans))


def year_of(reading: Reading) -> int | None:
    """The year of the article: that of its date, else the latest one that its text names with a month."""
    if reading.year is not None:
        return reading.year
    years = [int(year) for year in YEAR_OF_TEXT.findall(reading.article.text)]
    return max(years, default=None)


def stated_year(clause: str, own: bool, now: int | None) -> int | None:
    """The year that a clause states for its numbers: 2025 of “十四五”期间, the article's own of 今年 and 年内. `own`:
    the clause has a word of intent of its own.

    >>> stated_year("“十四五”期间新建30所", True, 2023), stated_year("今年将新建30所", True, 2023)
    (2025, 2023)
    """
    if stated := (re.search if own else re.match)(r"(?:20\d\d)年", clause):
        return int(stated[0][:4])
    if plan := PLAN.search(clause):
        return YEARS_OF_PLAN[plan[1]]
    this = THIS_YEAR.search(clause)
    return None if this is None or now is None else now + bool(this["next"])


def year_ahead(clause: str, text: str, now: int | None) -> int | None:
    """The last year of the plan that an article speaks of, where 今后五年 are its years.

    >>> year_ahead("今后5年新建30所", "“十四五”期间", 2021), year_ahead("今后5年新建30所", "", 2021)
    (2025, None)
    """
    ahead = YEARS_AHEAD.search(clause)
    if ahead is None or now is None:
        return None
    ends = {YEARS_OF_PLAN[plan[1]] for plan in PLAN.finditer(text)}
    return next((year for year in sorted(ends) if abs(year - now - AHEAD[ahead[1]]) <= 1), None)


def is_over(year: int | None, now: int | None, words: str) -> bool:
    """Whether a number of `year` is one of the past for an article of the year `now`: earlier, or of this year without
    a word of the future in `words`."""
    if year is None:
        return False
    return not FUTURE.search(words) if now is None or year == now else year < now


def is_other_news(text: str, start: int, end: int) -> bool:
    """Whether a sentence is of markets, courts or the weather: its numbers are nobody's aims."""
    return _another_kind().search(text, start, end) is not None


@cache
def _another_kind() -> re.Pattern[str]:
    return re.compile(alternation(load("targets")["other_news"]))


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between commas and 、, which stay together inside a number (1,000)."""
    at = start
    for match in re.compile(
        r"(?<!\d)[，、；,;](?!\d)|(?<=\d)[，、；](?!\d{3})|(?<=[^\d])[，、；,;](?=\d)|(?<=[元%家个人吨名])和|(?<!\d)[：:]“?(?!\d)|…+"
    ).finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
