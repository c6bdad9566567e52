"""The body that a post is in: how the words before a title are cut off and read.

Before a title stand an area, a level word that points at one (市, 县), a body, or nothing, where the post before it in
the same row tells: `read_body` turns them into a `Body`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.areas import AreaFinder
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.people import name_before
from kg.mentions.titles import Title
from kg.mentions.words import cut, tag_of

FULL_COMPANY = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|集团)(?![股公])")
OPENING = 400  # characters in which an article about an association names it
FAR = 500  # characters back in which a bare title finds its body
LONGEST = 36  # characters; 中国人民财产保险股份有限公司枣庄市分公司办公室 has 26
LEVEL = re.compile(r"(?:省|自治区|市|县|区|镇|乡|州|盟|旗|街道)(?![级域内外际场])")
PARTY = re.compile(r"^(?:委|党委|区党委|党工委|工委|镇党委|乡党委|街道党工委)$")
GOVERNMENT = re.compile(r"^(?:人民)?政府(?:党组)?$")
CONGRESS = re.compile(r"^(?:人大常委会|人大|人民代表大会常务委员会|人民代表大会|政协|人民政协)(?:党组|机关)?$")
ZONE_OFFICE = re.compile(r"^(?:管委会|管理委员会|党工委|工委|街道办事处|办事处|街道办|执委会)$")
OF_COMMITTEE = ("组织部", "宣传部", "统战部", "政法委", "办公室", "办公厅", "社会工作部", "政研室", "巡察办", "党校", "编办", "网信办",
                "政策研究室", "老干部局", "农办", "督查室", "秘书处", "直属机关工委", "外办", "台办", "财经办", "改革办", "军民融合办")  # fmt: skip
LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
SMALL_PARTY = re.compile(r"^(民建|民盟|民革|民进|农工党|致公党|九三学社|台盟)(省|市|县|区)委会?$")
OWN_ZONE = re.compile(r"^([\u4e00-\u9fff]{4,16}(?:园|园区|区|港|城))(管委会|管理委员会|党工委)$")
SHOP = re.compile(r"^(.{3,20}(?:店|超市|商场|公司|集团|银行|合作社|工厂))[\u4e00-\u9fff]{1,8}$")
ACTS = re.compile(r"传达|学习|贯彻|召开|举行|听取|开展|组织召|推进|落实|研究部署")
VAGUE_COMPANIES = ("公司", "该公司", "集团", "该集团", "企业", "该企业", "本公司", "我公司", "分公司", "该公司分公司", "公司分公司")
COMPANY_HEADS = ("董事长", "总经理", "总裁", "经理", "首席执行官", "董事", "监事", "总监", "创始人", "CEO")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words before a title that belong to it: their span, and the word that stopped the way back (任, 的, 由)."""

    start: int
    end: int
    stopped_by: str
    stop_start: int


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(load("bodies")["stop_words"])


@cache
def _department() -> re.Pattern[str]:
    stems = alternation(load("bodies")["stems"])
    return re.compile(rf"(?:{stems})(?:局|委员会|委|厅|部|办公室|办|中心|总局|分局|系统|工作部|工作局|总队|支队|大队)")


@cache
def _suffixes() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    lexicon = load("bodies")
    return (
        tuple(sorted(lexicon["suffixes"], key=len, reverse=True)),
        tuple(sorted(lexicon["company_suffixes"], key=len, reverse=True)),
        frozenset(lexicon["national"]),
    )


