"""kg: a queryable, traceable knowledge graph out of Chinese local news.

import kg
graph = kg.build(["seeds"])                   # an rdflib graph: entities, statements, evidence
for row in graph.query("SELECT ?name { ?x kg:leads/schema:name ?name }"):
    print(row.name)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib

__version__ = "0.1.0"
__all__ = ["build"]


def build(
    paths: Iterable[str | Path], *, base: str | None = None, jobs: int = 1, decisions: str | Path | None = None
) -> rdflib.Graph:
    """Read articles and return what they say as one rdflib graph (graph.ttl and evidence.ttl of `kg build` together).

    `paths` are files and folders (.txt, .md, .html, .jsonl); `base` is the beginning of the entities' IRIs; `jobs` the
    number of processes; `decisions` a file of merges, splits and new names (docs/decisions-by-hand.md). What could not
    be read or followed is logged as a warning and left out. The prefixes of the ontology are bound, so queries need not
    declare them. Raises OSError if the file of decisions cannot be read.
    """
    import logging

    from kg.graph.memory import rdflib_graph
    from kg.graph.vocabulary import DEFAULT_BASE
    from kg.linking.decisions import NONE, read_decisions
    from kg.pipeline import build_world

    lines = NONE if decisions is None else read_decisions(Path(decisions).read_bytes(), Path(decisions).name)
    built = build_world(paths, jobs, decisions=lines)
    for problem in built.summary.problems:
        logging.getLogger(__name__).warning("%s", problem)
    return rdflib_graph(built.world, base or DEFAULT_BASE)
