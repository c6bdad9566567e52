"""The builds that the exports are tried on, and node with the readers of `tests/npm`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.exports.reading import Build

from .builds import hostile_triples, invented_world, write_build, write_world

NPM = Path(__file__).resolve().parents[2] / "npm"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return write_world(tmp_path_factory.mktemp("build"), invented_world())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return write_build(tmp_path_factory.mktemp("hostile"), *hostile_triples())


@pytest.fixture(scope="session")
def node() -> Callable[[str, bytes], bytes]:
    """Runs a script of `tests/npm` with a document on its standard input."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (NPM / "node_modules").is_dir():
        pytest.skip("the readers are not installed: npm ci --prefix tests/npm")

    def run(script: str, document: bytes) -> bytes:
        return subprocess.run(["node", str(NPM / script)], input=document, capture_output=True, check=True).stdout

    return run
