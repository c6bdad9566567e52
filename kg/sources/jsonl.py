"""JSON lines: one article a line, with `text` and optionally `id`, `title`, `date`, `url`, `publisher`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Protocol

from kg.sources.record import MAX_BYTES, Problem, RawRecord, printable

METADATA = ("title", "date", "url", "publisher")
MOST_PROBLEMS = 20  # a file of another format has as many bad lines as lines: those beyond this are counted, not told
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class ByteStream(Protocol):
    """What is read of an open file: at most `size` bytes, or a line of at most `size` bytes; none at the end."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


def read_lines(stream: ByteStream, name: str) -> Iterator[RawRecord | Problem]:
    """One record or problem a line of `stream`, in order; blank lines are passed over.

    `name` is the file's id: `name#line` identifies a record without an `id` of its own, `name:line` is its origin.
    A field of the wrong type is a problem; the record is read without it, unless it is `text`. Raises OSError if
    `stream` does.

    >>> import io
    >>> [record.id for record in read_lines(io.BytesIO(b'{"text": "a"}\\n{"id": 7, "text": "b"}'), "x.jsonl")]
    ['x.jsonl#1', '7']
    """
    told = untold = 0
    for found in _lines(stream, name):
        if isinstance(found, Problem):
            told += 1
            if told > MOST_PROBLEMS:
                untold += 1
                continue
        yield found
    if untold:
        yield Problem(printable(name), f"{untold} more problems in this file", "Mend those above, then read again")


def _lines(stream: ByteStream, name: str) -> Iterator[RawRecord | Problem]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        origin = f"{printable(name)}:{number}"
        if number == 1:
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                yield Problem(
                    printable(name), "is UTF-16, and JSON lines are UTF-8", "Convert it: iconv -f UTF-16 -t UTF-8"
                )
                return
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > MAX_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield Problem(origin, f"the line is longer than {MAX_BYTES // 1024**2} MiB", "Split it into articles")
        elif line.strip():
            yield from _record(line, f"{name}#{number}", origin)


def _record(line: bytes, default_id: str, origin: str) -> Iterator[RawRecord | Problem]:
    try:
        fields = json.loads(line.rstrip().decode("utf-8"))
    except UnicodeDecodeError as error:
        yield Problem(
            origin, f"the line is not UTF-8 (byte {error.start + 1})", "Convert the file: iconv -f GB18030 -t UTF-8"
        )
        return
    except json.JSONDecodeError as error:
        yield Problem(f"{origin}:{error.colno}", f"invalid JSON ({error.msg})", "Write one JSON object a line")
        return
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; brackets 100,000 deep
        yield Problem(origin, f"JSON that cannot be read ({error})", "Write one flat JSON object a line")
        return
    if not isinstance(fields, dict):
        yield Problem(origin, "the line is no JSON object", 'Write one object a line: {"id": "…", "text": "…"}')
        return
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        what = "has no text" if text is None or isinstance(text, str) else f"`text` is {_kind(text)}, not a string"
        yield Problem(origin, what, 'Give the article as a string in "text"')
        return
    kept = {}
    for field in METADATA:
        value = fields.get(field)
        if isinstance(value, str):
            kept[field] = _clean(value)
        elif value is not None:
            yield Problem(origin, f"`{field}` is {_kind(value)}, not a string; read without it", "Write it as a string")
    own_id = fields.get("id")
    if isinstance(own_id, (int, float)) and not isinstance(own_id, bool):
        own_id = str(own_id)
    elif own_id is not None and not isinstance(own_id, str):
        yield Problem(
            origin, f"`id` is {_kind(own_id)}, not a string; {printable(default_id)} is used", "Write it as a string"
        )
        own_id = None
    record_id = _clean(own_id) if own_id and own_id.strip() else default_id
    yield RawRecord(record_id, _clean(text).encode(), "text", origin, **kept)


def _clean(text: str) -> str:
    """`text` with half surrogate pairs (a JSON `\\ud83d` cut off) as U+FFFD: nothing else in JSON is no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return LONE_SURROGATE.sub("\ufffd", text)
    return text


def _kind(value: object) -> str:
    names = {bool: "true or false", dict: "an object", list: "a list"}
    return names.get(type(value), "a number")
