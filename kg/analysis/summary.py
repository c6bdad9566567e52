"""What a build knows of its own work, for the report: plain values, made by the build, read by `render_report`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.sources.record import Problem


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article as it went through the build.

    `characters` counts the code points of the clean text, `zones` those of each kind of zone; `repairs_by_fixer` the
    repairs, of which `guesses` are less than certain; `claims` the claims that the article supports.
    """

    id: str
    title: str
    date: str
    publisher: str
    characters: int
    repairs_by_fixer: tuple[tuple[str, int], ...]
    claims: int
    zones: tuple[tuple[str, int], ...] = ()
    guesses: int = 0


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """All articles of a build and all problems that it met, in any order; and how many candidates each reason turned
    down."""

    articles: tuple[ArticleSummary, ...]
    problems: tuple[Problem, ...] = ()
    turned_down: tuple[tuple[str, int], ...] = ()
