"""UTF-8 that somebody read as GBK or Latin-1 and wrote as UTF-8 again: `寰峰窞`, `å¾·å·ž`, both 德州.

Undone only where it is provable: the run, turned back into bytes, has to be UTF-8 and give nothing but Chinese
characters and punctuation, which a sound run of that length does not do by chance. Only the last character, where the
wrong reading lost its third byte, may be a guess.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np

from kg.repair.blocks import places_in
from kg.repair.edits import Edit
from kg.repair.gaps import over_gap
from kg.repair.language import Context, normal, single
from kg.repair.t2s import by_character

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
LOST = "?\ufffd"
_RUN = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]|[?](?=[^\x00-\x7f]))*[?]{0,2}")
_LATIN_LEADS = "âãäåæçèéï"
_LATIN_RUN = re.compile(
    f"(?:[{_LATIN_LEADS}][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{{2}})+"
)
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # in Windows-1252
_CHINESE = re.compile("[\u2014\u2018-\u201d\u2022\u2026\u3000-\u3017\u3400-\u9fff\uff01-\uff5e\u00b7①-⑩■□◎]")
# Of the characters of a run, those that are the first two bytes of a Chinese character in UTF-8. A run read wrongly
# has one in three (two bytes of every third pair); in sound text they are rare characters.
LEAST_SHARE = 0.2
NEAR = 8  # characters on either side, among which a damaged run has two of them at least
LIKELY = 12  # of the candidates that the words favour, as many are asked of the article
SHORTEST = 3  # characters of a run
LONG = 10  # characters of the text meant, from which on not all of them need to be Chinese
WHY = "UTF-8 that had been read as {} and encoded again"


@cache
def _heads() -> str:
    """The GBK characters whose bytes begin a Chinese character or mark in UTF-8 (锛 is EF BC, which begins ，)."""
    pairs = (bytes((lead, trail)) for lead in (0xE2, 0xE3, *range(0xE4, 0xEA), 0xEF) for trail in range(0x80, 0xC0))
    found = []
    for pair in pairs:
        try:
            found.append(pair.decode("gb18030"))
        except UnicodeDecodeError:
            continue
    return "".join(found)


@cache
def _is_head() -> np.ndarray:
    """Whether a code point is one of `_heads`, with a last entry for all beyond the Basic Multilingual Plane."""
    table = np.zeros(0x10001, dtype=bool)
    table[[ord(character) for character in _heads()]] = True
    return table


def needs() -> str:
    """The characters, as the inside of a regular expression's class, of which every damaged text has one."""
    return _heads() + _LATIN_LEADS


