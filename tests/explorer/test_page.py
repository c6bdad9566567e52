"""The page as a file: self-contained, escaped, the same bytes for the same graph."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import HOSTILE_NAMES
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kg.analysis.namespaces import KG, RDF
from kg.explorer.appearance import appearance
from kg.explorer.areas import area_parents
from kg.explorer.contents import read_contents
from kg.explorer.drawing import DRAWN_AT_START, drawn_views
from kg.explorer.labels import short_label
from kg.explorer.page import drawn_network, page_json, render_explorer

INVENTED = Path(__file__).parent.parent / "analysis" / "invented.ttl"
ID = "https://w3id.org/county-kg/id/"


class Page(HTMLParser):
    """Elements, attributes and the texts of scripts, as an HTML parser sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "script":
            self.scripts.append((self.elements[-1][1], data))
        elif self._inside == "style":
            self.styles.append(data)


@pytest.fixture(scope="module")
def text(invented):
    return render_explorer(invented)


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def block(page: Page, name: str):
    return json.loads(next(data for attrs, data in page.scripts if attrs.get("id") == name))


def claims_of(page: Page):
    blocks = [data for attrs, data in page.scripts if attrs.get("id", "").startswith("graph-claims-")]
    return [claim for data in blocks for claim in json.loads(data)]


def test_nothing_comes_from_elsewhere(page, text):
    for tag, attrs in page.elements:
        assert not {"src", "srcset", "action", "onclick", "onload", "style"} & set(attrs), (tag, attrs)
        assert attrs.get("href", "data:,") == "data:,"
    assert not re.search(r"@import|url\(\s*['\"]?(?!data:)", "".join(page.styles))
    calls = r"\bimport\s*\(|importScripts|XMLHttpRequest|\bfetch\s*\(|WebSocket|innerHTML|document\.write|\beval\s*\("
    assert not re.search(calls, text)
    for word in ("bootstrap", "cdnjs", "jsdelivr", "sourceMappingURL"):
        assert word not in text


def test_pyvis_renders_it(page, text, invented):
    look = appearance()
    contents = read_contents(invented, look)
    network = drawn_network(contents, look, drawn_views(contents, look))
    assert block(page, "graph-nodes") == network.nodes
    assert block(page, "graph-edges") == network.edges
    assert block(page, "graph-options")["physics"] == {"enabled": False}
    assert "vis-network" in text
    assert not [thing for thing in [*network.nodes, *network.edges] if "title" in thing]
    assert sum({"x", "y"} <= set(node) for node in network.nodes) == min(DRAWN_AT_START, len(contents.nodes))


def test_the_policy_lets_exactly_these_scripts_run(page):
    policy = next(attrs["content"] for _, attrs in page.elements if "http-equiv" in attrs)
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    run = [data for attrs, data in page.scripts if attrs.get("type") != "application/json"]
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in run]
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == [f"'sha256-{digest}'" for digest in digests]
    assert "unsafe" not in policy and "connect-src" not in rules


def test_edges_know_their_claims_and_structure_has_none(page):
    nodes = {node["id"]: node for node in block(page, "graph-nodes")}
    articles, claims = block(page, "graph-articles"), claims_of(page)
    edges = {(nodes[e["from"]]["label"], e["relation"], nodes[e["to"]]["label"]): e for e in block(page, "graph-edges")}
    leads = edges["林知远", "leads", "青溪县"]
    segments = [segment for at in leads["claims"] for segment in claims[at]["segments"]]
    assert segments[0]["runs"] == [["青溪县", "o"], ["委书记", ""], ["林知远", "s"], ["出席开工仪式", ""]]
    assert (segments[0]["prefix"], segments[0]["suffix"], segments[0]["rule"]) == ("昨日，", "。现场", "leads.headline")
    assert (segments[0]["confidence"], segments[0]["bytes"]) == (0.95, [36, 81])
    assert articles[segments[0]["article"]] == {
        "id": "first.txt", "headline": "青溪县开工", "date": "2030-01-02", "publisher": "云海日报",
    }  # fmt: skip
    assert (leads["said"], nodes[leads["post"]]["label"]) == (2, "青溪县委书记")
    assert "claims" not in edges["青溪县", "containedInPlace", "安和市"]
    assert ("松风集团", "builds", "东湖码头") not in edges
    assert [claim["modality"] for claim in claims if not claim["published"]] == ["Denied"]


