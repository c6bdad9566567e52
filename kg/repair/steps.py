"""Bytes read out of step: the common ground of eaten characters and lost lead bytes.

Converters of this genre's sites worked on GBK bytes. Where one of them put something between the two bytes of a
character, or lost one byte, the decoder that came after wrote `?` for the byte it could not pair, and read all bytes
up to the next such accident one out of step. `parse` reads such a region back into the bytes of the original, with a
`Slot` for each lost one; `fill` finds what stood in the slots.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import ClassVar

from kg.repair.gaps import over_gap
from kg.repair.language import Context, given_name_bonus, normal, single
from kg.repair.readings import SYLLABLE, read_so, reads_with_tone
from kg.repair.t2s import by_character

LOST = "?\ufffd"
_REMARK = re.compile(rf"[(（]{SYLLABLE}[)）]")  # pinyin that was put between whole characters: no bytes of the original
_TORN_REMARK = re.compile(rf"[(（]?({SYLLABLE})[)）]")  # its opening bracket went down with the lost byte
_TAG_END = re.compile(r"/[a-z]{1,10}\d?>")
LONGEST = 2_000  # characters of one region; the seeds' longest has 12
LEADS, TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
LINE = 2_000  # characters before a region in which an opening mark is looked for
# Nats of a character that stands alone from which on it is no candidate, unless the article holds it elsewhere, and
# how many of those that the words favour are asked of the article's own words.
RARE, LIKELY = 14.5, 12
FEW = 24  # so many candidates are all looked at
# Nats for a candidate that is read in the very tone of the pinyin: dictionaries agree in most, not in all.
TONE = 4.0
MARKS = frozenset("，。、：；“”‘’（）《》！？…—")
NEARBY = 4  # characters of context on either side, the length of the longest word


@dataclass(frozen=True, slots=True)
class Slot:
    """A lost byte. If pinyin followed it, the byte before it and itself make a character that reads so."""

    reading: str | None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text from its first lost byte to where the step is right again.

    `bytes` are those of the original with, for each, the part of the text it was read from; `eaten` is the ASCII
    character behind the last of them that went into a wrong character or, if the text betrays it, got lost.
    """

    start: int
    end: int
    bytes: tuple[tuple[int | Slot, int, int], ...]
    eaten: str


@dataclass(frozen=True, slots=True)
class Filled:
    """The original text of a region: its characters with their places, how sure, and how many candidates there were."""

    text: str
    spans: tuple[tuple[int, int], ...]
    certainty: float
    candidates: int


def parse(text: str, start: int) -> Region | None:
    """The region whose first lost byte is the `?` (or U+FFFD) at `start`, or None if the step is never right again.

    >>> region = parse("倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍", 4)
    >>> region.end, len(region.bytes)
    (15, 20)
    """
    found: list[tuple[int | Slot, int, int]] = []
    place = _slot(text, start, found)
    while place < min(len(text), start + LONGEST):
        character = text[place]
        remark = _REMARK.match(text, place)
        if remark:
            place = remark.end()
        elif character in LOST:
            place = _slot(text, place, found)
            last = found[-1][0]
            took = "" if isinstance(last, Slot) and last.reading else _eaten(text, place)  # it took the bracket
            return Region(start, place, tuple(found), took)
        elif character >= "\x80":
            encoded = character.encode("gb18030", "replace")
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


def before_region(text: str, start: int) -> str:
    """The characters before a place, without the pinyin among them."""
    return _plain(text[max(0, start - 60) : start])[-2 * NEARBY :]


def fill(region: Region, text: str, context: Context, before: str | None = None) -> Filled | None:
    """The likeliest original of a region, or None if some pair of its bytes is no character.

    `before` is what comes before it where that is no longer what stands there, because another region ends there.

    >>> text = "出了事?tīng)?zhēng)一流"
    >>> fill(parse(text, 3), text, Context(text)).text
    '爭'
    """
    before = before_region(text, region.start) if before is None else before
    previous = before[-1:].encode("gb18030", "replace")[-1:]
    pairs = list(zip(region.bytes[::2], region.bytes[1::2], strict=True))
    choices = [
        _characters(first[0], second[0], previous if not index else b"") for index, (first, second) in enumerate(pairs)
    ]
    if not all(choices):
        return None
    if all(len(choice) == 1 for choice in choices):
        chosen, certainty = "".join(choice[0] for choice in choices), 1.0
    else:
        window = text[max(0, region.start - LINE) : region.start]
        line = window[window.rfind("\n") + 1 :]
        right = (region.eaten if region.eaten != "<" else "") + _plain(text[region.end : region.end + 60])
        toned = [second[0].reading if isinstance(second[0], Slot) else None for _, second in pairs]
        chosen, certainty = _choose(choices, toned, before[-NEARBY:], right[:NEARBY], context, _Marks(line))
    spans = tuple((min(first[1], second[1]), max(first[2], second[2])) for first, second in pairs)
    return Filled(chosen, spans, certainty, math.prod(len(choice) for choice in choices))


