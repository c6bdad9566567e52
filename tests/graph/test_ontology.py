"""What the ontology and the shapes promise: bilingual, complete, consistent, and a broken graph is told how to mend."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
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

GRAPH = (
    "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    + """
id:province a kg:Province ; rdfs:label "山东省"@zh ; schema:name "山东省" ; skos:notation "370000" .
id:prefecture a kg:Prefecture ; rdfs:label "德州市"@zh ; schema:name "德州市" ; skos:notation "371400" ;
    schema:containedInPlace id:province .
id:county a kg:County ; rdfs:label "甲县"@zh ; schema:name "甲县" ; skos:notation "371499" ;
    schema:containedInPlace id:prefecture ; kg:hosts id:project ; kg:announces id:batch ; kg:targets id:target .
id:person a kg:Official ; rdfs:label "张三"@zh ; schema:name "张三" ; kg:leads id:county ; org:holds id:post .
id:body a kg:PublicBody ; rdfs:label "甲县委"@zh ; schema:name "甲县委" ; kg:jurisdiction id:county .
id:role a org:Role , skos:Concept ; rdfs:label "县委书记"@zh ; skos:prefLabel "县委书记"@zh .
id:post a org:Post ; rdfs:label "甲县委书记"@zh ; org:postIn id:body ; org:role id:role .
id:term a org:Membership ; org:member id:person ; org:organization id:body ; org:role id:role ; kg:post id:post ;
    kg:firstSeen "2022-01-10"^^xsd:date ; kg:lastSeen "2022-02-10"^^xsd:date .
id:project a kg:Project ; rdfs:label "乙项目"@zh ; schema:name "乙项目" ; kg:invests id:amount ;
    kg:investsCNY 500000000 .
id:amount a schema:MonetaryAmount ; rdfs:label "5亿元"@zh ; schema:value 500000000 ; schema:currency "CNY" ;
    kg:amountKind kg:Planned ; kg:approximation "约" .
id:batch a kg:ProjectBatch ; rdfs:label "甲县集中开工项目"@zh ; kg:projectCount 17 .
id:target a kg:Target ; rdfs:label "工业总产值600亿元"@zh ; kg:indicator id:indicator ; schema:value 600.5 ;
    schema:unitText "亿元" ; kg:byYear "2022"^^xsd:gYear .
id:indicator a kg:Indicator ; rdfs:label "工业总产值"@zh .
id:company a kg:Company ; rdfs:label "丁公司"@zh ; schema:name "丁公司" .
id:article a schema:NewsArticle ; dcterms:identifier "a.txt" ; schema:datePublished "2022-01-10"^^xsd:date ;
    kg:sha256 "00" .
"""
    + "".join(
        f"""
id:claim{number} a kg:Claim ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value} ;
    kg:confidence 0.9 ; kg:support 1 ; prov:wasDerivedFrom id:segment{number} {in_post}.
id:segment{number} a oa:SpecificResource ; oa:hasSource id:article ; kg:modality kg:{modality} ; kg:confidence 0.9 ;
    kg:rule "test" ; oa:hasSelector id:quote{number} , id:text{number} , id:bytes{number} .
