"""The two bytes of a character of GBK, of which one or both may be lost, and the characters that they may be."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.repair.readings import read_so

LEADS, TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
MARKS = frozenset("，。、：；“”‘’（）《》！？…—")


class Slot(NamedTuple):
    """A lost byte. If pinyin followed it, the byte before it and itself make a character that reads so."""

    reading: str | None


def characters_of(first: int | Slot, second: int | Slot, previous: bytes) -> tuple[str, ...]:
    """The characters that two bytes may be, one or both of which may be lost."""
    if isinstance(first, int) and isinstance(second, int):
        character = decode_pair(bytes((first, second)))
        return (character,) if character else ()
    if isinstance(first, Slot) and isinstance(second, Slot) and not (first.reading or second.reading):
        return ()  # nothing is known about either byte
    if isinstance(first, int):
        return _continued(first, second.reading)
    if not first.reading and isinstance(second, int):
        return _ending(second)
    leads = _second_bytes(previous, first.reading) if first.reading else LEADS
    if isinstance(second, Slot):
        return tuple(character for lead in leads for character in _continued(lead, second.reading))
    return tuple(character for lead in leads for character in _completed(lead, second))


@lru_cache(maxsize=1 << 14)
def _second_bytes(lead: bytes, reading: str) -> tuple[int, ...]:
    """The bytes that make, behind `lead`, a character that is read so."""
    codes = (_code(character) for character in read_so(reading))
    return tuple(sorted(code[1] for code in codes if len(code) == 2 and code[:1] == lead and code[1] in LEADS))


@cache
def _ending(trail: int) -> tuple[str, ...]:
    """The characters that end with a byte."""
    return tuple(character for lead in LEADS for character in _completed(lead, trail))


@cache
def _completed(lead: int, trail: int) -> tuple[str, ...]:
    """The character of two bytes, if it is one that gets lost."""
    character = decode_pair(bytes((lead, trail)))
    return (character,) if _may_be_lost(character) else ()


@lru_cache(maxsize=1 << 14)
def _continued(lead: int, reading: str | None) -> tuple[str, ...]:
    """The characters that begin with a byte, all or those that are read so."""
    if reading:
        return tuple(sorted(character for character in read_so(reading) if _code(character)[0] == lead))
    found = (decode_pair(bytes((lead, trail))) for trail in TRAILS)
    return tuple(character for character in found if _may_be_lost(character))


@cache
def _code(character: str) -> bytes:
    return character.encode("gb18030")


def _may_be_lost(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character in MARKS


@cache
def decode_pair(pair: bytes) -> str:
    """The character of two bytes of GB18030, or nothing."""
    try:
        return pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""
