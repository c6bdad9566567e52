"""A saved query: a file of SPARQL whose first comments say what it is called in two languages and what may be set.

    # title@zh: 谁主政一个地区
    # title@en: Who leads an area
    # parameter: area area | 地区的名称 | name of an area
    # needs: kg:leads
    SELECT ?leader { VALUES ?area { UNDEF } ?person kg:leads ?led ; schema:name ?leader … }

A parameter is a variable to which the query gives one value by `VALUES ?area { … }`: `UNDEF` (left out: any), a
default, or, where it is required, an example. So the file is SPARQL as it stands, for any other tool, and to set a
parameter there is to write it into that line. Here a value takes that place as a term, and is never read as SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.parameters import TYPES, Parameter, ParameterError, term_of
from kg.graph.query_guard import QueryError

KEYS = frozenset({"title@zh", "title@en", "note@zh", "note@en", "parameter", "needs"})
ONCE = KEYS - {"parameter"}
RESERVED = frozenset(
    {"graph", "format", "timeout", "limit", "list", "show", "help", "listed", "sparql", "folder", "form"}
)
HEADER_LINE = re.compile(r"#\s*(?P<key>[a-z]+(?:@[a-z]+)?):\s*(?P<value>.*?)\s*$")
PARAMETER = re.compile(
    r"(?P<name>[a-z][a-z_]*) (?P<type>[a-z]+)(?P<required> required)?\s*\|\s*(?P<zh>[^|]+?)\s*\|\s*(?P<en>[^|]+)"
)
TERM = r'UNDEF|"(?:[^"\\\n\r]|\\.)*"(?:\^\^[\w:]+)?|[+-]?[0-9]+(?:\.[0-9]+)?'


class BrokenQuery(QueryError):
    """A file of a saved query that does not keep to the format above."""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with a name, its titles and notes in two languages, its parameters, and its SPARQL.

    `needs` are predicates (CURIEs) without which a graph has no answer to it.
    """

    name: str
    title_zh: str
    title_en: str
    note_zh: str
    note_en: str
    parameters: tuple[Parameter, ...]
    needs: tuple[str, ...]
    sparql: str

    def parameter(self, name: str) -> Parameter | None:
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def bind(self, values: Mapping[str, object]) -> str:
        """The SPARQL with `values` in their places; what is None or left out keeps its default.

        Raises ParameterError for a parameter that the query has not, one that is required and missing, and a value
        of another type. Whether the graph knows the value is not asked here.
        """
        for name in values:
            if self.parameter(name) is None:
                raise ParameterError.unknown(self.name, name, self.parameters)
        terms: dict[tuple[int, int], str] = {}
        for parameter in self.parameters:
            value = values.get(parameter.name)
            if value is not None:
                place = _place(parameter.name).search(self.sparql)
                assert place is not None
                terms[place.span("term")] = term_of(parameter, value)
            elif parameter.required:
                raise ParameterError.missing(self.name, parameter)
        sparql = self.sparql
        for start, end in sorted(terms, reverse=True):  # all places are of the file: no value is searched for one
            sparql = sparql[:start] + terms[start, end] + sparql[end:]
        return sparql


def has_parameters(text: str) -> bool:
    """Whether a file of SPARQL declares parameters, as a saved query does."""
    return any(match["key"] == "parameter" for match in _header_lines(text))


def parse(name: str, text: str) -> SavedQuery:
    """The saved query of a file's text. Raises BrokenQuery, which says what is missing or misspelt.

    >>> query = parse("names", '''# title@zh: 名称
    ... # title@en: Names
    ... # parameter: name text | 名称 | a name
    ... SELECT ?x { VALUES ?name { UNDEF } ?x schema:name ?name }''')
    >>> query.bind({"name": '平原县"} #'}).splitlines()[-1]
    'SELECT ?x { VALUES ?name { "平原县\\\\"} #" } ?x schema:name ?name }'
    """
    said: dict[str, list[str]] = {}
    for line in _header_lines(text):
        key = line["key"]
        if key not in KEYS:
            raise BrokenQuery(f"{name}: the header has no key {key!r}. Its keys are {', '.join(sorted(KEYS))}")
        if key in said and key in ONCE:
            raise BrokenQuery(f"{name}: {key} is said twice. Leave one of the lines")
        said.setdefault(key, []).append(line["value"])
    for key in ("title@zh", "title@en"):
        if not said.get(key, [""])[0]:
            raise BrokenQuery(f"{name}: there is no title. Add a line: # {key}: …")
    parameters = tuple(_parameter(name, value, text) for value in said.get("parameter", ()))
    names = [parameter.name for parameter in parameters]
    if len(names) != len(set(names)):
        raise BrokenQuery(f"{name}: a parameter is declared twice. Leave one of the lines")
    return SavedQuery(
        name, said["title@zh"][0], said["title@en"][0], *(said.get(f"note@{tag}", [""])[0] for tag in ("zh", "en")),
        parameters, tuple(said.get("needs", [""])[0].split()), text,
    )  # fmt: skip


def _header_lines(text: str) -> list[re.Match[str]]:
    """The lines `# key: value` before the first line that is no comment."""
    found = []
    for line in text.removeprefix("\ufeff").splitlines():
        if not line.startswith("#"):
            break
        if match := HEADER_LINE.match(line):
            found.append(match)
    return found


def _parameter(query: str, value: str, text: str) -> Parameter:
    match = PARAMETER.fullmatch(value)
    if match is None:
        raise BrokenQuery(f"{query}: a parameter reads “name type [required] | 中文 | English”, not “{value}”")
    name, kind = match["name"], match["type"]
    if name in RESERVED:
        raise BrokenQuery(f"{query}: kg query has an option {name} of its own. Give the parameter another name")
    if kind not in TYPES:
        raise BrokenQuery(f"{query}: there is no type {kind!r} of parameters. There are {', '.join(sorted(TYPES))}")
    places = _place(name).findall(text)
    if len(places) != 1:
        raise BrokenQuery(f"{query}: the query must hold VALUES ?{name} {{ … }} once with one value, not {len(places)}")
    default = None if places[0] == "UNDEF" else places[0]
    if match["required"] and default is None:
        raise BrokenQuery(
            f"{query}: {name} is required: give it an example in VALUES ?{name} {{ … }} in place of UNDEF"
        )
    return Parameter(name, kind, bool(match["required"]), match["zh"], match["en"], default)


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"\bVALUES\s+\?{name}\s*\{{\s*(?P<term>{TERM})\s*\}}")
