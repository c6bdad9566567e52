"""The graph contract: what is published, what stands in the evidence alone, and the shape of both."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from copies import ANOTHER, REPORT
from invented import (
    EACH_RELATION,
    FAR_COUNTY,
    FAR_SECRETARY,
    LI,
    PARK,
    PROJECT,
    SECRETARY,
    ZHANG,
    ZONE,
    Told,
    claim,
    each,
    holds,
    told,
    world,
    yuan,
)  # fmt: skip

from kg.graph.checks import check
from kg.graph.triples import TripleMaker, confidence, literal
from kg.graph.vocabulary import DEFAULT_BASE, LEAST_CONFIDENCE, PREDICATES, PREFIXES, expand
from kg.linking.world import World
from kg.relations.claim import Amount, Claim, Modality
from kg.table.sketch import sketch_of_text

MODALITIES: tuple[Modality, ...] = ("asserted", "planned", "hoped", "denied", "past")
# The rule of the contract: an assertion publishes every relation, a plan only these two, all else none.
PLANS_PUBLISH = {"hosts", "invests"}
FACTS = """
SELECT ?doc ?relation ?subject ?object ?value ?quote {
  ?claim a kg:Claim ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; prov:wasDerivedFrom ?segment .
  ?s ?relation ?o .
  ?segment oa:hasSource/dcterms:identifier ?doc ; oa:hasSelector/oa:exact ?quote .
  FILTER NOT EXISTS { ?segment kg:modality kg:Denied }
  ?s rdfs:label ?subject .
  OPTIONAL { ?o org:postIn/rdfs:label ?body }
  OPTIONAL { ?o kg:indicator/rdfs:label ?indicator }
  OPTIONAL { ?o rdfs:label ?own }
  OPTIONAL { ?o schema:value ?number }
  OPTIONAL { ?o kg:batchInvestment/schema:value ?total }
  BIND(COALESCE(?body, ?indicator, ?own) AS ?object)
  BIND(COALESCE(?number, ?total) AS ?value)
}"""


def graph_of(linked: World) -> set[ox.Triple]:
    return set(TripleMaker(linked).graph())


def evidence_of(linked: World) -> set[ox.Triple]:
    return set(TripleMaker(linked).evidence())


def ask(linked: World, query: str) -> list[tuple[str | None, ...]]:
    """Rows of a query over graph and evidence, sorted; IRIs by the end of their name."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in graph_of(linked) | evidence_of(linked))
    rows = store.query(query, prefixes=dict(PREFIXES))
    assert isinstance(rows, ox.QuerySolutions)
    terms = ([row[name] for name in rows.variables] for row in rows)
    return sorted(tuple(term and term.value.rpartition("#")[2] for term in row) for row in terms)


def everything() -> World:
    """One claim of each relation in each modality, sums and posts that disagree, people of one name."""
    articles: list[Told] = [told(how, [each(relation, how) for relation in EACH_RELATION]) for how in MODALITIES]
    more = [
        *holds(LI, SECRETARY, FAR_SECRETARY, modality="past"), *holds(ZHANG, FAR_SECRETARY),
        claim("leads", LI, FAR_COUNTY, in_post=FAR_SECRETARY), claim("hosts", ZONE, PARK),
        claim("invests", PROJECT, yuan(600_000_000), confidence=0.8), claim("invests", PARK, yuan(3, 5)),
        claim("invests", PARK, yuan(3, 6)),
    ]  # fmt: skip
    return world(*articles, told("more", more, None))


