"""CSV for `neo4j-admin database import full`: a file for each kind of node, one for all relationships, and the options.

The importer takes text as it stands, and so it is written: an apostrophe before a formula, as `facts.csv` has it for
spreadsheets, would be a wrong name in the database. Array elements are parted by U+001F, a control character that no
repaired text holds, since any visible one may be part of a name; labels are parted by it too, as the importer knows one
separator for both. Text is always quoted and quotes are doubled (RFC 4180), so that an empty text is not taken for
none; numbers and dates never are. Lines may be broken inside quotes: the options allow it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from kg.files import writing_whole
from kg.graph.exports.columns import Column, Value
from kg.graph.exports.options import Changes, Options
from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build

BETWEEN = "\x1f"
RELATIONSHIPS, ARGUMENTS = "relationships.csv", "import.args"
ALWAYS_ARRAYS = frozenset({"altLabel"})  # further names: a list even in a build where nothing has two of them
TOLD = "a list in Neo4j's CSV cannot hold U+001F, which is written as its picture ␟"


def write_neo4j(build: Build, options: Options, folder: Path) -> tuple[str, ...]:
    """The property graph of the part, as files in `folder`."""
    graph, told = PropertyGraph(build, options.part), Changes(TOLD)
    for columns in graph.node_columns.values():
        for name in ALWAYS_ARRAYS & columns.keys():
            columns[name].many = True
    files = {kind: f"nodes-{kind}.csv" for kind in graph.node_columns}
    with ExitStack() as stack:
        nodes = {kind: stack.enter_context(writing_whole(folder / name)) for kind, name in files.items()}
        for kind, columns in graph.node_columns.items():
            _write_line(nodes[kind], ["iri:ID", ":LABEL", "label:string", *map(_header, columns.values())])
        for node in graph.nodes():
            columns = graph.node_columns[node.kind]
            cells = [_cell(columns[name], node.properties.get(name, ()), node.iri, told) for name in columns]
            _write_line(
                nodes[node.kind], [quoted(node.iri), quoted(BETWEEN.join(node.classes)), quoted(node.label), *cells]
            )
    with writing_whole(folder / RELATIONSHIPS) as file:
        columns = graph.edge_columns
        _write_line(file, [":START_ID", ":END_ID", ":TYPE", *map(_header, columns.values())])
        for edge in graph.edges():
            values = ([edge.properties[name]] if name in edge.properties else () for name in columns)
            cells = [_cell(column, each, edge.id, told) for column, each in zip(columns.values(), values, strict=True)]
            _write_line(file, [quoted(edge.source), quoted(edge.target), quoted(edge.relation), *cells])
    with writing_whole(folder / ARGUMENTS) as file:
        file.write("\n".join(arguments(files.values())).encode())
    return told.remarks()


def arguments(files: Iterable[str]) -> list[str]:
    """The options of the importer for these files of nodes, one a line, to be run in their folder."""
    return [
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        *(f"--nodes={name}" for name in files),
        f"--relationships={RELATIONSHIPS}",
        "",
    ]


def quoted(text: str) -> str:
    """`text` between quotes, its own doubled.

    >>> quoted('甲"乙\\n')
    '"甲""乙\\n"'
    """
    return '"' + text.replace('"', '""') + '"'


def _header(column: Column) -> str:
    return f"{column.name}:{column.declared}{'[]' if column.many else ''}"


def _cell(column: Column, values: Iterable[Value], where: str, told: Changes) -> str:
    texts = [text for _, text in values]
    if not texts:
        return ""
    if column.many:
        for text in texts:
            if BETWEEN in text:
                told.note(f"{where} {column.name}")
        return quoted(BETWEEN.join(text.replace(BETWEEN, "\u241f") for text in texts))
    return quoted(texts[0]) if column.declared == "string" else texts[0]


def _write_line(file: BinaryIO, cells: Iterable[str]) -> None:
    file.write((",".join(cells) + "\n").encode())
