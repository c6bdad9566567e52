"""Findings as a SHACL validation report, section 3.6 of the standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kg.graph.checks.finding import Finding
from kg.graph.checks.shape import SH, TYPE, Term
from kg.graph.vocabulary import PREFIXES
from kg.graph.write import turtle

XSD = PREFIXES["xsd"]


def report(findings: Sequence[Finding]) -> bytes:
    """The report in Turtle. Findings of counts have no sh:sourceShape: no shape says how many there are to be."""
    return turtle(_triples(findings))


def _triples(findings: Sequence[Finding]) -> Iterator[ox.Triple]:
    whole = ox.BlankNode("report")
    yield ox.Triple(whole, TYPE, _sh("ValidationReport"))
    yield ox.Triple(whole, _sh("conforms"), ox.Literal(not findings))
    for number, finding in enumerate(findings, 1):
        node = ox.BlankNode(f"result{number:07}")
        yield ox.Triple(whole, _sh("result"), node)
        parts: list[tuple[str, Term | None]] = [
            ("focusNode", finding.focus),
            ("resultPath", None if finding.property is None else ox.NamedNode(finding.property)),
            ("value", finding.value),
            ("resultSeverity", _sh(finding.severity)),
            ("sourceConstraintComponent", _sh(finding.component)),
            ("sourceShape", None if finding.check == "counts" else ox.NamedNode(finding.source)),
            ("resultMessage", ox.Literal(finding.message.zh, language="zh")),
        ]
        yield ox.Triple(node, TYPE, _sh("ValidationResult"))
        yield ox.Triple(node, _sh("resultMessage"), ox.Literal(finding.message.en, language="en"))
        for name, value in parts:
            if value is not None:
                yield ox.Triple(node, _sh(name), value)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)
