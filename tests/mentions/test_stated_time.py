"""Which day, month or year the words before an event state, and what states none."""

from __future__ import annotations

import pytest

from kg.mentions.stated_time import NOTHING, Calendar, Stated

CALENDAR = Calendar("2023-08-16", dateline="2023-08-15")


def before(text: str) -> Stated | None:
    """The time stated for what stands at the end of `text`, in an article of 16 August 2023."""
    return CALENDAR.before(text, 0, len(text))


@pytest.mark.parametrize(("text", "since"), [
    ("2021年6月12日，李志远", "2021-06-12"),
    ("2021年6月，李志远", "2021-06"),
    ("2021年，李志远", "2021"),
    ("8月15日，县十九届人大常委会举行第十一次会议，会议经过表决，", "2023-08-15"),
    ("12月20日召开的县人大常委会会议", "2022-12-20"),  # no day of this year can be meant
    ("15日，会议", "2023-08-15"),
    ("今年1月17日，李志远", "2023-01-17"),
    ("今年5月，李志远", "2023-05"),
    ("去年2月，李志远", "2022-02"),
    ("8月14日上午，甲县开会。同日下午，乙县开会，", "2023-08-14"),
    ("今天上午，会议", "2023-08-15"),  # the dateline's day, not the article's
    ("昨天，会议", "2023-08-14"),
    ("2020年7月，李志远调任某市，8月", "2020-08"),
    ("2009年任安仁县县长，2012年", "2012"),
    ("李志远（1970年8月生）2021年6月", "2021-06"),
    ("据本报消息，8月2日，会议", "2023-08-02"),
    ("自2019年5月起", "2019-05"),
])  # fmt: skip
def test_stated(text: str, since: str) -> None:
    assert before(text) == Stated(since)


@pytest.mark.parametrize("text", [
    "日前，会议", "近日，会议", "上周四，李志远", "次年4月，李志远", "2020年任副县长，后来",
    "2021年6月任副市长，半年后",  # the event is later by what no calendar tells
    "8月，李志远",  # of which year is not told
    "据8月2日消息，李志远", "县纪委监委8日通报，李志远", "8月3日，记者获悉，李志远",
    "8月18日，会议",  # after the article: one of the two dates is wrong
    "20日，会议", "2024年1月，李志远", "2月30日，会议",
    "2019年，李志远到任。3月2日，会议",  # it may be of 2019
    "同日，会议",  # as what?
    "截至2023年6月", "此前，李志远", "2023年8月前，李志远",
])  # fmt: skip
def test_stated_by_nothing_that_can_be_found_in_a_calendar(text: str) -> None:
    assert before(text) in (NOTHING, None)


def test_no_time_at_all_is_told_from_a_time_that_gives_none() -> None:
    assert before("会议决定") is None
    assert before("日前会议决定") == NOTHING


def test_a_span_of_time_has_two_ends() -> None:
    assert before("2015年2月至2017年11月任") == Stated("2015-02", "2017-11")
    assert before("2017年至2015年任") == NOTHING


def test_without_the_date_of_the_article_only_whole_dates_count() -> None:
    undated = Calendar(None)
    assert undated.before("2021年6月12日", 0, 10) == Stated("2021-06-12")
    for text in ("6月12日", "今年5月", "12日", "今天"):
        assert undated.before(text, 0, len(text)) == NOTHING


def test_today_needs_a_dateline() -> None:
    assert Calendar("2023-08-16").before("今天，会议", 0, 5) == NOTHING