class TestPublishing:
    @pytest.mark.parametrize("modality", MODALITIES)
    @pytest.mark.parametrize("relation", EACH_RELATION)
    def test_depends_on_how_it_is_said(self, relation: str, modality: Modality) -> None:
        linked = world(told("a", [each(relation, modality)]))
        predicate = ox.NamedNode(expand(PREDICATES[relation]))
        direct = [triple for triple in graph_of(linked) if triple.predicate == predicate]
        claims = [triple for triple in evidence_of(linked) if triple.object == predicate]
        published = modality == "asserted" or (modality == "planned" and relation in PLANS_PUBLISH)
        assert (len(direct), len(claims)) == (int(published), 1)

    @pytest.mark.parametrize(("sure", "published"), [(1.0, 1), (LEAST_CONFIDENCE, 1), (LEAST_CONFIDENCE - 0.01, 0)])
    def test_takes_some_confidence(self, sure: float, published: int) -> None:
        linked = world(told("a", [each("builds", confidence=sure)]))
        assert len(ask(linked, "SELECT * { ?company kg:builds ?project }")) == published

    def test_takes_one_article_that_is_sure(self) -> None:
        low, denied, sure = each("leads", confidence=0.3), each("leads", "denied"), each("leads", confidence=0.6)
        query = "SELECT * { ?who kg:leads ?where }"
        assert ask(world(told("a", [low]), told("b", [denied]), told("c", [low])), query) == []
        assert len(ask(world(told("a", [low]), told("b", [denied]), told("c", [sure])), query)) == 1

    @pytest.mark.parametrize(("modality", "terms"), [(how, int(how == "asserted")) for how in MODALITIES])
    def test_a_term_of_office_goes_with_its_holding(self, modality: Modality, terms: int) -> None:
        linked = world(told("a", holds(ZHANG, SECRETARY, modality=modality)))
        assert len(ask(linked, "SELECT * { ?term a org:Membership ; org:member ?who ; kg:post ?post }")) == terms

    def test_a_batch_never_invests(self) -> None:
        linked = world(told("a", [each("announces")]))
        assert ask(linked, "SELECT * { ?x kg:invests|kg:investsCNY ?sum }") == []
        assert ask(linked, "SELECT ?n { ?x kg:batchInvestment/schema:value ?n }") == [("2120000000",)]


class TestFlatSum:
    @pytest.mark.parametrize(("sums", "flat"), [
        ([yuan(500)], "500"),
        ([yuan(300, 500)], "300"),
        ([yuan(500, currency="USD")], None),
        *(([yuan(500, kind=kind)], None) for kind in ("signed", "completed", "annual", "partial")),
        ([yuan(500), yuan(70, kind="annual"), yuan(60, currency="USD")], "500"),
    ])  # fmt: skip
    def test_is_the_planned_total_in_yuan(self, sums: list[Amount], flat: str | None) -> None:
        linked = world(told("a", [claim("invests", PROJECT, each) for each in sums]))
        assert ask(linked, "SELECT ?n { ?project kg:investsCNY ?n }") == ([(flat,)] if flat else [])

    def test_is_none_where_articles_conflict_and_nothing_is_taken_back(self) -> None:
        articles = [told(f"{n}", [claim("invests", PROJECT, yuan(value))]) for n, value in enumerate((500, 600, 500))]
        linked = world(*articles)
        assert ask(linked, "SELECT ?n { ?project kg:investsCNY ?n }") == []
        assert sorted(ask(linked, "SELECT ?n { ?x kg:invests/schema:value ?n }")) == [("500",), ("600",)]
        pairs = ask(linked, "SELECT ?n ?m { ?a kg:conflictsWith ?b . ?a schema:value ?n . ?b schema:value ?m }")
        assert sorted(pairs) == [("500", "600"), ("600", "500")]

    def test_is_the_later_one_where_an_article_says_that_it_was_changed(self) -> None:
        first = told("a", [claim("invests", PROJECT, yuan(500))], "2022-01-10")
        later = told("b", [claim("invests", PROJECT, yuan(800))], "2022-05-10")
        changed = replace(later, claims=tuple((c, replace(s, exact="总投资增至800元。")) for c, s in later.claims))
        linked = world(first, changed)
        assert ask(linked, "SELECT ?n { ?project kg:investsCNY ?n }") == [("800",)]
        assert ask(linked, "SELECT ?n ?m { ?a kg:updates ?b . ?a schema:value ?n . ?b schema:value ?m }") == [
            ("800", "500")
        ]

    def test_has_one_word_of_approximation_whatever_articles_say(self) -> None:
        articles = [
            told(f"{n}", [claim("invests", PROJECT, yuan(500, about=w))]) for n, w in enumerate(("约", "近", ""))
        ]
        assert len(ask(world(*articles), "SELECT ?w { ?a kg:approximation ?w }")) == 1

    def test_of_an_unpublished_sum_is_not_there(self) -> None:
        assert ask(world(told("a", [each("invests", "denied")])), "SELECT * { ?project kg:investsCNY ?n }") == []


