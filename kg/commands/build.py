"""`kg build`: sources in, a folder with the graph and all that is made from it out."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import BinaryIO

import click
from pyoxigraph import NamedNode
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.analysis.charts import CHARTS
from kg.analysis.pictures import path_of
from kg.analysis.report import Report, render_report
from kg.collector import without_collector
from kg.commands.decisions_file import decisions_for
from kg.commands.table import csv_cell
from kg.explorer.page import render_explorer
from kg.files import write_whole, writing_whole
from kg.graph.facts import COLUMNS, rows
from kg.graph.memory import rdflib_graph
from kg.graph.stream import write_evidence, write_graph
from kg.graph.triples import TripleMaker, is_published
from kg.graph.vocabulary import DEFAULT_BASE
from kg.linking import review
from kg.linking.decisions import Decisions
from kg.linking.world import World
from kg.pipeline import Built, build_world, not_there, world_of
from kg.sources.record import Problem, printable
from kg.table import turned_down
from kg.table.shards import TableUnreadable
from kg.table.table import opened, reading

REPORT, PAGE = "report.md", "explorer.html"


@click.command()
@click.argument("sources", nargs=-1)
@click.option("-o", "--output", default="output", show_default=True, help="Folder to write to.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("--base", default=DEFAULT_BASE, show_default=True, help="Beginning of the IRIs of entities.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read articles.")
@click.option("--fresh", is_flag=True, help="Read all articles again, whatever the last build kept of them.")
@click.option("--withdraw", "withdrawn", multiple=True, metavar="ID", help="Leave this article out; may be repeated.")
@click.option("--from-claims", "claims_of", help="Read no SOURCES: link again what the build in this folder read.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("--decisions", "decided", metavar="FILE", type=click.Path(path_type=Path),
              help="Merges, splits, names by hand (CSV). [default: decisions.csv in the output folder]")  # fmt: skip
@click.option("--bare", is_flag=True, help="No report and no page: for millions of claims, which no page holds.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no table.")
def build(
    sources: tuple[str, ...], output: Path, base: str, jobs: int, fresh: bool, withdrawn: tuple[str, ...],
    claims_of: Path | None, decided: Path | None, bare: bool, quiet: bool,
) -> None:  # fmt: skip
    """Build the graph of all articles in SOURCES: files, folders, or - for standard input (.txt .md .html .jsonl).

    What an article says is kept in the output folder. The next build into it reads only articles that are new or
    changed (all, if the rules that read them changed) and forgets those that are in SOURCES no longer; its files are
    those of a fresh build. A build that was killed goes on where it was.

    \b
    Written to the output folder:
      graph.ttl       entities and statements      evidence.ttl   who says so, where, in which words
      explorer.html   the graph as a page          report.md      what was read, repaired, found, left out
      facts.csv       one row for each place that says a statement
      rejected.csv    what was considered and turned down, and why
      review.csv      what might be one thing and was kept apart, and why
      charts/         the pictures of the report
      store/          the claims of each article (Parquet), for the next build

    \b
    Decisions (docs/decisions-by-hand.md), in the columns decision, one, other, articles, label, note:
      merge,person/1a2b…,person/3c4d…,,,       split,project/5e6f…,,a.txt；b.txt,,
      rename,张明远@a.txt,,,张明远（甲县）,       take a line out and build again to undo it

    \b
    Example:
      kg build seeds -o output
      cat articles.jsonl | kg build - -o output --jobs 2
      kg build seeds -o output --withdraw 000_35f70cb2446c9b7a.txt
      kg build --from-claims output -o relinked
    """
    errors = Console(stderr=True)
    if not is_base(base):
        raise click.BadParameter("must be an IRI that begins with http://, https:// or urn:", param_hint="--base")
    if bool(sources) == (claims_of is not None):
        raise click.UsageError("name SOURCES to read, or a folder with --from-claims, and not both")
    try:
        decisions = decisions_for(decided, output)
    except OSError as error:
        click.echo(f"kg: {printable(str(error.filename))}: {error.strerror}. Name a CSV file of decisions", err=True)
        sys.exit(2)
    with Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=errors,
        transient=True, disable=quiet or not errors.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task("articles", total=None)
        try:
            if claims_of is None:
                with opened(output, fresh) as table:
                    built = build_world(sources, jobs, lambda: bar.advance(task), table, withdrawn, decisions)
            else:
                built = relinked(claims_of, output, withdrawn, decisions)
        except BrokenProcessPool:
            reason = "a process that reads articles was killed, perhaps for want of memory"
            click.echo(f"kg: {reason}. Try fewer --jobs", err=True)
            sys.exit(2)
        except TableUnreadable as error:
            click.echo(f"kg: {printable(str(error))}", err=True)
            sys.exit(2)
        except OSError as error:
            click.echo(f"kg: cannot write to {output}: {error.strerror}. Name another folder with -o", err=True)
            sys.exit(2)
    for problem in built.summary.problems:
        click.echo(f"kg: {printable(str(problem))}", err=True)
    if not built.summary.articles:
        click.echo("kg: nothing was built: no article could be read", err=True)
        sys.exit(2)
    try:
        write_all(built, output, base, bare)
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
            f"{read} read, {problems}. "
            + ("" if bare else f"Look at {output / PAGE} in a browser and at {output / REPORT}; ")
            + f'ask with: kg query -g {output} "SELECT …"'
        )
    sys.exit(1 if built.summary.problems else 0)


def relinked(claims_of: Path, output: Path, withdrawn: Collection[str], decisions: Decisions) -> Built:
    """A build of the claims that the build in a folder read. What is withdrawn is taken out of that folder's table too
    if the output goes there. Raises TableUnreadable or OSError."""
    same = output.exists() and claims_of.exists() and output.samefile(claims_of)
    with opened(output, any_version=True) if same else reading(claims_of) as table:
        problems = [*table.problems(), *map(not_there, table.keep_all(withdrawn))]
        if old := table.of_other_versions:
            problems.append(
                Problem("--from-claims", f"{_count(old, 'article')} read by another version of the rules",
                        "Build from the sources to read them again")
            )  # fmt: skip
        if same:
            table.finish(table.problems())
        return world_of(table, problems, decisions)


def is_base(iri: str) -> bool:
    """Whether the IRIs of entities can begin with `iri`.

    >>> is_base("https://example.org/id/"), is_base("https://example.org/a b"), is_base("id/")
    (True, False, False)
    """
    try:
        return NamedNode(iri).value.startswith(("http://", "https://", "urn:"))
    except ValueError:
        return False


def write_all(built: Built, output: Path, base: str = DEFAULT_BASE, bare: bool = False) -> None:
    """Write all files of a build, without report and page if `bare`. The same world gives the same bytes."""
    maker = TripleMaker(built.world, base)
    with without_collector():
        for name, write in (("graph.ttl", write_graph), ("evidence.ttl", write_evidence)):
            with writing_whole(output / name) as file:
                write(maker, file)
        for name, columns, lines in tables(built):
            with writing_whole(output / name) as file:
                write_csv(file, columns, lines)
    if bare:
        for name in (REPORT, PAGE, *map(path_of, CHARTS)):  # of an earlier build: of another graph
            (output / name).unlink(missing_ok=True)
        return
    graph = rdflib_graph(built.world, base)
    write_report(render_report(built.summary, graph), output)
    write_whole(output / PAGE, render_explorer(graph).encode())


def write_report(report: Report, output: Path) -> None:
    """Write the report and its pictures; pictures of an earlier build that this one does not draw are removed."""
    drawn = {picture.path: picture.png for picture in report.pictures if picture.png}
    for path, png in drawn.items():
        write_whole(output / path, png)
    write_whole(output / REPORT, report.text.encode())
    for path in {path_of(name) for name in CHARTS}.difference(drawn):
        (output / path).unlink(missing_ok=True)


def tables(built: Built) -> Iterator[tuple[str, Iterable[str], Iterable[tuple[str, ...]]]]:
    """The CSV files of a build: name, columns and lines."""
    yield "facts.csv", COLUMNS, rows(built.world)
    yield "rejected.csv", turned_down.COLUMNS, map(turned_down.row, built.turned_down)
    yield "review.csv", review.COLUMNS, review.rows(built.world)


def write_csv(file: BinaryIO, columns: Iterable[str], lines: Iterable[tuple[str, ...]]) -> None:
    """Write CSV (RFC 4180, UTF-8), with cells that a spreadsheet would take for a formula made harmless."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in lines)
    text.flush()
    text.detach()


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
