"""People: one name in one article is one person; in two articles only where a post says so."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.people import group

Anchors = dict[tuple[str, str], list[str]]


def of_one_name(**anchors: str) -> Anchors:
    """article="anchor anchor" → the argument of `group`, all for one name."""
    return {(article, "张伟"): words.split() for article, words in anchors.items()}


@pytest.mark.parametrize(("anchors", "people"), [
    (of_one_name(a="局", b="局"), ["ab"]),
    (of_one_name(a="局 县", b="县"), ["ab"]),
    (of_one_name(a="县", b="别的县"), ["a", "b"]),
    (of_one_name(a="县", b="县 别的县", c="别的县"), ["abc"]),  # he moved: one article names both posts
    (of_one_name(a="县", b="别的县", c="县 别的县"), ["abc"]),
    (of_one_name(a="", b=""), ["a", "b"]),  # when unsure, apart
    (of_one_name(a="县", b=""), ["a", "b"]),
    ({("a", "张伟"): ["县"], ("b", "张玮"): ["县"]}, ["a", "b"]),
    ({}, []),
])  # fmt: skip
def test_are_told_apart(anchors: Anchors, people: list[str]) -> None:
    keys = group(anchors)
    found: dict[tuple[str, str], str] = {}
    for (article, name), key in sorted(keys.items()):
        found[name, key] = found.get((name, key), "") + article
    assert sorted(found.values()) == people


def test_are_keyed_by_the_least_anchor_of_all_their_mentions() -> None:
    assert set(group(of_one_name(a="丙", b="丙 乙", c="乙 甲")).values()) == {min("甲乙丙")}


def test_without_an_anchor_are_keyed_by_the_article() -> None:
    assert group(of_one_name(a="", b="")) == {("a", "张伟"): "article:a", ("b", "张伟"): "article:b"}


def test_do_not_depend_on_the_order_of_articles() -> None:
    anchors = of_one_name(a="县", b="别的县", c="县 局", d="局 第三县", e="")
    assert len({tuple(group(dict(order)).items()) for order in permutations(anchors.items())}) == 1


MENTIONS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["张伟", "李四"])),
    st.lists(st.sampled_from("甲乙丙丁"), max_size=2),
)


@given(MENTIONS, st.randoms())
def test_are_the_same_in_every_order(anchors: Anchors, random: object) -> None:
    shuffled = list(anchors.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(dict(shuffled)) == group(anchors)


@given(MENTIONS)
def test_of_one_name_share_an_anchor_or_are_apart(anchors: Anchors) -> None:
    keys = group(anchors)
    assert keys.keys() == anchors.keys()
    for one in anchors:
        for other in anchors:
            if one[1] == other[1] and set(anchors[one]) & set(anchors[other]):
                assert keys[one] == keys[other]
            if one[1] == other[1] and keys[one] == keys[other] and one != other:
                assert anchors[one] and anchors[other]