def chunk_before(text: str, left: int, right: int, areas: Sequence[AreaMention], joins: bool = True) -> Chunk:
    """The words that belong to a title which begins at `right`, not reaching before `left`.

    The way back stops at a word that cannot be inside a body's name (的, 由, 任), but not inside an area's or a
    department's name (任城区, 工业和信息化局). `joins` allows 和 and 及 inside a name (劳工及福利局): not behind a person.
    """
    left = max(left, right - LONGEST)
    protected = [(m.start, m.end) for m in areas if m.start >= left and m.end <= right]
    protected += [match.span() for match in _department().finditer(text, left, right)]
    start, stop, stop_start = left, "", left
    at = left
    while at < right:
        shield = max((end for begin, end in protected if begin <= at < end), default=None)
        if shield is not None:
            at = shield
            continue
        limit = min((begin for begin, end in protected if begin > at), default=right)
        for word in cut(text[at:limit]):
            if word in ("及", "和", "与") and joins and _inside_name(text, start, at, right):
                pass
            elif word in _stop_words() or word.isspace():
                start, stop, stop_start = at + len(word), word, at
            elif word.isdigit() or (word[0].isdigit() and word[-1] in "年月日时点分"):
                start, stop, stop_start = at + len(word), "", at
            elif word in ("月", "年") and at > left and text[at - 1].isdigit():
                start, stop, stop_start = at + len(word), "", at
            at += len(word)
    start = _skip_verb(text, start, right, areas)
    return Chunk(start, right, stop, stop_start)


def _inside_name(text: str, start: int, at: int, right: int) -> bool:
    """Whether 及 or 和 at `at` joins two halves of one name: what stands before it is no body, what follows ends one."""
    before, behind = text[start:at], text[at + 1 : right]
    if (person := name_before(text, start, at)) is not None and person.margin > 2:
        return False
    return 2 <= len(before) <= 16 and not body_ends(before) and body_ends(behind) == "body" and not LEVEL.match(behind)


def _skip_verb(text: str, start: int, right: int, areas: Sequence[AreaMention]) -> int:
    """`start`, moved over a verb before an area or a level word: 证实县委书记, 推举湖北某公司董事长."""
    words = cut(text[start : min(right, start + 8)])
    if len(words) < 2 or len(words[0]) < 2 or not tag_of(words[0]).startswith("v"):
        return start
    behind = start + len(words[0])
    if any(m.start == behind for m in areas) or re.match(r"(?:省|市|县|区|镇|乡|州)(?:委|政府|人大|政协|长)", text[behind:]):
        return behind
    return start


def body_ends(name: str) -> str:
    """`company` or `body` by the ending of `name`, or "" where it has none that names an organisation.

    >>> body_ends("甲乙新材料股份有限公司"), body_ends("经济发展局"), body_ends("深入分析")
    ('company', 'body', '')
    """
    bodies, companies, national = _suffixes()
    if name in national:
        return "body"
    if name.endswith(companies) and not name.endswith(("研究中心", "部")):
        return "company"
    if name.endswith(bodies):
        return "body"
    return ""


