"""GraphML as networkx and igraph read it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hostile import HOSTILE_NAMES

from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build
from kg.graph.exports.xml_text import changes, xml_text

from .builds import exported, exported_with_remarks, iri, write_build

CASTS = {"long": int, "double": float}


def expected_edges(graph: PropertyGraph) -> dict[str, tuple[str, str, dict[str, object]]]:
    return {
        edge.id: (
            edge.source,
            edge.target,
            {"relation": edge.relation}
            | {
                name: CASTS.get(graph.edge_columns[name].declared, str)(text)
                for name, (_, text) in edge.properties.items()
            },
        )
        for edge in graph.edges()
    }


def test_has_the_same_facts_to_networkx(build: Build) -> None:
    read = nx.read_graphml(io.BytesIO(exported(build, "graphml")), force_multigraph=True)
    graph = PropertyGraph(build, "graph")
    columns = graph.all_node_columns()
    assert read.is_directed()
    for node in graph.nodes():
        found = dict(read.nodes[node.iri])
        assert (found.pop("label"), found.pop("kind"), found.pop("classes").split()) == (
            node.label, node.kind, list(node.classes),
        )  # fmt: skip
        for name, values in node.properties.items():
            texts = [text for _, text in values]
            value = found.pop(name)
            assert value == CASTS.get(columns[name].declared, str)(texts[0]) if not columns[name].many else texts
        assert found == {}
    assert len(read) == sum(1 for _ in graph.nodes())
    assert {
        key: (source, target, {name: value for name, value in own.items() if name != "id"})
        for source, target, key, own in read.edges(keys=True, data=True)
    } == expected_edges(graph)


def test_has_the_same_facts_to_igraph(build: Build, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    (tmp_path / "x.graphml").write_bytes(exported(build, "graphml"))
    read = igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml"))
    graph = PropertyGraph(build, "graph")
    assert [(v["id"], v["label"], v["kind"]) for v in read.vs] == [(n.iri, n.label, n.kind) for n in graph.nodes()]
    ids = read.vs["id"]
    assert sorted((ids[e.source], e["relation"], ids[e.target], e["quote"]) for e in read.es) == sorted(
        (edge.source, edge.relation, edge.target, edge.properties.get("quote", ("", ""))[1]) for edge in graph.edges()
    )
    assert 500_000_000 in read.vs["investsCNY"]


def test_keeps_parallel_edges(tmp_path: Path) -> None:
    triples = [ox.Triple(iri("id:a"), iri(name), iri("id:b")) for name in ("kg:leads", "kg:inspects", "org:holds")]
    build = write_build(tmp_path, [*triples, ox.Triple(iri("id:b"), iri("kg:leads"), iri("id:b"))], [])
    read = nx.read_graphml(io.BytesIO(exported(build, "graphml")))
    assert sorted(relation for *_, relation in read.edges(data="relation")) == ["holds", "inspects", "leads", "leads"]


def test_hostile_names_come_back_as_the_very_same_text(hostile: Build, tmp_path: Path) -> None:
    content, remarks = exported_with_remarks(hostile, "graphml")
    pictured = [xml_text(name, "", changes()) for name in HOSTILE_NAMES]
    assert sum(one != other for one, other in zip(pictured, HOSTILE_NAMES, strict=True)) == 1
    assert "4 texts: XML cannot hold their control characters" in remarks[0]
    read = nx.read_graphml(io.BytesIO(content))
    names = {name: own for name, own in read.nodes(data=True) if own["kind"] == "Project"}
    assert [own["label"] for own in names.values()] == pictured
    assert [own["name"] for own in names.values()] == pictured
    assert [json.loads(own["altLabel"]) for own in names.values()] == [[f"{n}乙", f"{n}甲"] for n in HOSTILE_NAMES]
    quotes = {target: own["quote"] for _, target, own in read.edges(data=True)}
    assert [quotes[name] for name in names] == pictured
    igraph = pytest.importorskip("igraph")
    (tmp_path / "x.graphml").write_bytes(content)
    assert igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml")).vs["label"][1:] == pictured


def test_the_same_build_gives_the_same_bytes(build: Build) -> None:
    assert exported(build, "graphml") == exported(Build(build.folder), "graphml")
