"""The parameters of saved queries: their types, a value as an RDF term, and the values of that type in a graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.nearest import did_you_mean, nearest
from kg.graph.query_guard import QueryError
from kg.graph.vocabulary import AREA_CLASSES, PREFIXES
from kg.sources.record import printable

XSD = PREFIXES["xsd"]
NAMES = "rdfs:label|schema:name|skos:altLabel"


def _named(*classes: str, by: str = NAMES) -> str:
    return f"VALUES ?class {{ {' '.join(classes)} }} ?thing a ?class ; {by} ?value ."


LOCAL_NAME_OF = 'BIND (REPLACE(STR(?thing), "^.*[/#]", "") AS ?value)'

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "area": _named(*sorted(set(AREA_CLASSES.values())), by=f"{NAMES}|skos:notation"),
        "person": _named("kg:Official", "foaf:Person"),
        "company": _named("kg:Company"),
        "project": _named("kg:Project", "kg:Park"),
        "policy": _named("kg:Policy"),
        "indicator": _named("kg:Indicator"),
        "role": _named("org:Role"),
        "entity": f"?thing {NAMES}|skos:notation ?value .",
        "industry": "?thing kg:industry ?value .",
        "publisher": "?thing dcterms:publisher ?value .",
        "relation": f"?claim rdf:predicate ?thing . {LOCAL_NAME_OF}",
        "modality": f"?segment kg:modality ?thing . {LOCAL_NAME_OF}",
    }
)
"""Types whose values are names that a graph has: the pattern that finds each as `?value`, what it names as `?thing`."""

ONE_THING = frozenset({"area", "person", "project", "company"})
"""Types where a value that names several things is worth a word."""

LITERALS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "text": re.compile(r"(?s:.*)"),
        "integer": re.compile(r"[+-]?[0-9]{1,18}"),
        "decimal": re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
        "date": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
    }
)
"""Types whose values are written, each with how."""

TYPES = PATTERNS.keys() | LITERALS.keys()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a saved query; `default` is SPARQL (an example where the parameter is `required`), or None."""

    name: str
    type: str
    required: bool
    about_zh: str
    about_en: str
    default: str | None

    @property
    def option(self) -> str:
        """The parameter as an option of `kg query`."""
        return "--" + self.name.replace("_", "-")


class ParameterError(QueryError):
    """A parameter that a query has not, that it needs, or a value that it cannot take."""

    @classmethod
    def unknown(cls, query: str, name: str, parameters: Iterable[Parameter]) -> ParameterError:
        names = [parameter.name for parameter in parameters]
        if not names:
            return cls(f"{query} has no parameters")
        return cls(f"{query} has no parameter {_shown(name)}. {did_you_mean(nearest(name, names) or names)}")

    @classmethod
    def missing(cls, query: str, parameter: Parameter) -> ParameterError:
        return cls(f"{query} asks for {parameter.name} ({parameter.about_en}). Give it: {parameter.option} …")

    @classmethod
    def of_another_type(cls, parameter: Parameter, value: object) -> ParameterError:
        example = {"date": "2022-01-31", "integer": "2022", "decimal": "0.7"}[parameter.type]
        return cls(f"{parameter.name} is of type {parameter.type}, such as {example}, not {_shown(value)}")


def _shown(value: object) -> str:
    return f"'{printable(str(value)[:60])}'"


def term_of(parameter: Parameter, value: object) -> str:
    r"""`value` as an RDF term in SPARQL's own syntax: quotes, backslashes and line breaks in it are escaped.

    Raises ParameterError if the value is not of the parameter's type.

    >>> area = Parameter("area", "area", False, "地区", "area", None)
    >>> print(term_of(area, '平原县" } SERVICE'))
    "平原县\" } SERVICE"
    >>> print(term_of(Parameter("since", "date", False, "日期", "day", None), "2022-01-31"))
    "2022-01-31"^^<http://www.w3.org/2001/XMLSchema#date>
    """
    text = str(value)
    pattern = LITERALS.get(parameter.type)
    if pattern is not None and (isinstance(value, bool) or pattern.fullmatch(text) is None):
        raise ParameterError.of_another_type(parameter, value)
    try:
        if pattern is None or parameter.type == "text":
            return str(ox.Literal(text))
        return str(ox.Literal(text, datatype=ox.NamedNode(XSD + parameter.type)))
    except ValueError as error:
        raise ParameterError(f"{parameter.name} {_shown(text)} is no valid Unicode text") from error


def things_named(parameter: Parameter, value: object) -> str | None:
    """SPARQL for what `value` names (`?thing`, `?label`, `?code`, `?above`); None for types that are no names."""
    if parameter.type not in PATTERNS:
        return None
    return f"""SELECT DISTINCT ?thing ?label ?code ?above {{
      {PATTERNS[parameter.type]} FILTER (STR(?value) = {term_of(parameter, value)})
      OPTIONAL {{ ?thing rdfs:label ?label }} OPTIONAL {{ ?thing skos:notation ?code }}
      OPTIONAL {{ ?thing schema:containedInPlace/rdfs:label ?above }}
    }} ORDER BY ?code ?above ?label STR(?thing)"""


def all_values(parameter: Parameter) -> str:
    """SPARQL for every value (`?value`) that the graph has of a type of names."""
    return f"SELECT DISTINCT (STR(?value) AS ?name) {{ {PATTERNS[parameter.type]} }} ORDER BY ?name"