def read_body(
    text: str,
    chunk: Chunk,
    title: Title,
    areas: Sequence[AreaMention],
    finder: AreaFinder,
    previous: Body | None,
    row: Body | None,
) -> Body | None:
    """The body of the post with `title`, whose own words are `chunk`; None where the text does not tell.

    `previous` is the body of the post before it in the same chain (县委副书记、县长), `row` that of the person before
    it in the same row (副主任张某、秘书长李某).
    """
    words = text[chunk.start : chunk.end]
    inside = [m for m in areas if m.start >= chunk.start and m.end <= chunk.end]
    before = [m for m in reversed(areas) if m.end <= chunk.start]
    if words[:1] in ("）", ")", "”") or re.search(r"相关|有关", words):
        return None
    if title.kind == "company" and not body_ends(words) and (shop := SHOP.match(words)):
        return Body(shop[1], "company", None)
    if not words and title.head == "国务委员":
        return Body("国务院", "other", None)
    if not words:
        subject = None
        if previous is None and row is None:
            subject = subject_body(text, max(0, chunk.start - FAR), chunk.start, title, finder)
            if subject is None and title.head in ("会长", "理事长", "监事长", "秘书长"):
                subject = subject_body(text, 0, min(OPENING, chunk.start), title, finder)
        return _without_words(title, finder, before, previous, row, subject)
    if title.head == "部长" and not title.unit and words.endswith(("宣传", "组织", "统战")):
        words += "部"  # 区委宣传部长
        if inside and inside[0].start == chunk.start:
            return _in_area(inside[0].area, text[inside[0].end : chunk.end] + "部", title, words)
    if title.head in ("局长", "厅长") and words and _department().search(words + title.head[0]) and not body_ends(words):
        words += title.head[0]  # 市公安局长
        if inside and inside[0].start == chunk.start:
            return _in_area(inside[0].area, text[inside[0].end : chunk.end] + title.head[0], title, words)
        if not LEVEL.match(words):
            return _attached(words, finder, previous, row, before)
    if title.head == "国务委员" or (title.head in ("总理", "副总理") and words in ("", "国务院")):
        return Body("国务院", "other", None)
    if words in VAGUE_COMPANIES:
        return _company_before(text, chunk.start)
    if league := LEAGUE.match(words):
        area = _area_of(previous, league[1], finder) or finder.relative(league[1], before[:3])
        return Body("团委", "party", area) if area is not None else None
    if party := SMALL_PARTY.match(words):
        area = finder.relative(party[2], before[:3])
        return Body(f"{party[1]}{area.name}委员会", "other", None) if area is not None else None
    if words in _suffixes()[2]:
        return Body(words, "other", None)
    if inside and inside[0].start == chunk.start and "公司" not in words:
        return _in_area(inside[0].area, text[inside[0].end : chunk.end], title, words)
    if inside and (body_ends(words) == "company" or "公司" in words):
        return Body(words, "company", None)
    if inside:
        prefix = text[chunk.start : inside[0].start]
        if prefix in load("bodies")["prefixes"]:
            if prefix in ("中共", "中国共产党"):
                return _in_area(inside[0].area, text[inside[0].end : chunk.end], title, words)
            return Body(words, "other", None)
        if body_ends(prefix) != "company":
            return _in_area(inside[0].area, text[inside[0].end : chunk.end], title, words)
    if (level := LEVEL.match(words)) and not _department().match(words) and not words.startswith(("市场", "乡村", "区域", "县域", "镇江")):
        key = {"自治区": "省", "街道": "道"}.get(level[0], level[0])
        near = [m for m in before[:3]]
        area = _area_of(previous, key, finder) or finder.relative(key, near)
        if area is not None:
            return _in_area(area, words[level.end() :], title, words)
        return None
    if ZONE_OFFICE.match(words):
        base = previous or row
        area = base.area if base is not None and base.area is not None else next((m.area for m in before if m.area.level in ("zone", "township")), None)
        return Body(words, "zone", area) if area is not None else None
    if words in ("厅", "局", "委", "部", "院", "校", "行", "办"):
        return previous or row or subject_body(text, max(0, chunk.start - FAR), chunk.start, Title(chunk.end, chunk.end, "党组", "", "书记", "chief"), finder)
    if (zone := OWN_ZONE.match(words)) and not _department().match(words):
        return Body(zone[2], "zone", Area(zone[1], "zone", None, finder.home.code if finder.home else None))
    kind = body_ends(words)
    if kind == "company" or (not kind and title.kind == "company" and _looks_like_a_name(words)):
        return Body(words, "company", None) if len(words) > 2 or kind != "company" else None
    if not kind or words in NO_BODIES or (len(words) < 4 and not _department().match(words)):
        return None
    if words.startswith(("中国", "全国", "国家", "中央", "世界", "联合国")):
        return Body(words, "other", None)
    return _attached(words, finder, previous, row, before)


NO_BODIES = ("县相关部门", "市相关部门", "相关部门", "有关部门", "各部门", "先进单位", "办公室", "县直部门", "市直部门", "专家组", "领导小组")


