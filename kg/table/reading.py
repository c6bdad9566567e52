"""From a record to its rows of the table: text to claims.

`read_record` is pure: the same record gives the same value, whatever was read before, so articles can be read in any
order, by any number of processes.
"""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.mentions.reading import read as read_mentions
from kg.relations.registry import consider
from kg.repair.article import Article
from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.repair.repairs import by_fixer, guesses
from kg.sources.record import Problem, RawRecord
from kg.table.rows import ArticleClaims, ArticleInfo, ArticleSummary
from kg.table.segments import segment_of
from kg.table.sketch import sketch_of
from kg.table.turned_down import turned_down

T = TypeVar("T")
logger = logging.getLogger(__name__)


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
    fixers = by_fixer(article.repairs)
    summary = ArticleSummary(
        article.id, article.title or "", article.date or "", article.publisher or "", len(article.text),
        tuple(sorted(fixers.items())), len(claims), tuple(sorted(zones.items())),
        guesses(article.repairs),
    )  # fmt: skip
    info = ArticleInfo(
        article.id, article.title, article.date, article.publisher, article.url, article.sha256, sketch_of(article)
    )
    return ArticleClaims(info, summary, claims, tuple(turned_down(article, each) for each in rejections))
