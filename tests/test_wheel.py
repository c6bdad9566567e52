"""A wheel works outside the checkout: the ontology and the data files are inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env=inherited | environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("county_kg-*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def test_holds_every_file_of_the_package_and_the_ontology(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"{target}/{file.relative_to(ROOT / source).as_posix()}"
        for source, target in {"kg": "kg", "ontology": "kg/ontology"}.items()
        for file in (ROOT / source).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    }
    files = ("county-kg.ttl", "shapes.ttl", "disagreements.ttl", "bounds.toml", "context.jsonld", "queries/leaders.rq")
    assert {f"kg/ontology/{name}" for name in files} <= wanted
    assert {"kg/data/fonts/NotoSansSC-Subset.otf", "kg/explorer/appearance.json"} <= wanted
    assert any(name.startswith("kg/lexicons/") for name in wanted)
    assert wanted - inside == set()


def test_holds_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    licences = {name.split(".dist-info/licenses/")[1] for name in names if ".dist-info/licenses/" in name}
    of_data = {
        file.relative_to(ROOT).as_posix() for kind in ("LICENSE*", "NOTICE*") for file in ROOT.glob(f"kg/data/*/{kind}")
    }
    assert {"kg/data/fonts/LICENSE-NotoSansSC", "kg/data/divisions/NOTICE"} <= of_data
    assert licences == {"LICENSE", *of_data}


def test_finds_its_ontology(site: Path, tmp_path: Path) -> None:
    code = "from kg.graph.resources import ontology_folder; print(ontology_folder())"
    assert run("-c", code, cwd=tmp_path, PYTHONPATH=str(site)).strip() == str(site / "kg" / "ontology")


def test_finds_its_saved_queries(site: Path, tmp_path: Path) -> None:
    listed = run("-m", "kg.commands.main", "query", "--list", cwd=tmp_path, PYTHONPATH=str(site))
    assert all(path.stem in listed for path in (ROOT / "ontology" / "queries").glob("*.rq"))


def test_builds_a_graph_outside_the_checkout(site: Path, tmp_path: Path) -> None:
    seed = min((ROOT / "seeds").glob("*.txt"))
    run("-m", "kg.commands.main", "build", seed, "-o", tmp_path / "output", cwd=tmp_path, PYTHONPATH=str(site))
    store = ox.Store()
    for name in ("graph.ttl", "evidence.ttl"):
        store.bulk_load(path=tmp_path / "output" / name, format=ox.RdfFormat.TURTLE)
    assert store.query("ASK { ?s <https://w3id.org/county-kg/ontology#leads> ?o }")
