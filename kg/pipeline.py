"""From sources to a linked world: the stages put together, one article in memory at a time.

`read_record` is pure: the same record gives the same value, whatever was read before, so articles can be read in any
order, by any number of processes.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.analysis.summary import ArticleSummary, BuildSummary
from kg.linking.linker import Linker, segment_of
from kg.linking.world import ArticleInfo, Segment, World
from kg.mentions.reading import read as read_mentions
from kg.relations.claim import Claim
from kg.relations.registry import extract
from kg.repair.article import Article
from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.sources.readers import read as read_sources
from kg.sources.record import Problem, RawRecord

CHUNK = 8  # records handed to a process at a time
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """One article without its text: what evidence and the report need of it, and its claims with their segments."""

    info: ArticleInfo
    summary: ArticleSummary
    claims: tuple[tuple[Claim, Segment], ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A linked world, and what the build saw on the way."""

    world: World
    summary: BuildSummary


def read_record(record: RawRecord) -> ArticleClaims | Problem:
    """All that one record says; a Problem where it cannot be read. A fault of ours in one article does not stop a
    build: it is reported as a Problem with its kind and place."""
    try:
        article = repair(record)
    except NotReadable as error:
        return Problem(record.origin or record.id, error.what, error.remedy)
    try:
        return claims_of(article)
    except Exception as error:  # one article must not stop a build of millions; the report says what happened
        logger.exception("article %s", record.id)
        where = error.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else "unknown place"
        return Problem(
            record.origin or record.id,
            f"a fault in kg while reading it: {type(error).__name__} at {place}",
            "the article is left out; report the fault with its text",
        )


def claims_of(article: Article) -> ArticleClaims:
    """The claims of a repaired article."""
    claims = tuple((claim, segment_of(article, claim)) for claim in extract(read_mentions(article)))
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
    return ArticleClaims(info, summary, claims)


def build_world(
    paths: Iterable[str | Path], jobs: int = 1, progress: Callable[[ArticleClaims | Problem], None] | None = None
) -> Built:
    """Read all sources, link what they say. `progress` is called once for each article or problem, in source order."""
    linker = Linker()
    articles: list[ArticleSummary] = []
    problems: list[Problem] = []
    repeats: Counter[str] = Counter()
    for outcome in _outcomes(read_sources(paths, repeats), jobs):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            linker.add(outcome.info, outcome.claims)
            articles.append(outcome.summary)
        if progress is not None:
            progress(outcome)
    if repeats["duplicate"]:
        problems.append(
            Problem("sources", f"{repeats['duplicate']} articles came more than once, with the same text",
                    "nothing to mend: each was read once")
        )  # fmt: skip
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    return Built(linker.world(), BuildSummary(ordered, tuple(sorted(problems, key=str))))


def _outcomes(records: Iterator[RawRecord | Problem], jobs: int) -> Iterator[ArticleClaims | Problem]:
    if jobs <= 1:
        yield from map(_outcome, records)
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(_outcome, records, chunksize=CHUNK)


def _outcome(record: RawRecord | Problem) -> ArticleClaims | Problem:
    return record if isinstance(record, Problem) else read_record(record)
