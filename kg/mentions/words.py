"""Words and their frequencies: jieba's dictionary, read when first asked for.

Only short, already simplified windows are cut; the rest of the stage works on characters. The cutter is rjieba, jieba's
own algorithm and dictionary in Rust: it cuts these windows in a tenth of jieba's time, and every one of them alike
(`docs/decisions/0022-speed.md`). jieba itself is not imported: its tagger alone takes 2 s to load, and its
dictionary is a text file.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import rjieba

LEAST = 0.5  # the count of a word that the dictionary does not list


class DictionaryMissing(RuntimeError):
    """jieba's dictionary is not where the package keeps it."""


@cache
def _dictionary() -> tuple[dict[str, int], dict[str, str], float]:
    """(word → count, word → part of speech, natural logarithm of the sum of all counts) of jieba's dictionary."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise DictionaryMissing("the package jieba, whose dictionary is read, is not installed; pip install jieba")
    columns = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").split()
    words, counts = columns[0::3], list(map(int, columns[1::3]))
    return dict(zip(words, counts, strict=True)), dict(zip(words, columns[2::3], strict=True)), math.log(sum(counts))


@cache
def _tags() -> dict[str, str]:
    return _dictionary()[1]


def tag_of(word: str) -> str:
    """The part of speech of `word` in jieba's dictionary (n, v, ns…); `x` where it is not in it."""
    return _tags().get(word, "x")


@lru_cache(maxsize=65536)
def cut(window: str) -> tuple[str, ...]:
    """The words of a short window, in order; their concatenation is the window. No guessing of unknown words.

    >>> cut("建设现代产业园")
    ('建设', '现代', '产业园')
    """
    return tuple(rjieba.cut(window, hmm=False))


@lru_cache(maxsize=65536)
def log_probability(window: str) -> float:
    """Natural logarithm of the best unigram cut of `window`; 0.0 for an empty one."""
    counts, _, total = _dictionary()
    return sum(math.log(counts.get(word) or LEAST) - total for word in cut(window))


@lru_cache(maxsize=65536)
def ordinary_log_probability(window: str) -> float:
    """As `log_probability`, with the persons' names that jieba's dictionary lists read character by character."""
    counts, _, total = _dictionary()
    words = (part for word in cut(window) for part in (word if tag_of(word).startswith("nr") else (word,)))
    return sum(math.log(counts.get(word) or LEAST) - total for word in words)


def frequency(word: str) -> int:
    """How often jieba's dictionary counted `word`; 0 where it does not know it."""
    return _dictionary()[0].get(word) or 0
