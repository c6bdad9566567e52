"""`kg build`: sources in, a folder with the graph and all that is made from it out."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click
from pyoxigraph import NamedNode
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.analysis.charts import CHARTS
from kg.analysis.pictures import path_of
from kg.analysis.report import Report, render_report
from kg.commands.table import csv_cell
from kg.explorer.page import render_explorer
from kg.graph.facts import COLUMNS, rows
from kg.graph.memory import rdflib_graph
from kg.graph.triples import TripleMaker, is_published
from kg.graph.vocabulary import DEFAULT_BASE
from kg.graph.write import turtle, write_whole
from kg.linking import review
from kg.linking.world import World
from kg.pipeline import Built, build_world
from kg.sources.record import printable
from kg.table import turned_down
from kg.table.rows import TurnedDown


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "--output", default="output", show_default=True, help="Folder to write to.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("--base", default=DEFAULT_BASE, show_default=True, help="Beginning of the IRIs of entities.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read articles.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no table.")
def build(sources: tuple[str, ...], output: Path, base: str, jobs: int, quiet: bool) -> None:
    """Build the graph of all articles in SOURCES: files, folders, or - for standard input (.txt .md .html .jsonl).

    \b
    Written to the output folder:
      graph.ttl       entities and statements      evidence.ttl   who says so, where, in which words
      explorer.html   the graph as a page          report.md      what was read, repaired, found, left out
      facts.csv       one row for each place that says a statement
      rejected.csv    what was considered and turned down, and why
      review.csv      people of one name kept apart who might be one, and why
      charts/         the pictures of the report

    \b
    Example:
      kg build seeds -o output
      cat articles.jsonl | kg build - -o output --jobs 2
    """
    errors = Console(stderr=True)
    if not is_base(base):
        raise click.BadParameter("must be an IRI that begins with http://, https:// or urn:", param_hint="--base")
    with Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=errors,
        transient=True, disable=quiet or not errors.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task("articles", total=None)
        try:
            built = build_world(sources, jobs, lambda _: bar.advance(task))
        except BrokenProcessPool:
            reason = "a process that reads articles was killed, perhaps for want of memory"
            click.echo(f"kg: {reason}. Try fewer --jobs", err=True)
            sys.exit(2)
    for problem in built.summary.problems:
        click.echo(f"kg: {printable(str(problem))}", err=True)
    if not built.summary.articles:
        click.echo("kg: nothing was built: no article could be read", err=True)
        sys.exit(2)
    try:
        write_all(built, output, base)
    except OSError as error:
        click.echo(f"kg: cannot write to {output}: {error.strerror}. Name another folder with -o", err=True)
        sys.exit(2)
    if not quiet:
        _table(built.world, Console())
        read, problems = (
            _count(len(built.summary.articles), "article"),
            _count(len(built.summary.problems), "problem"),
        )
        click.echo(
            f"{read} read, {problems}. Look at {output / 'explorer.html'} in a browser and at {output / 'report.md'}; "
            f'ask with: kg query -g {output} "SELECT …"'
        )
    sys.exit(1 if built.summary.problems else 0)


def is_base(iri: str) -> bool:
    """Whether the IRIs of entities can begin with `iri`.

    >>> is_base("https://example.org/id/"), is_base("https://example.org/a b"), is_base("id/")
    (True, False, False)
    """
    try:
        return NamedNode(iri).value.startswith(("http://", "https://", "urn:"))
    except ValueError:
        return False


def write_all(built: Built, output: Path, base: str = DEFAULT_BASE) -> None:
    """Write all files of a build. The same world gives the same bytes."""
    maker = TripleMaker(built.world, base)
    write_whole(output / "graph.ttl", turtle(maker.graph(), base))
    write_whole(output / "evidence.ttl", turtle(maker.evidence(), base))
    write_whole(output / "facts.csv", facts_csv(built.world).encode())
    write_whole(output / "rejected.csv", rejected_csv(built.turned_down).encode())
    write_whole(output / "review.csv", _csv(review.COLUMNS, review.rows(built.world)).encode())
    graph = rdflib_graph(built.world, base)
    write_report(render_report(built.summary, graph), output)
    write_whole(output / "explorer.html", render_explorer(graph).encode())


def write_report(report: Report, output: Path) -> None:
    """Write the report and its pictures; pictures of an earlier build that this one does not draw are removed."""
    drawn = {picture.path: picture.png for picture in report.pictures if picture.png}
    for path, png in drawn.items():
        write_whole(output / path, png)
    write_whole(output / "report.md", report.text.encode())
    for path in {path_of(name) for name in CHARTS}.difference(drawn):
        (output / path).unlink(missing_ok=True)


def facts_csv(world: World) -> str:
    """The facts as CSV (RFC 4180, UTF-8), with cells that a spreadsheet would take for a formula made harmless."""
    return _csv(COLUMNS, rows(world))


def rejected_csv(candidates: Iterable[TurnedDown]) -> str:
    """What was turned down, as CSV like the facts'."""
    return _csv(turned_down.COLUMNS, map(turned_down.row, candidates))


def _csv(columns: Iterable[str], lines: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in lines:
        writer.writerow([csv_cell(cell) for cell in row])
    return out.getvalue()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _table(world: World, console: Console) -> None:
    published, unpublished = Counter[str](), Counter[str]()
    for statement in world.statements.values():
        (published if is_published(statement) else unpublished)[statement.predicate] += 1
    table = Table("relation", "published", "in evidence only", title=f"{len(world.entities)} entities")
    for relation in sorted(published | unpublished):
        table.add_row(relation, str(published[relation]), str(unpublished[relation]))
    console.print(table)
