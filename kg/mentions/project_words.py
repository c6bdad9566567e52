"""Where a project's name begins: read backwards from its last word, as long as the words can stand in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.area_names import named_runs
from kg.mentions.project_names import IN_BRACKETS, NAME_TAGS, QUOTED, is_specific
from kg.mentions.words import cut, frequency, tag_of

RARE_VERB = 60  # jieba's count below which a verb of its dictionary is more likely part of a name (鼎新 in 泰鼎新材料)
HARD = "就的了在是对和与为把将被由从到有等及以经再已不向让使接"
PREPOSITIONS = "自沿据按因于当距朝往用替同给跟随依照凭除离靠管连"
PROPER = ("ns", "nr", "nz", "nt")
IN_NAMES = "望观揽听临沐倚栖映御悦畅漫"  # 望 of 望某某酒店: estates and hotels begin with such verbs
ADVERBS = "也都还不很最再就才又已正将未先后曾常均共同仅只更太较皆尚初刚早"
WORKING = "建抓促推办开看听说去来到赴上做打保拟投启"
MAIN_VERBS = (
    "建设",
    "新建",
    "投资",
    "扩建",
    "打造",
    "兴建",
    "建造",
    "修建",
)  # behind the name of a place they are the sentence's verb
BEFORE_MAIN_VERBS = ("区", "县", "部", "市", "镇", "乡", "园", "公司", "集团", "元", "计划", "规划", "拟", "将", "要")
OPENING_VERBS = ("投资建设", "建设", "打造", "兴建", "投资", "实施")  # never the first word of a name
NOMINAL = (
    "合成",
    "储能",
    "循环",
    "再生",
    "智造",
    "制氢",
    "冷链",
    "养老",
    "康养",
    "医疗",
    "旅游",
    "仓储",
    "育种",
    "通信",
)
ROAD = re.compile(r"公路|高速|铁路|大道|线|段|航道|通道|隧道|高铁|城际|输电|管道|输气|引水|轨道")
TIMES_IN_NAMES = ("现代", "未来")  # 未来科技城: of all words for times only these stand in names
LONGEST = 40  # characters of a name; 河南省淮河流域重点平原洼地治理工程 has 17, the longest seen 37
ITEM_BREAK = "，。；：！？,;!?《》【】\n"
ENDS_WAY = frozenset("，。；：！？,;!?《》、")  # each is a word of its own, and no name goes back over it
PAIRED = frozenset("“”‘’（）()")
MEASURE = re.compile(r"[\w.±+/—-]*[A-Za-z0-9][A-Za-z0-9.±+/%×-]*", re.A)
WHOLE = {**dict.fromkeys("“‘", QUOTED), **dict.fromkeys("（(", IN_BRACKETS), **dict.fromkeys("±—", MEASURE)}
BEGINS_WHOLE = re.compile("[“‘（(A-Za-z0-9]")
MARK = re.compile(f"[{re.escape(''.join(sorted(ENDS_WAY | PAIRED)))}]")


@cache
def head_pattern() -> re.Pattern[str]:
    """The words that names of projects end with."""
    lexicon = load("projects")
    words = alternation((*lexicon["strong_heads"], *lexicon["heads"], *lexicon["heads_of_named"], *lexicon["phases"]))
    further = r"号线[东西南北]{1,2}延(?:伸?线?|长线?)(?:[东西南北]?段)?"
    part = r"(?:文化公园|公园|产业园|科技园)[\u4e00-\u9fff]{2,4}园区"
    line = r"轨道交通[\u4e00-\u9fff0-9A-Z]{1,6}线(?:[东西南北]延|[一二三]期)?"
    stretch = r"(?:高铁|铁路|高速公路|高速|城际|[线至][\u4e00-\u9fff]{0,1})[\u4e00-\u9fff]{2,4}段"
    station = r"(?:火车|高铁|客运)[东西南北]站"
    of_company = "(?<=”)项目(?=公司)"  # who founds 甲县“乙公园”项目公司 builds it
    return re.compile(
        rf"{of_company}|(?:{station}|{line}|{further}|{part}|{stretch}|(?:{words})(?:(?<=产业园)区(?!域|划))?)(?!{alternation(lexicon['not_after_head'])}|计划(?!总?投资|建设|于|今年|明年|在|到))"
    )


def heads_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where names of projects may end in `text[start:end]`, in order: the matches of `head_pattern`."""
    return triggers.finditer("projects", head_pattern(), text, start, end)


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    lexicon = load("projects")
    return (
        frozenset(lexicon["verbs_before"]), frozenset(lexicon["inner_verbs"]), frozenset(lexicon["openers"]),
        frozenset(lexicon["phases"]),
    )  # fmt: skip


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def _tokens(text: str, start: int, end: int, named: bool) -> list[_Token]:
    """Words of `text[start:end]`; what stands in quotation marks or brackets, and digits with their unit, are one.
    `named` says that there may be names of divisions."""
    out: list[_Token] = []
    at = start
    while at < end:
        first = text[at]
        pattern = WHOLE.get(first, MEASURE if first.isascii() else None)
        whole = pattern.match(text, at, end) if pattern is not None else None
        if whole and whole.end() > at:
            out.append(_Token(at, whole.end(), whole[0]))
            at = whole.end()
            continue
        further = BEGINS_WHOLE.search(text, at + 1, end)
        stop = further.start() if further else end
        if named:
            out += _with_areas(text, at, stop)
        else:
            for word in cut(text[at:stop]):
                out.append(_Token(at, at + len(word), word))
                at += len(word)
        at = stop
    return out


