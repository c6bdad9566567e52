"""`kg query`: saved queries with their options, SPARQL text, files, standard input, and what is said when it cannot."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Kg, ended, started
from rich.cells import cell_len

from kg.graph import saved_queries
from tests.hostile import HOSTILE_NAMES

GRAPH = ROOT / "tests" / "graph" / "saved_queries.ttl"
NAMES = "SELECT ?name { ?x kg:leads/rdfs:label ?name } ORDER BY ?name"


class TestSavedQuery:
    def test_takes_its_parameters_as_options_in_any_place(self, kg: Kg) -> None:
        answers = {
            kg("query", *words).out
            for words in (
                ("projects", "--area", "青溪县", "-g", GRAPH),
                ("projects", "--area=青溪县", "-g", GRAPH),
                ("--area", "青溪县", "-g", GRAPH, "projects"),
                ("-g", GRAPH, "--area", "990121", "projects"),
                ("-f", "table", "-g", GRAPH, "--area", "青溪", "--", "projects"),
            )
        }
        (answer,) = answers
        assert "竹纤维项目" in answer and "东湖大桥" not in answer

    def test_table_is_aligned_for_wide_characters(self, kg: Kg) -> None:
        header, rule, *rows, count = kg("query", "builders", "-g", GRAPH).out.splitlines()
        starts = [cell_len(header[: header.index(name)]) for name in ("project", "place")]
        assert [len(part) for part in rule.split("  ")] == [8, 10, 6, 9]
        for row in rows:
            for start in starts:
                assert cell_len(row[: next(i for i in range(len(row)) if cell_len(row[:i]) == start)]) == start
        assert count == "(3 rows)"

    def test_help_tells_its_titles_and_parameters(self, kg: Kg) -> None:
        done = kg("query", "targets", "--help")
        assert done.code == 0
        for said in ("目标：各地的指标", "Targets by area and year", "--area AREA", "--year INTEGER", "--graph"):
            assert said in done.out
        assert "[required]" in kg("query", "posts", "--help").out
        assert "[default: 0.7]" in " ".join(kg("query", "doubtful", "--help").out.split())

    def test_is_shown_with_its_values_and_asked_again_as_text(self, kg: Kg) -> None:
        shown = kg("query", "leaders", "--area", "青溪县", "--show")
        assert 'VALUES ?area { "青溪县" }' in shown.out
        assert kg("query", shown.out, "-g", GRAPH).out == kg("query", "leaders", "--area", "青溪县", "-g", GRAPH).out

    def test_of_ones_own_file_takes_parameters_too(self, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "mine.rq").write_text(saved_queries.get("leaders").sparql, "utf-8")
        mine = kg("query", tmp_path / "mine.rq", "--area", "青溪县", "-g", GRAPH)
        assert mine.out == kg("query", "leaders", "--area", "青溪县", "-g", GRAPH).out
        (tmp_path / "mine.rq").write_text("# parameter: area | 地区 | area\nASK {}", "utf-8")
        done = kg("query", tmp_path / "mine.rq", "-g", GRAPH)
        assert (done.code, done.out) == (2, "")
        assert "kg: mine.rq: there is no title" in done.err

    def test_notes_go_to_standard_error(self, kg: Kg) -> None:
        done = kg("query", "projects", "--area", "东湖区", "-g", GRAPH, "-f", "csv")
        assert done.code == 0
        assert done.out.startswith("place,name,class")
        assert done.err.startswith("kg: '东湖区' is the name of 2 (")

    def test_is_told_that_rows_were_left_out(self, kg: Kg) -> None:
        assert "only the first 1 rows" in kg("query", "projects", "--limit", "1", "-g", GRAPH).err


class TestList:
    def test_names_every_query_with_titles_and_parameters(self, kg: Kg) -> None:
        done = kg("query", "--list")
        assert done.code == 0
        lines = {line.split(" ")[0]: line for line in done.out.splitlines()}
        for name, query in saved_queries.catalogue().items():
            assert query.title_zh in lines[name] and query.title_en in lines[name]
            assert all(parameter.option in lines[name] for parameter in query.parameters)

    def test_comes_in_the_other_formats(self, kg: Kg) -> None:
        rows = list(csv.reader(io.StringIO(kg("query", "--list", "-f", "csv").out)))
        assert [row[0] for row in rows[1:]] == list(saved_queries.catalogue())
        assert json.loads(kg("query", "-f", "json", "--list").out)["head"]["vars"][0] == "name"


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["leaders", "--area", "清溪县"], "kg: the graph has no area '清溪县'. Did you mean 青溪县"),
            (["laeders"], "kg: there is no saved query 'laeders'. Did you mean leaders"),
            (["领导"], "Did you mean leaders"),
            (["leaders", "--aera", "青溪县"], "--area"),
            (["posts"], "kg: posts asks for person"),
            (["targets", "--year", "next"], "kg: year is of type integer, such as 2022, not 'next'"),
            (["leaders", "--area"], "requires an argument"),
            ([NAMES, "--area", "青溪县"], "No such option"),
            (["nothing.rq"], "kg: cannot read the query nothing.rq"),
            (["SELECT nonsense"], "no valid SPARQL"),
            (["谁是青溪县的书记?"], "neither SPARQL (SELECT …) nor a saved query"),
            ([""], "neither SPARQL (SELECT …) nor a saved query"),
            (["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], "SERVICE is not allowed"),
            (["leaders", "-f", "turtle"], "kg: only CONSTRUCT and DESCRIBE give triples"),
            ([], "Missing argument 'QUERY'"),
        ],
    )
    def test_is_told_and_ends_with_2(self, kg: Kg, words: list[str], said: str) -> None:
        done = kg("query", "-g", GRAPH, *words)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert "Traceback" not in done.err

    def test_no_graph(self, kg: Kg, tmp_path: Path) -> None:
        done = kg("query", "leaders", "-g", tmp_path / "none")
        assert (done.code, done.out) == (2, "")
        assert "Build first" in done.err


class TestSparql:
    def test_is_taken_as_text_file_and_standard_input(self, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "question.rq").write_text(NAMES, "utf-8")
        (tmp_path / "question").write_text(f"# a remark\n{NAMES}", "utf-8")
        answers = {
            kg("query", text, "-g", GRAPH).out for text in (NAMES, tmp_path / "question.rq", tmp_path / "question")
        }
        piped = subprocess.run(
            [sys.executable, "-m", "kg.commands.main", "query", "-", "-g", GRAPH],
            input=NAMES.encode(), stdout=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        answers.add(piped.stdout.decode())
        assert len(answers) == 1
        assert "青溪县" in answers.pop()

    def test_of_few_characters_is_no_name(self, kg: Kg) -> None:
        assert kg("query", "ASK{}", "-g", GRAPH).out == "true\n"
        done = kg("query", "DESCRIBE<https://w3id.org/county-kg/id/firm>", "-g", GRAPH, "-f", "turtle")
        assert "松风集团" in done.out and done.out.endswith(".\n")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph with thirty counties more, of hostile names, which one official leads."""
    counties = "".join(
        f"id:h{number} a kg:County ; rdfs:label {name}@zh ; schema:name {name} ; skos:notation '{number:03}' .\n"
        f"id:lin kg:leads id:h{number} .\n"
        for number, name in enumerate(str(ox.Literal(name)) for name in HOSTILE_NAMES)
    )
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "graph.ttl").write_text(GRAPH.read_text("utf-8") + counties, "utf-8")
    return folder


