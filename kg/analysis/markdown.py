"""Markdown that shows text of others as text: one escaping, one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.analysis.one_line import one_line

LONGEST_CELL = 160
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*\[\]{}|~$!#]|(?<![^\W_])_|_(?![^\W_])|(?<=\w)[:@](?=[\w/])|(?<=www)\.|[&<>]", re.IGNORECASE)


def cell(text: object) -> str:
    r"""`text` on one line, as Markdown that renders to these very characters: no markup, no HTML, no link.

    Characters that turn the direction of writing or cannot be seen are dropped; longer texts end in "…".

    >>> cell("a|b\n<script>")
    'a\\|b &lt;script&gt;'
    >>> cell("http://x.cn 000_35f.txt")
    'http\\://x.cn 000_35f.txt'
    """
    plain = one_line(str(text))
    if len(plain) > LONGEST_CELL:
        plain = plain[: LONGEST_CELL - 1] + "…"
    return _MARKUP.sub(lambda found: _HTML.get(found[0]) or "\\" + found[0], plain)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], limit: int | None = None) -> str:
    """A table whose columns of numbers stand to the right; after `limit` rows it says how many are left out."""
    listed = [list(row) for row in rows]
    shown = listed if limit is None else listed[:limit]
    if not shown:
        return "None.\n"
    right = [all(isinstance(row[column], int | float | None) for row in shown) for column in range(len(heads))]
    lines = [
        "| " + " | ".join(heads) + " |",
        "|" + "|".join("---:" if numeric else "---" for numeric in right) + "|",
        *("| " + " | ".join(_shown(value) for value in row) + " |" for row in shown),
    ]
    if len(listed) > len(shown):
        lines += ["", f"{len(listed) - len(shown):,} more are not shown."]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    """A value of a cell: counts with thousands set off, shares to four places, None as a dash, text escaped."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, int):
        return f"{value:,}"
    return cell(value)
