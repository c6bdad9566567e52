"""`kg stats`: what the shape of a graph says, as tables or JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pyoxigraph as ox
from rich.cells import cell_len, set_cell_size

from kg.analysis.centrality import MEASURES, Centrality, Measure, ranked
from kg.analysis.entities import Entity
from kg.analysis.evidence import read_claims
from kg.analysis.namespaces import KIND_OF_CLASS
from kg.analysis.overview import Overview, overview
from kg.commands.table import as_table, json_text
from kg.graph.memory import read_graph
from kg.graph.query import QueryAnswer
from kg.graph.query_guard import QueryError
from kg.graph.vocabulary import expand
from kg.sources.record import printable

WIDEST = 40
"""Columns of a terminal that a name may take in a table; in JSON it is whole."""
NAMED = 8
"""Members of a community, or counties of a broker, that a table or JSON names."""
KINDS = (*KIND_OF_CLASS.values(),)
DECIMAL = ox.NamedNode(expand("xsd:decimal"))


@click.command()
@click.option("-g", "--graph", "folder", default="output", show_default=True,
              help="Folder of a build, or a Turtle file.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("-f", "--format", "form", default="table", show_default=True, type=click.Choice(["json", "table"]))
@click.option("--top", default=10, show_default=True, type=click.IntRange(1), help="Most rows of each table.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", type=click.Choice(KINDS),
              help=f"Rank only entities of this kind; may be repeated: {', '.join(KINDS)}.")  # fmt: skip
@click.option("--by", default=MEASURES[0], show_default=True, type=click.Choice(MEASURES), help="Rank by this measure.")
def stats(folder: Path, form: str, top: int, kinds: tuple[str, ...], by: Measure) -> None:
    """What the shape of the graph says: the most central entities, communities, and brokers between counties.

    The network is read without directions: published statements, and what entities stand in (posts in bodies, bodies
    of areas, areas within areas). A broker is on the shortest path between two counties, where the division of China
    is no path.

    \b
    Example:
      kg stats
      kg stats -g output --kind official --by betweenness --top 20
      kg stats -f json > stats.json
    """
    try:
        graph = read_graph(folder)
    except QueryError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(2)
    found = overview(graph, read_claims(graph))
    central = [row for row in ranked(found.central, by) if not kinds or row.entity.kind in kinds]
    if form == "json":
        click.echo(json_text(as_document(found, central, top)))
    else:
        width = click.get_current_context().terminal_width if sys.stdout.isatty() else None
        click.echo("\n\n".join(tables(found, central, top, width)))


def tables(found: Overview, central: Sequence[Centrality], top: int, width: int | None = None) -> list[str]:
    """The overview as titled tables of at most `top` rows, aligned for a terminal."""
    measured = f"; betweenness is estimated from {found.pivots:,} of them" if found.pivots else ""
    groups, modularity = found.communities.found, found.communities.modularity
    clear = "" if modularity is None else f" (modularity {modularity:.2f})"
    contents: list[tuple[str, tuple[str, ...], list[tuple[str | int, ...]]]] = [
        (
            f"Components: {len(found.components):,}",
            ("entities", "edges", "counties", "around"),
            [(c.nodes, c.edges, c.counties, "、".join(e.label for e in c.leading)) for c in found.components],
        ),
        (
            f"The most central of {len(central):,}",
            ("entity", "kind", "edges", "pagerank", "betweenness"),
            [
                (r.entity.label, r.entity.kind, r.edges, _Figure(f"{r.pagerank:.4f}"), round(r.betweenness))
                for r in central
            ],
        ),
        (
            f"Communities: {len(groups):,}{clear}",
            ("entities", "edges", "counties", "community"),
            [(len(c.members), c.edges, c.counties, c.name) for c in groups],
        ),
        (
            f"Brokers between counties: {len(found.brokers):,}",
            ("broker", "kind", "pairs", "counties"),
            [(b.entity.label, b.entity.kind, _Figure(f"{b.pairs:g}"), _named(b.counties)) for b in found.brokers],
        ),
    ]
    return [
        f"{found.entities:,} entities, {found.published:,} published edges, {found.frame:,} of the frame{measured}",
        *(_table(title, heads, rows, top, width) for title, heads, rows in contents),
    ]


def as_document(found: Overview, central: Sequence[Centrality], top: int) -> dict[str, object]:
    """The overview for JSON: at most `top` of each list, and how many there are."""
    return {
        "network": {
            "entities": found.entities,
            "published_edges": found.published,
            "frame_edges": found.frame,
            "betweenness": f"estimated from {found.pivots} entities" if found.pivots else "exact",
            "modularity": found.communities.modularity,
        },
        "components": {
            "count": len(found.components),
            "largest": [
                {"entities": c.nodes, "edges": c.edges, "counties": c.counties, "around": [*map(_entity, c.leading)]}
                for c in found.components[:top]
            ],
        },
        "central": {
            "count": len(central),
            "first": [
                {**_entity(r.entity), "edges": r.edges, "pagerank": r.pagerank, "betweenness": r.betweenness}
                for r in central[:top]
            ],
        },
        "communities": {
            "count": len(found.communities.found),
            "largest": [
                {
                    "name": c.name,
                    "entities": len(c.members),
                    "edges": c.edges,
                    "counties": c.counties,
                    "members": [*map(_entity, c.members[:NAMED])],
                }
                for c in found.communities.found[:top]
            ],
        },
        "brokers": {
            "count": len(found.brokers),
            "first": [
                {**_entity(b.entity), "pairs": b.pairs, "counties": [*map(_entity, b.counties)]}
                for b in found.brokers[:top]
            ],
        },
    }


def _entity(entity: Entity) -> dict[str, str]:
    return {"iri": entity.iri, "kind": entity.kind, "label": entity.label}


def _named(entities: Sequence[Entity]) -> str:
    more = f" and {len(entities) - NAMED:,} more" if len(entities) > NAMED else ""
    return "、".join(entity.label for entity in entities[:NAMED]) + more


class _Figure(str):
    """A figure as it is shown: it stands to the right, whatever its column's other cells are."""


def _table(
    title: str, heads: tuple[str, ...], rows: Sequence[tuple[str | int, ...]], top: int, width: int | None
) -> str:
    if not rows:
        return title
    shown = tuple(tuple(_term(value) for value in row) for row in rows[:top])
    return f"{title}\n{as_table(QueryAnswer(heads, shown, truncated=len(rows) > top), width)}"


def _term(value: str | int) -> ox.Literal:
    """A cell: figures to the right, names cut to `WIDEST` columns."""
    if isinstance(value, int | _Figure):
        return ox.Literal(str(value), datatype=DECIMAL)
    return ox.Literal(_cut(value))


def _cut(text: str) -> str:
    """
    >>> _cut("长" * 10_000) == "长" * 19 + "…"
    True
    """
    text = printable(text[: WIDEST + 1])
    return text if cell_len(text) <= WIDEST else set_cell_size(text, WIDEST - 1).rstrip() + "…"
