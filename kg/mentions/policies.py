"""Policies by name: titles in 《》, quotations that a word of policy follows, and noun phrases that end like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from kg.lexicons import alternation, load, word_set
from kg.mentions import triggers
from kg.mentions.mention import PolicyMention
from kg.mentions.words import cut, tag_of

TITLE = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){4,120})》")
QUOTE = re.compile(r"“([^“”\n]{2,80})”")
LONG = 30  # characters from which a quotation is a sentence: a policy only where a word of policy follows
# What may stand behind the last word of a title: 行动计划（2023—2025年）, 条例（草案）, 创新行动2023
YEARS = re.compile(r"(?:[（(][^（）()]{1,20}[）)]|(?:20\d\d)?[—–－-]?20\d\d年?版?|“[^“”]*”)$")
ARTICLES = re.compile(r"[\d一二三四五六七八九十]条(?:措施|政策)?$")  # 优化营商环境二十条
SPELT_OUT = re.compile(r"“[一二三四五六七八九十两]")  # “甲、乙、丙”“三化”行动: the second is the name
COUNTED = re.compile(r"[一二三四五六七八九十]个[\u4e00-\u9fff]{2}(?=[，。；、])")  # “甲、乙、丙”三个统筹
EVENTS = re.compile(r"(?:论坛|推介会|博览会|洽谈会|交易会|大赛|奖|杯|节|日)$")
# 四大功能区: what a meeting sets by number
NUMBERED = re.compile(
    r"[\d一二三四五六七八九十两](?:(?<=十)[一二三四五六七八九]|(?<=\d)\d)?(?:大|项)(?:重点|重大|专项|提升|攻坚)?"
    r"(?:功能区|行动|工程|战略|计划|攻坚战|战役|体系|活动)(?=[，。；、])"
)
# A document that is named by its matter: 关于某事的决定, 作出某事的决议
MATTER = re.compile(
    r"(?:关于(?:(?!关于)[^，。；：《》“”\n]){4,60}?|(?<=作出)了?[^，。；：《》“”\n]{4,50}?)"
    r"的(?:决定|决议|报告|意见|议案|方案|办法|规定|建议)(?=[，。；、和并]|$)"
)
# 3项详细规划: a class that is counted, whose members have names of their own
CLASS = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)[项个份部件](?P<kind>.*(?:规划|方案|办法|条例|规定|细则|制度|规则|意见|措施|机制))$"
)
PLACES = re.compile(r"(?:[一二两三四五六七八九十]+[站场港口库]){2,}")  # “五站两港”: places, by number
OF_TWO = re.compile(r"双重|联动|衔接")  # 蓝莓监测与采收联动机制: 与 joins two parts of the name
STRICTEST = "最严格的"  # begins the name of a system: 最严格的耕地保护制度
LONGEST = 30
VAGUE = re.compile("相关|有关|相应|等|阶段|前期|下一步|下步|当前")  # 相关试点工作, 整治改造等行动 are no names
WHOLLY = "全面"
ABBREVIATED = ("自贸", "自建")  # the first character alone is a preposition
ROW = re.compile(r"(?:[\u4e00-\u9fff]{2,9}、){1,5}$")
SPAN = re.compile("[两三四五十]年行动|百日")  # 蓝莓三年行动计划: two characters name it
STUDY = "学习贯彻"  # part of the campaign's own name
BREAKS = "，。；：！？,;!?\n （）()《》、”"
BOUNDARY = "，。；、！：\n"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...], frozenset[str], tuple[str, ...]]:
    lexicon = load("policies")
    return (
        re.compile(
            rf"(?:{alternation(lexicon['heads'])})+(?:(?:{alternation(lexicon['systems'])})(?=[，。；、！]|$))?"
            "(?!中心|各项|规划局|资金|领导小组|办公室|组|室|队|委|工程师|系统|者|力|派|不便)"
            rf"|(?:{alternation(lexicon['systems'])})+(?=[，。；、！]|和|及|与|落地|落实|$)"
        ),
        re.compile(
            rf"(?:{alternation(lexicon['quote_nouns'])})|(?P<head>[\u4e00-\u9fff]{{0,8}}?(?:{alternation(lexicon['quote_heads'])})+)"
        ),
        lexicon["title_heads"],
        frozenset(lexicon["generic"]),
        lexicon["not_policies"],
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load('policies')['plain_words'])}|[、和与及])+")


def _is_plain(name: str) -> bool:
    """Whether the name of a mechanism is made of words of work alone, and so names none.

    >>> _is_plain("跨部门协调联动机制"), _is_plain("蓝莓保护联动机制"), _is_plain("四级应急响应")
    (True, False, False)
    """
    return name.endswith(("机制", "应急响应")) and _plain().fullmatch(name) is not None


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(load("policies")["generic"], key=len, reverse=True))


@cache
def _stops() -> frozenset[str]:
    policies, meetings = load("policies"), load("meetings")
    return frozenset(
        (*policies["direct_verbs"], *policies["soft_verbs"], *policies["ways"], *meetings["verbs_before"], "持续")
    )


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(alternation((*load("policies")["direct_verbs"], *load("policies")["ways"])))


def is_document(title: str) -> bool:
    """Whether a title is that of a plan, a rule or a document, by its last word.

    >>> is_document("甲县优化营商环境行动2023"), is_document("甲县日报")
    (True, False)
    """
    plain, longer = YEARS.sub("", title), title
    while plain != longer:
        plain, longer = YEARS.sub("", plain), plain
    return plain.endswith(load("policies")["title_heads"]) or ARTICLES.search(plain) is not None


def policies(text: str, start: int, end: int) -> Iterator[PolicyMention]:
    """The policies that `text[start:end]` (a sentence) names, in order, without overlaps."""
    taken: list[tuple[int, int]] = []
    found = [*_titles(text, start, end, taken), *_matters(text, start, end, taken)]
    found += _quotations(text, start, end, taken)
    found += _phrases(text, start, end, taken)
    yield from sorted(found, key=lambda m: m.start)


def _titles(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[PolicyMention]:
    for match in TITLE.finditer(text, start, end):
        if is_document(match[1]):
            yield PolicyMention(match.start(), match.end(), match[1], "title")
        taken.append(match.span())


def _matters(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[PolicyMention]:
    if text.find("的", start, end) < 0:
        return
    for match in MATTER.finditer(text, start, end):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            first = match.start() + match[0].startswith("了")
            yield PolicyMention(first, match.end(), text[first : match.end()], "document")
            taken.append(match.span())


def _quotations(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[PolicyMention]:
    _, after_quote, _, generic, never = _patterns()
    figures = word_set("policies", "figures")
    for match in QUOTE.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in taken) or any(bad in match[1] for bad in never):
            continue
        if match[1] in generic or re.search(
            r"(?:简称|称为?|叫做)[：:]?$", text[max(start, match.start() - 4) : match.start()]
        ):
            continue
        if (
            EVENTS.search(match[1])
            or PLACES.fullmatch(match[1])
            or ("、" in match[1] and SPELT_OUT.match(text, match.end(), end))
        ):
            continue
        behind = after_quote.match(text, match.end(), end)
        tail = (behind["head"] or "") if behind and _runs_on(behind["head"]) else ""
        if counted := COUNTED.match(text, match.end(), end):
            tail = counted[0]
        if match[1] in figures and not tail:
            continue
        if len(match[1]) > LONG and not (behind or text.startswith("这一", match.end())):
            continue
        yield PolicyMention(match.start(), match.end() + len(tail), match[1] + tail, "quoted")
        taken.append((match.start(), match.end() + len(tail)))


def _runs_on(tail: str | None) -> bool:
    """Whether the words behind a quotation are one noun with it: “蓝莓红”百日攻坚行动, not “蓝莓红”推动全县行动."""
    return tail is not None and not any(_is_stop(word) or word == "等" for word in cut(tail)[:-1])


def _row(text: str, start: int, first: int) -> str:
    """The items of one length, right behind a verb, that belong to the name whose last part begins at `first`:
    打好蓝天、碧水、净土保卫战."""
    row = ROW.search(text, max(start, first - LONGEST), first)
    if row is None:
        return ""
    items = row[0].split("、")[:-1]
    ends = {verb.end() for verb in _verbs().finditer(items[0])}
    head = next((items[0][cut:] for cut in sorted(ends) if len(items[0]) - cut in (2, 3)), None)
    if head is None or any(len(item) != len(head) for item in items[1:]):
        return ""
    return "、".join([head, *items[1:]]) + "、"


def _is_stop(word: str) -> bool:
    """Whether `word` stands before a noun phrase, never inside it; 后 and 上 stand inside (灾后重建方案)."""
    tag = tag_of(word)
    return (
        word in ("的", "了")
        or (word in _stops() and (len(word) > 1 or tag[0] in "pcdv"))
        or (tag in ("p", "d", "c", "r") and len(word) < 3)
    )


def _phrases(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[PolicyMention]:
    phrase, _, _, generic, never = _patterns()
    for match in NUMBERED.finditer(text, start, end):
        if not any(a <= match.start() < b for a, b in taken):
            yield PolicyMention(match.start(), match.end(), match[0], "phrase")
            taken.append(match.span())
    heads = load("policies")["heads"]
    for match in triggers.finditer("policies", phrase, text, start, end):
        if any(a <= match.start() < b or a < match.end() <= b for a, b in taken):
            continue
        first = _phrase_start(text, start, match.start())
        if OF_TWO.search(text, first, match.end()) and text[first - 1 : first] in ("和", "与") and first - 1 > start:
            first = _phrase_start(text, start, first - 1)
        row = _row(text, start, first)
        if not any(first - len(row) < b and a < first for a, b in taken):
            first -= len(row)
        name = text[first : match.end()]
        if name.count("“") != name.count("”") or any(a < match.end() and first < b for a, b in taken):
            continue
        if name.startswith("习近平") and name.endswith("主题教育") and text.endswith(STUDY, start, first):
            first, name = first - len(STUDY), STUDY + name
        if any(bad in name for bad in never[:1]) and not name.endswith("主题教育"):
            continue
        core = name
        for word in _longest_first():
            core = core.replace(word, "")
        if (
            len(core) < (2 if SPAN.search(name) else 3)
            or name in generic
            or VAGUE.search(name)
            or _is_plain(name)
            or name[0] in "有无没"
            or name.endswith(load("policies")["not_phrases"])
            or (name[0] in "不未非" and text[first - 1 : first] == "、")
        ):
            continue
        if text.endswith(STRICTEST, start, first):
            first -= len(STRICTEST)
            name = STRICTEST + name
        form = "class" if CLASS.match(name) else "phrase" if match[0].endswith(heads) else "system"
        if form == "system" and len(core) < 4:
            continue  # 建立健全长效机制
        yield PolicyMention(first, match.end(), name, form)
        taken.append((first, match.end()))


def _phrase_start(text: str, start: int, head: int) -> int:
    """Where the noun phrase that ends with the word at `head` begins."""
    left = max(start, head - LONGEST)
    at = head
    while at > left and text[at - 1] not in BREAKS:
        at -= 1
    words = cut(text[at:head])
    ends = set(accumulate(map(len, words), initial=at))
    first = position = at
    for word in words:
        if position >= first:
            verb = _verbs().match(text, position, head)
            if verb and verb.end() in ends:
                first = verb.end()  # 打好, two words of the dictionary
            elif word == WHOLLY and at < position == first:
                pass  # 确保全面振兴三年行动: what stands right behind the verb begins the name
            elif _is_stop(word) and not text.startswith(ABBREVIATED, position):
                first = position + len(word)
        position += len(word)
    return first
