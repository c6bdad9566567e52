"""Line breaks inside a sentence: those of a text wrapped by hand, and those after a comma."""

from __future__ import annotations

import re
from collections import Counter

from kg.repair.blocks import line_blocks
from kg.repair.edits import Edit

# A line that ends so goes on: a paragraph does not end with a comma.
_OPEN_END = re.compile(r"\n(?<=[\u4e00-\u9fff0-9A-Za-z”’）》%][，、]\n)(?=[\u4e00-\u9fff“‘《0-9])")
_OPEN_SPACED = re.compile(r"\n (?<=[\u4e00-\u9fff0-9A-Za-z”’）》%][，、]\n )(?=[\u4e00-\u9fff“‘《0-9])")
_WRAPPED = re.compile(r"\n(?<=[\u4e00-\u9fff，、]\n)(?=[\u4e00-\u9fff，、。；：！？”’）》])")
NARROWEST, WIDEST = 16, 60  # characters to a line in texts wrapped by hand
# So many lines of one width make a wrapped text, if half of the longer lines are so and none is wider.
LEAST = 4


def find(text: str) -> list[Edit]:
    """Edits that join what a line break has torn.

    >>> [(edit.start, edit.end) for edit in find("以思想破冰引领行动突围，\\n加快推动平阴跨越发展。\\n与此同时")]
    [(12, 13)]
    >>> find("市长张某\\n副市长李某\\n秘书长王某")
    []
    """
    if "\n" not in text:
        return []
    tears = [*_OPEN_END.finditer(text), *_OPEN_SPACED.finditer(text)]
    edits = [Edit(tear.start(), tear.end(), "", "line break inside a sentence") for tear in tears]
    width = _wrapped_width(text)
    if width:
        joined = {edit.start for edit in edits}
        for tear in _WRAPPED.finditer(text):
            length = tear.start() - (text.rfind("\n", 0, tear.start()) + 1)
            if length in (width - 1, width) and tear.start() not in joined:
                edits.append(Edit(tear.start(), tear.end(), "", "line break of a text wrapped by hand"))
    return edits


def _wrapped_width(text: str) -> int | None:
    """The number of characters to a line, if the text was wrapped by hand."""
    lengths: Counter[int] = Counter()
    for start, end in line_blocks(text):
        lengths.update(length for length in map(len, text[start:end].split("\n")) if length >= NARROWEST)
        if lengths and max(lengths) > WIDEST + 1:
            return None
    if not lengths:
        return None
    width, count = max(lengths.items(), key=lambda entry: (entry[1], entry[0]))
    if width > WIDEST or max(lengths) > width + 1 or count < LEAST or count * 2 < sum(lengths.values()):
        return None
    return width
