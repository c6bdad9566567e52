"""Areas in the text: divisions by full and short name, zones, townships, and words that point at one (全县, 市委的市).

One pass of an automaton over the article finds every name of the division table from the county up. Names that stand
next to each other are one mention (湖北省宜昌市夷陵区). What a name means is decided with the article's context: its
home area (see `home.py`) and the divisions it names in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.gazetteer.divisions import Division, Gazetteer
from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.area_names import Named, area_of, is_dateline, named_runs
from kg.mentions.mention import Area, AreaMention
from kg.mentions.townships import with_townships
from kg.mentions.zones import zone_at

CITY_LEVELS = {"市": ("prefecture", "county", "province"), "县": ("county",), "区": ("county",), "旗": ("county",),
               "州": ("prefecture",), "盟": ("prefecture",), "省": ("province",),
               "镇": ("township",), "乡": ("township",), "道": ("township",)}  # fmt: skip
LONG_NAME = 4  # characters of a former county's name that are hardly other words
MUNICIPALITIES = ("11", "12", "31", "50")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("areas")
    return re.compile(alternation(lexicon["zone_suffixes"])), re.compile(alternation(lexicon["relative"]))


class AreaFinder:
    """Decides what area names mean in one article. `home` is the division the article is about (None: unknown),
    `city` the one that 市 means in it, `named` how often each division is named in full, `province` what 省 means where
    there is no home, `year` the article's, in which names mean what they meant then, `counties` how often each
    county of the home is named in any way."""

    def __init__(
        self, home: Division | None, city: Division | None, named: Counter[str], gazetteer: Gazetteer | None = None,
        province: Division | None = None, year: int | None = None, counties: Mapping[str, int] | None = None,
    ) -> None:  # fmt: skip
        self.gazetteer, self.year = gazetteer or load_gazetteer(), year
        self.named, self.province, self.counties = named, province, counties or {}
        self.home, self.city = (each and self.gazetteer.in_year(each, each.name, year) for each in (home, city))
        self._resolved: dict[str, Division | None] = {}
        most = sorted(named, key=lambda code: (-named[code], code))
        context = [d for d in (self.home, self.city) if d is not None]
        self.context: tuple[Division, ...] = tuple(
            dict.fromkeys((*context, *(self.gazetteer.by_code(code) for code in most[:12])))
        )

    def resolve(self, surfaces: Sequence[str]) -> Division | None:
        """What a run of adjacent names means: the last one, within the ones before it."""
        if len(surfaces) == 1:
            return self._resolve_first(surfaces[0])
        found: Division | None = None
        for surface in surfaces:
            if found is None:
                found = self._resolve_first(surface)
                continue
            inner = self.gazetteer.resolve(surface, (found,), told=True)
            inner = inner and self.gazetteer.in_year(inner, surface, self.year)
            found = inner if inner is not None and self.gazetteer.within(inner, found) else self._resolve_first(surface)
        return found

    def _resolve_first(self, surface: str) -> Division | None:
        if surface not in self._resolved:
            division = self._look_up(surface)
            self._resolved[surface] = division and self.gazetteer.in_year(division, surface, self.year)
        return self._resolved[surface]

    def _look_up(self, surface: str) -> Division | None:
        division = self.gazetteer.resolve(surface, self.context, told=True)
        if division is None:
            return None
        if division.name == surface:
            if surface.endswith("地区") and not self.gazetteer.was(division.code, self.year):
                return self.gazetteer.by_code(self.gazetteer.today(division.code))  # 延安地区 of today is 延安
            return division if self._is_told(division) else None
        supported = any(
            self.gazetteer.within(division, near) or self.gazetteer.within(near, division) for near in self.context
        )
        if division.level == "county" or surface in load("areas")["not_areas"]:
            return division if supported else None
        return division

    def _is_told(self, division: Division) -> bool:
        """Whether a full name means this division: one of today, or a former one in the prefecture of the context (a
        county in its province; a long name of a county that stands alone). A district's name that is gone when the
        article is written is more often other words: 向山区空投物资."""
        if not self.gazetteer.is_gone(division.code):
            return True
        county = division.name[-1] in "县市旗"
        if not county and not self.gazetteer.was(division.code, self.year):
            return False
        if not self.context and len(division.name) >= LONG_NAME and county:
            return True
        near = [self.gazetteer.at(each, "province") for each in self.context
                if county or each.code.startswith(MUNICIPALITIES)]  # fmt: skip
        near += [self.gazetteer.at(each, "prefecture") for each in self.context]
        return any(circle is not None and self.gazetteer.within(division, circle) for circle in near)

    def relative(self, level: str, before: Iterable[AreaMention] = ()) -> Area | None:
        """The area that a bare level word (市, 县, 区, 镇) means: the nearest one named before it in the sentence that
        has the level, else the article's home or what it lies in. None where the article does not tell."""
        for mention in before:
            if mention.area.level == "zone" or mention.area.code is None:
                continue
            if found := self._at(self.gazetteer.by_code(mention.area.code), level, climb=not mention.relative):
                return area_of(found)
        for division in (self.city if level == "市" else None, self.home, self.city, self.province):
            if division is not None and (found := self._at(division, level, climb=True)):
                return area_of(found)
        if level in "县区旗":
            fitting = [d for code in self.named if self._at(d := self.gazetteer.by_code(code), level, climb=False)]
            if self.home is not None:
                fitting = [d for d in fitting if self.named[d.code] >= 2 and self.gazetteer.within(d, self.home)]
            if len(fitting) == 1 and self.named[fitting[0].code] >= 2:
                return area_of(fitting[0])
            inside = [d for code in self.counties if self._at(d := self.gazetteer.by_code(code), level, climb=False)]
            inside = [d for d in inside if self.home is not None and self.gazetteer.within(d, self.home)]
            if len(inside) == 1 and self.counties[inside[0].code] >= 2:
                return area_of(inside[0])  # the only district of the city that is named
        return None

    def _at(self, division: Division, level: str, climb: bool) -> Division | None:
        chain = (division, *self.gazetteer.ancestors(division)) if climb else (division,)
        for step in chain:
            if step.level not in CITY_LEVELS.get(level, ()):
                continue
            if level == "省" or step.name.endswith(("街道" if level == "道" else level,)):
                if level == "区" and step.level == "province":
                    continue
                return step
            if level in "县区旗" and step.level == "county" and step is chain[0] and level == "县":
                return step if step.name.endswith(("县", "旗")) else None
        return None

    def mentions(self, text: str, start: int, end: int) -> list[AreaMention]:
        """All areas that `text[start:end]` (a sentence) names or points at, in order, without overlaps."""
        zone_pattern, relative_pattern = _patterns()
        found: list[AreaMention] = []
        for run in named_runs(text, start, end):
            if is_dateline(text, run.end):
                continue
            for part in self._parts(run) if len(run.surfaces) > 1 else (run,):
                if division := self.resolve(part.surfaces):
                    found.append(AreaMention(part.start, part.end, text[part.start : part.end], area_of(division)))
        near = [d for d in (self.home, self.city) if d is not None]
        found = with_townships(text, start, end, found, near, self.gazetteer)
        for match in triggers.finditer("zones", zone_pattern, text, start, end):
            if any(m.start <= match.start() and match.end() <= m.end for m in found):
                continue  # 浦东新区 is a county
            if zone := zone_at(text, start, match, found, self.city or self.home, self.gazetteer):
                found = [m for m in found if not (zone.start <= m.start and m.end <= zone.end)]
                found.append(zone)
        found.sort(key=lambda m: m.start)
        for match in triggers.finditer("relative", relative_pattern, text, start, end):
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            before = [m for m in reversed(found) if m.end <= match.start()]
            level = match[0][-1]
            area = area_of(self.home) if level == "地" and self.home else self.relative(level, before)
            if area is not None:
                found.append(AreaMention(match.start(), match.end(), match[0], area, relative=True))
        found.sort(key=lambda m: m.start)
        return found

    def _parts(self, run: Named) -> Iterator[Named]:
        """`run` in one piece where each name lies in the one before it; 甲市乙省商会 names two places."""
        at = first = 0
        left = start = run.start
        for number, surface in enumerate(run.surfaces):
            outer = self.resolve(run.surfaces[first:number]) if number > first else None
            inner = self.resolve((surface,)) if outer is not None else None
            if outer is not None and inner is not None:
                short = inner.level == "county" and inner.name != surface and outer.name == run.surfaces[number - 1]
                if inner.level not in ("province", "prefecture") and not short:
                    at += len(surface)
                    continue
                nested = self.resolve(run.surfaces[first : number + 1])
                if nested is not None and not self.gazetteer.within(nested, outer):
                    yield Named(left, start + at, run.surfaces[first:number], run.short)
                    if short:
                        return  # 福州市江阴工业集中区 is not in 江阴市
                    first, left = number, start + at
            at += len(surface)
        yield Named(left, run.end, run.surfaces[first:], run.short)
