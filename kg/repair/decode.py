"""Bytes to text, with the first byte of every character."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np

from kg.repair.article import Repair
from kg.repair.errors import NotReadable


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text. `byte_starts` has one entry for each code point and a closing one."""

    text: str
    encoding: str
    byte_starts: array
    repairs: tuple[Repair, ...] = ()


def decode(content: bytes, media: str = "text") -> Decoded:
    """Provisional: UTF-8 only."""
    if not content.strip():
        raise NotReadable("the record is empty", "remove it, or crawl it again")
    text = content.decode("utf-8", "replace")
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
    lengths = 1 + (codes >= 0x80).astype(np.uint32) + (codes >= 0x800) + (codes >= 0x10000)
    starts = array("I")
    starts.frombytes(np.concatenate([[0], np.cumsum(lengths)]).astype(np.uint32).tobytes())
    return Decoded(text, "utf-8", starts)
