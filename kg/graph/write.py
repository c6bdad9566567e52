"""Writing Turtle: sorted, with fixed prefixes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES


def turtle(triples: Iterable[Triple], base: str = DEFAULT_BASE) -> bytes:
    """The triples as Turtle, sorted and without repetitions, so that equal graphs give equal bytes."""
    ordered = sorted({*triples}, key=place)
    return serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes(base))  # type: ignore[return-value]


def place(triple: Triple) -> tuple[str, str, str]:
    """Where a triple stands in a file."""
    return triple.subject.value, triple.predicate.value, str(triple.object)  # type: ignore[union-attr]


def prefixes(base: str) -> dict[str, str]:
    """The prefixes that a file declares; entities' IRIs begin with `base`."""
    return {"id": base, **PREFIXES}
