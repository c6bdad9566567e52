"""The bodies of an area: its committee, government, congress, departments, and what else carries its name."""

from __future__ import annotations

import re

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.mentions.chunks import body_ends, department
from kg.mentions.mention import Area, Body
from kg.mentions.titles import Title

PARTY = re.compile(r"^(?:委|党委|区党委|党工委|工委|镇党委|乡党委|街道党工委)$")
GOVERNMENT = re.compile(r"^(?:人民)?政府(?:党组)?$")
CONGRESS = re.compile(r"^(?:人大常委会|人大|人民代表大会常务委员会|人民代表大会|政协|人民政协|议会)(?:党组|机关)?$")
DISCIPLINE = ("纪委", "监委", "纪委监委")
ZONE_OFFICE = re.compile(r"^(?:管委会|管理委员会|党工委|工委|街道办事处|办事处|街道办|执委会)$")
PARTY_UNITS = ("党委", "党工委", "工委", "党总支", "党支部", "支部", "总支")
OF_THE_AREA = (
    "委",
    "政府",
    "人民",
    "中级",
    "高级",
    "管委会",
)  # how the names of offices begin that carry the area's name
PARTY_BY_LEVEL = {"prefecture": "委", "county": "委", "township": "党委"}
VAGUE = re.compile(r"相关|有关|所属社区|所在地|涉事|事发")


def body_in_area(area: Area, rest: str, title: Title, words: str) -> Body | None:
    """The body called `rest` of an area (委, 人民政府, 科技局); None where `rest` names none. `words` is area and rest
    as written; `rest` is empty in 乐陵市市长 and 孟庄镇党委书记.

    >>> county = Area("甲县", "county", "371426", "371400")
    >>> body_in_area(county, "科技局", Title(5, 7, "", "", "局长", "chief"), "甲县科技局").name
    '科技局'
    """
    if len(rest) > 1 and rest[0] == area.name[-1] and rest[0] in "省市县区镇乡州旗盟":
        rest = rest[1:]  # 大同市市委
    if rest.startswith("地委") and area.name.endswith("地区"):
        rest = rest[1:]
    if rest.startswith("团") and rest.endswith("委") and len(rest) <= 3:
        return Body("团委", "party", area)
    if title.head == "行政长官":  # of 香港特区, which leads the region as a 市长 the city
        return Body("政府", "zone", area) if rest in ("", "特区", "特别行政区") and area.level == "province" else None
    if rest in ("", "党"):
        return _area_itself(area, title)
    if title.kind == "head_of_area" and not GOVERNMENT.match(rest):
        return None
    if PARTY.match(rest):
        return Body("委" if rest == "区党委" or (rest == "党委" and area.level == "province") else rest, "party", area)
    if GOVERNMENT.match(rest):
        return Body("人民政府", "government", area)
    if CONGRESS.match(rest) or rest in DISCIPLINE:
        return Body(rest.removesuffix("党组").removesuffix("机关"), "congress", area)
    if ZONE_OFFICE.match(rest):
        return Body(rest, "zone", area)
    kind = body_ends(rest)
    if kind == "company" or (not kind and title.kind == "company"):
        return Body(words, "company", None)
    if not kind or VAGUE.search(rest) or rest in load("bodies")["no_bodies"]:
        return None
    if not department().match(rest) and not rest.startswith(OF_THE_AREA):
        return Body(words, "other", area)  # 上海交通大学: the area is part of the name
    return Body(rest, "office", _of_bureau(rest, area))


def _of_bureau(rest: str, area: Area) -> Area:
    """The area of an office: a 厅 is a province's, whatever city the article is about."""
    if not rest.endswith("厅") or rest.endswith("办公厅") or area.level == "province" or area.code is None:
        return area
    gazetteer = load_gazetteer()
    province = gazetteer.ancestors(gazetteer.by_code(area.code))[-1]
    return Area(province.name, province.level, province.code, province.parent)


def _area_itself(area: Area, title: Title) -> Body | None:
    """The body of a title right behind an area's name."""
    if title.kind == "head_of_area" or assists_head(title):
        return Body("人民政府", "government", area) if fits(title.head, area) else None
    if title.head == "议长":
        return Body("议会", "congress", area)
    if title.kind == "member" and area.level == "township" and not title.unit:
        return Body("党工委" if area.name.endswith("街道") else "党委", "party", area)  # 甲镇宣传委员
    if title.kind == "leader" or (title.head == "主席" and area.name.endswith("自治区")):
        return Body("人民政府", "government", area)
    if title.unit in PARTY_UNITS:
        return Body(title.unit, "party", area)
    if title.unit in ("纪委", "纪工委"):
        return Body(title.unit, "congress", area)
    if title.head == "书记" and not title.unit and area.level in PARTY_BY_LEVEL:
        return Body(PARTY_BY_LEVEL[area.level], "party", area)  # 甲区副书记
    if area.level == "zone":
        return Body("管委会", "zone", area)
    return Body("人民政府", "government", area) if title.kind == "rank" else None


def assists_head(title: Title) -> bool:
    """Whether the title is that of an assistant to the head of an area: 县长助理."""
    return title.head.endswith("助理") and title.head.removesuffix("助理") in load("posts")["heads_of_area"]


def fits(head: str, area: Area) -> bool:
    """Whether an area can have this head of government: a 市长 leads a 市, and a zone may have any.

    >>> fits("市长", Area("甲县", "county", None, None)), fits("县长", Area("甲县", "county", None, None))
    (False, True)
    """
    level = head[0]
    if level in "省自":
        return area.level == "province"
    return area.name.endswith(level) or area.level == "zone"
