"""From sources to a linked world: the stages put together, one article in memory at a time.

`read_record` is pure: the same record gives the same value, whatever was read before, so articles can be read in any
order, by any number of processes.
"""

from __future__ import annotations

import logging
import multiprocessing
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.analysis.summary import ArticleSummary, BuildSummary
from kg.linking.linker import Linker, segment_of
from kg.linking.turned_down import TurnedDown, turned_down
from kg.linking.world import ArticleInfo, Segment, World
from kg.mentions.reading import read as read_mentions
from kg.relations.claim import Claim
from kg.relations.registry import consider
from kg.repair.article import Article
from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.sources.readers import read as read_sources
from kg.sources.record import Problem, RawRecord

CHUNK = 8  # records handed to a process at a time
WAITING = 4  # chunks that wait for each process
T = TypeVar("T")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """One article without its text: what evidence and the report need of it, its claims with their segments, and what
    was considered and turned down."""

    info: ArticleInfo
    summary: ArticleSummary
    claims: tuple[tuple[Claim, Segment], ...]
    turned_down: tuple[TurnedDown, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """A linked world, what the build saw on the way, and what it turned down, sorted."""

    world: World
    summary: BuildSummary
    turned_down: tuple[TurnedDown, ...] = ()


def read_record(record: RawRecord) -> ArticleClaims | Problem:
    """All that one record says; a Problem where it cannot be read."""
    return _guarded(lambda: claims_of(repair(record)), record)


def read_article(record: RawRecord) -> Article | Problem:
    """The repaired article of one record; a Problem where it cannot be read."""
    return _guarded(lambda: repair(record), record)


def _guarded(work: Callable[[], T], record: RawRecord) -> T | Problem:
    """What `work` makes of a record. A fault of ours in one article does not stop a build of millions: it becomes a
    Problem with its kind and place, as does a record that cannot be read."""
    origin = record.origin or record.id
    try:
        return work()
    except NotReadable as error:
        return Problem(origin, error.what, error.remedy)
    except Exception as error:
        logger.debug("fault in article %r", record.id, exc_info=True)  # the words of an error may be the article's
        last = traceback.extract_tb(error.__traceback__)[-1]
        return Problem(
            origin,
            f"a fault in kg while reading it: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}",
            "the article is left out; report the fault with its text",
        )


def claims_of(article: Article) -> ArticleClaims:
    """The claims of a repaired article."""
    found, rejections = consider(read_mentions(article))
    claims = tuple((claim, segment_of(article, claim)) for claim in found)
    zones: Counter[str] = Counter()
    for zone in article.zones:
        zones[zone.kind] += zone.end - zone.start
    fixers = Counter(repair.fixer for repair in article.repairs)
    summary = ArticleSummary(
        article.id, article.title or "", article.date or "", article.publisher or "", len(article.text),
        tuple(sorted(fixers.items())), len(claims), tuple(sorted(zones.items())),
        sum(repair.certainty < 1.0 for repair in article.repairs),
    )  # fmt: skip
    info = ArticleInfo(article.id, article.title, article.date, article.publisher, article.url, article.sha256)
    return ArticleClaims(info, summary, claims, tuple(turned_down(article, each) for each in rejections))


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
