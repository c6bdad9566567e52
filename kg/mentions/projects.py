"""Projects and parks by name: noun phrases that end like one and hold more than general words.

A name is read backwards from its last word (`heads`): word by word, as long as the words can stand in a name. What
remains must say which project it is: 27个省级重点项目 and 重点产业项目 are classes. Lists (A、B、C等10个项目) give names without
an ending of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.areas import named_runs
from kg.mentions.mention import ProjectMention
from kg.mentions.words import cut, frequency, tag_of

NEVER_IN_NAMES = re.compile(r"同志|会议|记者|习近平|[男女]子|公斤级|象棋|足球|篮球|排球|乒乓|羽毛球|游泳|速滑|滑冰|锦标赛|”[^“]*“|个城中村|支教|一批”|来自|站经|站至|筹措|就去|办完|负责人|大学.*工程$|^建|^力争|路基")
VERB_THEN_SIZE = re.compile(r"(?:开建|建设|投建|兴建|新建|签约|打造|投资|引进|启动|开工|实施)[^，。；]{0,20}\d[^，。；]{0,12}的$")
PARKS = ("产业园", "产业园区", "工业园", "工业园区", "科技园", "物流园", "产业城", "示范园区")
WORKING = "建抓促推办开看听说去来到赴上做打保拟投启"
VAGUE_ENDS = ("中心", "基地", "生产线", "工厂", "通道", "公园", "枢纽", "酒店", "医院", "学校")
PART_OF_WORK = re.compile(rf"(?:{alternation(load('projects')['parts_of_work'])})(?:工程|项目)$")
NUMBERS_INSIDE = re.compile(r"\d+(?:个|批)|[\d亿万]元|过亿|一批|^[共分]{0,2}[一二三四五]期$|国家级.{2,14}代表性|新经济项目$")
MAIN_VERBS = ("建设", "新建", "投资", "扩建", "打造", "兴建")  # behind the name of a place they are the sentence's verb
ROAD = re.compile(r"公路|高速|铁路|大道|线|段|航道|通道|隧道")
RARE_VERB = 60  # jieba's count below which a verb of its dictionary is more likely part of a name (鼎新 in 泰鼎新材料)
HARD = "的了在是对和与为把将被由从到有等及以经再已不向让使接"
LONGEST = 40  # characters of a name; 河南省淮河流域重点平原洼地治理工程 has 17, the longest seen 37
NOMINAL = ("n", "j", "b", "a", "l", "i", "eng", "x", "k", "g", "h", "m", "q", "f", "s", "v n", "un", "z")
NUMBERED = re.compile(r"^(?:\d[\d.]*|[一二两三四五六七八九十百]+)(?:个|项|大|批|类|家|条|座|处|期|多个|余个)")
LEADING = re.compile(
    r"^(?:(?:19|20)\d\d年度?|首批|首个|首座|首条|首期|全国首个|全省首个|全市首个|国内首个|一批|多个|各个|这些|这个|该|本|此|其|这一|上述|总|整个|另外|目前|今年|去年|明年|全部|所有|某|对|在|与|和|及|以及|为|将|等|的|了|着)+"
)
TAIL_NOISE = re.compile(r"(?:项目)?(?:建设|施工|开工|签约)?(?:项目)?(?:现场|工地|指挥部|仪式)$")
ANOTHER_NAME = re.compile(r"[（(](?:以?下(?:简)?称|简称|又称|暂定名)[^（）()]*[）)]")
IN_BRACKETS = re.compile(r"[（(][^（）()，。；]{1,12}[）)]")
QUOTED = re.compile(r"[“‘][^“”‘’，。；]{1,14}[”’]")
ITEM_BREAK = "，。；：！？,;!?《》\n"
LIST_TAIL = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十]+|多|数)?(?:余|多)?(?:个|项|家|座|条|大)?(?P<kind>[\u4e00-\u9fff]{0,10}?)(?:项目|工程)"
)


@cache
def _head() -> re.Pattern[str]:
    lexicon = load("projects")
    words = alternation((*lexicon["strong_heads"], *lexicon["heads"], *lexicon["phases"]))
    line = r"轨道交通[\u4e00-\u9fff0-9A-Z]{1,6}线(?:[东西南北]延|[一二三]期)?"
    stretch = r"(?:高铁|铁路|高速公路|高速|城际|[线至][\u4e00-\u9fff]{0,1})[\u4e00-\u9fff]{2,4}段"
    return re.compile(rf"(?:{line}|{stretch}|{words})(?!{alternation(lexicon['not_after_head'])})")


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], tuple[str, ...]]:
    lexicon = load("projects")
    return (
        frozenset(lexicon["verbs_before"]),
        frozenset(lexicon["inner_verbs"]),
        frozenset(lexicon["generic"]),
        frozenset(lexicon["openers"]),
        tuple(lexicon["not_projects"]),
    )


@cache
def _context() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("projects")
    before = alternation(lexicon["building_before"])
    after = alternation(lexicon["building_after"])
    filler = r"(?:已|将|正在|正|预计|正式|顺利|全面|全线|主体|也|即将|今天|昨天|近日|日前|目前|[于在][^，。；]{2,12}|[^，。；]{0,8}[日月])*"
    return re.compile(rf"(?:{before})(?:了|的|中的|好|起|着)?$"), re.compile(rf"{filler}(?:{after})")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Words of `text[start:end]`; what stands in quotation marks or brackets, and digits with their unit, are one."""
    out: list[_Token] = []
    at = start
    while at < end:
        whole = QUOTED.match(text, at, end) or IN_BRACKETS.match(text, at, end) or re.compile(r"[\w.±+/—-]*[A-Za-z0-9][A-Za-z0-9.±+/%×-]*", re.A).match(text, at, end)
        if whole and whole.end() > at:
            out.append(_Token(at, whole.end(), whole[0]))
            at = whole.end()
            continue
        stop = at + 1
        while stop < end and text[stop] not in "“‘（(" and not (text[stop].isascii() and text[stop].isalnum()):
            stop += 1
        for left, right, word in _with_areas(text, at, stop):
            out.append(_Token(left, right, word))
        at = stop
    return out


