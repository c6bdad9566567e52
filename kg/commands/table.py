"""The answer to a query as text: an aligned table, CSV, JSON, Turtle.

Names and quotes come from articles, and articles are hostile: they never reach the terminal as control sequences or
reordered text, nor a spreadsheet as a formula.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pyoxigraph as ox
from rich.cells import cell_len, set_cell_size

from kg.graph.query import PREFIXES, QueryAnswer, Term, text_of
from kg.graph.query_guard import QueryError
from kg.graph.vocabulary import shorten
from kg.sources.record import printable

XSD = PREFIXES["xsd"]
RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
NUMERIC = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "gYear", "int", "long"))
NARROWEST = 8  # columns that a shrunk column keeps: three Chinese characters and the ellipsis
FORMULA = tuple("=+-@\t\n＝＋－＠")  # OWASP, "CSV Injection"; Excel takes the full-width signs in Chinese locales
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def as_table(answer: QueryAnswer, width: int | None = None, whole: int = 0) -> str:
    """`answer` in columns aligned for a terminal, where a Chinese character is two columns wide.

    IRIs are shortened by the common prefixes (a query wants the slash of `id:area/371426` as `\\/`), numbers stand to
    the right, an unbound variable is blank. With a `width` the widest columns are cut, with an ellipsis, until a line
    fits (but no column below eight, and none of the first `whole`); the last line says that they were.

    >>> print(as_table(QueryAnswer(("县", "n"), ((ox.Literal("齐河县"), ox.Literal(7)), (ox.Literal("ab"), None)))))
    县      n
    ──────  ─
    齐河县  7
    ab
    (2 rows)
    """
    if answer.boolean is not None:
        return _boolean(answer.boolean)
    prefixes = answer.prefixes
    cells = [[_cell(term, prefixes) for term in row] for row in answer.solutions]
    columns = list(zip(answer.variables, *cells, strict=True))
    widths = [max(map(cell_len, column)) for column in columns]
    uncut = sum(widths)
    if width is not None:
        rest = widths[whole:]
        _shrink(rest, width - sum(widths[:whole]) - 2 * whole)
        widths[whole:] = rest
    right = [any(_is_number(row[i]) for row in answer.solutions) for i in range(len(columns))]
    lines = [_line(answer.variables, widths, right), "  ".join("─" * each for each in widths)]
    lines += (_line(row, widths, right) for row in cells)
    count = f"{len(cells):,} {'row' if len(cells) == 1 else 'rows'}"
    said = f"the first {count}, more were left out" if answer.truncated else count
    cut = "; cut to fit the terminal" if sum(widths) < uncut else ""
    return "\n".join([*lines, f"({said}{cut})"])


def as_csv(answer: QueryAnswer) -> str:
    """`answer` as CSV: a line of names, commas, quotes where needed, line feeds; to be written as UTF-8.

    A cell that a spreadsheet would take for a formula (see `csv_cell`) gets an apostrophe before it; numbers stay as
    they are. An unbound variable is an empty cell.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if answer.boolean is not None:
        return f"answer\n{_boolean(answer.boolean)}\n"
    writer.writerow(answer.variables)
    for row in answer.solutions:
        writer.writerow(
            ["" if term is None else text_of(term) if _is_number(term) else csv_cell(text_of(term)) for term in row]
        )
    return text.getvalue()


def csv_cell(text: str) -> str:
    r"""`text` as a cell that no spreadsheet runs and no terminal obeys.

    One that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break gets an apostrophe before
    it; control characters and bidi overrides are escaped, tabs are kept, a line break is a line feed (not every csv
    module quotes a lone carriage return).

    >>> csv_cell('=HYPERLINK("http://a")'), csv_cell("a\x1b[2J")
    ('\'=HYPERLINK("http://a")', 'a\\x1b[2J')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(char if char in "\t\n" or not _is_unseen(char) else printable(char) for char in text)
    return f"'{text}" if text.startswith(FORMULA) else text


def plain_cell(cell: str) -> str:
    """The text of a cell that `csv_cell` made, without the apostrophe before a formula.

    >>> plain_cell(csv_cell("=1+1")), plain_cell("平原县")
    ('=1+1', '平原县')
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def as_json(answer: QueryAnswer) -> str:
    """`answer` as SPARQL 1.1 Query Results JSON; triples as JSON-LD. Characters that are not seen are escaped.

    >>> print(as_json(QueryAnswer(boolean=True)))
    {
      "head": {},
      "boolean": true
    }
    """
    if answer.triples is not None:
        document = json.loads(ox.serialize(answer.triples, format=ox.RdfFormat.JSON_LD) or b"[]")
    elif answer.boolean is not None:
        document = {"head": {}, "boolean": answer.boolean}
    else:
        bindings = [
            {name: _binding(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
            for row in answer.solutions
        ]
        document = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json_text(document)


def json_text(document: object) -> str:
    """`document` as JSON for people and programs: two spaces deep, characters that are not seen escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _escaped(text, lambda char: json.dumps(char)[1:-1])


def as_turtle(answer: QueryAnswer) -> str:
    """The triples of CONSTRUCT or DESCRIBE as Turtle, sorted, types first, with the common prefixes used.

    Raises QueryError for an answer of rows.
    """
    if answer.triples is None:
        raise QueryError("only CONSTRUCT and DESCRIBE give triples; take table, csv or json for SELECT and ASK")
    iris = {term.value for triple in answer.triples for term in triple if isinstance(term, ox.NamedNode)}
    iris |= {term.datatype.value for triple in answer.triples for term in triple if isinstance(term, ox.Literal)}
    used = {name: iri for name, iri in answer.prefixes.items() if any(each.startswith(iri) for each in iris)}
    ordered = sorted(answer.triples, key=lambda t: (str(t.subject), t.predicate != RDF_TYPE, *map(str, t)))
    turtle = (ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=used) or b"").decode()
    return _escaped(turtle, lambda char: f"\\U{ord(char):08X}").rstrip("\n")


FORMATS: Mapping[str, Callable[[QueryAnswer], str]] = MappingProxyType(
    {
        "table": as_table,
        "csv": as_csv,
        "json": as_json,
        "turtle": as_turtle,
    }
)


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return printable(shorten(term.value, prefixes))
    return printable(text_of(term))


def _is_number(term: Term | None) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value in NUMERIC


def _shrink(widths: list[int], width: int) -> None:
    """Narrow the widest of `widths`, in place, until all with their gaps fit `width`."""
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths, default=0) > NARROWEST:
        widths[widths.index(max(widths))] -= 1


def _line(cells: tuple[str, ...] | list[str], widths: list[int], right: list[bool]) -> str:
    parts = []
    for cell, width, to_right in zip(cells, widths, right, strict=True):
        if cell_len(cell) > width:
            cell = set_cell_size(cell, width - 1).rstrip() + "…"
        gap = " " * (width - cell_len(cell))
        parts.append(gap + cell if to_right else cell + gap)
    return "  ".join(parts).rstrip()


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _binding(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _binding(part) for name, part in parts}}
    binding: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype.value != f"{XSD}string":
        binding["datatype"] = term.datatype.value
    return binding


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in UNSEEN


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    """`text` with what is not seen escaped, except the line feeds and tabs that lay it out."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(escape(char) if char not in "\n\t" and _is_unseen(char) else char for char in text)
