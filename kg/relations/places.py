"""Which project is meant and where it is: what hosts, invests and builds share.

A project has one reference in an article however often it is named: the fullest of its names, and the most specific
area that any of its sentences gives it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from kg.lexicons import alternation, load
from kg.mentions.area_names import area_of, named_runs
from kg.mentions.mention import Area, AreaMention, ProjectMention
from kg.mentions.project_names import has_proper_name
from kg.mentions.project_words import head_pattern
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut
from kg.relations.claim import Project
from kg.relations.lines import ends_said

LOCATIVE = re.compile(rf"(?:{alternation(load('projects')['locative_verbs'])})(?:于|在|了)?")
SUFFIX = re.compile(r"(?:产业化)?(?:建设|工程|项目)+$")
OWNER = re.compile(r"[\u4e00-\u9fff]{2,16}?(?:有限责任公司|有限公司|公司|集团)(?!公司)")
PARK = re.compile(r"(?:产业园区|产业园|工业园区?|科技园区?|物流园区?|产业城|示范园区?|创业园)$")
HELD_IN = re.compile(r"[^，。；]{0,8}?(?:启动|开工|开建|奠基|竣工|投产|投用|开通|签约|揭牌|落成|动工|建成)")
ROW = re.compile(r"[、和及与]|，?以及")
OF_ANOTHER = re.compile(r"(?:项目|工程)[\u4e00-\u9fff]{2,8}[和与]$")  # 在甲区建设铁路项目情况介绍和乙水库项目
THAT_LIES = re.compile(
    rf"(?:据悉，|据了解，|据介绍，)?(?:该|此|本|这[个一])?(?:项目|工程|园区?|基地|工厂|电站|中心|产业园|机场|公园|水库|医院|学校|大桥|港区|小镇|景区)"
    rf"[^，。；]{{0,4}}?(?:{alternation(load('projects')['locative_verbs'])})(?:于|在|了)?"
)
THAT_INVESTS = re.compile(r"(?:该|这家)?(?:公司|企业|项目)(?:计划|拟|将)?在(?=[\u4e00-\u9fff]{2,12}投资)")
LINE_KINDS = "高速公路|高速铁路|城际铁路|高速|高铁|铁路|公路|城际|快速路"
FULL_LINE = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{2,5}}?)[至到—\-](?P<other>[\u4e00-\u9fff]{{2,5}}?)(?P<kind>{LINE_KINDS})"
)
SHORT_LINE = re.compile(rf"(?P<one>[\u4e00-\u9fff])(?P<other>[\u4e00-\u9fff])(?P<kind>{LINE_KINDS})")
GIVES = re.compile(r"[^，。；、]{0,6}?(?:援建|援助|捐建|捐资|捐赠|出资|投资)的?")
PHASE = re.compile(r"[一二三四五六七八九十\d]+期")
ALIKE = 0.86  # of difflib; below it 甲乙一厂 and 甲乙二厂 would be one
SHORTEST_ALIKE = 8
MOST_COMPARED = 300  # names of projects in one article, 15 at most of 643 articles; more are a list, not spellings
LINE_END = 0.85  # how sure the end of a line is where no other place is said
NEAR = 45  # characters between an area and a project of one clause
RANK = {"village": 6, "township": 5, "zone": 4, "county": 3, "prefecture": 2, "province": 1, "country": 0}


@dataclass
class _Known:
    """What an article says of one project while it is read."""

    names: list[str] = field(default_factory=list)
    areas: list[tuple[float, int, Area]] = field(default_factory=list)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The part of a project's name that must agree: without brackets, quotation marks and 项目.

    >>> key_of("益海（周口）食品产业园项目") == key_of("益海食品产业园")
    True
    """
    bare = re.sub(r"[“”‘’\s]", "", re.sub(r"[（(][^（）()]*[）)]", "", name))
    bare = SUFFIX.sub("", bare) or bare
    owner = OWNER.match(bare)
    return bare[owner.end() :] if owner and len(bare) - owner.end() >= 5 else bare


