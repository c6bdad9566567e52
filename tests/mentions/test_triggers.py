"""Triggers: a rule that is tried only where one of its first words stands finds what it finds when tried everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.lexicons import load
from kg.mentions import (
    area_names,
    areas,
    chunks,
    companies,
    home,
    meetings,
    policies,
    project_lists,
    project_words,
    project_works,
    removals,
    titles,
    townships,
    triggers,
)
from kg.mentions.known_projects import recognise
from kg.mentions.reading import BEGIN, SentenceReading
from kg.relations import inspects, target_intent
from mentions.articles import reading

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
PATTERNS: dict[str, re.Pattern[str]] = {
    "titles": titles._pattern(),
    "removals": removals._verbs(),
    "departments": chunks.department(),
    "wholes": chunks.uncut(),
    "projects": project_words.head_pattern(),
    "companies": companies._suffix(),
    "meetings": meetings._patterns()[0],
    "townships": townships.TOWNSHIP,
    "lists": project_lists.LIST_TAIL,
    "works": project_works._patterns()[1],
    "capacities": project_works.CAPACITY,
    "sums": re.compile("[亿万]"),
    "zones": areas._patterns()[0],
    "relative": areas._patterns()[1],
    "media": home._media(),
    "reports": home.REPORTS,
    "home": home.POINTERS,
    "inspects.goes-to": inspects._patterns()[0],
    "inspects.looks-at": inspects._patterns()[1],
    "inspects.looks": inspects._patterns()[2],
    "targets": target_intent.INTENT,
    "policies": policies._patterns()[0],
}
# Every word of the lexicons that the rules are made of, and what their patterns say beside them.
BESIDE = [
    "轨道交通",
    "号线",
    "南延",
    "高速公路",
    "至",
    "城际",
    "线",
    "段",
    "党组",
    "纪委",
    "总",
    "局",
    "厅",
    "全",
    "我",
    "市",
    "委",
]
LEXICONS = ("posts", "bodies", "areas", "projects", "companies", "meetings", "inspections", "targets", "policies")
LISTS = [words for name in LEXICONS for words in load(name).values() if isinstance(words, tuple)]
WORDS = [*sorted({word for words in LISTS for word in words}), *BESIDE]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text("甲乙丙县长会的，。、副", max_size=3), max_size=12).map("".join)


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


def assert_alike(rule: str, text: str, start: int, end: int) -> None:
    pattern = PATTERNS[rule]
    assert spans(triggers.finditer(rule, pattern, text, start, end)) == spans(pattern.finditer(text, start, end))


def test_every_rule_is_held_against_its_pattern() -> None:
    assert {*PATTERNS, "divisions"} == set(triggers.WORDS)


@pytest.mark.parametrize("rule", PATTERNS)
@settings(deadline=None, max_examples=200)
@given(text=TEXTS, left=st.integers(0, 3), right=st.integers(0, 3))
def test_nothing_is_missed(rule: str, text: str, left: int, right: int) -> None:
    assert_alike(rule, text, min(left, len(text)), max(len(text) - right, 0))


@pytest.mark.parametrize("rule", PATTERNS)
def test_each_word_of_the_lexicons_triggers_its_rule(rule: str) -> None:
    for word in WORDS:
        assert_alike(rule, f"甲{word}乙", 0, len(word) + 2)


@pytest.mark.parametrize("rule", PATTERNS)
def test_the_seeds_are_read_alike(rule: str) -> None:
    assert len(SEEDS) == 5
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        assert_alike(rule, text, 0, len(text))


@settings(deadline=None, max_examples=100)
@example("%光伏基地。、%光伏基地一批”项目")
@given(
    st.lists(TEXTS | st.sampled_from(["齐河县", "总投资5亿元", "乙镇", "甲、乙等5个项目"]), max_size=8).map("。".join)
)
def test_sentences_are_skipped_only_where_there_is_nothing(text: str) -> None:
    read = reading("平原县召开会议。" + text)
    fresh = [SentenceReading(each.text, each.sentence, each.place, each.year) for each in read.sentences]
    recognise(read.article.text, fresh)  # what one sentence builds is a project in all of them
    for sentence, unskipped in zip(read.sentences, fresh, strict=True):
        for kind in BEGIN:
            assert getattr(sentence, kind) == getattr(unskipped, kind), kind


@given(st.lists(st.sampled_from(["平原县", "平原", "山东", "德州", "市", "县", "。", "长"]), max_size=10).map("".join),
       st.integers(0, 8), st.integers(0, 8))  # fmt: skip
def test_names_of_divisions_in_a_part_are_found_as_in_a_text_of_its_own(text: str, left: int, right: int) -> None:
    text = "甲" * area_names.SHORT_TEXT + text
    start, end = area_names.SHORT_TEXT + left, max(area_names.SHORT_TEXT + left, len(text) - right)
    alone = area_names._automaton()[0].find_matches_as_indexes(text[start:end])
    assert area_names.division_names(text, start, end) == [(number, a + start, b + start) for number, a, b in alone]


def test_positions_are_in_order_and_each_once() -> None:
    assert triggers.within("titles", "县委书记、副书记、市长", 0, 11) == [2, 5, 6, 9]
    assert triggers.within("titles", "县委书记、副书记、市长", 3, 6) == [5]


def test_a_word_may_reach_over_the_end_and_its_rule_does_not() -> None:
    assert triggers.within("titles", "县委书记", 0, 3) == [2]
    assert list(triggers.finditer("titles", titles._pattern(), "县委书记", 0, 3)) == []
