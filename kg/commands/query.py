"""`kg query`: a saved query or SPARQL over a build, as a table, CSV, JSON or Turtle."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kg.commands.table import FORMATS, as_table
from kg.graph import saved_queries
from kg.graph.parameters import Parameter
from kg.graph.query import QueryAnswer, open_store, run
from kg.graph.query_guard import QueryError, QuerySyntaxError
from kg.graph.query_header import SavedQuery, has_parameters, parse
from kg.sources.record import printable

SECONDS, ROWS = 60.0, 10_000
SAVED = "kg.saved_query"  # where the context keeps the saved query that the arguments name
QUESTION = re.compile(r"\b(?:select|ask|construct|describe)\b", re.I | re.A)
NEITHER = (
    "this is neither SPARQL (SELECT …) nor a saved query. The saved queries: kg query --list; what is known of a name: "
    "kg explain NAME"
)


class QueryCommand(click.Command):
    """A command whose options are its own and, once a saved query is named, that query's parameters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            ctx.meta[SAVED] = _saved_query(_first_argument(self.params, args))
        except QueryError as error:
            _give_up(error)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        params = super().get_params(ctx)
        saved: SavedQuery | None = ctx.meta.get(SAVED)
        if saved is None:
            return params
        options = [
            click.Option(
                [parameter.option, parameter.name], metavar=parameter.type.upper(),
                help=f"{parameter.about_zh} / {parameter.about_en}{_condition(parameter)}",
            )
            for parameter in saved.parameters
        ]  # fmt: skip
        return [*options, *params]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        saved: SavedQuery | None = ctx.meta.get(SAVED)
        if saved is None:
            super().format_help_text(ctx, formatter)
            return
        for text in (saved.title_zh, saved.note_zh, saved.title_en, saved.note_en):
            if text:
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(text)


def _condition(parameter: Parameter) -> str:
    if parameter.required:
        return "  [required]"
    return f"  [default: {parameter.default}]" if parameter.default else ""


@click.command(cls=QueryCommand)
@click.argument("sparql", metavar="QUERY", required=False)
@click.option("-g", "--graph", "folder", default="output", show_default=True,
              help="Folder of a build, or a Turtle file.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("-f", "--format", "form", default="table", show_default=True, type=click.Choice(sorted(FORMATS)))
@click.option("--timeout", default=SECONDS, show_default=True, type=click.FloatRange(0.1), help="Seconds.")
@click.option("--limit", default=ROWS, show_default=True, type=click.IntRange(1), help="Most rows of an answer.")
@click.option("--list", "listed", is_flag=True, help="List the saved queries with their parameters.")
@click.option("--show", is_flag=True, help="Print the SPARQL of a saved query, with the parameters given, unasked.")
@click.pass_context
def query(
    ctx: click.Context,
    sparql: str | None,
    folder: Path,
    form: str,
    timeout: float,
    limit: int,
    listed: bool,
    show: bool,
    **parameters: str,
) -> None:
    """Ask the graph a question: a saved query by name, SPARQL text, a file that holds it (question.rq), or - for
    standard input.

    The parameters of a saved query are options: kg query leaders --help tells them. A name that the graph does not
    have is answered with the nearest that it has. A file may declare parameters too, as those in ontology/queries do.

    In SPARQL the prefixes kg, id, schema, org, foaf, skos, dcterms, prov, oa, rdf, rdfs, xsd need not be declared.
    Queries stay in the graph: no SERVICE, no FROM, no updates.

    \b
    Example:
      kg query --list
      kg query leaders --area 德州市
      kg query largest-projects --least 1000000000 -f csv > answer.csv
      kg query "SELECT ?who ?where { ?p kg:leads ?a ; schema:name ?who . ?a schema:name ?where }"
    """
    saved: SavedQuery | None = ctx.meta[SAVED]
    try:
        if listed:
            _write(saved_queries.table_of_contents(), form, whole=1)
            return
        if sparql is None:
            raise click.MissingParameter(param_hint="'QUERY'", param_type="argument", ctx=ctx)
        if show:
            click.echo(saved.bind(parameters) if saved else _text_of(sparql), nl=False)
            return
        text = "" if saved else _text_of(sparql)
        with open_store(folder) as store:
            if saved:
                answer = saved_queries.run(store, saved, timeout=timeout, limit=limit, **parameters)
            else:
                answer = run(store, text, timeout=timeout, limit=limit)
        _write(answer, form)
    except QuerySyntaxError as error:
        _give_up(error if QUESTION.search(text) else NEITHER)
    except QueryError as error:
        _give_up(error)
    for note in answer.notes:
        click.echo(f"kg: {note}", err=True)
    if answer.truncated:
        click.echo(f"kg: only the first {limit} rows are shown; ask for more with --limit", err=True)


def _write(answer: QueryAnswer, form: str, whole: int = 0) -> None:
    if form == "table":
        text = as_table(answer, shutil.get_terminal_size().columns if sys.stdout.isatty() else None, whole)
    else:
        text = FORMATS[form](answer)
    click.echo(text, nl=not text.endswith("\n"))


def _give_up(error: QueryError | str) -> None:
    click.echo(f"kg: {error}", err=True)
    sys.exit(2)


def _first_argument(params: Sequence[click.Parameter], args: Sequence[str]) -> str | None:
    """The query among `args`: the first that is neither an option nor the value of one.

    Which query it is decides which further options there are, so it is looked for before click reads them. All those
    take a value.
    """
    flags = {"-h", "--help"}
    for param in params:
        if isinstance(param, click.Option) and param.is_flag:
            flags.update(param.opts)
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            return next(rest, None)
        if not arg.startswith("-") or arg == "-":
            return arg
        alone = arg in flags or (arg.startswith("--") and "=" in arg) or (not arg.startswith("--") and len(arg) > 2)
        if not alone:
            next(rest, None)
    return None


def _saved_query(named: str | None) -> SavedQuery | None:
    """The saved query of that name, or of a file that declares parameters; None for plain SPARQL.

    Raises UnknownQuery for what can be nothing but a misspelt name: one word that is no file.
    """
    if named is None or named == "-":
        return None
    if named in saved_queries.catalogue():
        return saved_queries.get(named)
    if _is_file(named):
        text = _text_of(named)
        return parse(Path(named).name, text) if has_parameters(text) else None
    return saved_queries.get(named) if re.fullmatch(r"[\w-]+", named) else None


def _is_file(sparql: str) -> bool:
    return sparql.endswith((".rq", ".sparql")) or (
        len(sparql) < 250 and "{" not in sparql and "\0" not in sparql and Path(sparql).is_file()
    )


def _text_of(sparql: str) -> str:
    """The query: standard input, the content of a file of that name, or the argument itself."""
    if sparql == "-":
        return sys.stdin.read()
    if _is_file(sparql):
        try:
            return Path(sparql).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            name = printable(sparql)
            why = error.strerror if isinstance(error, OSError) else error
            click.echo(f"kg: cannot read the query {name}: {why}. Name a UTF-8 file with SPARQL in it", err=True)
            sys.exit(2)
    return sparql
