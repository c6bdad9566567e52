"""Bodies of an area that the words before a title name (甲县科技局), or point at by a level word (县委), or that
their head tells."""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.area_bodies import PARTY, ZONE_OFFICE, body_in_area
from kg.mentions.area_names import area_of
from kg.mentions.chunks import LEVEL, body_ends, department
from kg.mentions.free_bodies import attached_body
from kg.mentions.mention import Area, Body
from kg.mentions.post_case import REFUSED, Answer, Case

SCENIC = ("景区", "园区", "林场", "农场", "度假区", "保护区")
LONGEST_TOWNSHIP = 12  # characters: 江苏省南京市玄武区梅园新村 before 街道
LONGEST_SHORT = 4  # characters: 呼和浩特
OWN_ZONE = re.compile(r"^([\u4e00-\u9fff]{4,16}(?:园|园区|区|港|城))(管委会|管理委员会|党工委)$")


def leaders(case: Case) -> Answer:
    """甲县领导, of which 县 is the area's as well as the title's; 某地区领导人."""
    if case.title.head == "地区领导人":
        return Body(case.words + "地区", "other", None) if case.words in load("areas")["regions"] else REFUSED
    if case.title.kind != "leader":
        return None
    named = next(
        (m.area for m in case.areas if m.start == case.chunk.start and m.start < case.title.start < m.end), None
    )
    return Body("人民政府", "government", named) if named is not None else None


def short_area(case: Case) -> Answer:
    """舒兰常务副市长: a county that the article names in short alone is told by the level in the title."""
    if case.title.kind != "head_of_area" or case.inside or not 2 <= len(case.words) <= LONGEST_SHORT:
        return None
    level = case.title.head[0]
    division = case.finder.resolve((case.words + level,)) if level in "市县" else None
    if division is None or division.level == "township":
        return None
    area = area_of(division)
    return Body("人民政府", "government", area)


def garrison(case: Case) -> Answer:
    """军分区政委 behind 市委常委, in an article about the city: the city's."""
    level = load("bodies")["garrisons"].get(case.words)  # type: ignore[attr-defined]
    if level is None:
        return None
    base = case.base
    area = base.area if base is not None else None
    area = area or case.finder.relative(level, case.before[:3])
    return Body(case.words, "office", area) if area is not None else REFUSED


def speaker(case: Case) -> Answer:
    """议长 of an area's council; of another one only behind a post in it."""
    if case.title.head != "议长" or case.inside or LEVEL.match(case.words):
        return None
    base = case.base
    return base if not case.words and base is not None and base.kind == "congress" else REFUSED


def standing(case: Case) -> Answer:
    """常委会副主任 behind a post in the same congress."""
    base = case.base
    return base if case.words == "常委会" and base is not None and base.kind == "congress" else None


def contracted(case: Case) -> Answer:
    """区委宣传部长, 市公安局长: the head's first character ends the body's name."""
    title, words = case.title, case.words
    contracted = title.head == "部长" and not title.unit and words.endswith(load("bodies")["departments_of_committees"])
    contracted = contracted or (
        title.head in ("局长", "厅长") and not body_ends(words) and bool(department().search(words + title.head[0]))
    )
    if title.head == "分局长" and not body_ends(words):
        words, contracted = words + "分", True
    if not contracted:
        return None
    if case.inside and case.inside[0].start == case.chunk.start:
        whole = words + title.head[-2]
        rest = whole[case.inside[0].end - case.chunk.start :]
        return body_in_area(case.inside[0].area, rest, title, whole) or REFUSED
    if level := LEVEL.match(words):
        area = case.area(_key(level[0]))
        return body_in_area(area, words[level.end() :] + title.head[-2], title, words) or REFUSED if area else REFUSED
    return attached_body(case, words + title.head[-2])


