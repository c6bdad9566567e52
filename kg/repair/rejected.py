"""Decoding with a mark for each run of bytes that the decoder rejects, so that it is known where they stood."""

from __future__ import annotations

import codecs
from collections.abc import Callable

# A noncharacter marks rejected bytes while decoding, one that the record does not hold: U+FFFD itself it may.
_SENTINELS = tuple(map(chr, range(0xFDD0, 0xFDF0)))


def decode_marking(content: bytes, encoding: str) -> tuple[str, str, list[tuple[int, int]]]:
    """The text with a sentinel for each rejected run of bytes, that sentinel, and where in the bytes these stand."""
    try:
        return content.decode(encoding), "", []
    except UnicodeDecodeError:
        pass
    for sentinel in _SENTINELS:
        rejected: list[tuple[int, int]] = []
        codecs.register_error("kg-mark", _marker(sentinel, rejected, one_by_one=encoding in ("gb18030", "big5hkscs")))
        text = content.decode(encoding, "kg-mark")
        if text.count(sentinel) == len(rejected):
            break
    return text, sentinel, rejected


def _marker(
    sentinel: str, rejected: list[tuple[int, int]], one_by_one: bool
) -> Callable[[UnicodeError], tuple[str, int]]:
    """An error handler that notes what it is given; one by one, so that a lead byte takes no ASCII character along."""

    def mark(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        end = error.start + 1 if one_by_one else error.end
        rejected.append((error.start, end))
        return sentinel, end

    return mark