def find(text: str) -> list[Edit]:
    """Edits that undo the wrong reading.

    >>> [edit.replacement for edit in find("寰峰窞 å¾·å·ž 德州")]
    ['德州', '德州']
    >>> find("联通公司在滕州市涓流镇浣溪村开业")
    []
    """
    edits = []
    if any(lead in text for lead in _LATIN_LEADS):
        for run in _LATIN_RUN.finditer(text):
            meant = _undone(_latin_bytes(run[0]))
            if meant:
                edits.append(Edit(run.start(), run.end(), meant, WHY.format("Latin-1")))
    runs = list(_runs(text))
    context = Context(text)
    # One character is no proof by itself, but where longer runs are, it is one of them.
    found = [edit for start, end in runs if end - start >= SHORTEST and (edit := _gbk_edit(text, start, end, context))]
    if any(edit.end - edit.start >= SHORTEST for edit in found):
        short = ((start, end) for start, end in runs if end - start < SHORTEST)
        found += (edit for start, end in short if (edit := _gbk_edit(text, start, end, context)))
        return edits + found
    return edits


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs that hold enough of the characters that UTF-8 read as GBK is full of."""
    heads = places_in(text, _is_head())
    done = 0
    for index, head in enumerate(heads):
        if head < done:
            continue
        if (
            NEAR <= head < len(text) - NEAR
            and _alone(heads, index)
            and _BEYOND_ASCII.fullmatch(text, head - NEAR, head + NEAR + 1)
        ):
            continue
        start, done = _run_around(text, head)
        if bisect_left(heads, done) - bisect_left(heads, start) >= LEAST_SHARE * (done - start):
            yield start, done


def _alone(heads: list[int], index: int) -> bool:
    """Whether no other of these places is near one of them."""
    before, after = heads[max(0, index - 1)], heads[min(len(heads) - 1, index + 1)]
    return (not index or heads[index] - before > NEAR) and (after == heads[index] or after - heads[index] > NEAR)


def _run_around(text: str, place: int) -> tuple[int, int]:
    """The run at a place: characters beyond ASCII, and the question marks between them."""
    start = place
    while start and text[start - 1] >= "\x80":
        start -= 1
    run = _RUN.match(text, start)
    return start, run.end() if run else place + 1


def _latin_bytes(run: str) -> bytes:
    return run.translate(_windows()).encode("latin-1")


@cache
def _windows() -> dict[int, int]:
    """The bytes of Windows-1252 that are other characters in Latin-1."""
    return {ord(bytes((byte,)).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in _UNDEFINED}


def _undone(data: bytes) -> str | None:
    """The Chinese text that bytes are in UTF-8, or None if they are anything else. In a long text a character in ten
    may be of another kind."""
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    chinese = len(_CHINESE.findall(meant))
    return meant if chinese == len(meant) or (len(meant) >= LONG and chinese >= 0.9 * len(meant)) else None


def _gbk_edit(text: str, start: int, end: int, context: Context) -> Edit | None:
    """The edit of a run, if it is UTF-8 read as GBK. The one byte that GBK has no reading for, 80, became a question
    mark inside the run, or a € (which GB18030 writes A2 E3); so did the last byte before an ASCII character, whatever
    it was."""
    why = WHY.format("GBK")
    run = text[start:end]
    trailing = len(run) - len(run.rstrip(LOST))
    lost = run.replace("\ufffd", "?")
    for written in (lost, lost.replace("€", "?")) if "€" in run else (lost,):
        data = written.encode("gb18030", "replace").replace(b"?", b"\x80")
        meant = _undone(data[: len(data) - trailing])
        if meant:
            return Edit(start, end - trailing, meant, why)
        whole = _undone(data[:-3]) if trailing else None
        if whole is not None:
            last = _last(data[-3:-1], (text[max(0, start - 3) : start] + whole)[-3:], text[end : end + 2], context)
            return Edit(start, end, whole + last, why + "; the last character by context", 0.5)
    return None


def _last(left: bytes, before: str, after: str, context: Context) -> str:
    """The likeliest character of which the first two bytes are left."""
    candidates = _begun(left)
    if not candidates:
        return "\ufffd"
    alone, through = over_gap(normal(before), normal(after), _simplified(left))
    bonus = context.around(by_character(before[-2:]), by_character(after[:2]))
    simplified = by_character(before) == before  # of 长 and 長, what the text is written in
    by_words = sorted(
        (min(alone + nats, through.get(one, math.inf)) + (simplified and one != character), character, one)
        for character, one, nats in candidates
    )
    costs = {character: nats - bonus(one) for nats, character, one in by_words[:LIKELY]}
    return min(costs, key=costs.__getitem__)


@lru_cache(maxsize=1 << 10)
def _begun(left: bytes) -> tuple[tuple[str, str, float], ...]:
    """The characters of which these are the first two bytes, each with its simplified form and the cost of that where
    it stands alone."""
    found = (_undone(left + bytes((trail,))) for trail in range(0x80, 0xC0))
    return tuple((one, by_character(one), single(by_character(one))) for one in found if one)


@lru_cache(maxsize=1 << 10)
def _simplified(left: bytes) -> frozenset[str]:
    """The simplified forms of these."""
    return frozenset(one for _, one, _ in _begun(left))
