"""How well a run of characters reads as Chinese news: the judge between candidates for lost characters.

A word model over the frequencies in jieba's own dictionary: the cost of a text is the least negative logarithm of a
probability over all ways to cut it into words. Read once, when the first guess is needed (0.3 s); sound text never
needs it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.repair.t2s import by_character, to_simplified

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
GIVEN = 0.4  # nats for each e-fold of names that hold a character, behind a surname
TERM_COUNT = 300  # what a term of kg/data/repair/terms.txt counts as: as much as a fairly common word


@cache
def _words() -> dict[str, float]:
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
    words = {word: logarithms[count] for word, count in counts.items() if count}
    return words | {f"0{unit}": ASCII_COST + nats for unit, nats in UNITS.items()}


def normal(text: str) -> str:
    """A text as the model reads it: simplified, its digits all alike.

    >>> normal("2023年劉縣長")
    '0000年刘县长'
    """
    return by_character(text).translate(DIGITS)


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """What words of the dictionary begin with and end in, short of the whole."""
    words = [word for word in _words() if len(word) > 1]
    beginnings = {word[:length] for length in (1, 2, 3) for word in words if len(word) > length}
    return frozenset(beginnings), frozenset(
        word[-length:] for length in (1, 2, 3) for word in words if len(word) > length
    )


def single(character: str) -> float:
    """The cost of a simplified character that stands alone."""
    known = _words().get(character)
    if known is not None:
        return known
    return PUNCTUATION.get(character, ASCII_COST if character < "\x7f" or character == "\ufffd" else STRANGE_COST)


def cost(text: str) -> float:
    """Negative logarithm (natural) of the probability of a text, traditional or simplified; lower reads better.

    >>> cost("滕州市工信局局長") < cost("彪菔泄ば啪志珠L")
    True
    """
    return _forward(normal(text))[-1]


def _forward(text: str) -> list[float]:
    """The cost of each beginning of a simplified text."""
    words = _words()
    best = [0.0]
    for end in range(1, len(text) + 1):
        least = best[end - 1] + single(text[end - 1])
        for start in range(max(0, end - LONGEST_WORD), end - 1):
            step = words.get(text[start:end])
            if step is not None and best[start] + step < least:
                least = best[start] + step
        best.append(least)
    return best


def _backward(text: str) -> list[float]:
    """The cost of each ending of a simplified text, from the whole to nothing."""
    words = _words()
    best = [0.0]
    for start in range(len(text) - 1, -1, -1):
        least = best[0] + single(text[start])
        for end in range(start + 2, min(len(text), start + LONGEST_WORD) + 1):
            step = words.get(text[start:end])
            if step is not None and best[end - start - 1] + step < least:
                least = best[end - start - 1] + step
        best.insert(0, least)
    return best


def gap_cost(left: str, right: str) -> Callable[[str, float], float]:
    """A function that gives the cost of `left` + character + `right`, for many simplified characters (and their costs
    alone) between the same normal contexts: the words that reach over the gap are all that differs.

    >>> gap = gap_cost("工信", "局长")
    >>> gap("局", single("局")) < gap("区", single("区")), abs(gap("局", single("局")) - cost("工信局局长")) < 1e-9
    (True, True)
    """
    words = _words()
    before, after = _forward(left), _backward(right)
    beginnings, endings = _edges()
    reaches = [
        (left[len(left) - p :], right[:q], before[len(left) - p] + after[q])
        for p in range(min(LONGEST_WORD - 1, len(left)) + 1)
        for q in range(min(LONGEST_WORD - 1 - p, len(right)) + 1)
        if (p or q) and (not p or left[len(left) - p :] in beginnings) and (not q or right[:q] in endings)
    ]
    alone = before[-1] + after[0]

    find = words.get

    def gap(character: str, by_itself: float) -> float:
        least = alone + by_itself
        for head, tail, rest in reaches:
            step = find(head + character + tail)
            if step is not None and rest + step < least:
                least = rest + step
        return least

    return gap


@cache
def _names() -> tuple[frozenset[str], dict[str, float]]:
    """The surnames, and what a character of given names is worth behind one."""
    rows = (files("kg") / "data/names/characters.tsv").read_text(encoding="utf-8").splitlines()
    table = [row.split("\t") for row in rows]
    surnames = frozenset(character for character, kind, _ in table if kind == "surname")
    return surnames, {
        character: GIVEN * math.log(1 + int(count)) for character, kind, count in table if kind == "given"
    }


def given_name_bonus(before: str) -> Callable[[str], float]:
    """A function that gives how much cheaper a simplified character gets because it may be part of a person's name
    there: a surname is the last but one or the last character before it.

    >>> given_name_bonus("长靳")("伟") > given_name_bonus("长靳")("伪"), given_name_bonus("会议")("伟")
    (True, 0.0)
    """
    surnames, given = _names()
    if not any(character in surnames for character in before[-2:]):
        return lambda character: 0.0
    return lambda character: given.get(character, 0.0)


class Context:
    """What else the article says: names and places that no dictionary holds are written in it more than once."""

    READ = 200_000  # characters counted; a longer text has said its names by then
    COUNTED = 3_000  # characters from which on it is quicker to count all pairs once than to look for each
    # Nats for a pair and for three characters that the article holds elsewhere, more if often:
    # 趙健?, torn after its second character, is 趙健健 because the article's first line has that name.
    PAIR, TRIPLE = 2.0, 5.0

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: str | None = None
        self._counts: Counter[str] | None = None
        self._characters: frozenset[str] = frozenset()

    def _prepare(self) -> str:
        if self._read is None:
            self._read = read = to_simplified(self._text[: self.READ])
            self._characters = frozenset(read)
            if len(read) > self.COUNTED:
                self._counts = Counter(read[place : place + 2] for place in range(len(read)))
                self._counts.update(read[place : place + 3] for place in range(len(read)))
        return self._read

    def holds(self, character: str) -> bool:
        """Whether the article holds a simplified character."""
        self._prepare()
        return character in self._characters

    def around(self, before: str, after: str) -> Callable[[str], float]:
        """A function that gives the part of `bonus` that a simplified character between two contexts decides."""

        def bonus(character: str) -> float:
            left = bool(before) and self._count(before[-1] + character) > 0
            right = bool(after) and self._count(character + after[0]) > 0
            if not left and not right:
                return 0.0
            return self.bonus(before + character + after) - apart

        apart = self.bonus(before) + self.bonus(after)
        return bonus

    def _count(self, run: str) -> int:
        read = self._prepare()
        return read.count(run) if self._counts is None else self._counts.get(run, 0)

    def bonus(self, text: str) -> float:
        """How much cheaper a text gets for the pairs and triples of Chinese characters that the article holds."""
        text = by_character(text)
        total = 0.0
        for length, nats in ((2, self.PAIR), (3, self.TRIPLE)):
            for place in range(len(text) - length + 1):
                run = text[place : place + length]
                if all("\u4e00" <= character <= "\u9fff" for character in run):
                    count = self._count(run)
                    total += nats * (1 + math.log(count)) if count else 0.0
        return total
