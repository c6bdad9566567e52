"""Triggers: a rule that is tried only where one of its first words stands finds what it finds when tried everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicons import load
from kg.mentions import areas, chunks, companies, home, meetings, project_words, titles
from kg.mentions.triggers import Triggers

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
RULES: dict[str, tuple[Triggers, re.Pattern[str]]] = {
    "titles": (titles._triggers(), titles._pattern()),
    "heads of projects": (project_words._triggers(), project_words.head_pattern()),
    "departments": (chunks._triggers(), chunks.department()),
    "companies": (companies._triggers(), companies._suffix()),
    "meetings": (meetings._triggers(), meetings._patterns()[0]),
    "zones": (areas._triggers()[1], areas._patterns()[0]),
    "pointers at areas": (areas._triggers()[2], areas._patterns()[1]),
    "pointers at the home": (home._pointers(), home.POINTERS),
    "media": home._media(),
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
LEXICONS = ("posts", "bodies", "areas", "projects", "companies", "meetings")
LISTS = [words for name in LEXICONS for words in load(name).values() if isinstance(words, tuple)]
WORDS = [*sorted({word for words in LISTS for word in words}), *BESIDE]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text("甲乙丙县长会的，。、副", max_size=3), max_size=12).map("".join)


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", RULES)
@settings(deadline=None, max_examples=300)
@given(text=TEXTS, left=st.integers(0, 3), right=st.integers(0, 3))
def test_nothing_is_missed(rule: str, text: str, left: int, right: int) -> None:
    triggers, pattern = RULES[rule]
    start, end = min(left, len(text)), max(len(text) - right, 0)
    assert spans(triggers.finditer(pattern, text, start, end)) == spans(pattern.finditer(text, start, end))


@pytest.mark.parametrize("rule", RULES)
def test_each_word_of_the_lexicons_triggers_its_rule(rule: str) -> None:
    triggers, pattern = RULES[rule]
    for word in WORDS:
        text = f"甲{word}乙"
        assert spans(triggers.finditer(pattern, text, 0, len(text))) == spans(pattern.finditer(text)), word


@pytest.mark.parametrize("rule", RULES)
def test_the_seeds_are_read_alike(rule: str) -> None:
    assert len(SEEDS) == 5
    triggers, pattern = RULES[rule]
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        assert spans(triggers.finditer(pattern, text, 0, len(text))) == spans(pattern.finditer(text))


def test_positions_are_in_order_and_each_once() -> None:
    assert Triggers(["市", "市委", "委书记"]).within("市委书记、市长", 0, 7) == [0, 1, 5]
    assert Triggers(["市"]).within("市委书记、市长", 1, 5) == []


def test_a_word_may_reach_over_the_end_and_its_rule_does_not() -> None:
    triggers = Triggers(["书记"])
    assert triggers.within("县委书记", 0, 3) == [2]
    assert list(triggers.finditer(re.compile("书记"), "县委书记", 0, 3)) == []


@pytest.mark.parametrize("words", [[], [""], ["县", ""]])
def test_triggers_without_words_are_refused(words: list[str]) -> None:
    with pytest.raises(ValueError, match="stand everywhere"):
        Triggers(words)
