"""Names of projects in lists: 甲装备、乙隔膜等10个项目, 甲大道、乙景观道等道路建成通车, 甲至乙、丙至丁2个公路项目.

The word that closes the list says that its items are projects, so they need no ending of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.mentions import triggers
from kg.mentions.mention import ProjectMention
from kg.mentions.numbers import value
from kg.mentions.project_names import clean_name, general_words, has_proper_name, is_specific
from kg.mentions.project_words import ITEM_BREAK, LONGEST, head_pattern, name_start
from kg.mentions.words import cut, tag_of

LIST_TAIL = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十]+|多|数)?(?:余|多)?(?:个|项|家|座|条|大)?(?P<kind>[\u4e00-\u9fff]{0,10}?)(?:项目|工程)(?![类机车师])"
)
# Works that are called by another word than 项目, where the clause says that they are built or opened.
WORKS_TAIL = re.compile(
    r"等(?:一大?批|多[个条座]|\d+[个条座])?[^，。；]{0,18}?(?:道路|公路|建筑|地标|场馆|公园|景区|大桥|综合体|载体|园区|平台|学校|幼儿园|医院|水厂|水库|桥梁|隧道|铁路|高速|电站|枢纽|场站|设施|站点)(?!企业|经济|公司|办|上|建设的)"
)
WORKS_OPENED = re.compile(r"(?:打造|建设|新建|建成|推进|完善|开工)(?:了|好)?$")
WORKS_DONE = re.compile(
    r"[^，。；]{0,6}(?:建成|通车|拔地而起|开工|开建|动工|完工|封顶|投产|投运|投入使用|投入运营|开通|启动建设|落成|投用|启用|竣工|开园|加快建设|加速推进|亮相)"
)
# A list that a count closes without 等: as many items as it counts.
COUNT_TAIL = re.compile(
    r"(?P<count>[\d两二三四五六七八九十](?:(?<=\d)\d)?)(?:个|项|条|座)(?P<kind>[\u4e00-\u9fff]{0,8}?)(?:项目|工程)(?![类机车师])"
)
COUNTED_UNIT = re.compile(r"[个项条座](?<=[\d两二三四五六七八九十][个项条座])")  # in every match of it
FEWEST = 3  # of two names beside 两个 the second is often the end of the first
# Who rents a shop there builds nothing; crafts, sports and services are no works.
SHOPS = re.compile(
    r"商业|餐饮|商户|品牌|非遗|体育|运动|比赛|赛事|竞赛|娱乐|演出|服务|收费|检[查测验]|课程|志愿|公益|培训|医疗|体验|游乐"
)
OF_PROJECTS = re.compile(r"资金|经费|库|服务|费用|比赛|负责人")  # 等项目资金: what is done with classes of them
FIRST_VERB = re.compile(r"[^，。；、]*(?:建设|新建|实施|推进|启动|建成|开工)")
LINE = re.compile(r"[\u4e00-\u9fff]{2}[至到][\u4e00-\u9fff]{2}|扩建|段$")
ITEM_MARKS = re.compile(r"、|以及|(?<=[\u4e00-\u9fff])(?:和|及)(?=[\u4e00-\u9fff])")
FIELD_OF_WORK = re.compile(
    r"(?:攻坚|提质|安全|改造|整治|治理|增收|惠民|保障|饮水|关爱|救助|培训|服务|行动|教育|养老|绿化|亮化)$"
)
FIELD_TAGS = ("n", "vn", "v", "a", "b", "l", "d")


def list_tails(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where lists of projects in `text[start:end]` are closed, as (start, end) of the closing words."""
    found = [
        match.span() for match in triggers.finditer("lists", LIST_TAIL, text, start, end)
        if len(general_words().sub("", match["kind"])) < 2 and not SHOPS.search(match["kind"])
        and not OF_PROJECTS.match(text, match.end(), end)
    ]  # fmt: skip
    return found