class TestShape:
    def test_conforms_to_the_shapes(self) -> None:
        """Asked as `kg check` asks; that pyshacl says the same is tested in tests/graph/checks and on the seeds."""
        store = ox.Store()
        store.extend(
            ox.Quad(t.subject, t.predicate, t.object) for t in {*graph_of(everything()), *evidence_of(everything())}
        )
        assert check(store, only=["shapes"]) == ()

    def test_has_no_blank_nodes_and_every_entity_under_the_base(self) -> None:
        for triple in graph_of(everything()) | evidence_of(everything()):
            assert isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(DEFAULT_BASE)
            assert not isinstance(triple.object, ox.BlankNode)

    def test_moves_to_another_base_as_a_whole(self) -> None:
        moved = TripleMaker(everything(), "urn:x:")
        for triple in [*moved.graph(), *moved.evidence()]:
            assert triple.subject.value.startswith("urn:x:")  # type: ignore[union-attr]
            assert DEFAULT_BASE not in str(triple.object)

    def test_names_every_entity_once(self) -> None:
        named = ask(
            everything(),
            """SELECT ?x (COUNT(?label) AS ?labels) (COUNT(?name) AS ?names) {
            { ?x a ?class ; rdfs:label ?label } UNION { ?x a ?class ; schema:name ?name }
        } GROUP BY ?x ?class""",
        )
        entities = ask(everything(), "SELECT DISTINCT ?x { ?x a ?class FILTER NOT EXISTS { ?x a kg:Claim } "
                       "FILTER(!STRSTARTS(STR(?class), STR(oa:))) FILTER(?class != schema:NewsArticle) }")  # fmt: skip
        assert {row[0] for row in named} == {row[0] for row in entities}
        assert {row[1:] for row in named} == {("1", "1")}

    def test_gives_the_label_a_language_and_the_name_none(self) -> None:
        for triple in graph_of(everything()):
            if triple.predicate.value in (expand("rdfs:label"), expand("skos:altLabel"), expand("skos:prefLabel")):
                assert isinstance(triple.object, ox.Literal) and triple.object.language == "zh"
            if triple.predicate.value == expand("schema:name"):
                assert isinstance(triple.object, ox.Literal) and triple.object.language is None

    def test_writes_language_tags_in_lower_case(self) -> None:
        tags = {
            triple.object.language
            for triple in graph_of(everything()) | evidence_of(everything())
            if isinstance(triple.object, ox.Literal) and triple.object.language
        }
        assert tags == {tag.lower() for tag in tags} and tags <= {"zh", "zh-hant", "en"}

    def test_puts_every_post_in_a_body_never_in_an_area(self) -> None:
        rows = ask(everything(), "SELECT DISTINCT ?class { ?post org:postIn/a ?class }")
        assert rows == [("PublicBody",)]

    def test_says_what_kind_of_number_each_is(self) -> None:
        types = {value: literal(value).datatype.value.rpartition("#")[2] for value in (5, 5.25, "5")}
        assert types == {5: "integer", 5.25: "decimal", "5": "string"}
        assert literal("2022", "kg:byYear").datatype.value == expand("xsd:gYear")


