"""Where a sentence says that a project lies."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.lexicons import alternation, load
from kg.mentions.area_names import area_of, named_runs
from kg.mentions.mention import Area, AreaMention, ProjectMention
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut
from kg.relations.same_project import key_of

LOCATIVE = re.compile(rf"(?:{alternation(load('projects')['locative_verbs'])})(?:于|在|了)?")
HELD_IN = re.compile(r"[^，。；]{0,8}?(?:启动|开工|开建|奠基|竣工|投产|投用|开通|签约|揭牌|落成|动工|建成)")
ROW = re.compile(r"[、和及与]|，?以及")
OF_ANOTHER = re.compile(r"(?:项目|工程)[\u4e00-\u9fff]{2,8}[和与]$")  # 在甲区建设铁路项目情况介绍和乙水库项目
THAT = re.compile(
    r"(?:据悉|据了解|据介绍|记者了解到|目前|而|其中|同时)*，?(?P<that>该|此|本|这[个一座条]|整个)?"
    r"(?:项目|工程|园区?|基地|工厂|电站|中心|产业园|机场|公园|水库|医院|学校|大桥|港区|小镇|景区|场馆|市场|枢纽|综合体)(?!经理|负责人|部|方)"
)
LIES_AT = re.compile(rf"(?:{alternation(load('projects')['locative_verbs'])})(?:于|在|了)?")
BUILT_AT = re.compile(r"[^，。；]{0,12}?(?:投资|建设|兴建|新建|建造|修建|动工|开工|奠基|实施|打造)")
ITS_OWN = re.compile(r"[，：“](?:该|此|本|整个)?(?:项目|工程)(?=位于|坐落|选址|地处|落户)|^项目(?=，)")
THAT_INVESTS = re.compile(r"(?:该|这家)?(?:公司|企业|项目)(?:计划|拟|将)?在(?=[\u4e00-\u9fff]{2,12}投资)")
STATION = re.compile(
    r"[东西南北]?站|段|机场|互通|收费站|枢纽|大桥|特大桥|服务区|至|—"
)  # 甲高铁乙站: names a station, not where another thing is
JUST_THERE = re.compile(
    r"(?:投资|租地|新|兴|合作|开工)*(?:建设|建立|兴建|新建|投建|设立|建造|打造|建起|建成|布局)了?(?:首个|首座|一[个座家条])?"
)
APPROVED = re.compile(r"[^，。；]{0,10}?(?:立项|批复|核准|备案|审批|批准)")  # 获甲地区发改委立项批复
KINDS_OF_COUNTY = ("矿区", "郊区", "城区")  # full names of counties, and ends of other words: 某盐湖矿区
SAID_APART = re.compile(r"[“\d]")
GIVES = re.compile(r"[^，。；、]{0,6}?(?:援建|援助|捐建|捐资|捐赠|出资|投资)的?")
NEAR = 45  # characters between an area and a project of one clause
RANK = {"village": 6, "township": 5, "zone": 4, "county": 3, "prefecture": 2, "province": 1, "country": 0}


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


def place_of_that(sentence: SentenceReading) -> Area | None:
    """Where a sentence says that the project of the one before lies: 该园位于某县某镇."""
    text, start, end = sentence.text, sentence.sentence.start, sentence.sentence.end
    if (match := THAT_INVESTS.match(text, start, end)) is not None:
        placed = [m for m in sentence.areas if 0 <= m.start - match.end() <= 8 and m.area.level != "country"]
        return placed[0].area if placed else None
    that = THAT.match(text, start, end)
    if that is None:
        return None
    lies = LIES_AT.search(text, that.end(), end)
    if lies is not None and (that["that"] or lies.start() - that.end() <= 4):
        placed = [m for m in sentence.areas if 0 <= m.start - lies.end() <= 8 and m.area.level != "country"]
        if len(placed) > 1 and text[placed[0].end : placed[1].start] in ("最南端", "最北端", "东部", "南部"):
            return placed[1].area
        if placed:
            return placed[0].area
    return next(
        (
            m.area for m in sentence.areas
            if that["that"] and m.start > that.end() and text[m.start - 1] == "在" and m.area.level != "country"
            and BUILT_AT.match(text, m.end, end)
        ),
        None,
    )  # fmt: skip


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
            if not re.search(r"[；。]|项目", ITS_OWN.sub("，", between)) and not any(
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
    for mention in outside:
        approves = mention.start >= project.end and text.endswith(("获", "经", "获得"), project.end, mention.start)
        if approves and mention.area.level in ("county", "prefecture") and APPROVED.match(text, mention.end):
            return 0.86, RANK[mention.area.level], mention.area
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
    if not inside and before is None and (own := _called_after(reading, project.name)) is not None:
        return 0.88, RANK["county"], own
    if (there := _just_there(text, project, outside)) is not None:
        return 0.92, RANK[there.level], there
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


def _called_after(reading: Reading, name: str) -> Area | None:
    """The county, elsewhere than the article's home, by whose short name a project's name begins, where no other
    division is called so and the name goes on with a quotation or a number: 乙州“风光储”示范项目."""
    first = next(iter(named_runs(name, 0, len(name))), None)
    if first is None or first.start or not first.short or not SAID_APART.match(name, first.end):
        return None
    gazetteer = reading.finder.gazetteer
    found = gazetteer.named(first.surfaces[-1])
    division = gazetteer.resolve(first.surfaces[-1]) if len(found) == 1 else None
    return area_of(division) if division is not None and division.level == "county" else None


def _just_there(text: str, project: ProjectMention, areas: Iterable[AreaMention]) -> Area | None:
    """The area, however large, that stands with 在 right before the verb of building: 在甲省建立乙基地."""
    for mention in areas:
        if mention.end <= project.start and not mention.relative and mention.area.level != "country":
            said = text.endswith("在", 0, mention.start) and JUST_THERE.fullmatch(text, mention.end, project.start)
            if said:
                return mention.area
    return None


def _names_place(text: str, project: ProjectMention, mention: AreaMention) -> bool:
    """Whether an area inside a project's name is the project's: not the owner's (山东云帆集团…), not part of a word."""
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
        and not _gives(text, m, start) and not ends_a_line(text, m) and not STATION.match(text, m.end, start)
        and not (m.surface in KINDS_OF_COUNTY and "\u4e00" <= text[m.start - 1] <= "\u9fff")
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
