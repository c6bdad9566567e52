"""The repairs of an article as a listing to read: what stood there, what stands now, why, how sure.

Plain lines; colour is the caller's affair (`style` wraps the two texts). Whatever an article holds, a line has no
control character that a terminal would obey.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from kg.repair.article import Article, Repair
from kg.repair.repairs import by_fixer

CONTEXT = 8  # characters of sound text shown on either side
WIDEST = 40  # characters of one repair shown
ROUTINE = frozenset(("html", "tags", "blank-runs", "invisible", "punctuation"))  # counted, not listed

Style = Callable[[str, str], str]


def _plain(text: str, kind: str) -> str:
    return {"before": f"[-{text}-]", "after": f"{{+{text}+}}"}.get(kind, text)


def escape(text: str) -> str:
    """The text with every character that is not printable written as its code point.

    >>> escape("平原\\x1b[31m县\\u202e")
    '平原<U+001B>[31m县<U+202E>'
    """
    return "".join(
        character if character.isprintable() else "⏎" if character == "\n" else f"<U+{ord(character):04X}>"
        for character in text
    )


def explain(article: Article, style: Style = _plain, everything: bool = False) -> list[str]:
    """Lines that say how an article was damaged and mended, in text order, guesses marked.

    Repairs of the same place are shown as one. Routine ones (spaces, markup) are only counted unless `everything`.
    `style(text, kind)` may colour the texts; its `kind` is "before", "after" or "note".

    >>> from kg.repair.pipeline import repair
    >>> from kg.sources.record import RawRecord
    >>> print("\\n".join(explain(repair(RawRecord("a.txt", "樊廷雷:以?xún)?yōu)质".encode())))))
    a.txt: utf-8, 1 repairs (eaten-characters 1)
      5  樊廷雷:以[-?xún)?yōu)-]{+優+}质  eaten-characters: bytes torn apart by pinyin; one character fits
    """
    counts = by_fixer(article.repairs)
    summary = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    total = f"{len(article.repairs)} repairs ({summary})" if counts else "nothing to repair"
    lines = [f"{escape(article.id)}: {article.encoding}, {total}"]
    for group in _groups(article.repairs, everything):
        lines.append(_line(article, group, style))
    return lines


def _groups(repairs: Sequence[Repair], everything: bool) -> Iterator[list[Repair]]:
    """Repairs that overlap in the decoded text, together."""
    group: list[Repair] = []
    reach = -1
    for repair in sorted(repairs, key=lambda repair: (repair.start, repair.end)):
        if repair.fixer in ROUTINE and not everything:
            continue
        if group and repair.start > reach:
            yield group
            group = []
        group.append(repair)
        reach = max(reach if len(group) > 1 else -1, repair.end)
    if group:
        yield group


def _line(article: Article, group: list[Repair], style: Style) -> str:
    start, end = group[0].start, max(repair.end for repair in group)
    before = article.original[start:end]
    after = "".join(article.text[place] for place in _clean_places(article, start, end))
    left = article.original[max(0, start - CONTEXT) : start]
    right = article.original[end : end + CONTEXT]
    certainty = min(repair.certainty for repair in group)
    reasons = "; ".join(dict.fromkeys(f"{repair.fixer}: {repair.why}" for repair in group))
    guess = "" if certainty == 1 else f" (a guess, {certainty:.0%} sure)"
    shown = f"{escape(left)}{style(_shown(before), 'before')}{style(_shown(after), 'after')}{escape(right)}"
    return f"  {start}  {shown}  {style(reasons + guess, 'note')}"


def _shown(text: str) -> str:
    text = text if len(text) <= WIDEST else f"{text[: WIDEST // 2]}…{text[-WIDEST // 2 :]}"
    return escape(text)


def _clean_places(article: Article, start: int, end: int) -> range:
    """Where in the clean text the characters that come from `start:end` of the decoded text stand."""
    first = bisect_left(article.starts, start)
    last = bisect_left(article.starts, max(end, start + 1))
    return range(first, last)
