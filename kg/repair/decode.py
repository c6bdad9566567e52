"""Bytes to text, with the first byte of every character.

The encoding is that of a byte-order mark, else the declared one (HTML `meta`, XML declaration) if the bytes bear it
out, else the detected one among UTF-8, GB18030, Big5 and UTF-16. Bytes that are no character in it become U+FFFD, one
for each run the decoder rejects, and each is reported; nothing is dropped and nothing raises but NotReadable.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import overload

import numpy as np

from kg.repair.article import Repair
from kg.repair.blocks import blocks, codes_of
from kg.repair.errors import NotReadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_BYTES = tuple(mark for mark, _ in _MARKS)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE
)
_NAMES = {
    "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "gb-2312": "gb18030", "x-gbk": "gb18030",
    "cp936": "gb18030", "hz-gb-2312": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "big-5": "big5hkscs",
}  # fmt: skip
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
HEAD = 4096  # bytes in which a declaration may stand (HTML allows 1,024; pages of this genre go beyond)
SAMPLE = 1 << 20
MOST_CONTROL = 0.02  # share of control characters, beyond the first eight; sound text has none, binaries 10 % and more
# How much worse than the best fit a declared encoding may be and still be believed: sound texts differ by less, and
# GB18030 read as Big5 or the reverse is worse by 0.1 and more.
TRUST = 0.05
# What a line may be in that is no text in the encoding of its file; and the least share of common characters that a
# line of UTF-8 in a file of another encoding has (`common_share`): a third is usual.
OTHERS = {"utf-8": ("gb18030", "big5hkscs"), "gb18030": ("utf-8",), "big5hkscs": ("utf-8", "gb18030")}
PLAINLY = 0.1
KINDS = 5  # of characters, see `kinds_table`; among them:
ASCII, COMMON, CHINESE = (0,), (3, 4), (2, 4)
# A noncharacter marks rejected bytes while decoding, one that the record does not hold: U+FFFD itself it may.
_SENTINELS = tuple(map(chr, range(0xFDD0, 0xFDF0)))


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
    sound = _sound_utf8(content)
    encoding, skipped = detect(content, media) if sound is None else ("utf-8", 0)
    text, sentinel, rejected = (sound, "", []) if sound is not None else _decode(content[skipped:], encoding)
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
        used = encoding if line.isascii() else _encoding_of(line, encoding)
        text, sentinel, rejected = _decode(line, used)
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


def _encoding_of(line: bytes, encoding: str) -> str:
    """The encoding of a line in a file that is in another: UTF-8 where it is that and plainly Chinese, as nothing else
    is by chance; that of the file, where it is without fault in it; else what fits best."""
    if _is(line, "utf-8"):
        return "utf-8" if common_share(line.decode("utf-8")) > PLAINLY else encoding
    if _is(line, encoding):
        return encoding
    return min((encoding, *OTHERS[encoding]), key=lambda other: _misfit(line, other))


def _sound_utf8(content: bytes) -> str | None:
    """The text of bytes that are UTF-8 without a fault or a mark, as nearly all are; decoded once."""
    if content.startswith(_MARK_BYTES) or b"\x00" in content[:HEAD]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def detect(content: bytes, media: str = "text") -> tuple[str, int]:
    """The encoding of the bytes, and how many bytes of byte-order mark come first.

    >>> detect("縣長表示".encode("utf-16")), detect("平原縣委書記表示，將把會議精神".encode("big5"))
    (('utf-16-le', 2), ('big5hkscs', 0))
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    if _sound_utf8(content) is not None:
        return "utf-8", 0
    head = content[:HEAD]
    utf8 = b"\x00" in head and _is(content, "utf-8")
    wide = _wide(head)
    if wide:
        return wide, 0
    if utf8:
        return "utf-8", 0
    sample = content[:SAMPLE]
    if _mostly_utf8(sample):
        return "utf-8", 0
    candidates = ["utf-8", "gb18030", "big5hkscs"]
    declared = _declared(content[:HEAD])
    misfits = {encoding: _misfit(sample, encoding) for encoding in candidates}
    best = min(candidates, key=lambda encoding: misfits[encoding])
    if declared in misfits and misfits[declared] <= misfits[best] + TRUST:
        return declared, 0
    return best, 0


