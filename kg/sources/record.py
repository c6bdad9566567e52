"""What a source yields: one raw record an article, and one problem for each thing that could not be read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

MediaType = Literal["text", "html", "markdown"]


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One article as it was read, before any repair.

    `id` is stable and free of machine paths: a file's path below the folder that was named (its name if the file
    itself was named), or the `id` of a JSON line. `content` holds the bytes of the record's text as read (the file's
    bytes; for a JSON line its `text` as UTF-8): positions of evidence in bytes count from its start. `origin` says in
    messages where the record came from (`dev.jsonl:12`).
    """

    id: str
    content: bytes
    media: MediaType = "text"
    origin: str = ""
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or used: what it was, where it stands, and how to mend it."""

    origin: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.what}. {self.remedy}"


MAX_BYTES = 16 * 1024 * 1024
"""The longest file or JSON line that is read as one article: a record is held in memory as a whole, and a longer one is
no news article but an archive, a dump or a mistake. It is refused with a `Problem`."""


def printable(text: str) -> str:
    r"""`text` as a terminal may show it: control and format characters (colours, bidi overrides, line breaks), private
    and unassigned ones are escaped; spaces of any width stay.

    >>> printable("德州\x1b[2J\u202e\u3000.txt")
    '德州\\x1b[2J\\u202e\u3000.txt'
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else ascii(char)[1:-1] for char in text
    )
