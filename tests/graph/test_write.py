"""Turtle as it is written: sorted, the same bytes for the same triples, the whole file or none of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import EACH_RELATION, each, told, world
from rdflib import Graph

from kg.files import write_whole
from kg.graph.triples import TripleMaker
from kg.graph.vocabulary import PREFIXES
from kg.graph.write import turtle

BASE = "https://w3id.org/county-kg/id/"
NAME = ox.NamedNode("https://schema.org/name")
HOSTILE = [
    '"', "\\", '"""', "\n\r\t", "<script>", "\u202e县", "县\u0000", "@prefix kg: <x> .", "\U0001f600", "\x1b[2J",
]  # fmt: skip


def triples(*names: str) -> list[ox.Triple]:
    return [ox.Triple(ox.NamedNode(f"{BASE}x{n}"), NAME, ox.Literal(name)) for n, name in enumerate(names)]


def read(text: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]


class TestTurtle:
    def test_is_sorted_by_subject_predicate_and_object(self) -> None:
        linked = world(told("a", map(each, EACH_RELATION)))
        written = read(turtle(TripleMaker(linked).graph()))
        keys = [(t.subject.value, t.predicate.value, str(t.object)) for t in written]  # type: ignore[union-attr]
        assert keys == sorted(keys)

    @given(st.lists(st.sampled_from("甲乙丙丁戊己庚"), max_size=12).map(lambda names: triples(*names)), st.randoms())
    def test_is_the_same_in_every_order_and_with_repetitions(self, some: list[ox.Triple], random: object) -> None:
        shuffled = some * 2
        random.shuffle(shuffled)  # type: ignore[attr-defined]
        assert turtle(shuffled) == turtle(some)

    def test_binds_the_prefixes_of_the_ontology_and_the_base(self) -> None:
        text = turtle(triples("甲"), "https://example.org/id/").decode()
        for prefix, iri in {**PREFIXES, "id": "https://example.org/id/"}.items():
            assert f"@prefix {prefix}: <{iri}> ." in text

    @pytest.mark.parametrize("name", HOSTILE, ids=ascii)
    def test_reads_back_what_was_written_whatever_it_was(self, name: str) -> None:
        text = turtle(triples(name))
        assert read(text) == triples(name)
        assert [str(value) for value in Graph().parse(data=text, format="turtle").objects()] == [name]

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_reads_back_any_text(self, name: str) -> None:
        assert read(turtle(triples(name))) == triples(name)

    @pytest.mark.parametrize("parser", ["rapper -q -i turtle -o ntriples {}", "serdi -i turtle -o ntriples {}"])
    def test_of_hostile_names_is_read_by_other_parsers(self, parser: str, tmp_path: Path) -> None:
        command = [word.format(tmp_path / "x.ttl") for word in parser.split()]
        if shutil.which(command[0]) is None:
            pytest.skip(f"{command[0]} is not installed")
        names = [name for name in HOSTILE if "\0" not in name]  # neither holds a NUL; the pages' are repaired away
        (tmp_path / "x.ttl").write_bytes(turtle(triples(*names)))
        done = subprocess.run(command, capture_output=True, check=True)
        assert {*ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)} == {*ox.parse(
            turtle(triples(*names)), format=ox.RdfFormat.TURTLE
        )}  # fmt: skip

    def test_of_no_triples_is_turtle_too(self) -> None:
        assert read(turtle([])) == []


class TestFile:
    def test_is_written_with_its_folders(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "a" / "b" / "graph.ttl", b"new")
        assert (tmp_path / "a" / "b" / "graph.ttl").read_bytes() == b"new"

    def test_stands_alone_when_written(self, tmp_path: Path) -> None:
        for content in (b"old", b"new"):
            write_whole(tmp_path / "graph.ttl", content)
        assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]

    @pytest.mark.parametrize("error", [OSError("No space left"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"])
    def test_stays_as_it_was_when_writing_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
    ) -> None:
        write_whole(tmp_path / "graph.ttl", b"old")

        def fail(_: int) -> None:
            raise error

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(type(error)):
            write_whole(tmp_path / "graph.ttl", b"new")
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"graph.ttl": b"old"}

    def test_stays_as_it_was_when_the_process_is_killed_and_the_next_goes_on(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "graph.ttl", b"old")
        code = (
            "import os, sys, pathlib; from kg.files import write_whole\n"
            "os.fsync = lambda _: os._exit(9)\n"
            "write_whole(pathlib.Path(sys.argv[1]), b'n' * 100_000)"
        )
        assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "graph.ttl")]).returncode == 9
        assert (tmp_path / "graph.ttl").read_bytes() == b"old"
        write_whole(tmp_path / "graph.ttl", b"newer")
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"graph.ttl": b"newer"}
