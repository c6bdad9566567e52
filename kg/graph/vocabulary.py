"""The names of the graph: prefixes, the base of identifiers, and the class of each kind of entity."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DEFAULT_BASE = "https://w3id.org/county-kg/id/"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "kg": "https://w3id.org/county-kg/ontology#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
CLASSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "official": ("kg:Official",),
        "person": ("foaf:Person",),
        "public_body": ("kg:PublicBody",),
        "company": ("kg:Company",),
        "post": ("org:Post",),
        "role": ("org:Role", "skos:Concept"),
        "term": ("org:Membership",),
        "project": ("kg:Project",),
        "park": ("kg:Park",),
        "amount": ("schema:MonetaryAmount",),
        "meeting": ("kg:Meeting",),
        "policy": ("kg:Policy",),
        "batch": ("kg:ProjectBatch",),
        "target": ("kg:Target",),
        "indicator": ("kg:Indicator",),
    }
)
AREA_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "country": "kg:AdministrativeArea",
        "province": "kg:Province",
        "prefecture": "kg:Prefecture",
        "county": "kg:County",
        "township": "kg:Township",
        "village": "kg:Village",
        "zone": "kg:DevelopmentZone",
    }
)
PREDICATES: Mapping[str, str] = MappingProxyType(
    {
        "leads": "kg:leads",
        "holds": "org:holds",
        "hosts": "kg:hosts",
        "invests": "kg:invests",
        "directs": "kg:directs",
        "builds": "kg:builds",
        "announces": "kg:announces",
        "targets": "kg:targets",
        "attends": "kg:attends",
        "inspects": "kg:inspects",
    }
)
MODALITIES: Mapping[str, str] = MappingProxyType(
    {
        "asserted": "kg:Asserted",
        "planned": "kg:Planned",
        "hoped": "kg:HopedFor",
        "denied": "kg:Denied",
        "past": "kg:Past",
    }
)
# Relations that are published when an article plans them: what is signed or planned is a project all the same.
PUBLISHED_WHEN_PLANNED = frozenset({"hosts", "invests"})
LEAST_CONFIDENCE = 0.5  # below it nothing is published


def expand(curie: str) -> str:
    """The IRI of a CURIE of this vocabulary.

    >>> expand("kg:leads")
    'https://w3id.org/county-kg/ontology#leads'
    """
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name
