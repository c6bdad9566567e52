"""The ontology as the exports need it: what classes stand above a class, and a short name for every term.

The short names are the keys of JSON-LD, the properties and edge names of property graphs, the columns of Neo4j's CSV:
one name everywhere. They are the local names of the IRIs; where two vocabularies share one, `NAMES` tells them apart or
this project's own term keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.resources import ontology_text
from kg.graph.vocabulary import PREFIXES, expand, local_name

OWL = PREFIXES["owl"]
PROPERTY_TYPES = (f"{OWL}ObjectProperty", f"{OWL}DatatypeProperty", f"{OWL}AnnotationProperty")
NAMES: Mapping[str, str] = MappingProxyType(
    {
        expand("kg:startDate"): "termStartDate",  # of a term of office; schema:startDate is the day of a meeting
        expand("kg:endDate"): "termEndDate",
    }
)
OF_RDF = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object", "rdfs:label", "rdfs:comment")))
"""Properties that every graph may use and no ontology declares."""


@dataclass(frozen=True, slots=True)
class Ontology:
    """Terms by IRI, in the order of the file. `names` gives each its short name, `ranges` a property its datatype."""

    classes: tuple[str, ...]
    properties: Mapping[str, str]
    individuals: tuple[str, ...]
    superclasses: Mapping[str, tuple[str, ...]]
    ranges: Mapping[str, str]
    names: Mapping[str, str]

    def name(self, iri: str) -> str:
        """The short name of a term; of one that the ontology lacks, its local name in word characters."""
        return self.names.get(iri) or local_word(iri)

    def above(self, cls: str) -> tuple[str, ...]:
        """All classes above `cls`, the nearest first."""
        found: dict[str, None] = {}
        waiting = list(self.superclasses.get(cls, ()))
        while waiting:
            nearest = waiting.pop(0)
            if nearest not in found:
                found[nearest] = None
                waiting += self.superclasses.get(nearest, ())
        return tuple(found)


@cache
def ontology() -> Ontology:
    """The ontology of the package.

    >>> ontology().name("https://w3id.org/county-kg/ontology#leads")
    'leads'
    >>> [ontology().name(cls) for cls in ontology().above(expand("kg:Park"))]
    ['Project', 'foafProject']
    """
    return parse_ontology(ontology_text())


def parse_ontology(turtle: str) -> Ontology:
    """The ontology that a Turtle text holds."""
    classes: dict[str, None] = {}
    properties: dict[str, str] = {}
    individuals: dict[str, None] = {}
    superclasses: dict[str, list[str]] = {}
    ranges: dict[str, str] = {}
    for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode):
            continue
        match quad.predicate.value:
            case iri if iri == expand("rdf:type"):
                if value.value == f"{OWL}Class":
                    classes[subject.value] = None
                elif value.value in PROPERTY_TYPES:
                    properties[subject.value] = value.value.removeprefix(OWL)
                elif value.value == f"{OWL}NamedIndividual":
                    individuals[subject.value] = None
            case iri if iri == expand("rdfs:subClassOf"):
                superclasses.setdefault(subject.value, []).append(value.value)
            case iri if iri == expand("rdfs:range") and value.value.startswith(PREFIXES["xsd"]):
                ranges[subject.value] = value.value
    for iri in OF_RDF:
        properties.setdefault(iri, "ObjectProperty" if iri in OF_RDF[:3] else "AnnotationProperty")
    return Ontology(
        tuple(classes),
        MappingProxyType(properties),
        tuple(individuals),
        MappingProxyType({cls: tuple(above) for cls, above in superclasses.items()}),
        MappingProxyType(ranges),
        MappingProxyType(_names([*classes, *properties, *individuals])),
    )


def _names(iris: list[str]) -> dict[str, str]:
    """IRI → short name, all distinct: `NAMES` first, then this project's terms, then the rest in order."""
    found = {iri: NAMES[iri] for iri in iris if iri in NAMES}
    taken = set(found.values())
    for iri in sorted(iris, key=lambda iri: not iri.startswith(PREFIXES["kg"])):
        if iri in found:
            continue
        name = local_word(iri)
        if name in taken:
            name = _prefix(iri) + name[0].upper() + name[1:]
        found[iri] = name
        taken.add(name)
    return found


def _prefix(iri: str) -> str:
    return next(prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace))


def local_word(iri: str) -> str:
    """The end of an IRI in word characters, fit for a name in any format.

    >>> local_word("http://www.w3.org/ns/org#Post"), local_word("https://example.org/a/b-c")
    ('Post', 'b_c')
    """
    return re.sub(r"\W+", "_", local_name(iri)) or "_"
