"""Paths in, raw records out: folders, single files, and standard input."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import IO

from kg.sources.jsonl import ByteStream, read_lines
from kg.sources.listing import MEDIA, SUFFIXES, Found, file_id, list_folder, refused
from kg.sources.record import MAX_BYTES, MediaType, Problem, RawRecord, printable

STANDARD_INPUT = "-"
HTML_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)


def read(paths: str | Path | Iterable[str | Path], counts: Counter[str] | None = None) -> Iterator[RawRecord | Problem]:
    """The records of all `paths`, each once, and a problem for each thing that could not be read. Never raises OSError.

    A path is a folder (read with all below it, by path component), a file ending in .txt, .md, .html, .htm or .jsonl,
    or `-`: standard input, JSON lines if its first character is `{`, else one text or HTML page. Paths are read by
    name, then place: their order does not matter. A path inside a folder that is also named is read with the folder.

    A record's id is its path below the folder named, the file's name if the file was named, a JSON line's own `id`,
    or `file.jsonl#line`. An id that comes again with the same content is passed over, and counted in
    `counts["duplicate"]`; with other content it is a problem. One record is in memory at a time, and some 200 bytes
    for each id.

    >>> [str(found) for found in read(["no/such.txt"])]
    ['no/such.txt: there is no such file or folder. Check the name; it may have been moved since']
    """
    seen: dict[bytes, bytes] = {}
    for found in chain.from_iterable(map(_read_root, _roots([paths] if isinstance(paths, (str, Path)) else paths))):
        if isinstance(found, Problem):
            yield found
            continue
        key = blake2b(found.id.encode("utf-8"), digest_size=12).digest()
        content = blake2b(found.content, digest_size=12).digest()
        if key not in seen:
            seen[key] = content
            yield found
        elif seen[key] == content:
            if counts is not None:
                counts["duplicate"] += 1
        else:
            yield Problem(
                found.origin,
                f"an article with the id {printable(found.id)} but other text was read before",
                "Give it an id of its own, or name the folder above both",
            )


def _roots(paths: Iterable[str | Path]) -> list[str]:
    """The paths in reading order, without those that are read with another."""
    unique: dict[str, str] = {}  # by real path, as people name one place in many ways
    for path in map(str, paths):
        unique.setdefault(STANDARD_INPUT if path == STANDARD_INPUT else _real(path), path)
    places = {place for place in unique if place != STANDARD_INPUT}
    roots = [
        (os.path.basename(place), place, path)
        for place, path in unique.items()
        if place == STANDARD_INPUT or not _inside(Path(place), places)
    ]
    return [path for _, _, path in sorted(roots)]


def _real(path: str) -> str:
    try:
        return os.path.realpath(path) if path else path
    except (OSError, ValueError):  # a NUL in the name: the reading will tell
        return path


def _inside(place: Path, places: set[str]) -> bool:
    """Whether reading one of `places` reads `place` too: it is in or below that folder, and not hidden there."""
    for folder in place.parents:
        if str(folder) in places:
            return not any(part.startswith(".") for part in place.relative_to(folder).parts)
    return False


def _read_root(path: str) -> Iterator[RawRecord | Problem]:
    if path == STANDARD_INPUT:
        yield from _read_standard_input()
        return
    if not path:
        yield Problem("(empty path)", "nothing is named", "Name a file, a folder, or - for standard input")
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield refused(path, error)
        return
    name = os.path.basename(os.path.normpath(path))
    if stat.S_ISDIR(mode):
        for found in list_folder(Path(path)):
            yield from (found,) if isinstance(found, Problem) else _read_file(found)
    elif Path(path).suffix.lower() not in MEDIA:
        yield Problem(
            printable(path),
            "its suffix does not say what it holds",
            f"Rename it to end in one of {SUFFIXES}, or pipe it in and name -",
        )
    else:
        yield from _read_file(Found(Path(path), file_id(name)))


def _read_file(file: Found) -> Iterator[RawRecord | Problem]:
    media = MEDIA[file.path.suffix.lower()]
    try:
        if not stat.S_ISREG(os.stat(file.path).st_mode):  # opening a pipe would wait for its writer, perhaps for ever
            yield Problem(printable(str(file.path)), "is no regular file", "Pipe it in and name -")
            return
        with open(file.path, "rb") as stream:
            yield from _read_lines(stream, file.id) if media is None else _read_whole(stream, file.id, media)
    except OSError as error:
        yield refused(str(file.path), error)


def _read_whole(stream: ByteStream, name: str, media: MediaType) -> Iterator[RawRecord | Problem]:
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield Problem(
            printable(name),
            f"is larger than {MAX_BYTES // 1024**2} MiB, too large for one article",
            "Split it, or write it as JSON lines, one article a line",
        )
    elif not content.strip():
        yield Problem(printable(name), "is empty", "Remove it, or read it from its source again")
    else:
        yield RawRecord(name, content, media, printable(name))


def _read_lines(stream: ByteStream, name: str) -> Iterator[RawRecord | Problem]:
    empty = True
    for found in read_lines(stream, name):
        empty = False
        yield found
    if empty:
        yield Problem(printable(name), "is empty", "Write one JSON object a line into it")


def _read_standard_input() -> Iterator[RawRecord | Problem]:
    if sys.stdin is None:
        yield Problem("stdin", "standard input is closed", "Pipe a text or JSON lines in")
        return
    stream = sys.stdin.buffer
    try:
        head = b""
        while not head.removeprefix(b"\xef\xbb\xbf").strip() and (more := stream.readline(MAX_BYTES + 1)):
            head += more
            if len(head) > MAX_BYTES:
                break
        whole = _Prefixed(head, stream)
        if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            yield from _read_lines(whole, "stdin")
        else:
            yield from _read_whole(whole, "stdin", "html" if HTML_OPENING.match(head) else "text")
    except (OSError, ValueError) as error:  # ValueError: closed
        yield refused("stdin", error)


class _Prefixed:
    """A stream that gives `head` first, then what is left of `rest`: standard input cannot be wound back."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        first = self._head.read(size)
        return first + self._rest.read(size - len(first))

    def readline(self, size: int, /) -> bytes:
        first = self._head.readline(size)
        return first if first.endswith(b"\n") else first + self._rest.readline(size - len(first))
