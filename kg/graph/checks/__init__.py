"""Checks of a graph: SHACL, bounds of counts, what articles disagree on.

Python: `kg.graph.checks.check(store)` gives a tuple of findings, empty if there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import pyoxigraph as ox

from kg.graph.checks.bounds import Bounds, out_of_bounds, read_bounds
from kg.graph.checks.finding import Check, Finding, Quote
from kg.graph.checks.run import findings_of
from kg.graph.resources import SHAPES, ontology_text
from kg.graph.vocabulary import DEFAULT_BASE

__all__ = ["CHECKS", "Bounds", "Check", "Finding", "Quote", "check", "read_bounds"]

CHECKS: tuple[Check, ...] = get_args(Check)
DISAGREEMENTS = "disagreements.ttl"
BOUNDS = "bounds.toml"


def check(
    store: ox.Store,
    only: Iterable[Check] = CHECKS,
    bounds: Bounds | None = None,
    base: str = DEFAULT_BASE,
) -> tuple[Finding, ...]:
    """What is wrong, missing or disputed in the default graph of `store` (graph and evidence of a build), sorted.

    `only` names the checks to be made, `bounds` replaces the counts that a build is to have, `base` is what
    the IRIs of its entities begin with. Raises ShapesUnreadable or BoundsUnreadable if the files of the ontology are
    broken.

    >>> store = ox.Store()
    >>> store.load('<urn:a> a <https://w3id.org/county-kg/ontology#Indicator> .', format=ox.RdfFormat.TURTLE)
    >>> [finding.message.zh for finding in check(store)]
    ['须有且仅有一个带 @zh 或 @en 的 rdfs:label;其他名称写作 skos:altLabel。']
    """
    found: list[Finding] = []
    wanted = set(only)
    if "shapes" in wanted:
        found += findings_of(store, ontology_text(SHAPES), base=base)
    if "counts" in wanted:
        found += out_of_bounds(store, bounds or read_bounds(ontology_text(BOUNDS)))
    if "disagreements" in wanted:
        found += findings_of(store, ontology_text(DISAGREEMENTS), "disagreements", base)
    return tuple(sorted(found, key=Finding.sort_key))
