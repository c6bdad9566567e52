"""The vocabularies that a graph of the contract speaks, as rdflib namespaces, and the kinds of entity in it."""

from __future__ import annotations

from typing import Final

from rdflib import Namespace
from rdflib.namespace import DCTERMS, FOAF, ORG, RDF, RDFS, SKOS

from kg.graph.vocabulary import PREDICATES, PREFIXES, expand

KG, OA, PROV, SCHEMA = (Namespace(PREFIXES[prefix]) for prefix in ("kg", "oa", "prov", "schema"))

KIND_OF_CLASS: Final[dict[str, str]] = {
    str(KG.Park): "park",
    str(KG.Project): "project",
    str(KG.ProjectBatch): "batch",
    str(KG.Official): "official",
    str(FOAF.Person): "person",
    str(KG.Province): "province",
    str(KG.Prefecture): "prefecture",
    str(KG.County): "county",
    str(KG.Township): "township",
    str(KG.Village): "village",
    str(KG.DevelopmentZone): "zone",
    str(KG.AdministrativeArea): "area",
    str(KG.PublicBody): "body",
    str(KG.Company): "company",
    str(ORG.Post): "post",
    str(SCHEMA.MonetaryAmount): "amount",
    str(KG.Target): "target",
    str(KG.Indicator): "indicator",
    str(KG.Meeting): "meeting",
    str(KG.Policy): "policy",
}
"""Class → kind of entity, the more specific class first: a thing of several classes is of the first kind."""

AREA_KINDS: Final = ("province", "prefecture", "county", "zone", "area", "township", "village")
PROJECT_KINDS: Final = ("project", "park")
PERSON_KINDS: Final = ("official", "person")

RELATIONS: Final[dict[str, str]] = {
    name: expand(PREDICATES[name])
    for name in ("leads", "hosts", "invests", "directs", "builds", "announces", "targets", "holds")
}
"""The relations of the entity network, by their short name, in the order in which tables show them."""

FURTHER_RELATIONS: Final[dict[str, str]] = {
    name: expand(curie) for name, curie in PREDICATES.items() if name not in RELATIONS
}
"""Relations that claims state too, read beside the network's own."""

ALL_RELATIONS: Final = (*RELATIONS, *FURTHER_RELATIONS)

FRAME: Final[dict[str, str]] = {
    "postIn": str(ORG.postIn),
    "jurisdiction": str(KG.jurisdiction),
    "containedInPlace": str(SCHEMA.containedInPlace),
    "isPartOf": str(SCHEMA.isPartOf),
    "organizer": str(SCHEMA.organizer),
}
"""What entities stand in, by short name: each leads from the smaller to the larger (a post to its body, a body to its
area, an area to the one around it, a phase to the whole, a meeting to who calls it)."""


def relation_order(relation: str) -> tuple[int, str]:
    """Where a relation stands in tables; one that is not known stands behind, by name."""
    return (ALL_RELATIONS.index(relation) if relation in ALL_RELATIONS else len(ALL_RELATIONS), relation)


__all__ = [
    "AREA_KINDS",
    "DCTERMS",
    "FOAF",
    "FRAME",
    "FURTHER_RELATIONS",
    "KG",
    "KIND_OF_CLASS",
    "OA",
    "ORG",
    "PERSON_KINDS",
    "PROJECT_KINDS",
    "PROV",
    "RDF",
    "RDFS",
    "RELATIONS",
    "SCHEMA",
    "SKOS",
    "relation_order",
]
