"""Pinyin that a converter left behind its characters, and the characters that went missing where it did.

Two fixers. `find_eaten` mends `事?tīng)?zhēng)一流` (事爭一流): the converter put pinyin between two bytes, because the
second byte of 事 and the first of 爭 together read as 聽 (see `kg.repair.steps`). `find_remarks` takes out the plain
`優(yōu)勢(shì)`. Both go by the readings of the characters, so that a remark in brackets stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from kg.repair.census import Census
from kg.repair.edits import Edit, Edits
from kg.repair.filling import NEARBY, fill
from kg.repair.language import Context
from kg.repair.pairs import decode_pair
from kg.repair.readings import LETTERS, SYLLABLE, reads
from kg.repair.steps import parse

# Bracket first, the character before it behind: a pattern that begins with a look back is tried at every character.
_REMARK = re.compile(rf"[(（](?<=([㐀-鿿]).)({SYLLABLE})[)）]")
# Behind a letter whose code, with the second byte before it, is that of a character: 角G is 角 and 荊 from its middle.
_INSIDE = re.compile(rf"[(（](?<=([@-~]).)({SYLLABLE})[)）]")
_BEFORE = re.compile(rf"([^\x00-\x7f])[(（]{SYLLABLE}[)）]\Z")
_TORN = re.compile(rf"[?\ufffd](?<=[^\x00-\x28\x2a-\x7f].)[(（]?{SYLLABLE}[)）]")
MARK = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")
# From so many pinyin remarks that fit their character on, those that fit by another dictionary only are damage too.
ENOUGH = 5


def syllables(census: Census) -> bool:
    """Whether there are letters of pinyin in a text, without which `find_remarks` finds nothing."""
    return bool(census.mask & census.alphabet.bits[LETTERS])


def find_remarks(text: str) -> Sequence[Edit]:
    """Edits that take out the pinyin behind traditional characters.

    >>> [(edit.start, edit.end) for edit in find_remarks("優(yōu)勢(shì)產(chǎn)業(yè)")]
    [(1, 6), (7, 12), (13, 19), (20, 24)]
    >>> find_remarks("四川省成都市郫(pí)都區，優(第一)")
    []
    >>> [edit.start for edit in find_remarks("長三角G(jīng)60")]
    [4]
    """
    if ")" not in text and "）" not in text:
        return []
    kept = _REMARK.split(text)  # what is between, a character, its syllable, what is between …
    characters, syllables = kept[1::3], kept[2::3]
    between = np.fromiter(map(len, kept[::3]), np.int64, len(characters) + 1)
    lengths = np.fromiter(map(len, syllables), np.int64, len(syllables)) + 2
    starts = np.cumsum(between[:-1] + lengths) - lengths
    fitting = list(map(reads, characters, syllables))
    if sum(fitting) >= ENOUGH and not all(fitting):
        fitting = [fits or bool(MARK.search(syllable)) for fits, syllable in zip(fitting, syllables, strict=True)]
    inside = _inside(text)
    if all(fitting) and not inside:
        nothing = np.zeros(len(starts), np.int64)
        return Edits(starts, starts + lengths, "", nothing, list(map(_why, characters)), "".join(kept[::3]))
    remarks = zip(starts.tolist(), lengths.tolist(), characters, fitting, strict=True)
    return [
        *(Edit(start, start + length, "", _why(character)) for start, length, character, fits in remarks if fits),
        *inside,
    ]


@cache
def _why(character: str) -> str:
    return f"pinyin of {character} left by a converter"


def _inside(text: str) -> list[Edit]:
    """Edits that take out the pinyin of characters whose bytes stand across two others."""
    edits: list[Edit] = []
    done = 0
    for remark in _INSIDE.finditer(text):
        letter = remark.start(1)
        before = _BEFORE.search(text, max(done, letter - 10), letter)
        first = before.start() if before else letter - 1
        if first < done or text[first] < "\x80":
            continue
        done = remark.end()
        between = decode_pair(text[first].encode("gb18030", "replace")[-1:] + remark[1].encode())
        if reads(between, remark[2]):
            why = f"pinyin of {between}, whose bytes stand across {text[first]}{remark[1]}"
            edits.append(Edit(remark.start(), done, "", why))
    return edits


def find_eaten(text: str) -> list[Edit]:
    """Edits that put back characters which pinyin has torn apart.

    >>> [edit.replacement for edit in find_eaten("樊廷雷:以?xún)?yōu)質(zhì)項(xiàng)目")]
    ['優']
    """
    if "?" not in text and "\ufffd" not in text:
        return []
    context = Context(text)
    edits: list[Edit] = []
    settled = (0, "")
    done = 0
    for torn in _TORN.finditer(text):
        start = torn.start()
        if start < done:
            continue
        if start != done:
            settled = (start, "")
        region = parse(text, start)
        filled = fill(region, text, context, settled) if region else None
        if region is None or filled is None:
            continue
        replacement = filled.text + region.eaten
        spans = (*filled.spans, *(region.bytes[-1][1:] for _ in region.eaten)) if region.eaten else filled.spans
        why = f"bytes torn apart by pinyin; {_candidates(filled.candidates)}"
        edits.append(Edit(start, region.end, replacement, why, filled.certainty, spans))
        done = region.end
        settled = (settled[0], (settled[1] + replacement)[-NEARBY:])
    return edits


def _candidates(count: int) -> str:
    return "one character fits" if count == 1 else f"{count} readings fit, context chose"
