"""What the programs on the Java virtual machine read: RDF4J (GraphDB, n10s) and the OWL API (Protégé).

Debian: default-jdk-headless librdf4j-java libowlapi-java.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.exports.owl import ontology_triples
from kg.graph.exports.reading import Build

from .builds import exported
from .test_rdf import of_oxigraph

JAVA = Path(__file__).resolve().parents[2] / "java"
JARS = Path("/usr/share/java")
FORMATS = {
    "turtle": "TURTLE", "ntriples": "NTRIPLES", "nquads": "NQUADS", "trig": "TRIG", "jsonld": "JSONLD",
    "rdfxml": "RDFXML",
}  # fmt: skip


def java(program: str, jar: str, *arguments: str | Path) -> str:
    if shutil.which("javac") is None or not (JARS / jar).is_file():
        pytest.skip("Java and its readers are not installed")
    path = ":".join(str(each) for each in sorted(JARS.glob("*.jar")))
    command = ["java", "-cp", path, str(JAVA / program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def test_rdf4j_reads_the_same_triples(build: Build, tmp_path: Path) -> None:
    arguments: list[str | Path] = []
    for name, known in FORMATS.items():
        (tmp_path / name).write_bytes(exported(build, name))
        arguments += [known, tmp_path / name]
    java("Rio.java", "rdf4j-rio-api.jar", *arguments)
    for name in FORMATS:
        quads = ox.parse(path=tmp_path / f"{name}.nq", format=ox.RdfFormat.N_QUADS)
        assert of_oxigraph(quads) == of_oxigraph(build.triples()), name


def found(*files: Path) -> dict[str, int]:
    lines = java("Owl.java", "owlapi-apibinding.jar", *files).splitlines()
    return {line.split()[0]: int(line.split()[1]) for line in lines if line.split()[1].isdigit()}


def test_the_owl_api_takes_every_statement_for_a_fact(build: Build, tmp_path: Path) -> None:
    (tmp_path / "x.owl").write_bytes(exported(build, "owl"))
    told = found(tmp_path / "x.owl")
    declared = {t.subject.value: t.object.value for t in ontology_triples() if t.object.value.endswith("Property")}
    of_kind = [
        declared[triple.predicate.value] for triple in build.triples("graph") if triple.predicate.value in declared
    ]
    assert told["facts"] == sum(kind.endswith("ObjectProperty") for kind in of_kind) > 0
    assert told["values"] == sum(kind.endswith("DatatypeProperty") for kind in of_kind) > 0


def test_the_owl_api_knows_no_facts_in_a_graph_alone(build: Build) -> None:
    assert found(build.folder / "graph.ttl")["facts"] == 0  # why there is a format of its own
