"""Posts of other states and their cities, of political parties, and of missions: 马来西亚总理, 旧金山市市长,
某国某党主席, 某国驻华使馆参赞.

A foreign city is an area without a code. A bare 外长 behind one country in its sentence is that country's; a bare 总理
never is, unless the post before it says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.lexicons import alternation, load, word_set
from kg.mentions.foreign_names import DOTTED, transliterated
from kg.mentions.mention import Area, Body
from kg.mentions.post_case import REFUSED, Answer, Case
from kg.mentions.words import cut

STATE_REACH = 60  # characters before a bare 副总理 in which a country makes it that country's
CALLED = re.compile(r"^(?:应|据)?(?P<name>.+?)(?:共和国|联邦|王国|联合王国)?(?:政府|联邦政府)?$")
NEWLY = ("新任", "现任", "时任", "候任")  # what may stand between a country and the post
FOREIGN_ALONE = ("外长", "总统", "首相", "副总统", "国王")  # China has none of these
CITY_HEADS = ("市长", "州长", "省长")
MINISTERS = ("部长", "大臣")
JOINED = ("和", "与", "及", "以及")
NO_MINISTRY = ("府", "办", "局", "委", "统筹", "邦", "州")
FORMERLY = ("前", "原", "时任", "候任")
ALL_HAN = re.compile("[\u4e00-\u9fff]+")
LONGEST_MINISTRY = 12
OF_PARTY = re.compile("(?:民主党|共和党|工党|保守党|自由党)(?:籍)?$")
CITY_LEVEL = re.compile(r"(?:特别市|市|州)$")
PARTY_HEADS = (
    "书记长",
    "副书记长",
    "主席",
    "副主席",
    "秘书长",
    "副秘书长",
    "党首",
    "党魁",
    "总召",
    "发言人",
    "总书记",
    "领袖",
    "代表",
)
PARTY = re.compile(r"^.*(?:执政党|在野党|反对党|第[一二三]大党)(?P<name>[\u4e00-\u9fff]{2,10}党)$")
MISSION = re.compile(
    r"^(?P<who>[\u4e00-\u9fff]{0,8}?)驻(?P<where>[\u4e00-\u9fff]{1,8}?)"
    r"(?:(?:大使馆|使馆|总领事馆|总领馆|领事馆)[\u4e00-\u9fff]{0,6})?$"
)
HOUSES = {"大使": "大使馆", "公使": "大使馆", "参赞": "大使馆", "公使参赞": "大使馆", "公使衔参赞": "大使馆",
          "总领事": "总领事馆", "副总领事": "总领事馆"}  # fmt: skip


@cache
def _countries() -> re.Pattern[str]:
    return re.compile(alternation(load("countries")["countries"]))


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load('countries')['parties'])})(?:团|中央)?$")


def _country(words: str) -> str | None:
    """The country that `words` name: 塔吉克斯坦共和国, 新加坡政府."""
    match = CALLED.match(words)
    return match["name"] if match and match["name"] in word_set("countries", "countries") else None


def of_another_state(name: str) -> bool:
    """Whether the name of a body begins with a country's: 法国外交部, not 中国…"""
    return _countries().match(name) is not None


def foreign_state(case: Case) -> Answer:
    """马来西亚总理; 柬埔寨新任首相; 副总理 behind a post in the same country's state or party."""
    lexicon = load("countries")
    if case.title.head not in lexicon["state_heads"]:
        return None
    if country := _country(case.words):
        return Body(country + "政府", "other", None)
    if case.words not in ("", "政府"):
        return None
    if case.base is not None and (match := _countries().match(case.base.name)):
        return Body(match[0] + "政府", "other", None)
    start = case.chunk.start
    if case.chunk.stopped_by in NEWLY:
        start = case.chunk.stop_start
        named = [m[0] for m in _countries().finditer(case.text, max(0, start - 12), start) if m.end() == start]
        if named:
            return Body(named[0] + "政府", "other", None)
    before = {m[0] for m in _countries().finditer(case.text, max(0, start - STATE_REACH), start)}
    if len(before) == 1 and case.title.head in FOREIGN_ALONE and case.chunk.stopped_by in ("", *NEWLY):
        return Body(before.pop() + "政府", "other", None)
    return REFUSED if before else None  # 新加坡…副总理: of which state is not said, surely not of China's


