"""Which policies of one title are one: those of one prefecture, those whose title says whose they are, and reprints.

Every second city has a 三年行动方案 of the same title. A title that names an area or the state (《德州市…条例》,
《中华人民共和国…法》) is one policy wherever it is named; any other is that of the prefecture (or the province) whose
meeting sets it going, as a county carries out its city's plan under the city's title. A province's plan taken up by its
cities is kept apart in each: the title does not tell it from theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.linking.clusters import sharing
from kg.linking.identifiers import plain
from kg.mentions.area_names import named_runs
from kg.mentions.mention import Area

Mention = tuple[str, str]  # (article, title)


@dataclass(frozen=True, slots=True)
class Told:
    """What an article says of a title: the areas whose meetings set it going, and the sentences (as digests)."""

    areas: frozenset[Area] = frozenset()
    quotes: frozenset[str] = frozenset()


def group(mentions: Mapping[Mention, Told]) -> dict[Mention, str]:
    """(article, title) → whose the policy is: "" for a title that says it, else the code of a prefecture or province,
    else the least article."""
    by_title: dict[str, dict[Mention, Told]] = defaultdict(dict)
    for mention, told in sorted(mentions.items(), key=lambda item: item[0]):
        by_title[plain(mention[1])][mention] = told
    keys: dict[Mention, str] = {}
    for title, own in by_title.items():
        if says_whose(title):
            keys.update(dict.fromkeys(own, ""))
            continue
        places = {mention: {place for area in told.areas if (place := _place(area))} for mention, told in own.items()}
        marks = {mention: {*places[mention], *(f"quote:{q}" for q in told.quotes)} for mention, told in own.items()}
        for members in sharing(marks):
            found = sorted(place for mention in members for place in places[mention])
            keys.update(dict.fromkeys(members, found[0] if found else f"article:{members[0][0]}"))
    return keys


def says_whose(title: str) -> bool:
    """Whether a title says whose policy it is.

    >>> says_whose("中华人民共和国乡村振兴促进法"), says_whose("德州市工业强市行动方案"), says_whose("工业强市行动方案")
    (True, True, False)
    """
    return title.startswith(load("linking")["says_which"]) or bool(named_runs(title, 0, len(title)))


def _place(area: Area) -> str:
    code = area.code or area.parent
    if code is None:
        return ""
    gazetteer = load_gazetteer()
    division = gazetteer.by_code(code)
    return (gazetteer.at(division, "prefecture") or gazetteer.at(division, "province") or division).code
