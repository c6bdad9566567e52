"""Divisions that are no more, as divisions: 陵县 beside 陵城区, 寿县 under 六安市 beside 寿县 under 淮南市.

The table knows the years of a name and code, not the days. A former division has the code that it had; where another
division, of today or before, had the same code, the year in which it went stands behind it (371324-2014: 苍山县).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

LATEST_GONE = 1995  # names that went before stand in no article that is read here, but in those of today by chance
SHORTEST = 3  # characters: 新区, 市区 and 南区 were districts; of two only counties (陵县)


@dataclass(frozen=True, slots=True)
class Past:
    """A former division: the id that stands for its code, its years, and the ids of what it became."""

    id: str
    name: str
    level: str
    parent: str | None
    first: int
    last: int
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Former divisions by id, by name, and by the one division of today that each became."""

    by_id: dict[str, Past] = field(default_factory=dict)
    by_name: dict[str, tuple[Past, ...]] = field(default_factory=dict)
    by_successor: dict[str, tuple[Past, ...]] = field(default_factory=dict)


def history(rows: Iterable[tuple[str, str, str, str | None, int | None, int | None, tuple[str, ...]]],
            today: Sequence[str]) -> History:  # fmt: skip
    """The history of divisions from rows of the table; `today` are the codes of today."""
    known = [(code, name, level, parent, first, last, successors)
             for code, name, level, parent, first, last, successors in rows
             if level != "township" and first is not None and last is not None and last > first]  # fmt: skip
    uses = Counter(code for code, *_ in known)
    uses.update(today)
    prefectures = {code for code, _, level, *_ in known if level == "prefecture" and uses[code] == 1} | set(today)
    found = [
        Past(code if uses[code] == 1 else f"{code}-{last}", name, level,
             parent if parent in prefectures or parent is None else code[:2] + "0000", first, last, successors)
        for code, name, level, parent, first, last, successors in known
    ]  # fmt: skip
    by_name: dict[str, list[Past]] = defaultdict(list)
    by_successor: dict[str, list[Past]] = defaultdict(list)
    for past in found:
        by_name[past.name].append(past)
        if len(past.successors) == 1:
            by_successor[past.successors[0]].append(past)
    return History(
        {past.id: past for past in found},
        {name: tuple(pasts) for name, pasts in by_name.items()},
        {code: tuple(pasts) for code, pasts in by_successor.items()},
    )


def is_told_by(name: str, pasts: Sequence[Past]) -> bool:
    """Whether a name that no division has today is looked for in texts."""
    gone = max(past.last for past in pasts)
    return gone >= LATEST_GONE and (len(name) >= SHORTEST or name[-1] == "县")
