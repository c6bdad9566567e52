"""The file of decisions: what a line may say, and what is told of one that says something else."""

from __future__ import annotations

import csv
import io

import pytest
from hostile import HOSTILE_NAMES

from kg.linking import review
from kg.linking.decisions import COLUMNS, OF_REVIEW, Decision, Decisions, read_decisions

HEADER = ",".join(COLUMNS) + "\n"


def read(*lines: str) -> Decisions:
    return read_decisions((HEADER + "\n".join(lines)).encode())


def test_a_line_of_each_kind_is_read() -> None:
    found = read(
        "merge,person/1a,person/2b,,张明远,one man",
        "split,project/3c,,a.txt；b.txt; c.txt,,",
        "split,project/3c,project/4d,,,",
        "rename,张明远@a.txt,,,张明远（甲县）,",
    )
    assert found.problems == ()
    assert found.lines == (
        Decision("decisions.csv:2", "merge", "person/1a", "person/2b", (), "张明远"),
        Decision("decisions.csv:3", "split", "project/3c", "", ("a.txt", "b.txt", "c.txt")),
        Decision("decisions.csv:4", "split", "project/3c", "project/4d"),
        Decision("decisions.csv:5", "rename", "张明远@a.txt", "", (), "张明远（甲县）"),
    )


@pytest.mark.parametrize(("line", "said"), [
    ("join,person/1a,person/2b,,,", "'join' is no decision"),
    ("merge,,person/2b,,,", "the cell one is empty"),
    ("merge,person/1a,,,,", "a merge needs one and other"),
    ("merge,person/1a,person/2b,a.txt,,", "a merge needs one and other"),
    ("split,person/1a,,,,", "a split needs either articles or other"),
    ("split,person/1a,person/2b,a.txt,,", "a split needs either articles or other"),
    ("split,person/1a,,a.txt,张明远,", "no label"),
    ("rename,person/1a,,,,", "a rename needs one and label"),
    ("rename,person/1a,person/2b,,张明远,", "a rename needs one and label"),
    ("rename,person/1a,,,张\x1b明远,", "not seen"),
    ("rename,person/1a,,,,,too,many", "has 8 cells, not 6"),
    (f"rename,person/1a,,,{'张' * 201},", "too long"),
])  # fmt: skip
def test_a_bad_line_is_told_with_its_number_and_the_others_hold(line: str, said: str) -> None:
    found = read("merge,person/1a,person/2b,,,", line, "rename,person/1a,,,李,")
    (problem,) = found.problems
    assert problem.origin == "decisions.csv:3" and said in problem.what and problem.remedy
    assert [each.origin for each in found.lines] == ["decisions.csv:2", "decisions.csv:4"]


@pytest.mark.parametrize(("content", "said"), [
    (b"decision,one,othre\n", "no column 'othre'"),
    (b"decision,other\n", "the column one is missing"),
    (b"decision,one,one\n", "stands twice"),
    (b"\x81", "no text"),
    (b'decision,one\nrename,"a\n', "no line of CSV"),
])  # fmt: skip
def test_a_file_of_another_kind_is_refused_with_one_word(content: bytes, said: str) -> None:
    found = read_decisions(content)
    (problem,) = found.problems
    assert found.lines == () and said in problem.what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_is_read_as_spreadsheets_write_it(encoding: str) -> None:
    text = (HEADER + '\n,,,,,\nrename,person/1a,,,"张明远（甲县）",a note\n').replace("\n", "\r\n")
    (line,) = read_decisions(text.encode(encoding)).lines
    assert line.label == "张明远（甲县）" and line.origin == "decisions.csv:4"


def test_a_line_of_the_review_becomes_a_decision_by_its_first_cell() -> None:
    assert set(review.COLUMNS) == {*COLUMNS, *OF_REVIEW}
    row = dict.fromkeys(review.COLUMNS, "") | {
        "one": "person/1a",
        "other": "person/2b",
        "reason": "rungs",
        "one_label": "张",
    }
    out = io.StringIO()
    writer = csv.DictWriter(out, review.COLUMNS)
    writer.writeheader()
    writer.writerows([row, row | {"decision": "Merge"}])
    (line,) = read_decisions(out.getvalue().encode()).lines
    assert (line.action, line.one, line.other) == ("merge", "person/1a", "person/2b")


def test_an_empty_file_decides_nothing() -> None:
    assert read_decisions(b"") == Decisions()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_text_is_a_label_or_a_problem_and_never_seen_raw(name: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow(["rename", name, "", "", name, name])
    found = read_decisions((HEADER + out.getvalue()).encode(errors="replace"))
    assert len(found.lines) + len(found.problems) == 1
    assert all(problem.what.isprintable() for problem in found.problems)
    assert all(line.label.isprintable() for line in found.lines)