def _with_areas(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of `text[start:end]`, with names of divisions kept whole: 和静 is not 和 and 静."""
    at = start
    for run in named_runs(text, start, end):
        for word in cut(text[at : run.start]):
            yield at, at + len(word), word
            at += len(word)
        for surface in run.surfaces:
            yield at, at + len(surface), surface
            at += len(surface)
    for word in cut(text[at:end]):
        yield at, at + len(word), word
        at += len(word)


def name_start(text: str, left: int, end: int) -> int:
    """Where the name that ends at `end` begins, not before `left`.

    >>> text = "全力加快乙智造产业园二期"
    >>> text[name_start(text, 0, len(text)):]
    '乙智造产业园二期'
    """
    verbs, inner, _, openers, _ = _sets()
    window = max(left, end - LONGEST)
    tokens = _tokens(text, window, end)
    areas = frozenset(surface for run in named_runs(text, window, end) for surface in run.surfaces)
    at = end
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        word = token.word
        first = word[0]
        if first in "“‘（(" or (first.isascii() and first.isalnum()):
            at = token.start
            continue
        if any(c in ITEM_BREAK or c in "、” ’）)" or c.isspace() for c in word):
            break
        if word in ("—", "-", "－", "·", "±", "+", "/", "~", "～"):
            if number and tokens[number - 1].word not in ("—",) and at != end:
                at = token.start
                continue
            break
        if word == "至" and number and at < end and ROAD.search(text[at:end]) and tag_of(tokens[number - 1].word)[0] in "nxvajbm":
            at = token.start
            continue
        if word in ("及", "与", "和", "暨"):
            if number and at < end and _joins(tokens, number):
                at = token.start
                continue
            break
        if word in ("重点", "主要") and number and at < end and tag_of(tokens[number - 1].word).startswith(("n", "j", "x")) and tokens[number - 1].word not in verbs:
            at = token.start
            continue
        if word in openers or word in ("的", "了"):
            break
        if word in MAIN_VERBS and number and tokens[number - 1].word.endswith(("区", "县", "市", "镇", "乡", "园")):
            break
        if word in inner and number and _fits_inside(tokens, number, at, end):
            at = token.start
            continue
        tag = tag_of(word)
        if word == "现代" or word in load("projects")["phases"] or word in areas:
            at = token.start
            continue
        if word in verbs:
            break
        if _closes(tokens, number, tag) and (
            not tag.startswith("v") or word in HARD or is_specific(text[at:end]) or _stands_first(tokens, number)
        ):
            break
        at = token.start
    return at


def _closes(tokens: Sequence[_Token], number: int, tag: str) -> bool:
    """Whether a word with this tag cannot be in a name, unless it is most likely a piece of one.

    Pieces are: words the dictionary hardly ever counted (鼎新 in 泰鼎新材料), and single characters beside single
    characters or at the start of an item of a list (宜 in 宜瑞安).
    """
    word = tokens[number].word
    if not tag.startswith(("v", "p", "c", "d", "r", "u", "t", "y", "o", "e")) or tag in ("vn", "ud"):
        return False
    if len(word) > 1:
        return frequency(word) >= RARE_VERB
    if word in HARD or tag.startswith(("p", "c", "u", "r")):
        return True
    before = tokens[number - 1].word if number else "、"
    behind = tokens[number + 1].word if number + 1 < len(tokens) else ""
    if before in "、，“":
        return tag == "v"
    if len(before) == 1 and "\u4e00" <= before <= "\u9fff" and before not in HARD:
        return False
    nominal = ("n", "vn", "j", "b", "x", "l", "a")
    if word not in WORKING and tag_of(before).startswith(nominal) and tag_of(behind).startswith(nominal) and number > 1:
        return False
    return not (len(behind) == 1 and tag_of(before).startswith(("n", "v", "j", "x")) and before not in _sets()[0])


def _stands_first(tokens: Sequence[_Token], number: int) -> bool:
    """Whether nothing of a name can stand before a verb: the clause begins with it, or a particle comes before."""
    if number == 0:
        return False
    before = tokens[number - 1].word
    return before in ("的", "了", "将", "要", "已", "在", "和", "并", "以", "来", "可", "能", "会")


def _joins(tokens: Sequence[_Token], number: int) -> bool:
    """Whether 及 or 与 joins two words of one name (创新及成果转化基地), not two names."""
    verbs, inner, _, _, _ = _sets()
    left, right = tokens[number - 1].word, tokens[number + 1].word if number + 1 < len(tokens) else ""
    if (head := _head().search(left)) and head.end() == len(left):
        return False
    if tokens[number].word == "及":
        return True
    return right in inner and (left in inner or tag_of(left).startswith("v") or len(left) == 1)


def _fits_inside(tokens: Sequence[_Token], number: int, at: int, end: int) -> bool:
    """Whether a verb that can be in a name is in this one: something of the name must stand before it."""
    verbs, inner, _, openers, _ = _sets()
    before = tokens[number - 1].word
    if before in ("与", "及", "和") and number >= 2:
        return tokens[number - 2].word in inner or tag_of(tokens[number - 2].word).startswith("v") or len(tokens[number - 2].word) == 1
    if any(c in ITEM_BREAK or c in "、” ’）) " for c in before) or before in openers or before in ("的", "了"):
        return False
    if before in verbs and before not in inner:
        return False
    if before in verbs and before in inner and number >= 2:
        return _fits_inside(tokens, number - 1, at, end)
    return not tag_of(before).startswith(("p", "d", "u", "r", "c"))


def is_specific(name: str, built: bool = False) -> bool:
    """Whether a name says which project it is, not only of what kind.

    What is left when all general words are taken out must be at least two characters, and for a name that ends in
    项目 or 工程 four, or hold a name, a number or a quotation. `built` says that a verb of building stands before it.

    >>> is_specific("丙电汽车芯片封测一期项目"), is_specific("省级重点产业项目"), is_specific("钢铁项目")
    (True, False, False)
    """
    _, _, _, _, never = _sets()
    bare = NUMBERED.sub("", name)
    if bare.endswith(never) or NEVER_IN_NAMES.search(name):
        return False
    if PART_OF_WORK.search(name) or NUMBERS_INSIDE.search(name):
        return False
    if (quoted := QUOTED.match(name)) and len(quoted[0]) <= 6 and len(name) - len(quoted[0]) <= 2:
        return False  # “四通一保”项目 is a campaign
    if len(IN_BRACKETS.sub("", bare)) < 4 or any(name.count(a) != name.count(b) for a, b in ("（）", "()", "“”")):
        return False
    if (quoted := QUOTED.search(name)) and "、" in quoted[0]:
        return False  # a slogan, and the campaign named after it
    if re.search(r"[\u4e00-\u9fff]{2}[—–-]{1,2}[\u4e00-\u9fff]{2}", name):
        return True  # a line between two places
    left = _general().sub("", re.sub(r"[“”‘’（）()\d.—-]+", "", bare))
    if name.endswith(tuple(load("projects")["strong_heads"])):
        proper = QUOTED.search(name) or re.search(r"\d+(?:\.\d+)?[A-Za-z万亿吨千兆百]", name) or any(
            tag_of(word) in ("x", "nz", "ns", "nr", "nt", "nrt", "nrfg") for word in cut(left)
        )
        for run in named_runs(left, 0, len(left)):
            if len(left) - (run.end - run.start) < 2:
                return False  # 德州市重点项目 is a class
        words = cut(left)
        unknown = sum(len(word) == 1 and not tag_of(word).startswith(("d", "v", "p", "r", "c")) for word in words) >= 2
        return len(left) >= 4 or (len(left) >= 2 and bool(proper or unknown))
    if name.endswith(VAGUE_ENDS) and not built:
        return len(left) >= 3 or any(tag_of(word) in ("x", "nz", "ns", "nr", "nt", "nrt") or len(word) == 1 for word in cut(left))
    return len(left) >= 2


@cache
def _general() -> re.Pattern[str]:
    return re.compile(alternation(load("projects")["generic"]))


def clean_name(name: str) -> str:
    """The name without what the way back took too much: 首批, 该, another name in brackets."""
    name = re.sub(r"^\d{1,2}[.．、](?=\D)", "", ANOTHER_NAME.sub("", name))
    while (match := LEADING.match(name)) and match.end() < len(name):
        name = name[match.end() :]
    name = NUMBERED.sub("", name) if NUMBERED.match(name) and not name[: NUMBERED.match(name).end()].endswith("期") else name  # type: ignore[union-attr]
    name = re.sub(r"项目项目$", "项目", name)
    return name.strip("、，“”" if name.count("“") != name.count("”") else "、，")


def projects(text: str, start: int, end: int) -> Iterator[ProjectMention]:
    """The named projects in `text[start:end]` (a sentence), in order, without overlaps."""
    found: list[ProjectMention] = []
    before, after = _context()
    strong = tuple(load("projects")["strong_heads"])
    in_list = [m.span() for m in LIST_TAIL.finditer(text, start, end) if len(_general().sub("", m["kind"])) < 2]
    building = bool(after.search(text, start, end)) or bool(re.search(r"项目|工程", text[start:end]))
    for match in _head().finditer(text, start, end):
        stop = match.end()
        if match[0] == "项目" and found and found[-1].end == match.start() and found[-1].name.endswith("项目"):
            continue  # 某项目项目总投资: the second 项目 belongs to the sum
        if (bracket := IN_BRACKETS.match(text, stop, end)) and (
            _head().match(text, bracket.end(), end) or re.search(r"期|段|标段", bracket[0])
        ):
            stop = bracket.end()
        if any(a <= match.start() < b for a, b in in_list):
            continue
        first = name_start(text, start, stop)
        raw = text[first:stop]
        name = clean_name(raw)
        verb = before.search(text[max(start, first - 8) : first])
        if not name or not is_specific(name, built=bool(verb)):
            continue
        first = stop - len(raw) + raw.find(name) if name in raw else first
        if not name.endswith(strong):
            if re.search(r"[接经过]$|途经$|衔接$|连接$", text[max(start, first - 2) : first]):
                continue
            behind = after.match(text, stop) or re.match(r"是[^，。；]{2,24}(?:工程|项目)", text[stop:end])
            begins = first == start or text[first - 1] in "，、：；“ \n"
            verb = verb or (begins and name.endswith(PARKS)) or (text[first - 1 : first] == "的" and VERB_THEN_SIZE.search(text[max(start, first - 30) : first]))
            row = bool(found) and found[-1].end + 1 == first and text[found[-1].end] == "、"
            if not (verb or behind or row or (building and _in_row(text, first, stop))):
                continue
        if _inside_slogan(text, start, first, stop):
            continue
        found = [m for m in found if m.end <= first]  # 数据中心 inside 数据中心二期项目
        found.append(ProjectMention(first, stop, name, match[0]))
    for tail_start, tail_end in in_list:
        found.extend(_list_items(text, start, tail_start, tail_end, found))
    yield from sorted(found, key=lambda m: m.start)


def _inside_slogan(text: str, start: int, first: int, stop: int) -> bool:
    """Whether a name is the end of a longer quotation: “打造产城融合高地、首善街区”."""
    opened = max(text.rfind("“", start, first), text.rfind("‘", start, first))
    if opened < 0 or text[stop : stop + 1] not in ("”", "’"):
        return False
    return opened < first - 1


def _in_row(text: str, first: int, stop: int) -> bool:
    """Whether a name stands in a row of names (A、B)."""
    return text[first - 1 : first] == "、" or text[stop : stop + 1] in ("、", "等")


def _list_items(
    text: str, start: int, tail: int, tail_end: int, known: Sequence[ProjectMention]
) -> Iterator[ProjectMention]:
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
        return not _is_class(name)
    return len(_general().sub("", name)) >= 2 and not _is_class(name) and bool(_head().search(name))


def _is_class(name: str) -> bool:
    """Whether an item of a list is a field of work (先进制造, 生物医药), not a project."""
    words = cut(name)
    if all(tag_of(word) == "ns" for word in words):
        return True
    return len(name) <= 5 and all(tag_of(w) in ("n", "vn", "v", "a", "b", "l", "d") for w in words)
