"""`kg export`: which format, from where, to where, and what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Kg, started
from rdflib import Graph

from kg.explorer.appearance import appearance
from kg.graph.exports.formats import FORMATS
from kg.graph.exports.gexf import rgb

ESCAPE = '@prefix id: <https://w3id.org/county-kg/id/> . id:a <https://schema.org/name> "甲\\u001B[2J" .\n'


EVERY_FORMAT = """
import sys
from kg.commands.main import main
from kg.graph.exports.formats import FORMATS
for name in FORMATS:
    main(["export", "-g", sys.argv[1], "-f", name, "-o", sys.argv[2] + "/" + name], standalone_mode=False)
"""


def test_writes_the_same_bytes_whatever_the_order_of_hashes(built: Path, tmp_path: Path) -> None:
    found = []
    for seed in ("1", "2"):
        command = [sys.executable, "-c", EVERY_FORMAT, str(built), str(tmp_path / seed)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        files = [path for path in sorted((tmp_path / seed).rglob("*")) if path.is_file()]
        found.append({str(path.relative_to(tmp_path / seed)): path.read_bytes() for path in files})
    assert found[0] == found[1]
    assert {name.split("/")[0] for name in found[0]} == set(FORMATS)


def test_knows_the_format_by_the_ending_of_the_file(kg: Kg, built: Path, tmp_path: Path) -> None:
    for form in FORMATS.values():
        for ending in form.endings:
            assert kg("export", "-g", built, "-o", tmp_path / f"x{ending}").code == 0
    assert (tmp_path / "x.gexf").read_text("utf-8").startswith("<?xml version='1.0' encoding='utf-8'?>\n<gexf ")
    graph, evidence = (Graph().parse(built / name) for name in ("graph.ttl", "evidence.ttl"))
    assert len(Graph().parse(tmp_path / "x.nt")) == len(graph) + len(evidence)


def test_draws_counties_as_the_explorer_does(kg: Kg, built: Path, tmp_path: Path) -> None:
    kg("export", "-g", built, "-o", tmp_path / "x.gexf")
    colour = rgb(appearance().kinds["county"]["colour"])
    drawn = " ".join(f'{part}="{value}"' for part, value in colour.items())
    assert f"<viz:color {drawn}" in (tmp_path / "x.gexf").read_text("utf-8")


def test_writes_to_standard_output(kg: Kg, built: Path) -> None:
    done = kg("export", "-g", built, "-f", "ntriples", "--only", "graph")
    assert len(Graph().parse(data=done.out, format="nt")) == len(Graph().parse(built / "graph.ttl"))
    assert (done.code, done.err) == (0, "")


def test_stops_quietly_when_its_reader_does(built: Path) -> None:
    process = started("export", "-g", built, "-f", "ntriples")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(100)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(30)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "which format? Name it with -f: turtle, "),
        (("-o", "x.doc"), "which format?"),
        (("-f", "neo4j"), "neo4j is a folder of files: name it with -o"),
        (("-f", "gexf", "--only", "evidence"), "take --only all"),
        (("-f", "turtle", "-g", "no/such/folder"), "no/such/folder/graph.ttl: cannot be read"),
        (("-f", "turtle", "-o", "pyproject.toml/x"), "cannot write to pyproject.toml/x"),
    ],
)
def test_says_what_it_cannot_do(kg: Kg, built: Path, arguments: tuple[str, ...], reason: str) -> None:
    done = kg("export", *(("-g", built) if "-g" not in arguments else ()), *arguments)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err and "Traceback" not in done.err


def test_leaves_no_file_behind_when_it_cannot(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b> ", "utf-8")
    assert kg("export", "-g", tmp_path, "-o", tmp_path / "x" / "y.nt").code == 2
    assert list((tmp_path / "x").iterdir()) == []


def test_tells_of_text_that_the_format_cannot_hold(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(ESCAPE, "utf-8")
    (tmp_path / "evidence.ttl").write_text("", "utf-8")
    done = kg("export", "-g", tmp_path, "-o", tmp_path / "x.graphml")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("kg: 2 texts: XML cannot hold their control characters")
    assert kg("export", "-g", tmp_path, "-o", tmp_path / "x.nt").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_a_terminal_takes_no_commands_from_articles(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(ESCAPE, "utf-8")
    (tmp_path / "evidence.ttl").write_text("", "utf-8")
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "kg.commands.main", "export", "-g", str(tmp_path), "-f", "ntriples"]
    subprocess.run(command, stdout=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 10_000)
    os.close(ours)
    assert b"\x1b" not in shown and "甲".encode() in shown
