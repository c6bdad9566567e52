"""What the sums that articles state of one project are to one another: agreement, an update, or a conflict.

Sums of one kind and currency are compared as far as they are totals (planned, signed); what is spent grows, and what is
for a year is another sum in each. Two agree if what they leave open overlaps: 约 leaves a twentieth open, 超 and 近 a
fifth on their side, a plain number its last figure, but no more than a hundredth. A later article that speaks of a
change (追加, 调整为) updates the earlier ones. All else is a conflict: nothing is taken back, and neither is the total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from kg.lexicons import load

KINDS = ("kg:Planned", "kg:Signed")
ABOUT, ABOVE, ROUNDED = 0.05, 0.2, 0.01
Relation = Literal["agreement", "update", "conflict"]


@dataclass(frozen=True, slots=True)
class Sum:
    """A stated sum: its id, kind, currency, bounds, the words that make it approximate, how sure it is, the first day
    and the last on which it was stated ("" where no article has a date), and whether its words speak of a change."""

    id: str
    kind: str
    currency: str
    lowest: int
    highest: int
    approximation: str
    confidence: float
    first: str
    last: str
    changed: bool

    @property
    def bounds(self) -> tuple[float, float]:
        """What the sum may be, by its words."""
        words = load("amounts")
        low, high = float(self.lowest), float(self.highest)
        if self.approximation.endswith(words["above"]):
            return low, high * (1 + ABOVE)
        if self.approximation.endswith(words["below"]):
            return low * (1 - ABOVE), high
        if self.approximation.endswith(words["about"]):
            return low * (1 - ABOUT), high * (1 + ABOUT)
        return low - _rounding(self.lowest), high + _rounding(self.highest)


@dataclass(frozen=True, slots=True)
class Compared:
    """Of one project: the pairs in conflict, the pairs of which the first updates the second (by ids), and the one
    total in yuan; None where there is none, or where totals are in conflict."""

    conflicts: tuple[tuple[str, str], ...]
    updates: tuple[tuple[str, str], ...]
    total: int | None


def _rounding(value: int) -> float:
    """Half of the last figure that is written, but no more than ROUNDED of the sum."""
    digits = str(value)
    return min(10 ** (len(digits) - len(digits.rstrip("0"))) / 2, value * ROUNDED)


def relation(one: Sum, other: Sum) -> Relation:
    """What two sums of one kind and currency are to one another."""
    (low, high), (low_other, high_other) = one.bounds, other.bounds
    if low <= high_other and low_other <= high:
        return "agreement"
    return "update" if _updates(one, other) or _updates(other, one) else "conflict"


def _updates(later: Sum, earlier: Sum) -> bool:
    return later.changed and bool(earlier.last) and later.first > earlier.last


def compare(sums: Iterable[Sum]) -> Compared:
    """The sums of one project among themselves. The order changes nothing."""
    known = sorted(sums, key=lambda each: each.id)
    conflicts, updates = [], []
    for one, other in combinations(known, 2):
        if one.kind != other.kind or one.kind not in KINDS or one.currency != other.currency:
            continue
        found = relation(one, other)
        if found == "conflict":
            conflicts.append((one.id, other.id))
        elif found == "update":
            updates.append((one.id, other.id) if _updates(one, other) else (other.id, one.id))
    old = {earlier for _, earlier in updates}
    totals = [each for each in known if each.kind == "kg:Planned" and each.currency == "CNY" and each.id not in old]
    current = {each.id for each in totals}
    # What an update has put aside is no conflict any more.
    conflicts = [pair for pair in conflicts if not old.intersection(pair)]
    disputed = any(current.issuperset(pair) for pair in conflicts)
    return Compared(tuple(conflicts), tuple(sorted(updates)), None if disputed else _total(totals))


def _total(totals: Sequence[Sum]) -> int | None:
    """The surest of totals that agree; of equally sure ones the most exact, then the largest."""
    if not totals:
        return None
    best = max(totals, key=lambda each: (each.confidence, not each.approximation, -_rounding(each.lowest), each.lowest))
    return best.lowest


@cache
def _changes() -> tuple[str, ...]:
    return tuple(load("amounts")["changes"])  # type: ignore[arg-type]


def speaks_of_change(words: str) -> bool:
    """Whether a sentence says that a sum was changed.

    >>> speaks_of_change("乙项目追加投资3亿元，总投资增至8亿元"), speaks_of_change("乙项目总投资8亿元")
    (True, False)
    """
    return any(change in words for change in _changes())
