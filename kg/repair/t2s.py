"""Traditional to simplified, one character for one, names left alone.

Tables: kg/data/repair/t2s.tsv, made by scripts/make_t2s.py from OpenCC's dictionaries. Two rules go beyond them:

- 乾 stays 乾 (王乾, 乾县, 乾隆) except in words where it means dry;
- a text in simplified characters is not touched: a single traditional one in it is somebody's name (毕昇, 郑和鑑), and
  a name is never changed into another. `DENSE` says when a line counts as traditional, `WHOLE` when a whole text does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import ahocorasick_rs
import numpy as np

from kg.repair.edits import Edit

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


def _codes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _text(codes: np.ndarray) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _changed(codes: np.ndarray) -> np.ndarray:
    """Where the table changes a code point, as indices."""
    inside = codes < 0x10000
    return np.nonzero(inside & (_lookup()[np.where(inside, codes, 0)] != np.where(inside, codes, 0)))[0]


def to_simplified(text: str) -> str:
    """The text in simplified characters, of the same length, whatever script most of it is in.

    >>> to_simplified("滕州市工信局局長孟凡軍表示，餅乾廠廠長王乾參加")
    '滕州市工信局局长孟凡军表示，饼干厂厂长王乾参加'
    """
    codes = _codes(text)
    places = _changed(codes)
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


def _hanzi(codes: np.ndarray) -> int:
    return int(np.count_nonzero((codes >= 0x3400) & (codes <= 0x9FFF)))


def find(text: str) -> list[Edit]:
    """Edits that make the traditional parts of a text simplified, one for each run of changed characters.

    >>> [(edit.start, edit.replacement) for edit in find("樂陵市委書記樊廷雷說")]
    [(0, '乐'), (4, '书记'), (9, '说')]
    >>> find("毕昇纪念园如期开园，市民郑和鑑常来看看")
    []
    """
    codes = _codes(text)
    places = _changed(codes)
    if not len(places) and "乾" not in text:
        return []
    if _counts_as_traditional(codes, codes[places], WHOLE):
        return list(_runs(text, 0, len(text)))
    edits: list[Edit] = []
    for start, end in _lines(text):
        first, last = np.searchsorted(places, (start, end))
        if first < last and _counts_as_traditional(codes[start:end], codes[places[first:last]], DENSE):
            edits += _runs(text, start, end)
    return edits


def _counts_as_traditional(codes: np.ndarray, traditional: np.ndarray, bars: tuple[tuple[int, float], ...]) -> bool:
    different, hanzi = len(np.unique(traditional)), _hanzi(codes)
    return any(different >= count and len(traditional) >= share * hanzi for count, share in bars)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _runs(text: str, start: int, end: int) -> Iterator[Edit]:
    before = text[start:end]
    after = to_simplified(before)
    differs = np.nonzero(_codes(before) != _codes(after))[0]
    if not len(differs):
        return
    made = tuple.__new__  # a text may have one for every few characters
    gaps = np.nonzero(np.diff(differs) > 1)[0]
    firsts = differs[np.concatenate(([0], gaps + 1))].tolist()
    lasts = (differs[np.append(gaps, len(differs) - 1)] + 1).tolist()
    for first, last in zip(firsts, lasts, strict=True):
        yield made(Edit, (start + first, start + last, after[first:last], WHY, 1.0, None))
