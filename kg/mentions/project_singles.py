"""Projects that are called by their trade alone (某县集中供水项目, 石化项目), where the words around them speak of one.

What makes one of a class is a sum of its own before or behind the name, a company that puts its money into it, or the
next sentence, which goes on about 该项目.
"""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.project_names import (
    CLASS_WORDS,
    KIND_LAST,
    NEVER_INSIDE,
    NUMBERS_INSIDE,
    PART_OF_WORK,
    WORK,
    general_words,
)

LEAST_OWN = 2  # characters of a name that are not general words, where only a sum stands before it
SHORTEST = 6  # characters of a name of general words with 项目
SUM = r"[^，。；\d]{0,6}\d[\d.]*[余多]?[万亿]+[余多]?(?:美|欧|港|日)?元(?:人民币)?"
SUM_BEFORE = re.compile(
    rf"(?:投资额?|总金额|总额|斥资|出资|耗资|造价|投入){SUM}(?:的|，?(?:全部)?用于(?:建设|兴建|新建|实施)?)$"
)
SUM_BEHIND = re.compile(r"(?:计划|预计|概算|估算|规划)?总投资(?:额|概算|预算)?(?:约|近|达|超过?|为|预计)*\d")
ROW = r"(?:[^，。；]{4,30}?(?:项目|工程)(?:[和及与、]|以及))*$"  # 用于甲项目和乙项目: for both
INVESTOR = re.compile(
    rf"(?:公司|集团|股份|企业|科技|实业)(?:公告)?，?(?:公司)?(?:近日|此次)?(?:拟|将|计划)(?:投资|出资|斥资)(?:建设|兴建|新建|实施)?{ROW}"
    rf"|募(?:集资金|资)[^。；]{{0,40}}?(?:用于|投向|投入)(?:投资)?(?:建设|新建|实施)?{ROW}"
)
COUNTED_AREAS = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})个?(?:省区市|省市区|省区|省市|省份|省|市|地市|州市|区县|县区|区|县)$"
)  # 甲、乙、丙三省区: what is done there is one programme
DONE = re.compile(r"(?:全面|已|正在?|加快|正式|顺利|同步|陆续)*(?:展开|铺开|开工|启动|推进|实施|完工|完成|建成|竣工)")
GOES_ON = re.compile(
    r"[。；，](?:\s*据(?:了解|悉|介绍)，)?(?:该|此)(?:项目|工程)(?!负责|经理|部|的实施|实施以来)[^，。；]{0,4}?"
    r"(?:总投资|计划|预计|占地|位于|坐落|选址|总建筑|建筑面积|规划|总用地|用地|由|建成|投产|分[两三一二]期|一期|于|主体|主要建设|建设内容|设计)"
)
IS_THE_MOST = re.compile(
    r"是(?:我国|全国|中国|国内|世界|全球|我省|全省|[\u4e00-\u9fff]{2,8}(?:省|地区|市))[^，。；]{0,12}?(?:最[大长高多]|首[个座条]|第一)[^。；]{0,30}?(?:工程|项目)"
)
MANY = re.compile(
    r"老旧|居民|各|多个|一批|全[省市县区]|系列|部分|重点|[等类批]|城乡|第[一二三四五六七八九十\d]|合作|体育|教学|培训|支教|志愿|公益|慈善|帮扶|救助|服务项目$"
)


def is_one_of_its_kind(text: str, start: int, end: int, first: int, stop: int, name: str) -> bool:
    """Whether a name of general words that stands at `first` to `stop` is that of one project.

    >>> text = "云帆公司拟投资智能中台建设项目。"
    >>> is_one_of_its_kind(text, 0, len(text), 7, 15, "智能中台建设项目")
    True
    """
    if not name.endswith(tuple(load("projects")["strong_heads"])):
        return False
    if SUM_BEFORE.search(text, max(start, first - 30), first):
        return len(general_words().sub("", name)) >= LEAST_OWN and not MANY.search(name)
    if not _could_be_one(name):
        return False
    return bool(
        SUM_BEHIND.match(text, stop, end)
        or INVESTOR.search(text, max(start, first - 90), first)
        or GOES_ON.match(text, stop)
        or IS_THE_MOST.match(text, stop, end)
        or (
            COUNTED_AREAS.search(text, max(start, first - 6), first)
            and WORK.search(name)
            and (DONE.match(text, stop, end) or SUM_BEHIND.match(text, stop, end))
        )
    )


def _could_be_one(name: str) -> bool:
    return (
        len(name) >= SHORTEST
        and not name.endswith(load("projects")["not_projects"])
        and not any(p.search(name) for p in (CLASS_WORDS, KIND_LAST, NEVER_INSIDE, NUMBERS_INSIDE, PART_OF_WORK, MANY))
    )