def _last_tokens(text: str, start: int, end: int, named: bool) -> list[_Token]:
    """The last of `_tokens(text, start, end)`, back to the mark that no name goes back over (and a token before it, if
    there is any): what stands further back is never asked for."""
    mark_before = MARK.search(text[start:end][::-1])
    at = end - mark_before.start() if mark_before else start
    if at > start and text[at - 1] in PAIRED:  # what is quoted is one token, and may hold all marks but these three
        at = 1 + max(text.rfind("，", start, at), text.rfind("。", start, at), text.rfind("；", start, at))
    if at <= start:
        return _tokens(text, start, end, named)
    mark = _Token(at - 1, at, text[at - 1])
    return [*([_Token(at - 2, at - 1, text[at - 2])] if at - 1 > start else []), mark, *_tokens(text, at, end, named)]


def _with_areas(text: str, start: int, end: int) -> Iterator[_Token]:
    """The words of `text[start:end]`, with names of divisions kept whole: 和静 is not 和 and 静."""
    at = start
    for run in named_runs(text, start, end):
        for word in cut(text[at : run.start]):
            yield _Token(at, at + len(word), word)
            at += len(word)
        for surface in run.surfaces:
            yield _Token(at, at + len(surface), surface)
            at += len(surface)
    for word in cut(text[at:end]):
        yield _Token(at, at + len(word), word)
        at += len(word)


