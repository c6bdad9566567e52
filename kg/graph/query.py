"""SPARQL over the Turtle files of a build: loading, asking, the limits of an answer.

with open_store("output") as store:
    answer = run(store, "SELECT ?name { ?x kg:leads/rdfs:label ?name }", timeout=10, limit=1000)
answer.rows     # (("德州市",), …)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from kg.graph.base import base_of
from kg.graph.query_guard import QuerySyntaxError, StoreUnreadable, check
from kg.graph.query_worker import Worker
from kg.graph.vocabulary import DEFAULT_BASE
from kg.graph.vocabulary import PREFIXES as VOCABULARY

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
T = TypeVar("T")

PREFIXES: Mapping[str, str] = MappingProxyType({"id": DEFAULT_BASE, **VOCABULARY})
"""The prefixes that a query may use without declaring them; `id` is that of the build where it has another base. A
declaration of its own goes first."""
EXPECTED = 60  # characters of what the parser would rather have seen; it may name every letter of Unicode


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """What a query found.

    SELECT gives `variables` and `solutions`, one tuple of terms a row, None where a variable is unbound. CONSTRUCT and
    DESCRIBE give `triples`, and the same as solutions over `subject`, `predicate`, `object`. ASK gives `boolean`.
    `truncated` says that rows beyond the limit were left out; `notes` what a saved query says of its answer; `base` is
    what the prefix `id` stands for.
    """

    variables: tuple[str, ...] = ()
    solutions: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None
    truncated: bool = False
    notes: tuple[str, ...] = ()
    base: str = DEFAULT_BASE

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes by which its IRIs are shortened."""
        return {**PREFIXES, "id": self.base}

    @property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """The solutions as strings: the IRI, the literal without datatype and language, `_:` and a blank node's id."""
        return tuple(tuple(None if term is None else text_of(term) for term in row) for row in self.solutions)


def text_of(term: Term) -> str:
    """`term` as people read it.

    >>> text_of(ox.Literal("德州市", language="zh"))
    '德州市'
    """
    return term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)


class Store:
    """Turtle files to be asked, loaded when first needed.

    Without a time limit a query runs in this process. With one it runs in a worker process, as Oxigraph cannot be
    interrupted: the worker loads the files once, answers one query after another, and is ended (the next query starts
    another) when one takes too long. `close` ends it; a `with` block does so by itself.
    """

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.files = files
        self._local: ox.Store | None = None
        self._worker: Worker | None = None

    @cached_property
    def base(self) -> str:
        """What the prefix `id` stands for in queries: what the files declare it to be (of several with bases of
        their own, the first). Raises StoreUnreadable."""
        bases = [_reading(file, base_of) for file in self.files]
        return next((base for base in bases if base != DEFAULT_BASE), DEFAULT_BASE)

    @property
    def local(self) -> ox.Store:
        """The graph in this process. Raises StoreUnreadable."""
        if self._local is None:
            self._local = load(self.files)
        return self._local

    @property
    def worker(self) -> Worker:
        if self._worker is None:
            self._worker = Worker(self.files)
        return self._worker

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self._worker = self._local = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(build: str | Path | Iterable[str | Path]) -> Store:
    """The store of a build's folder (all its .ttl files), of one file or of several. Raises StoreUnreadable, also for
    evidence without its graph.

    >>> open_store("no/such/folder")
    Traceback (most recent call last):
    kg.graph.query_guard.StoreUnreadable: no/such/folder: there is no such file or folder. Build first: kg build \
SOURCES -o FOLDER
    """
    files: list[Path] = []
    for path in map(Path, [build] if isinstance(build, (str, Path)) else build):
        if path.is_dir():
            found = sorted(path.glob("*.ttl"))
            if not found:
                raise StoreUnreadable(f"{path}: the folder has no .ttl files. Build first: kg build SOURCES -o {path}")
            names = {file.name for file in found}
            if "evidence.ttl" in names and "graph.ttl" not in names:
                raise StoreUnreadable(f"{path}: graph.ttl is not there. Build it again: kg build SOURCES -o {path}")
            files += found
        elif path.is_file():
            files.append(path)
        else:
            raise StoreUnreadable(f"{path}: there is no such file or folder. Build first: kg build SOURCES -o FOLDER")
    return Store(tuple(files))


def run(store: Store, sparql: str, timeout: float | None = None, limit: int | None = None) -> QueryAnswer:
    """The answer to `sparql`, at most `limit` rows or triples of it, within `timeout` seconds.

    The time counts from when the graph is loaded. Raises the errors of `kg.graph.query_guard`: QueryRefused for what
    may not be asked, QuerySyntaxError, QueryTimeout, QueryCrash (with a timeout only: without one the query is run in
    this process), StoreUnreadable.
    """
    check(sparql)
    if timeout is None:
        return evaluate(store.local, sparql, limit, store.base)
    fields = store.worker.ask(sparql, limit, timeout, store.base)
    return QueryAnswer(*fields, base=store.base)


def load(files: Iterable[Path]) -> ox.Store:
    """The triples of `files` in one default graph. Raises StoreUnreadable."""
    store = ox.Store()
    for file in files:
        _reading(file, lambda file: store.bulk_load(path=file, format=ox.RdfFormat.TURTLE))
    return store


def _reading(file: Path, read: Callable[[Path], T]) -> T:
    try:
        return read(file)
    except SyntaxError as error:
        raise StoreUnreadable(f"{file}: no valid Turtle ({error}). Build it again") from error
    except OSError as error:
        raise StoreUnreadable(f"{file}: cannot be read ({error.strerror or error})") from error


def evaluate(store: ox.Store, sparql: str, limit: int | None = None, base: str = DEFAULT_BASE) -> QueryAnswer:
    """The answer to a checked query, in this process, however long it takes. Raises QuerySyntaxError."""
    try:
        results = store.query(sparql, prefixes={**PREFIXES, "id": base})
    except SyntaxError as error:
        raise QuerySyntaxError(f"the query is no valid SPARQL: {_fault(str(error))}") from error
    if isinstance(results, ox.QueryBoolean):
        return QueryAnswer(boolean=bool(results), base=base)
    found = list(islice(results, None if limit is None else limit + 1))
    truncated = limit is not None and len(found) > limit
    found = found[:limit]
    if isinstance(results, ox.QueryTriples):
        triples, names = tuple(found), ("subject", "predicate", "object")
        return QueryAnswer(names, tuple(map(tuple, triples)), None, triples, truncated, base=base)
    variables = tuple(variable.value for variable in results.variables)
    return QueryAnswer(variables, tuple(map(tuple, found)), None, None, truncated, base=base)


def _fault(said: str) -> str:
    """What Oxigraph says of a fault in a query, on one line, without the end of a long list.

    >>> _fault('error at 1:17: expected one of "$", "(", ' + '"x", ' * 50)
    '1:17: expected one of "$", "(", "x", "x", "x", "x", "x", "x", …'
    """
    place, separator, rest = " ".join(said.removeprefix("error at ").split()).partition(": ")
    if len(rest) > EXPECTED:
        rest = rest[:EXPECTED].rsplit(" ", 1)[0] + " …"
    return place + separator + rest
