from pathlib import Path

import pytest
from rdflib import Graph


@pytest.fixture(scope="session")
def invented() -> Graph:
    return Graph().parse(Path(__file__).with_name("invented.ttl"))
