"""How many people of one name are to be expected among those who hold posts in an area.

From how often characters stand in the names that an open dictionary lists (kg/data/names). Its names are those of the
known, so the estimate is low: real counts of common names are up to thirty times as high, and it is raised by that.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from kg.lexicons import load

Width = Literal["county", "prefecture", "province", "nation"]
# People named with a post in years of news of such an area: some 2,000 in a county, ten times that in a prefecture.
HOLDERS: dict[Width, int] = {"county": 2_000, "prefecture": 20_000, "province": 150_000, "nation": 3_000_000}
MANY = 10  # times as many teachers, doctors and managers as holders of all other posts
TOO_LOW = 30  # a common name: seven in a million people by the registers, 0.2 by the dictionary
LEAST_COUNT = 5  # given to a character that the dictionary has in few names or none
SHARES = {1: 0.15, 2: 0.85}  # of given names with so many characters
RARE = 0.02  # namesakes to be expected, below which two of one name are taken for one


def is_rare(name: str, width: Width, of_many: bool = False) -> bool:
    """Whether two holders of posts in an area of this width would hardly bear the same name by chance; `of_many` if one
    of the posts is one that many hold (teachers, managers).

    >>> is_rare("王军", "county"), is_rare("宇文飏晖", "province")
    (False, True)
    """
    return namesakes(name, width) * (MANY if of_many else 1) < RARE


@lru_cache(maxsize=1 << 16)
def namesakes(name: str, width: Width) -> float:
    """The holders of posts in an area of this width who bear the name by chance; infinity for what is no Chinese name
    of two to four characters."""
    surnames, given, all_surnames, all_given = _counts()
    size = 2 if name[:2] in load("people")["compound_surnames"] else 1
    rest = name[size:]
    if len(rest) not in SHARES or not all("\u3400" <= char <= "\u9fff" for char in name):
        return float("inf")
    chance = SHARES[len(rest)] * max(surnames.get(name[:size], 0), LEAST_COUNT) / all_surnames
    for char in rest:
        chance *= max(given.get(char, 0), LEAST_COUNT) / all_given
    return chance * TOO_LOW * HOLDERS[width]


@cache
def _counts() -> tuple[dict[str, int], dict[str, int], int, int]:
    """How often a character is a surname, and how often it stands in a given name; how many there are of both."""
    counts: dict[str, dict[str, int]] = {"surname": {}, "given": {}}
    text = resources.files("kg").joinpath("data/names/characters.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        char, place, count = line.split("\t")
        counts[place][char] = int(count)
    surnames, given = counts["surname"], counts["given"]
    return surnames, given, sum(surnames.values()), sum(given.values())
