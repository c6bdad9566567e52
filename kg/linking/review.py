"""Pairs that linking kept apart and a reader may want to judge: what `review.csv` holds.

Its first columns are those of `decisions.csv`: a line becomes a decision once its first cell says merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.linking.decisions import COLUMNS as OF_DECISIONS
from kg.linking.decisions import OF_REVIEW
from kg.linking.world import World

COLUMNS = (*OF_DECISIONS, *OF_REVIEW)
REASONS = {
    "two-heads": "both head an area, at one time or at times not told",
    "rungs": "too many rungs of the ladder of posts for the time between",
    "too-many": "so many people hold posts of this rank in the area that the name does not tell",
    "three": "each may be the same as a third, who cannot be both",
    "longer": "the name of one begins or ends with that of the other, in one place",
    "places": "one name of its own in two places of one prefecture",
    "several": "the short name fits several companies of the county",
    "days": "one name and organiser, some days apart",
    "undated": "one name and organiser, and one of them without a date",
}
LISTED = 5  # things said of one side
# What tells things of a kind apart: (relation, which side of it the thing is).
TELLING = {
    "person": (("holds", "subject"),),
    "project": (("hosts", "object"), ("invests", "subject"), ("builds", "object")),
    "company": (("builds", "subject"),),
    "meeting": (("directs", "subject"), ("attends", "object")),
}


def rows(world: World) -> Iterator[tuple[str, ...]]:
    """The strings of COLUMNS for each pair, sorted: ids of both, why they stay apart, their labels, and what is said of
    them: the posts of a person, the area, sums and builder of a project, the buildings of a company."""
    wanted = {each for pair in world.apart for each in (pair.one, pair.other)}
    about: dict[str, set[str]] = defaultdict(set)
    for statement in world.statements.values():
        sides = {"subject": statement.subject, "object": statement.object}
        for relation, side in (each for known in TELLING.values() for each in known):
            if relation == statement.predicate and sides[side] in wanted:
                other = statement.object if side == "subject" else statement.subject
                about[sides[side]].add(world.entities[other].label)
    for pair in world.apart:
        told = ("；".join(sorted(about[each])[:LISTED]) for each in (pair.one, pair.other))
        one, other = told
        labels = world.entities[pair.one].label, world.entities[pair.other].label
        yield (
            "", pair.one, pair.other, "", "", "", pair.kind, REASONS[pair.reason], labels[0], one, labels[1], other
        )  # fmt: skip
