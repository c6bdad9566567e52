"""The extractors, in the order in which they run. A new relation is a module with RELATION and extract, and a line
here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from kg.mentions.reading import Reading
from kg.relations import batch, builds, directs, holds, hosts, invests, leads, targets
from kg.relations.claim import Claim

Extractor = Callable[[Reading], Iterator[Claim]]

MODULES = (leads, holds, hosts, invests, directs, builds, batch, targets)
EXTRACTORS: Mapping[str, Extractor] = MappingProxyType({module.RELATION: module.extract for module in MODULES})


def extract(reading: Reading) -> Iterator[Claim]:
    """All claims of an article, relation by relation in the registry's order, each in text order."""
    for extractor in EXTRACTORS.values():
        yield from extractor(reading)
