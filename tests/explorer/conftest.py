from pathlib import Path

import pytest
from rdflib import Graph

import kg
from explorer.browser import CHROMIUM, Browser
from kg.explorer.page import render_explorer

HERE = Path(__file__).parent
INVENTED = HERE.parent / "analysis" / "invented.ttl"
SEEDS = HERE.parents[1] / "seeds"


@pytest.fixture(scope="session")
def invented() -> Graph:
    return Graph().parse(INVENTED)


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory) -> Path:
    """The page of the seeds, as `kg build seeds` writes it."""
    file = tmp_path_factory.mktemp("seeds") / "explorer.html"
    file.write_text(render_explorer(kg.build([SEEDS])), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def browser():
    """A browser for the whole session; Chromium missing is the only reason to go without."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with Browser() as opened:
        yield opened


@pytest.fixture
def quiet(browser):
    """The browser; after the test, no page must have complained nor asked for anything but itself."""
    browser.console.clear()
    browser.requests.clear()
    yield browser
    browser.run("1")
    assert browser.console == []
    assert [url for url in browser.requests if not url.startswith(("file:///", "about:blank", "data:,"))] == []
    assert len({url.split("#")[0] for url in browser.requests if url.startswith("file:///")}) <= 1