def ministry(case: Case) -> Answer:
    """法国外交部长, 美商务部长, and 应急准备部长 before a foreign name in an article that names one other country."""
    title, words = case.title, case.words
    if title.head not in MINISTERS or title.unit or case.inside or not words or title.modifier == "首席":
        return None
    if case.chunk.stopped_by in JOINED:  # 甲国外交和国际合作部长
        return _joined_ministry(case)
    country, stem = _country_and(words)
    if country is None and case.base is not None and (own := _countries().match(case.base.name)):
        country = own[0]  # 甲国副总理兼财政部长
        if words not in load("countries")["ministries"]:
            return Body(country + "政府", "other", None)
    if stem.startswith(FORMERLY):
        return REFUSED
    if country is None and title.head == "部长" and ALL_HAN.fullmatch(words) and len(words) <= LONGEST_MINISTRY:
        if not DOTTED.match(case.text, title.end):
            return None
        named = {m[0] for m in _countries().finditer(case.text, 0, case.chunk.start)}
        country, stem = (named.pop(), words) if len(named) == 1 else (None, words)
    if country is None or not stem:
        return None
    if not ALL_HAN.fullmatch(stem) or len(stem) > LONGEST_MINISTRY:
        return REFUSED
    if title.head != "部长" or stem.endswith(NO_MINISTRY):
        return Body(country + "政府", "other", None)
    return Body(country + stem.removesuffix("部") + "部", "other", None)


def _joined_ministry(case: Case) -> Answer:
    """A ministry of two fields, the first of which stands behind the country and before 和."""
    start = case.chunk.stop_start
    left = max(0, start - LONGEST_MINISTRY)
    first = next((m for m in _countries().finditer(case.text, left, start)), None)
    if first is None or not ALL_HAN.fullmatch(case.text, first.end(), start):
        return REFUSED if DOTTED.match(case.text, case.title.end) else None
    return Body(case.text[first.start() : case.chunk.end] + "部", "other", None)


def _country_and(words: str) -> tuple[str | None, str]:
    """The country that `words` begin with, in full or by its one character, and the rest."""
    if match := _countries().match(words):
        return match[0], words[match.end() :]
    short: Mapping[str, str] = load("countries")["by_one_character"]  # type: ignore[assignment]
    if words[:1] in short and words[1:] in load("countries")["ministries"]:
        return short[words[0]], words[1:]
    return None, words


def foreign_city(case: Case) -> Answer:
    """旧金山市市长, 加拿大某某市长: the city as an area of no code."""
    if case.title.head not in CITY_HEADS or case.inside or not case.words:
        return None
    words = OF_PARTY.sub("", case.words)
    country = _countries().match(words)
    name = CITY_LEVEL.sub("", words[country.end() :] if country else words)
    last = CITY_LEVEL.sub("", cut(words)[-1]) or "".join(cut(words)[-2:-1])  # 此举遭到华盛顿市长反对
    if last in word_set("countries", "cities"):
        name = last
    if not (name in word_set("countries", "cities") or (country and len(name) > 1 and transliterated(name))):
        return None
    if case.title.head == "州长" and not name.endswith("州"):
        name += "州"
    of_city = case.title.head == "市长" and not name.endswith(("市", "城"))
    return Body("市政府" if of_city else "政府", "zone", Area(name, "country", None, None))


def party(case: Case) -> Answer:
    """国民党主席, 韩国最大在野党某某党党首."""
    words = case.words
    if case.title.head not in PARTY_HEADS or case.title.unit or "党" not in words[-3:] or case.inside:
        return None
    if match := PARTY.match(words):
        return Body(match["name"], "other", None)
    if words.endswith("党") and _countries().match(words):
        return Body(words, "other", None)
    known = _parties().search(words)
    return Body(known[0], "other", None) if known else None


def mission(case: Case) -> Answer:
    """中国驻甲国大使, 甲国驻乙市总领事, 甲国驻华使馆公使参赞: their embassy or consulate."""
    house = HOUSES.get(case.title.head)
    if house is None:
        return None
    match = MISSION.match(case.words)
    if match and match["who"].endswith(("前", "原")):
        return REFUSED  # 甲国前驻乙国大使: no post of now
    return Body(f"{match['who']}驻{match['where']}{house}", "other", None) if match else REFUSED
