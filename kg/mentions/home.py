"""Which area an article is about: what 全县, 市委 and a bare 区长 in it mean.

Evidence, summed for each division: names in the headline and the first sentence weigh most, then how often it is named,
in full or short; a paper's or site's name (德州日报) speaks for the city it belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from kg.gazetteer.divisions import Division, Gazetteer, coded
from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.area_names import division_names, is_dateline, named_runs
from kg.mentions.mention import Sentence
from kg.mentions.townships import TOWNSHIP
from kg.mentions.words import tag_of

FIRST, FULL, SHORT, PUBLISHER = 3.0, 1.0, 0.6, 5.0
MOST_COUNTED = 6  # a name that is repeated more often says no more
LEAD_OVER_SECOND = 1.3  # how clearly the first county must lead the other ones together to be the home
PROVINCE_SHARE, PREFECTURE_SHARE = 0.6, 0.5  # of the weight of all names; below it the article is about no one place
POINTER = 0.5  # a bare 全市 or 市委 speaks for the city, 全县 and 县委 for the county
LEAST = 1.5
POINTED = 2  # bare 区委 or 全县 after which a county named twice in short is enough
ALONE = 1.2  # of the only place that an article names: twice in short
POINTERS = re.compile(r"(?:全|我|本|该)([市县区])(?!域|级)|(?<![\u4e00-\u9fff])([市县区])(?:委|政府|人大|政协|领导|长)")
REPORTS = re.compile(
    r"(?:新闻网|日报|晚报|融媒体?中心?|广电新媒体|发布|新闻客户端|广播电视台)(?:讯|记者|消息|报道|\s?(?=[（(]记者))"
)
REPORTING = 4  # sentences in which an article says who reports
OFFICES = ("委", "政府", "人大", "政协")
# What is said of the place that an article is of: 结合某地实际, 为某地经济社会发展
ITS_OWN = re.compile(
    r"(?:[市县区]情|实际(?:情况)?[，。；、]|(?:的)?(?:经济社会|经济和社会|高质量|未来|长远|跨越|创新|转型|振兴)发展|全面振兴"
    r"|发展(?:大局|全局|实际|振兴|贡献|稳定|蓝图)|新篇章|答卷|力量|样板|方案|篇章|群众|百姓|市民|儿女)"
)
TOWNSHIP_LENGTHS = (2, 3, 4)
SAYS_SO = re.compile(r"(?:区委|县委|区政府|县政府)?(?:获悉|了解到|得知)")  # 记者从甲市乙县获悉


@dataclass(frozen=True, slots=True)
class Home:
    """The division that the article is about, the one that 市 means in it, how often each code is named in full, the
    province that 省 means, where the article is about none but names one alone, and for a city how often each of its
    counties is named in full or in short, or by a township."""

    division: Division | None
    city: Division | None
    named: Counter[str]
    province: Division | None = None
    counties: Counter[str] = field(default_factory=Counter)


@cache
def _media() -> re.Pattern[str]:
    return re.compile(alternation(load("areas")["media_suffixes"]))


def find_home(text: str, sentences: Sequence[Sentence], publisher: str | None, tail: str = "") -> Home:
    """The home of an article with this clean text. `tail` is further text that names its paper (a dateline)."""
    gazetteer = load_gazetteer()
    named: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    shorts: list[tuple[str, float]] = []
    chained: dict[str, Division] = {}
    sources: list[Sequence[str]] = []
    media_starts = {match.start() for match in triggers.finditer("media", _media(), text, 0, len(text))}
    starts = [sentence.start for sentence in sentences]
    positions = triggers.positions(text)
    for number in triggers.parts(starts, positions["divisions"]):
        sentence = sentences[number]
        weight = FIRST if number == 0 or sentence.headline else FULL
        for run in named_runs(text, sentence.start, sentence.end):
            if run.end in media_starts or is_dateline(text, run.end):
                continue
            division = _unique(gazetteer, run.surfaces)
            if text[run.start - 1 : run.start] == "从" and SAYS_SO.match(text, run.end):
                sources.append(run.surfaces)
            told = len(run.surfaces) > 1 and run.surfaces[-1] in gazetteer.told_stems()  # 上海金山 is said in full
            if division is None or (run.short and not told):
                own = 2.0 if ITS_OWN.match(text, run.end) else 1.5 if text.startswith(OFFICES, run.end) else 1.0
                shorts.append((run.surfaces[-1], weight * own))
                if division is not None and len(run.surfaces) > 1:
                    chained[division.code] = division  # 上海金山: which 金山 is said
                continue
            if named[division.code] < MOST_COUNTED:
                weights[division.code] += weight * (1.5 if text.startswith(OFFICES, run.end) else 1.0)
            named[division.code] += 1
    paper = _paper(gazetteer, publisher, tail)
    if paper is None and (own := _named_paper(gazetteer, text, sentences)) is not None:
        weights[own.code] += FIRST
    context = [gazetteer.by_code(code) for code in sorted(weights, key=lambda c: (-weights[c], c))]
    if paper is not None:
        context.insert(0, paper)
    context += [division for code, division in sorted(chained.items()) if code not in weights]
    codes = {division.code for division in context}
    around = {above.code for division in context for above in gazetteer.ancestors(division)} | codes
    meant: dict[str, Division | None] = {}
    counties = Counter({code: count for code, count in named.items() if gazetteer.by_code(code).level == "county"})
    for surface, weight in shorts:
        if surface not in meant:
            meant[surface] = gazetteer.resolve(surface, context, told=True)
        division = meant[surface]
        if division is not None and division.level == "county":
            counties[division.code] += 1
        if division is None or not coded(division.code):
            continue  # a visit to 台湾 names its cities in short one after the other
        if division.level == "county" and len(gazetteer.named(surface)) == 1 and tag_of(surface) == "ns":
            weights[division.code] += weight * SHORT  # 松江: one county only has the name, and it is no common word
            continue
        near = division.code in around or any(above.code in codes for above in gazetteer.ancestors(division))
        if division.level != "county" or near:
            weights[division.code] += weight * SHORT
    pointers: Counter[str] = Counter()
    for number in triggers.parts(starts, positions["home"]):
        for match in triggers.finditer("home", POINTERS, text, sentences[number].start, sentences[number].end):
            pointers[match[1] or match[2]] += 1
    found = _choose(gazetteer, weights, named, paper, pointers)
    if sources and found.division is not None and len(counties) == 1:
        (only,) = map(gazetteer.by_code, counties)
        if gazetteer.within(only, found.division) and only in [_unique(gazetteer, each) for each in sources]:
            return replace(found, division=only, counties=counties)  # the only county named, and the news are its own
    if found.division is None or found.division.level == "county" or not pointers["县"] + pointers["区"]:
        return found
    counties += _by_townships(text, found.division, gazetteer)
    return replace(found, counties=counties)


def _by_townships(text: str, home: Division, gazetteer: Gazetteer) -> Counter[str]:
    """How often each county is named by a township of its own, of which `home` has but one of the name."""
    found: Counter[str] = Counter()
    for match in triggers.finditer("townships", TOWNSHIP, text, 0, len(text)):
        for length in TOWNSHIP_LENGTHS:
            name = text[max(0, match.start() - length) : match.end()]
            if gazetteer.is_name(name) and (township := gazetteer.township(name, home)) and township.parent:
                found[township.parent] += 1
                break
    return found


@lru_cache(maxsize=8192)
def _unique(gazetteer: Gazetteer, surfaces: tuple[str, ...]) -> Division | None:
    context: tuple[Division, ...] = ()
    found = None
    for surface in surfaces:
        inner = gazetteer.resolve(surface, context, told=bool(context))
        if inner is None:
            return found
        found, context = inner, (inner,)
    return found


def _paper(gazetteer: Gazetteer, publisher: str | None, tail: str) -> Division | None:
    """The division in the name of the paper."""
    for source in (publisher or "", tail):
        for run in named_runs(source, 0, len(source)):
            if is_dateline(source, run.end):
                continue  # where it was written, not where the paper is
            if (division := _unique(gazetteer, run.surfaces)) is not None:
                return division
    return None


def _named_paper(gazetteer: Gazetteer, text: str, sentences: Sequence[Sentence]) -> Division | None:
    """The division of the paper that the first sentences say reports: 甲市新闻网讯（甲市日报记者…）."""
    for sentence in sentences[:REPORTING]:
        for match in triggers.finditer("reports", REPORTS, text, sentence.start, sentence.end):
            left = max(sentence.start, match.start() - 8)
            papers: Mapping[str, str] = load("areas")["papers"]  # type: ignore[assignment]
            if place := next((papers[paper] for paper in papers if text.find(paper, left, match.end()) >= 0), ""):
                return gazetteer.resolve(place)
            for _, start, end in division_names(text, left, match.start()):  # 北京日报 is one word to the cutter
                if end == match.start() and (division := gazetteer.resolve(text[start:end])) is not None:
                    return division if division.name.endswith("市") or division.level != "province" else None
    return None


def _choose(
    gazetteer: Gazetteer, weights: Counter[str], named: Counter[str], paper: Division | None, pointers: Counter[str]
) -> Home:
    """The home by what the names weigh: a province that holds most of them, in it a prefecture, in it a county."""
    own = Counter({code: w for code, w in weights.items() if gazetteer.by_code(code).level != "township"})
    if paper is not None:
        own[paper.code] += PUBLISHER
    least = LEAST if len(own) != 1 else FULL if pointers.total() >= POINTED else ALONE
    mass: Counter[str] = Counter()
    for code, weight in own.items():
        division = gazetteer.by_code(code)
        for step in (division, *gazetteer.ancestors(division)):
            mass[step.code] += weight
    city = paper if paper is not None and paper.level != "province" and paper.name.endswith("市") else None
    province = _leader(gazetteer, mass, "province", None, sum(own.values()), PROVINCE_SHARE, least)
    if province is None:
        return Home(None, city, named, _only_province(gazetteer, weights))
    inner = mass[province.code] - own[province.code]
    prefecture = _leader(gazetteer, mass, "prefecture", province, inner, PREFECTURE_SHARE, least)
    within = prefecture or province
    city_weight = own[within.code] + POINTER * pointers["市"] * (1.0 if within.name.endswith("市") else 0.0)
    pointed = pointers["县"] + pointers["区"] >= POINTED
    county = _leader(gazetteer, mass, "county", within, 0.0, 0.0, min(least, ALONE) if pointed else least)
    if county is not None:
        rivals = mass[within.code] - own[within.code] - mass[county.code]
        strength = mass[county.code] + POINTER * (pointers["县"] + pointers["区"])
        if county.name.endswith("市"):
            strength += POINTER * pointers["市"] if city is None else 0.0
        if rivals * LEAD_OVER_SECOND > mass[county.code] or city_weight > strength:
            county = None
    home = county or prefecture or province
    if city is None:
        chain = (home, *gazetteer.ancestors(home))
        city = next((d for d in chain if d.name.endswith("市")), None)
    return Home(home, city, named)


def _only_province(gazetteer: Gazetteer, weights: Counter[str]) -> Division | None:
    """The province of an article about several places, where it names one by its own name: 省委 is that one's."""
    named = [d for code in weights if (d := gazetteer.by_code(code)).level == "province" and d.name.endswith("省")]
    return named[0] if len(named) == 1 else None


def _leader(
    gazetteer: Gazetteer,
    mass: Counter[str],
    level: str,
    within: Division | None,
    total: float,
    share: float,
    least: float,
) -> Division | None:
    """The heaviest division of a level (inside `within`) if it weighs `least` and has at least
    `share` of `total`; None otherwise."""
    found = [gazetteer.by_code(code) for code in mass if gazetteer.by_code(code).level == level]
    found = [d for d in found if within is None or gazetteer.within(d, within)]
    found.sort(key=lambda d: (-mass[d.code], d.code))
    if not found or mass[found[0].code] < least or mass[found[0].code] < share * total:
        return None
    return found[0]
