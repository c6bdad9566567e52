"""`kg explain`: all that a build says of a name, with the quotes; and what it turned down about it."""

from __future__ import annotations

import csv
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding

from kg.analysis import explain as analysis
from kg.analysis.candidates import Considered, about
from kg.analysis.evidence import read_sources
from kg.analysis.namespaces import KG, RDF
from kg.commands.explanation import Line, as_document, plain, said_about, styled, turned_down_lines
from kg.commands.table import json_text, plain_cell
from kg.graph.memory import read_graph
from kg.graph.nearest import did_you_mean
from kg.graph.query_guard import QueryError
from kg.sources.record import printable
from kg.table.rows import TurnedDown
from kg.table.turned_down import COLUMNS, from_row

REJECTED = "rejected.csv"
FACTS, QUOTES = 20, 3
DEFAULT = Path("output")


class RejectedUnreadable(Exception):
    """The file of what was turned down is not there, or is not one that a build wrote."""


@click.command()
@click.argument("name")
@click.option("-g", "--graph", "folder", default=DEFAULT, show_default=True,
              help="Folder of a build, or a Turtle file.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("--why-not", "refused", is_flag=True, help="What was considered about it and turned down, and why.")
@click.option("-f", "--format", "form", default="text", show_default=True, type=click.Choice(["text", "json"]))
@click.option("--limit", default=FACTS, show_default=True, type=click.IntRange(1), help="Most facts of each thing.")
@click.option("--quotes", default=QUOTES, show_default=True, type=click.IntRange(1), help="Most quotes of each fact.")
def explain(name: str, folder: Path, refused: bool, form: str, limit: int, quotes: int) -> None:
    """Say all that the graph knows of NAME, with the sentences that say it: article, rule, confidence, modality.

    NAME is a label (平原县), a short form (平原), an IRI or its end (area/371426). Several things of one name are all
    shown, with what tells them apart. What articles only plan, hope for, deny or tell of the past comes last.

    --why-not shows what a rule turned down instead, with the name of the rule, also for names that the graph lacks.

    \b
    Exit codes: 0 done; 2 nothing of that name, or the build cannot be read.

    \b
    Example:
      kg explain 平原县
      kg explain id:area/371426 -f json
      kg explain 乐陵市 --why-not
    """
    if not name.strip():
        raise click.BadParameter("is empty. Name a person, an area, a project …", param_hint="NAME")
    try:
        graph = read_graph(folder)
        if not any(graph.subjects(RDF.type, KG.Claim)):
            click.echo(f"kg: {folder} has no claims, so none of their sentences: name the folder of a build", err=True)
        iris = analysis.find(graph, name)
        explanations = [analysis.explain(graph, iri) for iri in iris]
        considered = _about(folder, name, explanations) if refused else None
        if not explanations and not (considered and considered.candidates):
            _unknown(name, folder, analysis.near_names(graph, name), refused)
        base = analysis.base_of(graph)
        sources = {source.id: source for source in read_sources(graph).values()} if refused else {}
    except (QueryError, RejectedUnreadable) as error:
        click.echo(f"kg: {printable(str(error))}", err=True)
        sys.exit(2)
    if form == "json":
        click.echo(json_text(as_document(name, explanations, considered, sources, limit, quotes)))
        return
    if considered is not None:
        unpublished = [fact for each in explanations for fact in each.facts if fact.why]
        _show(turned_down_lines(unpublished, considered, sources, limit))
    else:
        _show(said_about(explanations, base, limit, quotes))


def _about(folder: Path, name: str, explanations: Iterable[analysis.Explanation]) -> Considered:
    names = [name.strip(), *(n for e in explanations for n in (e.entity.label, *e.entity.names))]
    return about(read_rejected(folder), names)


def read_rejected(folder: Path) -> tuple[TurnedDown, ...]:
    """What the build in `folder` (or beside the Turtle file of that name) turned down. Raises RejectedUnreadable."""
    file = (folder if folder.is_dir() else folder.parent) / REJECTED
    remedy = f"Build it again: kg build SOURCES -o {folder if folder.is_dir() else folder.parent}"
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            if tuple(next(rows, ())) != COLUMNS:
                raise RejectedUnreadable(f"{file}: not a file of what a build turned down. {remedy}")
            return tuple(from_row([plain_cell(cell) for cell in row]) for row in rows)
    except FileNotFoundError as error:
        raise RejectedUnreadable(f"{file}: there is no such file. {remedy}") from error
    except (OSError, ValueError, csv.Error) as error:
        raise RejectedUnreadable(f"{file}: cannot be read ({error}). {remedy}") from error


def _unknown(name: str, folder: Path, near: tuple[str, ...], refused: bool) -> None:
    """Say that nothing has this name, what has a name like it, and end."""
    click.echo(f"kg: nothing in {folder} is called {printable(name)}", err=True)
    if near:
        click.echo(f"kg: {did_you_mean(near)}", err=True)
    if not refused:
        where = "" if folder == DEFAULT else f" -g {shlex.quote(str(folder))}"
        again = f"kg explain {shlex.quote(name)}{where} --why-not"
        click.echo(f"kg: whether it was turned down says: {printable(again)}", err=True)
    sys.exit(2)


def _show(lines: Iterable[Line]) -> None:
    """The lines on a terminal in its width, with colours; in a pipe one line each, the words of both sides in «»."""
    if sys.stdout.isatty():
        console = Console(highlight=False, markup=False, emoji=False)
        for indent, runs in lines:
            console.print(Padding(styled(runs), (0, 0, 0, indent), expand=False))
        return
    for indent, runs in lines:
        click.echo((" " * indent + plain(runs)).rstrip())
