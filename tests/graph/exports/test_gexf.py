"""GEXF as networkx and graphology read it, with what Gephi looks for."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hostile import HOSTILE_NAMES
from lxml import etree

from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build
from kg.graph.exports.xml_text import changes, xml_text

from .builds import exported, exported_with_remarks, iri, write_build
from .test_graphml import CASTS, expected_edges

SPACES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def test_has_the_same_facts_to_networkx(build: Build) -> None:
    read = nx.read_gexf(io.BytesIO(exported(build, "gexf")), version="1.3")
    graph = PropertyGraph(build, "graph")
    columns = graph.all_node_columns()
    assert read.is_directed()
    for node in graph.nodes():
        found = dict(read.nodes[node.iri])
        assert (found.pop("label"), found.pop("kind"), found.pop("classes").split()) == (
            node.label, node.kind, list(node.classes),
        )  # fmt: skip
        for name, values in node.properties.items():
            assert found.pop(name) == CASTS.get(columns[name].declared, str)(values[0][1]) or columns[name].many
        assert found == {}
    assert {
        own["id"]: (
            source,
            target,
            {name: value for name, value in own.items() if name not in ("id", "weight", "label")},
        )
        for source, target, own in read.edges(data=True)
    } == expected_edges(graph)


def test_has_the_same_facts_to_graphology(build: Build, node: Callable[[str, bytes], bytes]) -> None:
    read = json.loads(node("gexf.js", exported(build, "gexf", County="#a05fd6")))
    graph = PropertyGraph(build, "graph")
    assert (read["type"], len(read["nodes"])) == ("directed", sum(1 for _ in graph.nodes()))
    by_iri = {each["key"]: each["attributes"] for each in read["nodes"]}
    assert {iri: own["label"] for iri, own in by_iri.items()} == {each.iri: each.label for each in graph.nodes()}
    assert {own.get("color") for own in by_iri.values() if own["kind"] == "County"} == {"rgb(160,95,214)"}
    assert 500_000_000 in {own.get("investsCNY") for own in by_iri.values()}
    assert {
        each["key"]: (each["source"], each["target"], each["attributes"].get("quote")) for each in read["edges"]
    } == {
        edge.id: (edge.source, edge.target, edge.properties["quote"][1] if "quote" in edge.properties else None)
        for edge in graph.edges()
    }


def test_keeps_parallel_edges_apart_by_kind(tmp_path: Path, node: Callable[[str, bytes], bytes]) -> None:
    triples = [ox.Triple(iri("id:a"), iri(name), iri("id:b")) for name in ("kg:leads", "kg:inspects", "org:holds")]
    build = write_build(tmp_path, [*triples, ox.Triple(iri("id:b"), iri("rdf:type"), iri("kg:County"))], [])
    content = exported(build, "gexf")
    edges = etree.fromstring(content).findall(".//g:edge", SPACES)
    assert sorted(edge.get("kind", "") for edge in edges) == ["holds", "inspects", "leads"]
    assert len({edge.get("id") for edge in edges}) == 3
    read = nx.read_gexf(io.BytesIO(content), version="1.3")
    assert sorted(relation for *_, relation in read.edges(data="relation")) == ["holds", "inspects", "leads"]
    assert len(json.loads(node("gexf.js", content))["edges"]) == 3


def test_an_edge_weighs_as_many_articles_as_say_so(build: Build) -> None:
    edges = etree.fromstring(exported(build, "gexf")).findall(".//g:edge", SPACES)
    weights = {(edge.get("kind"), edge.get("weight")) for edge in edges}
    assert {("hosts", "2"), ("builds", "1"), ("containedInPlace", "1")} <= weights


def test_is_drawn_in_the_colours_given(build: Build) -> None:
    root = etree.fromstring(exported(build, "gexf", Official="#d1495b"))
    drawn = {
        node.get("label"): dict(colour.attrib)
        for node in root.findall(".//g:node", SPACES)
        if (colour := node.find("viz:color", SPACES)) is not None
    }
    assert drawn == {"张伟": {"r": "209", "g": "73", "b": "91"}}


def test_hostile_names_come_back_as_the_very_same_text(hostile: Build, node: Callable[[str, bytes], bytes]) -> None:
    content, remarks = exported_with_remarks(hostile, "gexf")
    assert "4 texts: XML cannot hold their control characters" in remarks[0]
    pictured = [xml_text(name, "", changes()) for name in HOSTILE_NAMES]
    read = nx.read_gexf(io.BytesIO(content), version="1.3")
    assert [own["label"] for _, own in read.nodes(data=True)][1:] == pictured
    other = json.loads(node("gexf.js", content))
    assert [each["attributes"]["label"] for each in other["nodes"]][1:] == pictured
    assert [json.loads(each["attributes"]["altLabel"])[0] for each in other["nodes"][1:]] == [
        n + "乙" for n in HOSTILE_NAMES
    ]
    assert sorted(each["attributes"]["quote"] for each in other["edges"]) == sorted(pictured)


def test_holds_no_date_of_making_and_the_same_bytes_each_time(build: Build) -> None:
    content = exported(build, "gexf")
    assert content == exported(Build(build.folder), "gexf")
    assert not re.search(rb"lastmodifieddate", content)
    assert {date for date in re.findall(rb"\d{4}-\d\d-\d\d", content)} == {b"2021-05-06", b"2022-01-10"}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_of_a_build_without_evidence_is_written_too(tmp_path: Path, name: str) -> None:
    build = write_build(tmp_path, [ox.Triple(iri("id:a"), iri("kg:leads"), iri("id:b"))], [])
    assert b"leads" in exported(build, name)
