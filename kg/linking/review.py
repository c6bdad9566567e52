"""Pairs of one name that linking kept apart and a reader may want to judge: what `review.csv` holds."""

from __future__ import annotations

from collections.abc import Iterator

from kg.linking.world import World

COLUMNS = ("kind", "name", "reason", "one", "one_posts", "other", "other_posts")
REASONS = {
    "two-heads": "both head an area, at one time or at times not told",
    "rungs": "too many rungs of the ladder of posts for the time between",
    "too-many": "so many people hold posts of this rank in the area that the name does not tell",
    "three": "each may be the same as a third, who cannot be both",
}


def rows(world: World) -> Iterator[tuple[str, ...]]:
    """The strings of COLUMNS for each pair, sorted: ids of both, and the posts that tell them apart."""
    posts: dict[str, set[str]] = {}
    for statement in world.statements.values():
        if statement.predicate == "holds":
            posts.setdefault(statement.subject, set()).add(world.entities[statement.object].label)
    for pair in world.apart:
        one, other = ("；".join(sorted(posts.get(each, ()))) for each in (pair.one, pair.other))
        yield pair.kind, pair.name, REASONS[pair.reason], pair.one, one, pair.other, other
