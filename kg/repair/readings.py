"""How the traditional characters are read: what tells inline pinyin from a remark in brackets, and eaten characters."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

LETTERS = "a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêếề"
"""The letters of pinyin, as the inside of a regular expression's class."""
SYLLABLE = f"[{LETTERS}]{{1,7}}"
"""One syllable of pinyin, with or without its tone mark."""


@cache
def readings() -> dict[str, frozenset[str]]:
    """The readings of each character that the traditional script has and the simplified has not.

    >>> sorted(readings()["並"])
    ['bàn', 'bàng', 'bìng']
    """
    table = {}
    for line in (files("kg") / "data/repair/readings.tsv").read_text(encoding="utf-8").splitlines():
        character, syllables = line.split("\t")
        table[character] = frozenset(syllables.split(","))
    return table


@lru_cache(maxsize=1 << 16)
def toneless(syllable: str) -> str:
    """The syllable without its tone mark; ü stays itself.

    >>> toneless("tīng"), toneless("lǜ")
    ('ting', 'lü')
    """
    plain = unicodedata.normalize("NFD", syllable.replace("ɡ", "g"))
    return unicodedata.normalize("NFC", "".join(mark for mark in plain if mark not in "\u0300\u0301\u0304\u030c"))


@cache
def _by_reading() -> dict[str, tuple[str, ...]]:
    """The traditional characters of each reading without its tone."""
    found: dict[str, list[str]] = {}
    for character, syllables in readings().items():
        for syllable in sorted({toneless(syllable) for syllable in syllables}):
            found.setdefault(syllable, []).append(character)
    return {syllable: tuple(characters) for syllable, characters in found.items()}


def read_so(syllable: str) -> tuple[str, ...]:
    """The traditional characters that may be read so, tones aside (converters and dictionaries differ in them).

    >>> "聽" in read_so("tīng"), read_so("brg")
    (True, ())
    """
    return _by_reading().get(toneless(syllable), ())


@lru_cache(maxsize=1 << 16)
def reads(character: str, syllable: str) -> bool:
    """Whether a traditional character may be read so, tones aside.

    >>> reads("聽", "tīng"), reads("聽", "ting"), reads("事", "shì")
    (True, True, False)
    """
    return character in read_so(syllable)


def reads_with_tone(character: str, syllable: str) -> bool:
    """Whether a dictionary gives a character this very reading.

    >>> reads_with_tone("實", "shí"), reads_with_tone("屍", "shí")
    (True, False)
    """
    return syllable.replace("ɡ", "g") in readings().get(character, ())
