"""Degree, PageRank and betweenness: known answers, the figures of networkx, and estimates on large networks."""

import networkx as nx
import pytest

from kg.analysis import centrality as measured
from kg.analysis.centrality import DAMPING, betweenness, centrality, ranked
from kg.analysis.network import undirected
from tests.analysis.shapes import PATH, STAR, TWO_CLIQUES, like, of, without_frame

SHAPES = {
    "path": PATH,
    "star": STAR,
    "two cliques": TWO_CLIQUES,
    "a karate club": like(nx.karate_club_graph()),
    "pieces": like(nx.disjoint_union_all([nx.cycle_graph(6), nx.path_graph(4), nx.complete_graph(3)])),
}


def by_name(network):
    return {row.entity.iri: row for row in centrality(network)}


def test_of_a_path_the_middle_is_between_most():
    rows = by_name(PATH)
    assert [rows[f"00{i}"].betweenness for i in range(5)] == [0, 3, 4, 3, 0]
    assert [rows[f"00{i}"].edges for i in range(5)] == [1, 2, 2, 2, 1]


def test_of_a_star_the_centre_is_between_all():
    centre, *leaves = centrality(STAR)
    assert (centre.entity.iri, centre.edges, centre.betweenness) == ("000", 6, 15)
    assert {leaf.betweenness for leaf in leaves} == {0}
    # the centre gets all of each leaf, a leaf a sixth of the centre: c = a + d(1 - c), with a = (1 - d) / 7
    assert centre.pagerank == pytest.approx(((1 - DAMPING) / 7 + DAMPING) / (1 + DAMPING), abs=1e-9)
    assert [leaf.pagerank for leaf in leaves] == pytest.approx([(1 - centre.pagerank) / 6] * 6, abs=1e-9)


def test_of_two_cliques_the_bridge_carries_all_paths():
    first, second, *others = ranked(centrality(TWO_CLIQUES), "betweenness")
    assert [first.entity.iri, second.entity.iri] == ["004", "005"]
    assert first.betweenness == second.betweenness == 20, "each of 4 to each of 5"
    assert {row.betweenness for row in others} == {0}


@pytest.mark.parametrize("shape", SHAPES)
def test_betweenness_is_that_of_networkx(shape):
    network = SHAPES[shape]
    known = nx.betweenness_centrality(nx.Graph(network), normalized=False)
    assert {iri: row.betweenness for iri, row in by_name(network).items()} == pytest.approx(known, abs=1e-3)


@pytest.mark.parametrize("shape", SHAPES)
def test_pagerank_fulfils_its_definition(shape):
    network = SHAPES[shape]
    rows, plain = by_name(network), nx.Graph(network)
    assert sum(row.pagerank for row in rows.values()) == pytest.approx(1, abs=1e-7)
    for iri, row in rows.items():
        around = sum(rows[other].pagerank / plain.degree(other) for other in plain[iri])
        assert row.pagerank == pytest.approx((1 - DAMPING) / len(plain) + DAMPING * around, abs=1e-7)


def test_of_the_invented_graph(invented):
    rows = {row.entity.label: row for row in centrality(without_frame(invented))}
    assert (rows["林知远"].edges, rows["何清"].edges) == (2, 1)
    assert rows["林知远"].betweenness == 8, "between his post and each of the 8 others of the component"
    assert rows["何清"].betweenness == 0
    assert centrality(without_frame(invented))[0].entity.label == "青溪县"


def test_parallel_edges_count_as_edges_and_once_as_a_path():
    network = of([("a", "b"), ("b", "a"), ("b", "c")])
    rows = by_name(network)
    assert (rows["b"].edges, rows["b"].betweenness) == (3, 1)


def test_equals_stand_by_label_and_iri():
    network = of([("c", "d"), ("b", "a")])
    assert [row.entity.iri for row in centrality(network)] == ["a", "b", "c", "d"]


def test_above_the_limit_betweenness_is_estimated_and_always_the_same(monkeypatch):
    graph = undirected(like(nx.random_labeled_tree(400, seed=3)))
    exact = betweenness(graph, exact_limit=400)
    monkeypatch.setattr(measured, "MOST_PIVOTS", 200)
    estimate = betweenness(graph, exact_limit=399)
    assert estimate != exact
    assert estimate == betweenness(graph, exact_limit=399)
    highest = sorted(range(400), key=lambda v: -exact[v])[:10]
    assert [estimate[v] for v in highest] == pytest.approx([exact[v] for v in highest], rel=0.25)
    monkeypatch.setattr(measured, "MOST_PIVOTS", 400)
    assert betweenness(graph, exact_limit=10) == exact, "as many pivots as there are vertices is exact"


def test_nothing_has_no_rows():
    assert centrality(nx.MultiDiGraph()) == ()