def _looks_like_a_name(words: str) -> bool:
    """Whether the words before a company's title are its short name (格力电器, 中科创星), not common words (生产, 技术)."""
    parts = cut(words)
    unknown = sum(len(part) for part in parts if tag_of(part) in ("x", "nz", "nt", "nr", "nrt", "ns") or len(part) == 1)
    return 2 <= len(words) <= 12 and unknown >= 2 and not any(tag_of(part) in ("p", "d", "r", "uj", "c") for part in parts)


def _company_before(text: str, end: int) -> Body | None:
    """The company that 该公司 means: the last one named in full before it."""
    found = [match for match in FULL_COMPANY.finditer(text, max(0, end - 600), end)]
    if not found:
        return None
    last = found[-1]
    left = last.end()
    while left > 0 and last.end() - left < LONGEST and text[left - 1] not in "，。；：！？、“”\n 　《》":
        left -= 1
    chunk = chunk_before(text, left, last.end(), ())
    name = text[chunk.start : chunk.end]
    return Body(name, "company", None) if len(name) >= 5 else None


def _area_of(previous: Body | None, level: str, finder: AreaFinder) -> Area | None:
    """The area of the post before, or one that it lies in, if it has the level."""
    if previous is None or previous.area is None or previous.area.code is None:
        return None
    mention = AreaMention(0, 0, "", previous.area)
    found = finder.relative(level, [mention])
    if found is None or found.code is None:
        return None
    own = finder.gazetteer.by_code(previous.area.code)
    return found if finder.gazetteer.within(own, finder.gazetteer.by_code(found.code)) else None


HEADS_OF = {"局长": ("局",), "厅长": ("厅",), "部长": ("部",), "院长": ("院",), "校长": ("学", "校", "中", "小"), "行长": ("行",),
            "理事长": ("联合会", "残联", "协会", "联谊会"), "监事长": ("协会", "联谊会", "商会", "学会"), "秘书长": ("协会", "联谊会", "商会", "学会", "联合会"), "会长": ("会",), "检察长": ("检察院",), "馆长": ("馆",), "主任": ("委", "委员会", "办", "中心"),
            "主席": ("联", "会", "政协")}  # fmt: skip


def subject_body(text: str, start: int, end: int, title: Title, finder: AreaFinder) -> Body | None:
    """The body that a sentence speaks of before a bare title that fits it: 省残联…召开党组会议，党组书记某某.

    Only a title that names its kind of body (局长: a 局) or the Party group of one is completed so.
    """
    endings = HEADS_OF.get(title.head) if not title.unit else ("局", "委", "厅", "办", "院", "联", "会", "中心", "部", "行")
    if endings is None or title.unit not in ("", "党组", "党委"):
        return None
    for clause in reversed(list(re.finditer(r"[^，。；：\n、]{3,}", text[start:end]))):
        left = start + clause.start()
        if skipped := re.match(r"(?:据|\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|今天|昨天|上午|下午)+", text[left : start + clause.end()]):
            left += skipped.end()
        match = re.match(r"[\u4e00-\u9fff]{1,24}?(?:局|委|厅|办|院|残联|妇联|科协|文联|中心|大学|中学|学校|协会|联合会|联谊会)(?=召开|举行|组织|开展|党组|党委|[今昨近一二三四五六七八九十]|\d|在|联合|主办|承办|第|举办)", text[left : start + clause.end()])
        if match is None or not match[0].endswith(endings):
            continue
        chunk = Chunk(left, left + match.end(), "", left)
        plain = Title(chunk.end, chunk.end, "", "", "主任", "chief")
        near = finder.mentions(text, left, chunk.end)
        body = read_body(text, chunk, plain, near, finder, None, None)
        if body is not None and body.kind != "company" and not ACTS.search(body.name):
            return body
    return None