id:quote{number} a oa:TextQuoteSelector ; oa:exact "原句" .
id:text{number} a oa:TextPositionSelector ; oa:start 0 ; oa:end 2 .
id:bytes{number} a oa:DataPositionSelector ; oa:start 0 ; oa:end 6 .
"""
        for number, (subject, predicate, value, modality, in_post) in enumerate(
            [
                ("id:person", "kg:leads", "id:county", "Asserted", "; kg:inPost id:post "),
                ("id:person", "org:holds", "id:post", "Asserted", ""),
                ("id:county", "kg:hosts", "id:project", "Planned", ""),
                ("id:project", "kg:invests", "id:amount", "Planned", ""),
                ("id:county", "kg:announces", "id:batch", "Asserted", ""),
                ("id:county", "kg:targets", "id:target", "Asserted", ""),
                ("id:company", "kg:builds", "id:project", "Denied", ""),
            ]
        )
    )
)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_text(), format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=ontology_text(SHAPES), format="turtle")


def own(graph: Graph) -> set[Node]:
    return {subject for subject in graph.subjects() if isinstance(subject, URIRef) and subject.startswith(KG)}


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
        owlrl = pytest.importorskip("owlrl")
        closed = ontology + Graph().parse(data=GRAPH, format="turtle")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
        errors = closed.objects(predicate=URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))
        assert list(errors) == []
        area = URIRef(KG + "AdministrativeArea")
        assert (URIRef(PREFIXES["id"] + "county"), RDF.type, area) in closed


def violations(text: str, shapes: Graph) -> list[str]:
    """The English messages about a graph."""
    pyshacl = pytest.importorskip("pyshacl")
    conforms, report, _ = pyshacl.validate(Graph().parse(data=text, format="turtle"), shacl_graph=shapes)
    messages = report.objects(predicate=URIRef("http://www.w3.org/ns/shacl#resultMessage"))
    found = sorted({str(message) for message in messages if not CHINESE.search(message)})  # SPARQL's lose the language
    assert conforms == (not found)
    return found


class TestShapes:
    def test_a_graph_of_the_contract_conforms(self, shapes: Graph) -> None:
        assert violations(GRAPH, shapes) == []

    def test_are_valid_shacl(self, shapes: Graph) -> None:
        pyshacl = pytest.importorskip("pyshacl")
        pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)

    def test_speak_both_languages(self, shapes: Graph) -> None:
        message = URIRef("http://www.w3.org/ns/shacl#message")
        for shape in set(shapes.subjects(predicate=message)):
            said = [value.language for value in shapes.objects(shape, message) if isinstance(value, Literal)]
            assert sorted(map(str, said)) == ["en", "zh"], shape

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ('rdfs:label "张三"@zh', 'rdfs:label "张三"@zh , "张三儿"@zh', "exactly one rdfs:label"),
            ('schema:name "张三"', 'schema:name "张三"@zh', "exactly one plain schema:name"),
            ('skos:notation "371499"', 'skos:notation "3714"', "six-digit GB/T 2260 code"),
            ("schema:containedInPlace id:province", "rdfs:seeAlso id:province", "Point to the area above it"),
            ("id:person a kg:Official", "id:person a foaf:Person", "Only a kg:Official leads"),
            (
                "id:batch a kg:ProjectBatch",
                "id:batch kg:invests id:amount2 ; a kg:ProjectBatch",
                "a batch has kg:batch",
            ),
            ("org:postIn id:body", "org:postIn id:county", "never to an area"),
            ("org:member id:person ;", "", "exactly one person as org:member"),
            ('kg:lastSeen "2022-02', 'kg:lastSeen "2021-02', "not later than kg:lastSeen"),
            ("schema:value 500000000 ;", "schema:value 5.0e8 ;", "a positive integer in yuan"),
            ('schema:currency "CNY"', 'schema:currency "元"', "three capital letters"),
            ("kg:amountKind kg:Planned", "kg:amountKind kg:Denied", "one kg:amountKind"),
            ("id:batch a", "id:batch kg:batchInvestment id:amount ; a", "belongs to one project or batch"),
            ("kg:projectCount 17", "kg:status 17", "kg:projectCount or a kg:batchInvestment"),
            ('"2022"^^xsd:gYear', '"2022"', "an xsd:gYear"),
            ("kg:inPost id:post", "rdfs:seeAlso id:post", "the post through which"),
            ("rdf:object id:county", "rdf:object id:body", "has no kg:Claim"),
            ("kg:modality kg:Asserted", "kg:modality kg:HopedFor", "no segment asserts it"),
            ("kg:modality kg:Asserted", "kg:modality kg:Signed", "exactly one kg:modality"),
            ("prov:wasDerivedFrom id:segment0", "prov:wasDerivedFrom id:none", "at least one oa:SpecificResource"),
            ("kg:support 1 ;", "kg:support -1 ;", "number of independent articles"),
            ("kg:confidence 0.9 ;", "kg:confidence 90 ;", "xsd:decimal from 0 to 1"),
            ('oa:exact "原句"', 'oa:exact ""', "exactly one oa:exact, not empty"),
            ("oa:start 0 ; oa:end 2", "oa:start 2 ; oa:end 2", "less than its oa:end"),
            ('dcterms:identifier "a.txt"', 'dcterms:title "a.txt"', "exactly one dcterms:identifier"),
        ],
    )
    def test_a_broken_graph_is_told_how_to_mend(self, shapes: Graph, before: str, after: str, said: str) -> None:
        assert before in GRAPH
        assert [said in message for message in violations(GRAPH.replace(before, after, 1), shapes)].count(True) == 1
