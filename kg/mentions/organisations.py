"""The body that a post is in: what the words before its title mean.

Before a title stand an area, a level word that points at one (市, 县), a body, or nothing, where the post before it in
the same row tells. `READERS` are asked in order; each reads one way of writing, says that the words name no body
(REFUSED), or passes (None).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property

from kg.lexicons import load
from kg.mentions.area_bodies import VAGUE, ZONE_OFFICE, body_in_area
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import LEVEL, Chunk, body_ends, department
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.subjects import company_before, subject_body
from kg.mentions.titles import Title
from kg.mentions.words import cut, tag_of

OTHER_NAME = re.compile(r"[（(]([^（）()]{2,16})[）)]$")  # 甲局（乙局）局长: one body with two names
MISSION = re.compile(r"^(?P<who>[\u4e00-\u9fff]{0,8}?)驻(?P<where>[\u4e00-\u9fff]{1,8})$")
VILLAGE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,16}?(?:村|社区))(?P<office>村民委员会|居民委员会|村委会|居委会)?村?$"
)
VILLAGE_UNITS = ("党支部", "党总支", "支部", "总支", "党委")
HOUSES = {"大使": "大使馆", "公使": "大使馆", "参赞": "大使馆", "总领事": "总领事馆", "副总领事": "总领事馆"}
LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
SMALL_PARTY = re.compile(r"^(民建|民盟|民革|民进|农工党|致公党|九三学社|台盟)(省|市|县|区)委会?$")
OWN_ZONE = re.compile(r"^([\u4e00-\u9fff]{4,16}(?:园|园区|区|港|城))(管委会|管理委员会|党工委)$")
SHOP = re.compile(r"^(.{3,20}(?:店|超市|商场|公司|集团|银行|合作社|工厂))[\u4e00-\u9fff]{1,8}$")
DISCIPLINE_UNITS = ("纪委", "纪工委")
NOT_A_LEVEL = ("市场", "乡村", "区域", "县域", "镇江")
STATE_REACH = 60  # characters before a bare 副总理 in which a country makes it that country's
SHORTEST_MINISTRY = 3  # 科技部, 教育部
BOARDS = ("董事局", "董事会", "监事会")
GARRISONS = {"军分区": "市", "人武部": "县", "人民武装部": "县", "警备区": "市"}
NATIONWIDE = ("中国", "全国", "国家", "中央", "世界", "联合国")
CONGRESS_STARTS = ("人大", "政协", "纪委", "监委")
ONE_WORD = ("厅", "局", "委", "部", "院", "校", "行", "办")  # 厅党组书记: the body that the article speaks of
COMMITTEE_HEADS = ("宣传", "组织", "统战")  # 区委宣传部长


class Refusal(Enum):
    REFUSED = "the words name no body"


REFUSED = Refusal.REFUSED


@dataclass(frozen=True)
class Case:
    """One title with its chunk, and what the readers may look at. `previous` is the body of the post before it in the
    same chain (县委副书记、县长), `row` that of the person before it in the same row (副主任张某、秘书长李某)."""

    text: str
    chunk: Chunk
    title: Title
    areas: Sequence[AreaMention]
    finder: AreaFinder
    previous: Body | None
    row: Body | None

    @cached_property
    def words(self) -> str:
        return self.text[self.chunk.start : self.chunk.end]

    @cached_property
    def inside(self) -> list[AreaMention]:
        return [m for m in self.areas if m.start >= self.chunk.start and m.end <= self.chunk.end]

    @cached_property
    def before(self) -> list[AreaMention]:
        """The areas named before the chunk, the nearest first."""
        return [m for m in reversed(self.areas) if m.end <= self.chunk.start]

    @property
    def base(self) -> Body | None:
        return self.previous or self.row

    def area(self, level: str) -> Area | None:
        """What a level word means here: the area of the post before, else the one that the sentence or article
        gives."""
        return area_of_body(self.previous, level, self.finder) or self.finder.relative(level, self.before[:3])

    def subject(self, title: Title) -> Body | None:
        """The body that the text before speaks of, if `title` fits it."""

        def read_name(chunk: Chunk, plain: Title) -> Body | None:
            near = self.finder.mentions(self.text, chunk.start, chunk.end)
            return read_body(self.text, chunk, plain, near, self.finder, None, None)

        return subject_body(self.text, self.chunk.start, title, read_name)


Answer = Body | Refusal | None
Reader = Callable[[Case], Answer]


def read_body(
    text: str, chunk: Chunk, title: Title, areas: Sequence[AreaMention], finder: AreaFinder, previous: Body | None,
    row: Body | None,
) -> Body | None:  # fmt: skip
    """The body of the post with `title`, whose own words are `chunk`; None where the text does not tell."""
    if (other := OTHER_NAME.search(text[chunk.start : chunk.end])) and body_ends(other[1]):
        chunk = replace(chunk, end=chunk.start + other.start())
    case = Case(text, chunk, title, areas, finder, previous, row)
    for reader in READERS:
        answer = reader(case)
        if answer is not None:
            return answer if isinstance(answer, Body) else None
    return None


def _vague(case: Case) -> Answer:
    """相关部门负责人, and what a bracket cut off."""
    expert = case.title.kind == "other" and case.words.endswith("部门")  # 水利部门专家: of no body by name
    return REFUSED if case.words[:1] in ("）", ")", "”") or VAGUE.search(case.words) or expert else None


def _section_of_company(case: Case) -> Answer:
    """某量贩店生鲜采购经理: the shop, not its section."""
    if case.title.kind == "company" and not body_ends(case.words) and (shop := SHOP.match(case.words)):
        return Body(shop[1], "company", None)
    return None


def _state_council(case: Case) -> Answer:
    head = case.title.head
    if head in ("国家主席", "国家副主席") or (
        head in ("主席", "副主席") and case.words in ("国家", "中国国家", "中华人民共和国")
    ):
        return Body("中华人民共和国", "other", None)
    if head == "国务委员" or (head in ("总理", "副总理") and case.words in ("", "国务院")):
        return Body("国务院", "other", None)
    return None


def _foreign_state(case: Case) -> Answer:
    """马来西亚总理; 副总理 behind a post in the same country's state."""
    lexicon = load("countries")
    if case.title.head not in lexicon["state_heads"]:
        return None
    if case.words.removesuffix("政府") in lexicon["countries"]:
        return Body(case.words.removesuffix("政府") + "政府", "other", None)
    if case.words in ("", "政府"):
        before = case.text[max(0, case.chunk.start - STATE_REACH) : case.chunk.start]
        if case.previous is not None and case.previous.name.removesuffix("政府") in lexicon["countries"]:
            return case.previous
        if any(country in before for country in lexicon["countries"]):
            return REFUSED  # 新加坡…副总理: of which state is not said, surely not of China's
    return None