class ProjectIndex:
    """The projects of one article, and which one each mention means."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[str, _Known] = defaultdict(_Known)
        self._key: dict[str, str] = {}
        self._refs: dict[str, Project] = {}
        self._sure: dict[str, float] = {}
        self.ends: dict[str, tuple[Area, ...]] = {}
        keys = {key_of(p.name) for s in reading.having["projects"] for p in s.projects}
        fuller = fuller_names(keys)
        for short in sorted(keys, key=len):
            longer = fuller.get(short, ())
            longest = max(longer, key=lambda k: (len(k), k), default=short)
            one = all(k == longest or _same(longest, k) or _alike(longest, k) for k in longer)
            self._key[short] = longest if one else short
        self._key |= _abbreviated(reading, keys)
        last: ProjectMention | None = None
        for sentence in reading.sentences if keys else ():
            for mention in sentence.projects or ((last,) if last is not None else ()):
                if ends := ends_said(sentence, mention):
                    self.ends.setdefault(self._canonical(mention.name), ends)
            if last is not None and not sentence.projects and (area := _place_of_that(sentence)) is not None:
                self._known[self._canonical(last.name)].areas.append((0.96, RANK[area.level], area))
            for mention in sentence.projects:
                known = self._known[self._canonical(mention.name)]
                known.names.append(mention.name)
                if (place := place_of(reading, sentence, mention)) is not None:
                    known.areas.append(place)
                last = mention

    def _canonical(self, name: str) -> str:
        key = key_of(name)
        for _ in range(4):
            longer = self._key.get(key, key)
            if longer == key:
                break
            key = longer
        return key

    def ref(self, name: str) -> Project:
        """The reference of the project that `name` means in this article."""
        canonical = self._canonical(name)
        if canonical not in self._refs:
            known = self._known[canonical]
            counts = Counter(known.names or [name])
            label = max(counts, key=lambda n: (counts[n] if n.endswith(("项目", "工程")) else 0, len(n), n))
            area = max(known.areas, key=lambda a: (a[0], a[1], a[2].name))[2] if known.areas else None
            area = area or next(iter(self.ends.get(canonical, ())), None)
            self._refs[canonical] = Project(label, area, bool(PARK.search(label)))
        return self._refs[canonical]

    def ends_of(self, name: str) -> tuple[Area, ...]:
        """The two areas that the article says a line of this name begins and ends in; () where it does not."""
        return self.ends.get(self._canonical(name), ())

    def confidence(self, name: str) -> float:
        """How sure the place of the project is."""
        canonical = self._canonical(name)
        if canonical not in self._sure:  # kept: a project that is named a thousand times is asked a thousand times
            self._sure[canonical] = max(
                (place[0] for place in self._known[canonical].areas),
                default=LINE_END if canonical in self.ends else 0.0,
            )
        return self._sure[canonical]


@lru_cache(maxsize=1)
def index_of(reading: Reading) -> ProjectIndex:
    """The projects of an article, made once for all extractors that ask."""
    return ProjectIndex(reading)


def fuller_names(keys: Collection[str]) -> dict[str, set[str]]:
    """Each of `keys` (of at least four characters) that others are a fuller name of → those others.

    >>> fuller_names({"甲乙新材料产业园", "丙公司甲乙新材料产业园", "丁大桥"})
    {'甲乙新材料产业园': {'丙公司甲乙新材料产业园'}}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for longer in keys:  # by its beginnings and endings, not each with each: a list may name thousands
        for at in range(1, len(longer)):
            for short in (longer[:at], longer[at:]):
                if len(short) >= 4 and short in keys and _same(longer, short):
                    found[short].add(longer)
    if len(keys) <= MOST_COMPARED:
        for short in keys:
            if len(short) >= SHORTEST_ALIKE:
                found[short].update(longer for longer in keys if longer != short and _alike(longer, short))
    return {short: longer for short, longer in found.items() if longer}


def _abbreviated(reading: Reading, keys: Collection[str]) -> dict[str, str]:
    """Each key that is short for one other → that one: 甲乙高速 for 甲州至乙安高速公路, and 丙丁, of 丙丁项目, for
    丙丁某某研发基地."""
    bare = {
        key_of(p.name)
        for s in reading.sentences
        for p in s.projects
        if p.head == "项目" and has_proper_name(key_of(p.name)) and not head_pattern().search(key_of(p.name))
    }
    found: dict[str, str] = {}
    for short in sorted(keys) if len(keys) <= MOST_COMPARED else ():
        if named_runs(short, 0, len(short)):
            continue
        longer = {
            key
            for key in keys
            if key != short and (_is_line_of(key, short) or (short in bare and key.startswith(short)))
        }
        if len(longer) == 1:
            found[short] = longer.pop()
    return found


def _is_line_of(longer: str, short: str) -> bool:
    """Whether a line's short name is that of a full one.

    >>> _is_line_of("丙州至丁安高速公路", "丙丁高速"), _is_line_of("丙州至丁安高速公路", "丙戊高速")
    (True, False)
    """
    full, brief = FULL_LINE.search(longer), SHORT_LINE.fullmatch(short)
    return bool(
        full and brief and brief["one"] in full["one"] and brief["other"] in full["other"]
        and brief["kind"][0] == full["kind"][0]
    )  # fmt: skip


