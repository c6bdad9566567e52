"""Which names say which project it is: general words taken out, something must be left."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.mentions.area_names import named_runs
from kg.mentions.words import cut, tag_of

NUMBERED = re.compile(
    r"^(?:\d[\d.]*|[一二两三四五六七八九十百]+)(?:个|栋|幢|间|套|台|项|大|批|类|家|条|座|处|期|多个|余个)"
)
LEADING = re.compile(
    r"^(?:一些|相较|(?:该|本)?公司(?:拟|将|计划)(?:投资|建设)?|(?:19|20)\d\d年度?|首批|首个|辖区|首座|首条|首期|全国首个|全省首个|全市首个|国内首个|一批|多个|各个|这些|这个|该|本(?!溪)|此|其|这一|上述|总|整个|另外|目前|今年|去年|明年|全部|所有|某|对|在|与|和|及|以及|为|将|等|的|了|着)+"
)
SUM_FIRST = re.compile(
    r"^(?:(?:计划|预计|估算|概算)?总?投资额?|耗资|投入)(?:约|近|超过?|逾|达)?[\d.]+[余多]?[万亿]+[余多]?美?元(?:人民币)?的?"
)
SIZE_FIRST = re.compile(r"^\d[\d.]*[余多]?[万亿]?(?:平方米|平方公里|亩|公顷)(?:左右|以上)?的?")
DATED = re.compile(
    r"^(?:“\d{1,2}[·.]\d{1,2}”|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?=[\u4e00-\u9fff]{4}))"
)  # “7·31”甲县乙项目: the event, not the project; 1月甲工厂
ENDPOINT = re.compile(r"[东西南北][起至]|高质量")  # 西起某园区: where a line begins
ENLARGED = re.compile(
    r"(?:机场|车站|火车站|医院|电厂|水厂|水库|电站|港区).{0,3}(?:扩建|改扩建|迁建)"
)  # 某机场三期扩建工程
SOFT_END = re.compile(
    r"(?:旅游|文化|娱乐|体验|示范|样板|标杆|安居)(?:项目|工程)$"
)  # classes, but for a name before them
AREAS_COUNTED = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})个?(?:省区市|省市区|省区|省市|省份|省|市|地市|州市|区县|县区|县)(?=[\u4e00-\u9fff]{4,}(?:项目|工程)$)"
)  # 甲、乙、丙三省区某工程
KIND_LAST = re.compile(r"(?:重点|重大|在建|续建|签约|招商|产业类|民间投资)(?:建设|投资|产业)?(?:项目|工程)$")
SLOGAN_OF_NUMBERS = re.compile(
    r"[一二三四五六七八九十](?:园|区|园区|城|院|轴|核|带|心)[一二三四五六七八九十]"
)  # 一园区三基地
ONE_OF_A_CLASS = re.compile(
    r"^(?:.*[省市县区镇乡])?[\u4e00-\u9fff]{0,3}(?<![第合统唯万])一(?:工业园|产业园|园区|项目|工地|水库|大桥|工厂|厂房)区?$"
)
CAMPAIGN = re.compile(r"”(?:战略|系统|民生|惠民)?工程$")
TRIED = re.compile(r"(?:试点|示范|行动)(?:项目|工程)$")
OWNED = re.compile(r"[\u4e00-\u9fff]{2,8}(?:集团|公司|股份|酒业|药业)(?=[\u4e00-\u9fff]{2,}(?:项目|工程)$)")
WATERWORKS = re.compile(r"“[引调].{1,2}[济入补供].{1,2}”|“[^”]{2,6}入[江河湖淮黄渠海]{1,2}”")  # “引江济淮”工程 is built
ANOTHER_NAME = re.compile(r"[（(](?:以?下(?:简)?称|简称|又称|暂定名)[^（）()]*[）)]")
WORK = re.compile(
    r"(?:改造|提升|建设|治理|整治|修复|重建|扩建|新建|迁建|加固|供水|供热|供气|排水|处理|保护|疏浚|一体化)(?:项目|工程)$"
)
LEAST_BEHIND_AREAS = 4  # characters of a name behind its areas
LEAST_WORDS = 8  # characters behind the area: 城区供热管网改造工程 has 10
CLASS_WORDS = re.compile(r"重点|重大|项目建设|产业|招商|各[类项]|民生|基础设施|\d+个|[一二三四五]批")
FULL_AREA_ALONE = re.compile(r"[省市县区](?:高速公路|高速|公路|铁路|枢纽|基地|工厂|医院|学校|水库|管网)$")
AREA_AND_KIND = re.compile(r"(?<!第)(?:生产线|基地)$")
VAGUE_ENDS = ("中心", "基地", "生产线", "工厂", "通道", "公园", "枢纽", "酒店", "医院", "学校", "园区", "景区", "长廊")
PART_OF_WORK = re.compile(rf"(?<![及和与])(?:{alternation(load('projects')['parts_of_work'])})(?:工程|项目)$")
NUMBERS_INSIDE = re.compile(
    r"\d+(?:个|批|家|所|座)|(?<=[\u4e00-\u9fff])\d+[条处](?![\dA-Za-z])|[\d亿万]美?元|过亿|一批|^[共分]{0,2}[一二三四五]期$"
)
IN_BRACKETS = re.compile(r"[（(][^（）()，。；]{1,12}[）)]")
QUOTED = re.compile(r"[“‘][^“”‘’，。；]{1,14}[”’]")
NEVER_INSIDE = re.compile(alternation(load("projects")["never_inside"]))
CLASS_FIRST = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4}(?:重[大点]|帮包|包保|包联|联系|包(?=项目))[\u4e00-\u9fff]{0,4}(?:项目|工程)|(?:特色|重点|省级|国家级|市级)[\u4e00-\u9fff]{0,4}(?:园区|产业园))(?=.{4,}(?:项目|工程|基地|园|[）)])$)"
)
SPORT = re.compile(
    r"(?:运动会|[亚大奥全冬残]运会|奥运|冬残?奥|世锦赛|锦标赛|联赛|[杯邀请]赛|比赛|竞赛|选拔赛)(?!.{0,6}?(?:场馆|场地|体育[馆场]|中心|[村园路桥站]|公园|配套|保障|改造|建设|提升|工程))"
)  # 甲城运动会跳马项目
AFTER_PROJECTS = re.compile(
    r"(?:(?:^|[^勾吸牵指导])引|抢|争|抓|跑|谈|揽|找|提供|坚持|迎来|寻找|争取|招引|承揽|体验|相应|竞技|小)项目$"
)  # 瞄准高端引项目: a verb and 项目
POSITION = re.compile(
    r"(?:重要|主要|关键|战略|核心|区域性?|国际性)(?:的|综合|交通|战略|物流|开放)*(?:枢纽|通道|节点|支点|门户)$|[A-Z\d]级?(?:旅游)?景区$"
)  # what a place is to be, or is rated
ANOTHER_CROSSED = re.compile(r"(?:[上下]跨|[上下]穿|跨越).{2,}(?<![桥隧]道)(?<!桥)(?<!项目)(?<!工程)(?<!隧道)$")
TWO_QUOTATIONS = re.compile(r"”[^“]*“")
NAME_TAGS = ("x", "nz", "ns", "nr", "nt", "nrt", "nrfg")


@lru_cache(maxsize=8192)
def is_specific(name: str, built: bool = False, begun: bool = False) -> bool:
    """Whether a name says which project it is, not only of what kind.

    What is left when all general words are taken out must be at least two characters, and for a name that ends in
    项目 or 工程 four, or hold a name, a number or a quotation. `built` says that a verb of building stands before it,
    `begun` that this verb is said of one thing (投资兴建, 奠基), not of a policy (推进, 建设).

    >>> is_specific("丙电汽车芯片封测一期项目"), is_specific("省级重点产业项目"), is_specific("钢铁项目")
    (True, False, False)
    """
    bare = NUMBERED.sub("", name)
    if (
        (bare.endswith(load("projects")["not_projects"]) and not _named_behind_area(SOFT_END.sub("", bare), bare))
        or NEVER_INSIDE.search(name)
        or TWO_QUOTATIONS.search(name)
        or AFTER_PROJECTS.search(name)
        or POSITION.search(name)
        or ANOTHER_CROSSED.search(name)
        or (name.endswith("项目") and SPORT.search(name))
    ):
        return False
    if name.endswith(load("projects")["heads_of_named"]) and not name.endswith(load("projects")["heads"]):
        left = general_words().sub("", name.replace("中国", "国国"))
        if len(left) < 2 or not (begun or has_proper_name(name)):
            return False
    if SLOGAN_OF_NUMBERS.match(name) or ONE_OF_A_CLASS.search(name):
        return False
    if PART_OF_WORK.search(name) or NUMBERS_INSIDE.search(name):
        return False
    if KIND_LAST.search(name) or ENDPOINT.match(name):
        return False  # 甲县经济开发区重点项目
    if name.endswith(load("projects")["figures"]) and not has_proper_name(name):
        return False  # 打造内陆开放综合枢纽
    quoted = QUOTED.match(name)
    if quoted and len(quoted[0]) <= 6 and len(name) - len(quoted[0]) <= 2 and not WATERWORKS.match(name):
        return False  # “四通一保”项目 is a campaign
    if quoted and TRIED.search(name) and not general_words().sub("", name[len(quoted[0]) :]):
        return False  # “某拆某建”试点项目
    if CAMPAIGN.search(name) and not WATERWORKS.search(name):
        return False
    if len(IN_BRACKETS.sub("", bare)) < 4 or any(name.count(a) != name.count(b) for a, b in ("（）", "()", "“”")):
        return False
    if (quoted := QUOTED.search(name)) and "、" in quoted[0]:
        return False  # a slogan, and the campaign named after it
    if re.search(r"[\u4e00-\u9fff]{2}[—–-]{1,2}[\u4e00-\u9fff]{2}", name):
        return True  # a line between two places
    left = general_words().sub("", re.sub(r"[“”‘’（）()\d.—-]+", "", bare))
    if name.endswith(tuple(load("projects")["strong_heads"])):
        proper = (
            QUOTED.search(name)
            or re.search(r"\d+(?:\.\d+)?[A-Za-z万亿吨千兆百]", name)
            or any(tag_of(word) in NAME_TAGS for word in cut(left))
        )
        for run in named_runs(left, 0, len(left)):
            if len(left) - (run.end - run.start) < 2 and not (ENLARGED.search(name) and _named_behind_area(name)):
                return False  # 德州市重点项目 is a class
        words = cut(left)
        unknown = sum(len(word) == 1 and not tag_of(word).startswith(("d", "v", "p", "r", "c")) for word in words) >= 2
        return len(left) >= 4 or (len(left) >= 2 and bool(proper or unknown))
    if (kind := AREA_AND_KIND.search(bare)) is not None:
        rest = general_words().sub("", bare[: kind.start()])
        if any(run.start == 0 and run.end == len(rest) for run in named_runs(rest, 0, len(rest))):
            return False  # 甲市基地, 甲省某某生产线: one of a class, or half a name
    if len(left) < 3 and FULL_AREA_ALONE.search(bare) and named_runs(bare, 0, len(bare)):
        return False  # 河南省高速公路
    if built and len(name) >= 6 and name.endswith(load("projects")["public_buildings"]):
        return True
    if name.endswith(VAGUE_ENDS):
        return len(left) >= (2 if begun else 3) or (
            any(tag_of(word) in NAME_TAGS or len(word) == 1 for word in cut(left))
            and not bare.startswith(load("projects")["made_new"])
        )
    return len(left) >= 2


def _named_behind_area(name: str, whole: str = "") -> bool:
    """Whether a name has a proper part besides the area that it begins with; false where it is all of `whole`."""
    own = next(iter(named_runs(name, 0, len(name))), None)
    if own is None or own.start:
        return bool(re.search(r"\d[万亿吨千兆百]", name)) and name != whole
    return name != whole and has_proper_name(name[own.end :])


@lru_cache(maxsize=8192)
def is_work_of_area(name: str) -> bool:
    """Whether a name of general words is that of one work: it begins with a county or a smaller area, and says more
    than a field.

    >>> is_work_of_area("平原县城区供热管网改造工程"), is_work_of_area("平原县重点产业项目")
    (True, False)
    """
    runs = named_runs(name, 0, len(name))
    if not runs or runs[0].start or runs[0].short or not WORK.search(name) or PART_OF_WORK.search(name):
        return False
    return len(name) - runs[0].end >= LEAST_WORDS and not CLASS_WORDS.search(name)


@lru_cache(maxsize=8192)
def has_proper_name(name: str) -> bool:
    """Whether a name holds something that only one project is called by: an area, a quotation, a size, letters, or
    characters that no dictionary knows as a word.

    >>> has_proper_name("丙电汽车芯片封测项目"), has_proper_name("农房改善项目")
    (True, False)
    """
    if QUOTED.search(name) or re.search(r"[A-Za-z]|\d+(?:\.\d+)?[万亿吨千兆百]|[—–-]", name):
        return True
    if named_runs(name, 0, len(name)):
        return True
    if (owner := OWNED.match(name)) and owner[0] not in load("companies")["generic"]:
        return True  # 某某集团白酒项目
    plain, run = _plain_words(), ""
    for word in (*cut(name), "项目"):
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and not tag_of(word).startswith(("p", "r", "c", "m", "u")):
            run += word
            continue
        if (len(plain[1].sub("", run)) >= 2 and not all(c in plain[0] for c in run)) or (
            len(word) > 1 and word not in plain[0] and tag_of(word) in NAME_TAGS
        ):
            return True
        run = ""
    return False


@cache
def _plain_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """Words that are no names, though the dictionary lacks them or lists them as names; and the pattern of all such."""
    words = (*load("projects")["plain"], *load("projects")["generic"])
    return frozenset(words), re.compile(alternation(word for word in words if len(word) > 1))


@cache
def general_words() -> re.Pattern[str]:
    """The words that say nothing about which project a name means."""
    return re.compile(alternation(load("projects")["generic"]))


@lru_cache(maxsize=8192)
def clean_name(name: str) -> str:
    """The name without what the way back took too much: 首批, 该, another name in brackets, 丙三省区."""
    if (counted := AREAS_COUNTED.search(name)) is not None:
        run = next(iter(named_runs(name, 0, counted.start())), None)
        if not counted.start() or (run is not None and run.start == 0 and run.end == counted.start()):
            name = name[counted.end() :]
    name = SIZE_FIRST.sub("", CLASS_FIRST.sub("", DATED.sub("", SUM_FIRST.sub("", name))))
    name = re.sub(r"^(?:\d{1,2}[.．、](?=\D)|[（(][^（）()]{1,12}[）)])", "", ANOTHER_NAME.sub("", name))
    while (match := LEADING.match(name)) and match.end() < len(name):
        name = name[match.end() :]
    name = (
        NUMBERED.sub("", name)
        if NUMBERED.match(name) and not name[: NUMBERED.match(name).end()].endswith("期")
        else name
    )  # type: ignore[union-attr]
    name = re.sub(r"(项目|公路|铁路|工程|大桥|产业园)\1$", r"\1", name)
    name = name.strip("、，“”" if name.count("“") != name.count("”") else "、，")
    return name.strip("‘’") if name.count("‘") != name.count("’") else name


def with_one_area(name: str) -> str:
    """The name without the areas around the one that it lies in.

    >>> with_one_area("山东省平原县鹤鸣公园项目")
    '平原县鹤鸣公园项目'
    """
    first = next(iter(named_runs(name, 0, len(name))), None)
    if first is None or first.start or len(first.surfaces) < 2 or len(name) - first.end < LEAST_BEHIND_AREAS:
        return name
    gazetteer = load_gazetteer()
    outer = gazetteer.resolve(first.surfaces[-2])
    inner = gazetteer.resolve(first.surfaces[-1], (outer,)) if outer else None
    if outer is None or inner is None or not gazetteer.within(inner, outer):
        return name  # 平原县城区: no division
    return name[first.end - len(first.surfaces[-1]) :]
