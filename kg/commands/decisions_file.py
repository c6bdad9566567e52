"""The file of decisions that a build follows."""

from __future__ import annotations

from pathlib import Path

from kg.linking.decisions import NONE, Decisions, read_decisions

NAME = "decisions.csv"


def decisions_for(file: Path | None, output: Path) -> Decisions:
    """The decisions in `file`; if none is named, in decisions.csv of the output folder, beside the review.csv that they
    answer, and no decisions where there is none. Raises OSError if the file that is named, or there, cannot be read."""
    found = file if file is not None else output / NAME
    if file is None and not found.exists():
        return NONE
    return read_decisions(found.read_bytes(), found.name)
