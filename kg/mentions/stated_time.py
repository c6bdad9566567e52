"""When something is said to have happened: the day, month or year that stands before the words that say it.

Only what is stated counts. 6月12日 is completed with the year of the article's date, 今年 and 去年 are counted from it,
同日 is the day named before, 今天 and 昨天 the dateline's. Nothing is given by what points at no day of the calendar
(日前, 近日, 次年), by the date of a report (据7月3日消息) or of a birth, and by what lies after the article's date.

A stated time is ISO: 2021-06-12, 2021-06 or 2021.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kg.lexicons import alternation, load

LONGEST_GAP = 100  # characters between a time and the words that it dates; a congress has a name of thirty
EARLIER_TEXT = 100  # characters in which another year makes 6月12日 a day of that year, which is not this one
DAYS_LATE = 31  # a day so much later in the year than the article is one of the year before; less is a slip of the date
TIME = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?!度|版|级|届)(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?)?"
    r"|(?P<near>今年|去年|前年|本年)(?:(?P<nmonth>1[0-2]|0?[1-9])月(?:(?P<nday>3[01]|[12]\d|0?[1-9])日)?)?"
    r"|(?<![\d年])(?P<mmonth>1[0-2]|0?[1-9])月(?P<mday>3[01]|[12]\d|0?[1-9])日"
    r"|(?<![\d年月第])(?P<bmonth>1[0-2]|[1-9])月(?!\d|亮|饼)"
    r"|(?<![\d年月第])(?P<bday>3[01]|[12]\d|[1-9])日(?!报|常|期|前|益|程|内|均|元|电|讯|后|间|游|晚间)"
    r"|(?P<same>同日|同一天|当天|当日)"
    r"|(?P<today>今天|今日|昨天|昨日)"
)
YEAR = re.compile(r"((?:19|20)\d{2})年")
BORN = re.compile(r"[\s，、]*(?:出?生|出生于|人|入党|参加工作|加入|毕业|入学|入伍)|(?:，|（)[^，。；]{0,3}生")
AROUND = re.compile(r"份?(?:之?[前后]|以[来前后]|间|以)")  # 2021年6月前 is no time
BORN_BEFORE = re.compile(r"(?:生于|出生于|截至|截止|至今|直到|直至|据|自?从?上任|到)$")
TO = re.compile(r"(?:至|到|—{1,2}|-|－|～|~|–)$")


@dataclass(frozen=True, slots=True)
class Stated:
    """The times that the words state: when it began or happened, and, of a span of time (2015年至2018年), when it
    ended. "" where nothing is stated."""

    since: str = ""
    until: str = ""


NOTHING = Stated()


@cache
def _blocks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("times")
    return re.compile(alternation(lexicon["points_nowhere"]) + "|" + "|".join(lexicon["later"])), re.compile(
        rf"[^，。；]{{0,14}}(?:{alternation(lexicon['of_a_report'])})|，(?:据|记者|笔者)|[^。；]{{0,20}}获悉"
    )


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are completed with: the article's date, and the day in its dateline ("" where it has none)."""

    date: str | None
    dateline: str = ""

    def before(self, text: str, start: int, at: int) -> Stated | None:
        """The time stated in `text[start:at]` for what stands at `at`: the nearest one before it. NOTHING where that
        one gives none; None where no time is named at all.

        >>> calendar = Calendar("2023-07-29")
        >>> calendar.before("7月29日，会议决定任命", 0, 9).since
        '2023-07-29'
        >>> calendar.before("日前，会议决定任命", 0, 7)
        Stated(since='', until='')
        """
        nowhere, report = _blocks()
        found = [m for m in TIME.finditer(text, start, at) if not BORN.match(text, m.end())]
        blocked = max((m.end() for m in nowhere.finditer(text, start, at)), default=-1)
        if not found:
            return NOTHING if blocked >= 0 else None
        last = found[-1]
        behind = text[last.end() : at]
        if blocked >= last.start() or len(behind) > LONGEST_GAP or report.match(behind) or AROUND.match(behind):
            return NOTHING
        if len(found) > 1 and TO.fullmatch(text[found[-2].end() : last.start()]):
            since = self._time(text, start, found[:-1])
            until = self._time(text, start, found)
            return Stated(since, until) if since and until and since <= until else NOTHING
        if BORN_BEFORE.search(text, start, last.start()):
            return NOTHING
        return Stated(self._time(text, start, found))

    def _time(self, text: str, start: int, found: list[re.Match[str]]) -> str:
        """The last of the times `found` as ISO; "" where the calendar does not tell it."""
        match, earlier = found[-1], found[:-1]
        told = match.groupdict()
        if told["year"]:
            return self._valid(told["year"], told["month"], told["day"])
        if told["today"]:
            day = _day(self.dateline)
            return "" if day is None else (day - timedelta(days=told["today"][0] == "昨")).isoformat()
        if told["same"]:
            before = self._time(text, start, earlier) if earlier else ""
            return before if len(before) == len("2021-06-12") else ""
        own = _day(self.date)
        if own is None:
            return ""
        if told["near"]:
            back = {"今年": 0, "本年": 0, "去年": 1, "前年": 2}[told["near"]]
            return self._valid(str(own.year - back), told["nmonth"], told["nday"])
        if told["bmonth"]:
            return self._of_the_month(told["bmonth"], text, start, earlier)
        near = text[max(0, match.start() - EARLIER_TEXT) : match.start()]
        if any(int(year) != own.year for year in YEAR.findall(near)):
            return ""
        if told["bday"]:
            return self._valid(str(own.year), str(own.month), told["bday"])
        day = _day(self._iso(str(own.year), told["mmonth"], told["mday"]))
        if day is not None and (day - own).days > DAYS_LATE:
            return self._valid(str(own.year - 1), told["mmonth"], told["mday"])
        return self._valid(str(own.year), told["mmonth"], told["mday"])

    def _of_the_month(self, month: str, text: str, start: int, earlier: list[re.Match[str]]) -> str:
        """8月 behind 2020年7月 is 2020-08; alone it may be of any year."""
        before = self._time(text, start, earlier) if earlier else ""
        if len(before) < len("2020-07") or int(month) < int(before[5:7]):
            return ""
        return self._valid(before[:4], month, None)

    def _valid(self, year: str, month: str | None, day: str | None) -> str:
        """The ISO form, "" for what is no time or lies after the article's date."""
        iso = self._iso(year, month, day)
        if day is not None and _day(iso) is None:
            return ""
        return "" if self.date and iso > self.date[: len(iso)] else iso

    @staticmethod
    def _iso(year: str, month: str | None, day: str | None) -> str:
        return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
