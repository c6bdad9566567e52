"""What stood in the lost bytes of a region: the characters that fit best between its neighbours.

Candidates are weighed by the words that they make, by what else the article says, by names and by marks that are open.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import ClassVar, NamedTuple

from kg.repair.gaps import over_gap
from kg.repair.language import Context, given_name_bonus, normal, single
from kg.repair.pairs import MARKS, Slot, characters_of
from kg.repair.readings import reads_with_tone
from kg.repair.steps import Region, without_pinyin
from kg.repair.t2s import by_character

LINE = 2_000  # characters before a region in which an opening mark is looked for
# Nats of a character that stands alone from which on it is no candidate, unless the article holds it elsewhere, and
# how many of those that the words favour are asked of the article's own words.
RARE, LIKELY = 14.5, 12
FEW = 24  # so many candidates are all looked at
# Nats for a candidate that is read in the very tone of the pinyin: dictionaries agree in most, not in all.
TONE = 4.0
NEARBY = 4  # characters of context on either side, the length of the longest word


class Filled(NamedTuple):
    """The original text of a region: its characters with their places, how sure, and how many candidates there were."""

    text: str
    spans: tuple[tuple[int, int], ...]
    certainty: float
    candidates: int


def before_region(text: str, start: int) -> str:
    """The characters before a place, without the pinyin among them."""
    return without_pinyin(text[max(0, start - 60) : start])[-2 * NEARBY :]


def fill(region: Region, text: str, context: Context, settled: tuple[int, str] | None = None) -> Filled | None:
    """The likeliest original of a region, or None if some pair of its bytes is no character.

    `settled` is given where another region ends where this one begins: up to which place what comes before it is what
    stands there, and what was put behind that.

    >>> from kg.repair.steps import parse
    >>> text = "出了事?tīng)?zhēng)一流"
    >>> fill(parse(text, 3), text, Context(text)).text
    '爭'
    """
    start, end, found, eaten = region
    place, put = settled or (start, "")
    firsts, seconds = found[::2], found[1::2]
    choices = []
    previous = _second_byte((put or _last(text, place))[-1:])
    for first, second in zip(firsts, seconds, strict=True):
        choice = characters_of(first[0], second[0], previous)
        if not choice:
            return None
        choices.append(choice)
        previous = b""
    candidates = math.prod(map(len, choices))
    if candidates == 1:
        chosen, certainty = "".join(map(itemgetter(0), choices)), 1.0
    else:
        window = text[max(0, start - LINE) : start]
        line = window[window.rfind("\n") + 1 :]
        before = (before_region(text, place) + put)[-NEARBY:]
        after = (eaten if eaten != "<" else "") + without_pinyin(text[end : end + 60])
        toned = [second[0].reading if isinstance(second[0], Slot) else None for second in seconds]
        chosen, certainty = _choose(choices, toned, before, after[:NEARBY], context, _Marks(line))
    spans = tuple([(first[1], second[2]) for first, second in zip(firsts, seconds, strict=True)])
    return Filled(chosen, spans, certainty, candidates)


def _last(text: str, place: int) -> str:
    """The character before a place, or before the pinyin that stands there."""
    character = text[place - 1 : place] if place else ""
    return before_region(text, place)[-1:] if character in (")", "）") else character


@lru_cache(maxsize=1 << 15)
def _second_byte(character: str) -> bytes:
    return character.encode("gb18030", "replace")[-1:]


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
    plain_ones, singles, held = options.plain, options.singles, context.held
    alone, through = over_gap(normal(before), normal(after), options.simplified)
    left, right = by_character(before[-2:]), by_character(after[:2])
    names = given_name_bonus(left)
    rare = RARE if options.common or not held.isdisjoint(options.simplified) else math.inf
    beside = context.next_to(left, right) & options.simplified
    asked = set(beside)
    if names:
        asked.update(held & options.simplified & names.keys())
    for plain in through:
        if singles[plain] < rare or plain in held:
            asked.add(plain)
    wanted = len(choice) if len(choice) <= FEW else LIKELY
    for cost, plain in options.cheapest:
        if not wanted:
            break
        if plain not in asked and (cost < rare or plain in held):
            asked.add(plain)
            wanted -= 1
    by_words = []
    for plain in (*asked, *options.marks):
        words = min(alone + singles[plain], through.get(plain, math.inf))
        for character in plain_ones[plain]:
            by_words.append((words - marks.bonus(character) if character in MARKS else words, character, plain))
    by_words.sort()
    bonus = context.around(left, right) if beside else None
    costs: dict[str, float] = {}
    for rank, (words, character, plain) in enumerate(by_words):
        if rank >= LIKELY and plain not in held:
            continue
        if bonus and plain in beside:
            words -= bonus(plain)
        if names:
            words -= names.get(plain, 0.0)
        if toned and reads_with_tone(character, toned):
            words -= TONE
        costs[character] = words
    best = min(costs, key=costs.__getitem__)
    least, exponential = costs[best], math.exp
    return best, 1 / sum([exponential(least - other) for other in costs.values()])


@dataclass(frozen=True, slots=True)
class _Options:
    """Characters to choose from: by their simplified forms; these, and what they cost alone, the cheapest first; the
    marks among them; whether one of them all is not rare."""

    plain: dict[str, list[str]]
    simplified: frozenset[str]
    singles: dict[str, float]
    cheapest: list[tuple[float, str]]
    marks: list[str]
    common: bool


@lru_cache(maxsize=1 << 12)
def _options(choice: tuple[str, ...]) -> _Options:
    plain: dict[str, list[str]] = {}
    for character in choice:
        plain.setdefault(by_character(character), []).append(character)
    singles = {one: single(one) for one in plain}
    cheapest = sorted((cost, one) for one, cost in singles.items() if one not in MARKS)
    marks = [one for one in plain if one in MARKS]
    return _Options(plain, frozenset(plain), singles, cheapest, marks, min(singles.values()) < RARE)
