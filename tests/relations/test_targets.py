"""targets: numbers to be reached (guideline, "targets")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from kg.relations.claim import Target
from relations.claims import claims, label

Row = tuple[str, str, str, str, int | None]


def targets(text: str, publisher: str | None = "平原县融媒体中心") -> list[Row]:
    """(who, indicator, value, unit, year) of each target."""
    found = [claim.object for claim in claims("targets", text, publisher)]
    return [(label(t.holder), t.indicator, t.value, t.unit, t.year) for t in found if isinstance(t, Target)]


@pytest.mark.parametrize(("text", "expected"), [
    case("strives, by a year", "力争到2025年，全县工业总产值突破600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("by a year", "到2025年，全县工业总产值达到600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("by the end of a year", "到2025年底，全县工业总产值达到600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("ensures", "确保全年固定资产投资增长10%。", ("固定资产投资增长", "10", "%", None)),
    case("growth", "今年，全县力争规上工业增加值增长8%以上。", ("规上工业增加值增长", "8", "%", None)),
    case("a level to be held", "力争到2025年全县粮食产量稳定在50万吨以上。", ("粮食产量", "50", "万吨", 2025)),
    case("separator", "力争到2025年，工业总产值突破1,200亿元。", ("工业总产值", "1200", "亿元", 2025)),
    case("fraction", "力争到2025年，工业总产值突破600.5亿元。", ("工业总产值", "600.5", "亿元", 2025)),
    case("companies", "到2025年，全县规模以上工业企业达到150家。", ("规模以上工业企业", "150", "家", 2025)),
    case("verb and number first", "到2025年，力争引进30家高新技术企业。", ("高新技术企业", "30", "家", 2025)),
])  # fmt: skip
def test_a_number_to_be_reached(text: str, expected: tuple[str, str, str, int | None]) -> None:
    assert targets(text) == [("平原县", *expected)]


def test_several_in_one_sentence_share_the_year() -> None:
    text = "力争到2025年，工业总产值达到600亿元，规模以上工业企业达到150家，粮食产量稳定在50万吨。"
    assert [row[1:] for row in targets(text)] == [
        ("工业总产值", "600", "亿元", 2025), ("规模以上工业企业", "150", "家", 2025), ("粮食产量", "50", "万吨", 2025),
    ]  # fmt: skip


def test_growth_without_an_indicator_is_that_of_the_clause_before() -> None:
    text = "到2025年，实现地区生产总值500亿元，年均增长8%。"
    assert [row[1:] for row in targets(text)] == [
        ("地区生产总值", "500", "亿元", 2025), ("地区生产总值年均增长", "8", "%", 2025),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    case("achieved in a year", "2022年，全县工业总产值达到350.19亿元。"),
    case("achieved so far", "截至目前，全县工业总产值已达350亿元。"),
    case("grew", "全县工业总产值同比增长8%。"),
    case("year that is over", "力争到2021年，全县工业总产值达到600亿元。"),
    case("output of a project", "云帆锂电池项目建成后，年产值可达10亿元。"),
    case("forecast", "分析师预计，到2025年市场规模将达到600亿元。"),
    case("investment of a project", "力争年内开工的云帆锂电池项目总投资10亿元。"),
    case("no number", "力争到2025年，全县工业总产值再上台阶。"),
    case("no indicator", "力争到2025年达到600亿元。"),
    case("exhortation", "要确保安全生产。"),
    case("no intent", "全县工业总产值600亿元。"),
])  # fmt: skip
def test_what_is_no_target(text: str) -> None:
    assert targets(text) == []


@pytest.mark.xfail(strict=True, reason="the indicator of a clause before the word of intent is not taken over")
def test_the_indicator_of_what_is_achieved_is_that_of_the_target() -> None:
    text = "2022年，全县工业总产值达到350亿元，力争到2025年突破600亿元。"
    assert [row[1:] for row in targets(text)] == [("工业总产值", "600", "亿元", 2025)]


def test_what_is_achieved_before_a_target_is_none() -> None:
    assert "350" not in [row[2] for row in targets("2022年，全县工业总产值达到350亿元，力争到2025年突破600亿元。")]


@pytest.mark.parametrize(("text", "publisher", "holder"), [
    case("county", "力争到2025年，全县工业总产值突破600亿元。", "平原县融媒体中心", "平原县"),
    case("city", "力争到2025年，全市工业总产值突破600亿元。", "德州日报", "德州市"),
    case("county in an article about the city", "齐河县力争到2025年工业总产值突破600亿元。", "德州日报",
          "齐河县"),
    case("company", "蓝谷新材料有限公司力争到2025年销售收入突破10亿元。", "平原县融媒体中心", "蓝谷新材料有限公司"),
    case("company with an area in its name",
          "山东蓝谷新材料有限公司力争到2025年销售收入突破10亿元。", "平原县融媒体中心", "山东蓝谷新材料有限公司"),
])  # fmt: skip
def test_who_is_to_reach_it(text: str, publisher: str, holder: str) -> None:
    assert [row[0] for row in targets(text, publisher)] == [holder]


@pytest.mark.parametrize("text", [
    case("company", "蓝谷新材料有限公司力争到2025年销售收入突破10亿元。"),
    case("county", "齐河县力争到2025年销售收入突破10亿元。"),
    case("whole county", "全县力争到2025年销售收入突破10亿元。"),
])  # fmt: skip
def test_the_indicator_leaves_out_who_is_to_reach_it(text: str) -> None:
    assert [row[1] for row in targets(text)] == ["销售收入"]


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。力争到2025年，工业总产值突破600亿元。"
    (claim,) = claims("targets", text)
    assert claim.object_span
    assert text[claim.object_span.start : claim.object_span.end] == "工业总产值突破600亿元"
    assert text[claim.quote.start : claim.quote.end] == "力争到2025年，工业总产值突破600亿元。"
