"""What a reader decided: the lines of `decisions.csv`, read and checked one by one.

The columns, of which `note` and all that `review.csv` adds are not read (a line of that file becomes a decision once
its first cell is filled in):

- `decision`: merge, split or rename; an empty cell is a line without a decision
- `one`, `other`: things, each by the end of its IRI (person/9f2c…), its IRI, or a name and the article that says it
  (张明远@a.txt)
- `articles`: those whose mentions leave `one` in a split, apart by ；
- `label`: the new name in a rename; in a merge the name of both, if not the fullest
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kg.sources.record import Problem, printable

Action = Literal["merge", "split", "rename"]
COLUMNS = ("decision", "one", "other", "articles", "label", "note")
# Further columns of review.csv, for those who judge.
OF_REVIEW = ("kind", "reason", "one_label", "one_about", "other_label", "other_about")
NEEDED = ("decision", "one")
LONGEST_LABEL = 200
BETWEEN = re.compile(r"\s*[；;\n]\s*")
GUARDED = re.compile(r"^'(?=[=+\-@＝＋－＠\t\n])")  # the apostrophe by which a spreadsheet is kept from running a cell


@dataclass(frozen=True, slots=True)
class Decision:
    """One line. `origin` is where it stands (decisions.csv:3); the other cells are as `COLUMNS` has them."""

    origin: str
    action: Action
    one: str
    other: str = ""
    articles: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The lines that can be read, in the order of the file, and what is wrong with the others."""

    lines: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


NONE = Decisions()


def read_decisions(content: bytes, name: str = "decisions.csv") -> Decisions:
    r"""The decisions in a file (CSV in UTF-8 or GB18030, as spreadsheets write it). A line that is not understood is a
    problem, the others hold; without the columns decision and one there is but one problem.

    >>> read_decisions("decision,one,label\nrename,area/371426,平原\n".encode()).lines[0].label
    '平原'
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError:
            return Decisions((), (Problem(name, "is no text in UTF-8 or GB18030", "Save it as CSV in UTF-8"),))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[Decision] = []
    problems: list[Problem] = []
    header: tuple[str, ...] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            origin = f"{name}:{reader.line_num}"
            if header is None:
                header = tuple(cell.strip().lower() for cell in cells)
                if wrong := _wrong_header(header):
                    return Decisions((), (Problem(origin, wrong, f"The columns are {', '.join(COLUMNS)}"),))
                continue
            found = _decision(origin, header, cells)
            if isinstance(found, Problem):
                problems.append(found)
            elif found is not None:
                lines.append(found)
    except csv.Error as error:
        problems.append(
            Problem(f"{name}:{reader.line_num}", f"is no line of CSV: {error}", "Nothing behind it was read: mend it")
        )
    return Decisions(tuple(lines), tuple(problems))


def _wrong_header(header: tuple[str, ...]) -> str:
    unknown = [printable(cell) for cell in header if cell not in (*COLUMNS, *OF_REVIEW)]
    if unknown:
        return f"there is no column {unknown[0]!r}"
    if len(set(header)) < len(header):
        return "a column stands twice"
    missing = [column for column in NEEDED if column not in header]
    return f"the column {missing[0]} is missing" if missing else ""


def _decision(origin: str, header: tuple[str, ...], cells: list[str]) -> Decision | Problem | None:
    if len(cells) > len(header):
        return Problem(origin, f"has {len(cells)} cells, not {len(header)}", 'Put cells that hold a comma in "…"')
    given: Mapping[str, str] = {
        column: GUARDED.sub("", cell.strip()) for column, cell in zip(header, cells, strict=False)
    }
    action = given["decision"].lower()
    if not action:
        return None
    if action not in ("merge", "split", "rename"):
        return Problem(origin, f"{printable(action)!r} is no decision", "Write merge, split or rename")
    articles = tuple(dict.fromkeys(filter(None, BETWEEN.split(given.get("articles", "")))))
    found = Decision(origin, action, given["one"], given.get("other", ""), articles, given.get("label", ""))  # type: ignore[arg-type]
    wrong = _wrong(found)
    return Problem(origin, *wrong) if wrong else found


def _wrong(line: Decision) -> tuple[str, str] | None:
    """What is wrong with a line that can be told without looking at the articles, and how to mend it."""
    if not line.one:
        return f"{line.action} of nothing: the cell one is empty", "Put there what review.csv has there"
    if line.label and (len(line.label) > LONGEST_LABEL or not line.label.isprintable()):
        return "the label is too long or holds characters that are not seen", "Write a short plain name"
    if line.action == "merge" and (not line.other or line.articles):
        return "a merge needs one and other, and no articles", "Put the second thing into other"
    if line.action == "split" and (bool(line.other) == bool(line.articles) or line.label):
        return (
            "a split needs either articles or other, and no label",
            "Put the articles that leave there, apart by ；",
        )
    if line.action == "rename" and (not line.label or line.other or line.articles):
        return "a rename needs one and label, and nothing else", "Put the new name into label"
    return None
