"""The body that a post is in: what the words before its title mean.

Before a title stand an area, a level word that points at one (市, 县), a body, or nothing, where the post before it in
the same row tells. `READERS` are asked in order; each reads one way of writing, says that the words name no body
(REFUSED), or passes (None).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicons import load, word_set
from kg.mentions.abroad import foreign_city, foreign_state, mission, party
from kg.mentions.area_bodies import PARTY, VAGUE, ZONE_OFFICE, body_in_area
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import LEVEL, Chunk, body_ends, department
from kg.mentions.free_bodies import attached_body, company_body, named_body
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.post_case import REFUSED, Answer, Case, area_of_body
from kg.mentions.subjects import company_before, named_in_full, subject_body
from kg.mentions.titles import Title

OTHER_NAME = re.compile(r"[（(]([^（）()]{2,16})[）)]$")  # 甲局（乙局）局长: one body with two names
RANK = re.compile(r"(?:[上中少]将|[大上中少]校|[上中少]尉)\Z")
VILLAGE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,16}?(?:村|社区))(?P<office>村民委员会|居民委员会|村委会|居委会)?村?$"
)
VILLAGE_ITSELF = ("村", "社区", "村委会", "居委会", "村民委员会", "居民委员会")
VILLAGE_NAMED = re.compile(r"(?:[\u4e00-\u9fff]{0,3}(?:镇|乡|街道))?([\u4e00-\u9fff]{1,4}?(?:村|社区))(?=[，、的])")
VILLAGE_UNITS = ("党支部", "党总支", "支部", "总支", "党委")
LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
LEAGUE_OF_AREA = re.compile(r"^([\u4e00-\u9fff]{2,6})团(市|县|区|旗|州)委$")  # 某某团区委
SMALL_PARTY = re.compile(r"^(民建|民盟|民革|民进|农工党|致公党|九三学社|台盟)(省|市|县|区)委会?$")
SMALL_PARTY_BEGINS = frozenset("民农致九台")
OWN_ZONE = re.compile(r"^([\u4e00-\u9fff]{4,16}(?:园|园区|区|港|城))(管委会|管理委员会|党工委)$")
EDITORS = ("总编辑", "总编", "社长", "记者")  # of a paper; who is 主编 of a book stands behind its name too
PRESS = ("杂志社", "报社", "周刊社", "编辑部", "出版社")
NEWSPAPER = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:报|周刊|月刊|杂志)$")
PAPER, LONGEST_PAPER = re.compile(r"《([^《》]{2,12}(?:报|刊|周刊|杂志|时报))》$"), 16
TITLED = re.compile(r"《([^《》]{2,12})》$")
COMPANY_AND_REST = re.compile(r"^([^的]{2,30}?(?:有限责任公司|有限公司|集团公司))[^的，。；]{2,}$")
THIS_REACH = 120  # characters back in which 该协会 finds its name
ANY_TITLE = Title(0, 0, "", "", "主任", "chief")
LONGEST_SHORT = 4  # characters: 呼和浩特
SHOP = re.compile(r"^(.{3,20}(?:店|超市|商场|公司|集团|银行|合作社|工厂))[\u4e00-\u9fff]{1,8}$")
DISCIPLINE_UNITS = ("纪委", "纪工委")
POINTING = ("该", "本院", "本校", "本局", "我院", "我校", "我局", "我司", "其所在")
OWNERS = ("业主", "村民", "居民", "家长", "学生", "商户")  # 某公司业主代表 is of no body
OF_CHINA = ("", "中国", "中华人民共和国")
MINISTRY = re.compile(r"^中国(?=[\u4e00-\u9fff]{2,})")
NOT_A_LEVEL = ("市场", "乡村", "区域", "县域", "镇江")
SHORTEST_MINISTRY = 3  # 科技部, 教育部
BOARDS = ("董事局", "董事会", "监事会", "执行董事会")
GARRISONS = {"军分区": "市", "人武部": "县", "人民武装部": "县", "警备区": "市"}
EVERYWHERE = ("统计局", "国资委")  # national only where the article is about no area
ONE_WORD = ("厅", "局", "委", "部", "院", "校", "行", "办")  # 厅党组书记: the body that the article speaks of
COMMITTEE_HEADS = ("宣传", "组织", "统战")  # 区委宣传部长


Reader = Callable[[Case], Answer]


def read_body(
    text: str, chunk: Chunk, title: Title, areas: Sequence[AreaMention], finder: AreaFinder, previous: Body | None,
    row: Body | None,
) -> Body | None:  # fmt: skip
    """The body of the post with `title`, whose own words are `chunk`; None where the text does not tell."""
    last = text[chunk.end - 1] if chunk.start < chunk.end else ""
    if last in ("）", ")") and (other := OTHER_NAME.search(text[chunk.start : chunk.end])) and body_ends(other[1]):
        chunk = replace(chunk, end=chunk.start + other.start())
    if text[chunk.end - 1] in "将校尉" and (rank := RANK.search(text, chunk.start, chunk.end)):
        chunk = replace(chunk, end=rank.start())  # 人民武装部上校政委
    case = Case(text, chunk, title, areas, finder, previous, row)
    for reader in READERS:
        answer = reader(case)
        if answer is not None:
            return answer if isinstance(answer, Body) else None
    return None


def _subject(case: Case, title: Title) -> Body | None:
    """The body that the text before speaks of, if `title` fits it."""

    def read_name(chunk: Chunk, plain: Title) -> Body | None:
        near = case.finder.mentions(case.text, chunk.start, chunk.end)
        return read_body(case.text, chunk, plain, near, case.finder, None, None)

    return subject_body(case.text, case.chunk.start, title, read_name)


def _vague(case: Case) -> Answer:
    """相关部门负责人, and what a bracket cut off."""
    start = case.chunk.start
    if case.words in PRESS and (named := TITLED.search(case.text, max(0, start - LONGEST_PAPER), start)):
        return Body(named[1] + case.words, "other", None)  # 《某刊》杂志社社长
    if case.title.head in EDITORS and NEWSPAPER.match(case.words):
        return Body(case.words, "other", None)
    if not case.words and case.text[start - 1 : start] == "》" and case.title.head in EDITORS:
        paper = PAPER.search(case.text[max(0, start - LONGEST_PAPER) : start])
        return Body(paper[1], "other", None) if paper else REFUSED
    if (not case.words and case.text[start - 1 : start] == "》") or case.words.endswith("驻村"):
        return REFUSED  # 《某刊》主编 is no post in the body before it; 某会驻村第一书记 does not say where
    if case.words.startswith("该") and case.words[1:] in load("bodies")["called_so"]:
        return None
    if case.words.startswith(POINTING) or case.words.endswith(OWNERS) or "某" in case.words:
        return REFUSED  # 该院产科, 某公司
    expert = case.title.kind == "other" and case.words.endswith("部门")  # 水利部门专家: of no body by name
    return REFUSED if case.words[:1] in ("）", ")", "”") or VAGUE.search(case.words) or expert else None


def _section_of_company(case: Case) -> Answer:
    """某量贩店生鲜采购经理: the shop, not its section."""
    if case.title.kind != "company":
        return None
    if not body_ends(case.words) and (shop := SHOP.match(case.words)):
        return Body(shop[1], "company", None)
    for section in load("bodies")["sections"]:
        name = case.words.removesuffix(section)
        if name != case.words and len(name) > 1 and not case.inside:
            return Body(name, "company", None)
    return None


def _part_of_company(case: Case) -> Answer:
    """某有限公司某路项目负责人: the company, where the rest of the words names no part of it."""
    if case.title.kind not in ("company", "other") or "公司" not in case.words or body_ends(case.words):
        return None
    whole = COMPANY_AND_REST.match(case.words)
    return Body(whole[1], "company", None) if whole else None


def _short_area(case: Case) -> Answer:
    """舒兰常务副市长: a county that the article names in short alone is told by the level in the title."""
    if case.title.kind != "head_of_area" or case.inside or not 2 <= len(case.words) <= LONGEST_SHORT:
        return None
    level = case.title.head[0]
    division = case.finder.resolve((case.words + level,)) if level in "市县" else None
    if division is None or division.level == "township":
        return None
    area = Area(division.name, division.level, division.code, division.parent)
    return Body("人民政府", "government", area)


def _state_council(case: Case) -> Answer:
    head = case.title.head
    if (head in ("国家主席", "国家副主席") and case.words in OF_CHINA) or (
        head in ("主席", "副主席") and case.words in ("国家", "中国国家", "中华人民共和国")
    ):
        return Body("中华人民共和国", "other", None)
    if head == "国务委员" or (
        head in ("总理", "副总理") and (case.words == "国务院" or (not case.words and "国务院" in case.text))
    ):
        return Body("国务院", "other", None)
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


def _village(case: Case) -> Answer:
    """李庄村党支部书记, 某镇李庄村村委会主任: the village is an area, its parent what is named before it."""
    match = VILLAGE.match(case.words) if "村" in case.words or "社区" in case.words else None
    if match is None and case.words in VILLAGE_ITSELF:
        return _village_before(case)
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


def _village_before(case: Case) -> Answer:
    """某镇李庄村，村委会主任: the village named right behind an area before it."""
    if not (case.title.unit in VILLAGE_UNITS or case.words.endswith("委会")):
        return None
    for mention in case.before:
        if (named := VILLAGE_NAMED.match(case.text, mention.end)) and named.end() <= case.chunk.start:
            area = Area(named[1], "village", None, mention.area.code or mention.area.parent)
            return Body(case.title.unit or case.words, "party" if case.title.unit else "zone", area)
    return None


def _no_words(case: Case) -> Answer:
    """A title alone: 县长 of the post before, 党组书记 of the body that the article speaks of."""
    if case.words:
        return None
    title, base = case.title, case.base
    if title.kind == "leader":
        area = _led_from(case)
        return Body("人民政府", "government", area) if area is not None else REFUSED
    if title.kind == "head_of_area":
        level = "省" if title.head.startswith("自治区") else title.head[0]
        area = area_of_body(case.previous, level, case.finder) or area_of_body(case.row, level, case.finder)
        area = area or case.finder.relative(level, case.before)
        return Body("人民政府", "government", area) if area is not None else REFUSED
    if base is None:
        return _subject(case, title) or REFUSED
    if not title.unit and title.head == "行长":
        base = replace(base, name=base.name.removesuffix("党委"))  # 某银行党委委员、副行长
    if title.unit in DISCIPLINE_UNITS and base.kind == "party":
        return Body(title.unit, "congress", base.area)  # 县委常委、纪委书记 is at the head of another body
    if title.unit in ("党委", "党工委", "工委") and base.kind in ("government", "zone") and base.area is not None:
        return Body("党委" if base.kind == "government" else "党工委", "party", base.area)
    return base


def _leaders(case: Case) -> Answer:
    """甲县领导, of which 县 is the area's as well as the title's."""
    if case.title.kind != "leader":
        return None
    named = next(
        (m.area for m in case.areas if m.start == case.chunk.start and m.start < case.title.start < m.end), None
    )
    return Body("人民政府", "government", named) if named is not None else None


def _led_from(case: Case) -> Area | None:
    """The area of 市领导, 省领导: never the firm or office that the person before is from."""
    level = case.title.head[0]
    if level not in "省市县区州":
        return None
    near = area_of_body(case.previous, level, case.finder) or area_of_body(case.row, level, case.finder)
    return near or case.finder.relative(level, case.before)


def _speaker(case: Case) -> Answer:
    """议长 of an area's council; of another one only behind a post in it."""
    if case.title.head != "议长" or case.inside or LEVEL.match(case.words):
        return None
    base = case.base
    return base if not case.words and base is not None and base.kind == "congress" else REFUSED


