"""How likely characters are a Chinese person's name: by its surname and the characters of its given name.

Both likelihoods are counted from the names that jieba's dictionary lists (`kg/data/names`).
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib import resources

from kg.lexicons import load
from kg.mentions.words import tag_of

LENGTH_LOG = {2: math.log(0.22), 3: math.log(0.75), 4: math.log(0.03)}
COMMON_SURNAME = math.log(0.005)  # share of all persons from which a surname may be one of a married woman's two
MAY_BE_FOREIGN = "阿"  # a surname of names of two characters; longer ones are of other peoples
FUNCTION_TAGS = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "f", "ud", "uv", "m", "q"})
FUNCTION_DAMPING = math.log(0.02)  # 和, 向, 于 are surnames too, but far more often words
SURNAME_FLOOR = 12.0  # counts given to surnames that the dictionary lists no person for


@cache
def _logs() -> tuple[dict[str, float], dict[str, float], float]:
    """(surname → log probability, given-name character → log probability, log probability of an unseen one)."""
    surnames: dict[str, float] = dict.fromkeys(load("people")["surnames"], SURNAME_FLOOR)
    given: dict[str, float] = {}
    text = resources.files("kg").joinpath("data/names/characters.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        character, place, count = line.split("\t")
        if place == "surname":
            surnames[character] = max(SURNAME_FLOOR, float(count))
        else:
            given[character] = float(count)
    all_surnames, all_given = sum(surnames.values()), sum(given.values())
    unseen = math.log(0.4 / all_given)
    logs = {}
    for character, count in surnames.items():
        damping = FUNCTION_DAMPING if tag_of(character) in FUNCTION_TAGS else 0.0
        logs[character] = math.log(count / all_surnames) + damping
    for compound in load("people")["compound_surnames"]:
        logs[compound] = math.log(SURNAME_FLOOR * 40 / all_surnames)
    return logs, {character: math.log(count / all_given) for character, count in given.items()}, unseen


@cache
def surname_beginnings() -> frozenset[str]:
    """The characters that surnames begin with."""
    return frozenset(surname[0] for surname in _logs()[0])


@lru_cache(maxsize=8192)
def name_log(name: str) -> float | None:
    """Natural logarithm of the likelihood of `name` as a Chinese person's name; None if it cannot be one."""
    surnames, given, unseen = _logs()
    if not 2 <= len(name) <= 4:
        return None
    best = None
    if name[0] in MAY_BE_FOREIGN and len(name) > 2:
        return None
    for size in (1, 2):
        surname, rest = name[:size], name[size:]
        if surname in surnames and 1 <= len(rest) <= 2 and all("\u3400" <= c <= "\u9fff" for c in rest):
            value = LENGTH_LOG[len(rest) + 1] + surnames[surname] + sum(given.get(c, unseen) for c in rest)
            best = value if best is None else max(best, value)
    if len(name) == 4 and all(surnames.get(c, -math.inf) > COMMON_SURNAME for c in name[:2]):  # 刘陈昭英, 范徐丽泰
        value = sum(surnames[c] for c in name[:2]) + sum(given.get(c, unseen) for c in name[2:]) + LENGTH_LOG[4]
        best = value if best is None else max(best, value)
    return best
