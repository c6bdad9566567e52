"""The entities of a graph as small values: what each is, what it is called, what else it is called.

Every reader of this package walks the graph once for each predicate, never once for each entity: a graph kept in a
store answers few long questions much faster than many short ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.analysis.namespaces import KG, KIND_OF_CLASS, ORG, RDF, RDFS, SCHEMA, SKOS
from kg.graph.vocabulary import language_rank, local_name

_RANK = {kind: rank for rank, kind in enumerate(KIND_OF_CLASS.values())}


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph. `kind` is a value of `KIND_OF_CLASS`, or "other"; `names` are its further names."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()


def by_label(entity: Entity) -> tuple[str, str]:
    """The order of equals in every table: label, then IRI."""
    return entity.label, entity.iri


def values_of(graph: Graph, predicate: Node) -> dict[str, tuple[str, ...]]:
    """Subject → the sorted, distinct texts of its objects under `predicate`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for subject, value in graph.subject_objects(predicate):
        found[str(subject)].add(str(value))
    return {subject: tuple(sorted(values)) for subject, values in found.items()}


def first_of(values: Mapping[str, tuple[str, ...]], subject: str, otherwise: str = "") -> str:
    """The first value of `subject`, or `otherwise`."""
    return values[subject][0] if subject in values else otherwise


def kinds_of(graph: Graph) -> dict[str, str]:
    """IRI → kind, for everything whose class is in `KIND_OF_CLASS`."""
    kinds: dict[str, str] = {}
    for subject, cls in graph.subject_objects(RDF.type):
        kind = KIND_OF_CLASS.get(str(cls))
        if kind is None or not isinstance(subject, URIRef):
            continue
        iri = str(subject)
        if iri not in kinds or _RANK[kind] < _RANK[kinds[iri]]:
            kinds[iri] = kind
    return kinds


def _preferred(label: Node) -> tuple[int, str]:
    return language_rank(label.language if isinstance(label, Literal) else None), str(label)


def labels_of(graph: Graph, wanted: Iterable[str]) -> dict[str, str]:
    """IRI → its label in simplified Chinese, else its name, else the end of its IRI, for every IRI in `wanted`."""
    best: dict[str, tuple[int, str]] = {}
    asked = set(wanted)
    for subject, label in graph.subject_objects(RDFS.label):
        iri = str(subject)
        if iri in asked:
            best[iri] = min(best.get(iri, (9, "")), _preferred(label))
    missing = asked.difference(best)
    if missing:
        for subject, name in graph.subject_objects(SCHEMA.name):
            iri = str(subject)
            if iri in missing:
                best[iri] = min(best.get(iri, (9, "")), _preferred(name))
    return {iri: best[iri][1] if iri in best and best[iri][1] else local_name(iri) for iri in asked}


def further_words(graph: Graph) -> dict[str, tuple[str, ...]]:
    """IRI → the words beside its own names by which a quote may call it: those of a post's role, a target's
    indicator."""
    stated = [(str(s), str(o)) for prop in (ORG.role, KG.indicator) for s, o in graph.subject_objects(prop)]
    labels, alternatives = labels_of(graph, {value for _, value in stated}), values_of(graph, SKOS.altLabel)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, value in sorted(stated):
        found[subject] += [labels[value], *alternatives.get(value, ())]
    return {subject: tuple(words) for subject, words in found.items()}


def read_entities(graph: Graph) -> dict[str, Entity]:
    """All entities of the graph by IRI, in the order of their IRIs."""
    kinds = kinds_of(graph)
    labels = labels_of(graph, kinds)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for predicate in (RDFS.label, SKOS.altLabel, SCHEMA.name):
        for subject, name in graph.subject_objects(predicate):
            iri = str(subject)
            if iri in kinds and str(name):
                names[iri].add(str(name))
    return {
        iri: Entity(iri, kinds[iri], labels[iri], tuple(sorted(names[iri] - {labels[iri]}))) for iri in sorted(kinds)
    }
