"""From sources to a linked world: the stages put together, one article in memory at a time."""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, fields
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from kg.analysis.summary import BuildSummary
from kg.collector import without_collector
from kg.linking.decisions import NONE, Decisions
from kg.linking.linker import link
from kg.linking.world import World
from kg.sorting import SortedRows
from kg.sources.readers import read as read_sources
from kg.sources.record import Problem, RawRecord, printable
from kg.table.reading import read_record
from kg.table.rows import ArticleClaims, Articles, Listed, TurnedDown
from kg.table.table import ClaimsTable
from kg.table.version import record_key

CHUNK = 8  # records handed to a process at a time
WAITING = 4  # chunks that wait for each process


@dataclass(frozen=True, slots=True)
class Built:
    """A linked world, what the build saw on the way, and what it turned down, sorted."""

    world: World
    summary: BuildSummary
    turned_down: Iterable[TurnedDown] = ()


def build_world(
    paths: Iterable[str | Path],
    jobs: int = 1,
    progress: Callable[[], None] | None = None,
    table: ClaimsTable | None = None,
    withdrawn: Collection[str] = (),
    decisions: Decisions = NONE,
) -> Built:
    """Read all sources, link what they say as decisions have it. Articles that `table` holds as they are in their
    source are taken from it, the others are added to it; without a table all are read and held in memory. `withdrawn`
    are ids of articles that are left out. `progress` is called once for each article or problem.

    Raises BrokenProcessPool if one of `jobs` processes is killed from outside, and OSError or TableUnreadable if the
    table cannot be written or read.
    """
    listed: list[ArticleClaims] = []
    problems: list[Problem] = []
    repeats: Counter[str] = Counter()
    missing = set(withdrawn)
    tell = progress or (lambda: None)
    any_read = False

    def unread() -> Iterator[RawRecord | Problem]:
        nonlocal any_read
        for found in read_sources(paths, repeats):
            if isinstance(found, RawRecord):
                missing.discard(found.id)
                if found.id in withdrawn:
                    continue
                if table is not None and table.holds(found.id, record_key(found)):
                    any_read = True
                    tell()
                    continue
            yield found

    for key, outcome in _outcomes(unread(), jobs):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif table is None:
            listed.append(outcome)
        else:
            any_read = True
            table.add(key, outcome)
        tell()
    if repeats["duplicate"]:
        problems.append(
            Problem("sources", f"{repeats['duplicate']} articles came more than once, with the same text",
                    "nothing to mend: each was read once")
        )  # fmt: skip
    problems += [not_there(article) for article in missing]
    if table is not None and any_read:  # where nothing can be read, what was read last is kept
        table.finish(problems)
    return world_of(Listed(listed) if table is None else table, problems, decisions)


def not_there(article: str) -> Problem:
    """That an article is to be withdrawn which is not there."""
    return Problem("--withdraw", f"no article has the id {printable(article)}", "report.md lists the ids of all")


def world_of(told: Articles, problems: Iterable[Problem], decisions: Decisions = NONE) -> Built:
    """Link what articles say as decisions have it, without reading them."""
    with without_collector():
        linked = link(told, decisions)
    articles = tuple(sorted((summary for _, summary in told.heads()), key=lambda article: article.id))
    rejected = _sorted(told.turned_down())
    reasons = tuple(sorted(Counter(each.reason for each in rejected).items()))
    summary = BuildSummary(articles, tuple(sorted([*problems, *linked.problems], key=str)), reasons, linked.heeded)
    return Built(linked, summary, rejected)


def _sorted(turned_down: Iterable[TurnedDown]) -> Iterable[TurnedDown]:
    """What was turned down, each once and in order, to be read as often as wanted; on the disk where it is much."""
    cells = attrgetter(*(field.name for field in fields(TurnedDown)))
    kept = SortedRows()
    for each in turned_down:
        kept.add(cells(each))
    return _Sorted(kept) if kept.is_spilled else tuple(_Sorted(kept))


@dataclass(frozen=True, slots=True)
class _Sorted(Iterable[TurnedDown]):
    rows: SortedRows

    def __iter__(self) -> Iterator[TurnedDown]:
        return (TurnedDown(*row) for row, _ in groupby(self.rows))


Outcome = tuple[str, ArticleClaims | Problem]  # the record's key, "" for what is no record, and what came of it


def _outcomes(records: Iterator[RawRecord | Problem], jobs: int) -> Iterator[Outcome]:
    """The outcome of each record, in order; few records wait in memory, however many there are. Raises
    BrokenProcessPool if a process is killed."""
    if jobs <= 1:
        yield from map(_outcome, records)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        while chunk := list(islice(records, CHUNK)):
            waiting.append(pool.submit(_outcomes_of, chunk))
            if len(waiting) > WAITING * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _outcomes_of(records: list[RawRecord | Problem]) -> list[Outcome]:
    return [_outcome(record) for record in records]


def _outcome(record: RawRecord | Problem) -> Outcome:
    return ("", record) if isinstance(record, Problem) else (record_key(record), read_record(record))
