"""Areas in the text: divisions by full and short name, zones, townships, and words that point at one (全县, 市委的市).

One pass of an automaton over the article finds every name of the division table from the county up. Names that stand
next to each other are one mention (湖北省宜昌市夷陵区). What a name means is decided with the article's context: its
home area (see `home.py`) and the divisions it names in full.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.gazetteer.divisions import Division, Gazetteer, only
from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.mention import Area, AreaMention
from kg.mentions.words import cut, tag_of

TOWNSHIP = re.compile(r"(?:街道|镇|乡|苏木)")
VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:村(?![镇民])|社区)")
CITY_LEVELS = {"市": ("prefecture", "county", "province"), "县": ("county",), "区": ("county",), "旗": ("county",),
               "州": ("prefecture",), "盟": ("prefecture",), "省": ("province",),
               "镇": ("township",), "乡": ("township",), "道": ("township",)}  # fmt: skip
LONG_NAME = 3  # characters of a former county's name that are hardly other words
MUNICIPALITIES = ("11", "12", "31", "50")
LONGEST_CORE = 8  # characters before a zone's ending: 长三角生态绿色 has 7
DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯)|(?:电|讯)[ （(]|报道")  # 北京8月8日电 is where it was written
PART_OF_NAME = re.compile(
    r"路(?![线况网面段])|街(?!道)|大街|大道|巷|湖(?!南|北|州)|局(?![势面部长])"
)  # 龙江路, 大通湖, 中铁上海局
LONG_NAME = 4  # characters of a township's name before 街道 or 镇 from which it is hardly another's too
OF_TOWNSHIP = re.compile("党|办事处|纪|人大")
LONG = re.compile("长(?:江|远|期(?!间))")  # 担任甲市长期间
ITS_BODY = re.compile(r"委|政府|人民政府|人大|政协|长|级|里|领导|直")


FUNCTION_CHARACTERS = frozenset(
    "的了是在于和与及或该此本其各入进到从由向对把被将已也都还就又再为以并而且等个家级为至全我他她它这那"
)
MARKS = frozenset("，。；：！？、（）“”《》\n ") | {""}  # at each the cutter begins anew
SHORT_TEXT = 200  # characters; names are far shorter, articles far longer


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, bool], ...]]:
    gazetteer = load_gazetteer()
    surfaces = (*gazetteer.surfaces(), *((name, False) for name in gazetteer.former_surfaces()))
    return AhoCorasick([s for s, _ in surfaces], matchkind=MatchKind.LeftmostLongest), surfaces


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("areas")
    return re.compile(alternation(lexicon["zone_suffixes"])), re.compile(alternation(lexicon["relative"]))


def is_dateline(text: str, end: int) -> bool:
    """Whether a name that ends at `end` only says where an article was written: 北京8月8日电."""
    first = text[end : end + 1]
    return (first in "电讯报" or first.isdecimal()) and DATELINE.match(text, end) is not None


def area_of(division: Division) -> Area:
    """The area value of a division of the table."""
    return Area(division.name, division.level, division.code, division.parent)


class Named(NamedTuple):
    """A run of division names that stand next to each other, before its meaning is decided."""

    start: int
    end: int
    surfaces: tuple[str, ...]
    short: bool


@lru_cache(maxsize=triggers.TEXTS)
def _all_names(text: str) -> tuple[list[tuple[int, int, int]], list[int], list[int]]:
    """The names of divisions in a whole text, the leftmost and longest, as (number, start, end); their starts; their
    ends."""
    found = triggers.scan(text).divisions
    return found, [start for _, start, _ in found], [end for _, _, end in found]


def division_names(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The names of divisions in `text[start:end]`, the leftmost and longest, as (number of the surface, start, end)."""
    whole = start == 0 and end == len(text)
    if not whole and not triggers.within("divisions", text, start, end):
        return []
    if whole and end <= SHORT_TEXT:  # a name, not an article
        return _automaton()[0].find_matches_as_indexes(text)
    found, starts, ends = _all_names(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if (first and ends[first - 1] > start) or (last and ends[last - 1] > end):  # a name across the edge
        names = _automaton()[0].find_matches_as_indexes(text[start:end])
        return [(number, left + start, right + start) for number, left, right in names]
    return found[first:last]


@lru_cache(maxsize=8192)
def named_runs(text: str, start: int, end: int) -> tuple[Named, ...]:
    """Runs of adjacent names of divisions in `text[start:end]`, in order."""
    if not (matches := division_names(text, start, end)):
        return ()
    surfaces = _automaton()[1]
    runs: list[Named] = []
    followed = {left for _, left, _ in matches}
    for number, left, right in matches:
        surface, short = surfaces[number]
        adjacent = right in followed
        if text[right : right + 1] == "长" and surface[-1] in "市县区州镇" and not LONG.match(text, right):
            right -= 1  # 绍兴市长 is the 市长 of 绍兴
        touches = bool(runs) and runs[-1].end == left
        if touches and short and PART_OF_NAME.match(text, right):
            continue  # 甲市龙江路小学, 甲市大通湖区
        if right - left < 2 or (not touches and _is_conjunction(text, left, right)):
            continue
        if not touches and not _stands_alone(text, left, right, short and not adjacent):
            continue
        if touches:
            last = runs.pop()
            runs.append(Named(last.start, right, (*last.surfaces, surface), last.short and short))
        else:
            runs.append(Named(left, right, (surface,), short))
    return tuple(runs)


def _is_conjunction(text: str, start: int, end: int) -> bool:
    """Whether a name is a function word before a level word: 市长和县长, 应县委邀请."""
    if text[start:end] not in load("areas")["function_words"]:
        return False
    return bool(ITS_BODY.match(text, end)) or (start > 0 and "\u4e00" <= text[start - 1] <= "\u9fff")


def _stands_alone(text: str, start: int, end: int, short: bool) -> bool:
    """Whether a name begins where a word begins: 适应城市 does not name 应城市, 华北平原 does not name 平原县. A short
    form must end with a word as well."""
    if short and PART_OF_NAME.match(text, end):
        return False
    if text.endswith("中共", 0, start):
        return True  # the dictionary has 中共某省委 as one word
    if (start == 0 or text[start - 1] in MARKS) and (not short or text[end : end + 1] in MARKS):
        return True  # between marks a name is words of its own: nothing need be cut
    left = max(0, start - 4)
    begins = ends = False
    at = left
    for word in cut(text[left : end + 3]):
        begins = begins or at == start
        ends = ends or at + len(word) == end
        at += len(word)
    return begins and (ends or not short)


class AreaFinder:
    """Decides what area names mean in one article. `home` is the division the article is about (None: unknown),
    `city` the one that 市 means in it, `named` how often each division is named in full, `province` what 省 means where
    there is no home, `year` the article's, in which names mean what they meant then."""

    def __init__(
        self, home: Division | None, city: Division | None, named: Counter[str], gazetteer: Gazetteer | None = None,
        province: Division | None = None, year: int | None = None,
    ) -> None:  # fmt: skip
        self.gazetteer, self.year = gazetteer or load_gazetteer(), year
        self.named, self.province = named, province
        self.home, self.city = (each and self.gazetteer.in_year(each, each.name, year) for each in (home, city))
        self._resolved: dict[str, Division | None] = {}
        most = sorted(named, key=lambda code: (-named[code], code))
        context = [d for d in (self.home, self.city) if d is not None]
        self.context: tuple[Division, ...] = tuple(
            dict.fromkeys((*context, *(self.gazetteer.by_code(code) for code in most[:12])))
        )

    def resolve(self, surfaces: Sequence[str]) -> Division | None:
        """What a run of adjacent names means: the last one, within the ones before it."""
        found: Division | None = None
        for surface in surfaces:
            if found is None:
                found = self._resolve_first(surface)
                continue
            inner = self.gazetteer.resolve(surface, (found,))
            inner = inner and self.gazetteer.in_year(inner, surface, self.year)
            found = inner if inner is not None and self.gazetteer.within(inner, found) else self._resolve_first(surface)
        return found

    def _resolve_first(self, surface: str) -> Division | None:
        if surface not in self._resolved:
            division = self._look_up(surface)
            self._resolved[surface] = division and self.gazetteer.in_year(division, surface, self.year)
        return self._resolved[surface]

    def _look_up(self, surface: str) -> Division | None:
        division = self.gazetteer.resolve(surface, self.context)
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
        found = self._with_townships(text, start, end, found)
        for match in triggers.finditer("zones", zone_pattern, text, start, end):
            if any(m.start <= match.start() and match.end() <= m.end for m in found):
                continue  # 浦东新区 is a county
            if zone := self._zone(text, start, match, found):
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

    def _with_townships(self, text: str, start: int, end: int, found: list[AreaMention]) -> list[AreaMention]:
        """`found` with the townships of the table added: those of the county just named, else of the home area."""
        matches = list(triggers.finditer("townships", TOWNSHIP, text, start, end))
        if not matches:
            return found
        out = list(found)
        for match in matches:
            before = [m for m in found if m.end <= match.start() and m.area.code]
            adjacent = next((m for m in before if m.end >= match.start() - 6), None)
            circles = [self.gazetteer.by_code(m.area.code) for m in reversed(before) if m.area.code]
            circles += [d for d in (self.home, self.city) if d is not None]
            for length in (2, 3, 4, 1, 5, 6):
                left = match.start() - length
                if left < start:
                    continue
                name = text[left : match.end()]
                if not self.gazetteer.is_name(name):
                    continue
                township = next((t for c in circles if (t := self.gazetteer.township(name, c))), None)
                if township is None and length >= LONG_NAME and OF_TOWNSHIP.match(text, match.end()):
                    township = only(self.gazetteer.named(name))  # 曹杨新村街道党工委: one in the country
                if township is None:
                    continue
                if adjacent is not None and adjacent.end == left:
                    left = adjacent.start
                    out = [m for m in out if m is not adjacent]
                out = [m for m in out if m.end <= left or m.start >= match.end()]
                out.append(AreaMention(left, match.end(), text[left : match.end()], area_of(township)))
                break
        out.sort(key=lambda m: m.start)
        return out

    def _zone(self, text: str, start: int, match: re.Match[str], found: list[AreaMention]) -> AreaMention | None:
        """The zone whose name ends with `match`: 德州经开区, 山亭经济开发区, 临港新片区; a bare 高新区 is the
        home's."""
        outer = next((m for m in reversed(found) if m.area.level == "zone" and 0 <= match.start() - m.end <= 8), None)
        if outer is not None and _is_zone_core(text[outer.end : match.start()]):
            name = outer.area.name + text[outer.end : match.end()]
            return AreaMention(
                outer.start, match.end(), text[outer.start : match.end()], Area(name, "zone", None, outer.area.parent)
            )
        before = [m for m in found if m.end <= match.start() and m.area.level != "zone"]
        host = before[-1] if before else None
        if host is not None and match.start() - host.end <= 8 and _is_zone_core(text[host.end : match.start()]):
            left, parent = host.start, host.area.code
            own = text[host.start : match.end()]
            for above in ("省", "自治区"):  # 湖北省宜昌高新区 is named 宜昌高新区
                if above in own[:-4] and host.surface.find(above) > 0:
                    own = own[own.index(above) + len(above) :]
            return AreaMention(left, match.end(), text[left : match.end()], Area(own, "zone", None, parent))
        left = match.start()
        core = ""
        bound = max([start, *(m.end for m in found if m.end <= match.start())])
        while left > bound and match.start() - left < LONGEST_CORE + 2 and "\u4e00" <= text[left - 1] <= "\u9fff":
            left -= 1
        for word in reversed(cut(text[left : match.start()])):
            if not _is_zone_core(word) or _opens_a_phrase(word) or len(core) + len(word) > LONGEST_CORE:
                break
            core = word + core
        parent = self.city or self.home
        if not core and match[0] in load("areas")["zone_short"]:
            core = _unknown_name(text[left : match.start()])
        if match[0] == "示范区" and core.endswith("农业"):
            return None  # it is built: a project
        if not core:
            if match[0] not in load("areas")["zone_short"] or parent is None:
                return None
            name = self.gazetteer.short_forms(parent)[:1]
            return AreaMention(
                match.start(), match.end(), match[0],
                Area((name[0] if name else parent.name) + match[0], "zone", None, parent.code), relative=True,
            )  # fmt: skip
        if len(core) < 2:
            return None
        area = Area(core + match[0], "zone", None, parent.code if parent else None)
        return AreaMention(match.start() - len(core), match.end(), core + match[0], area)


def _unknown_name(words: str) -> str:
    """The two last characters of `words` where the dictionary has no word of either: 新站 before 高新区."""
    last = cut(words)[-2:]
    unknown = len(last) == 2 and all(len(word) == 1 and word not in FUNCTION_CHARACTERS for word in last)
    return "".join(last) if unknown and _is_zone_core("".join(last)) else ""


def _opens_a_phrase(word: str) -> bool:
    """Whether a word before a zone's name is the sentence's, not the name's: 放眼宝山高新区."""
    if word in ("发展", "创新", "合作", "示范", "开发", "一体化", "生态", "绿色"):
        return False
    return word in ("大小", "年") or (
        tag_of(word).startswith(("v", "p", "d", "r", "t", "m", "q")) and tag_of(word) != "vn"
    )


def _is_zone_core(words: str) -> bool:
    """Whether the characters between an area and a zone's ending can belong to the zone's name."""
    stops = load("bodies")["stop_words"]
    plain = load("areas")["not_in_zone_names"]
    return all("\u4e00" <= c <= "\u9fff" for c in words) and not any(
        word in stops or word in plain for word in cut(words)
    )
