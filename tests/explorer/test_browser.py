"""The page in a browser with its network cut: it draws, finds, explains, and runs nothing of the graph's."""

import json

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kg.explorer.page import render_explorer

ID = "https://w3id.org/county-kg/id/"
PANEL = "document.getElementById('panel').textContent"


@pytest.fixture(scope="module")
def page(invented, tmp_path_factory):
    file = tmp_path_factory.mktemp("explorer") / "explorer.html"
    file.write_text(render_explorer(invented), encoding="utf-8")
    return file


@pytest.fixture
def quiet(browser, page):
    """The browser; after the test, the page must not have complained nor asked for anything but itself."""
    browser.console.clear()
    browser.requests.clear()
    yield browser
    browser.run("1")
    assert browser.console == []
    assert {url.split("#")[0] for url in browser.requests} <= {page.resolve().as_uri(), "about:blank", "data:,"}


def place(browser, name):
    """Where an entity of the graph is drawn in the window."""
    return browser.run(f"""(() => {{
        const id = kg.byIri.get({json.dumps(ID + name)});
        const at = kg.view.network.canvasToDOM(kg.view.network.getPositions([id])[id]);
        const stage = document.getElementById('network').getBoundingClientRect();
        return [stage.x + at.x, stage.y + at.y];
    }})()""")


def test_it_draws_the_graph(quiet, page):
    quiet.open(page, "lang=zh")
    assert quiet.run("kg.view.size()") == quiet.run("kg.nodes.size") > 20
    assert "青溪县" in quiet.run(PANEL)
    assert "承载项目" in quiet.run("document.getElementById('legend').textContent")
    assert quiet.run(
        "(() => { const c = document.querySelector('canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; return d.some((v) => v > 0 && v < 250); })()"
    ), "something is painted"


def test_search_finds_short_forms_and_focuses(quiet, page):
    quiet.open(page, "lang=zh")
    quiet.run("document.getElementById('search').focus()")
    quiet.write("青溪")
    found = quiet.run("[...document.querySelectorAll('#results li bdi:first-of-type')].map((e) => e.textContent)")
    assert found[0] == "青溪县", "its short form is the very word"
    quiet.key("Enter")
    quiet.wait("kg.view.focused !== null")
    card = quiet.run(PANEL)
    assert "县市区" in card and "林知远" in card and "竹纤维项目" in card and "5亿元" in card
    assert quiet.run("kg.view.size()") < quiet.run("kg.nodes.size")


def test_what_is_nowhere_is_not_found(quiet, page):
    quiet.open(page, "lang=zh&find=无此人")
    assert quiet.run("document.getElementById('results').textContent") == "没有找到"


def test_a_click_on_an_edge_shows_its_quotes_with_the_words_marked(quiet, page):
    quiet.open(page, f"lang=zh&focus={ID}o1")
    (ax, ay), (bx, by) = place(quiet, "o1"), place(quiet, "c1")
    x, y = ax + 0.7 * (bx - ax), ay + 0.7 * (by - ay)
    quiet.click(x, y)
    quiet.wait("document.querySelectorAll('#panel .segment').length === 2")
    assert quiet.run("document.querySelector('#panel mark.s').textContent") == "林知远"
    assert quiet.run("document.querySelector('#panel mark.o').textContent") in ("青溪县", "青溪县委书记")
    shown = quiet.run(PANEL)
    for words in ("昨日，", "青溪县开工", "2030-01-02", "first.txt", "leads.headline", "0.95", "36–81", "second.txt"):
        assert words in shown


def test_a_click_on_a_node_shows_its_card_and_back_goes_back(quiet, page):
    quiet.open(page, "lang=zh")
    quiet.click(*place(quiet, "o1"))
    quiet.wait("document.querySelector('#panel h2').textContent === '林知远'")
    assert "青溪县委书记" in quiet.run(PANEL) and "见于 2030-01-02 至 2030-05-06" in quiet.run(PANEL)
    quiet.run("document.getElementById('back').click()")
    quiet.wait("document.querySelector('#panel h2').textContent === '本图内容'")


def test_denied_claims_stand_on_the_card_with_their_modality(quiet, page):
    quiet.open(page, f"lang=zh&node={ID}k1")
    assert "否认" in quiet.run("document.querySelector('#panel .unpublished').textContent")
    quiet.run("document.querySelector('#panel .unpublished .quotes').click()")
    quiet.wait("document.querySelector('#panel .warning')")
    assert "网传松风集团承建东湖码头不实" in quiet.run(PANEL)


def test_the_legend_hides_and_shows_a_kind(quiet, page):
    quiet.open(page, "lang=en")
    before = quiet.run("kg.view.size()")
    toggle = "[...document.querySelectorAll('#kinds button')].find((b) => b.textContent === 'Project').click()"
    quiet.run(toggle)
    assert quiet.run("kg.view.size()") == before - 6
    quiet.run(toggle)
    assert quiet.run("kg.view.size()") == before


def test_the_language_switches(quiet, page):
    quiet.open(page, f"lang=zh&node={ID}c1")
    assert "主要领导" in quiet.run(PANEL)
    quiet.run("document.getElementById('language').click()")
    assert "led by" in quiet.run(PANEL) and "County" in quiet.run(PANEL)
    assert quiet.run("document.documentElement.lang") == "en"


@pytest.mark.parametrize(
    "name",
    [
        "<script>document.title='owned'</script>",
        "</script><script>document.title='owned'</script>",
        "\"'><img src=x onerror=\"document.title='owned'\">",
        "javascript:document.title='owned'",
        "\u202eegap.exe",
        "😀甲\U00020000",
        "=cmd|' /C calc'!A0",
        "__proto__",
        "constructor",
        "长" * 10_000,
    ],
)
def test_hostile_names_are_shown_as_text(browser, invented, tmp_path, name):
    graph = Graph() + invented
    for thing in ("c1", "o1"):
        graph.set((URIRef(ID + thing), RDFS.label, Literal(name)))
    for subject in list(graph.subjects(URIRef("http://www.w3.org/ns/oa#exact"))):
        graph.set((subject, URIRef("http://www.w3.org/ns/oa#exact"), Literal(name)))
    page = tmp_path / "explorer.html"
    page.write_text(render_explorer(graph), encoding="utf-8")
    browser.console.clear()
    browser.open(page, f"lang=zh&node={ID}c1")
    assert browser.run("document.querySelector('#panel h2').textContent") == name
    browser.run(f"kg.search({json.dumps(name[:40])})")
    assert browser.run("document.querySelector('#results bdi').textContent") == name
    browser.run("kg.go({ claim: 0 })")
    browser.wait("document.querySelector('#panel blockquote')")
    assert name in browser.run("document.querySelector('#panel blockquote').textContent")
    assert browser.run("document.title").startswith("县域知识图谱")
    assert browser.run("document.querySelectorAll('script:not([type])').length") == 6
    assert browser.run("document.querySelectorAll('img, iframe, a').length") == 0
    assert browser.console == []
