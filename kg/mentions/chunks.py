"""The words before a title that belong to it: where the name of its body begins.

Going back from a title, a word that cannot stand inside a body's name (的, 由, 任) ends it, unless it is part of an
area's or a department's name (任城区, 工业和信息化局).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.mention import AreaMention
from kg.mentions.people import name_before
from kg.mentions.words import cut, tag_of

LONGEST = 36  # characters; 中国人民财产保险股份有限公司枣庄市分公司办公室 has 26
ORNAMENTS = "×▲△●○■□◆◇★☆※→↑↓►▶•|"  # what pages put before a headline or a caption
ORDINAL = re.compile(r"第[\d一二三四五六七八九十]{1,4}$")
NUMBER = "0"  # what stopped the way back was a number: 10余位, 25街
DATE_UNITS = "年月日时点分届"
STOCK = re.compile(
    r"[（(](?:(?:SZ|SH|HK|SZSE|SSE|HKEX|NYSE|NASDAQ|[\u4e00-\u9fff]{0,2}(?:股票|证券)(?:代码|简称))[^（）()，。；]{0,24}|\d{5,6}(?:\.(?:SZ|SH|HK))?)[）)]$"
)
LONGEST_STOCK = 32
LEVEL = re.compile(r"(?:省|自治区|市|县|区|镇|乡|州|盟|旗|街道)(?![级域内外际场])")
CREDIT = re.compile(r".*(?:供图|供稿|资料图片?|图片来源|图源|视频截图|截图|配图)[）)]?[ 　]?", re.DOTALL)
VERB_REACH = 8  # characters of which the first word may be a verb
ENDS_TITLE = re.compile(r"(?:长|书记|主任|主席|委|员|总|裁|经理|师|授|士|记者|成员|人|等)$")
LEVEL_AND_BODY = re.compile(r"(?:省|市|县|区|镇|乡|州)(?:委|政府|人大|政协|长)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words before a title that belong to it: their span, and the word that stopped the way back (任, 的, 由)."""

    start: int
    end: int
    stopped_by: str
    stop_start: int


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(load("bodies")["stop_words"])


@cache
def _weighed_words() -> frozenset[str]:
    """The words that `chunk_before` looks at more closely, beside digits and marks."""
    return _stop_words() | set("都之名原及和与年月")


@cache
def department() -> re.Pattern[str]:
    """Names of departments of governments, by their lexicon of stems."""
    stems = alternation(load("bodies")["stems"])
    return re.compile(rf"(?:{stems})(?:局|委员会|委|厅|部|办公室|办|中心|总局|分局|系统|工作部|工作局|总队|支队|大队)")


@cache
def uncut() -> re.Pattern[str]:
    """Names that hold a stop word."""
    return re.compile(alternation(load("bodies")["uncut"]))


@cache
def _suffixes() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    lexicon = load("bodies")
    return lexicon["suffixes"], lexicon["company_suffixes"], frozenset(lexicon["national"])


def chunk_before(text: str, left: int, right: int, areas: Sequence[AreaMention], joins: bool = True) -> Chunk:
    """The words that belong to a title which begins at `right`, not reaching before `left`.

    The way back stops at a word that cannot be inside a body's name (的, 由, 任), but not inside an area's or a
    department's name (任城区, 工业和信息化局). `joins` allows 和 and 及 inside a name (劳工及福利局): not behind a
    person.
    """
    if stock := STOCK.search(text, max(left, right - LONGEST_STOCK), right):
        right = stock.start()  # 甲乙股份（SZ 301188）总经理
    left = max(left, right - LONGEST)
    protected = [(m.start, m.end) for m in areas if m.start >= left and m.end <= right]
    protected += [match.span() for match in triggers.finditer("departments", department(), text, left, right)]
    protected += [match.span() for match in triggers.finditer("wholes", uncut(), text, left, right)]
    start, stop, stop_start = left, "", left
    at = left
    while at < right:
        shield = max((end for begin, end in protected if begin <= at < end), default=None)
        if shield is not None:
            at = shield
            continue
        limit = min((begin for begin, end in protected if begin > at), default=right)
        for word in cut(text[at:limit]):
            if word not in _weighed_words() and word.isalpha():
                at += len(word)  # most are plain
                continue
            if word == "都" and at > start and tag_of(text[at - 1]) in ("x", "ng", "nr", "zg", "j", "nz", "b"):
                pass  # 云都某公司
            elif word == "日" and at > start and not text[at - 1].isdigit() and "\u4e00" <= text[at - 1] <= "\u9fff":
                pass  # 云日电机
            elif word in ("之", "名") and _of_a_company(text, word, at, right):
                pass  # 蓝之谷农业开发有限公司, 名云集团
            elif word == "原" and (at + 1 == right or _ends_unknown_word(text, start, at, right)):
                pass  # 甲局原局长: the body stands before it; 云原某集团
            elif word in ("及", "和", "与") and joins and _inside_name(text, start, at, right):
                pass
            elif word in _stop_words() or word.isspace() or word in ORNAMENTS:
                start, stop, stop_start = at + len(word), word, at
            elif word.isdigit() and text[at + len(word) : at + len(word) + 1] not in DATE_UNITS:
                start, stop, stop_start = at + len(word), NUMBER, at
            elif (
                word.isdigit()
                or (word[0].isdigit() and word[-1] in "年月日时点分")
                or (word in ("月", "年") and at > left and text[at - 1].isdigit())
            ):
                start, stop, stop_start = at + len(word), "", at
            at += len(word)
    closed = -1
    if start < right:
        closed = max(text.rfind("）", start, right), text.rfind(")", start, right))
    if closed >= 0 and not re.search(r"[（(]", text[start:closed]):
        start = closed + 1  # （记者 某某）市委书记
    if text.startswith("届", start) and (number := ORDINAL.search(text, left, start)):
        start = number.start()  # 第31届某某运动会执行委员会
    if credit := CREDIT.match(text, start, right):
        start = credit.end()  # 甲局供图甲局副局长: the end of a caption
    start = _skip_verb(text, _inside_quotes(text, start, right), right, areas)
    if text.startswith("许", start) and re.search(r"\d[时分点]$", text[max(0, start - 3) : start]):
        start += 1  # 21时许某村村委会主任
    return Chunk(start, right, stop, stop_start)