def works_in_lists(text: str, start: int, end: int, known: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """The works of lists that are closed by what they are (等道路建成通车) or counted without 等.

    >>> text = "积极打造云帆大景区、鹤鸣智慧绿谷等一批平台。"
    >>> sorted(p.name for p in works_in_lists(text, 0, len(text), ()))
    ['云帆大景区', '鹤鸣智慧绿谷']
    """
    for match in triggers.finditer("lists", WORKS_TAIL, text, start, end):
        items = list(list_items(text, start, match.start(), ()))
        if not items or text[items[-1].start : match.start()].count("、") != len(items) - 1:
            continue
        if is_list_of_works(text, start, min(item.start for item in items), match.end(), end):
            yield from (
                item for item in items
                if (has_proper_name(item.name) or head_pattern().search(item.name))
                and not any(m.start < item.end and item.start < m.end for m in known)
            )  # fmt: skip


def is_list_of_works(text: str, start: int, first: int, stop: int, end: int) -> bool:
    """Whether what stands before or behind a list says that its items are built or opened."""
    return bool(WORKS_OPENED.search(text, start, first) or WORKS_DONE.match(text, stop, end))


def counted_list(text: str, start: int, end: int, known: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """The items of a list that is followed by how many they are, where as many stand there."""
    if COUNTED_UNIT.search(text, start, end) is None:
        return
    for match in COUNT_TAIL.finditer(text, start, end):
        if (
            text[match.start() - 1 : match.start()] in ("等", "的", "，")
            or len(general_words().sub("", match["kind"])) >= 2
        ):
            continue
        left = 1 + max(text.rfind(mark, start, match.start()) for mark in ITEM_BREAK)
        left = max(left, start)
        cuts = [left, *(m.end() for m in ITEM_MARKS.finditer(text, left, match.start()))]
        stops = [*(m.start() for m in ITEM_MARKS.finditer(text, left, match.start())), match.start()]
        count = int(value(match["count"]))
        if count < FEWEST or len(cuts) != count:
            continue
        spans = list(zip(cuts, stops, strict=True))
        verb = FIRST_VERB.match(text, *spans[0])
        spans[0] = (verb.end() if verb else name_start(text, *spans[0]), spans[0][1])
        for begin, stop in spans:
            name = clean_name(text[begin:stop])
            if (
                not 4 <= len(name) <= LONGEST
                or name not in text[begin:stop]
                or not (LINE.search(name) or has_proper_name(name))
            ):
                continue
            begin = stop - len(text[begin:stop]) + text[begin:stop].find(name)
            if not any(m.start < stop and begin < m.end for m in known):
                yield ProjectMention(begin, begin + len(name), name, "")


def list_items(text: str, start: int, tail: int, known: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """The names of a list that 等…项目 closes at `tail`, back to the verb before the first."""
    right = tail
    items: list[tuple[int, int]] = []
    while right > start:
        left = right
        depth = 0
        while left > start and (depth or text[left - 1] not in "、" + ITEM_BREAK):
            if text[left - 1] in "）)”’":
                depth += 1
            elif text[left - 1] in "（(“‘" and depth:
                depth -= 1
            left -= 1
        items.append((left, right))
        if name_start(text, left, right) > left or left == start or text[left - 1] != "、":
            break
        right = left - 1
    classes = [_is_class(text[left:right]) for left, right in items]
    if len(items) > 2 and sum(classes) * 2 > len(items):
        return
    for number, (left, right) in enumerate(items):
        if any(m.start < right and left < m.end for m in known):
            continue
        first = left
        if number == len(items) - 1:
            first = name_start(text, left, right)
            if first == right:
                continue
        raw = text[first:right]
        name = clean_name(raw)
        if 4 <= len(name) <= LONGEST and _is_item(name):
            first = right - len(raw) + raw.find(name) if name in raw else first
            yield ProjectMention(first, right, name, "")


def _is_item(name: str) -> bool:
    """Whether an item of a list that 等…项目 closes names a project: the list says that it is one."""
    if is_specific(name + "项目"):
        return not _is_class(name) and not (FIELD_OF_WORK.search(name) and not has_proper_name(name))
    return len(general_words().sub("", name)) >= 2 and not _is_class(name) and bool(head_pattern().search(name))


def _is_class(name: str) -> bool:
    """Whether an item of a list is a field of work (先进制造, 生物医药), not a project."""
    words = cut(name)
    if all(tag_of(word) == "ns" for word in words):
        return True
    return len(name) <= 5 and all(tag_of(w) in FIELD_TAGS for w in words)