def test_cards_have_facts_and_terms(page):
    contents = block(page, "graph-contents")
    by_name = {node["name"]: node for node in contents["nodes"].values()}
    assert by_name["竹纤维项目"]["facts"] == [["industry", ["新材料"]], ["investsCNY", ["500,000,000"]]]
    assert by_name["工业总产值600亿元"]["facts"][0] == ["indicator", ["工业总产值"]]
    assert dict(by_name["工业总产值600亿元"]["facts"])["year"] == ["2030"]
    assert by_name["青溪县"]["names"] == ["Qingxi", "青溪"]
    term = by_name["林知远"]["terms"][0]
    assert contents["nodes"][term["post"]]["name"] == "青溪县委书记"
    assert (term["first"], term["last"]) == ("2030-01-02", "2030-05-06")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_stay_text(invented, page, name):
    graph = Graph() + invented
    for thing in ("c1", "o1", "j1", "n1"):
        graph.set((URIRef(ID + thing), RDFS.label, Literal(name)))
    for predicate in (
        KG.rule,
        KG.industry,
        URIRef("http://www.w3.org/ns/oa#exact"),
        URIRef("https://schema.org/headline"),
    ):
        for subject in list(graph.subjects(predicate)):
            graph.set((subject, predicate, Literal(name)))
    text = render_explorer(graph)
    text.encode("utf-8")
    hostile = Page(text)
    assert [(tag, set(attrs)) for tag, attrs in hostile.elements] == [(tag, set(attrs)) for tag, attrs in page.elements]
    contents = block(hostile, "graph-contents")
    assert name in {node["name"] for node in contents["nodes"].values()}
    assert all(len(node["label"]) < 80 for node in block(hostile, "graph-nodes"))


def test_json_of_the_page_never_ends_its_block():
    value = ["</script>", "<!--", "&amp;", "'", "\u2028\u2029", "\ud800", "😀甲"]
    written = page_json(value)
    assert not set("<>&'\u2028\u2029\ud800") & set(written)
    assert json.loads(written) == value


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "a\x00b", "😀\ud83d", "", "\u202e"])
def test_labels_of_the_canvas_are_short_and_plain(name):
    lines = short_label(name).split("\n")
    assert 1 <= len(lines) <= 2 and all(0 < len(line) <= 17 for line in lines)
    assert not set("\u202e\u2028\x00") & set("".join(lines))


def test_the_start_keeps_to_its_limit_and_shows_areas_above(invented):
    contents = read_contents(invented, appearance())
    assert len(drawn_views(contents, appearance()).places[""]) == len(contents.nodes)
    few = drawn_views(contents, appearance(), most=9).places[""]
    assert 5 <= len(few) <= 9
    parents = area_parents(contents)
    assert all(parents[node] in few for node in few if parents.get(node))
    assert "青溪县" in {node.entity.label for node in contents.nodes if node.id in few}


def test_a_circle_of_areas_is_cut(invented):
    graph = Graph() + invented
    graph.add((URIRef(ID + "p1"), URIRef("https://schema.org/containedInPlace"), URIRef(ID + "c1")))
    assert render_explorer(graph)


def test_an_empty_graph_has_a_page():
    assert "graph-nodes" in render_explorer(Graph())


def test_a_claim_about_something_without_a_class_is_left_out():
    graph = Graph()
    graph.add((URIRef(ID + "x"), RDF.type, KG.Claim))
    for predicate in (RDF.subject, RDF.predicate, RDF.object):
        graph.add((URIRef(ID + "x"), predicate, URIRef(ID + "nothing")))
    assert read_contents(graph, appearance()).claims == ()


SCRIPT = """
import sys, random
from rdflib import Graph
from kg.explorer.page import render_explorer
triples = sorted(Graph().parse(sys.argv[1])); random.Random(sys.argv[2]).shuffle(triples)
graph = Graph()
for triple in triples: graph.add(triple)
sys.stdout.buffer.write(render_explorer(graph).encode())
"""


def test_the_same_bytes_under_every_hash_seed_and_order(text):
    pages = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(INVENTED), seed],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("0", "4242")
    }  # fmt: skip
    assert pages == {text.encode()}
