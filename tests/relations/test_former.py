"""Posts that an article gives as held in one sentence and as over in another."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import claims, label

ENDS = "平原县委原书记李志远被开除党籍。"


def told(text: str, relation: str = "holds") -> set[tuple[str, str, str]]:
    return {(label(c.subject), label(c.object).split(": ")[-1], c.modality) for c in claims(relation, text)}


@pytest.mark.parametrize(("text", "expected"), [
    case("former elsewhere", ENDS + "1月6日，平原县委书记李志远接受审查。", {("李志远", "县委书记", "past")}),
    case("dead elsewhere", "平原县县长李志远因病去世。此前，平原县县长李志远主持会议。", {("李志远", "县长", "past")}),
    case("a successor", "会议决定任命李志远为平原县县长。3月消息，平原县县长冯可涉嫌严重违纪违法。",
         {("李志远", "县长", "asserted"), ("冯可", "县长", "past")}),
    case("a successor, and what else he led it as",
         "会议决定任命李志远为平原县教育局局长。3月消息，平原县教育局党组书记、局长冯可被查。",
         {("李志远", "局长", "asserted"), ("冯可", "党组书记", "past"), ("冯可", "局长", "past")}),
    case("acting before", "大会选举李志远为平原县县长。5月，李志远任平原县代县长。",
         {("李志远", "县长", "asserted"), ("李志远", "代县长", "past")}),
    case("another post goes on", ENDS + "平原县政协副主席李志远出席。",
         {("李志远", "县委书记", "past"), ("李志远", "副主席", "asserted")}),
    case("another person", ENDS + "平原县委书记冯可出席。",
         {("李志远", "县委书记", "past"), ("冯可", "县委书记", "asserted")}),
    case("several deputies", "会议决定任命李志远为平原县副县长。平原县副县长冯可出席。",
         {("李志远", "副县长", "asserted"), ("冯可", "副县长", "asserted")}),
    case("held at the time", "时任平原县县长李志远动工。平原县县长李志远出席。",
         {("李志远", "县长", "past"), ("李志远", "县长", "asserted")}),
])  # fmt: skip
def test_what_the_whole_article_says(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_who_has_left_leads_no_more() -> None:
    assert told(ENDS + "1月6日，平原县委书记李志远接受审查。", "leads") == {("李志远", "平原县", "past")}
