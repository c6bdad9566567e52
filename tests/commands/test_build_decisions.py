"""`kg build` with decisions: which file is read, what is said of it, and that it is undone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import Kg

TEXTS = {"a.txt": "平原县委书记张明远出席开工仪式并讲话。", "b.txt": "滕州市教育局局长张明远出席开学典礼并讲话。"}
HEADER = "decision,one,other,articles,label,note\n"
MERGE = "merge,张明远@a.txt,张明远@b.txt,,,\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(text, "utf-8")
    return tmp_path / "in"


def people(output: Path) -> set[str]:
    rows = csv.DictReader((output / "facts.csv").open(encoding="utf-8", newline=""))
    return {row["subject_id"] for row in rows if row["relation"] == "holds"}


def test_reads_the_file_beside_the_review_and_without_it_all_is_as_before(
    kg: Kg, sources: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    assert kg("build", "-q", sources, "-o", output).code == 0
    before = (output / "graph.ttl").read_bytes()
    assert len(people(output)) == 2
    (output / "decisions.csv").write_text(HEADER + MERGE, "utf-8")
    assert kg("build", "-q", sources, "-o", output).code == 0
    assert len(people(output)) == 1
    assert "1 decision by hand followed" in (output / "report.md").read_text("utf-8")
    assert (output / "decisions.csv").read_text("utf-8") == HEADER + MERGE
    (output / "decisions.csv").unlink()
    assert kg("build", "-q", sources, "-o", output).code == 0
    assert (output / "graph.ttl").read_bytes() == before


def test_reads_the_file_that_is_named(kg: Kg, sources: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(HEADER + MERGE, "utf-8")
    assert kg("build", "-q", sources, "-o", tmp_path / "out", "--decisions", tmp_path / "mine.csv").code == 0
    assert len(people(tmp_path / "out")) == 1


def test_tells_of_a_bad_line_follows_the_others_and_ends_with_1(kg: Kg, sources: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(HEADER + "merge,person/0,person/1,,,\n" + MERGE, "utf-8")
    done = kg("build", "-q", sources, "-o", tmp_path / "out", "--decisions", tmp_path / "mine.csv")
    assert done.code == 1 and "mine.csv:2: There is nothing of this id now: person/0" in done.err
    assert len(people(tmp_path / "out")) == 1
    assert "nothing of this id now" in (tmp_path / "out" / "report.md").read_text("utf-8")


def test_could_not_where_the_named_file_is_not_there(kg: Kg, sources: Path, tmp_path: Path) -> None:
    done = kg("build", "-q", sources, "-o", tmp_path / "out", "--decisions", tmp_path / "none.csv")
    assert done.code == 2 and "none.csv" in done.err and not (tmp_path / "out").exists()


def test_each_line_of_the_review_names_both_sides(kg: Kg, sources: Path, tmp_path: Path) -> None:
    (sources / "b.txt").write_text("齐河县县长张明远出席会议并讲话。", "utf-8")
    (sources / "a.txt").write_text("平原县县长张明远出席开工仪式并讲话。", "utf-8")
    output = tmp_path / "out"
    assert kg("build", "-q", sources, "-o", output).code == 0
    lines = (output / "review.csv").read_text("utf-8").splitlines()
    assert len(lines) == 2 and lines[1].count("张明远") == 2
    (output / "decisions.csv").write_text(f"{lines[0]}\nmerge{lines[1]}\n", "utf-8")
    assert kg("build", "-q", sources, "-o", output).code == 0
    assert len(people(output)) == 1
