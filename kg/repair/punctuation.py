"""Chinese punctuation that a converter made ASCII, in texts where it did so throughout."""

from __future__ import annotations

import re

from kg.repair.census import Census
from kg.repair.edits import Edit

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_CHINESE = r"\u2014\u2018-\u201d\u3001-\u3011\u4e00-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
# Behind Chinese, or between a digit, letter or per cent sign and Chinese; never inside 10:30, 1,000 or an address.
# (The mark first: a pattern that begins with a look back is tried at every character.)
_NARROW = re.compile(rf"[,:;?!](?:(?<=[{_CHINESE})%].)(?![,:;?!/])|(?<=[0-9A-Za-z][,;?!])(?=[{_CHINESE}]))")
NARROW = "".join(_WIDE)
_SOUND = re.compile("[，：；？！]")
# A text is damaged in this way if so many marks are ASCII, and so many times the full-width ones. All three damaged
# seeds are above 40 and have no full-width comma.
LEAST, TIMES = 3, 4


def enough(census: Census) -> bool:
    """Whether `find` may find something in a text."""
    return census.many(NARROW) >= LEAST


def find(text: str) -> list[Edit]:
    """Edits that make ASCII punctuation in Chinese full-width, if nearly all of the text's is ASCII.

    >>> [edit.replacement for edit in find("今年,我们立足重点,聚焦“3+3”产业:投资50.8亿元,于10:30签订;")]
    ['，', '，', '：', '，', '；']
    >>> find("今年,我们立足重点，聚焦产业，于10:30签订。")
    []
    """
    if sum(map(text.count, _WIDE)) < max(LEAST, TIMES * sum(map(text.count, "，：；？！"))):
        return []
    narrow = list(_NARROW.finditer(text))
    if len(narrow) < LEAST or len(narrow) < TIMES * len(_SOUND.findall(text)):
        return []
    return [Edit(mark.start(), mark.end(), _WIDE[mark[0]], "Chinese punctuation made ASCII") for mark in narrow]