def _mostly_utf8(sample: bytes) -> bool:
    """Whether most of the lines that are not ASCII are UTF-8, and plainly Chinese."""
    lines = [line for line in sample.splitlines() if not line.isascii()]
    valid = [line for line in lines if _is(line, "utf-8")]
    if 2 * sum(map(len, valid)) < sum(map(len, lines)) or not valid:
        return False
    return common_share(b"".join(valid).decode("utf-8")) > PLAINLY


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head.replace(b"\x00", b""))
    return _NAMES.get(found[1].decode("ascii").lower()) if found else None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a byte-order mark: ASCII leaves zero bytes on one side, Chinese bytes 4E to 9F."""
    even = len(head) // 2 * 2
    if even < 4 or len(head) < 4:
        return None
    pairs = np.frombuffer(head[:even], dtype=np.uint8).reshape(-1, 2)
    for encoding, high, low in (("utf-16-le", pairs[:, 1], pairs[:, 0]), ("utf-16-be", pairs[:, 0], pairs[:, 1])):
        ascii_ = (high == 0) & (low >= 9) & (low < 0x7F)
        chinese = (high >= 0x4E) & (high <= 0x9F) | (high == 0x30) & (low < 0x30) | (high == 0xFF) & (low < 0x60)
        telling = ascii_ | (high == 0x30) & (low < 4) | (high == 0xFF) & ((low == 0x0C) | (low == 0x1A))
        if np.mean(ascii_ | chinese) > 0.9 and np.mean(telling) > 0.02 and _bears_out(head[:even], encoding):
            return encoding
    return None


def _bears_out(head: bytes, encoding: str) -> bool:
    text = head.decode(encoding, "replace")
    return text.isascii() or common_share(text) > 0.1


@cache
def _common() -> frozenset[str]:
    """Characters so frequent that every article is full of them, in both scripts."""
    simplified = (
        "的一是在了不和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年阶义发成部民可出能方进"
    )
    local = "市县区委政府书记长局项目建设亿元投资经济业展重点新高质量全推加实强会议表示月日"
    traditional = "這們個時動國產會來對學級義發進縣區書記長局項目設億資經濟業實強議"
    return frozenset(simplified + local + traditional + "，。、“”：；（）")


def common_share(text: str) -> float:
    """The share of the characters beyond ASCII that every Chinese article is full of: about a third in news, near none
    in bytes of no Chinese encoding. The first 20,000 characters are counted.

    >>> common_share("县委书记在会上说") > 0.5, common_share("亵渎饕餮")
    (True, 0.0)
    """
    _, others, common, _ = kinds(text[:20_000])
    return common / (others + common) if others + common else 0.0


def kinds(text: str) -> tuple[int, int, int, int]:
    """How many UTF-16 code units of a text are ASCII, others that no article is full of, characters that every article
    is full of; and how many of the latter two are Chinese characters."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    counts = np.bincount(kinds_table()[codes], minlength=KINDS).tolist()
    return counts[0], counts[1] + counts[2], counts[3] + counts[4], counts[2] + counts[4]


@cache
def kinds_table() -> np.ndarray:
    """0 for ASCII, 1 and 2 for what is rare (2: Chinese characters), 3 and 4 for what is common, by code unit."""
    table = np.ones(0x10000, dtype=np.uint8)
    table[:0x80] = 0
    table[0x4E00:0xA000] = 2
    for character in _common():
        table[ord(character)] = 4 if "\u4e00" <= character <= "\u9fff" else 3
    return table


def _misfit(sample: bytes, encoding: str) -> float:
    """How ill an encoding fits: the share of bytes it rejects, and of characters that no Chinese text is full of."""
    text, _, rejected = _decode(sample, encoding)
    bad = sum(end - start for start, end in rejected) / max(1, len(sample))
    return bad * 5 + (1 - common_share(text)) * 0.5


def _decode(content: bytes, encoding: str) -> tuple[str, str, list[tuple[int, int]]]:
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


def _looks_binary(text: str, content: bytes, encoding: str, rejected: int) -> bool:
    sample = text[:SAMPLE]
    if encoding.startswith(("utf-16", "utf-32")):
        control = len(_CONTROL.findall(sample))
    else:  # in the other encodings these bytes stand for themselves
        head = content[:SAMPLE]
        control = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return control > max(8, MOST_CONTROL * len(sample)) or rejected > 0.3 * len(text)


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
