"""`kg stats`: tables and JSON over a build, hostile names as text, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Kg
from hostile import HOSTILE_NAMES
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS
from rich.cells import cell_len

from kg.analysis.centrality import EXACT_LIMIT

INVENTED = Path(__file__).parents[1] / "analysis" / "invented.ttl"
ID = "https://w3id.org/county-kg/id/"


def document(kg: Kg, *arguments: str | Path) -> dict:
    done = kg("stats", "-f", "json", *arguments)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


class TestTables:
    def test_are_titled_short_and_aligned(self, kg: Kg) -> None:
        done = kg("stats", "-g", INVENTED, "--top", "3")
        assert (done.code, done.err) == (0, "")
        first, *tables = done.out.rstrip("\n").split("\n\n")
        assert first == "28 entities, 17 published edges, 10 of the frame"
        assert [table.split("\n")[0] for table in tables] == [
            "Components: 3",
            "The most central of 28",
            "Communities: 6 (modularity 0.66)",
            "Brokers between counties: 0",
        ]
        for table in tables[:3]:
            _, heads, rule, *rows, count = table.split("\n")
            assert len(rows) <= 3 and count.startswith("(")
            ends = [i for i, char in enumerate(rule) if char == "─" and rule[i + 1 : i + 2] != "─"]
            assert len(ends) == len(heads.split()) and all(cell_len(row) <= len(rule) for row in rows)

    def test_of_one_kind(self, kg: Kg) -> None:
        done = kg("stats", "-g", INVENTED, "--kind", "official", "--kind", "person")
        table = done.out.split("\n\n")[2]
        assert [line.split()[:3] for line in table.split("\n")[3:-1]] == [
            ["林知远", "official", "2"],
            ["何清", "official", "1"],
        ]

    def test_of_a_kind_that_is_not_there(self, kg: Kg) -> None:
        done = kg("stats", "-g", INVENTED, "--kind", "village")
        assert done.code == 0 and "The most central of 0\n\nCommunities" in done.out

    @pytest.mark.parametrize("measure", ["pagerank", "edges", "betweenness"])
    def test_by_a_measure(self, kg: Kg, measure: str) -> None:
        rows = document(kg, "-g", INVENTED, "--by", measure, "--top", "99")["central"]["first"]
        figures = [row[measure] for row in rows]
        assert figures == sorted(figures, reverse=True) and len(set(figures)) > 2


class TestJson:
    def test_holds_all_of_it(self, kg: Kg) -> None:
        found = document(kg, "-g", INVENTED, "--top", "2")
        assert found["network"] == {
            "entities": 28, "published_edges": 17, "frame_edges": 10, "betweenness": "exact",
            "modularity": found["network"]["modularity"],
        }  # fmt: skip
        assert found["components"]["count"] == 3 and len(found["components"]["largest"]) == 2
        assert found["central"]["first"][0]["iri"] == ID + "c1"
        assert found["communities"]["largest"][0]["name"] == "青溪县 · 林知远"
        assert found["brokers"] == {"count": 0, "first": []}

    def test_is_the_same_for_the_folder_and_its_graph(self, kg: Kg, built: Path) -> None:
        """The evidence adds no edge: only past offices, which brokers are told by."""
        folder, graph = (document(kg, "-g", each) for each in (built, built / "graph.ttl"))
        assert folder["network"]["published_edges"] > 50
        assert {**folder, "brokers": None} == {**graph, "brokers": None}

    def test_says_where_betweenness_is_estimated(self, kg: Kg, tmp_path: Path) -> None:
        large = tmp_path / "large.ttl"
        lines = (f"id:o{number} kg:leads id:c{number % 7} ." for number in range(EXACT_LIMIT + 1))
        prefixes = f"@prefix id: <{ID}> . @prefix kg: <https://w3id.org/county-kg/ontology#> .\n"
        large.write_text(prefixes + "\n".join(lines), "utf-8")
        assert document(kg, "-g", large)["network"]["betweenness"] == "estimated from 1000 entities"
        assert "betweenness is estimated from 1,000" in kg("stats", "-g", large).out


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = Graph().parse(INVENTED)
    graph.bind("kg", "https://w3id.org/county-kg/ontology#")
    leads = URIRef("https://w3id.org/county-kg/ontology#leads")
    for number, name in enumerate(HOSTILE_NAMES):
        who = URIRef(f"{ID}h{number}")
        graph.add((who, RDFS.label, Literal(name)))
        graph.add((who, leads, URIRef(f"{ID}c1")))
    file = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    graph.serialize(file, "turtle")
    return file


class TestHostileNames:
    def test_are_one_short_line_in_tables(self, kg: Kg, hostile: Path) -> None:
        out = kg("stats", "-g", hostile, "--top", "99").out
        assert all(line.isprintable() for line in out.split("\n"))
        assert max(map(cell_len, out.split("\n"))) < 120
        assert "</script>" in out and "\\x1b[2J" in out and "长…" in out

    def test_are_themselves_in_json(self, kg: Kg, hostile: Path) -> None:
        out = kg("stats", "-g", hostile, "-f", "json", "--top", "99").out
        assert out.replace("\n", "").isprintable()
        assert set(HOSTILE_NAMES) <= {row["label"] for row in json.loads(out)["central"]["first"]}


class TestCommand:
    def test_says_what_is_not_there(self, kg: Kg, tmp_path: Path) -> None:
        done = kg("stats", "-g", tmp_path / "none")
        assert (done.code, done.out) == (2, "") and "no such file or folder" in done.err

    def test_says_what_is_no_turtle(self, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "graph.ttl").write_text("<a", "utf-8")
        done = kg("stats", "-g", tmp_path)
        assert done.code == 2 and "no valid Turtle" in done.err

    @pytest.mark.parametrize("wrong", [("--kind", "king"), ("--top", "0"), ("-f", "xml"), ("--by", "charm")])
    def test_says_which_option_is_wrong(self, kg: Kg, wrong: tuple[str, str]) -> None:
        done = kg("stats", "-g", INVENTED, *wrong)
        assert done.code == 2 and wrong[0] in done.err

    def test_of_an_empty_graph_is_empty(self, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "graph.ttl").write_text("", "utf-8")
        done = kg("stats", "-g", tmp_path)
        assert done.code == 0 and done.out.startswith("0 entities, 0 published edges")
