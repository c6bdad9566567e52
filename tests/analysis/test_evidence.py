"""Claims of the invented graph with their segments."""

import pytest
from rdflib import Dataset, Graph

from kg.analysis.evidence import read_claims

ID = "https://w3id.org/county-kg/id/"


@pytest.fixture(scope="module")
def claims(invented):
    return {claim.iri.removeprefix(ID): claim for claim in read_claims(invented)}


def test_published_is_what_the_graph_states(claims):
    assert sorted(name for name, claim in claims.items() if claim.published) == ["x1", "x2", "x4"]
    assert not claims["x3"].published


def test_a_segment_says_where_it_stands_and_how_it_was_read(claims):
    first, second = claims["x1"].segments
    assert (first.exact, first.prefix, first.suffix) == ("青溪县委书记林知远出席开工仪式", "昨日，", "。现场")
    assert (first.characters, first.bytes) == ((12, 27), (36, 81))
    assert (first.rule, first.confidence, first.modality) == ("leads.headline", 0.95, "Asserted")
    assert (first.source.id, first.source.headline, first.source.publisher) == ("first.txt", "青溪县开工", "云海日报")
    assert (second.source.id, second.source.headline, second.bytes) == ("second.txt", "", None)


def test_a_claim_has_its_post_and_its_strongest_modality(claims):
    assert claims["x1"].post == ID + "s1"
    assert {name: claim.modality for name, claim in claims.items()} == {
        "x1": "Asserted",
        "x2": "Planned",
        "x3": "Denied",
        "x4": "Asserted",
    }


def test_a_graph_in_a_store_reads_the_same(invented, claims):
    stored = Graph(store="Oxigraph") if "oxrdflib" in _installed() else Dataset().default_graph
    for triple in invented:
        stored.add(triple)
    assert {claim.iri.removeprefix(ID): claim for claim in read_claims(stored)} == claims


def _installed():
    from importlib.metadata import distributions

    return {distribution.name for distribution in distributions()}
