"""The page in a browser with its network cut: it draws, finds, filters, expands and explains."""

import json

import pytest
from rdflib import Graph, URIRef

from kg.explorer.page import render_explorer

ID = "https://w3id.org/county-kg/id/"
PANEL = "document.getElementById('panel').textContent"
TITLE = "document.querySelector('#panel h2').textContent"
DRAWN = "kg.view.drawn().map((id) => kg.nodes.get(id).name)"


@pytest.fixture(scope="module")
def page(invented, tmp_path_factory):
    file = tmp_path_factory.mktemp("explorer") / "explorer.html"
    graph = Graph() + invented
    # A meeting of the county's committee, so that its card has something to tell.
    graph.add((URIRef(ID + "m1"), URIRef("https://schema.org/organizer"), URIRef(ID + "g1")))
    file.write_text(render_explorer(graph), encoding="utf-8")
    return file


def place(browser, name):
    """Where an entity of the graph is drawn in the window."""
    return browser.run(f"""(() => {{
        const id = kg.byIri({json.dumps(ID + name)});
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
    quiet.wait("kg.view.focused() !== null")
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
    toggle = (
        "(() => { const project = [...document.querySelectorAll('#kinds button')]"
        ".find((b) => b.textContent === 'Project'); project.focus(); project.click(); })()"
    )
    quiet.run(toggle)
    quiet.wait(f"kg.view.size() === {before - 6}")
    assert quiet.run("document.activeElement.textContent") == "Project", "the keyboard stays where it was"
    quiet.run(toggle)
    quiet.wait(f"kg.view.size() === {before}")


def test_the_legend_hides_a_relation_and_what_hangs_by_it_alone(quiet, page):
    quiet.open(page, "lang=en")
    quiet.run("[...document.querySelectorAll('#lines button')].find((b) => b.textContent === 'directs').click()")
    quiet.wait("location.hash.includes('hide=directs')")
    drawn = quiet.run(DRAWN)
    assert "工业倍增计划" not in drawn and "林知远" in drawn
    quiet.run("document.getElementById('back').click()")
    quiet.wait(f"{DRAWN}.includes('工业倍增计划')")


def test_all_and_none_of_the_kinds(quiet, page):
    quiet.open(page, "lang=en")
    quiet.run("[...document.querySelectorAll('#kinds button')].find((b) => b.textContent === 'None').click()")
    quiet.wait("kg.view.size() === 0")
    quiet.run("[...document.querySelectorAll('#kinds button')].find((b) => b.textContent === 'All').click()")
    quiet.wait("kg.view.size() === kg.nodes.size")


def test_an_area_keeps_what_lies_below_it(quiet, page):
    quiet.open(page, "lang=zh")
    quiet.run("document.getElementById('area').focus()")
    quiet.write("安和")
    quiet.key("ArrowDown")
    quiet.key("Enter")
    quiet.wait("kg.state().area !== null")
    drawn = set(quiet.run(DRAWN))
    assert {"安和市", "青溪县", "白石县", "柳河镇", "柳河大桥", "竹纤维项目", "林知远"} <= drawn
    assert not drawn & {"东湖区", "东湖码头", "何清", "云海省"}
    assert quiet.run(TITLE) == "安和市"
    assert quiet.run("document.getElementById('area').value") == "安和市"
    assert "此地及下辖共" in quiet.run("document.getElementById('drawn').textContent")
    quiet.run("document.getElementById('area').value = ''")
    quiet.run("document.getElementById('area').dispatchEvent(new Event('input'))")
    quiet.wait("kg.state().area === null && kg.view.size() === kg.nodes.size")


def test_an_address_names_area_filters_and_language(quiet, page):
    quiet.open(page, f"lang=en&area={ID}c1&hide=post,holds")
    drawn = quiet.run(DRAWN)
    assert "竹纤维项目" in drawn and "青溪县委书记" not in drawn
    assert "County" in quiet.run(PANEL)
    quiet.open(page, f"area={ID}nowhere&focus={ID}nobody&hide=nothing&claim=x&lang=xx")
    assert quiet.run("kg.view.size() === kg.nodes.size"), "what there is not is passed over"


def test_expanding_adds_neighbours_in_place_and_back_takes_them_away(quiet, page):
    quiet.open(page, f"lang=zh&focus={ID}o1")
    assert "安和市" not in quiet.run(DRAWN)
    at = place(quiet, "c1")
    before = quiet.run("kg.view.size()")
    quiet.click(*at)
    quiet.wait("document.querySelector('#panel .expand')")
    left = quiet.run("kg.view.undrawn(kg.byIri('" + ID + "c1')).length")
    assert quiet.run("document.querySelector('#panel .expand').textContent") == f"展开相邻的 {left} 个"
    quiet.run("document.querySelector('#panel .expand').click()")
    quiet.wait(f"kg.view.size() === {before + left}")
    assert "安和市" in quiet.run(DRAWN) and quiet.run(TITLE) == "青溪县"
    assert quiet.run("kg.view.focused() === kg.byIri('" + ID + "o1')"), "the focus stays"
    quiet.run("document.getElementById('back').click()")
    quiet.wait(f"kg.view.size() === {before}")


def test_the_drawing_is_walked_by_keyboard(quiet, page):
    quiet.open(page, f"lang=zh&focus={ID}c1")
    quiet.run("document.getElementById('network').focus()")
    quiet.key("ArrowRight")
    assert quiet.run("document.getElementById('told').textContent") == "青溪县 · 县市区"
    quiet.key("ArrowDown")
    there = quiet.run("document.getElementById('told').textContent")
    assert there != "青溪县 · 县市区"
    quiet.key("Enter")
    quiet.wait(f"kg.view.focused() !== null && {TITLE} + ' · ' === {json.dumps(there)}.slice(0, {TITLE}.length + 3)")
    quiet.run("document.getElementById('network').focus()")
    quiet.key("Escape")
    quiet.wait("kg.view.focused() === null")


def test_escape_closes_the_results_and_arrows_choose(quiet, page):
    quiet.open(page, "lang=zh")
    quiet.run("document.getElementById('search').focus()")
    quiet.write("青溪")
    quiet.key("ArrowDown")
    quiet.key("ArrowDown")
    chosen = quiet.run("document.querySelector('#results [aria-selected=true]').id")
    assert quiet.run("document.getElementById('search').getAttribute('aria-activedescendant')") == chosen == "results-1"
    quiet.key("Escape")
    assert quiet.run("document.getElementById('results').hidden")
    assert quiet.run("document.getElementById('search').getAttribute('aria-expanded')") == "false"


def test_the_card_of_a_county_tells_leaders_projects_targets_and_policies(quiet, page):
    quiet.open(page, f"lang=zh&node={ID}c1")
    heads = quiet.run("[...document.querySelectorAll('#panel h3')].map((h) => h.firstChild.textContent)")
    assert heads[:5] == ["主要领导", "承载项目", "公布批次", "目标", "会议与部署"]
    shown = quiet.run(PANEL)
    for words in ("青溪县委书记", "见于 2030-01-02 至 2030-05-06", "5亿元", "17 个项目、99亿元", "工业倍增计划"):
        assert words in shown


def test_everything_that_can_be_used_has_a_name(quiet, page):
    quiet.open(page, f"lang=en&node={ID}c1")
    unnamed = quiet.run(
        "[...document.querySelectorAll('button, input, [role]')].filter((e) => !e.hidden && "
        "!(e.getAttribute('aria-label') || e.textContent.trim() || e.id === 'told' || e.id === 'search-box'))"
        ".map((e) => e.outerHTML)"
    )
    assert unnamed == []


def test_no_labels_of_the_start_cover_each_other(quiet, page):
    quiet.open(page, "lang=zh")
    assert quiet.run(OVERLAPS) == []


OVERLAPS = """(() => {
    const boxes = kg.view.drawn().map((id) => [kg.nodes.get(id).name, kg.view.network.getBoundingBox(id)]);
    const found = [];
    boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2) found.push([one, other]);
    }));
    return found;
})()"""


def test_the_language_switches(quiet, page):
    quiet.open(page, f"lang=zh&node={ID}c1")
    assert "主要领导" in quiet.run(PANEL)
    quiet.run("document.getElementById('language').click()")
    assert "lang=en" in quiet.run("location.hash"), "a link keeps the language"
    assert "led by" in quiet.run(PANEL) and "County" in quiet.run(PANEL)
    assert quiet.run("document.documentElement.lang") == "en"
