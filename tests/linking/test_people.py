"""People: one name in one article is one person; in two articles only where a career can lead from post to post."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.ladder import Held
from kg.linking.people import Known, Mention, group, verdict

JULY, AUGUST, LATER = "2021-07-01", "2021-08-01", "2023-07-01"


def post(
    body: str, rung: int = 4, county: str = "371426", day: str = "", heads: bool = False, now: bool = True
) -> Held:  # fmt: skip
    """A post in a county of 山东; "" as county: of its prefecture 德州市."""
    prefecture = f"{county[:4]}00" if county else "371400"
    return Held(body, rung, f"{prefecture[:2]}0000", prefecture, county, heads, now, day, body)


def of_one_name(**posts: Held | list[Held] | None) -> dict[Mention, Known]:
    """article=posts → the argument of `group`, all for one name."""
    listed = {a: [p] if isinstance(p, Held) else p or [] for a, p in posts.items()}
    return {(article, "张伟"): Known(frozenset(own)) for article, own in listed.items()}


A_BODY, B_BODY, FAR = post("甲局", 2), post("乙局", 2), post("远局", 2, "370481")
MAGISTRATE = post("甲政府", 4, day=JULY, heads=True)
NEIGHBOUR = post("邻政府", 4, "371425", AUGUST, heads=True)
DEPUTY_BETWEEN = post("市政府", 5, "")


@pytest.mark.parametrize(("mentions", "people"), [
    (of_one_name(a=A_BODY, b=A_BODY), ["ab"]),
    (of_one_name(a=A_BODY, b=B_BODY), ["ab"]),  # two bodies of one county
    (of_one_name(a=post("甲学校", -1), b=post("乙学校", -1)), ["a", "b"]),  # posts that are no rung of a career
    (of_one_name(a=post("甲学校", -1), b=post("甲学校", -1)), ["ab"]),
    (of_one_name(a=A_BODY, b=FAR), ["a", "b"]),
    (of_one_name(a=A_BODY, b=[A_BODY, FAR], c=FAR), ["abc"]),  # he moved: one article names both posts
    (of_one_name(a=A_BODY, b=FAR, c=[FAR, A_BODY]), ["abc"]),
    (of_one_name(a=None, b=None), ["a", "b"]),  # when unsure, apart
    (of_one_name(a=A_BODY, b=None), ["a", "b"]),
    (of_one_name(a=MAGISTRATE, b=NEIGHBOUR), ["a", "b"]),
    (of_one_name(a=MAGISTRATE, b=NEIGHBOUR, c=DEPUTY_BETWEEN), ["a", "b", "c"]),  # c fits both, who are not one
    ({("a", "张伟"): Known(frozenset({A_BODY})), ("b", "张玮"): Known(frozenset({A_BODY}))}, ["a", "b"]),
    ({("a", "张伟"): Known(quotes=frozenset("句")), ("b", "张伟"): Known(quotes=frozenset("句"))}, ["ab"]),
    ({}, []),
])  # fmt: skip
def test_are_told_apart(mentions: dict[Mention, Known], people: list[str]) -> None:
    found: dict[tuple[str, str], str] = {}
    for (article, name), key in sorted(group(mentions).keys.items()):
        found[name, key] = found.get((name, key), "") + article
    assert sorted(found.values()) == people


@pytest.mark.parametrize(("one", "other", "reason"), [
    (post("甲", 4), post("乙", 3, "371425"), ""),
    (post("甲", 2), post("乙", 2, "371425"), "too-many"),  # of a prefecture's thousands
    (post("甲", 2), post("乙", 5, ""), "too-many"),
    (post("甲", 2, day=JULY), post("乙", 5, day=AUGUST), "rungs"),
    (post("甲", 2, day=JULY), post("乙", 5, day="2026-08-01"), ""),  # promoted twice in five years
    (post("甲", 6, ""), post("乙", 6, "370481"), ""),  # of a province's few hundred
    (post("甲", 5, ""), post("乙", 5, "370481"), "too-many"),
    (MAGISTRATE, NEIGHBOUR, "two-heads"),
    (MAGISTRATE, post("邻政府", 4, "371425", LATER, heads=True), ""),  # transferred
    (MAGISTRATE, post("邻政府", 4, "371425", "", heads=True), "two-heads"),  # no date: unsure
    (MAGISTRATE, post("邻政府", 4, "371425", AUGUST, heads=True, now=False), ""),  # he was there before
    (MAGISTRATE, post("市政府", 6, "", AUGUST, heads=True), ""),  # promoted within
    (post("甲", 4), post("乙", 4, "500101"), "elsewhere"),
])  # fmt: skip
def test_may_be_one_career_or_not_for_a_reason(one: Held, other: Held, reason: str) -> None:
    assert verdict("王军", frozenset({one}), frozenset({other})) == reason
    assert verdict("王军", frozenset({other}), frozenset({one})) == reason


@pytest.mark.parametrize(("name", "one", "other", "reason"), [
    ("宓澄泓", post("甲学校", -1), post("乙协会", -1, "370481"), ""),  # hardly two of that name in the province
    ("王军", post("甲学校", -1), post("乙协会", -1, "370481"), "too-many"),
    ("宓澄泓", post("甲", 2), post("乙", 4, "500101"), "elsewhere"),  # no area holds both
    ("宓澄泓", MAGISTRATE, NEIGHBOUR, "two-heads"),
])  # fmt: skip
def test_a_rare_name_joins_whatever_the_posts(name: str, one: Held, other: Held, reason: str) -> None:
    assert verdict(name, frozenset({one}), frozenset({other})) == reason


def test_that_might_be_one_are_recorded_with_the_reason() -> None:
    (apart,) = group(of_one_name(a=MAGISTRATE, b=NEIGHBOUR, c=post("别处", 4, "500101"))).apart
    assert (apart.name, {apart.one, apart.other}, apart.reason) == ("张伟", {"甲政府", "邻政府"}, "two-heads")
    threes = group(of_one_name(a=MAGISTRATE, b=NEIGHBOUR, c=DEPUTY_BETWEEN)).apart
    assert sorted(each.reason for each in threes) == ["three", "three", "two-heads"]


def test_are_keyed_by_the_least_body_of_all_their_mentions() -> None:
    known = of_one_name(a=post("丙"), b=[post("丙"), post("乙")], c=[post("乙"), post("甲")])
    assert set(group(known).keys.values()) == {min("甲乙丙")}


def test_without_a_body_are_keyed_by_the_article() -> None:
    assert group(of_one_name(a=None, b=None)).keys == {("a", "张伟"): "article:a", ("b", "张伟"): "article:b"}


def test_do_not_depend_on_the_order_of_articles() -> None:
    known = of_one_name(a=MAGISTRATE, b=NEIGHBOUR, c=[A_BODY, FAR], d=FAR, e=None)
    assert len({repr(group(dict(order))) for order in permutations(known.items())}) == 1


POSTS = st.builds(
    post, st.sampled_from("甲乙丙丁"), st.integers(-1, 6), st.sampled_from(["", "371426", "371425", "370481"]),
    st.sampled_from(["", JULY, LATER]), st.booleans(), st.booleans(),
)  # fmt: skip
MENTIONS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["张伟", "李四"])),
    st.builds(lambda posts: Known(frozenset(posts)), st.lists(POSTS, max_size=2)),
)


@given(MENTIONS, st.randoms())
def test_are_the_same_in_every_order(mentions: dict[Mention, Known], random: object) -> None:
    shuffled = list(mentions.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(dict(shuffled)) == group(mentions)


@given(MENTIONS)
def test_of_one_name_in_one_body_are_one_and_apart_ones_have_two_keys(mentions: dict[Mention, Known]) -> None:
    people = group(mentions)
    assert people.keys.keys() == mentions.keys()
    for one, known in mentions.items():
        for other, others in mentions.items():
            if one[1] == other[1] and {p.body for p in known.posts} & {p.body for p in others.posts}:
                assert people.keys[one] == people.keys[other]
    assert all(apart.one != apart.other for apart in people.apart)
