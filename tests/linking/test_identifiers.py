"""Identifiers: the same key gives the same one everywhere and always, another key another one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.identifiers import DIGITS, identifier, plain


def test_are_the_kind_and_a_short_hash() -> None:
    assert re.fullmatch(rf"project/[0-9a-f]{{{DIGITS}}}", identifier("project", "乙产业园", "371426"))


def test_never_change_from_build_to_build() -> None:
    """Published IRIs are made of them: whoever changes the hash renames every entity of every graph."""
    assert identifier("project", "乙产业园", "371426") == "project/98c47c5d2090"


@pytest.mark.parametrize("name", ["乙 产业园", "“乙”产业园", "《乙》产业园", "乙（产业园）", "乙(产业园)"])
def test_do_not_tell_spellings_apart(name: str) -> None:
    assert identifier("project", name, "371426") == identifier("project", "乙产业园", "371426")


@pytest.mark.parametrize(("first", "second"), [
    (("project", "乙产业园"), ("policy", "乙产业园")),
    (("project", "乙产业园"), ("project", "乙产业园", "")),
    (("project", "乙产业园", "371426"), ("project", "乙产业园371426")),
    (("project", "甲", "乙丙"), ("project", "甲乙", "丙")),
    (("project", "甲\x1f乙"), ("project", "甲", "乙")),  # the separator cannot be smuggled in by a name
    (("amount", 5), ("amount", 50)),
])  # fmt: skip
def test_tell_keys_apart(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert identifier(*first) != identifier(*second)


@pytest.mark.parametrize(("words", "key"), [
    ("ＡＢＣ１２３", "ABC123"), ("30万吨／年", "30万吨/年"), ("“甲”‘乙’《丙》", "甲乙丙"), ("甲\n\u3000乙", "甲乙"),
])  # fmt: skip
def test_compare_words_plainly(words: str, key: str) -> None:
    assert plain(words) == key


@given(st.text())
def test_plain_words_hold_no_space_quotation_mark_or_bracket(words: str) -> None:
    assert not re.search(r"[\s“”‘’《》「」（）()]", plain(words))
