"""Bytes to text, with the first byte of every character.

The encoding is that of a byte-order mark, else the declared one (HTML `meta`, XML declaration) if the bytes bear it
out, else the detected one among UTF-8, GB18030, Big5 and UTF-16. Bytes that are no character in it become U+FFFD, one
for each run the decoder rejects, and each is reported; nothing is dropped and nothing raises but NotReadable.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from kg.repair.article import Repair
from kg.repair.byte_starts import ByteStarts
from kg.repair.encodings import OTHERS, SAMPLE, detect, encoding_of_line, sound_utf8
from kg.repair.errors import NotReadable
from kg.repair.rejected import decode_marking

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_MAGIC = {
    b"%PDF-": "a PDF document", b"PK\x03\x04": "a ZIP archive or an office document", b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document", b"\x7fELF": "a program", b"Rar!": "a RAR archive",
}  # fmt: skip
_MAGIC_BYTES = tuple(_MAGIC)
_BLANK_BYTES = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
CONTENT_REMEDY = "take its text out first, or leave it out of the sources"
MOST_CONTROL = 0.02  # share of control characters, beyond the first eight; sound text has none, binaries 10 % and more


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text. `byte_starts` has one entry for each code point and a closing one."""

    text: str
    encoding: str
    byte_starts: Sequence[int]
    repairs: tuple[Repair, ...] = ()


def decode(content: bytes, media: str = "text") -> Decoded:
    """The text of a record's bytes. Raises NotReadable for what is empty or binary.

    >>> decode("平原县委书记王玉东表示，今年投资50亿元".encode("gbk")).encoding
    'gb18030'
    >>> decoded = decode("平原县".encode() + b"\\xff" + "委书记".encode())
    >>> decoded.text, list(decoded.byte_starts), decoded.repairs[0].why
    ('平原县�委书记', [0, 3, 6, 9, 10, 13, 16, 19], 'bytes ff are no utf-8')
    """
    if not content.strip(_BLANK_BYTES):
        raise NotReadable("the record is empty", "remove it, or crawl it again")
    if content.startswith(_MAGIC_BYTES):
        kind = next(kind for magic, kind in _MAGIC.items() if content.startswith(magic))
        raise NotReadable(f"the record is {kind}, not text", CONTENT_REMEDY)
    sound = sound_utf8(content)
    encoding, skipped = detect(content, media) if sound is None else ("utf-8", 0)
    text, sentinel, rejected = (sound, "", []) if sound is not None else decode_marking(content[skipped:], encoding)
    if encoding in OTHERS and (rejected or encoding != "utf-8") and (mixed := _by_lines(content, encoding, skipped)):
        return mixed
    if _looks_binary(text, content, encoding, len(rejected)):
        raise NotReadable("the record is binary, not text", CONTENT_REMEDY)
    starts = ByteStarts(text, content, encoding, skipped, sentinel, rejected)
    text, repairs = _reported(text, content, encoding, starts, sentinel) if rejected else (text, ())
    return Decoded(text, encoding, starts, repairs)


def _by_lines(content: bytes, encoding: str, skipped: int) -> Decoded | None:
    """The text of a file of which some lines are in another encoding, joined from two sources, say; None where no line
    is."""
    pieces: list[str] = []
    starts = array("I")
    repairs: list[Repair] = []
    place, length, others = skipped, 0, 0
    for line in content[skipped:].splitlines(keepends=True):
        used = encoding if line.isascii() else encoding_of_line(line, encoding)
        text, sentinel, rejected = decode_marking(line, used)
        line_starts = ByteStarts(text, line, used, 0, sentinel, rejected)
        if used != encoding:
            others += 1
            why = f"a line in {used}, in a file in {encoding}"
            repairs.append(Repair("decode", length, length + len(text), text, text, why))
        if rejected:
            text, found = _reported(text, line, used, line_starts, sentinel)
            repairs += (mended._replace(start=mended.start + length, end=mended.end + length) for mended in found)
        pieces.append(text)
        starts.extend(place + start for start in line_starts[: len(text)])
        place, length = place + len(line), length + len(text)
    if not others:
        return None
    starts.append(len(content))
    return Decoded("".join(pieces), encoding, starts, tuple(repairs))


def _looks_binary(text: str, content: bytes, encoding: str, rejected: int) -> bool:
    sample = text[:SAMPLE]
    if encoding.startswith(("utf-16", "utf-32")):
        control = len(_CONTROL.findall(sample))
    else:  # in the other encodings these bytes stand for themselves
        head = content[:SAMPLE]
        control = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return control > max(8, MOST_CONTROL * len(sample)) or rejected > 0.3 * len(text)


def _reported(
    text: str, content: bytes, encoding: str, starts: Sequence[int], sentinel: str
) -> tuple[str, tuple[Repair, ...]]:
    """The text with U+FFFD for each rejected run, and a repair that keeps the bytes in its words."""
    repairs = []
    place = text.find(sentinel)
    while place >= 0:
        why = f"bytes {content[starts[place] : starts[place + 1]].hex(' ')} are no {encoding}"
        repairs.append(Repair("decode", place, place + 1, "\ufffd", "\ufffd", why, 0.0))
        place = text.find(sentinel, place + 1)
    return text.replace(sentinel, "\ufffd"), tuple(repairs)
