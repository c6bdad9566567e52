"""How the traditional characters are read: what tells inline pinyin from a remark in brackets, and eaten characters."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

SYLLABLE = r"[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêếề]{1,7}"
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


@cache
def toneless(syllable: str) -> str:
    """The syllable without its tone mark; ü stays itself.

    >>> toneless("tīng"), toneless("lǜ")
    ('ting', 'lü')
    """
    plain = unicodedata.normalize("NFD", syllable.replace("ɡ", "g"))
    return unicodedata.normalize("NFC", "".join(mark for mark in plain if mark not in "\u0300\u0301\u0304\u030c"))


def reads(character: str, syllable: str) -> bool:
    """Whether a traditional character may be read so, tones aside (converters and dictionaries differ in them).

    >>> reads("聽", "tīng"), reads("聽", "ting"), reads("事", "shì")
    (True, True, False)
    """
    return any(toneless(syllable) == toneless(known) for known in readings().get(character, ()))
