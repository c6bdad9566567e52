"""From sources to a linked world: the stages put together, one article in memory at a time."""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kg.analysis.summary import BuildSummary
from kg.linking.linker import Linker
from kg.linking.world import World
from kg.sources.readers import read as read_sources
from kg.sources.record import Problem, RawRecord
from kg.table.reading import read_record
from kg.table.rows import ArticleClaims, ArticleSummary, TurnedDown

CHUNK = 8  # records handed to a process at a time
WAITING = 4  # chunks that wait for each process


@dataclass(frozen=True, slots=True)
class Built:
    """A linked world, what the build saw on the way, and what it turned down, sorted."""

    world: World
    summary: BuildSummary
    turned_down: tuple[TurnedDown, ...] = ()


def build_world(
    paths: Iterable[str | Path], jobs: int = 1, progress: Callable[[ArticleClaims | Problem], None] | None = None
) -> Built:
    """Read all sources, link what they say. `progress` is called once for each article or problem, in source order.
    Raises BrokenProcessPool if one of `jobs` processes is killed from outside."""
    linker = Linker()
    articles: list[ArticleSummary] = []
    problems: list[Problem] = []
    repeats: Counter[str] = Counter()
    rejected: set[TurnedDown] = set()
    for outcome in _outcomes(read_sources(paths, repeats), jobs):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            linker.add(outcome.info, outcome.claims)
            articles.append(outcome.summary)
            rejected.update(outcome.turned_down)
        if progress is not None:
            progress(outcome)
    if repeats["duplicate"]:
        problems.append(
            Problem("sources", f"{repeats['duplicate']} articles came more than once, with the same text",
                    "nothing to mend: each was read once")
        )  # fmt: skip
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    reasons = tuple(sorted(Counter(each.reason for each in rejected).items()))
    summary = BuildSummary(ordered, tuple(sorted(problems, key=str)), reasons)
    return Built(linker.world(), summary, tuple(sorted(rejected)))


def _outcomes(records: Iterator[RawRecord | Problem], jobs: int) -> Iterator[ArticleClaims | Problem]:
    """The outcome of each record, in order; few records wait in memory, however many there are. Raises
    BrokenProcessPool if a process is killed."""
    if jobs <= 1:
        yield from map(_outcome, records)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[ArticleClaims | Problem]]] = deque()
        while chunk := list(islice(records, CHUNK)):
            waiting.append(pool.submit(_outcomes_of, chunk))
            if len(waiting) > WAITING * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _outcomes_of(records: list[RawRecord | Problem]) -> list[ArticleClaims | Problem]:
    return [_outcome(record) for record in records]


def _outcome(record: RawRecord | Problem) -> ArticleClaims | Problem:
    return record if isinstance(record, Problem) else read_record(record)