def _board(case: Case) -> Answer:
    """董事局副主席 behind a post in a company: that company's."""
    base = case.base
    return base if case.words in BOARDS and base is not None and base.kind == "company" else None


def _garrison(case: Case) -> Answer:
    """军分区政委 behind 市委常委, in an article about the city: the city's."""
    if case.words not in GARRISONS:
        return None
    base = case.base
    area = base.area if base is not None else None
    area = area or case.finder.relative(GARRISONS[case.words], case.before[:3])
    return Body(case.words, "office", area) if area is not None else REFUSED


def _mission(case: Case) -> Answer:
    """中国驻甲国大使, 甲国驻乙市总领事: their embassy or consulate."""
    house = HOUSES.get(case.title.head)
    if house is None:
        return None
    return Body(case.words + house, "other", None) if MISSION.match(case.words) else REFUSED


def _village(case: Case) -> Answer:
    """李庄村党支部书记, 某镇李庄村村委会主任: the village is an area, its parent what is named before it."""
    match = VILLAGE.match(case.words)
    if match is None or not (case.title.unit in VILLAGE_UNITS or match["office"]):
        return None
    inner = [m for m in case.inside if m.end <= case.chunk.start + match.end("name") - 2]
    name = case.text[inner[-1].end : case.chunk.start + match.end("name")] if inner else match["name"]
    above = (
        inner[-1].area if inner else next((m.area for m in case.before if m.area.level in ("township", "county")), None)
    )
    name = re.sub(r"^.*(?:镇|乡|街道)(?=.{2,}$)", "", name)
    parent = above.code if above is not None else case.finder.home.code if case.finder.home else None
    if not 2 <= len(name) <= 6 or (inner and inner[-1].area.level in ("province", "prefecture")):
        return None
    return Body(
        case.title.unit or match["office"], "party" if case.title.unit else "zone", Area(name, "village", None, parent)
    )


