"""Names that attack a page are shown as the text that they are: on cards, in results, in quotes, on the canvas."""

import json

import pytest
from hostile import HOSTILE_NAMES
from rdflib import Graph, Literal, Namespace
from rdflib.namespace import ORG, RDF, RDFS

from kg.analysis.namespaces import DCTERMS, KG, OA, PROV, SCHEMA, SKOS
from kg.explorer.page import OUR_SCRIPTS, render_explorer

ID = Namespace("https://w3id.org/county-kg/id/")
PANEL = "document.getElementById('panel').textContent"
KINDS = {"county": KG.County, "official": KG.Official, "post": ORG.Post, "project": KG.Project, "meeting": KG.Meeting}


def hostile_graph() -> Graph:
    """For each name a county, its leader, his post, a project and a meeting of that name, and a claim full of it."""
    graph = Graph()
    for at, text in enumerate(HOSTILE_NAMES):
        name = Literal(text)
        things = {kind: ID[f"{kind}{at}"] for kind in KINDS}
        for kind, thing in things.items():
            graph.add((thing, RDF.type, KINDS[kind]))
            graph.add((thing, RDFS.label, name))
            graph.add((thing, SKOS.altLabel, Literal(f"{at}号{text}")))
        claim, segment, quote, article = (ID[f"{part}{at}"] for part in ("claim", "segment", "quote", "article"))
        for triple in (
            (things["official"], KG.leads, things["county"]),
            (things["official"], ORG.holds, things["post"]),
            (things["county"], KG.hosts, things["project"]),
            (things["meeting"], SCHEMA.location, things["county"]),
            (things["project"], KG.industry, name),
            (things["project"], KG.status, name),
            (claim, RDF.type, KG.Claim),
            (claim, RDF.subject, things["official"]),
            (claim, RDF.predicate, KG.leads),
            (claim, RDF.object, things["county"]),
            (claim, KG.inPost, things["post"]),
            (claim, PROV.wasDerivedFrom, segment),
            (segment, OA.hasSource, article),
            (segment, OA.hasSelector, quote),
            (segment, KG.rule, name),
            (segment, KG.modality, KG.Asserted),
            *((quote, part, name) for part in (OA.exact, OA.prefix, OA.suffix)),
            (article, RDF.type, SCHEMA.NewsArticle),
            *((article, part, name) for part in (DCTERMS.identifier, SCHEMA.headline, DCTERMS.publisher, SCHEMA.url)),
        ):
            graph.add(triple)
    return graph


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    file = tmp_path_factory.mktemp("hostile") / "explorer.html"
    file.write_text(render_explorer(hostile_graph()), encoding="utf-8", newline="")
    return file


@pytest.fixture(scope="module")
def opened(browser, page):
    browser.open(page, "lang=zh")
    return browser


@pytest.mark.parametrize("at", range(len(HOSTILE_NAMES)))
def test_hostile_names_are_shown_as_text(quiet, opened, at):
    name = HOSTILE_NAMES[at]
    for kind in KINDS:
        iri = json.dumps(str(ID[f"{kind}{at}"]))
        quiet.run(f"kg.go({{ focus: kg.byIri({iri}) }})")
        quiet.wait(f"kg.view.focused() === kg.byIri({iri})")
        assert quiet.run("document.querySelector('#panel h2').textContent") == name
    assert quiet.run(PANEL).count(name) >= 3, "the meeting's own name, its further name, its place"
    quiet.run(f"kg.search({json.dumps(name[:40])})")
    assert name in quiet.run("[...document.querySelectorAll('#results bdi')].map((e) => e.textContent)")
    quiet.run(f"kg.go({{ claim: kg.claimAt({json.dumps(str(ID[f'claim{at}']))}) }})")
    quiet.wait("document.querySelector('#panel blockquote')")
    quote, shown = quiet.run("document.querySelector('#panel blockquote').textContent"), quiet.run(PANEL)
    assert quote == f"…{name}{name}{name}…"
    assert shown.count(name) >= 10, "both ends, the post, the quote, the article, its address, the rule"
    assert quiet.run("document.title") == "县域知识图谱 · County knowledge graph"
    assert quiet.run("document.querySelectorAll('script:not([type])').length") == 1 + len(OUR_SCRIPTS)
    assert (
        quiet.run(
            "document.querySelectorAll('img, iframe, object, embed, svg, a, form, meta[http-equiv=refresh]').length"
        )
        == 0
    )
    assert quiet.run("getComputedStyle(document.body).display") == "flex", "no style of theirs holds"
