"""What a build considered and turned down about a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.table.rows import TurnedDown

SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Considered:
    """Candidates about a name, sorted. `beside` says that none of them is called so: the name stands in their quotes
    alone."""

    candidates: tuple[TurnedDown, ...] = ()
    beside: bool = False


def about(candidates: Iterable[TurnedDown], names: Iterable[str]) -> Considered:
    """The candidates whose words hold one of `names`; where there are none, those in whose quote one of them stands.
    Names of a single character name nothing.

    >>> one = TurnedDown("leads.not-chief", "a.txt", 0, "李志远", "平原县副县长", "平原县副县长李志远出席")
    >>> about([one], ["李志远"]) == about([one], ["平原县"]) == Considered((one,))
    True
    >>> about([one], ["出席"]) == Considered((one,), beside=True), about([one], ["齐河县"]) == Considered()
    (True, True)
    """
    wanted = [name for name in dict.fromkeys(names) if len(name) >= SHORTEST]
    kept = sorted(candidates)
    named = tuple(c for c in kept if any(name in c.subject or name in c.object for name in wanted))
    if named:
        return Considered(named)
    beside = tuple(c for c in kept if any(name in c.quote for name in wanted))
    return Considered(beside, bool(beside))
