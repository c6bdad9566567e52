"""Which area an article is about: what 全县, 市委 and a bare 区长 in it mean.

Evidence, summed for each division: names in the headline and the first sentence weigh most, then how often it is named,
in full or short; a paper's or site's name (德州日报) speaks for the city it belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.gazetteer.divisions import Division, Gazetteer, load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions.areas import named_runs
from kg.mentions.mention import Sentence

FIRST, FULL, SHORT, PUBLISHER = 3.0, 1.0, 0.6, 5.0
MOST_COUNTED = 6  # a name that is repeated more often says no more
LEAD_OVER_SECOND = 1.6  # how clearly the first county must lead to be the home of the article
OFFICE = re.compile(r"(?:委|政府|人大|政协)")


@dataclass(frozen=True, slots=True)
class Home:
    """The division that the article is about, the one that 市 means in it, and how often each code is named in full."""

    division: Division | None
    city: Division | None
    named: Counter[str]


def find_home(text: str, sentences: Sequence[Sentence], publisher: str | None, tail: str = "") -> Home:
    """The home of an article with this clean text. `tail` is further text that names its paper (a dateline)."""
    gazetteer = load_gazetteer()
    named: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    shorts: list[tuple[str, float]] = []
    media = {(m.start(), m.end()) for m in re.finditer(alternation(load("areas")["media_suffixes"]), text)}
    media_starts = {start for start, _ in media}
    for number, sentence in enumerate(sentences):
        weight = FIRST if number == 0 or sentence.headline else FULL
        for run in named_runs(text, sentence.start, sentence.end):
            if run.end in media_starts:
                continue
            division = _unique(gazetteer, run.surfaces)
            if division is None or run.short:
                shorts.append((run.surfaces[-1], weight * (1.5 if OFFICE.match(text, run.end) else 1.0)))
                continue
            if named[division.code] < MOST_COUNTED:
                weights[division.code] += weight * (1.5 if OFFICE.match(text, run.end) else 1.0)
            named[division.code] += 1
    paper = _paper(gazetteer, publisher, tail)
    context = [gazetteer.by_code(code) for code in sorted(weights, key=lambda c: (-weights[c], c))]
    if paper is not None:
        context.insert(0, paper)
    for surface, weight in shorts:
        division = gazetteer.resolve(surface, context)
        if division is None:
            continue
        near = any(gazetteer.within(division, c) or gazetteer.within(c, division) for c in context)
        if division.level != "county" or near:
            weights[division.code] += weight * SHORT
    return _choose(gazetteer, weights, named, paper)


def _unique(gazetteer: Gazetteer, surfaces: Sequence[str]) -> Division | None:
    context: tuple[Division, ...] = ()
    found = None
    for surface in surfaces:
        inner = gazetteer.resolve(surface, context)
        if inner is None:
            return found
        found, context = inner, (inner,)
    return found


def _paper(gazetteer: Gazetteer, publisher: str | None, tail: str) -> Division | None:
    """The division in the name of the paper."""
    for source in (publisher or "", tail):
        for run in named_runs(source, 0, len(source)):
            if (division := _unique(gazetteer, run.surfaces)) is not None:
                return division
    return None


def _choose(gazetteer: Gazetteer, weights: Counter[str], named: Counter[str], paper: Division | None) -> Home:
    by_level: dict[str, Counter[str]] = {"county": Counter(), "prefecture": Counter(), "province": Counter()}
    for code, weight in weights.items():
        division = gazetteer.by_code(code)
        if division.level == "township":
            continue
        by_level[division.level][code] += weight
        for above in gazetteer.ancestors(division):
            by_level[above.level][above.code] += weight * 0.5
    if paper is not None:
        by_level[paper.level][paper.code] += PUBLISHER
        for above in gazetteer.ancestors(paper):
            by_level[above.level][above.code] += PUBLISHER * 0.5
    county, prefecture, province = (_leader(by_level[level]) for level in ("county", "prefecture", "province"))
    city: Division | None = None
    if paper is not None and paper.level in ("prefecture", "county") and paper.name.endswith("市"):
        city = paper
    county_division = gazetteer.by_code(county) if county else None
    if county_division is not None and prefecture and county_division.parent != prefecture:
        own = county_division.parent
        if own is not None and by_level["prefecture"].get(own, 0) < by_level["prefecture"][prefecture]:
            county_division = None  # the article is about another prefecture, this county is only named in it
    if county_division is not None:
        direct = weights[county_division.code]
        parent = county_division.parent
        if parent and weights[parent] > 1.2 * direct and not (paper and paper.level == "county"):
            county_division = None  # 德州's news with one county named
    home = county_division
    if home is None and prefecture:
        home = gazetteer.by_code(prefecture)
    if home is None and province:
        home = gazetteer.by_code(province)
    if city is None and home is not None:
        chain = (home, *gazetteer.ancestors(home))
        city = next((d for d in chain if d.name.endswith("市")), None)
    return Home(home, city, named)


def _leader(counts: Counter[str]) -> str | None:
    """The code that clearly leads, or None."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 1.0:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD_OVER_SECOND * ranked[1][1]:
        return None
    return ranked[0][0]
