"""Traditional to simplified, one character for one, names left alone.

Tables: kg/data/repair/t2s.tsv, made by scripts/make_t2s.py from OpenCC's dictionaries. Two rules go beyond them:

- 乾 stays 乾 (王乾, 乾县, 乾隆) except in words where it means dry;
- a text in simplified characters is not touched: a single traditional one in it is somebody's name (毕昇, 郑和鑑), and
  a name is never changed into another. `DENSE` says when a line counts as traditional, `WHOLE` when a whole text does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter

import ahocorasick_rs
import numpy as np

from kg.repair.blocks import blocks, codes_of, places_in
from kg.repair.edits import Edit, Edits

# (different traditional characters, their share among the Chinese characters of the line): either pair is enough.
# The traditional lines of the seeds have shares of 0.29 to 0.8 and seven different ones or more; in 2.2 million
# characters of sound simplified articles a line with names in traditional characters has one or two of them.
DENSE = ((3, 0.08), (2, 0.20))
WHOLE = ((8, 0.10),)
WHY = "traditional characters made simplified"


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    rows = (files("kg") / "data/repair/t2s.tsv").read_text(encoding="utf-8").splitlines()
    tables: dict[str, dict[str, str]] = {"char": {}, "phrase": {}}
    for row in rows:
        kind, traditional, simplified = row.split("\t")
        tables[kind][traditional] = simplified
    return tables["char"], tables["phrase"]


@cache
def _lookup() -> np.ndarray:
    """The simplified code point of every code point of the Basic Multilingual Plane."""
    lookup = np.arange(0x10000, dtype="<u4")
    for traditional, simplified in _tables()[0].items():
        lookup[ord(traditional)] = ord(simplified)
    return lookup


@cache
def _phrases() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    simplified = _tables()[1]
    automaton = ahocorasick_rs.AhoCorasick(list(simplified), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, list(simplified.values())


def _text(codes: np.ndarray) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _changes() -> np.ndarray:
    """Whether the table changes a code point, with a last entry for all beyond the Basic Multilingual Plane."""
    return np.append(_lookup() != np.arange(0x10000), False)


def to_simplified(text: str) -> str:
    """The text in simplified characters, of the same length, whatever script most of it is in.

    >>> to_simplified("滕州市工信局局長孟凡軍表示，餅乾廠廠長王乾參加")
    '滕州市工信局局长孟凡军表示，饼干厂厂长王乾参加'
    """
    codes = codes_of(text)
    places = np.flatnonzero(_changes().take(codes, mode="clip"))
    if not len(places) and "乾" not in text:
        return text
    codes = codes.copy()
    codes[places] = _lookup()[codes[places]]
    characters = _text(codes)
    automaton, simplified = _phrases()
    done = 0
    pieces: list[str] = []
    for pattern, start, end in automaton.find_matches_as_indexes(text):
        pieces += characters[done:start], simplified[pattern]
        done = end
    return "".join([*pieces, characters[done:]])


def by_character(text: str) -> str:
    """The text with its characters made simplified, phrases or not: quick for the few characters of a context.

    >>> by_character("工信局局長")
    '工信局局长'
    """
    return text.translate(_translation())


def characters() -> dict[str, str]:
    """The simplified character of each traditional one."""
    return _tables()[0]


@cache
def _translation() -> dict[int, str]:
    return str.maketrans(_tables()[0])


def needs() -> str:
    """The characters, as the inside of a regular expression's class, of which every traditional text has one."""
    return "".join(_tables()[0]) + "乾"


def find(text: str) -> Sequence[Edit]:
    """Edits that make the traditional parts of a text simplified, one for each run of changed characters.

    >>> [(edit.start, edit.replacement) for edit in find("樂陵市委書記樊廷雷說")]
    [(0, '乐'), (4, '书记'), (9, '说')]
    >>> find("毕昇书院如期开园，市民李文鑑常来看看")
    []
    """
    places = places_in(text, _changes())
    if not places and "乾" not in text:
        return []
    if _counts_as_traditional(text, 0, len(text), places, WHOLE):
        return _changed(text, to_simplified(text))
    pieces: list[str] = []
    done = kept = 0
    while done < len(places):
        start = text.rfind("\n", 0, places[done]) + 1
        end = text.find("\n", places[done])
        end = len(text) if end < 0 else end
        first, done = done, bisect_left(places, end, done)
        if _counts_as_traditional(text, start, end, places[first:done], DENSE):
            pieces += text[kept:start], to_simplified(text[start:end])
            kept = end
    return _changed(text, "".join([*pieces, text[kept:]])) if pieces else []


def _counts_as_traditional(
    text: str, start: int, end: int, places: list[int], bars: tuple[tuple[int, float], ...]
) -> bool:
    """Whether so many of the Chinese characters of a stretch are traditional, and so many different ones. `places` says
    where the traditional ones stand."""
    different = len(set(itemgetter(*places)(text))) if len(places) > 1 else len(places)
    bars = tuple(bar for bar in bars if different >= bar[0])
    if not bars:
        return False
    hanzi = 0
    for first, last in blocks(end - start):
        codes = codes_of(text[start + first : start + last])
        hanzi += int(np.count_nonzero((codes >= 0x3400) & (codes <= 0x9FFF)))
    return any(len(places) >= share * hanzi for _, share in bars)


def _changed(before: str, after: str) -> Sequence[Edit]:
    """An edit for each run of characters that differ in two texts of one length."""
    differs: list[np.ndarray] = []
    put: list[str] = []
    for first, last in blocks(len(before)):
        codes = codes_of(after[first:last])
        places = np.flatnonzero(codes_of(before[first:last]) != codes)
        put.append(_text(codes[places]))
        differs.append(places + first)
    changed = np.concatenate(differs)
    if not len(changed):
        return []
    gaps = np.flatnonzero(np.diff(changed) > 1)
    starts = changed[np.append(0, gaps + 1)]
    ends = changed[np.append(gaps, len(changed) - 1)] + 1
    return Edits(starts, ends, "".join(put), ends - starts, WHY, after)
