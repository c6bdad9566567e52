"""Where in the bytes of a record each character of its text begins."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Sequence
from functools import cache
from typing import overload

import numpy as np

from kg.repair.blocks import blocks, codes_of


class ByteStarts(Sequence[int]):
    """The first byte of each code point of a decoded text, and a closing entry; counted when first asked for."""

    def __init__(
        self, text: str, content: bytes, encoding: str, skipped: int, sentinel: str, rejected: list[tuple[int, int]]
    ) -> None:
        self._source = text, content, encoding, skipped, sentinel, rejected
        self._starts: array | None = None

    def __len__(self) -> int:
        return len(self._source[0]) + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if self._starts is None:
            text, content, encoding, skipped, sentinel, rejected = self._source
            self._starts = _byte_starts(text, encoding, skipped, sentinel, rejected)
            if self._starts[-1] != len(content):  # the codec reads some bytes in more ways than it writes them
                self._starts = _stepped_starts(content, encoding, skipped, rejected)
        return self._starts[index]


def _byte_starts(text: str, encoding: str, skipped: int, sentinel: str, rejected: list[tuple[int, int]]) -> array:
    starts = np.empty(len(text) + 1, dtype=np.uint32)
    starts[0] = skipped
    marked = 0
    for first, last in blocks(len(text)):
        codes = codes_of(text[first:last])
        lengths = _lengths_of(codes, encoding)
        if rejected:
            marks = np.flatnonzero(codes == ord(sentinel))
            lengths[marks] = [end - start for start, end in rejected[marked : marked + len(marks)]]
            marked += len(marks)
        np.cumsum(lengths, out=starts[first + 1 : last + 1])
        starts[first + 1 : last + 1] += starts[first]
    packed = array("I")
    packed.frombytes(starts.view(np.uint8))  # type: ignore[arg-type]  # a buffer
    return packed


def _lengths_of(codes: np.ndarray, encoding: str) -> np.ndarray:
    """How many bytes each code point takes in an encoding."""
    if encoding == "utf-8":
        lengths = 1 + (codes >= 0x80).astype(np.uint32) + (codes >= 0x800) + (codes >= 0x10000)
    elif encoding.startswith("utf-16"):
        lengths = 2 + 2 * (codes >= 0x10000).astype(np.uint32)
    elif encoding.startswith("utf-32"):
        lengths = np.full(len(codes), 4, dtype=np.uint32)
    else:
        beyond = codes >= 0x10000
        lengths = np.where(beyond, 4 if encoding == "gb18030" else 2, _lengths(encoding)[np.where(beyond, 0, codes)])
    return lengths.astype(np.uint32)


@cache
def _lengths(encoding: str) -> np.ndarray:
    """Bytes of each code point of the Basic Multilingual Plane in an encoding; 0 for those it cannot write."""
    lengths = np.zeros(0x10000, dtype=np.uint8)
    for code in range(0x10000):
        try:
            lengths[code] = len(chr(code).encode(encoding))
        except UnicodeEncodeError:
            continue
    return lengths


def _stepped_starts(content: bytes, encoding: str, skipped: int, rejected: list[tuple[int, int]]) -> array:
    """The same as `_byte_starts` by feeding a decoder byte after byte: slow, and right for every codec."""
    starts = array("I")
    ends = dict(rejected)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    place = first = skipped
    while place < len(content):
        if place - skipped in ends:
            starts.append(place)
            place = first = skipped + ends[place - skipped]
            decoder.reset()
            continue
        got = decoder.decode(content[place : place + 1])
        place += 1
        starts.extend([first] * len(got))
        first = place if got else first
    starts.append(len(content))
    return starts
