"""Which names in which articles are one project: what a name adds that does not tell, and which areas are one place.

Two names are one project if they are the same without the area's name, brackets and 项目, and both lie in one county.
A name that is only this project's (乙河抽水蓄能电站) is the same in a county and in the prefecture or province around
it, if no second county claims it; a line is the same wherever an article places it. A general name (人民医院) never is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.linking.identifiers import plain
from kg.linking.zones import names_of, without
from kg.mentions.mention import Area
from kg.mentions.project_names import has_proper_name
from kg.relations.claim import Project
from kg.relations.same_project import key_of

Key = tuple[str, str]  # (form, code of the place)
LEAST_LEFT = 4
LEAST_WITHOUT_AREA = 6  # characters of a name that is found again where an article gives no area at all
PHASE = re.compile(r"第?[一二三四五六七八九十\d]+期(?:工程|项目)?")
PHASE_IN_BRACKETS = re.compile(rf"[（(]({PHASE.pattern})[）)]")
BEFORE_PHASE = re.compile(
    rf"(?:建设)?(?:项目|工程)(?={PHASE.pattern}$)|第(?=[一二三四五六七八九十\d]+期)|(?<=期)(?:工程|项目)$"
)
MADE = re.compile(r"(?<=.{4})生产$")  # 锂电材料生产项目 is 锂电材料项目
CAPACITY = re.compile(r"年产\d.{3}")
LEAST_OF_COMPANY = 2  # characters before the capacity
LINE = re.compile(r"^([\u4e00-\u9fff]{2,8}?)市?([—–-]{1,2}|至)(?=[\u4e00-\u9fff]{2})")


@lru_cache(maxsize=1 << 16)
def key_of_one(project: Project) -> Key:
    """The key of a project as one article gives it: its form, and the county (or what comes next above) it lies in.

    >>> plain = Area("平原县", "county", "371426", "371400")
    >>> key_of_one(Project("德州市平原县“乙能”抽水蓄能电站项目", plain, False))
    ('乙能抽蓄电站', '371426')
    """
    place = county_key(project.area)
    name = plain(key_of(PHASE_IN_BRACKETS.sub(r"\1", project.name)))
    if line := LINE.match(name):
        return f"{line[1]}—{_short(name[line.end() :])}", ""
    if place and place.isdigit():
        gazetteer = load_gazetteer()
        division = gazetteer.by_code(place)
        bare = name
        for above in reversed(gazetteer.ancestors(division)):
            bare = without(bare, names_of(above), LEAST_LEFT)
        then = project.area.code if project.area is not None and project.area.code else place
        former = names_of(gazetteer.by_code(then)) if gazetteer.is_gone(then) else ()
        own = without(bare, (*former, *names_of(division)), LEAST_LEFT)
        if own != bare:  # 德州市体育中心 in 平原县 is not 平原县体育中心
            name = own
            for above in reversed(gazetteer.ancestors(division)):  # 平原县山东乙能…
                name = without(name, names_of(above), LEAST_LEFT)
        if project.area is not None and project.area.level not in ("county", "prefecture", "province"):
            bare = without(name, (project.area.name,), LEAST_LEFT)
            name = bare if is_proper(_short(bare)) else name  # a town's waterworks are not its county's
    return _short(name), place


def _short(name: str) -> str:
    words: dict[str, str] = load("linking")["project_words"]  # type: ignore[assignment]
    name = re.sub(alternation(words), lambda match: words[match[0]], name)
    name = BEFORE_PHASE.sub("", name)
    return MADE.sub("", name)


def county_key(area: Area | None) -> str:
    """The county (or what comes next above) that keys a project: a township and its county give one project."""
    if area is None:
        return ""
    code = area.code or area.parent
    if code is None:
        return plain(area.name)
    gazetteer = load_gazetteer()
    division = gazetteer.by_code(gazetteer.today(code))
    return (gazetteer.at(division, "county") or division).code


def group(keys: Iterable[Key]) -> dict[Key, Key]:
    """The key as one article gives it → that of the project across articles."""
    places: dict[str, set[str]] = defaultdict(set)
    for form, place in keys:
        places[form].add(place)
    found = {(form, place): _across(form, place, places) for form, own in sorted(places.items()) for place in own}
    longer = _with_company(set(found.values()))
    return {key: longer.get(to, to) for key, to in found.items()}


def _with_company(keys: Iterable[Key]) -> dict[Key, Key]:
    """The key of a project that begins with its capacity → the one key of its place that has a name, the company's,
    before the same: 年产10万吨碳材料 is 乙能年产10万吨碳材料, if no other company makes as much of it there."""
    named: dict[Key, set[Key]] = defaultdict(set)
    known = set(keys)
    for form, place in sorted(known):
        made = CAPACITY.search(form)
        if made and made.start() >= LEAST_OF_COMPANY and (form[made.start() :], place) in known:
            named[form[made.start() :], place].add((form, place))
    return {short: full.pop() for short, full in named.items() if len(full) == 1}


def _across(form: str, place: str, places: Mapping[str, set[str]]) -> Key:
    """The key of the narrowest place that a proper name has, under the name itself or with the wide place before it:
    甲河机场 of the prefecture 乙州 may be 乙州甲河机场 of one of its counties."""
    wide = names_of(load_gazetteer().by_code(place)) if place.isdigit() else ()
    for name in (form, *(head + form for head in wide)):
        narrow = _narrowest(name, place, places.get(name, set()) | {place})
        if narrow != place:
            return name, narrow
    return form, place


def _narrowest(form: str, place: str, places: set[str]) -> str:
    """The narrowest of the places of a form that lie in `place`, if they lie in one another and the form is a proper
    name; else `place` itself."""
    unknown = place != "" and not place.isdigit()
    if unknown or len(places) == 1 or not is_proper(form) or (not place and len(form) < LEAST_WITHOUT_AREA):
        return place
    gazetteer = load_gazetteer()
    known = [gazetteer.by_code(code) for code in sorted(places) if code.isdigit() and code != place]
    inner = [d for d in known if not place or gazetteer.within(d, gazetteer.by_code(place))]
    inner.sort(key=lambda d: (-len(gazetteer.ancestors(d)), d.code))
    if inner and all(gazetteer.within(inner[0], d) for d in inner):
        return inner[0].code
    return place


@cache
def is_proper(form: str) -> bool:
    """Whether a form is a name that only this project has, and no class of projects."""
    return has_proper_name(form)


def whole_of(key: Key) -> Key | None:
    """The key of the whole that a phase would be part of; None for what is no phase.

    >>> whole_of(("乙能电厂二期", "371426")), whole_of(("乙能电厂", "371426"))
    (('乙能电厂', '371426'), None)
    """
    form, place = key
    bare = PHASE.sub("", form)
    return (bare, place) if bare != form and len(bare) >= LEAST_LEFT else None