def _without_words(
    title: Title, finder: AreaFinder, before: Sequence[AreaMention], previous: Body | None, row: Body | None,
    subject: Body | None,
) -> Body | None:  # fmt: skip
    if title.kind == "head_of_area":
        level = "省" if title.head.startswith("自治区") else title.head[0]
        area = _area_of(previous, level, finder) or _area_of(row, level, finder) or finder.relative(level, before)
        return Body("人民政府", "government", area) if area is not None else None
    base = previous or row
    if base is None:
        return subject
    if title.unit in ("党委", "党工委", "工委") and base.kind in ("government", "zone") and base.area is not None:
        return Body("党委" if base.kind == "government" else "党工委", "party", base.area)
    return base


def _in_area(area: Area, rest: str, title: Title, words: str) -> Body | None:
    """The body called `rest` of an area: 委, 人民政府, 科技局; `rest` is empty in 乐陵市市长 and 孟庄镇党委书记."""
    if len(rest) > 1 and rest[0] == area.name[-1] and rest[0] in "省市县区镇乡州旗":
        rest = rest[1:]  # 大同市市委
    if rest.startswith("团") and rest.endswith("委") and len(rest) <= 3:
        return Body("团委", "party", area)
    if rest in ("", "党"):
        if title.kind == "head_of_area":
            return Body("人民政府", "government", area) if _fits(title.head, area) else None
        if title.head == "主席" and area.name.endswith("自治区"):
            return Body("人民政府", "government", area)
        if title.unit in ("党委", "党工委", "工委", "党总支", "党支部", "支部", "总支"):
            return Body(title.unit, "party", area)
        if title.unit in ("纪委", "纪工委"):
            return Body(title.unit, "congress", area)
        if title.kind == "leader":
            return Body("人民政府", "government", area)
        if area.level == "zone" or title.kind == "rank":
            return Body("管委会" if area.level == "zone" else "人民政府", "zone" if area.level == "zone" else "government", area)
        return None
    if title.kind == "head_of_area" and not GOVERNMENT.match(rest):
        return None
    if PARTY.match(rest):
        name = "委" if rest == "区党委" or (rest == "党委" and area.level == "province") else rest
        return Body(name, "party", area)
    if GOVERNMENT.match(rest):
        return Body("人民政府", "government", area)
    if CONGRESS.match(rest) or rest in ("纪委", "监委", "纪委监委"):
        return Body(rest.removesuffix("党组").removesuffix("机关"), "congress", area)
    if ZONE_OFFICE.match(rest):
        return Body(rest, "zone", area)
    kind = body_ends(rest)
    if kind == "company" or (not kind and title.kind == "company"):
        return Body(words, "company", None)
    if not kind or rest in NO_BODIES or "相关" in rest or "有关" in rest:
        return None
    if not _department().match(rest) and not rest.startswith(("委", "政府", "人民", "中级", "高级", "管委会")):
        return Body(words, "other", area)  # 上海交通大学: the area is part of the name
    return Body(rest, "office", area)


def _fits(head: str, area: Area) -> bool:
    """Whether an area can have this head of government: a 市长 leads a 市."""
    level = head[0]
    if level == "省":
        return area.level == "province"
    if level == "自":
        return area.level == "province"
    return area.name.endswith({"镇": "镇", "乡": "乡"}.get(level, level)) or area.level == "zone" or (
        level == "市" and area.level == "province"
    )


def _attached(
    words: str, finder: AreaFinder, previous: Body | None, row: Body | None, before: Sequence[AreaMention]
) -> Body | None:
    """A body named without its area: that of the post before, else of the article."""
    base = previous or row
    if base is not None and base.area is not None:
        if base.name.startswith(("委", "党委")) and words.startswith(OF_COMMITTEE):
            return Body("委" + words, "office", base.area)
        return Body(words, "office", base.area)
    if _department().match(words) or words.startswith(("人大", "政协", "纪委", "监委")):
        area = finder.home
        if area is None:
            return None
        kind = "congress" if words.startswith(("人大", "政协", "纪委", "监委")) else "office"
        return Body(words, kind, Area(area.name, area.level, area.code, area.parent))
    return Body(words, "other", None) if len(words) >= 4 else None