class TestEvidence:
    def test_of_every_claim_has_segment_quote_and_both_positions(self) -> None:
        rows = ask(everything(), """SELECT ?claim {
            ?claim a kg:Claim ; kg:confidence ?sure ; kg:support ?support ; prov:wasDerivedFrom ?segment .
            ?segment a oa:SpecificResource ; oa:hasSource/dcterms:identifier ?doc ; kg:modality ?how ; kg:rule ?rule ;
              kg:confidence ?how_sure ; oa:hasSelector ?quote, ?text, ?bytes .
            ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
            ?text a oa:TextPositionSelector ; oa:start ?first ; oa:end ?last FILTER(?first < ?last)
            ?bytes a oa:DataPositionSelector ; oa:start ?from ; oa:end ?to FILTER(?from < ?to)
        }""")  # fmt: skip
        assert len(rows) == sum(len(statement.segments) for statement in everything().statements.values())

    def test_of_every_published_triple_is_there(self) -> None:
        relations = " ".join(PREDICATES.values())
        unsupported = f"""SELECT * {{ VALUES ?relation {{ {relations} }} ?s ?relation ?o
            FILTER NOT EXISTS {{ ?claim rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o }} }}"""
        assert ask(everything(), unsupported) == []

    def test_is_found_by_the_query_that_readers_run(self) -> None:
        said = [each(relation) for relation in EACH_RELATION]
        rows = ask(world(told("a", said), told("b", [each("builds", "denied")])), FACTS)
        assert [row[:-1] for row in rows] == sorted([
            ("a", "leads", "张伟", "平原县", None),
            ("a", "holds", "张伟", "中共平原县委员会", None),
            ("a", "hosts", "平原县", "乙新材料生产基地", None),
            ("a", "invests", "乙新材料生产基地", "5亿元", "500000000"),
            ("a", "directs", "甲县委经济工作会议", "工业倍增计划", None),
            ("a", "builds", "丙公司", "乙新材料生产基地", None),
            ("a", "announces", "平原县", "平原县集中开工项目（17个）", "2120000000"),
            ("a", "targets", "平原县", "工业总产值", "600.5"),
        ], key=lambda row: [str(cell) for cell in row])  # fmt: skip
        assert all(row[-1] and row[-1].startswith("a的第") for row in rows)

    def test_names_the_post_of_who_leads(self) -> None:
        rows = ask(everything(), "SELECT DISTINCT ?post { ?c rdf:predicate kg:leads ; kg:inPost/rdfs:label ?post }")
        assert rows == [("平原县委书记",), ("滕州市委书记",)]

    @pytest.mark.parametrize(("said", "sure", "support"), [
        ([("a", "asserted", 0.9)], 0.9, 1),
        ([("a", "asserted", 0.9), ("a", "asserted", 0.5)], 0.9, 1),  # one article counts once
        ([("a", "asserted", 0.9), ("b", "asserted", 0.5)], 0.95, 2),
        ([("a", "asserted", 0.9), ("b", "asserted", 0.9), ("c", "asserted", 0.9)], 0.99, 3),
        ([("a", "asserted", 0.6), ("b", "denied", 0.9)], 0.6, 1),
        ([("a", "denied", 0.9)], 0.9, 0),
    ])  # fmt: skip
    def test_together_make_a_claim_so_sure(
        self, said: list[tuple[str, Modality, float]], sure: float, support: int
    ) -> None:
        by_article: dict[str, list[Claim]] = {}
        for name, how, how_sure in said:
            by_article.setdefault(name, []).append(each("hosts", how, how_sure))
        linked = world(*(told(name, claims) for name, claims in by_article.items()))
        (statement,) = linked.statements.values()
        assert confidence(statement.segments) == pytest.approx(sure)
        assert ask(linked, "SELECT ?n { ?claim kg:support ?n }") == [(str(support),)]

    def test_count_copies_of_one_text_once_and_their_publishers_not_at_all(self) -> None:
        one, other = sketch_of_text(REPORT), sketch_of_text(ANOTHER)
        linked = world(
            told("a", [each("hosts", "asserted", 0.5)], "2022-01-10", "甲报", one),
            told("b", [each("hosts", "asserted", 0.6)], "2022-01-11", "乙报", one),
            told("c", [each("hosts", "asserted", 0.5)], None, "乙报", one),
            told("d", [each("hosts", "asserted", 0.5)], "2022-01-11", "丙报", other),
            told("e", [each("hosts", "asserted", 0.5)], "2022-01-11", None),
        )
        assert ask(linked, "SELECT ?n ?m ?c { ?x kg:support ?n ; kg:publishers ?m ; kg:confidence ?c }") == [
            ("3", "2", "0.9")  # 1 - 0.4 * 0.5 * 0.5
        ]
        assert ask(linked, """SELECT ?copy ?first {
            ?x kg:copyOf/dcterms:identifier ?first ; dcterms:identifier ?copy } ORDER BY ?copy""") == [
            ("b", "a"), ("c", "a")
        ]  # fmt: skip
