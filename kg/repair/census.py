"""One look at every character of a text, for all that repair wants to know of it before it looks closer.

A `Census` sorts the code units of a text into classes: by the sets of an alphabet that they belong to, and by whether
they are ASCII, Chinese, and such as every article is full of. It is a lookup in one table; what follows are counts of
bytes. Nearly all articles hold no character that a fixer of damage needs, and for them it is all that these cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from kg.repair.blocks import SIZE, blocks
from kg.repair.kinds import ASCII, CHINESE, COMMON, KINDS, kinds, kinds_table

_UNITS = "".join(map(chr, range(0x10000)))
MOST_SETS = 50  # their bits and the kinds have to fit into 64 bits
_HIGH_SURROGATES = slice(0xD800, 0xDC00)


class Alphabet:
    """Sets of characters, each written as the inside of a regular expression's class."""

    def __init__(self, sets: Iterable[str]) -> None:
        self.bits = {characters: 1 << place for place, characters in enumerate(dict.fromkeys(sets))}
        if len(self.bits) > MOST_SETS:
            raise ValueError(f"{len(self.bits)} sets of characters; {MOST_SETS} is what a census can tell apart")
        masks = np.zeros(0x10000, dtype=np.int64)
        for characters, bit in self.bits.items():
            masks[[ord(character) for character in re.findall(f"[{characters}]", _UNITS)]] |= bit
            if max(characters) > "\uffff":  # a half of such a pair does not say which set the whole is in
                masks[_HIGH_SURROGATES] |= bit
        classes, table = np.unique(masks * KINDS + kinds_table(), return_inverse=True)
        if len(classes) > 256:
            raise ValueError(
                f"{len(self.bits)} sets make {len(classes)} classes of characters, more than a byte can name"
            )
        self._table = table.astype(np.uint8).reshape(-1)
        self.masks: list[int] = (classes // KINDS).tolist()
        kinds_of = (classes % KINDS).tolist()
        # The classes that are not ASCII, not of characters that every article is full of, not Chinese.
        self.not_of_kinds = tuple(
            bytes(number for number, kind in enumerate(kinds_of) if kind not in wanted)
            for wanted in (ASCII, COMMON, CHINESE)
        )
        self.in_no_set = bytes(number for number, mask in enumerate(self.masks) if not mask)

    def census(self, text: str) -> Census:
        """The census of a text.

        >>> census = Alphabet((",;", "0-9")).census("今年,投资50亿元")
        >>> census.many(",;"), census.many("0-9"), bin(census.mask)
        (1, 2, '0b11')
        """
        first = self._classes(text[:SIZE])
        members = first.translate(None, self.in_no_set)
        if len(text) > SIZE:
            others = (self._classes(text[start:end]) for start, end in blocks(len(text)) if start)
            members = b"".join([members, *(classes.translate(None, self.in_no_set) for classes in others)])
        mask = 0
        for number in set(members):
            mask |= self.masks[number]
        return Census(self, text, first, members, mask)

    def _classes(self, text: str) -> bytes:
        codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
        return self._table.take(codes).tobytes()


class Census(NamedTuple):
    """The class of each code unit in the first block of a text, and of those in all of it that are in a set; the bits
    of the sets met."""

    alphabet: Alphabet
    text: str
    classes: bytes
    members: bytes
    mask: int

    def many(self, characters: str) -> int:
        """How many characters of a set the text holds (one beyond the Basic Multilingual Plane may count as more)."""
        bit = self.alphabet.bits[characters]
        return sum(self.members.count(number) for number in set(self.members) if self.alphabet.masks[number] & bit)

    def kinds(self, length: int) -> tuple[int, int, int, int]:
        """What `kg.repair.kinds.kinds` says of the first characters."""
        if length > SIZE or len(self.classes) != min(len(self.text), SIZE):
            return kinds(self.text[:length])
        head = self.classes[:length]
        ascii_, common, chinese = (len(head.translate(None, others)) for others in self.alphabet.not_of_kinds)
        return ascii_, len(head) - ascii_ - common, common, chinese
