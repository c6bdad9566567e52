"""Bounds of counts: how many entities of a class and edges of a relation a build may have.

A rule that breaks does not fail, it falls silent: the build goes through, and some class is empty. Bounds an article
catch that, whatever the size of the build.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.checks.finding import Finding
from kg.graph.checks.shape import Message
from kg.graph.vocabulary import PREFIXES, expand

ARTICLE = "schema:NewsArticle"
FORM = 'write "kg:County" = [1, 2800] (at least, at most) below [count] or [per_article]'


class BoundsUnreadable(ValueError):
    """A file of bounds is broken."""


@dataclass(frozen=True, slots=True)
class Bound:
    """How many of a term (a class or a relation, by its CURIE) there are to be, of one build or of each article."""

    term: str
    least: float
    most: float
    per_article: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds, and from how many articles on those of each article hold: a few say little about the rest."""

    least_articles: int
    bounds: tuple[Bound, ...]


def read_bounds(text: str) -> Bounds:
    """The bounds that a TOML text states. Raises BoundsUnreadable.

    >>> read_bounds('[count]\\n"kg:County" = [1, 2800]').bounds
    (Bound(term='kg:County', least=1, most=2800, per_article=False),)
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BoundsUnreadable(f"no valid TOML ({error}); {FORM}") from error
    unknown = set(table) - {"least_articles", "count", "per_article"}
    if unknown:
        raise BoundsUnreadable(f"{', '.join(sorted(unknown))} is not known; {FORM}")
    least_articles = table.get("least_articles", 1)
    if not _is_number(least_articles):
        raise BoundsUnreadable("least_articles wants a number")
    bounds = []
    for section in ("count", "per_article"):
        entries = table.get(section, {})
        if not isinstance(entries, dict):
            raise BoundsUnreadable(f"{section} is a table; {FORM}")
        for term, pair in entries.items():
            bounds.append(_bound(term, pair, section == "per_article"))
    return Bounds(int(least_articles), tuple(bounds))


def _bound(term: str, pair: object, per_article: bool) -> Bound:
    prefix, colon, _ = term.partition(":")
    if not colon or prefix not in PREFIXES:
        raise BoundsUnreadable(f"{term} is no name of the graph; {FORM}")
    if not isinstance(pair, list) or len(pair) != 2 or not all(map(_is_number, pair)) or not 0 <= pair[0] <= pair[1]:
        raise BoundsUnreadable(f"{term} wants two numbers, the lower first, not {pair}; {FORM}")
    return Bound(term, pair[0], pair[1], per_article)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


def number_of(store: ox.Store, term: str) -> int:
    """How many entities a class has, or how many edges a relation: a name in lower case is that of a relation."""
    node = ox.NamedNode(expand(term))
    pattern = f"?s {node} ?o" if term.partition(":")[2][:1].islower() else f"?s a {node}"
    (row,) = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    return int(row["n"].value)


def out_of_bounds(store: ox.Store, bounds: Bounds) -> Iterator[Finding]:
    """One finding for each bound that the graph does not keep, in the order of the bounds."""
    articles = number_of(store, ARTICLE)
    for bound in bounds.bounds:
        if bound.per_article and articles < bounds.least_articles:
            continue
        number = number_of(store, bound.term)
        times = articles if bound.per_article else 1
        least, most = bound.least * times, bound.most * times
        if least <= number <= most:
            continue
        message = Message(
            f"{articles} 篇文章中有 {number} 个 {bound.term},应在 {least:g} 至 {most:g} 之间:"
            + ("看 report.md 中未读出的文章,并与上次的结果比较。" if number < least else "看是否有一处被重复读出。"),
            f"{number} {bound.term} in {articles} articles, where {least:g} to {most:g} are expected: "
            + ("look in report.md for what was not read, and compare with an earlier build."
               if number < least else "look for one thing that is read again and again."),
        )  # fmt: skip
        node = ox.NamedNode(expand(bound.term))
        component = f"{'Min' if number < least else 'Max'}CountConstraintComponent"
        yield Finding("counts", node.value, component, "Warning", node, "", None, ox.Literal(number), "", message)
