"""Meetings: by their full name, and 会议 alone for the one that the article spoke of before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.areas import AreaFinder
from kg.mentions.mention import Area, AreaMention, MeetingMention
from kg.mentions.words import cut

LONGEST = 52
QUOTED = re.compile(r"“[^“”]*”")
BREAKS = "，。；：！？,;!?\n （）()《》×"
LEVEL = re.compile(r"^(?:全省|全市|全县|全区|省|市|县|区)")
DATE = re.compile(r"^(?:\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}年(?!度|第)|今日|昨日|上午|下午|晚|晚上|\d+(?![\d年届次]))+")
HELD = re.compile(r".*(?:主持|召开|出席|参加|列席|收看)(?=.)")
INSIDE = ("学习", "组织", "分析")  # 世界工程组织联合会大会
# 五场现场会, 某某会议等8个会议: several, none by name
COUNTED = re.compile(
    r"[\d一二三四五六七八九十两多数]+(?:场|次|个)(?!会议$)|.*等[\d一二三四五六七八九十多]+(?:场|次|个)"
)
OF_ANOTHER = re.compile(
    r"[全我本该][省市县区]|[省市县区](?:委|政府|人大|政协)|第"
)  # 甲和全市某会议: what 和 joins is no name
# Who holds a meeting, right before it: 县委常委会8日召开, 县安委会召开的2023年, 专家委员会正式成立，并召开.
OWNER = re.compile(
    r"(?:常委会|委员会|党组|党委|党工委|政府|指挥部|领导小组|[安规]委会|理事会|厅|局|[省市县区州旗镇乡]委)"
    r"(?P<held>(?:今天|昨天|当天|近日|日前|随后|上午|下午|专门|先后|正式成立，并|\d{1,2}日|[（(]\d{1,2}月\d{1,2}日[）)])*"
    r"(?:组织|再次)?(?:召开|举行)(?:了|的)?(?:\d{4}年(?!第))?)$"
)
HOLDS = re.compile(r"(?:组织|再次)?(?:召开|举行|举办)(?:了|的)?(?:\d{4}年)?$")
TWO = re.compile(r"(?:会议|大会)(?:和|与|及|以及|、)(?=.)")
ENDED = re.compile(r"(?:会议|大会|全会)$")
# Names that say nothing without the one who holds the meeting.
NAMELESS = re.compile(
    r"(?:\d{4}年)?(?:第[一二三四五六七八九十百\d]+次)?(?:专题|领导干部|调度|全体|全体（扩大）|扩大|（扩大）|党组|党组（扩大）|常务|主任|工作|成立)?(?:会议|大会)"
)
# 召开信访、环保、禁毒等重点工作推进会; 召开某某推进暨经济发展、能力建设大会
LIST_BEFORE = re.compile(r"(?:^|(?<=召开)|(?<=举行))(?:[\u4e00-\u9fff]{2,8}、)+$")
ROW_BEFORE = re.compile(r"(?:召开|举行|举办)(?:了|的)?(?P<row>(?:(?!召开|举行|举办)[^，。；：！？（）()《》\n])+、)$")
ALSO = re.compile(r"暨[^，。；：！？（）()《》\n]{2,30}?会")
FILLER = re.compile(r"^(?:要?开好|—|-|·|的|了|此次|本次|这次|该|在|召开|举行|暨|和|与|并|通报|日(?!照|喀则|土))+")


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    lexicon = load("meetings")
    return (
        re.compile(rf"(?:{alternation(lexicon['heads'])})(?![室厅议场桌员期堂事长谈]|中心|组委|软件|系统|平台|纪要)"),
        frozenset(lexicon["verbs_before"]),
        frozenset(lexicon["generic"]),
    )


def meetings(
    text: str, start: int, end: int, areas: Sequence[AreaMention], finder: AreaFinder
) -> Iterator[MeetingMention]:
    """The meetings that `text[start:end]` (a sentence) names, in order; a bare 会议 comes as generic, unless the body
    that holds it stands before it (县委常委会召开会议): then it is that body's."""
    pattern, _, generic = _patterns()
    for match in triggers.finditer("meetings", pattern, text, start, end):
        if ALSO.match(text, match.end(), end):
            continue  # 某某推进会暨某某动员大会 is one meeting
        first = _name_start(text, start, match.end(), areas)
        name = text[first : match.end()]
        if held := HELD.match(name):
            first += held.end()
            name = name[held.end() :]
        skipped = DATE.match(name) or FILLER.match(name)
        while skipped and skipped.end() < len(name):
            first += skipped.end()
            name = name[skipped.end() :]
            skipped = DATE.match(name) or FILLER.match(name)
        if (owner := OWNER.search(text, max(start, first - LONGEST), first)) and NAMELESS.fullmatch(name):
            whose = text[_name_start(text, start, owner.start("held"), areas) : owner.start("held")]
            area = _organiser(whose, owner.start("held") - len(whose), areas, finder)
            yield MeetingMention(first, match.end(), whose + name, area, False)
            continue
        if name in generic or len(name) <= 3 or COUNTED.match(name):
            yield MeetingMention(first, match.end(), name, None, True)
            continue
        area = _organiser(name, first, areas, finder) or _holder(text, start, first, areas)
        yield MeetingMention(first, match.end(), name, area, False)


