from pathlib import Path

import pytest
from rdflib import Graph

from explorer.browser import CHROMIUM, Browser

INVENTED = Path(__file__).parent.parent / "analysis" / "invented.ttl"


@pytest.fixture(scope="session")
def invented() -> Graph:
    return Graph().parse(INVENTED)


@pytest.fixture(scope="session")
def browser():
    """A browser for the whole session; Chromium missing is the only reason to go without."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with Browser() as opened:
        yield opened