def _standing(case: Case) -> Answer:
    """常委会副主任 behind a post in the same congress."""
    base = case.base
    return base if case.words == "常委会" and base is not None and base.kind == "congress" else None


def _contracted(case: Case) -> Answer:
    """区委宣传部长, 市公安局长: the head's first character ends the body's name."""
    title, words = case.title, case.words
    contracted = title.head == "部长" and not title.unit and words.endswith(COMMITTEE_HEADS)
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


def _this_body(case: Case) -> Answer:
    """该协会会长, of the one named just before; 学院党委书记, of the only one that the article names."""
    this = case.words.startswith("该")
    noun = case.words.removeprefix("该")
    if noun not in load("bodies")["called_so"]:
        return None
    start = max(0, case.chunk.start - THIS_REACH) if this else 0
    chunk = named_in_full(case.text, noun, start, case.chunk.start if this else len(case.text))
    if chunk is None:
        return REFUSED if this else None
    near = case.finder.mentions(case.text, chunk.start, chunk.end)
    return read_body(case.text, chunk, ANY_TITLE, near, case.finder, None, None) or REFUSED


def _this_company(case: Case) -> Answer:
    if case.words in load("bodies")["vague_companies"]:
        return company_before(case.text, case.chunk.start) or REFUSED
    return None


