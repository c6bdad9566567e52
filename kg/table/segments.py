"""The segment of a claim: the words that say it, with what stands before and behind them, and where."""

from __future__ import annotations

from kg.mentions.mention import Span
from kg.relations.claim import Claim
from kg.repair.article import Article
from kg.table.rows import Segment

CONTEXT = 24  # characters of a quote's prefix and suffix
LONGEST_QUOTE = 600


def segment_of(article: Article, claim: Claim) -> Segment:
    """The segment that holds a claim's words: the quote, cut around the words of both sides where it is very long."""
    start, end = claim.quote.start, claim.quote.end
    spans = [s for s in (claim.subject_span, claim.object_span) if s is not None and claim.quote.holds(s)]
    if spans and end - start > LONGEST_QUOTE:
        start = max(start, min(s.start for s in spans) - LONGEST_QUOTE // 4)
        end = min(end, max(start + LONGEST_QUOTE, max(s.end for s in spans)))
    byte_start, byte_end = article.bytes_of(start, end)
    return Segment(
        article.id, start, end, byte_start, byte_end, article.text[start:end],
        article.text[max(0, start - CONTEXT) : start], article.text[end : end + CONTEXT],
        claim.modality, round(claim.confidence, 3), claim.rule, claim.stated_date or "",
        words_of(article, claim.subject_span), words_of(article, claim.object_span),
        claim.turn, claim.since, claim.until,
    )  # fmt: skip


def words_of(article: Article, span: Span | None) -> str:
    return article.text[span.start : span.end] if span is not None else ""
