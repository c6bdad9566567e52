"""What becomes a node, what an edge, what a property; that nothing is left out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from invented import COUNTY, PROJECT, SECRETARY, ZHANG, claim, holds, told, world

from kg.graph.exports.columns import Column
from kg.graph.exports.ontology import local_word, ontology
from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build

from .builds import ID, iri, write_build, write_world

PREFIX = "@prefix id: <https://w3id.org/county-kg/id/> . @prefix kg: <https://w3id.org/county-kg/ontology#> . "
PREFIX += "@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
PREFIX += "@prefix schema: <https://schema.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . "


def graph_of(folder: Path, turtle: str) -> PropertyGraph:
    triples = [quad.triple for quad in ox.parse(PREFIX + turtle, format=ox.RdfFormat.TURTLE)]
    return PropertyGraph(write_build(folder, triples, []), "graph")


def test_every_triple_is_an_edge_or_a_property_or_a_class_or_of_a_term_of_office(build: Build) -> None:
    graph = PropertyGraph(build, "graph")
    nodes, edges = {node.iri: node for node in graph.nodes()}, list(graph.edges())
    terms = {edge.properties["term"][1] for edge in edges if "term" in edge.properties}
    name = ontology().name
    found = {(edge.source, edge.relation, edge.target) for edge in edges}
    assert len(found) == len(edges)
    missing = []
    for triple in build.triples("graph"):
        subject, predicate, value = triple.subject.value, name(triple.predicate.value), triple.object.value
        if subject in terms:
            continue
        node = nodes[subject]
        texts = [text for _, text in node.properties.get(predicate, ())]
        known = {
            "label": value == node.label,
            "type": local_word(triple.object.value) in node.classes,
        }.get(predicate, (subject, predicate, value) in found or value in texts or name(value) in texts)
        if not known:
            missing.append(triple)
    assert missing == []
    assert terms and not terms & nodes.keys()


def test_a_term_of_office_is_told_on_the_edge_of_the_person_and_the_post(tmp_path: Path) -> None:
    linked = world(told("甲", holds(ZHANG, SECRETARY), "2021-03-04"), told("乙", holds(ZHANG, SECRETARY), "2022-01-10"))
    build = write_world(tmp_path, linked)
    graph = PropertyGraph(build, "graph")
    (edge,) = [edge for edge in graph.edges() if edge.relation == "holds"]
    own = {name: text for name, (_, text) in edge.properties.items()}
    (term,) = [subject for subject in build.subjects("graph") if iri("org:Membership").value in subject.all(RDF_TYPE)]
    assert (own["term"], own["firstSeen"], own["lastSeen"]) == (term.iri, "2021-03-04", "2022-01-10")
    assert own["organization"] == term.first(iri("org:organization").value)
    assert own["role"] == term.first(iri("org:role").value)
    assert not any(node.kind == "Membership" for node in graph.nodes())


RDF_TYPE = iri("rdf:type").value


def test_a_term_of_office_without_its_edge_stays_a_node(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path,
        "id:p a foaf:Person . id:s a org:Post . id:t a org:Membership ; org:member id:p ; kg:post id:s .",
    )
    assert [node.kind for node in graph.nodes()] == ["Person", "Post", "Membership"]
    assert {(edge.relation, edge.target[-1]) for edge in graph.edges()} == {("member", "p"), ("post", "s")}


def test_two_terms_of_office_for_one_edge_stay_nodes(tmp_path: Path) -> None:
    term = "a org:Membership ; org:member id:p ; kg:post id:s"
    graph = graph_of(tmp_path, f"id:p org:holds id:s . id:s a org:Post . id:t {term} . id:u {term} .")
    assert [node.iri[-1] for node in graph.nodes()] == ["p", "s", "t", "u"]


def test_an_edge_has_the_first_quote_and_how_sure_it_is(build: Build) -> None:
    (edge,) = [edge for edge in PropertyGraph(build, "graph").edges() if edge.relation == "hosts"]
    own = {name: text for name, (_, text) in edge.properties.items()}
    assert (own["article"], own["headline"], own["datePublished"]) == ("乙", "乙的标题", "2021-05-06")
    assert (own["quote"], own["support"], own["modality"]) == ("乙的第0句话说。", "2", "Asserted")
    assert float(own["confidence"]) > 0.9
    assert own["claim"].startswith(f"{ID}claim/")


def test_the_quote_of_an_edge_is_none_that_denies_it(tmp_path: Path) -> None:
    denied = told("甲", [claim("hosts", COUNTY, PROJECT, "denied")], "2020-01-01")
    linked = world(denied, told("乙", [claim("hosts", COUNTY, PROJECT)], "2021-01-01"), told("丙", [], None))
    (edge,) = [
        each for each in PropertyGraph(write_world(tmp_path, linked), "graph").edges() if each.relation == "hosts"
    ]
    assert (edge.properties["article"][1], edge.properties["modality"][1]) == ("乙", "Asserted")


def test_an_article_without_a_date_goes_after_those_that_have_one(tmp_path: Path) -> None:
    linked = world(
        *(told(name, [claim("hosts", COUNTY, PROJECT)], date) for name, date in (("甲", None), ("乙", "2021-01-01")))
    )
    (edge,) = [
        each for each in PropertyGraph(write_world(tmp_path, linked), "graph").edges() if each.relation == "hosts"
    ]
    assert edge.properties["article"][1] == "乙"


def test_structural_edges_have_no_quote(build: Build) -> None:
    edges = [edge for edge in PropertyGraph(build, "graph").edges() if edge.relation == "containedInPlace"]
    assert edges and all(edge.properties == {} for edge in edges)


def test_edges_between_the_same_two_nodes_stay_apart(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, "id:a kg:leads id:b ; kg:inspects id:b . id:b a kg:County ; kg:hosts id:a .")
    assert [(e.source[-1], e.relation, e.target[-1]) for e in graph.edges()] == [
        ("a", "inspects", "b"),
        ("a", "leads", "b"),
        ("b", "hosts", "a"),
    ]
    assert len({edge.id for edge in graph.edges()}) == 3


def test_the_whole_has_claims_and_articles_as_nodes(build: Build) -> None:
    graph = PropertyGraph(build, "all")
    kinds = {node.kind for node in graph.nodes()}
    assert {"Claim", "SpecificResource", "NewsArticle", "TextQuoteSelector", "County"} <= kinds
    assert {"subject", "object", "wasDerivedFrom", "hasSource"} <= {edge.relation for edge in graph.edges()}
    claims = [node for node in graph.nodes() if node.kind == "Claim"]
    assert {text for node in claims for _, text in node.properties["predicate"]} >= {iri("kg:leads").value}


class TestNode:
    def test_is_of_its_most_specific_class(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, "id:a a kg:Project, kg:Park .").nodes()
        assert (node.kind, node.classes) == ("Park", ("Park", "Project"))

    def test_has_all_its_classes_where_none_stands_above_another(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, "id:a a <http://www.w3.org/2004/02/skos/core#Concept>, org:Role .").nodes()
        assert (node.kind, node.classes) == ("Role", ("Role", "Concept"))

    def test_without_a_class_is_a_thing(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, "id:a/b kg:industry 'x' .".replace("/", "\\/")).nodes()
        assert (node.kind, node.classes, node.label) == ("Thing", ("Thing",), "a/b")

    def test_is_labelled_in_chinese_and_keeps_its_other_labels(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, 'id:a rdfs:label "Jia"@en, "甲"@zh, "甲地"@zh, "plain", "甲"@zh-hant .').nodes()
        assert node.label == "甲"
        assert {name: [text for _, text in values] for name, values in node.properties.items()} == {
            "label_en": ["Jia"],
            "label_plain": ["plain"],
            "label_zh": ["甲地"],
            "label_zh_hant": ["甲"],
        }

    def test_is_called_by_its_name_where_it_has_no_label(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, 'id:a schema:name "甲" .').nodes()
        assert (node.label, node.properties) == ("甲", {"name": (("string", "甲"),)})

    def test_says_what_it_points_to_where_that_is_no_node(self, tmp_path: Path) -> None:
        (node,) = graph_of(tmp_path, "id:a kg:amountKind kg:Planned ; kg:hosts id:b .").nodes()
        assert node.properties == {"amountKind": (("string", "Planned"),), "hosts": (("string", f"{ID}b"),)}


class TestColumn:
    def typed(self, *values: tuple[str, str]) -> str:
        column = Column("x")
        for value in values:
            column.add(value)  # type: ignore[arg-type]
        return column.declared

    def test_has_the_type_of_all_its_values(self) -> None:
        assert self.typed(("long", "5")) == "long"
        assert self.typed(("date", "2020-01-02")) == "date"
        assert self.typed() == "string"

    def test_widens_to_hold_them_all(self) -> None:
        assert self.typed(("long", "5"), ("double", "0.5")) == "double"
        assert self.typed(("long", "5"), ("date", "2020-01-02")) == "string"
        assert self.typed(("string", "x"), ("long", "5")) == "string"

    def test_is_text_where_a_fraction_would_make_a_large_number_wrong(self) -> None:
        assert self.typed(("long", "10000000000000001"), ("double", "0.5")) == "string"

    def test_of_two_kinds_of_nodes_holds_the_values_of_both(self) -> None:
        first, second = Column("x"), Column("x")
        first.add(("long", "5"))
        second.add(("double", "0.5"), ("double", "1.5"))
        first.merge(second)
        assert (first.declared, first.many) == ("double", True)
