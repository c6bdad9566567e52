"""Chinese punctuation that a converter made ASCII, in texts where it did so throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from kg.repair.census import Census
from kg.repair.edits import Edit, Edits

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_CHINESE = r"\u2014\u2018-\u201d\u3001-\u3011\u4e00-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
# Behind Chinese, or between a digit, letter or per cent sign and Chinese; never inside 10:30, 1,000 or an address.
# (The mark first: a pattern that begins with a look back is tried at every character.)
_NARROW = re.compile(rf"[,:;?!](?:(?<=[{_CHINESE})%].)(?![,:;?!/])|(?<=[0-9A-Za-z][,;?!])(?=[{_CHINESE}]))")
NARROW = "".join(_WIDE)
_SOUND = "，：；？！"
WHY = "Chinese punctuation made ASCII"
# A text is damaged in this way if so many marks are ASCII, and so many times the full-width ones. All three damaged
# seeds are above 40 and have no full-width comma.
LEAST, TIMES = 3, 4


def enough(census: Census) -> bool:
    """Whether `find` may find something in a text."""
    return census.many(NARROW) >= LEAST


def find(text: str) -> Sequence[Edit]:
    """Edits that make ASCII punctuation in Chinese full-width, if nearly all of the text's is ASCII.

    >>> [edit.replacement for edit in find("今年,我们立足重点,聚焦“3+3”产业:投资50.8亿元,于10:30签订;")]
    ['，', '，', '：', '，', '；']
    >>> find("今年,我们立足重点，聚焦产业，于10:30签订。")
    []
    """
    sound = sum(map(text.count, _SOUND))
    if sum(map(text.count, _WIDE)) < max(LEAST, TIMES * sound):
        return []
    between = _NARROW.split(text)
    if len(between) <= LEAST or len(between) - 1 < TIMES * sound:
        return []
    starts = np.cumsum([len(piece) + 1 for piece in between[:-1]]) - 1
    put = "".join([_WIDE[text[place]] for place in starts.tolist()])
    pieces = [""] * (2 * len(between) - 1)
    pieces[::2], pieces[1::2] = between, put
    return Edits(starts, starts + 1, put, np.ones(len(put), np.int64), WHY, "".join(pieces))
