"""An explanation as text for a terminal or a pipe, and as JSON.

Quotes and names come from articles, and articles are hostile: every piece of text goes through `printable`, and rich is
given text, never markup. A line is its indent and its runs, each with a role: subject, object, strong, faint or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from kg.analysis.candidates import Considered
from kg.analysis.evidence import Segment, Source
from kg.analysis.explain import Explanation, Fact
from kg.analysis.marking import Run, marked_quote, marked_runs
from kg.graph.vocabulary import shorten
from kg.lexicons import load
from kg.sources.record import printable
from kg.table.rows import TurnedDown

STYLES = {"s": "bold cyan", "o": "bold magenta", "strong": "bold", "faint": "dim", "": ""}
MODALITIES = {"HopedFor": "hoped for"}
LONGEST_HEADLINE = 40
Line = tuple[int, tuple[Run, ...]]
"""Columns of indent, and the runs of a line."""


def line(indent: int, words: str = "", role: str = "") -> Line:
    """A line of one run."""
    return indent, ((printable(words), role),)


def styled(runs: Iterable[Run]) -> Text:
    """Runs as a terminal shows them: the two sides bold, each in its colour."""
    return Text.assemble(*((words, STYLES[role]) for words, role in runs))


def plain(runs: Iterable[Run]) -> str:
    """Runs as a pipe takes them: the words of the two sides in «».

    >>> plain([("平原县", "o"), ("委书记", ""), ("李志远", "s")])
    '«平原县»委书记«李志远»'
    """
    return "".join(f"«{words}»" if role in ("s", "o") else words for words, role in runs)


def said_about(explanations: Sequence[Explanation], base: str, limit: int, quotes: int) -> Iterable[Line]:
    """The lines of all explanations: each thing with what tells it apart, then its facts and their quotes."""
    if len(explanations) > 1:
        yield line(0, f"{len(explanations)} things are called so.")
        yield line(0)
    for explanation in explanations:
        yield from _thing(explanation, base)
        shown = explanation.facts[:limit]
        widths = _widths(_details(s) for fact in shown for s in fact.claim.segments[:quotes])
        group = ""
        for fact in shown:
            if group != (group := _group(fact)):
                yield line(0)
                yield line(0, group, "strong")
            yield from _fact(fact, widths, quotes)
        if not shown:
            yield line(2, "No article states anything of it; it is part of what is said of other things.")
        if len(explanation.facts) > limit:
            yield line(0, f"{len(explanation.facts) - limit} more facts; ask for them with --limit.")
        yield line(0)


def turned_down_lines(
    unpublished: Sequence[Fact], considered: Considered, sources: Mapping[str, Source], limit: int
) -> Iterable[Line]:
    """The lines that say what was considered and turned down: claims that are not published, then candidates, both by
    reason, with the reason in Chinese and in English."""
    candidates = considered.candidates
    if not unpublished and not candidates:
        yield line(0, "Nothing about it was turned down.")
        return
    left = limit
    for why in sorted({fact.why for fact in unpublished}):
        facts = [fact for fact in unpublished if fact.why == why]
        yield from _reason(why, len(facts))
        for fact in facts[:left]:
            yield from _fact(fact, _widths(map(_details, fact.claim.segments[:1])), 1)
        left -= min(left, len(facts))
        yield line(0)
    if considered.beside:
        yield line(0, "No candidate is called so. Those whose sentence names it:")
    for reason in sorted({candidate.reason for candidate in candidates}):
        chosen = [candidate for candidate in candidates if candidate.reason == reason]
        yield from _reason(reason, len(chosen))
        for candidate in chosen[:left]:
            yield from _candidate(candidate, sources)
        left -= min(left, len(chosen))
        yield line(0)
    if (more := len(unpublished) + len(candidates) - limit) > 0:
        yield line(0, f"{more} more were turned down; ask with --limit.")


def as_document(
    name: str, explanations: Sequence[Explanation], considered: Considered | None,
    sources: Mapping[str, Source], limit: int, quotes: int,
) -> dict[str, Any]:  # fmt: skip
    """The same as plain values for JSON; `turned_down` is there where something was `considered`."""
    document: dict[str, Any] = {"name": name, "things": [_thing_value(each, limit, quotes) for each in explanations]}
    if considered is not None:
        document["turned_down_total"] = len(considered.candidates)
        document["turned_down_beside"] = considered.beside
        document["turned_down"] = [_candidate_value(each, sources) for each in considered.candidates[:limit]]
    return document


def curie(iri: str, base: str) -> str:
    """`id:area/371426` for an IRI under the base of the build; other IRIs whole."""
    return shorten(iri, {"id": base}) if base else iri


def _thing(explanation: Explanation, base: str) -> Iterable[Line]:
    entity = explanation.entity
    yield 0, ((printable(entity.label), "strong"), (printable(f"  {entity.kind}  {curie(entity.iri, base)}"), ""))
    if entity.names:
        yield line(2, f"also {'、'.join(entity.names)}")
    if explanation.apart:
        yield line(2, "; ".join(f"{word} {value}" for word, value in explanation.apart))
    published = sum(fact.claim.published for fact in explanation.facts)
    yield line(2, f"{published} published, {len(explanation.facts) - published} in the evidence alone")


def _group(fact: Fact) -> str:
    if fact.claim.published:
        return "Published"
    return f"Not published: {_modality(fact.claim.modality)}"


def _fact(fact: Fact, widths: Sequence[int], quotes: int) -> Iterable[Line]:
    claim = fact.claim
    articles = len({segment.source.iri for segment in claim.segments})
    words = f"{fact.subject.label} {claim.relation} {fact.object.label}" + (f", as {fact.post}" if fact.post else "")
    sure = "" if claim.confidence is None else f"  {claim.confidence:.2f}"
    yield line(2, words + sure + f"  {articles} {'article' if articles == 1 else 'articles'}")
    for segment in claim.segments[:quotes]:
        yield 4, _quote(runs_of(fact, segment))
        yield line(6, _row(_details(segment), widths), "faint")
    if len(claim.segments) > quotes:
        yield line(4, f"{len(claim.segments) - quotes} more quotes; ask for them with --quotes.", "faint")


def runs_of(fact: Fact, segment: Segment) -> tuple[Run, ...]:
    """The quote with the words of both sides marked."""
    subject, target = fact.subject, fact.object
    return marked_quote(segment, (subject.label, *subject.names), (target.label, *target.names))


def _quote(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple((printable(words), role) for words, role in runs)


def _details(segment: Segment) -> tuple[str, ...]:
    """Article, date, rule, confidence, modality, position, headline."""
    place = "–".join(map(str, segment.characters)) if segment.characters else ""
    return tuple(
        map(printable, (
            segment.source.id, segment.stated_date or segment.source.date, segment.rule,
            "" if segment.confidence is None else f"{segment.confidence:.2f}", _modality(segment.modality), place,
            _shortened(segment.source.headline),
        ))
    )  # fmt: skip


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_HEADLINE else words[: LONGEST_HEADLINE - 1] + "…"


def _modality(name: str) -> str:
    return MODALITIES.get(name, name.lower())


def _widths(rows: Iterable[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _reason(reason: str, times: int) -> Iterable[Line]:
    """The reason with the number of candidates, in Chinese and in English."""
    lexicon = load("reasons")
    chinese, english = (lexicon[language].get(reason, "") for language in ("zh", "en"))  # type: ignore[attr-defined]
    yield 0, ((printable(reason), "strong"), (f"  {times}  {chinese}", ""))
    if english:
        yield line(2, english)


def _candidate(candidate: TurnedDown, sources: Mapping[str, Source]) -> Iterable[Line]:
    source = sources.get(candidate.article)
    yield line(2, " … ".join(words for words in (candidate.subject, candidate.object) if words))
    yield 4, _quote(marked_runs(candidate.quote, [candidate.subject], [candidate.object]))
    details = [candidate.article, source.date if source else "", str(candidate.start),
               _shortened(source.headline) if source else ""]  # fmt: skip
    yield line(6, "  ".join(each for each in details if each), "faint")


def _thing_value(explanation: Explanation, limit: int, quotes: int) -> dict[str, Any]:
    entity = explanation.entity
    return {
        "iri": entity.iri, "kind": entity.kind, "label": entity.label, "names": list(entity.names),
        "apart": dict(explanation.apart), "facts_total": len(explanation.facts),
        "facts": [_fact_value(fact, quotes) for fact in explanation.facts[:limit]],
    }  # fmt: skip


def _fact_value(fact: Fact, quotes: int) -> dict[str, Any]:
    claim = fact.claim
    return {
        "subject": {"iri": claim.subject, "label": fact.subject.label}, "relation": claim.relation,
        "object": {"iri": claim.object, "label": fact.object.label}, "post": fact.post or None,
        "published": claim.published, "why_not": fact.why or None, "modality": _modality(claim.modality),
        "confidence": claim.confidence, "quotes_total": len(claim.segments),
        "quotes": [_segment_value(fact, segment) for segment in claim.segments[:quotes]],
    }  # fmt: skip


def _segment_value(fact: Fact, segment: Segment) -> dict[str, Any]:
    source = segment.source
    return {
        "article": source.id, "headline": source.headline or None, "date": segment.stated_date or source.date or None,
        "publisher": source.publisher or None, "url": source.url or None, "prefix": segment.prefix,
        "quote": segment.exact, "suffix": segment.suffix,
        "marks": [{"words": words, "of": "subject" if role == "s" else "object"}
                  for words, role in runs_of(fact, segment) if role],
        "rule": segment.rule, "confidence": segment.confidence, "modality": _modality(segment.modality),
        "characters": list(segment.characters or ()) or None, "bytes": list(segment.bytes or ()) or None,
    }  # fmt: skip


def _candidate_value(candidate: TurnedDown, sources: Mapping[str, Source]) -> dict[str, Any]:
    source = sources.get(candidate.article)
    lexicon = load("reasons")
    return {
        "reason": candidate.reason,
        **{language: lexicon[language].get(candidate.reason) for language in ("zh", "en")},  # type: ignore[attr-defined]
        "subject": candidate.subject or None, "object": candidate.object or None, "article": candidate.article,
        "headline": source.headline or None if source else None, "date": source.date or None if source else None,
        "start": candidate.start, "quote": candidate.quote,
    }  # fmt: skip
