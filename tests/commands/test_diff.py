"""`kg diff`: its three forms, both languages, its exit codes, and that names are shown and never run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Kg
from hostile import HOSTILE_NAMES
from invented import LI, SECRETARY, ZHANG, Told, claim, holds, told, world
from rich.cells import cell_len

from kg.analysis.changes import Change
from kg.commands.diff import COLUMNS, HEADINGS
from kg.commands.table import csv_cell
from kg.files import write_whole
from kg.graph.triples import TripleMaker
from kg.graph.write import turtle
from kg.relations.claim import Person

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(name, articles…)` writes the graph of invented articles to a folder of that name."""

    def write(name: str, *articles: Told) -> Path:
        write_whole(tmp_path / name / "graph.ttl", turtle(TripleMaker(world(*articles)).graph()))
        return tmp_path / name

    return write


@pytest.fixture
def builds(make: Make) -> tuple[Path, Path]:
    return make("old", told("a", holds(ZHANG, SECRETARY))), make("new", told("b", holds(LI, SECRETARY)))


def test_tells_what_changed(kg: Kg, builds: tuple[Path, Path]) -> None:
    done = kg("diff", *builds)
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines()[:2] == ["Offices: who left → who came (1)", "    平原县委书记  张伟 → 李四"]
    assert "New (1)\n    official  李四\n" in done.out and "张伟  holds  平原县委书记" in done.out


def test_tells_it_in_chinese(kg: Kg, builds: tuple[Path, Path]) -> None:
    done = kg("diff", *builds, "--lang", "zh")
    assert done.out.startswith("职务变动：离任 → 到任 (1)\n    平原县委书记  张伟 → 李四\n新增 (1)\n    官员  李四\n")
    assert not any(heading in done.out for heading, _ in HEADINGS.values())


def test_tells_that_nothing_changed(kg: Kg, builds: tuple[Path, Path]) -> None:
    assert kg("diff", builds[0], builds[0] / "graph.ttl") == kg("diff", builds[0], builds[0])
    assert (kg("diff", builds[0], builds[0]).code, kg("diff", builds[0], builds[0]).out) == (0, "Nothing changed\n")


def test_only_some_changes(kg: Kg, builds: tuple[Path, Path]) -> None:
    assert kg("diff", *builds, "--only", "office").out.count("\n") == 2
    assert kg("diff", *builds, "--only", "merged").code == 0


def test_in_short(kg: Kg, make: Make) -> None:
    people = [Person(f"张{given}") for given in "一二三四五"]
    old, new = make("old", told("a", holds(ZHANG, SECRETARY))), make("new", told("a", [
        one for who in people for one in holds(who, SECRETARY)]))  # fmt: skip
    done = kg("diff", old, new, "--only", "added", "--limit", "2")
    assert done.out.splitlines() == [
        "New (5)",
        "    official  张一",
        "    official  张三",
        "    … and 3 more; see --limit",
    ]


def test_csv_and_json_say_the_same(kg: Kg, builds: tuple[Path, Path]) -> None:
    lines = list(csv.DictReader(io.StringIO(kg("diff", *builds, "-f", "csv").out, newline="")))
    document = json.loads(kg("diff", *builds, "-f", "json").out)
    assert lines == document and tuple(document[0]) == COLUMNS
    assert document[0]["what"] == "office" and document[0]["subject_id"].startswith("post/")
    assert Change(**document[0]).after == "李四"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_are_shown_and_never_run(kg: Kg, make: Make, name: str) -> None:
    old, new = make("old", told("a", holds(ZHANG, SECRETARY))), make("new", told("b", [
        *holds(Person(name), SECRETARY), claim("leads", Person(name), SECRETARY.body.area)]))  # fmt: skip
    table = kg("diff", old, new)
    assert table.code == 1 and all(line.isprintable() for line in table.out.splitlines() if "　" not in line)
    assert max(cell_len(line) for line in table.out.splitlines()) < 1000
    lines = list(csv.reader(io.StringIO(kg("diff", old, new, "-f", "csv").out, newline="")))
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    assert csv_cell(name) in {cell for line in lines for cell in line}
    out = kg("diff", old, new, "-f", "json").out
    assert out.isascii() or out.replace("\n", "").isprintable()
    assert name in {value for change in json.loads(out) for value in change.values()}


@pytest.mark.parametrize(("content", "says"), [(None, "no such file"), ("<a> <b", "no valid Turtle")])
def test_what_is_no_build_is_told(
    kg: Kg, tmp_path: Path, builds: tuple[Path, Path], content: str | None, says: str
) -> None:
    other = tmp_path / "\x1b[2J甲.ttl"
    if content is not None:
        other.write_text(content, "utf-8")
    for pair in ((other, builds[0]), (builds[0], other)):
        done = kg("diff", *pair)
        assert (done.code, done.out) == (2, "") and says in done.err and "\x1b" not in done.err
