"""How well a run of characters reads as Chinese news: the judge between candidates for lost characters.

A word model over the frequencies in jieba's own dictionary: the cost of a text is the least negative logarithm of a
probability over all ways to cut it into words. Read once, when the first guess is needed (0.3 s); sound text never
needs it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.repair.t2s import by_character, characters, to_simplified

LONGEST_WORD = 4  # longer words of the dictionary decide nothing that their parts do not
# Costs of what the dictionary does not hold, in nats. Punctuation by how often it stands among the words of news;
# ASCII in Chinese text is less frequent than a common word; whatever else stands there (kana, Greek, private use) is
# the mark of bytes read out of step.
PUNCTUATION = {
    **dict.fromkeys("，", 3.0), **dict.fromkeys("。、", 4.0), **dict.fromkeys("“”", 5.0),
    **dict.fromkeys("：（）", 5.5), **dict.fromkeys("；《》", 6.5), **dict.fromkeys("！？‘’—…", 8.0),
}  # fmt: skip
ASCII_COST, STRANGE_COST = 6.0, 18.0
# What is counted and dated, behind a figure: `8?25` is 8月25, whatever else begins with those bytes.
UNITS = {**dict.fromkeys("年月日", 1.5), **dict.fromkeys("时分个家名人次项万亿元米岁点多余", 3.0)}
DIGITS = str.maketrans("123456789０１２３４５６７８９", "000000000" + "0" * 10)
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
GIVEN = 0.4  # nats for each e-fold of names that hold a character, behind a surname
TERM_COUNT = 300  # what a term of kg/data/repair/terms.txt counts as: as much as a fairly common word


@cache
def words() -> dict[str, float]:
    """Cost of each word of up to four characters."""
    import jieba  # here, because sound text never needs it

    fields = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").split()
    counts = {
        word: int(count) for word, count in zip(fields[::3], fields[1::3], strict=True) if len(word) <= LONGEST_WORD
    }
    for term in (files("kg") / "data/repair/terms.txt").read_text(encoding="utf-8").splitlines():
        if term and not term.startswith("#"):
            counts[term] = max(TERM_COUNT, counts.get(term, 0))
    total = math.log(sum(counts.values()))
    logarithms = {count: total - math.log(count) for count in set(counts.values()) if count}
    costs = {word: logarithms[count] for word, count in counts.items() if count}
    return costs | {f"0{unit}": ASCII_COST + nats for unit, nats in UNITS.items()}


def normal(text: str) -> str:
    """A text as the model reads it: simplified, its digits all alike.

    >>> normal("2023年劉縣長")
    '0000年刘县长'
    """
    return text.translate(_normal())


@cache
def _normal() -> dict[int, int | str]:
    return DIGITS | {ord(one): other for one, other in characters().items()}


class _Singles(dict[str, float]):
    """The cost of each simplified character that stands alone, found when first asked for."""

    def __missing__(self, character: str) -> float:
        cost = words().get(character)
        if cost is None:
            strange = character >= "\x7f" and character != "\ufffd"
            cost = PUNCTUATION.get(character, STRANGE_COST if strange else ASCII_COST)
        self[character] = cost
        return cost


_SINGLES = _Singles()


def single(character: str) -> float:
    """The cost of a simplified character that stands alone."""
    return _SINGLES[character]


@cache
def _longest() -> dict[str, int]:
    """The length of the longest word that begins with two characters."""
    longest: dict[str, int] = {}
    for word in sorted(words(), key=len):
        if len(word) > 1:
            longest[word[:2]] = len(word)
    return longest


def cost(text: str) -> float:
    """Negative logarithm (natural) of the probability of a text, traditional or simplified; lower reads better.

    >>> cost("滕州市工信局局長") < cost("彪菔泄ば啪志珠L")
    True
    """
    return forward(normal(text))[-1]


def forward(text: str) -> list[float]:
    """The cost of each beginning of a normal text, from nothing to the whole."""
    find, longest, singles = words().get, _longest().get, _SINGLES
    best = [0.0]
    best += [math.inf] * len(text)
    for start, character in enumerate(text):
        here = best[start]
        least = here + singles[character]
        if least < best[start + 1]:
            best[start + 1] = least
        reach = longest(text[start : start + 2])
        if reach:
            for end in range(start + 2, min(start + reach, len(text)) + 1):
                step = find(text[start:end])
                if step is not None and here + step < best[end]:
                    best[end] = here + step
    return best


def backward(text: str) -> list[float]:
    """The cost of each ending of a normal text, from the whole to nothing."""
    find, longest, singles = words().get, _longest().get, _SINGLES
    best = [math.inf] * len(text)
    best.append(0.0)
    for start in range(len(text) - 1, -1, -1):
        least = best[start + 1] + singles[text[start]]
        reach = longest(text[start : start + 2])
        if reach:
            for end in range(start + 2, min(start + reach, len(text)) + 1):
                step = find(text[start:end])
                if step is not None and best[end] + step < least:
                    least = best[end] + step
        best[start] = least
    return best


@cache
def _names() -> tuple[frozenset[str], dict[str, float]]:
    """The surnames, and what a character of given names is worth behind one."""
    rows = (files("kg") / "data/names/characters.tsv").read_text(encoding="utf-8").splitlines()
    table = [row.split("\t") for row in rows]
    surnames = frozenset(character for character, kind, _ in table if kind == "surname")
    return surnames, {
        character: GIVEN * math.log(1 + int(count)) for character, kind, count in table if kind == "given"
    }


def given_name_bonus(before: str) -> dict[str, float]:
    """How much cheaper simplified characters get because they may be part of a person's name behind a context: a
    surname is its last or last but one.

    >>> names = given_name_bonus("长靳")
    >>> names["伟"] > names["伪"], given_name_bonus("会议")
    (True, {})
    """
    surnames, given = _names()
    return given if any(character in surnames for character in before[-2:]) else {}


class Context:
    """What else the article says: names and places that no dictionary holds are written in it more than once."""

    READ = 200_000  # characters counted; a longer text has said its names by then
    COUNTED = 1_000  # runs of two and three from which on it is quicker to count all at once than to look for each
    # Nats for a pair and for three characters that the article holds elsewhere, more if often:
    # 趙健?, torn after its second character, is 趙健健 because the article's first line has that name.
    PAIR, TRIPLE = 2.0, 5.0

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: str | None = None
        self._counts: Counter[str] | None = None
        self._characters: frozenset[str] = frozenset()
        self._worth: dict[str, float] = {}
        self._beside: dict[tuple[str, int], frozenset[str]] = {}

    def _prepare(self) -> str:
        if self._read is None:
            self._read = read = to_simplified(self._text[: self.READ])
            self._characters = frozenset(read)
        return self._read

    @property
    def held(self) -> frozenset[str]:
        """The simplified characters that the article holds."""
        self._prepare()
        return self._characters

    def next_to(self, before: str, after: str) -> frozenset[str]:
        """The simplified characters that the article somewhere has behind the last of a context or before the first of
        another."""
        behind = self._neighbours(before[-1], 1) if before else frozenset()
        ahead = self._neighbours(after[0], -1) if after else frozenset()
        return behind | ahead

    def _neighbours(self, character: str, step: int) -> frozenset[str]:
        found = self._beside.get((character, step))
        if found is None:
            before, *between, after = self._prepare().split(character) if character in self.held else ("", "")
            if step > 0:
                found = frozenset([*(run[:1] or character for run in between), *after[:1]])
            else:
                found = frozenset([*(run[-1:] or character for run in between), *before[-1:]])
            self._beside[character, step] = found
        return found

    def around(self, before: str, after: str) -> Callable[[str], float]:
        """A function that gives the part of `bonus` that a simplified character between two simplified contexts
        decides."""
        beside = self.next_to(before, after)

        def bonus(character: str) -> float:
            return self._bonus(before + character + after) - apart if character in beside else 0.0

        apart = self._bonus(before) + self._bonus(after) if beside else 0.0
        return bonus

    def _count(self, run: str) -> int:
        """How often a run of two or three characters stands in the article."""
        read = self._prepare()
        if self._counts is None and len(self._worth) >= self.COUNTED:
            self._counts = Counter(read[place : place + 2] for place in range(len(read)))
            self._counts.update(read[place : place + 3] for place in range(len(read)))
        if self._counts is not None:
            return self._counts.get(run, 0)
        return read.count(run) if run[0] != run[-1] else len(re.findall(f"(?={run})", read))  # 人人人 has 人人 twice

    def bonus(self, text: str) -> float:
        """How much cheaper a text gets for the pairs and triples of Chinese characters that the article holds."""
        return self._bonus(by_character(text))

    def _bonus(self, text: str) -> float:
        worth = self._worth
        total = 0.0
        for length, nats in ((2, self.PAIR), (3, self.TRIPLE)):
            for place in range(len(text) - length + 1):
                run = text[place : place + length]
                found = worth.get(run)
                if found is None:
                    count = self._count(run) if _HANZI.fullmatch(run) else 0
                    found = worth[run] = nats * (1 + math.log(count)) if count else 0.0
                total += found
        return total
