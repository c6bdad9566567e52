"""A claim refuses what no statement can be."""

from __future__ import annotations

import pytest

from kg.mentions.mention import Area, Span
from kg.relations.claim import Claim, Person

COUNTY = Area("平原县", "county", "371426", "371400")


def claim(confidence: float = 0.9, quote: Span = Span(0, 5)) -> Claim:  # noqa: B008
    return Claim("leads", Person("李志远"), COUNTY, quote, None, None, "asserted", "test.rule", confidence)


def test_equal_values_mean_the_same() -> None:
    assert claim() == claim() and len({claim(), claim()}) == 1


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_confidence_is_between_nothing_and_certainty(confidence: float) -> None:
    with pytest.raises(ValueError, match="of a leads claim is not between 0 and 1"):
        claim(confidence)


@pytest.mark.parametrize("quote", [Span(5, 5), Span(6, 5)])
def test_a_claim_has_words_that_say_it(quote: Span) -> None:
    with pytest.raises(ValueError, match="without words"):
        claim(quote=quote)


@pytest.mark.parametrize(("outer", "inner", "holds"), [
    (Span(0, 5), Span(0, 5), True), (Span(0, 5), Span(1, 4), True), (Span(0, 5), Span(4, 6), False), (Span(2, 5),
    Span(1, 3), False),
])  # fmt: skip
def test_spans_are_half_open(outer: Span, inner: Span, holds: bool) -> None:
    assert outer.holds(inner) == holds
