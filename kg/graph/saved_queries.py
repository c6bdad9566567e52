"""Questions with a name: the files of ontology/queries, found, listed, and asked of a build.

    from kg.graph import saved_queries
    from kg.graph.query import open_store

    with open_store("output") as store:
        answer = saved_queries.run(store, "leaders", area="德州市")
    answer.variables, answer.rows

To ask them of an rdflib graph: graph.query(saved_queries.get("leaders").bind({"area": "德州市"})).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import islice
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.nearest import did_you_mean, nearest
from kg.graph.parameters import ONE_THING, Parameter, ParameterError, all_values, things_named
from kg.graph.query import QueryAnswer, Store
from kg.graph.query import run as run_sparql
from kg.graph.query_guard import QueryError
from kg.graph.query_header import SavedQuery, parse
from kg.graph.resources import ontology_folder
from kg.sources.record import printable

SUFFIX = ".rq"
OF_EVIDENCE = frozenset({"prov:wasDerivedFrom", "kg:confidence", "kg:support"})
WITHOUT_EVIDENCE = "they are in evidence.ttl, name the folder of the build with -g"
UNSAID = "no article says so, or kg does not read it yet"
MOST_NAMED = 5  # things of one name that a note lists


class UnknownQuery(QueryError):
    """There is no saved query of that name."""


@cache
def catalogue() -> Mapping[str, SavedQuery]:
    """The saved queries by name, in alphabetical order. Raises BrokenQuery, FileNotFoundError.

    >>> [query.title_zh for name, query in catalogue().items() if name.startswith("lead")]
    ['领导：谁主政一个地区及其下辖各地']
    """
    files = sorted((ontology_folder() / "queries").iterdir(), key=lambda file: file.name)
    queries = [
        parse(file.name.removesuffix(SUFFIX), file.read_text(encoding="utf-8"))
        for file in files
        if file.name.endswith(SUFFIX)
    ]
    return MappingProxyType({query.name: query for query in queries})


def get(name: str) -> SavedQuery:
    """The saved query of that name. Raises UnknownQuery with the names most like it.

    >>> get("leader")
    Traceback (most recent call last):
    kg.graph.saved_queries.UnknownQuery: there is no saved query 'leader'. Did you mean leaders? \
All of them: kg query --list
    """
    queries = catalogue()
    if name in queries:
        return queries[name]
    titles = {title: query.name for query in queries.values() for title in (query.title_zh, query.title_en)}
    meant = nearest(name, queries) or tuple(dict.fromkeys(titles[title] for title in nearest(name, titles)))
    question = f"{did_you_mean(meant)} " if meant else ""
    raise UnknownQuery(f"there is no saved query '{printable(name[:60])}'. {question}All of them: kg query --list")


def table_of_contents() -> QueryAnswer:
    """The saved queries as rows: name, titles, and the options of `kg query` that set their parameters."""
    rows = tuple(
        tuple(map(ox.Literal, (query.name, query.title_zh, query.title_en, _options(query))))
        for query in catalogue().values()
    )
    return QueryAnswer(("name", "标题", "title", "parameters"), rows)


def run(
    store: Store,
    query: str | SavedQuery,
    /,
    *,
    timeout: float | None = None,
    limit: int | None = None,
    **parameters: object,
) -> QueryAnswer:
    """The answer to a saved query (its name, or one that `kg.graph.query_header.parse` read) with these parameters.

    A parameter that is None or left out keeps its default. `answer.notes` says what is to be known of the answer: that
    a name is that of several things, that the graph has no statements of the kind. Raises UnknownQuery, ParameterError
    (also for a name that the graph does not have: it tells the nearest that it has), and the errors of
    `kg.graph.query.run`.

    >>> from kg.graph.query import open_store
    >>> with open_store("tests/analysis/invented.ttl") as store:
    ...     run(store, "leaders", area="青溪").rows
    (('青溪县', '990121', '林知远', None, None, None, None),)
    >>> run(store, "leaders", area="清溪县")
    Traceback (most recent call last):
    kg.graph.parameters.ParameterError: the graph has no area '清溪县'. Did you mean 青溪县?
    """
    saved = get(query) if isinstance(query, str) else query
    sparql = saved.bind(parameters)
    notes: list[str] = []
    for parameter in saved.parameters:
        value = parameters.get(parameter.name)
        if value is not None:
            notes += _notes_on(store, parameter, value, timeout)
    notes += _lacking(store, saved, timeout)
    return replace(run_sparql(store, sparql, timeout, limit), notes=tuple(notes))


def _options(query: SavedQuery) -> str:
    return " ".join(one.option if one.required else f"[{one.option}]" for one in query.parameters)


def _notes_on(store: Store, parameter: Parameter, value: object, timeout: float | None) -> list[str]:
    """What is to be said of a value that is a name. Raises ParameterError if the graph has no such name."""
    asked = things_named(parameter, value)
    if asked is None:
        return []
    found = run_sparql(store, asked, timeout).rows
    shown = printable(str(value)[:60])
    if not found:
        known = (name for (name,) in run_sparql(store, all_values(parameter), timeout).rows if name)
        meant = nearest(str(value), known)
        question = did_you_mean(meant) if meant else "It has none like it"
        raise ParameterError(f"the graph has no {parameter.type} '{shown}'. {question}")
    if parameter.type not in ONE_THING:
        return []
    things = {thing: (above, label, code) for thing, label, code, above in found}
    if len(things) == 1:
        return []
    listed = dict.fromkeys(" ".join(printable(part) for part in parts if part) for parts in things.values())
    names = f" ({', '.join(islice(listed, MOST_NAMED))}{' …' * (len(listed) > MOST_NAMED)})" if len(listed) > 1 else ""
    return [f"'{shown}' is the name of {len(things)}{names}: the answer holds all of them"]


def _lacking(store: Store, saved: SavedQuery, timeout: float | None) -> list[str]:
    return [
        f"the graph has no {predicate} statements: {WITHOUT_EVIDENCE if predicate in OF_EVIDENCE else UNSAID}"
        for predicate in saved.needs
        if not run_sparql(store, f"ASK {{ ?s {predicate} ?o }}", timeout).boolean
    ]
