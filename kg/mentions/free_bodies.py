"""Bodies that are named by no area and no level word: companies, and all that has a name of its own.

The words before a title are then all there is, so they are held to more: cut at 和 or at a number they are half a name,
and what begins like a ministry or a firm belongs to no county.
"""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import ENDS_TITLE, NUMBER, STOCK, body_ends, department
from kg.mentions.mention import Area, Body
from kg.mentions.name_match import CLOSERS
from kg.mentions.people import name_before
from kg.mentions.post_case import REFUSED, Answer, Case
from kg.mentions.words import cut, tag_of

LISTED = re.compile(  # how what stands before 、 in a row of persons and posts ends
    r"(?:长|书记|主任|主席|委|员|总|裁|经理|师|授|士|人|事|问|表|编|家|部|理|监|秘|官|O|领导|同志|等|使|记者|成员|席|卿|相|统)$"
)
LONGEST_PART = 7  # characters: 整车开发院; longer names tell which
COUNTED = ("和", "与", "及", "以及", NUMBER)  # what a name is cut in two at
OF_PROJECTS = ("项目负责人", "项目经理")
OF_A_PROJECT = ("项目", "工程", "课题")
LATIN_FIRM = re.compile(r"(?<![A-Za-z0-9.&-])[A-Z][A-Za-z]{2,}(?:[ &.-][A-Za-z0-9]+){0,4}(?= ?$)")
LONGEST_LATIN = 48
LONGEST_FIRM = 12
FIRM = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:公司|集团|股份)")
BEFORE_FIRM = "由与和对的在为是向从给让被及将以"
NAME_TAGS = ("x", "nz", "nt", "nr", "nrt", "ns", "j")
NO_FIRM = ("企", "方", "区", "店", "馆")  # 民企, 美方, 大区
REGIONS = re.compile(r"^(?:中国|大中华|亚太|全球|全国|华[东南北中]|西南|西北|东北)(?:大?区|区域|地区|市场|总部)?$")
OWN_BUREAU = re.compile(
    r"^中[\u4e00-\u9fff]{1,2}[一二三四五六七八九十]+局|^中[铁建交冶](?:工程)?[\u4e00-\u9fff]{2,4}局"
)


def latin_company(case: Case) -> Answer:
    """Novatek 分析师, Novatek首席执行官: a firm by its Latin name alone."""
    if case.words in load("companies")["no_firms"]:
        return REFUSED
    if case.title.unit or case.title.head not in load("posts")["heads_of_firms"] or not case.words.isascii():
        return None
    firm = LATIN_FIRM.search(case.text[max(0, case.title.start - LONGEST_LATIN) : case.title.start])
    if firm is None or firm[0] in load("companies")["no_firms"]:
        return None
    return Body(firm[0], "company", None)


def company_body(case: Case) -> Answer:
    kind = body_ends(case.words)
    if STOCK.fullmatch(case.text, case.chunk.end, case.title.start) and 2 <= len(case.words) <= LONGEST_FIRM:
        return Body(case.words, "company", None)  # 甲乙股份（SZ 301188）总经理
    if case.words in load("bodies")["no_bodies"] or (
        kind != "body" and (case.words.endswith(OF_A_PROJECT) or REGIONS.match(case.words))
    ):
        return REFUSED  # 甲路打通项目负责人, 华东区总裁
    if kind == "" and case.title.kind == "company" and _a_company_elsewhere(case.text, case.words):
        return Body(case.words, "company", None)
    if kind == "" and case.title.kind == "company" and (case.title.head in OF_PROJECTS or _named_before(case)):
        return REFUSED
    if kind == "company" or (not kind and case.title.kind == "company" and _looks_like_a_name(case.words)):
        own = case.words[1:] if cut(case.words)[0] == "自" else case.words  # 自某集团创始人发动…以来
        return Body(own, "company", None) if len(own) > 2 or kind != "company" else REFUSED
    return None


def _a_company_elsewhere(text: str, words: str) -> bool:
    """Whether the article has the words as the beginning of a company's name: 高科奶业 beside 高科奶业经营有限公司."""
    if not 2 <= len(words) <= LONGEST_FIRM or not all("\u4e00" <= c <= "\u9fff" for c in words):
        return False
    if not any(tag_of(part) in NAME_TAGS or len(part) == 1 for part in cut(words)):
        return False
    at = text.find(words)
    while at >= 0:
        before = text[at - 1 : at]
        if FIRM.match(text, at + len(words)) and (not "\u4e00" <= before <= "\u9fff" or before in BEFORE_FIRM):
            return True
        at = text.find(words, at + 1)
    return False


def _named_before(case: Case) -> bool:
    """Whether a person's name stands between a body and the title: 养护院李志远董事长."""
    for size in (3, 2):
        person = name_before(case.text, case.chunk.end - size, case.chunk.end)
        if person is not None and person.start == case.chunk.end - size and body_ends(case.words[:-size]):
            return True
    return False


