"""One look at a text tells which fixers have anything to look for, and what most of its characters are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.census import Alphabet
from kg.repair.kinds import kinds
from kg.repair.pipeline import FIXERS, alphabet

MARKS, FIGURES, BEYOND = ",;", "0-9", "\ue000-\uf8ff\U000f0000-\U0010ffff"
SETS = Alphabet((MARKS, FIGURES, BEYOND))


@given(st.text(alphabet=st.sampled_from("县的，a,;09\ue000\n\ud800"), max_size=30))
def test_counts_are_those_of_the_patterns(text):
    census = SETS.census(text)
    for characters, bit in SETS.bits.items():
        many = len(re.findall(f"[{characters}]", text))
        assert census.many(characters) >= many
        assert bool(census.mask & bit) >= bool(many)
    assert census.many(MARKS) == len(re.findall(f"[{MARKS}]", text))


def test_half_a_pair_may_be_of_any_set_with_characters_beyond_the_plane():
    assert SETS.census("平原\U000f0001县").mask == SETS.bits[BEYOND]
    assert SETS.census("平原\U0001f600县").mask == SETS.bits[BEYOND]
    assert Alphabet((MARKS,)).census("平原\U0001f600县").mask == 0


@given(st.text(max_size=40), st.integers(0, 40))
def test_kinds_of_the_beginning(text, length):
    assert SETS.census(text).kinds(length) == kinds(text[:length])


PIECES = st.sampled_from([
    "平原县委", "，", ",", ":", "優(yōu)勢(shì)", "角G(jīng)60", "事?tīng)?zhēng)一流", "?！皫F城", "&nbsp;", "<p>",
    "２０２３", "寰峰窞", "å¾·å·ž", "記者", "\u200b", "\n", " ", "\u3000", "县 长 王 某 某", "，\n推动", "\r\n",
    "\U000f0001",
])  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_fixer_that_finds_something_is_asked(text):
    census = alphabet().census(text)
    for fixer in FIXERS:
        if any(text[edit.start : edit.end] != edit.replacement for edit in fixer.find(text)):
            assert census.mask & alphabet().bits[fixer.characters], fixer.name
            assert not fixer.glance or fixer.glance(census), fixer.name


def test_too_many_sets_are_refused():
    with pytest.raises(ValueError, match="300 sets of characters"):
        Alphabet(chr(0x4E00 + place) for place in range(300))