def name_start(text: str, left: int, end: int) -> int:
    """Where the name that ends at `end` begins, not before `left`.

    >>> text = "全力加快乙智造产业园二期"
    >>> text[name_start(text, 0, len(text)):]
    '乙智造产业园二期'
    """
    verbs, inner, openers, phases = _sets()
    window = max(left, end - LONGEST)
    named = bool(triggers.within("divisions", text, window, end))
    tokens = _last_tokens(text, window, end, named)
    runs = named_runs(text, window, end) if named else ()
    areas = frozenset([surface for run in runs for surface in run.surfaces])
    at = end
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        word = token.word
        first = word[0]
        if first in "“‘（(" or (first.isascii() and first.isalnum()):
            at = token.start
            continue
        if word == " " and at < end and (text[at].isascii() or text[token.start - 1].isascii()) and number:
            at = token.start
            continue  # 甲公司 G60 智算中心
        if not word.isalnum() and any(c in ITEM_BREAK or c in "、” ’）)" or c.isspace() for c in word):
            break
        if word in ("—", "-", "－", "·", "±", "+", "/", "~", "～"):
            if number and tokens[number - 1].word not in ("—",) and at != end:
                at = token.start
                continue
            break
        if (
            word == "至"
            and number
            and at < end
            and ROAD.search(text[at:end])
            and tag_of(tokens[number - 1].word)[0] in "nxvajbm"
        ):
            at = token.start
            continue
        if word in ("及", "与", "和", "暨"):
            if number and at < end and _joins(tokens, number):
                at = token.start
                continue
            break
        if (
            word in ("重点", "主要")
            and number
            and at < end
            and tag_of(tokens[number - 1].word).startswith(("n", "j", "x"))
            and tokens[number - 1].word not in verbs
        ):
            at = token.start
            continue
        if word == "如" and text[token.start - 1 : token.start] == "、" and at < end:
            at = token.start  # 甲高铁、如乙城际铁路
            break
        if word in openers or word in ("的", "了"):
            break
        if word in NOMINAL and at < end and number and tokens[number - 1].word in openers:
            at = token.start  # 全省首个合成生物产业园
            break
        if word in MAIN_VERBS and number and tokens[number - 1].word.endswith(BEFORE_MAIN_VERBS):
            break
        if word in MAIN_VERBS and number > 1 and tokens[number - 1].word in areas and tokens[number - 2].word in "在于":
            break  # 在甲省建设乙基地
        if word in inner and number and _fits_inside(tokens, number, at, end):
            at = token.start
            continue
        tag = tag_of(word)
        if word in TIMES_IN_NAMES or word in phases or word in areas:
            at = token.start
            continue
        if word in verbs and not (
            len(word) == 1 and number and word not in HARD and tag_of(tokens[number - 1].word) in PROPER
        ):
            break  # 兴 of 某山兴某寺景区 is no verb
        if _closes(tokens, number, tag) and (
            not tag.startswith("v") or word in HARD or is_specific(text[at:end]) or _stands_first(tokens, number)
        ):
            break
        at = token.start
    for verb in OPENING_VERBS:
        if text.startswith(verb, at) and is_specific(text[at + len(verb) : end], built=True):
            return at + len(verb)  # 某公司投资5亿元建设甲项目
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
    before = tokens[number - 1].word if number else "、"
    if word in IN_NAMES and number + 1 < len(tokens) and tag_of(tokens[number + 1].word) in NAME_TAGS:
        return tag_of(before).startswith(("n", "r", "d")) and before not in _sets()[0]
    if tag.endswith("g") and number + 1 < len(tokens) and len(tokens[number + 1].word) == 1:
        return False  # 赤 of 赤坭铸锻工厂: a morpheme, not a word
    if word == "用" and tag_of(before).startswith("n"):
        return False  # 风机用轴承项目
    behind = tokens[number + 1].word if number + 1 < len(tokens) else ""
    if tag == "p" and word not in HARD + PREPOSITIONS and len(before) == 1 and tag_of(before) in NAME_TAGS:
        return False  # 根 of 云德根水库
    if word == "之" and len(behind) == 1:
        return False  # 某某之眼地块项目
    if word in HARD or tag.startswith(("p", "c", "u", "r")):
        return True
    if tag == "d" and len(behind) == 1 and word not in ADVERBS and behind not in HARD + WORKING:
        return False  # 猛 of 猛鹿光伏电站
    if len(behind) == 1 and word not in WORKING and tag_of(behind) in ("zg", "ng", "vg", "ag"):
        return False  # 特 of 特膜研发中心
    if before in "、，“":
        return tag == "v" and not (len(behind) == 1 and behind not in HARD and tag_of(behind) in NAME_TAGS)
    if len(before) == 1 and "\u4e00" <= before <= "\u9fff" and before not in HARD:
        return False
    if (
        len(behind) == 1
        and before == "的"
        and word not in WORKING
        and "\u4e00" <= behind <= "\u9fff"
        and behind not in HARD
    ):
        return False  # 的垒知科创园: no word is said of one character after 的
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
    _, inner, _, _ = _sets()
    left, right = tokens[number - 1].word, tokens[number + 1].word if number + 1 < len(tokens) else ""
    facility = _ends_with_head(left)
    if facility and (tokens[-1].word not in ("项目", "工程") or left in ("项目", "工程")):
        return False
    if tokens[number].word == "及":
        return True
    if tokens[number].word == "和" and facility and tokens[-1].word in ("项目", "工程"):
        return True  # 甲基地和乙中心项目: 项目 closes both
    return (right in inner or right in NOMINAL) and (left in inner or tag_of(left).startswith("v") or len(left) == 1)


def _ends_with_head(word: str) -> bool:
    return any(match.end() == len(word) for match in head_pattern().finditer(word))


def _fits_inside(tokens: Sequence[_Token], number: int, at: int, end: int) -> bool:
    """Whether a verb that can be in a name is in this one: something of the name must stand before it."""
    verbs, inner, openers, _phases = _sets()
    before = tokens[number - 1].word
    if before in ("与", "及", "和") and number >= 2:
        return (
            tokens[number - 2].word in inner
            or tag_of(tokens[number - 2].word).startswith("v")
            or len(tokens[number - 2].word) == 1
        )
    if any(c in ITEM_BREAK or c in "、” ’）) " for c in before) or before in openers or before in ("的", "了"):
        return False
    if before in verbs and before not in inner:
        return False
    if before in verbs and before in inner and number >= 2:
        return _fits_inside(tokens, number - 1, at, end)
    return not tag_of(before).startswith(("p", "d", "u", "r", "c"))