def _no_words(case: Case) -> Answer:
    """A title alone: 县长 of the post before, 党组书记 of the body that the article speaks of."""
    if case.words:
        return None
    title, base = case.title, case.base
    if title.kind == "head_of_area":
        level = "省" if title.head.startswith("自治区") else title.head[0]
        area = area_of_body(case.previous, level, case.finder) or area_of_body(case.row, level, case.finder)
        area = area or case.finder.relative(level, case.before)
        return Body("人民政府", "government", area) if area is not None else REFUSED
    if base is None:
        return case.subject(title) or REFUSED
    if title.unit in DISCIPLINE_UNITS and base.kind == "party":
        return Body(title.unit, "congress", base.area)  # 县委常委、纪委书记 is at the head of another body
    if title.unit in ("党委", "党工委", "工委") and base.kind in ("government", "zone") and base.area is not None:
        return Body("党委" if base.kind == "government" else "党工委", "party", base.area)
    return base


def _contracted(case: Case) -> Answer:
    """区委宣传部长, 市公安局长: the head's first character ends the body's name."""
    title, words = case.title, case.words
    contracted = title.head == "部长" and not title.unit and words.endswith(COMMITTEE_HEADS)
    contracted = contracted or (
        title.head in ("局长", "厅长") and not body_ends(words) and bool(department().search(words + title.head[0]))
    )
    if not contracted:
        return None
    if case.inside and case.inside[0].start == case.chunk.start:
        rest = case.text[case.inside[0].end : case.chunk.end] + title.head[0]
        return body_in_area(case.inside[0].area, rest, title, words + title.head[0]) or REFUSED
    if level := LEVEL.match(words):
        area = case.area(_key(level[0]))
        return body_in_area(area, words[level.end() :] + title.head[0], title, words) or REFUSED if area else REFUSED
    return _attached(case, words + title.head[0])


def _this_company(case: Case) -> Answer:
    if case.words in load("bodies")["vague_companies"]:
        return company_before(case.text, case.chunk.start) or REFUSED
    return None


def _parties_and_league(case: Case) -> Answer:
    """团省委, 民建市委."""
    if league := LEAGUE.match(case.words):
        area = case.area(league[1])
        return Body("团委", "party", area) if area is not None else REFUSED
    if party := SMALL_PARTY.match(case.words):
        area = case.finder.relative(party[2], case.before[:3])
        return Body(f"{party[1]}{area.name}委员会", "other", None) if area is not None else REFUSED
    return None


def _national(case: Case) -> Answer:
    national = load("bodies")["national"]
    if case.words in national or (body_ends(case.words) == "body" and case.words.startswith(_ministries())):
        return Body(case.words, "other", None)  # 工业和信息化部某司: of no city, whichever is named before it
    return None


@cache
def _ministries() -> tuple[str, ...]:
    return tuple(
        name for name in load("bodies")["national"] if len(name) >= SHORTEST_MINISTRY and name[-1] in "部署委局院"
    )


def _with_area(case: Case) -> Answer:
    """A name that holds an area: 德州市科技局, 中共甲县委, 民进太原市委会, 人保财险枣庄市分公司."""
    if not case.inside:
        return None
    first = case.inside[0]
    rest = case.text[first.end : case.chunk.end]
    if first.start == case.chunk.start and "公司" not in case.words:
        return body_in_area(first.area, rest, case.title, case.words) or REFUSED
    if body_ends(case.words) == "company" or "公司" in case.words:
        return Body(case.words, "company", None)
    prefix = case.text[case.chunk.start : first.start]
    if prefix in load("bodies")["prefixes"] and prefix not in ("中共", "中国共产党"):
        return Body(case.words, "other", None)
    if body_ends(prefix) != "company":
        return body_in_area(first.area, rest, case.title, case.words) or REFUSED
    return None


