"""The page of the seeds in a browser: what a reader does with it first."""

import json

import pytest

from explorer.browser import CHROMIUM, Browser
from explorer.test_browser import DRAWN, OVERLAPS, PANEL, TITLE

SMALL = (640, 560)


def find(quiet, name):
    quiet.run("document.getElementById('search').focus()")
    quiet.write(name)
    quiet.key("Enter")
    quiet.wait(f"document.querySelector('#panel h2').textContent === {json.dumps(name)}")


def click_edge(quiet, one, other, share=0.55):
    """A click on the drawn edge between two entities, by their names."""
    places = quiet.run(f"""(() => {{
        const stage = document.getElementById('network').getBoundingClientRect();
        return {json.dumps([one, other])}.map((name) => {{
            const id = kg.view.drawn().find((id) => kg.nodes.get(id).name === name);
            const at = kg.view.network.canvasToDOM(kg.view.network.getPositions([id])[id]);
            return [stage.x + at.x, stage.y + at.y];
        }});
    }})()""")
    (ax, ay), (bx, by) = places
    quiet.click(ax + share * (bx - ax), ay + share * (by - ay))


def test_a_leader_is_found_and_the_edge_to_his_county_shows_the_words(quiet, seeds_page):
    quiet.open(seeds_page, "lang=zh")
    find(quiet, "孙修炜")
    click_edge(quiet, "孙修炜", "齐河县")
    quiet.wait("document.querySelector('#panel blockquote')")
    assert quiet.run("document.querySelector('#panel mark.s').textContent") == "孙修炜"
    assert "齐河" in quiet.run("document.querySelector('#panel mark.o').textContent")
    shown = quiet.run(PANEL)
    assert "主政" in shown and "规则" in shown and "置信度" in shown


def test_a_filter_to_a_county_leaves_its_projects(quiet, seeds_page):
    quiet.open(seeds_page, "lang=zh")
    quiet.run("document.getElementById('area').focus()")
    quiet.write("乐陵市")
    quiet.key("Enter")
    quiet.wait(f"{TITLE} === '乐陵市'")
    drawn = set(quiet.run(DRAWN))
    hosted = quiet.run(
        "kg.along(kg.view.drawn().find((id) => kg.nodes.get(id).name === '乐陵市'), 'hosts')"
        ".map(({ id }) => kg.nodes.get(id).name)"
    )
    assert len(hosted) >= 10 and set(hosted) <= drawn
    assert not drawn & {"平原县", "齐河县", "孙修炜", "德州市"}


def test_the_other_language(quiet, seeds_page):
    quiet.open(seeds_page, "lang=zh")
    find(quiet, "孙修炜")
    quiet.run("document.getElementById('language').click()")
    quiet.wait("document.documentElement.lang === 'en'")
    assert "In office" in quiet.run(PANEL) and "Official" in quiet.run(PANEL)
    assert quiet.run("document.getElementById('search').placeholder").startswith("Search")


def test_the_start_can_be_read(quiet, seeds_page):
    quiet.open(seeds_page, "lang=zh")
    assert quiet.run("kg.view.size()") <= 100
    assert quiet.run(OVERLAPS) == []
    assert quiet.run("13 * kg.view.network.getScale()") >= 9, "pixels of the smallest print in a window of 1400 × 900"


@pytest.fixture(scope="module")
def small():
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with Browser(*SMALL) as opened:
        yield opened


def test_a_small_window_shows_drawing_card_and_search(small, seeds_page):
    small.open(seeds_page, "lang=zh")
    assert small.run("document.documentElement.scrollWidth <= innerWidth"), "nothing runs out sideways"
    for element in ("search", "area", "network", "panel", "language", "legend-title"):
        wide, high, right, bottom = small.run(
            f"(() => {{ const r = document.getElementById('{element}').getBoundingClientRect();"
            "return [r.width, r.height, r.right, r.bottom]; })()"
        )
        assert wide > 30 and high > 15 and right <= SMALL[0] and bottom <= SMALL[1] + 1, element
    assert small.run("document.getElementById('network').clientHeight") > 180
    find(small, "孙修炜")
    assert small.console == []