def with_area(case: Case) -> Answer:
    """A name that holds an area: 德州市科技局, 中共甲县委, 民进太原市委会, 人保财险枣庄市分公司."""
    if not case.inside:
        return None
    first = case.inside[0]
    if case.title.kind == "company" and first.start == case.chunk.start and first.end == case.chunk.end:
        base = case.base
        if base is not None and base.kind == "company":
            return base  # 某公司副总裁甲和辽宁总经理乙
    rest = case.text[first.end : case.chunk.end]
    if first.start == case.chunk.start and "公司" not in case.words:
        return body_in_area(first.area, rest, case.title, case.words) or REFUSED
    if body_ends(case.words) == "company" or "公司" in case.words:
        return Body(case.words, "company", None)
    prefix = case.text[case.chunk.start : first.start]
    if prefix.endswith("驻"):
        return _stationed(case, prefix)
    if prefix in ("共青团", "团") and PARTY.match(rest.lstrip("省市县区旗州")):
        return Body("团委", "party", first.area)  # 共青团甲市委, 团甲市委
    if prefix in load("bodies")["prefixes"] and prefix not in ("中共", "中国共产党"):
        return Body(case.words, "other", None)
    if body_ends(prefix) != "company":
        return body_in_area(first.area, rest, case.title, case.words) or REFUSED
    return None


def _stationed(case: Case, prefix: str) -> Answer:
    """市政府驻某市办事处: an office of the one who sends it, not of where it is."""
    if not body_ends(case.words):
        return REFUSED
    level = LEVEL.match(prefix)
    if level is None:
        return Body(case.words, "other", None)
    area = case.area(_key(level[0]))
    return Body(area.name + case.words[level.end() :], "other", area) if area is not None else REFUSED


def with_level(case: Case) -> Answer:
    """市科技局, 县委: the level word points at an area."""
    level = LEVEL.match(case.words)
    if level is None or department().match(case.words) or case.words.startswith(load("bodies")["not_a_level"]):
        return None
    area = case.area(_key(level[0])) or _township_spoken_of(case, level[0])
    if area is None:
        return REFUSED
    rest = case.words[level.end() :]
    return body_in_area(area, rest, case.title, area.name + rest) or REFUSED


def _township_spoken_of(case: Case, level: str) -> Area | None:
    """The one township of its level that the article names before: 街道党工委书记 behind 某街道."""
    if level not in load("areas")["township_levels"]:
        return None
    found: set[Area] = set()
    at = case.text.find(level, 0, case.chunk.start)
    while at >= 0:
        near = case.finder.mentions(case.text, max(0, at - LONGEST_TOWNSHIP), at + len(level))
        found.update(m.area for m in near if m.area.level == "township" and m.end == at + len(level))
        at = case.text.find(level, at + 1, case.chunk.start)
    return found.pop() if len(found) == 1 else None


def governing(case: Case) -> Answer:
    """政府党组副书记 behind a post in an area, 办公室主任 behind one in its committee: that area's."""
    base = case.previous
    if base is None or base.area is None:
        return None
    if case.words in ("政府", "人民政府") and case.title.unit == "党组" and base.kind in ("party", "government"):
        return Body("人民政府", "government", base.area)
    if case.words in ("办公室", "办公厅") and case.title.head == "主任" and base.kind == "party" and base.name == "委":
        return Body("委" + case.words, "office", base.area)
    return None


def zone_office(case: Case) -> Answer:
    """管委会 of the zone before, and zones with a name of their own (某产业转移园管委会)."""
    if ZONE_OFFICE.match(case.words):
        previous = case.previous
        if previous is not None and previous.area is None and previous.name.endswith(SCENIC):
            return Body(previous.name + case.words, "other", None)  # 某景区党工委副书记、管委会主任
        area = case.base.area if case.base is not None else None
        area = area or next((m.area for m in case.before if m.area.level in ("zone", "township")), None)
        return Body(case.words, "zone", area) if area is not None else REFUSED
    if (zone := OWN_ZONE.match(case.words)) and not department().match(case.words):
        parent = case.finder.home.code if case.finder.home else None
        return Body(zone[2], "zone", Area(zone[1], "zone", None, parent))
    return None


def _key(level: str) -> str:
    return {"自治区": "省", "街道": "道"}.get(level, level)
