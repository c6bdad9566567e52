"""What a query may not do: leave the graph, change it, or bring the engine down.

SPARQL comes from strangers (the endpoint) and from files. Oxigraph itself calls the address of a SERVICE clause, and
its parser and planner recurse: a query nested some thousands deep ends the process with a segmentation fault. So the
words of a query are looked at before it is run, as the grammar of SPARQL 1.1 (section 19.8) splits them: what stands
in strings, IRIs, prefixed names, variables and comments is no keyword.

    QueryError
    ├── QuerySyntaxError   the engine cannot read the query
    ├── QueryRefused       it asks for what is not allowed here
    ├── QueryTimeout       it took longer than it may
    ├── QueryCrash         it needed more memory than it may, or ended the worker
    └── StoreUnreadable    there is no graph to ask, or it is broken
"""

from __future__ import annotations

import re

MAX_CHARACTERS = 100_000
MAX_DEPTH = 100
MAX_OPERATORS = 1000  # chains of 1,000 run in the 8 MiB stack of a process, chains of 10,000 end it (pyoxigraph 0.5.13)

OUTSIDE = "a query cannot leave the graph"
UPDATE = "a query cannot change the graph"
FORBIDDEN = {
    "SERVICE": OUTSIDE,
    "FROM": OUTSIDE,
    "LOAD": UPDATE,
    "INSERT": UPDATE,
    "DELETE": UPDATE,
    "CLEAR": UPDATE,
    "DROP": UPDATE,
    "CREATE": UPDATE,
    "ADD": UPDATE,
    "MOVE": UPDATE,
    "COPY": UPDATE,
    "WITH": UPDATE,
    "USING": UPDATE,
}
REMEDIES = {
    OUTSIDE: "All of the graph is one default graph: leave the clause out",
    UPDATE: "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; facts are changed by building again",
}

LOCAL = r"(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)"
TOKEN = re.compile(
    rf"""
      (?P<comment>\#[^\n\r]*)
    | (?P<term>
        <(?:[^<>"{{}}|^`\\\x00-\x20]|\\[uU])*+>                    # an IRI; in 1 < 2 the space shows that it is none
      | \"{{3}}(?:"{{0,2}}(?:[^"\\]|\\.))*\"{{3}} | '{{3}}(?:'{{0,2}}(?:[^'\\]|\\.))*'{{3}}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | [?$]\w+                                                    # a variable
      | @[A-Za-z]+(?:-[A-Za-z0-9]+)*                               # a language
      | (?:\w[\w.-]*+)?:(?:{LOCAL}(?:(?:{LOCAL}|[.-])*(?:{LOCAL}|-))?)?  # a prefixed name, or _:node
      | [0-9][0-9.]*(?:[eE][+-]?[0-9]+)?
      )
    | (?P<word>[^\W\d]\w*)
    | (?P<open>[({{\[]) | (?P<close>[)}}\]])
    | (?P<space>\s+)
    | (?P<operator>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class QueryError(ValueError):
    """A query that gave no answer; the message says why, and what to do."""


class QuerySyntaxError(QueryError): ...


class QueryRefused(QueryError): ...


class QueryTimeout(QueryError): ...


class QueryCrash(QueryError): ...


class StoreUnreadable(QueryError): ...


def check(sparql: str) -> None:
    """Raise QueryRefused if `sparql` may not be run. That it is SPARQL at all is for the engine to say.

    >>> check('SELECT ?service { ?service rdfs:label "SERVICE <http://a>" } # LOAD')
    >>> check("SELECT * {\\n  SERVICE <http://a> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.graph.query_guard.QueryRefused: SERVICE is not allowed (line 2, column 3): a query cannot leave the graph. \
All of the graph is one default graph: leave the clause out
    """
    if len(sparql) > MAX_CHARACTERS:
        raise QueryRefused(f"the query has {len(sparql):,} characters, more than {MAX_CHARACTERS:,}. Ask in parts")
    depth = operators = 0
    for token in TOKEN.finditer(sparql):
        kind = token.lastgroup
        if kind == "word" and (reason := FORBIDDEN.get(token[0].upper())):
            line = sparql.count("\n", 0, token.start()) + 1
            column = token.start() - sparql.rfind("\n", 0, token.start())
            raise QueryRefused(
                f"{token[0].upper()} is not allowed (line {line}, column {column}): {reason}. {REMEDIES[reason]}"
            )
        depth += (kind == "open") - (kind == "close")
        operators += kind in ("word", "operator") or token[0] in ("{", "[")
        if depth > MAX_DEPTH:
            raise QueryRefused(f"the query's brackets are nested more than {MAX_DEPTH} deep. Ask in parts")
        if operators > MAX_OPERATORS:
            raise QueryRefused(
                f"the query has more than {MAX_OPERATORS} keywords and operators. "
                "Ask in parts, or list values with VALUES"
            )