def _with_level(case: Case) -> Answer:
    """市科技局, 县委: the level word points at an area."""
    level = LEVEL.match(case.words)
    if level is None or department().match(case.words) or case.words.startswith(NOT_A_LEVEL):
        return None
    area = case.area(_key(level[0]))
    if area is None:
        return REFUSED
    rest = case.words[level.end() :]
    return body_in_area(area, rest, case.title, area.name + rest) or REFUSED


def _zone_office(case: Case) -> Answer:
    """管委会 of the zone before, and zones with a name of their own (某产业转移园管委会)."""
    if ZONE_OFFICE.match(case.words):
        area = case.base.area if case.base is not None else None
        area = area or next((m.area for m in case.before if m.area.level in ("zone", "township")), None)
        return Body(case.words, "zone", area) if area is not None else REFUSED
    if (zone := OWN_ZONE.match(case.words)) and not department().match(case.words):
        parent = case.finder.home.code if case.finder.home else None
        return Body(zone[2], "zone", Area(zone[1], "zone", None, parent))
    return None


def _one_word(case: Case) -> Answer:
    if case.words not in ONE_WORD:
        return None
    return case.base or case.subject(replace(case.title, unit="党组", head="书记")) or REFUSED


def _company(case: Case) -> Answer:
    kind = body_ends(case.words)
    if kind == "company" or (not kind and case.title.kind == "company" and _looks_like_a_name(case.words)):
        return Body(case.words, "company", None) if len(case.words) > 2 or kind != "company" else REFUSED
    return None


def _named(case: Case) -> Answer:
    """Any other words that end like a body's name."""
    words = case.words
    if not body_ends(words) or words in load("bodies")["no_bodies"] or case.title.kind == "leader":
        return REFUSED
    if len(words) < 4 and not department().match(words):
        return REFUSED
    if words.startswith(NATIONWIDE):
        return Body(words, "other", None)
    return _attached(case, words)


READERS: tuple[Reader, ...] = (
    _vague, _section_of_company, _foreign_state, _state_council, _board, _garrison, _mission, _village, _no_words,
    _contracted, _this_company, _parties_and_league, _national, _with_area, _with_level, _zone_office, _one_word,
    _company, _named,
)  # fmt: skip


def _key(level: str) -> str:
    return {"自治区": "省", "街道": "道"}.get(level, level)


def area_of_body(body: Body | None, level: str, finder: AreaFinder) -> Area | None:
    """The area of a body, or one that it lies in, if it has the level."""
    if body is None or body.area is None or body.area.code is None:
        return None
    found = finder.relative(level, [AreaMention(0, 0, "", body.area)])
    if found is None or found.code is None:
        return None
    own = finder.gazetteer.by_code(body.area.code)
    return found if finder.gazetteer.within(own, finder.gazetteer.by_code(found.code)) else None


def _attached(case: Case, words: str) -> Answer:
    """A body named without its area: that of the post before, else of the article."""
    base = case.base
    if base is not None and base.area is not None:
        if _carries(words, base.area, case.finder):
            return Body(words, "other", base.area)
        if base.name.startswith(("委", "党委")) and words.startswith(load("bodies")["of_committee"]):
            return Body("委" + words, "office", base.area)
        return Body(words, "office", base.area)
    if department().match(words) or words.startswith(CONGRESS_STARTS):
        home = case.finder.home
        if home is None:
            return REFUSED
        kind = "congress" if words.startswith(CONGRESS_STARTS) else "office"
        return Body(words, kind, Area(home.name, home.level, home.code, home.parent))
    return Body(words, "other", None) if len(words) >= 4 else REFUSED


def _carries(words: str, area: Area, finder: AreaFinder) -> bool:
    """Whether a body's own name begins with its area's: 上海警备区 is not 上海市上海警备区."""
    if area.code is None:
        return words.startswith(area.name)
    return words.startswith((area.name, *finder.gazetteer.short_forms(finder.gazetteer.by_code(area.code))))


def _looks_like_a_name(words: str) -> bool:
    """Whether the words before a company's title are its short name (格力电器), not common words (生产, 技术)."""
    parts = cut(words)
    unknown = sum(len(part) for part in parts if tag_of(part) in ("x", "nz", "nt", "nr", "nrt", "ns") or len(part) == 1)
    return (
        2 <= len(words) <= 12 and unknown >= 2 and not any(tag_of(part) in ("p", "d", "r", "uj", "c") for part in parts)
    )
