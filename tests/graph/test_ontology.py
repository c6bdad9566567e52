"""What the ontology promises: bilingual, complete, consistent, and a contradiction is found."""

from __future__ import annotations

import re
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
from broken import CONTRACT
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Literal, Node

from kg.graph.query import PREFIXES
from kg.graph.resources import ONTOLOGY, SHAPES, ontology_text

ROOT = Path(__file__).resolve().parents[2]
KG = PREFIXES["kg"]
TERM = re.compile(r"\bkg:([A-Za-z][A-Za-z0-9]*)\b")
CHINESE = re.compile("[一-鿿]")
MODALITIES = {"Asserted", "Planned", "HopedFor", "Denied", "Past"}
AMOUNT_KINDS = {"Planned", "Signed", "InPlace", "Completed", "Annual", "Partial"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_text(), format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=ontology_text(SHAPES), format="turtle")


def own(graph: Graph) -> set[Node]:
    return {subject for subject in graph.subjects() if isinstance(subject, URIRef) and subject.startswith(KG)}


def closure(ontology: Graph, text: str) -> tuple[Graph, list[str]]:
    """The OWL RL closure of the ontology with a graph, and the contradictions that it comes upon."""
    closed = ontology + Graph().parse(data=text, format="turtle")
    closed.remove((None, OWL.imports, None))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    errors = closed.objects(predicate=URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))
    return closed, sorted(map(str, errors))


class TestOntology:
    @pytest.mark.parametrize("name", [ONTOLOGY, SHAPES])
    def test_reads_the_same_with_another_parser(self, name: str) -> None:
        text = ontology_text(name)
        assert len(set(ox.parse(text, format=ox.RdfFormat.TURTLE))) == len(Graph().parse(data=text, format="turtle"))

    @pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment])
    def test_speaks_of_each_term_once_in_both_languages(self, ontology: Graph, predicate: URIRef) -> None:
        for term in own(ontology):
            said = [value.language for value in ontology.objects(term, predicate) if isinstance(value, Literal)]
            assert sorted(map(str, said)) == ["en", "zh"], term

    def test_declares_each_term_that_the_project_uses(self, ontology: Graph) -> None:
        declared = {str(term).removeprefix(KG) for term in own(ontology)}
        files = [*(ROOT / "kg").rglob("*.py"), *(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "ontology").rglob("*.rq")]
        used = {name: file.name for file in files for name in TERM.findall(file.read_text("utf-8"))}
        assert {name: where for name, where in used.items() if name not in declared} == {}

    def test_declares_each_term_of_others_that_it_uses(self, ontology: Graph) -> None:
        builtin = tuple(PREFIXES[name] for name in ("owl", "rdfs", "rdf", "xsd"))
        related = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, RDF.type)
        used = {term for predicate in related for term in ontology.objects(predicate=predicate)}
        used |= set(ontology.predicates())
        foreign = {term for term in used if isinstance(term, URIRef) and not str(term).startswith(builtin)}
        assert {term for term in foreign if (term, RDF.type, None) not in ontology} == set()

    def test_gives_each_property_one_kind(self, ontology: Graph) -> None:
        kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Class)
        for term in set(ontology.subjects()):
            assert sum((term, RDF.type, kind) in ontology for kind in kinds) <= 1, term

    @pytest.mark.parametrize(("kind", "names"), [("Modality", MODALITIES), ("AmountKind", AMOUNT_KINDS)])
    def test_lists_its_individuals(self, ontology: Graph, kind: str, names: set[str]) -> None:
        assert set(ontology.subjects(RDF.type, URIRef(KG + kind))) == {URIRef(KG + name) for name in names}

    def test_imports_nothing(self, ontology: Graph, shapes: Graph) -> None:
        assert not list((ontology + shapes).objects(predicate=OWL.imports))

    def test_closure_of_a_graph_is_consistent(self, ontology: Graph) -> None:
        closed, errors = closure(ontology, CONTRACT)
        assert errors == []
        area = URIRef(KG + "AdministrativeArea")
        assert (URIRef(PREFIXES["id"] + "county"), RDF.type, area) in closed

    def test_closure_of_a_build_is_consistent(self, ontology: Graph, built: Path) -> None:
        text = "\n".join((built / name).read_text("utf-8") for name in ("graph.ttl", "evidence.ttl"))
        closed, errors = closure(ontology, text)
        assert errors == []
        assert len(closed) > 5_000

    @pytest.mark.parametrize("planted", [
        "id:person a kg:County .",
        "id:company a kg:PublicBody .",
        "id:county a kg:Prefecture .",
        "id:article a kg:Claim .",
        "id:quote0 a oa:TextPositionSelector .",
        "id:project kg:leads id:county .",  # domain: whoever leads is an official, and no project is a person
        "id:person kg:invests id:county .",  # range
        "id:county schema:containedInPlace id:county .",
        "id:province schema:containedInPlace id:prefecture .",
    ])  # fmt: skip
    def test_closure_tells_what_cannot_be(self, ontology: Graph, planted: str) -> None:
        _, errors = closure(ontology, CONTRACT + planted)
        assert errors

    def test_declares_all_that_a_build_uses(self, ontology: Graph, built: Path) -> None:
        used: set[str] = set()
        for name in ("graph.ttl", "evidence.ttl"):
            for quad in ox.parse(path=built / name, format=ox.RdfFormat.TURTLE):
                used.add(quad.predicate.value)
                if quad.predicate.value == str(RDF.type):
                    used.add(quad.object.value)
        builtin = (str(RDF), str(RDFS), str(OWL))
        undeclared = {term for term in used if (URIRef(term), RDF.type, None) not in ontology}
        assert {term for term in undeclared if not term.startswith(builtin)} == set()
        assert len(used) > 50
