"""Counties named in short by a word that has other meanings (和平, 江北, 南沙): only where the words around say so.

Such a name is an area right behind the name of what it lies in (丙市甲), and, in an article that says it so or gives
the full name (甲区), wherever the words beside it demand an area: 从甲获悉, 甲经济社会发展.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions.words import cut, tag_of

SIZES = (2, 3)  # characters of such a name
WINDOW = 4  # characters that decide where a word ends
NAMES = ("ns", "nr", "x", "nz")  # the dictionary's kinds of words that are names, or none that it knows
MARKS = frozenset("，。；：！？、（）“”《》\n ") | {""}


@cache
def stems() -> tuple[str, ...]:
    """The names that are looked for, sorted."""
    lexicon = load("areas")
    words = {*lexicon["always_words"], *lexicon["landmarks"]}
    return tuple(sorted(stem for stem in load_gazetteer().told_stems() if stem not in words and len(stem) in SIZES))


@cache
def _numbers() -> dict[str, int]:
    return {stem: number for number, stem in enumerate(stems())}


@cache
def _full_names() -> dict[str, str]:
    """Full name of a county → its name in short."""
    told = load_gazetteer().told_stems()
    return {division.name: stem for stem in stems() for division in told[stem]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("areas")
    return (
        re.compile(rf"(?:{alternation(lexicon['behind_landmarks'])})"),
        re.compile(rf"(?:{alternation(lexicon['area_before'])})$"),
        re.compile(rf"(?:{alternation(lexicon['area_behind'])})"),
    )


@cache
def _lies_in(outer: str, stem: str) -> bool:
    gazetteer = load_gazetteer()
    around = [each for each in gazetteer.named(outer) if each.level in ("province", "prefecture")]
    return any(gazetteer.within(each, above) for each in gazetteer.told_stems()[stem] for above in around)


def told_names(
    text: str, found: list[tuple[int, int, int]], names: Sequence[str], first: int
) -> list[tuple[int, int, int]]:
    """`found`, the names of divisions in `text` as (number, start, end), with these in order among them; `found`
    itself where there is none. `names` are the names by number, `first` the number of the first of `stems()`."""
    numbers = _numbers()
    behind: list[tuple[int, int, int]] = []
    said: set[str] = set()
    full = _full_names()
    starts = {start for _, start, _ in found}
    for number, _, end in found:
        name = names[number]
        if (short := full.get(name)) is not None:
            said.add(short)
        if end in starts:
            continue
        for size in SIZES:
            stem = text[end : end + size]
            if stem in numbers and _lies_in(name, stem) and _ends(text, end, end + size):
                behind.append((first + numbers[stem], end, end + size))
                said.add(stem)
                break
    if not said:
        return found
    taken = bytearray(len(text))
    for _, start, end in (*found, *behind):
        taken[start:end] = b"\1" * (end - start)
    alone = []
    for stem in sorted(said):
        if not tag_of(stem).startswith(NAMES):
            continue
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            if not any(taken[at:end]) and _demanded(text, at, end):
                alone.append((first + numbers[stem], at, end))
            at = text.find(stem, end)
    if not behind and not alone:
        return found
    return sorted((*found, *behind, *alone), key=lambda match: match[1])


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a word ends at `end`, and nothing goes on there that makes the name another thing's."""
    if text[end : end + 1] in MARKS:
        return True
    if _patterns()[0].match(text, end):
        return False
    at = start
    for word in cut(text[start : end + WINDOW]):
        at += len(word)
        if at >= end:
            break
    return at == end


def _demanded(text: str, start: int, end: int) -> bool:
    """Whether the words on either side of `text[start:end]` demand an area."""
    other, before, behind = _patterns()
    if other.match(text, end):
        return False
    if behind.match(text, end):
        return text[start - 1 : start] in MARKS or start == 0 or bool(before.search(text, max(0, start - 4), start))
    return bool(before.search(text, max(0, start - 4), start)) and text[end : end + 1] in MARKS
