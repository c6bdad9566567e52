"""In which encoding bytes are written: those of a file, and those of one line in a file of another encoding."""

from __future__ import annotations

import codecs
import re

import numpy as np

from kg.repair.kinds import common_share
from kg.repair.rejected import decode_marking

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
HEAD = 4096  # bytes in which a declaration may stand (HTML allows 1,024; pages of this genre go beyond)
SAMPLE = 1 << 20
# How much worse than the best fit a declared encoding may be and still be believed: sound texts differ by less, and
# GB18030 read as Big5 or the reverse is worse by 0.1 and more.
TRUST = 0.05
# What a line may be in that is no text in the encoding of its file; and the least share of common characters that a
# line of UTF-8 in a file of another encoding has (`common_share`): a third is usual.
OTHERS = {"utf-8": ("gb18030", "big5hkscs"), "gb18030": ("utf-8",), "big5hkscs": ("utf-8", "gb18030")}
PLAINLY = 0.1


def detect(content: bytes, media: str = "text") -> tuple[str, int]:
    """The encoding of the bytes, and how many bytes of byte-order mark come first.

    >>> detect("縣長表示".encode("utf-16")), detect("平原縣委書記表示，將把會議精神".encode("big5"))
    (('utf-16-le', 2), ('big5hkscs', 0))
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    if sound_utf8(content) is not None:
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


def sound_utf8(content: bytes) -> str | None:
    """The text of bytes that are UTF-8 without a fault or a mark, as nearly all are; decoded once."""
    if content.startswith(_MARK_BYTES) or b"\x00" in content[:HEAD]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def encoding_of_line(line: bytes, encoding: str) -> str:
    """The encoding of a line in a file that is in another: UTF-8 where it is that and plainly Chinese, as nothing else
    is by chance; that of the file, where it is without fault in it; else what fits best."""
    if _is(line, "utf-8"):
        return "utf-8" if common_share(line.decode("utf-8")) > PLAINLY else encoding
    if _is(line, encoding):
        return encoding
    return min((encoding, *OTHERS[encoding]), key=lambda other: _misfit(line, other))


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


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


def _misfit(sample: bytes, encoding: str) -> float:
    """How ill an encoding fits: the share of bytes it rejects, and of characters that no Chinese text is full of."""
    text, _, rejected = decode_marking(sample, encoding)
    bad = sum(end - start for start, end in rejected) / max(1, len(sample))
    return bad * 5 + (1 - common_share(text)) * 0.5
