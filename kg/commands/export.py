"""`kg export`: a build in the formats of other programs."""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path
from typing import BinaryIO

import click

from kg.analysis.namespaces import KIND_OF_CLASS
from kg.explorer.appearance import appearance
from kg.files import writing_whole
from kg.graph.exports.formats import FORMATS, Format, format_of, table
from kg.graph.exports.ontology import ontology
from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build, BuildUnreadable
from kg.sources.record import printable

LAYOUT = re.compile("([\n\t])")  # what lays out a text, and is shown


@click.command(
    help=f"""Write a build in the format of another program: RDF, or a property graph.

    \b
    Formats:
      {table().replace(chr(10), chr(10) + "      ")}

    RDF formats hold every triple, owl the graph (--only graph: the entities and statements; --only evidence: who says
    so, where). In property graphs entities are nodes, statements edges with the first quote (--only all: claims,
    segments and articles are nodes too). Without -f the ending of -o tells the format; without -o it is written to
    standard output.

    Exit code 1 says that some text was changed, because the format cannot hold it; it is named on standard error.

    \b
    Example:
      kg export -o graph.gexf
      kg export -g output -f jsonld --only graph | head
      kg export -f neo4j -o import"""
)
@click.option("-f", "--format", "name", type=click.Choice(list(FORMATS)), help="One of the formats above.")
@click.option("-g", "--graph", "folder", default="output", show_default=True, help="Folder of a build.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("-o", "--output", default="-", show_default="standard output", help="File or folder to write to.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("--only", "part", type=click.Choice(["graph", "evidence", "all"]), help="What of the build.")
def export(name: str | None, folder: Path, output: Path, part: str | None) -> None:
    to_stdout = str(output) == "-"
    form = FORMATS[name] if name else None if to_stdout else format_of(output)
    if form is None:
        raise click.UsageError(f"which format? Name it with -f: {', '.join(FORMATS)}")
    if form.write is None and to_stdout:
        raise click.UsageError(f"{form.name} is a folder of files: name it with -o")
    if form.is_property_graph and part == "evidence":
        raise click.UsageError(f"in {form.name} the evidence has no entities to be about: take --only all")
    options = Options(part or form.part, colours())  # type: ignore[arg-type]
    try:
        remarks = _write(form, Build(folder), options, output, to_stdout)
    except BuildUnreadable as error:
        click.echo(f"kg: {printable(str(error))}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        raise  # `kg export | head`: click ends quietly
    except OSError as error:
        click.echo(f"kg: cannot write to {output}: {error.strerror}. Name another place with -o", err=True)
        sys.exit(2)
    for remark in remarks:
        click.echo(f"kg: {printable(remark)}", err=True)
    if remarks:
        sys.exit(1)


def colours() -> dict[str, str]:
    """The explorer's colours by the short names of classes."""
    kinds = appearance().kinds
    return {ontology().name(cls): kinds[kind]["colour"] for cls, kind in KIND_OF_CLASS.items() if kind in kinds}


def _write(form: Format, build: Build, options: Options, output: Path, to_stdout: bool) -> tuple[str, ...]:
    if form.write_folder is not None:
        return form.write_folder(build, options, output)
    assert form.write is not None
    if not to_stdout:
        with writing_whole(output) as file:
            return form.write(build, options, file)
    out = sys.stdout.buffer
    remarks = form.write(build, options, ForTerminal(out) if sys.stdout.isatty() else out)  # type: ignore[arg-type]
    out.flush()
    return remarks


class ForTerminal:
    """A binary stream before a terminal, which takes no commands from articles: what is not seen is escaped."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def write(self, content: bytes) -> int:
        text = self._decoder.decode(content)
        pieces = (piece if LAYOUT.fullmatch(piece) else printable(piece) for piece in LAYOUT.split(text))
        self._out.write("".join(pieces).encode())
        return len(content)

    def flush(self) -> None:
        self._out.flush()
