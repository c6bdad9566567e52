"""The day of what people do: the article's only where no other time is told."""

from __future__ import annotations

import pytest
from mentions.articles import TODAY, case

from relations.claims import claims

OFFICIAL = "平原县县长李志远出席。"


@pytest.mark.parametrize(("text", "day"), [
    case("no time", "李志远调研了平原县人民医院。", TODAY),
    case("a day", "5月12日，李志远调研了平原县人民医院。", "2023-05-12"),
    case("a month", "据悉，今年3月，李志远调研了平原县人民医院。", None),
    case("another year", "2021年，李志远调研了平原县人民医院。", None),
    case("the same year as before", "同年11月，李志远调研了平原县人民医院。", None),
    case("a plan of this year", "按照2023年计划，李志远调研了平原县人民医院。", TODAY),
    case("in a story of another year", "2021年4月，省里派他来。其间，李志远调研了平原县人民医院。", None),
    case("behind a story and a day", "2021年4月，省里派他来。5月12日很热。李志远调研了平原县人民医院。", TODAY),
    case("a story in another paragraph", "2021年4月，省里派他来。\n\n李志远调研了平原县人民医院。", TODAY),
])  # fmt: skip
def test_the_day_of_a_visit(text: str, day: str | None) -> None:
    assert {claim.stated_date for claim in claims("inspects", OFFICIAL + "\n\n" + text)} == {day}


@pytest.mark.parametrize(("when", "day"), [("5月12日", "2023-05-12"), ("同年11月", None), ("去年", None)])
def test_the_day_of_a_meeting(when: str, day: str | None) -> None:
    text = f"{when}，平原县县长李志远出席平原县水利工作会议。"
    assert {claim.stated_date for claim in claims("attends", text)} == {day}
