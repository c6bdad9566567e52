"""What somebody may have meant: the names most like a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from kg.sources.record import printable

COMPARED = 60  # characters of a name that are looked at; a quarter of a million names are ranked in a second
CLOSER_LOOK = 200  # names that share the most characters, which are then compared in order
LEAST_LIKENESS = 0.4  # 平原市 and 平原县 0.67; 德州 and 柳州 0.5; two names of three characters that share one 0.33

NOT_MUCH_LESS = 0.7  # of the likest: where one letter is wrong, what shares half of them is noise


def nearest(name: str, names: Iterable[str], most: int = 5) -> tuple[str, ...]:
    """The `names` most like `name`, the likest first, at most `most`; none that is not like it at all.

    >>> nearest("平原市", ["德州市", "平原县", "齐河县", "中原区"])
    ('平原县',)
    >>> nearest("laeders", ["leaders", "heads", "policy"])
    ('leaders',)
    """
    wanted = name.casefold()[:COMPARED]
    characters = set(wanted)

    def shared(other: str) -> float:
        its = set(other.casefold()[:COMPARED])
        return len(characters & its) / max(1, len(characters | its))

    candidates = sorted({one for one in names if one != name}, key=lambda one: (-shared(one), len(one), one))
    likeness = {one: _likeness(wanted, one.casefold()[:COMPARED]) for one in candidates[:CLOSER_LOOK]}
    least = max([LEAST_LIKENESS, *(NOT_MUCH_LESS * each for each in likeness.values())])
    found = [one for one in likeness if likeness[one] >= least]
    return tuple(sorted(found, key=lambda one: (-likeness[one], len(one), one))[:most])


def did_you_mean(names: Iterable[str]) -> str:
    """The question that an error ends with.

    >>> did_you_mean(["平原县", "平阴县"])
    'Did you mean 平原县 or 平阴县?'
    """
    *first, last = (_short(name) for name in names)
    return f"Did you mean {', '.join(first)}{' or ' if first else ''}{last}?"


def _likeness(wanted: str, other: str) -> float:
    """0 to 1; a name that holds the other is at least half like it: 德州 and 山东省德州市."""
    likeness = SequenceMatcher(None, wanted, other, autojunk=False).ratio()
    if min(len(wanted), len(other)) > 1 and (wanted in other or other in wanted):
        return max(likeness, 0.5)
    return likeness


def _short(name: str) -> str:
    return printable(name if len(name) <= COMPARED else name[: COMPARED - 1] + "…")