def _name_start(text: str, start: int, end: int, areas: Sequence[AreaMention]) -> int:
    pattern, verbs, _ = _patterns()
    left = max(start, end - LONGEST)
    at = end
    while at > left and text[at - 1] not in BREAKS:
        if text[at - 1] in "”’":
            opening = text.rfind("“" if text[at - 1] == "”" else "‘", left, at)
            if opening < 0:
                break
            at = opening
            continue
        if text[at - 1] in "“‘、":
            break
        at -= 1
    if at > left and text[at - 1] in "）)":
        if two := TWO.match(text, at, end):
            return two.end()  # 党组（扩大）会议和常务会议
        opening = max(text.rfind("（", left, at), text.rfind("(", left, at))
        if opening >= 0 and (
            text[opening + 1 : at - 1] in ("扩大", "第一次", "电视电话") or text.endswith("中国", left, opening)
        ):  # 第八届中国（某省）某某大会
            return _name_start(text, start, opening, areas)
    if text[at - 1 : at] == "、" and "等" in text[at : at + 10] and (row := LIST_BEFORE.search(text, left, at)):
        return row.start()  # 召开信访、环保、禁毒等重点工作推进会
    if (
        text[at - 1 : at] == "、"
        and (row := ROW_BEFORE.search(text, left, at))
        and not pattern.search(text, row.start("row"), at)
    ):
        return row.start("row")  # 召开某某推进暨经济发展、能力建设大会
    protected = [(m.start, m.end) for m in areas if m.start >= at and m.end <= end]
    protected += [m.span() for m in QUOTED.finditer(text, at, end)]
    first = at
    position = at
    while position < end:
        shield = max((b for a, b in protected if a <= position < b), default=None)
        if shield is not None:
            position = shield
            continue
        limit = min((a for a, _ in protected if a > position), default=end)
        for word in cut(text[position:limit]):
            if word in ("和", "与", "及", "以及") and ENDED.search(text, first, position):
                first = position + len(word)  # 党组会议和常务会议 are two
            if word in ("和", "与", "及") and position > first and not OF_ANOTHER.match(text, position + 1):
                position += 1
                continue  # 古城保护与利用工作推进会 is one meeting
            leads = word in verbs or (word.endswith(("会议", "大会")) and word[:-2] in verbs)
            if word.endswith(("落实", "贯彻")):
                first = position + len(word)  # 认真落实, one word of the dictionary
            if leads and word not in verbs:
                first = position + len(word) - 2
            elif word in verbs and position + len(word) < end - 1 and not (word in INSIDE and position > first):
                first = position + len(word)
            position += len(word)
    return first


def _holder(text: str, start: int, first: int, areas: Sequence[AreaMention]) -> Area | None:
    """The area that the clause says holds the meeting whose name begins at `first`: 甲县近日召开…推进会."""
    held = HOLDS.search(text, max(start, first - LONGEST), first)
    if held is None:
        return None
    clause = max(text.rfind(mark, start, held.start()) for mark in "，。；：、\n") + 1
    before = [m for m in areas if max(start, clause) <= m.start and m.end <= held.start()]
    return before[-1].area if before and text[before[-1].start - 1 : before[-1].start] != "在" else None


def _organiser(name: str, first: int, areas: Sequence[AreaMention], finder: AreaFinder) -> Area | None:
    """The area in the name of a meeting, or the one that its first word points at (全市, 市委)."""
    inside = [m for m in areas if m.start >= first and m.start <= first + 6 and m.end <= first + len(name)]
    if inside and inside[0].start == first:
        return inside[0].area
    if level := LEVEL.match(name):
        before = [m for m in reversed(areas) if m.end <= first]
        return finder.relative(level[0][-1], before)
    return None
