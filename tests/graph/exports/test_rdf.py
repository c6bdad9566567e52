"""Every RDF format holds every triple, as readers of others find them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hostile import HOSTILE_NAMES

from kg.graph.exports.reading import Build
from kg.graph.exports.xml_text import changes as xml_changes
from kg.graph.exports.xml_text import xml_text

from .builds import ID, exported, exported_with_remarks, invented_world, iri, write_build, write_world

OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {
    "turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml",
}  # fmt: skip
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own readers
EXACT = [name for name in OXIGRAPH if name != "rdfxml"]
Fact = tuple[str, str, str, str, str]


def fact(subject: str, predicate: str, value: str, datatype: str = "", language: str = "") -> Fact:
    return subject, predicate, value, "" if language else datatype or f"{rdflib.XSD}string", language


def of_oxigraph(triples: Iterable[ox.Triple | ox.Quad]) -> set[Fact]:
    return {
        fact(t.subject.value, t.predicate.value, t.object.value, t.object.datatype.value, t.object.language or "")
        if isinstance(t.object, ox.Literal)
        else fact(t.subject.value, t.predicate.value, t.object.value, "iri")
        for t in triples
    }  # fmt: skip


def of_rdflib(graph: rdflib.Graph) -> set[Fact]:
    rows = graph.quads() if isinstance(graph, rdflib.Dataset) else graph
    return {
        fact(str(s), str(p), str(o), str(o.datatype or ""), o.language or "")
        if isinstance(o, rdflib.Literal)
        else fact(str(s), str(p), str(o), "iri")
        for s, p, o, *_ in rows
    }


def read_by_rdflib(name: str, content: bytes) -> set[Fact]:
    graph = rdflib.Dataset() if name in ("nquads", "trig") else rdflib.Graph()
    graph.parse(data=content, format=RDFLIB[name])
    return of_rdflib(graph)


@pytest.mark.parametrize("part", ["all", "graph", "evidence"])
@pytest.mark.parametrize("name", OXIGRAPH)
class TestFacts:
    def test_are_the_same_to_oxigraph(self, build: Build, name: str, part: str) -> None:
        found = of_oxigraph(ox.parse(exported(build, name, part), format=OXIGRAPH[name]))
        assert found == of_oxigraph(build.triples(part)) != set()  # type: ignore[arg-type]

    def test_are_the_same_to_rdflib(self, build: Build, name: str, part: str) -> None:
        assert read_by_rdflib(name, exported(build, name, part)) == of_oxigraph(build.triples(part))  # type: ignore[arg-type]


def test_are_the_same_to_jsonld_of_npm(build: Build, hostile: Build, node: Callable[[str, bytes], bytes]) -> None:
    for each in (build, hostile):
        quads = node("triples.js", exported(each, "jsonld"))
        assert of_oxigraph(ox.parse(quads, format=ox.RdfFormat.N_QUADS)) == of_oxigraph(each.triples())


class TestHostileNames:
    @pytest.mark.parametrize("name", EXACT)
    def test_come_back_as_the_very_same_text(self, hostile: Build, name: str) -> None:
        content = exported(hostile, name)
        want = of_oxigraph(hostile.triples())
        assert {text for _, predicate, text, *_ in want if predicate == iri("schema:name").value} == set(HOSTILE_NAMES)
        assert of_oxigraph(ox.parse(content, format=OXIGRAPH[name])) == want
        assert read_by_rdflib(name, content) == want

    def test_that_xml_cannot_hold_are_pictured_and_told(self, hostile: Build) -> None:
        content, remarks = exported_with_remarks(hostile, "rdfxml")
        told = xml_changes()
        want = {(s, p, xml_text(text, "", told), *rest) for s, p, text, *rest in of_oxigraph(hostile.triples())}
        assert of_oxigraph(ox.parse(content, format=ox.RdfFormat.RDF_XML)) == want
        assert read_by_rdflib("rdfxml", content) == want
        names = {text for _, predicate, text, *_ in want if predicate == iri("schema:name").value}
        assert set(HOSTILE_NAMES) - names == {"\x1b[2J\x1b[31m甲\x07"}
        assert names - set(HOSTILE_NAMES) == {"␛[2J␛[31m甲␇"}
        assert remarks == (
            "6 texts: XML cannot hold their control characters, which are written as pictures of them (␛ for ESC) "
            f"(first: {ID}article/26 {iri('dcterms:identifier').value})",
        )


@pytest.mark.parametrize("name", OXIGRAPH)
def test_the_same_build_gives_the_same_bytes(build: Build, name: str) -> None:
    assert exported(build, name) == exported(Build(build.folder), name)


@pytest.mark.parametrize("name", OXIGRAPH)
def test_a_build_with_a_base_of_its_own(tmp_path: Path, name: str) -> None:
    build = write_world(tmp_path, invented_world(), "urn:x-kg:")
    assert read_by_rdflib(name, exported(build, name)) == of_oxigraph(build.triples())
    assert any(triple.subject.value.startswith("urn:x-kg:area/") for triple in build.triples())


@pytest.mark.parametrize("name", ["nquads", "trig"])
def test_named_graphs_keep_what_is_published_apart_from_what_says_so(build: Build, name: str) -> None:
    quads = set(ox.parse(exported(build, name), format=OXIGRAPH[name]))
    for part in ("graph", "evidence"):
        inside = [quad for quad in quads if quad.graph_name == ox.NamedNode(ID + part)]
        assert of_oxigraph(inside) == of_oxigraph(build.triples(part))  # type: ignore[arg-type]
    assert {quad.graph_name.value for quad in quads} == {f"{ID}graph", f"{ID}evidence"}  # type: ignore[union-attr]


class TestJsonLd:
    def test_has_readable_keys(self, build: Build) -> None:
        document = json.loads(exported(build, "jsonld", "graph"))
        county = next(each for each in document["@graph"] if each["@id"] == "id:area/371426")
        assert county["@type"] == "County"
        assert (county["label"], county["name"], county["notation"]) == ("平原县", "平原县", "371426")
        assert county["containedInPlace"] == "id:area/371400"
        assert county["hosts"].startswith("id:project/")
        amount = next(each for each in document["@graph"] if each.get("label") == "5亿元")
        assert (amount["value"], amount["amountKind"]) == (500_000_000, "Planned")

    def test_is_one_subject_a_line(self, build: Build) -> None:
        lines = exported(build, "jsonld").decode().split("\n")
        assert sum(line.startswith('{"@id": ') for line in lines) == len(list(build.subjects()))

    @pytest.mark.parametrize(
        "value",
        [
            ox.Literal(2**53), ox.Literal(-(2**70)), ox.Literal("007", datatype=iri("xsd:integer")), ox.Literal(0.5),
            ox.Literal(True), ox.Literal("1", datatype=iri("xsd:boolean")), ox.Literal("甲", language="zh-hant"),
            ox.Literal("甲", language="zh"), ox.Literal("甲"), ox.Literal("0.50", datatype=iri("xsd:decimal")),
            ox.Literal("2020-01-02", datatype=iri("xsd:date")), ox.NamedNode("urn:a:b"), iri("kg:Planned"),
            iri("id:area/1"), ox.NamedNode("https://schema.org//a"), iri("kg:leads"),
        ],
        ids=str,
    )  # fmt: skip
    @pytest.mark.parametrize(
        "predicate", ["schema:value", "rdfs:label", "kg:leads", "kg:confidence", "kg:modality", "schema:unknown"]
    )
    def test_any_value_comes_back_under_any_key(
        self, tmp_path: Path, predicate: str, value: ox.Literal | ox.NamedNode
    ) -> None:
        build = write_build(tmp_path, [ox.Triple(iri("id:x"), iri(predicate), value)], [])
        content = exported(build, "jsonld", "graph")
        assert [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.JSON_LD)] == list(build.triples("graph"))


def test_rdfxml_says_which_property_it_cannot_write(tmp_path: Path) -> None:
    build = write_build(tmp_path, [ox.Triple(iri("id:x"), ox.NamedNode("https://example.org/1"), ox.Literal("a"))], [])
    with pytest.raises(ValueError, match=r"cannot write the property <https://example\.org/1>.*Turtle"):
        exported(build, "rdfxml")
