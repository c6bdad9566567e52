"""On which day a sentence says that somebody did something: what attends and inspects share.

A sentence without a day takes the article's; but not where words before the person tell another time (今年5月,
同年11月), or where it goes on with a story of another year (2021年4月，某某来甲市。其间，某某调研了乙厂).
"""

from __future__ import annotations

import re

from kg.mentions.reading import Reading, SentenceReading

FULL = re.compile(r"\d{1,2}月\d{1,2}日|(?<![\d月])\d{1,2}日(?=[上下]午|，|[\u4e00-\u9fff])|今天|今日|昨天|昨日")
# A time without a day.
OTHER = re.compile(
    r"同年|次年|翌年|去年|前年|(?P<year>20\d\d)年(?![第度\d])|(?<![\d个])(?:1[0-2]|[1-9])月(?![\d饼])|此前，|不久前"
)
YEAR = re.compile(r"(19\d\d|20\d\d)年(?![第度版])")
SAME_YEAR = re.compile(r"同年|次年|翌年")
BACK = 5  # sentences that a story of another year goes on for


def day_of(reading: Reading, sentence: SentenceReading, who: int) -> str | None:
    """The ISO day of what the person does who is named at `who`; None where the text tells another time, but no day."""
    words = sentence.text[sentence.start : who]
    if FULL.search(words):
        return reading.date_of(sentence.sentence)
    own = str(reading.year)
    if any(match["year"] != own for match in OTHER.finditer(words)) or (
        reading.year is not None and _of_another_year(reading, sentence, reading.year)
    ):
        return None
    return reading.date_of(sentence.sentence)


def _of_another_year(reading: Reading, sentence: SentenceReading, own: int) -> bool:
    """Whether the last time that the paragraph tells before `sentence` is in a year that is not `own`."""
    for earlier in reversed(reading.before(sentence, BACK)):
        if earlier.sentence.paragraph != sentence.sentence.paragraph:
            return False
        years = YEAR.findall(earlier.words)
        if years or SAME_YEAR.search(earlier.words):
            return not years or all(int(year) < own for year in years)
        if FULL.search(earlier.words):
            return False
    return False