class TestHostileNames:
    def test_are_text_in_every_format(self, kg: Kg, graph: Path) -> None:
        ask = ("query", "leaders", "-g", graph)
        table = kg(*ask).out.splitlines()
        assert len(table) == 2 + 32 + 1 and all(line.isprintable() for line in table)
        rows = list(csv.reader(io.StringIO(kg(*ask, "-f", "csv").out, newline="")))[1:31]
        assert [row[1:3] for row in rows] == [[f"{number:03}", "林知远"] for number in range(30)]
        assert not any(row[0].startswith(tuple("=+-@\t\r＝＋－＠")) for row in rows)
        text = kg(*ask, "-f", "json").out
        assert text.replace("\n", "").isprintable()
        assert [row["place"]["value"] for row in json.loads(text)["results"]["bindings"]][:30] == list(HOSTILE_NAMES)
        turtle = kg("query", "about", "--name", "林知远", "-g", graph, "-f", "turtle").out
        assert turtle.replace("\n", "").replace("\t", "").isprintable()
        labels = {quad.object for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
        assert {ox.Literal(name, language="zh") for name in HOSTILE_NAMES} <= labels

    @pytest.mark.parametrize(("number", "name"), list(enumerate(HOSTILE_NAMES)), ids=range(30))
    def test_are_found_by_name(self, kg: Kg, graph: Path, number: int, name: str) -> None:
        done = kg("query", "leaders", "--area", name, "-g", graph, "-f", "csv")
        assert (done.code, done.err) == (0, "")
        (row,) = list(csv.reader(io.StringIO(done.out, newline="")))[1:]
        assert row[1] == f"{number:03}"

    @pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(30))
    def test_are_text_where_a_query_is_to_stand(self, kg: Kg, name: str) -> None:
        done = kg("query", "-g", GRAPH, "--", name)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err and done.err.replace("\n", "").isprintable()

    def test_are_text_where_the_graph_lacks_them(self, kg: Kg) -> None:
        done = kg("query", "leaders", "--area", "\x1b[2J\u202e甲\n" * 9, "-g", GRAPH)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(r"kg: the graph has no area '\x1b[2J\u202e甲\n")
        assert done.err.count("\n") == 1 and done.err.removesuffix("\n").isprintable()


def test_a_bar_of_the_shell_does_not_matter() -> None:
    """In a pipe the answer is whole, whatever the terminal."""
    done = ended(started("query", "projects", "-g", GRAPH, COLUMNS="20"))
    assert (done.code, "…" in done.out) == (0, False)
