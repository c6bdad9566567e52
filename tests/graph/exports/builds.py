"""Builds in a folder, as `kg build` leaves them, for the tests of the exports: invented facts, and hostile names."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from hostile import HOSTILE_NAMES
from invented import EACH_RELATION, PROJECT, SECRETARY, ZHANG, claim, each, holds, told, world, yuan

from kg.graph.exports.formats import FORMATS
from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build
from kg.graph.triples import TripleMaker, digest
from kg.graph.vocabulary import DEFAULT_BASE, expand
from kg.graph.write import turtle
from kg.linking.world import World

ID = DEFAULT_BASE


def iri(name: str) -> ox.NamedNode:
    """`id:area/1` or any prefix of the ontology."""
    return ox.NamedNode(ID + name.removeprefix("id:") if name.startswith("id:") else expand(name))


def write_build(folder: Path, graph: Iterable[ox.Triple], evidence: Iterable[ox.Triple], base: str = ID) -> Build:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "graph.ttl").write_bytes(turtle(graph, base))
    (folder / "evidence.ttl").write_bytes(turtle(evidence, base))
    return Build(folder)


def write_world(folder: Path, linked: World, base: str = ID) -> Build:
    maker = TripleMaker(linked, base)
    return write_build(folder, maker.graph(), maker.evidence(), base)


def invented_world() -> World:
    """Every relation, said by two articles; a person who leads and holds; a sum in dollars; something denied."""
    first = told("甲", [*map(each, EACH_RELATION), *holds(ZHANG, SECRETARY)], "2022-01-10")
    dollars = claim("invests", PROJECT, yuan(3_000_000, currency="USD"))
    second = told("乙", [each("hosts"), each("leads"), each("builds", "denied"), dollars], "2021-05-06")
    return world(first, second)


def hostile_triples() -> tuple[list[ox.Triple], list[ox.Triple]]:
    """A county that hosts thirty projects with hostile names, each said with the name as its quote by an article of
    that name."""
    graph, evidence = [], []

    def say(to: list[ox.Triple], subject: str, predicate: str, value: str | int | ox.Literal | ox.NamedNode) -> None:
        if isinstance(value, str):
            value = iri(value)
        elif isinstance(value, int):
            value = ox.Literal(value)
        to.append(ox.Triple(iri(subject), iri(predicate), value))

    say(graph, "id:area/1", "rdf:type", "kg:County")
    say(graph, "id:area/1", "rdfs:label", ox.Literal("甲县", language="zh"))
    for number, name in enumerate(HOSTILE_NAMES):
        project, article, segment = f"id:project/{number:02}", f"id:article/{number:02}", f"id:segment/{number:02}"
        say(graph, project, "rdf:type", "kg:Project")
        say(graph, project, "rdfs:label", ox.Literal(name, language="zh"))
        say(graph, project, "schema:name", ox.Literal(name))
        for other in (name + "甲", name + "乙"):
            say(graph, project, "skos:altLabel", ox.Literal(other, language="zh"))
        say(graph, "id:area/1", "kg:hosts", project)
        claimed = f"id:claim/{digest(ID + 'area/1', 'hosts', project)}"
        say(evidence, claimed, "rdf:type", "kg:Claim")
        say(evidence, claimed, "rdf:subject", "id:area/1")
        say(evidence, claimed, "rdf:predicate", "kg:hosts")
        say(evidence, claimed, "rdf:object", project)
        say(evidence, claimed, "kg:support", 1)
        say(evidence, claimed, "prov:wasDerivedFrom", segment)
        say(evidence, segment, "rdf:type", "oa:SpecificResource")
        say(evidence, segment, "oa:hasSource", article)
        say(evidence, segment, "kg:modality", "kg:Asserted")
        say(evidence, segment, "oa:hasSelector", f"id:selector/{number:02}")
        say(evidence, f"id:selector/{number:02}", "rdf:type", "oa:TextQuoteSelector")
        say(evidence, f"id:selector/{number:02}", "oa:exact", ox.Literal(name))
        say(evidence, article, "rdf:type", "schema:NewsArticle")
        say(evidence, article, "dcterms:identifier", ox.Literal(name))
    return graph, evidence


def exported(build: Build, name: str, part: str | None = None, **colours: str) -> bytes:
    """What `kg export` writes in a format of one file, where it has nothing to remark."""
    content, remarks = exported_with_remarks(build, name, part, **colours)
    assert remarks == ()
    return content


def exported_with_remarks(
    build: Build, name: str, part: str | None = None, **colours: str
) -> tuple[bytes, tuple[str, ...]]:
    form = FORMATS[name]
    assert form.write is not None
    out = io.BytesIO()
    remarks = form.write(build, Options(part or form.part, colours), out)  # type: ignore[arg-type]
    return out.getvalue(), remarks
