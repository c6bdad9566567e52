"""The facts of a world as rows: what a spreadsheet or a data frame wants, one row for each segment."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.triples import is_published
from kg.linking.world import Entity, Link, World

COLUMNS = (
    "relation", "subject", "object", "post", "value", "currency", "count", "unit", "year", "published", "modality",
    "confidence", "rule", "article", "date", "quote", "subject_id", "object_id",
)  # fmt: skip


def rows(world: World) -> Iterator[tuple[str, ...]]:
    """One row of strings for each place that says a statement, in the order of COLUMNS; sorted by statement."""
    for statement in world.statements.values():
        subject, object_ = world.entities[statement.subject], world.entities[statement.object]
        numbers = _numbers(world, object_)
        post = world.entities[statement.in_post].label if statement.in_post else ""
        published = "yes" if is_published(statement) else "no"
        for segment in sorted(statement.segments):
            date = segment.stated_date or world.articles[segment.article].date or ""
            yield (
                statement.predicate, subject.label, object_.label, post, *numbers, published, segment.modality,
                f"{segment.confidence:g}", segment.rule, segment.article, date, segment.exact, subject.id, object_.id,
            )  # fmt: skip


def _numbers(world: World, entity: Entity) -> tuple[str, str, str, str, str]:
    """(value, currency, count, unit, year) of a sum, a batch or a target; empty strings elsewhere."""
    properties = dict(entity.properties)
    total = properties.get("kg:batchInvestment")
    if isinstance(total, Link):
        properties = {**dict(world.entities[total.id].properties), **properties}
    keys = ("schema:value", "schema:currency", "kg:projectCount", "schema:unitText", "kg:byYear")
    return tuple("" if properties.get(key) is None else str(properties[key]) for key in keys)  # type: ignore[return-value]