def _cut_in_two(case: Case) -> bool:
    """Whether the words are the end of a name that was cut at 和 or at a number, not what follows a person."""
    start = case.chunk.start
    plain = _of_an_area(case.words) and not case.words.startswith(load("bodies")["nationwide"])
    if plain and case.base is None and case.text[start - 1 : start] == "、" and case.chunk.stopped_by == "":
        before = case.text[max(0, start - 13) : start - 1]
        listed = re.search(r"[，。；：！？）)”》\s]$", before) or LISTED.search(before) or not before
        return not listed and name_before(before, 0, len(before)) is None  # 经济、财政及主权部部长
    if case.chunk.stopped_by not in COUNTED:
        return False
    if case.chunk.stopped_by == NUMBER:
        return True
    before = case.text[max(0, case.chunk.stop_start - 12) : case.chunk.stop_start]
    if not before or before[-1] in CLOSERS or ENDS_TITLE.search(before):
        return False
    return name_before(before, 0, len(before)) is None


def named_body(case: Case) -> Answer:
    """Any other words that end like a body's name."""
    words = case.words
    if _cut_in_two(case):
        return REFUSED
    congress = words in load("bodies")["congresses"]
    if (not body_ends(words) and not congress) or words in load("bodies")["no_bodies"] or case.title.kind == "leader":
        return REFUSED
    organ = case.base is not None and words in load("bodies")["organs"]
    if len(words) < 4 and not department().match(words) and not congress and not organ:
        return REFUSED
    if words.startswith(load("bodies")["nationwide"]):
        return Body(words, "other", None)
    return attached_body(case, words)


def attached_body(case: Case, words: str) -> Answer:
    """A body named without its area: that of the post before, else of the article."""
    base = case.base
    if words.startswith("驻村"):
        return Body(words, "other", None) if len(words) >= 4 else REFUSED  # whoever sent it
    inner = words.endswith(load("bodies")["parts"]) and len(words) <= LONGEST_PART
    part = inner and case.title.kind != "company" and _of_an_area(words)
    if base is not None and base.kind in ("other", "company"):
        own = case.previous is not None or base.name.endswith(load("bodies")["wholes"])
        own = own and not base.name.endswith(load("bodies")["small_units"])
        organ = base.area is None and words in load("bodies")["organs"]
        if organ or (part and own and not department().match(words)):
            return Body(base.name + words, base.kind, base.area)  # 某大学校长甲某、招生工作处处长乙某
    if base is not None and base.area is not None:
        if words.startswith(load("bodies")["congresses"]):
            return Body(words, "congress", base.area)
        if _carries(words, base.area, case.finder):
            return Body(words, "other", base.area)
        if not _of_an_area(words) or (base.kind == "other" and not department().match(words)):
            return Body(words, "other", None) if len(words) >= 4 else REFUSED
        if base.name.startswith(("委", "党委")) and words.startswith(load("bodies")["of_committee"]):
            return Body("委" + words, "office", base.area)
        return Body(words, "office", base.area)
    if department().match(words) or words.startswith(load("bodies")["congresses"]):
        home = case.finder.home
        if home is None:
            return REFUSED
        kind = "congress" if words.startswith(load("bodies")["congresses"]) else "office"
        return Body(words, kind, Area(home.name, home.level, home.code, home.parent))
    return Body(words, "other", None) if len(words) >= 4 and not part else REFUSED  # 合规业务部: of which firm?


def _of_an_area(words: str) -> bool:
    """Whether a body so called is one of many, told apart by their areas (公安局, 人民医院), not one of its own name
    (中建七局, 上海大学)."""
    first = cut(words)[0]
    own_name = tag_of(first).startswith(("ns", "nz", "nt", "nr", "x", "j")) and not department().match(words)
    return not own_name and not OWN_BUREAU.match(words)


def _carries(words: str, area: Area, finder: AreaFinder) -> bool:
    """Whether a body's own name begins with its area's: 上海警备区 is not 上海市上海警备区."""
    if area.code is None:
        return words.startswith(area.name)
    return words.startswith((area.name, *finder.gazetteer.short_forms(finder.gazetteer.by_code(area.code))))


def _looks_like_a_name(words: str) -> bool:
    """Whether the words before a company's title are its short name (格力电器), not common words (生产, 技术)."""
    parts = cut(words)
    unknown = sum(len(part) for part in parts if tag_of(part) in NAME_TAGS or len(part) == 1)
    if any(tag_of(part) == "j" for part in parts) and words.endswith(NO_FIRM):
        return False
    return (
        2 <= len(words) <= 12 and unknown >= 2 and not any(tag_of(part) in ("p", "d", "r", "uj", "c") for part in parts)
    )
