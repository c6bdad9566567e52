"""Which characters make words over a gap: the words of the model by all of their characters but one.

A candidate for a lost character is cheap if some word reaches over it. Asking for each of two hundred candidates
whether it makes one with its neighbours took most of the time of repair; here the neighbours are asked for the
characters that make words with them, and few answer. Read when the first gap is to be filled (0.4 s).
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

import numpy as np

from kg.repair.language import LONGEST_WORD, backward, forward, words

_GAP = 1  # code of the missing character in a key; 0 fills keys of shorter words


@cache
def _index() -> tuple[array, np.ndarray, np.ndarray]:
    """Sorted keys of all words with each of their characters missing in turn; that character; the word's cost."""
    keys, missing, costs = [], [], []
    for length in range(2, LONGEST_WORD + 1):
        some = [(word, cost) for word, cost in words().items() if len(word) == length and max(word) <= "\uffff"]
        codes = np.frombuffer("".join(word for word, _ in some).encode("utf-16-le"), dtype="<u2").reshape(-1, length)
        for place in range(length):
            with_gap = codes.astype(np.uint64)
            with_gap[:, place] = _GAP
            shifts = np.array([16 * (LONGEST_WORD - 1 - column) for column in range(length)], dtype=np.uint64)
            keys.append(np.bitwise_or.reduce(with_gap << shifts, axis=1))
            missing.append(codes[:, place])
            costs.append(np.array([cost for _, cost in some]))
    every = np.concatenate(keys)
    order = np.argsort(every, kind="stable")
    packed = array("Q")
    packed.frombytes(every[order].tobytes())
    return packed, np.concatenate(missing)[order], np.concatenate(costs)[order]


@lru_cache(maxsize=1 << 14)
def _between(head: str, tail: str) -> tuple[int, int]:
    """Where in the index the words begin and end that have one character between a head and a tail."""
    key, shift = 0, 16 * LONGEST_WORD
    for code in (*map(ord, head), _GAP, *map(ord, tail)):
        shift -= 16
        key |= code << shift
    keys = _index()[0]
    first = bisect_left(keys, key)
    if first == len(keys) or keys[first] != key:
        return first, first
    return first, bisect_right(keys, key, first)


@lru_cache(maxsize=1 << 8)
def _among(candidates: frozenset[str]) -> np.ndarray:
    """Whether a code point of the Basic Multilingual Plane is a candidate."""
    table = np.zeros(0x10000, dtype=bool)
    table[[ord(character) for character in candidates if character <= "\uffff"]] = True
    return table


def over_gap(left: str, right: str, candidates: frozenset[str]) -> tuple[float, dict[str, float]]:
    """What two normal contexts cost with nothing that reaches over the gap between them; and for each of the
    simplified candidates that makes a word with them, the cost of `left` + candidate + `right` with the best of these.

    >>> alone, costs = over_gap("工信", "局长", frozenset(("局", "尺", "区")))
    >>> sorted(costs), costs["局"] < alone + 10
    (['区', '局'], True)
    """
    before, after = forward(left), backward(right)
    _, missing, costs = _index()
    codes: list[np.ndarray] = []
    nats: list[np.ndarray] = []
    for head in range(min(LONGEST_WORD - 1, len(left)) + 1):
        for tail in range(min(LONGEST_WORD - 1 - head, len(right)) + 1):
            first, last = _between(left[len(left) - head :], right[:tail]) if head or tail else (0, 0)
            if first < last:
                codes.append(missing[first:last])
                nats.append(costs[first:last] + (before[len(left) - head] + after[tail]))
    found: dict[str, float] = {}
    if codes:
        every = np.concatenate(codes)
        fitting = np.flatnonzero(_among(candidates)[every])
        cheapest = np.concatenate(nats)[fitting].tolist()
        for character, cost in zip(map(chr, every[fitting].tolist()), cheapest, strict=True):
            if cost < found.get(character, math.inf):
                found[character] = cost
    return before[-1] + after[0], found
