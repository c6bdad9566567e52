"""What was done to a text, in columns: a `Repair` is made when it is asked for.

Text full of pinyin has a repair for every other character. A reader of the article needs none of them, a summary their
number; only an explanation reads them one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import overload

import numpy as np

from kg.repair.article import Repair


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """What one fixer did in one go: where in the decoded text, and what was put there.

    `put` holds all that was put in end to end, of these `lengths`; `whys` the reason of each repair, or one for all;
    `certainties` is None where all are certain.
    """

    fixer: str
    original: str
    firsts: np.ndarray
    lasts: np.ndarray
    put: str
    lengths: np.ndarray
    whys: str | Sequence[str]
    certainties: Sequence[float] | None = None

    def __len__(self) -> int:
        return len(self.firsts)

    def __iter__(self) -> Iterator[Repair]:
        firsts, lasts = self.firsts.tolist(), self.lasts.tolist()
        original, put = self.original, self.put
        before = [original[first:last] for first, last in zip(firsts, lasts, strict=True)]
        after = [put[first:last] for first, last in pairwise([0, *np.cumsum(self.lengths).tolist()])]
        whys = repeat(self.whys) if isinstance(self.whys, str) else self.whys
        certainties = repeat(1.0) if self.certainties is None else self.certainties
        columns = zip(repeat(self.fixer), firsts, lasts, before, after, whys, certainties)
        return map(tuple.__new__, repeat(Repair), columns)


class Repairs(Sequence[Repair]):
    """Repairs in the order in which they were done; made all at once when one of them is asked for.

    >>> first = Repair("pinyin", 1, 6, "(yōu)", "", "inline pinyin")
    >>> repairs = Repairs([(first,), (first, first._replace(certainty=0.4))])
    >>> len(repairs), repairs[0] is first, repairs == (first,)
    (3, True, False)
    """

    __slots__ = ("_made", "batches")

    def __init__(self, batches: Iterable[Batch | tuple[Repair, ...]] = ()) -> None:
        self.batches = tuple(batches)
        self._made: tuple[Repair, ...] | None = None

    def __len__(self) -> int:
        return sum(map(len, self.batches))

    @overload
    def __getitem__(self, index: int) -> Repair: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Repair, ...]: ...
    def __getitem__(self, index: int | slice) -> Repair | tuple[Repair, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Repair]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Repairs) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return f"Repairs({self._all()!r})"

    def _all(self) -> tuple[Repair, ...]:
        if self._made is None:
            self._made = tuple(chain.from_iterable(self.batches))
        return self._made


def by_fixer(repairs: Sequence[Repair]) -> Counter[str]:
    """How many repairs each fixer did, without making any.

    >>> by_fixer((Repair("pinyin", 1, 6, "(yōu)", "", "inline pinyin"),))
    Counter({'pinyin': 1})
    """
    counts: Counter[str] = Counter()
    for batch in _batches(repairs):
        counts.update({batch.fixer: len(batch)} if isinstance(batch, Batch) else [repair.fixer for repair in batch])
    return counts


def guesses(repairs: Sequence[Repair]) -> int:
    """How many repairs are not certain, without making any."""
    return sum(certainty < 1.0 for batch in _batches(repairs) for certainty in _certainties(batch))


def _batches(repairs: Sequence[Repair]) -> tuple[Batch | Sequence[Repair], ...]:
    return repairs.batches if isinstance(repairs, Repairs) else (repairs,)


def _certainties(batch: Batch | Sequence[Repair]) -> Sequence[float]:
    return batch.certainties or () if isinstance(batch, Batch) else [repair.certainty for repair in batch]
