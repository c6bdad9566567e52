"""A long text a block at a time, so that what is made on the way fits the caches and its memory is used again.

Memory asked for by the hundred megabytes comes fresh from the system, page by page, each time: where a look at a text
makes a number for each character, the pages cost as much as the look.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

SIZE = 1 << 18  # characters


def blocks(length: int) -> Iterator[tuple[int, int]]:
    """Where each block of so many characters begins and ends.

    >>> list(blocks(SIZE + 1)) == [(0, SIZE), (SIZE, SIZE + 1)]
    True
    """
    return ((start, min(start + SIZE, length)) for start in range(0, length, SIZE))


def line_blocks(text: str) -> Iterator[tuple[int, int]]:
    """The same, but each block ends behind a line break, or with the text.

    >>> list(line_blocks("平原县\\n德州市"))
    [(0, 7)]
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + SIZE - 1) + 1 or len(text)
        yield start, end
        start = end


def codes_of(text: str) -> np.ndarray:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def places_in(text: str, table: np.ndarray) -> list[int]:
    """Where the characters stand of which a table says so. The last of its 65,537 entries is for all code points beyond
    the Basic Multilingual Plane."""
    places: list[int] = []
    for start, end in blocks(len(text)):
        places += (np.flatnonzero(table.take(codes_of(text[start:end]), mode="clip")) + start).tolist()
    return places
