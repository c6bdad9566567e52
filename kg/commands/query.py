"""`kg query`: SPARQL over a build, as a table, CSV, JSON or Turtle."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.commands.table import FORMATS, as_table
from kg.graph.query import open_store, run
from kg.graph.query_guard import QueryError

SECONDS, ROWS = 60.0, 10_000


@click.command()
@click.argument("sparql")
@click.option("-g", "--graph", "folder", default="output", show_default=True,
              help="Folder of a build, or a Turtle file.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("-f", "--format", "form", default="table", show_default=True, type=click.Choice(sorted(FORMATS)))
@click.option("--timeout", default=SECONDS, show_default=True, type=click.FloatRange(0.1), help="Seconds.")
@click.option("--limit", default=ROWS, show_default=True, type=click.IntRange(1), help="Most rows of an answer.")
def query(sparql: str, folder: Path, form: str, timeout: float, limit: int) -> None:
    """Ask the graph a question in SPARQL: its text, a file that holds it (question.rq), or - for standard input.

    The prefixes kg, id, schema, org, foaf, skos, dcterms, prov, oa, rdf, rdfs, xsd need not be declared. Queries stay
    in the graph: no SERVICE, no FROM, no updates.

    \b
    Example:
      kg query "SELECT ?who ?where { ?p kg:leads ?a ; schema:name ?who . ?a schema:name ?where }"
      kg query question.rq -f csv > answer.csv
    """
    text = _text_of(sparql)
    try:
        with open_store(folder) as store:
            answer = run(store, text, timeout=timeout, limit=limit)
    except QueryError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(2)
    if form == "table":
        width = None if not sys.stdout.isatty() else click.get_current_context().terminal_width
        click.echo(as_table(answer, width))
    else:
        click.echo(FORMATS[form](answer), nl=False)
    if answer.truncated:
        click.echo(f"kg: only the first {limit} rows are shown; ask for more with --limit", err=True)


def _text_of(sparql: str) -> str:
    """The query: standard input, the content of a file of that name, or the argument itself."""
    if sparql == "-":
        return sys.stdin.read()
    if sparql.endswith((".rq", ".sparql")) or (len(sparql) < 250 and "{" not in sparql and Path(sparql).is_file()):
        try:
            return Path(sparql).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            click.echo(f"kg: cannot read the query {sparql}: {error}. Name a UTF-8 file with SPARQL in it", err=True)
            sys.exit(2)
    return sparql
