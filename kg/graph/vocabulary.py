"""The names of the graph: prefixes, the base of identifiers, and the class of each kind of entity."""

from __future__ import annotations

import re
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
        "uncoded": "kg:AdministrativeArea",  # a city or county without a code of GB/T 2260
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
# The strongest first: what an article asserts outweighs what another plans.
MODALITIES: Mapping[str, str] = MappingProxyType(
    {
        "asserted": "kg:Asserted",
        "planned": "kg:Planned",
        "hoped": "kg:HopedFor",
        "past": "kg:Past",
        "denied": "kg:Denied",
    }
)
# What the words of a segment say of a term of office.
TURNS: Mapping[str, str] = MappingProxyType({"begins": "kg:Begins", "ends": "kg:Ends"})
# Relations that are published when an article plans them: what is signed or planned is a project all the same.
PUBLISHED_WHEN_PLANNED = frozenset({"hosts", "invests"})
LEAST_CONFIDENCE = 0.5  # below it nothing is published
LOCAL_NAME = re.compile(r"[\w./%~-]+")  # what may follow a prefix where a CURIE is shown


def expand(curie: str) -> str:
    """The IRI of a CURIE of this vocabulary.

    >>> expand("kg:leads")
    'https://w3id.org/county-kg/ontology#leads'
    """
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def shorten(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """The CURIE of an IRI by the first prefix that fits, for people to read; the IRI itself where none does.

    >>> shorten("https://w3id.org/county-kg/ontology#leads"), shorten("urn:a"), shorten("https://schema.org/a b")
    ('kg:leads', 'urn:a', 'https://schema.org/a b')
    """
    for prefix, long in prefixes.items():
        if iri.startswith(long) and LOCAL_NAME.fullmatch(iri, len(long)):
            return f"{prefix}:{iri[len(long) :]}"
    return iri


def local_name(iri: str) -> str:
    """What stands after the last `#` or `/`.

    >>> local_name("https://w3id.org/county-kg/ontology#Planned")
    'Planned'
    """
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def language_rank(language: str | None) -> int:
    """Of several labels the one of the lowest rank is shown: Chinese, then without a language, then others."""
    return 0 if language == "zh" else 1 if not language else 2
