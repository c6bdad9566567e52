"""How well a run of characters reads as Chinese news: the judge between candidates for lost characters.

A word model over the frequencies in jieba's own dictionary: the cost of a text is the least negative logarithm of a
probability over all ways to cut it into words. Read once, when the first guess is needed (0.4 s); sound text never
needs it.
"""

from __future__ import annotations

import math
from collections import Counter
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
TERM_COUNT = 300  # what a term of kg/data/repair/terms.txt counts as: as much as a fairly common word


@cache
def _words() -> dict[str, float]:
    """Cost of each word of up to four characters."""
    import jieba  # here, because sound text never needs it

    counts: dict[str, int] = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if len(word) <= LONGEST_WORD:
            counts[word] = int(count)
    for term in (files("kg") / "data/repair/terms.txt").read_text(encoding="utf-8").splitlines():
        if term and not term.startswith("#"):
            counts[term] = max(TERM_COUNT, counts.get(term, 0))
    total = math.log(sum(counts.values()))
    return {word: total - math.log(count) for word, count in counts.items() if count}


def _single(character: str) -> float:
    return PUNCTUATION.get(character, ASCII_COST if character < "\x7f" or character == "\ufffd" else STRANGE_COST)


def cost(text: str) -> float:
    """Negative logarithm (natural) of the probability of a text, traditional or simplified; lower reads better.

    >>> cost("滕州市工信局局長") < cost("彪菔泄ば啪志珠L")
    True
    """
    words = _words()
    text = by_character(text)
    best = [0.0] + [math.inf] * len(text)
    for start in range(len(text)):
        here = best[start]
        for length in range(1, min(LONGEST_WORD, len(text) - start) + 1):
            word = text[start : start + length]
            step = words.get(word)
            if step is None:
                if length > 1:
                    continue
                step = _single(word)
            if here + step < best[start + length]:
                best[start + length] = here + step
    return best[-1]


class Context:
    """What else the article says: names and places that no dictionary holds are written in it more than once."""

    READ = 200_000  # characters counted; a longer text has said its names by then
    # Nats for a pair and for three characters that the article holds elsewhere, more if often:
    # 趙健?, torn after its second character, is 趙健健 because the article's first line has that name.
    PAIR, TRIPLE = 2.0, 5.0

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[str] | None = None

    def bonus(self, text: str) -> float:
        """How much cheaper a text gets for the pairs and triples of Chinese characters that the article holds."""
        if self._counts is None:
            read = to_simplified(self._text[: self.READ])
            self._counts = Counter(read[place : place + 2] for place in range(len(read)))
            self._counts.update(read[place : place + 3] for place in range(len(read)))
        text = by_character(text)
        total = 0.0
        for length, nats in ((2, self.PAIR), (3, self.TRIPLE)):
            for place in range(len(text) - length + 1):
                run = text[place : place + length]
                if run in self._counts and all("\u4e00" <= character <= "\u9fff" for character in run):
                    total += nats * (1 + math.log(self._counts[run]))
        return total
