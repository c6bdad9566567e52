"""What a clause must say of a facility for it to be a project: that it is built, opened, signed; a visit does not."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.project_names import general_words
from kg.mentions.project_words import ITEM_BREAK, heads_in

EVENT = re.compile(
    r"开工|奠基|签约|签下|落户|落地|竣工|投产|投用|投运|通车|封顶|动工|揭牌|启用|占地|完工|获批|合龙|建成|工地|现场|投资|引进|上马|试生产|点火|并网"
)
BUILT = re.compile(
    r"开工|开建|动工|奠基|建设|签约|落户|落地|竣工|投产|投用|启用|通车|封顶|完工|建成|揭牌|启动|推进|施工|开通|落成"
)
STRONG_IN_ROW = re.compile(r"(?:项目|工程)(?=[、等和及与]|$)")
CLOSES_ROW = re.compile(r"(?:入选|获批|列入|纳入)")
OPENS_ROW = re.compile(r"(?:建设|推进|打造|实施|开工|建成|引进|签约|新建|投建)")

LEAST_OWN = 2  # characters of a plant's name that are not general words
OF_ANOTHER = "恢复|举行|举办|召开|公司|集团|以来|相关|附近"
UP_TO_STAGE = rf"(?:[（(][^（）()]{{2,10}}[）)]|(?!{OF_ANOTHER})[^，。；：！？“”、《》（）的和与及是自对为]){{0,16}}?"


@cache
def contexts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("projects")
    before = alternation(lexicon["building_before"])
    after = alternation(lexicon["building_after"])
    filler = (
        r"(?:已"
        r"|将"
        r"|正在"
        r"|正"
        r"|预计"
        r"|正式"
        r"|顺利"
        r"|全面"
        r"|全线"
        r"|主体"
        r"|也"
        r"|即将"
        r"|今天"
        r"|昨天"
        r"|近日"
        r"|日前"
        r"|目前"
        r"|如期"
        r"|成功"
        r"|陆续"
        r"|加快"
        r"|加速"
        r"|稳步"
        r"|有序"
        r"|全部"
        r"|均"
        r"|实现"
        r"|[（(](?:(?:以下)?(?:简称|又称)[^（）()]{2,16}|[^（）()]{2,8})[）)]"  # 今天（1月5日）
        r"|[于在][^，。；]{2,12}"  # a place or a time: 在某县, 于年内
        r"|[^，。；]{0,8}[日月]"  # a date
        r")*"
    )
    return re.compile(rf"(?:{before})(?:了|的|中的|好|起|着)?$"), re.compile(
        rf"{filler}(?:{after})(?!以来|水平|理念|经验|标准|要求|思路|模式|资金|者|单位|规律|成就)"
    )


@cache
def _stages() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("projects")
    stages, sites, weak = (alternation(lexicon[key]) for key in ("stages", "sites", "weak_before"))
    return (
        re.compile(rf"{UP_TO_STAGE}(?P<stage>(?<!直)(?:{stages}))(?!员|以来|的[\u4e00-\u9fff])"),
        re.compile(rf"的?(?:{sites})"),
        re.compile(rf"(?:{weak})了?$"),
    )


def reaches_stage(text: str, stop: int, end: int) -> bool:
    """Whether the clause behind a name says what stage of building it has reached: 昨天（3月2日）全线开始铺轨."""
    match = _stages()[0].match(text, stop, end)
    return match is not None and next(heads_in(text, stop, match.start("stage")), None) is None


def at_site(text: str, stop: int, end: int) -> bool:
    """Whether a name is that of a building site: 的建设现场."""
    return bool(_stages()[1].match(text, stop, end))


def set_up(text: str, start: int, first: int, name: str) -> bool:
    """Whether a plant is set up: 在某县建立某某制造基地. (建立 a centre may be no more than an office.)"""
    own = general_words().sub("", name)
    return (
        len(own) >= LEAST_OWN
        and name.endswith(load("projects")["plants"])
        and bool(_stages()[2].search(text, max(start, first - 4), first))
    )


def happens_to_one(text: str, start: int, end: int, first: int, stop: int) -> bool:
    """Whether the clause of a name says what happens to one thing (开工, 签约, a sum), and does not count it."""
    left, right = first, stop
    while left > start and text[left - 1] not in ITEM_BREAK:
        left -= 1
    while right < end and (text[right] not in ITEM_BREAK or text.startswith(("，以及", "，及", "，和"), right)):
        right += 1
    further = text[right : right + 12] if right < end else ""
    return bool(
        EVENT.search(text, left, right) or re.match(r"[，,]?(?:计划|项目)?(?:总投资|占地|位于|总建筑)", further)
    )


def in_row(text: str, start: int, end: int, first: int, stop: int) -> bool:
    """Whether a name stands in a row (A、B) that a word of building opens or closes, or that names a project beside
    it."""
    if not (text[first - 1 : first] == "、" or text[stop : stop + 1] in ("、", "等")):
        return False
    left, right = first, stop
    while left > start and text[left - 1] not in ITEM_BREAK:
        left -= 1
    while right < end and text[right] not in ITEM_BREAK:
        right += 1
    before, _ = contexts()
    row = text[left:right]
    return bool(
        STRONG_IN_ROW.search(row) or CLOSES_ROW.search(text, stop, right) or BUILT.search(text, stop, right)
        or before.search(text[max(left, first - 8) : first]) or OPENS_ROW.search(text[left:first])
    )  # fmt: skip


def inside_slogan(text: str, start: int, first: int, stop: int) -> bool:
    """Whether a name is the end of a longer quotation: “打造产城融合高地、首善街区”."""
    opened = max(text.rfind("“", start, first), text.rfind("‘", start, first))
    if opened < 0 or text[stop : stop + 1] not in ("”", "’"):
        return False
    return opened < first - 1
