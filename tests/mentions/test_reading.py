"""The reading of an article: dates, topics and zones, and that every mention stands where it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.mentions.mention import Sentence
from kg.mentions.reading import Reading, read
from kg.repair.article import READ_ZONES
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord
from mentions.articles import MIXED, case, reading

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(("text", "date", "stated"), [
    case("full date", "据悉，平原县的会议于2022年3月7日召开。", "2023-05-18", "2022-03-07"),
    case("month and day", "3月7日，平原县召开会议。", "2023-05-18", "2023-03-07"),
    case("day alone", "17日，平原县召开会议。", "2023-05-18", "2023-05-17"),
    case("no date: the article's", "平原县召开会议。", "2023-05-18", "2023-05-18"),
    case("month and day, article without a date", "3月7日，平原县召开会议。", None, None),
    case("full date, article without a date", "据悉，平原县的会议于2022年3月7日召开。", None, "2022-03-07"),
    case("nothing", "平原县召开会议。", None, None),
    case("a daily is no date", "平原日报报道，平原县召开会议。", "2023-05-18", "2023-05-18"),
    case("days ago", "平原县召开5日内的第二次会议。", "2023-05-18", "2023-05-18"),
    case("end of last year", "12月28日，平原县召开会议。",
          "2023-01-02",
          "2022-12-28"),
])  # fmt: skip
def test_stated_date(text: str, date: str | None, stated: str | None) -> None:
    read = reading(text, date=date)
    assert read.date_of(read.sentences[-1].sentence) == stated


def test_an_article_about_a_zone_says_so_in_most_sentences() -> None:
    of_zone = "平原经济开发区召开会议。平原经济开发区签约项目。平原经济开发区抓好落实。会议结束。"
    assert reading(of_zone).zone is not None
    assert reading(of_zone).zone.name == "平原经济开发区"  # type: ignore[union-attr]
    assert reading("平原县召开会议。平原县签约项目。平原经济开发区抓好落实。").zone is None


def test_each_paragraph_has_its_topic() -> None:
    read = reading(
        "德州市重点项目建设提速。\n平原县抓招商。签约一批项目。\n齐河县抓落地。开工一批项目。\n会议结束。",
        publisher="德州日报",
    )
    topics = {s.words: (area.name if (area := read.topic(s.sentence)) else None) for s in read.sentences}
    assert topics["签约一批项目。"] == "平原县"
    assert topics["开工一批项目。"] == "齐河县"
    assert topics["会议结束。"] is None


def test_the_year_is_the_articles() -> None:
    assert reading("平原县召开会议。").year == 2023
    assert reading("平原县召开会议。", date=None).year is None


def test_an_article_without_sentences_has_no_home() -> None:
    read = reading("版权所有 平原日报社\n编辑：李志远", publisher=None)
    assert read.home.division is None or read.sentences == ()


def mentions_are_where_they_say(read: Reading) -> int:
    """Checks every mention of a reading; how many there were."""
    text, zones = read.article.text, [(z.start, z.end) for z in read.article.zones if z.kind in READ_ZONES]
    seen = 0
    for sentence in read.sentences:
        span: Sentence = sentence.sentence
        assert any(a <= span.start < span.end <= b for a, b in zones)
        for mention in (*sentence.areas, *sentence.amounts, *sentence.projects, *sentence.companies, *sentence.meetings,
                        *sentence.policies):  # fmt: skip
            assert span.start <= mention.start < mention.end <= span.end, mention
            seen += 1
        for area in sentence.areas:
            assert text[area.start : area.end] == area.surface
        for company in sentence.companies:
            assert text[company.start : company.end] == company.name
        for meeting in sentence.meetings:
            assert text[meeting.start : meeting.end] == meeting.name
        for holding in sentence.holdings:
            assert text[holding.start : holding.end] == holding.name
            assert span.start <= holding.start < holding.end <= span.end
            assert holding.posts
            for post in holding.posts:
                assert span.start <= post.start < post.end <= span.end
                assert 0.0 < holding.confidence < 1.0
            seen += 1
    return seen


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_mentions_of_the_seeds_stand_where_they_say(path: Path) -> None:
    assert mentions_are_where_they_say(read(repair(RawRecord(path.name, path.read_bytes())))) > 0


@settings(max_examples=150, deadline=None)
@given(MIXED)
def test_mentions_of_any_mixture_stand_where_they_say(text: str) -> None:
    mentions_are_where_they_say(reading("平原县今天召开会议部署重点工作。" + text))
