"""What a graph of a linked world answers of offices: who followed whom, which are vacant, what articles disagree on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from kg.graph import saved_queries
from kg.graph.checks import check
from kg.graph.query import Store, open_store
from kg.graph.triples import TripleMaker
from kg.graph.write import turtle
from kg.linking.world import World


@contextmanager
def store_of(world: World) -> Iterator[Store]:
    """The store of a build of this world."""
    maker = TripleMaker(world)
    with tempfile.TemporaryDirectory() as folder:
        for name, triples in (("graph.ttl", maker.graph()), ("evidence.ttl", maker.evidence())):
            (Path(folder) / name).write_bytes(turtle(triples))
        with open_store(folder) as store:
            yield store


def follows(store: Store) -> list[list[str | None]]:
    """[predecessor, successor] of each succession."""
    return sorted([row[1], row[4]] for row in saved_queries.run(store, "successors").rows)  # type: ignore[type-var]


def vacant(store: Store) -> list[str | None]:
    """The posts that are vacant."""
    return sorted({row[1] for row in saved_queries.run(store, "vacancies").rows})  # type: ignore[type-var]


def disagree(store: Store) -> list[str]:
    """The kinds of disagreement; the graph itself must be sound."""
    assert check(store.local, only=["shapes"]) == ()
    return sorted({finding.source.rpartition("#")[2] for finding in check(store.local, only=["disagreements"])})


ANSWERS: Mapping[str, Callable[[Store], list[object]]] = MappingProxyType(
    {"follows": follows, "vacant": vacant, "disagree": disagree}  # type: ignore[dict-item]
)
