"""Where a quote names the subject and the object of its claim.

The explorer's page and `kg explain` show a quote as runs of text; cutting it here, in code points, keeps the page free
of offsets (JavaScript counts UTF-16 units) and of markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from kg.analysis.evidence import Segment

Run = tuple[str, str]
"""A piece of a quote and its role: "s" for subject, "o" for object, "" for neither."""

SHORTEST_PART = 2
LONGEST_COMPARED = 80
"""Names are compared by part up to this length: the comparison takes time in quote × name."""


def marked_runs(quote: str, subject_names: Iterable[str], object_names: Iterable[str]) -> tuple[Run, ...]:
    """`quote` cut into runs. Joined, their texts are the quote.

    Of the names of each side the longest that the quote holds is marked, at every place; where it holds none, the
    longest part shared with a name, if that is at least two characters and half of the name (平原 for 平原县).

    >>> marked_runs("平原县委书记王玉东:靶向开方", ["王玉东"], ["平原县"])
    (('平原县', 'o'), ('委书记', ''), ('王玉东', 's'), (':靶向开方', ''))
    """
    roles = [""] * len(quote)
    for role, form in sorted(
        (("o", _form_in(quote, object_names)), ("s", _form_in(quote, subject_names))), key=lambda side: -len(side[1])
    ):
        start = quote.find(form) if form else -1
        while start >= 0:
            end = start + len(form)
            roles[start:end] = [known or role for known in roles[start:end]]  # of two that overlap the longer is whole
            start = quote.find(form, end)
    runs: list[Run] = []
    begin = 0
    for position in range(1, len(quote) + 1):
        if position == len(quote) or roles[position] != roles[begin]:
            runs.append((quote[begin:position], roles[begin]))
            begin = position
    return tuple(runs)


def marked_quote(segment: Segment, subject: Iterable[str], target: Iterable[str]) -> tuple[Run, ...]:
    """The quote of a segment as runs: the words that its evidence keeps of each side are marked, and where it keeps
    none that the quote holds, a name of the `subject` or the `target`."""

    def words(kept: str, names: Iterable[str]) -> Iterable[str]:
        return (kept,) if kept and kept in segment.exact else names

    return marked_runs(segment.exact, words(segment.subject_words, subject), words(segment.object_words, target))


def _form_in(quote: str, names: Iterable[str]) -> str:
    """The longest of `names` in `quote`, or else the longest part of one that is long enough to be its short form."""
    ordered = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    for name in ordered:
        if name in quote:
            return name
    best = ""
    for name in ordered:
        matcher = SequenceMatcher(None, quote, name[:LONGEST_COMPARED], autojunk=False)
        shared = matcher.find_longest_match()
        part = name[shared.b : shared.b + shared.size]
        if len(part) >= max(SHORTEST_PART, len(name) / 2, len(best) + 1):
            best = part
    return best
