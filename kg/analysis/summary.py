"""What a build knows of its own work, for the report: plain values, made by the build, read by `render_report`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.sources.record import Problem
from kg.table.rows import ArticleSummary


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """All articles of a build and all problems that it met, in any order; how many candidates each reason turned down;
    and how many decisions by hand were followed."""

    articles: tuple[ArticleSummary, ...]
    problems: tuple[Problem, ...] = ()
    turned_down: tuple[tuple[str, int], ...] = ()
    decisions: int = 0
