"""Bytes read out of step: the common ground of eaten characters and lost lead bytes.

Converters of this genre's sites worked on GBK bytes. Where one of them put something between the two bytes of a
character, or lost one byte, the decoder that came after wrote `?` for the byte it could not pair, and read all bytes
up to the next such accident one out of step. `parse` reads such a region back into the bytes of the original, with a
`Slot` for each lost one; `kg.repair.filling` finds what stood in the slots.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.repair.pairs import Slot, decode_pair
from kg.repair.readings import SYLLABLE

LOST = "?\ufffd"
_REMARK = re.compile(rf"[(（]{SYLLABLE}[)）]")  # pinyin that was put between whole characters: no bytes of the original
_TORN_REMARK = re.compile(rf"[(（]?({SYLLABLE})[)）]")  # its opening bracket went down with the lost byte
_TAG_END = re.compile(r"/[a-z]{1,10}\d?>")
LONGEST = 2_000  # characters of one region; the seeds' longest has 12


class Region(NamedTuple):
    """A stretch of text from its first lost byte to where the step is right again.

    `bytes` are those of the original with, for each, the part of the text it was read from; `eaten` is the ASCII
    character behind the last of them that went into a wrong character or, if the text betrays it, got lost.
    """

    start: int
    end: int
    bytes: tuple[tuple[int | Slot, int, int], ...]
    eaten: str


def parse(text: str, start: int) -> Region | None:
    """The region whose first lost byte is the `?` (or U+FFFD) at `start`, or None if the step is never right again.

    >>> region = parse("倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍", 4)
    >>> region.end, len(region.bytes)
    (15, 20)
    """
    found: list[tuple[int | Slot, int, int]] = []
    place = _slot(text, start, found)
    end = min(len(text), start + LONGEST)
    while place < end:
        character = text[place]
        if character in "(（" and (remark := _REMARK.match(text, place)):
            place = remark.end()
        elif character in LOST:
            place = _slot(text, place, found)
            last = found[-1][0]
            took = "" if isinstance(last, Slot) and last.reading else _eaten(text, place)  # it took the bracket
            return Region(start, place, tuple(found), took)
        elif character >= "\x80":
            encoded = _encoded(character)
            if len(encoded) != 2:
                return None
            found.append((encoded[0], place, place + 1))
            place += 1
            if encoded[1] < 0x80:  # it stands where a lead byte would: an ASCII character of the original
                return Region(start, place, tuple(found), chr(encoded[1]))
            found.append((encoded[1], place - 1, place))
        elif _once_wide(text, place, found):
            # A full-width sign that was made ASCII after the accident: ！ is A3 A1, whose A3 ends 。 and whose A1
            # begins ”. Letters are trail bytes of their own, except at the very start.
            found += ((byte, place, place + 1) for byte in (0xA3, ord(character) + 0x80))
            place += 1
        elif "@" <= character <= "~":
            found.append((ord(character), place, place + 1))
            return Region(start, place + 1, tuple(found), "")
        else:
            break
    if len(found) < 3:
        return None
    found.append((Slot(None), place, place))
    return Region(start, place, tuple(found), "")


@lru_cache(maxsize=1 << 15)
def _encoded(character: str) -> bytes:
    return character.encode("gb18030", "replace")


def _once_wide(text: str, place: int, found: list[tuple[int | Slot, int, int]]) -> bool:
    character, following = text[place], text[place + 1 : place + 2]
    if not "!" <= character <= "~" or following < "\x80":
        return False
    return character < "@" or found == [(Slot(None), *found[0][1:])]


def _slot(text: str, place: int, found: list[tuple[int | Slot, int, int]]) -> int:
    """Add the slot at `place`; return where the text goes on."""
    remark = _TORN_REMARK.match(text, place + 1)
    end = remark.end() if remark else place + 1
    found.append((Slot(remark[1] if remark else None), place, end))
    return end


def _eaten(text: str, place: int) -> str:
    """The ASCII character lost together with the byte before `place`.

    `?/span>` lost its `<`. A lost trail byte is followed by Chinese only if an ASCII character between went with it,
    for two bytes above 0x80 would have made a character; in running text that character is the comma.
    """
    if _TAG_END.match(text, place):
        return "<"
    following = text[place : place + 1]
    return (
        "，" if following in ("", "\n") or (following >= "\u2e80" and following not in "，。、；：！？”’）》") else ""
    )


def known(region: Region) -> str:
    """The characters of a region of which no byte is lost; those that are none as U+FFFD.

    >>> known(parse("倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍", 4))
    '”滕州市工信局局長'
    """
    pairs = zip(region.bytes[::2], region.bytes[1::2], strict=True)
    return "".join(
        decode_pair(bytes((first[0], second[0]))) or "\ufffd"
        for first, second in pairs
        if isinstance(first[0], int) and isinstance(second[0], int)
    )


def without_pinyin(text: str) -> str:
    """Context without the pinyin in it."""
    return _REMARK.sub("", text) if ")" in text or "）" in text else text