def _place_of_that(sentence: SentenceReading) -> Area | None:
    """Where a sentence says that the project of the one before lies: 该园位于某县某镇."""
    text, start, end = sentence.text, sentence.sentence.start, sentence.sentence.end
    match = THAT_LIES.match(text, start, end) or THAT_INVESTS.match(text, start, end)
    if match is None:
        return None
    placed = [m for m in sentence.areas if 0 <= m.start - match.end() <= 8 and m.area.level != "country"]
    if len(placed) > 1 and sentence.text[placed[0].end : placed[1].start] in ("最南端", "最北端", "东部", "南部"):
        return placed[1].area
    return placed[0].area if placed else None


def _same(longer: str, short: str) -> bool:
    """Whether a longer name only adds a company or an area before the shorter one, or words behind a line's name."""
    if longer.startswith(short) and "—" in short:
        return True
    return longer.endswith(short) and not PHASE.search(longer[: -len(short)])


def _alike(longer: str, short: str) -> bool:
    """Whether two names differ in a few characters only (年产11万吨级 and 年产11万吨), and not in a number or a
    phase."""
    if len(short) < SHORTEST_ALIKE or len(longer) < len(short):
        return False
    if 2 * len(short) < ALIKE * (len(short) + len(longer)) or re.findall(r"\d+", longer) != re.findall(r"\d+", short):
        return False
    if PHASE.findall(longer) != PHASE.findall(short):
        return False
    matcher = SequenceMatcher(None, longer, short, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE  # the first is never below the second


def place_of(reading: Reading, sentence: SentenceReading, project: ProjectMention) -> tuple[float, int, Area] | None:
    """(how sure, how specific, area) that a sentence gives a project, else the article's home; None where nothing
    does. A zone that is itself the project lies in the area around it."""
    found = _place_of(reading, sentence, project)
    if found is None or found[2].level != "zone":
        return found
    if not key_of(project.name).endswith(found[2].name) and not _is_built(reading, found[2]):
        return found
    parent = found[2].parent
    home = reading.home.division
    division = reading.finder.gazetteer.by_code(parent) if parent else home
    if division is not None and home is not None and reading.finder.gazetteer.within(home, division):
        division = home
    return (found[0] - 0.06, RANK[division.level], area_of(division)) if division is not None else None


def _is_built(reading: Reading, zone: Area) -> bool:
    """Whether an article speaks of a resort as of a project: 甲度假区项目, 甲度假区建设."""
    text = reading.article.text
    return zone.name.endswith("度假区") and any(zone.name + word in text for word in ("项目", "建设", "工地"))


def _place_of(reading: Reading, sentence: SentenceReading, project: ProjectMention) -> tuple[float, int, Area] | None:
    text, areas = sentence.text, sentence.areas
    others = [p for p in sentence.projects if p is not project]
    outside = [
        m for m in areas if (m.end <= project.start or m.start >= project.end)
        and not any(p.start <= m.start and m.end <= p.end for p in others)
    ]  # fmt: skip
    inside = [
        m for m in areas if project.start < m.end <= project.end
        and _names_place(text, project, m)
    ]  # fmt: skip
    for match in LOCATIVE.finditer(text, sentence.sentence.start, sentence.sentence.end):
        placed = [m for m in outside if 0 <= m.start - match.end() <= 2 and m.area.level != "country"]
        if placed and (match.start() >= project.end or project.start >= placed[-1].end):
            between = text[min(project.end, match.start()) : max(project.end, match.start())]
            if text[: match.start()].endswith("分别"):
                row = [p for p in sentence.projects if p.end <= match.start()]
                places = [m for m in outside if m.start >= match.end()]
                if project in row and len(row) == len(places):
                    chosen = places[row.index(project)]
                    return 0.95, RANK[chosen.area.level], chosen.area
                continue
            if not re.search(r"[；。]|项目", between) and not any(
                min(project.end, match.start()) <= p.start < max(project.start, match.start()) for p in others
            ):
                return 0.96, RANK[placed[0].area.level], placed[0].area
    for mention in outside:
        if (
            mention.start >= project.end
            and HELD_IN.match(text, mention.end)
            and text[mention.start - 1] == "在"
            and mention.start - project.end <= 12
        ):
            return 0.9, RANK[mention.area.level], mention.area
    named = [m for m in inside if m.area.level in ("county", "zone", "township", "village")]
    before = _nearest(text, _row_start(text, project, others), outside)
    if (
        named
        and before is not None
        and named[0].start <= project.start
        and not covers(reading, named[0].area, before.area)
        and RANK[named[0].area.level] >= RANK[before.area.level]
    ):
        return 0.92, RANK[named[0].area.level], named[0].area  # 甲县乙园、丙县丁园: each says its own
    home = reading.home.division
    if reading.zone is not None and (before is None or RANK[before.area.level] < 3) and not named:
        return 0.84, RANK["zone"], reading.zone
    if before is not None and RANK[before.area.level] >= 3:
        return 0.92, RANK[before.area.level], before.area
    if named:
        return 0.9, RANK[named[0].area.level], named[0].area
    topic = reading.topic(sentence.sentence)
    if (
        topic is not None
        and before is None
        and not inside
        and home is not None
        and home.level in ("prefecture", "province")
    ):
        parent = topic.code or topic.parent
        if parent is not None and reading.finder.gazetteer.within(reading.finder.gazetteer.by_code(parent), home):
            return 0.86, RANK[topic.level], topic
    inner = [m for m in inside if m.area.level in ("prefecture", "province")]
    bracketed = [m for m in inner if text[m.start - 1] in "（(" and m.area.level == "prefecture"]
    if bracketed and (home is None or not covers(reading, bracketed[0].area, area_of(home))):
        return 0.86, RANK["prefecture"], bracketed[0].area  # 丙省（乙市）甲产业园
    if home is not None and (before is None or covers(reading, before.area, area_of(home))):
        if inner and (home.level == "province" or not covers(reading, inner[-1].area, area_of(home))):
            return 0.85, RANK[inner[-1].area.level], inner[-1].area
        if home.level == "province" and reading.home.named[home.code] < 2 and before is None:
            return None  # a province named in passing
        return 0.82, RANK[home.level], area_of(home)
    if before is not None and before.area.level != "country":
        return 0.84, RANK[before.area.level], before.area
    if inside and inside[0].area.level != "country":
        return 0.8, RANK[inside[0].area.level], inside[0].area
    return None


def _names_place(text: str, project: ProjectMention, mention: AreaMention) -> bool:
    """Whether an area inside a project's name is the project's: not the owner's (山东钢铁集团…), not part of a word."""
    if re.match(r"[\u4e00-\u9fff]{0,6}?(?:集团|公司)", text[mention.end : project.end]):
        return False
    if (
        mention.start <= project.start
        or text[mention.start - 1] in "（(—至"
        or text[mention.end : mention.end + 1] == "—"
    ):
        return True
    before = cut(text[project.start : mention.start])
    return len(before[-1]) > 1 or len(mention.surface) > 2


def _row_start(text: str, project: ProjectMention, others: Iterable[ProjectMention]) -> int:
    """Where the row of names begins that a project stands in: what is said before it is said of all."""
    start = project.start
    for other in sorted(others, key=lambda p: -p.start):
        if other.end <= start and ROW.fullmatch(text, other.end, start):
            start = other.start
    return start


def _nearest(text: str, start: int, areas: Iterable[AreaMention]) -> AreaMention | None:
    """The last area before `start` in its clause, or in the sentence if near."""
    found = [
        m for m in areas if m.end <= start and start - m.end <= NEAR and m.area.level != "country"
        and not _gives(text, m, start) and not ends_a_line(text, m)
    ]  # fmt: skip
    if not found:
        return None
    last = next((m for m in reversed(found) if RANK[m.area.level] >= 3 and start - m.end <= NEAR), found[-1])
    between = text[last.end : start]
    if OF_ANOTHER.search(between):
        return None
    if (
        re.match(r"(?:委|政府|市委|县委|区委|人大|政协|[\u4e00-\u9fff]{0,8}(?:局|集团|公司|银行|大学))", between)
        and last.relative is False
    ):
        return last if last.area.level in ("county", "zone", "township") else None
    if re.search(r"(?:来自|赴|前往|从)$", text[: last.start][-3:]):
        return None
    return last


def _gives(text: str, mention: AreaMention, before: int) -> bool:
    """Whether an area pays for the project and does not hold it: 甲市援建的乙县某小学."""
    return not text.endswith(("在", "于"), 0, mention.start) and bool(GIVES.match(text, mention.end, before))


def ends_a_line(text: str, mention: AreaMention) -> bool:
    """Whether an area is said as an end of a line (乙县至丁县, 丙地到丁县), not as a place."""
    return text.startswith(("至", "—"), mention.end) or text.endswith(("至", "—"), 0, mention.start)


def covers(reading: Reading, outer: Area, inner: Area) -> bool:
    """Whether one division lies in the other, or is it."""
    gazetteer = reading.finder.gazetteer
    if outer.code is None or inner.code is None:
        return False
    return gazetteer.within(gazetteer.by_code(inner.code), gazetteer.by_code(outer.code))
