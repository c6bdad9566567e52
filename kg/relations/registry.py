"""The extractors, in the order in which they run. A new relation is a module with RELATION and extract, and a line
here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from kg.mentions.reading import Reading
from kg.mentions.rejection import Rejection
from kg.relations import attends, batch, builds, directs, holds, hosts, inspects, invests, leads, targets
from kg.relations.claim import Claim

Extractor = Callable[[Reading], Iterator[Claim | Rejection]]

MODULES = (leads, holds, hosts, invests, directs, builds, batch, targets, attends, inspects)
EXTRACTORS: Mapping[str, Extractor] = MappingProxyType({module.RELATION: module.extract for module in MODULES})


def extract(reading: Reading) -> Iterator[Claim]:
    """All claims of an article, relation by relation in the registry's order, each in text order."""
    for extractor in EXTRACTORS.values():
        yield from (each for each in extractor(reading) if isinstance(each, Claim))


def consider(reading: Reading) -> tuple[list[Claim], list[Rejection]]:
    """All claims of an article, in the order of `extract`, and all candidates that were turned down: claims in that
    order, then the people and projects that its sentences might have named. What another rule of the same relation
    took, or what was taken as a count of projects and its total, was not turned down."""
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    for extractor in EXTRACTORS.values():
        for each in extractor(reading):
            if isinstance(each, Rejection):
                rejections.append(each)
            else:
                claims.append(each)
    for sentence in reading.sentences:
        rejections += sentence.turned_down
    pairs = {(claim.relation, claim.subject_span, claim.object_span) for claim in claims}
    directed = {claim.object_span for claim in claims if claim.relation == "directs"}
    batches = [claim.object_span for claim in claims if claim.relation == "announces" and claim.object_span]

    def taken(each: Rejection) -> bool:
        of_batch = each.subject if each.what == "project" else each.object if each.subject is None else None
        if of_batch is not None and any(batch.holds(of_batch) for batch in batches):
            return True
        return (each.what, each.subject, each.object) in pairs or (each.what == "directs" and each.object in directed)

    return claims, [each for each in rejections if not taken(each)]
