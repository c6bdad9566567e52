"""CSV as Neo4j's importer wants it, read by Python's csv module and by pandas."""

from __future__ import annotations

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest
from hostile import HOSTILE_NAMES

from kg.graph.exports.neo4j import ARGUMENTS, BETWEEN, RELATIONSHIPS, write_neo4j
from kg.graph.exports.options import Options
from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build

from .builds import iri, write_build


def written(build: Build, folder: Path) -> tuple[str, ...]:
    return write_neo4j(build, Options("graph"), folder)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_node_is_in_the_file_of_its_kind(build: Build, tmp_path: Path) -> None:
    assert written(build, tmp_path) == ()
    graph = PropertyGraph(build, "graph")
    found = {row["iri:ID"]: (path.name, row) for path in tmp_path.glob("nodes-*.csv") for row in rows(path)}
    for node in graph.nodes():
        name, row = found.pop(node.iri)
        assert name == f"nodes-{node.kind}.csv"
        assert (row["label:string"], tuple(row[":LABEL"].split(BETWEEN))) == (node.label, node.classes)
        values = {column.split(":")[0]: text for column, text in row.items() if text and not column.startswith(":")}
        assert {name: tuple(text.split(BETWEEN)) for name, text in values.items() if name not in ("iri", "label")} == {
            name: tuple(text for _, text in texts) for name, texts in node.properties.items()
        }
    assert found == {}


def test_every_edge_is_a_relationship_between_nodes_that_are_there(build: Build, tmp_path: Path) -> None:
    written(build, tmp_path)
    ids = {row["iri:ID"] for path in tmp_path.glob("nodes-*.csv") for row in rows(path)}
    found = rows(tmp_path / RELATIONSHIPS)
    assert {row[key] for row in found for key in (":START_ID", ":END_ID")} <= ids
    assert [
        (row[":START_ID"], row[":TYPE"], row[":END_ID"], row["quote:string"], row["support:long"]) for row in found
    ] == [
        (
            e.source,
            e.relation,
            e.target,
            e.properties.get("quote", ("", ""))[1],
            e.properties.get("support", ("", ""))[1],
        )
        for e in PropertyGraph(build, "graph").edges()
    ]


def test_headers_have_the_types_of_the_importer(build: Build, tmp_path: Path) -> None:
    written(build, tmp_path)

    def header(name: str) -> list[str]:
        return (tmp_path / name).read_text("utf-8").split("\n")[0].split(",")

    assert header("nodes-Project.csv") == ["iri:ID", ":LABEL", "label:string", "investsCNY:long", "name:string"]
    assert header("nodes-County.csv") == [
        "iri:ID", ":LABEL", "label:string", "altLabel:string[]", "name:string", "notation:string",
    ]  # fmt: skip
    assert header("nodes-Meeting.csv")[-1] == "startDate:date"
    relationships = header(RELATIONSHIPS)
    assert relationships[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {"confidence:double", "support:long", "datePublished:date", "firstSeen:date", "quote:string"} <= {
        *relationships
    }


def test_further_names_are_a_list_though_none_has_two(tmp_path: Path) -> None:
    triples = [
        ox.Triple(iri("id:a"), iri("rdf:type"), iri("kg:County")),
        ox.Triple(iri("id:a"), iri("skos:altLabel"), ox.Literal("甲", language="zh")),
    ]
    written(write_build(tmp_path, triples, []), tmp_path)
    (row,) = rows(tmp_path / "nodes-County.csv")
    assert (row["altLabel:string[]"], row[":LABEL"].split(BETWEEN)) == ("甲", ["County", "AdministrativeArea"])


def test_the_arguments_name_every_file(build: Build, tmp_path: Path) -> None:
    written(build, tmp_path)
    arguments = (tmp_path / ARGUMENTS).read_text("utf-8").splitlines()
    assert arguments[:2] == ["--array-delimiter=U+001F", "--multiline-fields=true"]
    named = {argument.split("=", 1)[1] for argument in arguments[2:]}
    assert named == {path.name for path in tmp_path.glob("*.csv")}
    assert arguments[-1] == "--relationships=relationships.csv"


def test_hostile_names_come_back_as_the_very_same_text(hostile: Build, tmp_path: Path) -> None:
    assert written(hostile, tmp_path) == ()
    found = rows(tmp_path / "nodes-Project.csv")
    assert [row["label:string"] for row in found] == list(HOSTILE_NAMES)
    assert [row["name:string"] for row in found] == list(HOSTILE_NAMES)
    assert [row["altLabel:string[]"].split(BETWEEN) for row in found] == [[f"{n}乙", f"{n}甲"] for n in HOSTILE_NAMES]
    assert [row["quote:string"] for row in rows(tmp_path / RELATIONSHIPS)] == list(HOSTILE_NAMES)


def test_hostile_names_come_back_to_pandas(hostile: Build, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    written(hostile, tmp_path)
    frame = pandas.read_csv(tmp_path / "nodes-Project.csv", keep_default_na=False, dtype=str)
    assert list(frame["name:string"]) == list(HOSTILE_NAMES)
    assert list(pandas.read_csv(tmp_path / RELATIONSHIPS, keep_default_na=False)["quote:string"]) == list(HOSTILE_NAMES)


def test_an_empty_text_is_not_taken_for_none(tmp_path: Path) -> None:
    triples = [
        ox.Triple(iri("id:a"), iri("schema:name"), ox.Literal("")),
        ox.Triple(iri("id:b"), iri("kg:industry"), ox.Literal("x")),
    ]
    written(write_build(tmp_path, triples, []), tmp_path)
    lines = (tmp_path / "nodes-Thing.csv").read_text("utf-8").splitlines()
    assert lines[1].endswith(',,""') and lines[2].endswith(',"x",')


def test_a_list_with_its_own_separator_in_it_is_told(tmp_path: Path) -> None:
    triples = [ox.Triple(iri("id:a"), iri("skos:altLabel"), ox.Literal(name)) for name in (f"甲{BETWEEN}乙", "丙")]
    remarks = written(write_build(tmp_path, triples, []), tmp_path)
    (remark,) = remarks
    assert remark.startswith("1 text: a list in Neo4j's CSV cannot hold U+001F, which is written as its picture ␟")
    assert remark.endswith(f"(first: {iri('id:a').value} altLabel)")
    (row,) = rows(tmp_path / "nodes-Thing.csv")
    assert row["altLabel:string[]"].split(BETWEEN) == ["丙", "甲␟乙"]