def _of_a_company(text: str, word: str, at: int, right: int) -> bool:
    """Whether 之 or 名 is a character of a company's name, not a word before it (十名某公司董事长)."""
    if body_ends(text[at:right]) != "company":
        return False
    return (
        not re.search(r"[\d一二三四五六七八九十百多余几两]$", text[:at]) if word == "名" else "公司" in text[at:right]
    )


def _ends_unknown_word(text: str, start: int, at: int, right: int) -> bool:
    """Whether 原 at `at` ends the first word of a company's name, which the dictionary lacks."""
    first = cut(text[start:at])[-1:] if at > start else ()
    return bool(first) and len(first[0]) == 1 and body_ends(text[at:right]) == "company" and at - 1 == start


def _inside_quotes(text: str, start: int, right: int) -> int:
    """`start`, moved behind a quotation mark that has no partner in the words: 通报“甲医院."""
    closing, opening = text.rfind("”", start, right), text.rfind("“", start, right)
    if closing >= 0 and "“" not in text[start:closing]:
        start = closing + 1
    if opening >= start and "”" not in text[opening:right]:
        start = opening + 1
    return start


def _inside_name(text: str, start: int, at: int, right: int) -> bool:
    """Whether 及 or 和 at `at` joins two halves of one name: what stands before it is no body, what follows ends
    one."""
    before, behind = text[start:at], text[at + 1 : right]
    person = name_before(text, start, at)
    if (
        person is not None
        and person.margin > 2
        and (person.start == start or ENDS_TITLE.search(text, start, person.start))
    ):
        return False
    return (
        2 <= len(before) <= 16
        and (not body_ends(before) or before.startswith("中国"))
        and body_ends(behind) == "body"
        and not LEVEL.match(behind)
    )


def _skip_verb(text: str, start: int, right: int, areas: Sequence[AreaMention]) -> int:
    """`start`, moved over a verb before an area or a level word: 证实县委书记, 推举湖北某公司董事长."""
    reach = start + VERB_REACH
    if LEVEL_AND_BODY.search(text, start + 2, reach + 3) is None and not any(start < m.start <= reach for m in areas):
        return start
    words = cut(text[start : min(right, reach)])
    if len(words) < 2 or len(words[0]) < 2 or not tag_of(words[0]).startswith("v"):
        return start
    behind = start + len(words[0])
    if any(m.start == behind for m in areas) or LEVEL_AND_BODY.match(text, behind):
        return behind
    return start


@lru_cache(maxsize=8192)
def body_ends(name: str) -> str:
    """`company` or `body` by the ending of `name`, or "" where it has none that names an organisation.

    >>> body_ends("甲乙新材料股份有限公司"), body_ends("经济发展局"), body_ends("深入分析")
    ('company', 'body', '')
    """
    bodies, companies, national = _suffixes()
    if name in national:
        return "body"
    if name.endswith(companies) and not name.endswith(("研究中心", "部")):
        return "company"
    if name.endswith(bodies):
        return "body"
    return ""