def _parties_and_league(case: Case) -> Answer:
    """团省委, 民建市委."""
    if case.words[:1] not in SMALL_PARTY_BEGINS and "团" not in case.words:
        return None
    if league := LEAGUE.match(case.words):
        area = case.area(league[1])
        return Body("团委", "party", area) if area is not None else REFUSED
    if own := LEAGUE_OF_AREA.match(case.words):
        division = case.finder.resolve((own[1] + own[2],)) or case.finder.resolve((own[1],))
        if division is not None:
            return Body("团委", "party", Area(division.name, division.level, division.code, division.parent))
    if party := SMALL_PARTY.match(case.words):
        area = case.finder.relative(party[2], case.before[:3])
        return Body(f"{party[1]}{area.name}委员会", "other", None) if area is not None else REFUSED
    return None


def _national(case: Case) -> Answer:
    national = word_set("bodies", "national")
    words = case.words if case.words in national else MINISTRY.sub("", case.words)  # 中国外交部
    if words in EVERYWHERE and (case.finder.home is not None or (case.base is not None and case.base.area is not None)):
        return None
    if words == "中央" and case.title.unit in DISCIPLINE_UNITS:
        return Body("中央纪委", "other", None)
    if words in national or (body_ends(words) == "body" and words.startswith(_ministries())):
        return Body(words, "other", None)  # 工业和信息化部某司: of no city, whichever is named before it
    return None


@cache
def _ministries() -> tuple[str, ...]:
    return tuple(
        name
        for name in load("bodies")["national"]
        if len(name) >= SHORTEST_MINISTRY and name[-1] in "部署委局院" and name not in EVERYWHERE
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
    if prefix in ("共青团", "团") and PARTY.match(rest.lstrip("省市县区旗州")):
        return Body("团委", "party", first.area)  # 共青团甲市委, 团甲市委
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
    return case.base or _subject(case, replace(case.title, unit="党组", head="书记")) or REFUSED


READERS: tuple[Reader, ...] = (
    _vague, _section_of_company, _part_of_company, foreign_state, foreign_city, party, _state_council, _board,
    _garrison, mission, _village, _leaders, _short_area, _speaker, _no_words, _standing, _contracted, _this_body,
    _this_company,
    _parties_and_league, _national, _with_area, _with_level, _zone_office, _one_word, company_body, named_body,
)  # fmt: skip


def _key(level: str) -> str:
    return {"自治区": "省", "街道": "道"}.get(level, level)
