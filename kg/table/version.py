"""What rows of the table depend on: the record as it was read, and the code and data that read it.

A row is taken from the table only if both are the same. So a rule that is changed, a word that is added to a lexicon or
another rjieba makes the next build read all articles again, and a change to linking or to the explorer none.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import kg
from kg.sources.record import RawRecord
from kg.table.columns import described

ROOMS = ("repair", "mentions", "relations", "gazetteer", "lexicons", "table", "data/divisions", "data/names",
         "data/repair")  # fmt: skip
"""Folders of kg/ whose files read an article; a test holds them against what is imported by it."""
LIBRARIES = ("ahocorasick-rs", "jieba", "justext", "lxml", "lxml-html-clean", "numpy", "opencc-python-reimplemented",
             "rjieba", "trafilatura")  # fmt: skip
"""Distributions that have a say in what is read."""


def record_key(record: RawRecord) -> str:
    """SHA-256 of all that a record holds but where it came from."""
    about = [record.id, record.media, record.title, record.date, record.url, record.publisher]
    head = json.dumps(about, ensure_ascii=True).encode()
    return hashlib.sha256(len(head).to_bytes(8, "big") + head + record.content).hexdigest()


@cache
def extractor() -> str:
    """SHA-256 of the code, word lists and data that make rows from a record, of the versions of the libraries that they
    call, and of the schema."""
    sums = hashlib.sha256()
    for name, content in _parts():
        sums.update(f"{name}\0{len(content)}\0".encode())
        sums.update(content)
    return sums.hexdigest()


def _parts() -> Iterator[tuple[str, bytes]]:
    top = Path(kg.__file__).parent
    for room in ROOMS:
        for file in sorted((top / room).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(top).as_posix(), file.read_bytes()
    for name in LIBRARIES:
        yield name, _version(name).encode()
    yield "python", ".".join(map(str, sys.version_info[:2])).encode()
    yield "schema", repr(list(described())).encode()


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:  # optional: trafilatura does without justext
        return "none"
