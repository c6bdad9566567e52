"""Names and titles on one line, for the report, its pictures and the explorer's canvas."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def one_line(text: str) -> str:
    r"""`text` without what cannot be seen or turns the direction of writing (Unicode's format characters, Cf); what
    breaks lines, control characters and runs of white space are one space each.

    >>> one_line("\u202e平原县\n  第二\u200b期 ")
    '平原县 第二期'
    """
    if not text.isprintable():  # format characters and line ends are none of the printable ones
        text = "".join(char for char in text if category(char) != "Cf")
    return _BREAKS.sub(" ", text).strip()
