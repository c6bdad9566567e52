"""Projects and parks by name: noun phrases that end like one and hold more than general words.

A name that ends in 项目 or 工程 is a project; a facility (产业园, 大桥) is one beside a word of building, signing or
opening, a visit does not make it one. Lists (A、B、C等10个项目) give names without an ending of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kg.lexicons import load
from kg.mentions import triggers
from kg.mentions.area_names import named_runs
from kg.mentions.mention import ProjectMention, Span
from kg.mentions.project_evidence import (
    at_site,
    contexts,
    happens_to_one,
    in_row,
    inside_slogan,
    reaches_stage,
    set_up,
)
from kg.mentions.project_lists import counted_list, list_items, list_tails, works_in_lists
from kg.mentions.project_names import (
    IN_BRACKETS,
    clean_name,
    has_proper_name,
    is_specific,
    is_work_of_area,
)
from kg.mentions.project_parts import goes_before_part, lines_of_parts, with_its_line
from kg.mentions.project_shared_ends import before_shared, with_shared_ends
from kg.mentions.project_singles import is_one_of_its_kind
from kg.mentions.project_words import head_pattern, heads_in, name_start
from kg.mentions.project_works import works
from kg.mentions.rejection import Rejection, Why

VERB_THEN_SIZE = re.compile(
    r"(?:开建|建设|投建|兴建|新建|签约|打造|投资|引进|启动|开工|实施)[^，。；]{0,20}\d[^，。；]{0,12}的$"
)
PARKS = ("产业园", "产业园区", "工业园", "工业园区", "科技园", "物流园", "产业城", "示范园区")
PASSED_BY = re.compile(
    r"(?:[接经过距]|往返|相较|对比|[东南西北]起|起于|止于|[下上]穿|上?跨|跨越|穿越|毗邻|[紧相]邻|邻近|靠近|距离|依托|借助)$"
)
JOINS_ANOTHER = re.compile(r"(?:连接|衔接|对接|交于)(?:规划|在建|既有|现有|已建)(?:中|成)?的?$")
QUOTED_OR_SIZED = re.compile(r"[“A-Za-z\d]|(?:集团|公司)")
SINCE = re.compile(r"[^，。；]{0,3}(?:通车|建成|投用|开通|运营|启用)[^，。；]{0,4}以来")
TYPES = re.compile(r"型、$")
FIGURE = re.compile(r"打造|建设成|建成")
VISION = re.compile(
    r"(?:打造成为?|建设成为|建成为|发展成为?|努力成为|力争成为|奋力打造)[^，。；]{0,30}$"
)  # what it is to become
SEASON = re.compile(r"(?:季|节|周|月|活动)暨$")  # a season of shopping and the campaign in it
UNNAMED = re.compile(
    r"一[座个条家](?:计划)?(?:总?投资)[^，。；、]{0,16}元的$"
)  # 一座总投资5亿元的某某工厂: what it is, not its name
IN_A_PLACE = re.compile(r"在[\u4e00-\u9fff]{2,12}，$")  # 在甲省乙市，一座总投资5亿元的某某工厂
BETTER = re.compile(r"(?<![\u4e00-\u9fff])(?P<owner>[\u4e00-\u9fff]{2,6})(?:全新|新一代)$")
AMBITION = re.compile(r"核心|重要|一流|首选|领先|标杆|示范性")
KIND_OF_PROJECT = re.compile(r"是[^，。；]{2,24}(?:工程|项目)")
SET_OUT = re.compile(r"，(?:位于|坐落|选址|地处|总投资|计划总投资|总建筑面积|规划总?面积|占地)")
BEGUN = re.compile(
    r"(?:投资(?:建设|兴建|新建|建立|设立|创立|创办|建成|打造)?|兴建|投建|开工|动工|奠基|签约|落户|引进|竣工|投产|揭牌)了?$"
)
CALLED_IN_SHORT = re.compile(r"[（(](?:以?下)?(?:简称|又称)[^（）()]{2,24}[）)]")
LONG = 10  # characters of a name that is too particular for a class, where 建设 stands before it
CLOSES_CAMPAIGN = re.compile(r"(?:工程|..工程)”")
COUNT_BEHIND = re.compile(r"(?:共|达|有|已有|分别)*\d+[余多]?[个项家座处所]")
POINTED_AT = re.compile(r"(?<!应)(?:该|此|这[条座个项])$")
WHAT_IS_POINTED_AT = re.compile(r"高铁|铁路|公路|高速|隧道|大桥|机场|水库|电站|园区|基地|码头|医院|学校|工程|项目|线路")
AMONG_FIRMS = re.compile(
    r"(?:、[^，。；]{2,40})?等(?:[\d一二三四五六七八九十多]+家)?(?:重点|骨干|龙头|知名|民营|规上)?(?:企业|单位|公司|部门)(?:[^，。；]{0,8})(?:发言|负责人|代表|参加|出席|参会|交流|获|荣获|被)"
)
AT_AN_EVENT = re.compile(r"(?:(?<!正)在|走进|来到|前往|赴)$")
OWNER = re.compile(r".{3,}?有限(?:责任)?公司(?=.{4})")
COUNTED = re.compile(r"(?:(?<!\d)(?:[2-9]|\d{2,})|[两三四五六七八九十百]+)(?:余|多)?[个项家座条处]$")
PREDICATE = re.compile(
    r"(?:属于|列为|是)[^，。；“”]{0,12}(?:首[个座条项家次例]|最[大长高早快先]|第[一二三四五六][个座条]|唯一|其中|之一|一[个座条项])[^，。；“”]{0,14}$"
)
ONLY_NAMED = ("project.not-built", "project.class")
SHORTEST_CANDIDATE = 5  # shorter words (项目, 该工程) point at a project or at none


def projects(text: str, start: int, end: int) -> Iterator[ProjectMention | Rejection]:
    """The named projects in `text[start:end]` (a sentence), in order, without overlaps; behind them words that
    might have been one and were turned down."""
    heads = list(heads_in(text, start, end))
    listed = bool(triggers.within("lists", text, start, end))
    in_list = list_tails(text, start, end) if listed else []
    found: list[ProjectMention] = []
    turned_down: list[Rejection] = []
    reject = partial(_reject, turned_down, start, end)

    before, after = contexts()
    strong = tuple(load("projects")["strong_heads"])
    opened = False  # whether a word of building stands before the row that a name is in
    for match in heads:
        stop = match.end()
        if match[0] == "项目" and found and found[-1].end == match.start() and found[-1].name.endswith("项目"):
            continue  # 某项目项目总投资: the second 项目 belongs to the sum
        if found and (short := CALLED_IN_SHORT.match(text, found[-1].end, end)) and stop <= short.end():
            continue
        if (
            (bracket := IN_BRACKETS.match(text, stop, end))
            and not CALLED_IN_SHORT.match(text, stop, end)
            and (head_pattern().match(text, bracket.end(), end) or re.search(r"期|段|部|院区|校区", bracket[0]))
        ):
            stop = bracket.end()
        if any(a <= match.start() < b for a, b in in_list):
            continue
        if match[0].endswith("城") and text.startswith("市", stop) and not text.startswith(("市民", "市政"), stop):
            continue  # 体育城市建设 builds no 体育城
        first = name_start(text, start, stop)
        raw = text[first:stop]
        name = _without_owner(clean_name(raw))
        lead = before_shared(text, start, first, name)
        verb = before.search(text[max(start, lead - 8) : lead])
        if not name:
            continue
        row = bool(found) and found[-1].end + 1 == first and text[found[-1].end] == "、"
        opened = opened if row else bool(verb)
        single = False
        if not is_specific(name, opened, bool(verb and BEGUN.search(verb[0]))) and not (
            is_work_of_area(name) and happens_to_one(text, start, end, first, stop)
        ):
            own = first + max(0, raw.find(name))
            single = is_one_of_its_kind(text, start, end, own, stop, name)
            if not single:
                if len(name) >= SHORTEST_CANDIDATE:
                    reject(Why("project.class"), first, stop)
                continue
        if not verb and PREDICATE.search(text, max(start, first - 30), first):
            reject(Why("project.predicate"), first, stop)
            continue  # 某电站开工，这是我国首个变速抽水蓄能工程: what it is, not its name
        first = stop - len(raw) + raw.find(name) if name in raw else first
        new = BETTER.search(text, max(start, first - 8), first)
        if new and not has_proper_name(name) and has_proper_name(new["owner"]):
            first, name = new.start(), new[0] + name  # 甲企全新电池项目
        if text[first - 1 : first] == "“" and CLOSES_CAMPAIGN.match(text, stop - 2, end):
            reject(Why("project.campaign"), first, stop)
            continue  # “交通畅达工程” is a campaign
        if COUNT_BEHIND.match(text, stop, end):
            found = [m for m in found if m.start < first or stop <= m.start]
            reject(Why("project.counted"), first, stop)
            continue  # 文旅康养项目37个
        named = has_proper_name(name) or (
            verb and len(name) >= LONG and (verb[0].endswith("建设") or len(name) > LONG + 2)
        )
        if name.endswith(strong) and not (named or single or happens_to_one(text, start, end, first, stop)):
            single = is_one_of_its_kind(text, start, end, first, stop, name)
            if not single:
                reject(Why("project.class"), first, stop)
                continue  # 农房改善项目: a class, unless something is said that happens to one thing only
        if WHAT_IS_POINTED_AT.match(name) and POINTED_AT.search(text, max(start, first - 2), first):
            reject(Why("project.class"), first, stop)
            continue  # 该高铁三标段: of the line named before
        if COUNTED.search(text, max(start, first - 8), first):
            reject(Why("project.counted"), first, stop)
            continue  # 996个乡镇污水处理项目
        if TYPES.search(text, max(start, first - 2), first) or (
            verb and FIGURE.search(verb[0]) and AMBITION.search(name) and not re.search(r"[\d“]", name)
        ):
            reject(Why("project.class"), first, stop)
            continue  # 港口型、空港型某某枢纽; 打造甲省液体某某核心供应基地
        if VISION.search(text, max(start, first - 40), first) or SEASON.search(text, max(start, first - 8), first):
            reject(Why("project.campaign"), first, stop)
            continue
        unnamed = None if QUOTED_OR_SIZED.search(name) else UNNAMED.search(text, max(start, first - 24), first)
        if unnamed and not IN_A_PLACE.search(text, start, unnamed.start()):
            reject(Why("project.predicate"), first, stop)
            continue
        if text.startswith(("领办", "托管"), stop):
            reject(Why("project.not-built"), first, stop)
            continue  # 甲小学领办的乙校区: the one that helps
        if text.endswith("自", start, first) and SINCE.match(text, stop, end):
            reject(Why("project.passed-by"), first, stop)
            continue  # 自某大桥通车以来
        if not name.endswith(strong):
            if AMONG_FIRMS.match(text, stop, end):
                reject(Why("project.not-built"), first, stop)
                continue  # 甲集团、乙产业园等企业作会议发言
            if JOINS_ANOTHER.search(text, max(start, first - 10), first):
                reject(Why("project.passed-by"), first, stop)
                continue
            if PASSED_BY.search(text[max(start, first - 2) : first]):
                reject(Why("project.passed-by"), first, stop)
                continue
            site = at_site(text, stop, end)
            if not verb and not site and AT_AN_EVENT.search(text[max(start, first - 2) : first]):
                reject(Why("project.place-of-event"), first, stop)
                continue  # 公益展在甲步行街启动
            behind = after.match(text, stop) or SET_OUT.match(text, stop, end) or KIND_OF_PROJECT.match(text, stop, end)
            behind = (
                behind
                or site
                or set_up(text, start, first, name)
                or (has_proper_name(name) and reaches_stage(text, stop, end))
            )
            if behind and text.startswith("的", stop) and not site and not has_proper_name(name):
                behind = None  # 完成环卫驿站的建设: a class
            begins = first == start or text[first - 1] in "，、：；“ \n"
            verb = (
                verb
                or (begins and name.endswith(PARKS))
                or (text[first - 1 : first] == "的" and VERB_THEN_SIZE.search(text[max(start, first - 30) : first]))
            )
            if not (verb or behind or row or in_row(text, start, end, first, stop)):
                reject(Why("project.not-built"), first, stop)
                continue
        if inside_slogan(text, start, first, stop):
            reject(Why("project.slogan"), first, stop)
            continue
        whole = next((m for m in found if m.start == first), None)
        if whole is not None and goes_before_part(text, whole, name, stop, strong):
            continue
        found = [m for m in found if m.end <= first]  # 数据中心 inside 数据中心二期项目
        found.extend(with_its_line(text, ProjectMention(first, stop, name, match[0])))
    if turned_down and found:
        only_named = [each.subject for each in turned_down if each.why in ONLY_NAMED and each.subject is not None]
        found.extend(lines_of_parts(text, only_named, found))
    for tail_start, _ in in_list:
        found.extend(list_items(text, start, tail_start, found))
    if found or listed:
        found = list(with_shared_ends(text, start, end, found))
    if listed:
        found.extend(works_in_lists(text, start, end, found))
    found.extend(counted_list(text, start, end, found))
    done = list(works(text, start, end, found))
    found = [m for m in found if not any(w.start < m.end and m.start < w.end for w in done)]  # 甲大厦 of 甲大厦改造
    found.extend(done)
    yield from sorted(found, key=lambda m: m.start)
    for each in turned_down:
        words = each.subject
        if words is not None and not any(m.start < words.end and words.start < m.end for m in found):
            yield each


def _reject(turned_down: list[Rejection], start: int, end: int, why: Why, first: int, stop: int) -> None:
    turned_down.append(Rejection(why, Span(start, end), Span(first, stop)))


def _without_owner(name: str) -> str:
    """The name without a company that an area follows: 某某有限公司甲县乙项目 is 甲县乙项目."""
    owner = OWNER.match(name)
    if owner and any(run.start == owner.end() for run in named_runs(name, 0, len(name))):
        return name[owner.end() :]
    return name
