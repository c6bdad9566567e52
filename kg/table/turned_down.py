"""A rejection without its article: plain words, as `rejected.csv` and `kg explain --why-not` show them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.rejection import Rejection
from kg.repair.article import Article
from kg.table.rows import TurnedDown
from kg.table.segments import words_of

COLUMNS = ("what", "reason", "subject", "object", "article", "start", "quote")
AROUND = 40  # characters of the sentence on each side of the words: enough to judge, and 600 articles stay below 1 MB


def turned_down(article: Article, rejection: Rejection) -> TurnedDown:
    """The words of a rejection, with the part of its sentence that they stand in."""
    spans = [s for s in (rejection.subject, rejection.object) if s is not None and rejection.quote.holds(s)]
    start = max(rejection.quote.start, min((s.start for s in spans), default=rejection.quote.start) - AROUND)
    end = min(rejection.quote.end, max((s.end for s in spans), default=rejection.quote.start) + AROUND)
    return TurnedDown(
        str(rejection.why), article.id, start, words_of(article, rejection.subject),
        words_of(article, rejection.object), article.text[start:end],
    )  # fmt: skip


def row(each: TurnedDown) -> tuple[str, ...]:
    """The strings of COLUMNS; `what` is the relation or the kind of thing that it would have been."""
    what = each.reason.partition(".")[0]
    return what, each.reason, each.subject, each.object, each.article, str(each.start), each.quote


def from_row(cells: Sequence[str]) -> TurnedDown:
    """The inverse of `row`. Raises ValueError where the cells are not those of COLUMNS."""
    _, reason, subject, object_, article, start, quote = cells
    return TurnedDown(reason, article, int(start), subject, object_, quote)