def _plain(text: str) -> str:
    """Context without the pinyin in it."""
    return _REMARK.sub("", text) if ")" in text or "）" in text else text


def _characters(first: int | Slot, second: int | Slot, previous: bytes) -> tuple[str, ...]:
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


class _Marks:
    """Which opening marks of a line still wait for their closing ones, and whether one was opened just before."""

    PAIRS: ClassVar[dict[str, str]] = {"”": "“", "’": "‘", "）": "（(", "》": "《"}
    # Nats for closing what is open, or opening what is not; against closing what is not open, opening what is.
    FITS, CLASHES = 3.0, -6.0

    def __init__(self, line: str) -> None:
        self._line = line
        self._quoted = any(mark in line[-3:] for mark in "“‘《（(")  # “六保”, never “六。”

    def bonus(self, character: str) -> float:
        if self._quoted and character in "，。！？；：":
            return self.CLASHES
        for closing, opening in self.PAIRS.items():
            if character == closing:
                return self.FITS if self._open(closing) > 0 else self.CLASHES
            if character in opening:
                return 0.0 if self._open(closing) <= 0 else self.CLASHES
        return 0.0

    def _open(self, closing: str) -> int:
        """How many marks that this one closes are open."""
        closed = self._line.count(closing) + (self._line.count(")") if closing == "）" else 0)
        return sum(map(self._line.count, self.PAIRS[closing])) - closed


def _choose(
    choices: list[tuple[str, ...]], toned: list[str | None], left: str, right: str, context: Context, marks: _Marks
) -> tuple[str, float]:
    """The text with the least cost, choosing slot by slot from the left, and how sure that is. `toned` has the pinyin
    of each character that is read so, if any stands there."""
    chosen, certainty = "", 1.0
    settled = [choice[0] if len(choice) == 1 else "" for choice in choices]
    for index, choice in enumerate(choices):
        if len(choice) == 1:
            chosen += choice[0]
            continue
        before = (left + chosen)[-NEARBY:]
        after = ("".join(settled[index + 1 :]) + right)[:NEARBY]
        best, sure = _best(choice, toned[index], before, after, context, marks)
        certainty *= sure
        chosen += best
    return chosen, min(certainty, 0.99)


def _best(
    choice: tuple[str, ...], toned: str | None, before: str, after: str, context: Context, marks: _Marks
) -> tuple[str, float]:
    """The character that fits best between two contexts, and its share among all that fit.

    Looked at are those that words reach over the gap to, the cheapest by themselves, and those that the article holds
    next to one of the contexts, or that may be part of a name there: no other can be the best.
    """
    options = _options(choice)
    alone, through = over_gap(normal(before), normal(after), options.plain.keys())
    left, right = by_character(before[-2:]), by_character(after[:2])
    names = given_name_bonus(left)
    held = context.held & options.plain.keys()
    rare = RARE if options.common or held else math.inf
    asked = held & context.next_to(left, right) | held & names.keys()
    asked.update(plain for plain in through if plain in held or single(plain) < rare)
    few = len(choice) <= FEW
    cheapest = 0
    for cost, plain in options.cheapest:
        if cheapest >= LIKELY and not few:
            break
        if plain not in asked and (cost < rare or plain in held):
            asked.add(plain)
            cheapest += 1
    by_words = sorted(
        (
            min(alone + single(plain), through.get(plain, math.inf))
            - (marks.bonus(character) if character in MARKS else 0.0),
            character,
            plain,
        )
        for plain in (*asked, *options.marks)
        for character in options.plain[plain]
    )
    bonus = context.around(left, right)
    costs = {
        character: words
        - bonus(plain)
        - names.get(plain, 0.0)
        - (TONE if toned and reads_with_tone(character, toned) else 0.0)
        for rank, (words, character, plain) in enumerate(by_words)
        if rank < LIKELY or plain in held
    }
    best = min(costs, key=costs.__getitem__)
    return best, 1 / sum(math.exp(min(0.0, costs[best] - other)) for other in costs.values())


@dataclass(frozen=True, slots=True)
class _Options:
    """Characters to choose from: by their simplified forms; these with their costs alone, the cheapest first; the marks
    among them; whether one of them all is not rare."""

    plain: dict[str, list[str]]
    cheapest: list[tuple[float, str]]
    marks: list[str]
    common: bool


@lru_cache(maxsize=1 << 12)
def _options(choice: tuple[str, ...]) -> _Options:
    plain: dict[str, list[str]] = {}
    for character in choice:
        plain.setdefault(by_character(character), []).append(character)
    cheapest = sorted((single(one), one) for one in plain if one not in MARKS)
    return _Options(plain, cheapest, [one for one in plain if one in MARKS], any(single(one) < RARE for one in plain))
