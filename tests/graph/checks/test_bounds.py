"""Bounds of counts: a class that falls silent is told, and so is a file of bounds that is broken."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph.checks import check
from kg.graph.checks.bounds import BoundsUnreadable, number_of, out_of_bounds, read_bounds
from kg.graph.resources import ONTOLOGY, ontology_text
from kg.graph.vocabulary import expand


def store_of(articles: int, **counts: int) -> ox.Store:
    """So many articles, officials and edges of kg:leads."""
    store = ox.Store()
    a, person = ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("kg:Official"))
    for number in range(articles):
        store.add(ox.Quad(ox.NamedNode(f"urn:article{number}"), a, ox.NamedNode(expand("schema:NewsArticle"))))
    for number in range(counts.get("officials", 0)):
        store.add(ox.Quad(ox.NamedNode(f"urn:person{number}"), a, person))
    for number in range(counts.get("leads", 0)):
        leads = ox.NamedNode(expand("kg:leads"))
        store.add(ox.Quad(ox.NamedNode(f"urn:person{number}"), leads, ox.NamedNode("urn:county")))
    return store


@pytest.mark.parametrize(("text", "articles", "officials", "found"), [
    ('[count]\n"kg:Official" = [2, 4]', 1, 2, []),
    ('[count]\n"kg:Official" = [2, 4]', 1, 4, []),
    ('[count]\n"kg:Official" = [2, 4]', 1, 1, ["1 kg:Official in 1 articles, where 2 to 4 are expected"]),
    ('[count]\n"kg:Official" = [2, 4]', 1, 5, ["5 kg:Official in 1 articles, where 2 to 4 are expected"]),
    ('[per_article]\n"kg:Official" = [0.5, 2]', 10, 4, ["4 kg:Official in 10 articles, where 5 to 20 are expected"]),
    ('[per_article]\n"kg:Official" = [0.5, 2]', 10, 5, []),
    ('least_articles = 11\n[per_article]\n"kg:Official" = [0.5, 2]', 10, 4, []),
    ('least_articles = 10\n[per_article]\n"kg:leads" = [0.5, 2]', 10, 4, ["0 kg:leads in 10 articles"]),
])  # fmt: skip
def test_what_is_out_of_bounds(text: str, articles: int, officials: int, found: list[str]) -> None:
    told = [finding.message.en for finding in out_of_bounds(store_of(articles, officials=officials), read_bounds(text))]
    assert len(told) == len(found) and all(part in message for part, message in zip(found, told, strict=True))


def test_a_build_in_which_nothing_was_found_is_told_relation_by_relation() -> None:
    messages = [finding.message for finding in check(store_of(100), only=["counts"])]
    assert len(messages) == 16
    assert any("0 个 kg:leads" in message.zh and "report.md" in message.en for message in messages)


def test_a_handful_of_articles_may_hold_nothing() -> None:
    assert check(store_of(99), only=["counts"]) == ()


def test_the_bounds_of_the_ontology_name_terms_of_the_ontology() -> None:
    ontology = ox.Store()
    ontology.load(ontology_text(ONTOLOGY), format=ox.RdfFormat.TURTLE)
    bounds = read_bounds(ontology_text("bounds.toml")).bounds
    assert len(bounds) == 16
    for bound in bounds:
        assert any(ontology.quads_for_pattern(ox.NamedNode(expand(bound.term)), None, None)), bound


def test_a_name_in_lower_case_counts_edges() -> None:
    store = store_of(0, officials=3, leads=2)
    assert (number_of(store, "kg:Official"), number_of(store, "kg:leads")) == (3, 2)


@pytest.mark.parametrize(("text", "reason"), [
    ("[count", "no valid TOML"),
    ("[counts]", "counts is not known"),
    ("count = 3", "count is a table"),
    ('[count]\nCounty = [1, 2]', "no name of the graph"),
    ('[count]\n"x:County" = [1, 2]', "no name of the graph"),
    ('[count]\n"kg:County" = 3', "two numbers"),
    ('[count]\n"kg:County" = [3, 1]', "the lower first"),
    ('[count]\n"kg:County" = [true, 1]', "two numbers"),
    ('[count]\n"kg:County" = [-1, 1]', "two numbers"),
    ('least_articles = "many"', "least_articles wants a number"),
])  # fmt: skip
def test_a_broken_file_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BoundsUnreadable, match=reason):
        read_bounds(text)
