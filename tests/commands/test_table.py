"""How answers look as a table, CSV, JSON and Turtle, hostile names included."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from kg.commands.table import FORMATS, as_csv, as_json, as_table, as_turtle
from kg.graph.query import PREFIXES, QueryAnswer
from kg.graph.query_guard import QueryError

KG = PREFIXES["kg"]
XSD = PREFIXES["xsd"]

HOSTILE = [
    "<script>alert(1)</script>",
    "\"quoted\", 'so', and",
    "line\nbreak\r\nand\ttab",
    "\x1b[31mred\x1b[0m\x07\x08",
    "\x9b2J",
    "abc\u202edcb\u2066x\u2069",
    "zero\u200bwidth\ufeff",
    "\u2028line\u2029paragraph",
    "👨‍👩‍👧 family",
    "长" * 10_000,
    "=cmd|'/c calc'!A1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "\x00null",
]


def rows(*values: object, variables: tuple[str, ...] = ("x",)) -> QueryAnswer:
    solutions = tuple(row if isinstance(row, tuple) else (ox.Literal(row),) for row in values)
    return QueryAnswer(variables, solutions)


class TestTable:
    def test_aligns_wide_characters(self) -> None:
        answer = QueryAnswer(
            ("县", "value"),
            (
                (ox.Literal("齐河县"), ox.Literal("a")),
                (ox.Literal("abc"), ox.Literal("乐陵市")),
            ),
        )
        assert as_table(answer) == "县      value\n──────  ──────\n齐河县  a\nabc     乐陵市\n(2 rows)"

    def test_puts_numbers_to_the_right(self) -> None:
        answer = rows(7, 1_500_000)
        assert as_table(answer).splitlines()[2:4] == ["      7", "1500000"]

    def test_shortens_iris(self) -> None:
        iris = [f"{KG}leads", "http://example.org/a", PREFIXES["id"] + "area/371426", PREFIXES["id"] + "a?b"]
        shown = as_table(rows(*((ox.NamedNode(iri),) for iri in iris))).splitlines()[2:6]
        assert shown == ["kg:leads", "http://example.org/a", "id:area/371426", PREFIXES["id"] + "a?b"]

    def test_says_how_many_rows_and_whether_that_is_all(self) -> None:
        assert as_table(rows("a")).endswith("(1 row)")
        assert as_table(rows()).endswith("(0 rows)")
        assert as_table(QueryAnswer(("x",), truncated=True)).endswith("(the first 0 rows, more were left out)")

    def test_of_ask_is_a_word(self) -> None:
        assert as_table(QueryAnswer(boolean=False)) == "false"

    def test_of_no_variables(self) -> None:
        assert as_table(QueryAnswer((), ((),))).endswith("(1 row)")

    def test_says_that_it_was_cut_and_keeps_the_columns_that_are_wanted_whole(self) -> None:
        answer = QueryAnswer(("name", "title"), ((ox.Literal("a" * 30), ox.Literal("b" * 60)),))
        shown = as_table(answer, 60, whole=1)
        assert "a" * 30 + "  bbb" in shown and "b…" in shown
        assert shown.endswith("(1 row; cut to fit the terminal)")
        assert as_table(answer, 92).endswith("(1 row)")

    def test_fits_a_width(self) -> None:
        answer = QueryAnswer(("a", "b"), ((ox.Literal("山东省德州市齐河县" * 9), ox.Literal("short")),))
        assert [cell_len(line) <= 40 for line in as_table(answer, 40).splitlines()] == [True] * 4
        assert "…  short" in as_table(answer, 40)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_shows_hostile_text_as_text_on_one_line(self, name: str) -> None:
        table = as_table(rows(name))
        assert table.count("\n") == 3
        assert {unicodedata.category(char) for char in table} & {"Cc", "Cf", "Zl", "Zp"} <= {"Cc"}
        assert not any(unicodedata.category(char) == "Cc" for char in table if char != "\n")


class TestCsv:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_holds_no_formula_and_is_read_back(self, name: str) -> None:
        read = list(csv.reader(io.StringIO(as_csv(rows(name)), newline="")))
        assert (len(read), read[0]) == (2, ["x"])
        assert not read[1][0].startswith(tuple("=+-@\t\r＝＋－＠"))

    @pytest.mark.parametrize("name", ["平原县", '说"好"', "a,b", "a\nb", "  a", "'a"])
    def test_keeps_plain_text(self, name: str) -> None:
        assert list(csv.reader(io.StringIO(as_csv(rows(name)), newline="")))[1] == [name]

    def test_keeps_numbers(self) -> None:
        assert as_csv(rows(-5, -2.5)) == "x\n-5\n-2.5\n"

    def test_leaves_unbound_cells_empty(self) -> None:
        answer = QueryAnswer(("x", "y"), ((None, ox.NamedNode(f"{KG}leads")),))
        assert as_csv(answer) == f"x,y\n,{KG}leads\n"

    def test_of_ask(self) -> None:
        assert as_csv(QueryAnswer(boolean=True)) == "answer\ntrue\n"


class TestJson:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_is_read_back_unchanged_and_shows_nothing_unseen(self, name: str) -> None:
        text = as_json(rows(name))
        assert json.loads(text)["results"]["bindings"] == [{"x": {"type": "literal", "value": name}}]
        assert text.replace("\n", "").isprintable()

    def test_is_what_an_engine_reads(self) -> None:
        answer = QueryAnswer(
            ("a", "b", "c"),
            (
                (ox.NamedNode(f"{KG}leads"), ox.Literal("齐河县", language="zh"), None),
                (ox.BlankNode("n"), ox.Literal("2022", datatype=ox.NamedNode(f"{XSD}gYear")), ox.Literal("x")),
            ),
        )
        solutions = ox.parse_query_results(as_json(answer), format=ox.QueryResultsFormat.JSON)
        assert isinstance(solutions, ox.QuerySolutions)
        assert [variable.value for variable in solutions.variables] == ["a", "b", "c"]
        assert [tuple(solution) for solution in solutions] == list(answer.solutions)

    def test_of_triples_is_json_ld(self) -> None:
        triple = ox.Triple(ox.NamedNode(f"{KG}a"), ox.NamedNode(f"{KG}leads"), ox.Literal("长\u202e"))
        text = as_json(QueryAnswer(triples=(triple,)))
        assert [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)] == [triple]

    def test_of_no_triples(self) -> None:
        assert json.loads(as_json(QueryAnswer(triples=()))) == []


class TestTurtle:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_is_read_back_unchanged_and_shows_nothing_unseen(self, name: str) -> None:
        triple = ox.Triple(ox.NamedNode(f"{KG}a"), ox.NamedNode(f"{KG}leads"), ox.Literal(name))
        text = as_turtle(QueryAnswer(triples=(triple,)))
        assert [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)] == [triple]
        assert text.replace("\n", "").replace("\t", "").isprintable()

    def test_declares_the_prefixes_it_uses(self) -> None:
        triple = ox.Triple(ox.NamedNode(f"{KG}a"), ox.NamedNode(f"{KG}leads"), ox.Literal("b"))
        text = as_turtle(QueryAnswer(triples=(triple,)))
        assert "@prefix kg:" in text
        assert "foaf" not in text

    def test_is_refused_for_rows(self) -> None:
        with pytest.raises(QueryError, match="CONSTRUCT"):
            as_turtle(rows("a"))


def test_every_format_takes_every_answer() -> None:
    triple = ox.Triple(ox.NamedNode(f"{KG}a"), ox.NamedNode(f"{KG}leads"), ox.NamedNode(f"{KG}b"))
    triples = QueryAnswer(("subject", "predicate", "object"), (tuple(triple),), None, (triple,))
    for name, render in FORMATS.items():
        assert render(triples)
        if name != "turtle":
            assert render(rows("a"))
            assert render(QueryAnswer(boolean=True))
