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
    r"|20\d\d年(?=力争|要)|未来[一二三四五六七八九十\d]+(?:至[一二三四五六七八九十\d]+)?年"
    r"|20\d\d年(?=[^，。；\d]{1,10}将实现)|(?:今年|明年|年内|年底前?|“十[一二三四五六七]五”(?:期间|末))(?=[^，。；\d]{0,14}将(?![该其此这]))"
    r"|“十[一二三四五六七]五”(?:期间|末)(?=[^。；]*(?:将|力争|计划))"
    r"|计划[^，。；]{0,14}(?=提升至|提升到|扩大|再增加|新增|突破|达到)|要(?=超过|达到|突破|达)|(?<!将)使(?=[^，。；]{2,14}达到)"
    r"|规划(?=[是为]\d)"
)
YEAR_OF_TEXT = re.compile(r"(20\d\d)年\d{1,2}月")
FUTURE = re.compile(r"[将要会]|力争|争取|确保|计划|规划|目标|提出|[底末]")


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
    if not spans or _another_kind().search(text, start, end):
        return None
    return Intents(tuple(spans))


def year_of(reading: Reading) -> int | None:
    """The year of the article: that of its date, else the latest one that its text names with a month."""
    if reading.year is not None:
        return reading.year
    years = [int(year) for year in YEAR_OF_TEXT.findall(reading.article.text)]
    return max(years, default=None)


def is_over(year: int | None, now: int | None, words: str) -> bool:
    """Whether a number of `year` is one of the past for an article of the year `now`: earlier, or of this year without
    a word of the future in `words`."""
    if year is None:
        return False
    return not FUTURE.search(words) if now is None or year == now else year < now


@cache
def _another_kind() -> re.Pattern[str]:
    return re.compile(alternation(load("targets")["other_news"]))


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between commas and 、, which stay together inside a number (1,000)."""
    at = start
    for match in re.compile(
        r"(?<!\d)[，、；,;](?!\d)|(?<=\d)[，、；](?!\d{3})|(?<=[^\d])[，、；,;](?=\d)|(?<=[元%家个人吨名])和|(?<!\d)[：:]“?(?!\d)"
    ).finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
