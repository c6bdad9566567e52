"""The same findings, from this project's checker and from pyshacl, in one form."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, URIRef

from kg.graph.checks.finding import Finding
from kg.graph.checks.run import findings_of
from kg.graph.resources import SHAPES, ontology_text

SH = "http://www.w3.org/ns/shacl#"
Row: TypeAlias = tuple[str, str, str, str]  # focus, path, component, severity; blank nodes and composite paths are "_"


def loaded(turtle: str) -> ox.Store:
    store = ox.Store()
    store.load(turtle, format=ox.RdfFormat.TURTLE)
    return store


def ours(turtle: str, shapes: str) -> set[Row]:
    return {_row(finding) for finding in findings_of(loaded(turtle), shapes)}


def _row(finding: Finding) -> Row:
    focus = finding.focus
    shown = "_" if isinstance(focus, ox.BlankNode) else focus.value
    return shown, finding.property or "_", finding.component, finding.severity


def pyshacls(turtle: str, shapes: str) -> set[Row]:
    _, report, _ = pyshacl.validate(Graph().parse(data=turtle, format="turtle"), shacl_graph=_shapes(shapes))
    assert isinstance(report, Graph)
    rows = set()
    for node in report.objects(predicate=URIRef(SH + "result")):  # not those that are details of others
        focus, path = report.value(node, URIRef(SH + "focusNode")), report.value(node, URIRef(SH + "resultPath"))
        component = report.value(node, URIRef(SH + "sourceConstraintComponent"))
        severity = report.value(node, URIRef(SH + "resultSeverity"))
        rows.add((
            "_" if isinstance(focus, BNode) else str(focus),
            "_" if path is None or isinstance(path, BNode) else str(path),
            str(component).removeprefix(SH), str(severity).removeprefix(SH),
        ))  # fmt: skip
    return rows


@cache
def _shapes(turtle: str) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


def shapes_of_the_project() -> str:
    return ontology_text(SHAPES)
