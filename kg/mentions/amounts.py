"""Sums of money, with the words that say what they are (总投资, 计划投资) and how exact they are (约, 超)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import AmountMention
from kg.mentions.numbers import ARABIC, scaled

CURRENCIES = {"元": "CNY", "元人民币": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD",
              "港币": "HKD", "日元": "JPY", "英镑": "GBP", "新台币": "TWD", "澳元": "AUD", "加元": "CAD",
              "韩元": "KRW", "卢布": "RUB"}  # fmt: skip
SUM = re.compile(
    rf"(?P<low>{ARABIC})\s*(?:(?P<lowscale>[万亿]{{0,2}})元?\s*[-—~～至到]\s*(?P<high>{ARABIC})\s*)?"
    rf"(?P<more>[余多])?个?(?P<scale>千万|百万|万亿|[万亿])?(?P<more2>[余多])?\s*"
    rf"(?P<unit>元人民币|人民币|美元|欧元|港元|港币|日元|英镑|新台币|澳元|加元|韩元|卢布|元)?"
)
# 投入5亿元，重点用于建设…
_THEN_BUILT = re.compile(
    r"(?:的?(?:资金|投资|巨资))?，?(?:重点|全部|主要|专项|集中|就地|共同|在[^，。；\d]{1,14}?)*"
    r"(?:用于|用来|对|投建|投资建设|兴建|开建|新建|扩建|改建|建设|建造|建成|修建|打造|实施|援建|捐建|改造)"
)
PHASE = re.compile("第?(?P<phase>[一二三四五首]期).*投资")
CUE_REACH = 16  # characters between 总投资 and its number


@cache
def _cue() -> re.Pattern[str]:
    lexicon = load("amounts")
    phases = rf"(?:{alternation(lexicon['phases'])})(?:计划|预计|拟|项目|工程|总)*投资(?:额|总额)?"
    cues = rf"{phases}|{alternation((*lexicon['investment'], *lexicon['partial']))}"
    hedges = alternation(lexicon["approximations"])
    grown = rf"(?:[由从][^，。；]{{2,8}})?(?:{alternation(lexicon['grown'])})"
    return re.compile(rf"(?P<cue>{cues})(?:[:：]|\s)*(?:{grown})?(?P<hedges>(?:{hedges})*)(?:人民币)?$")


@cache
def _given() -> re.Pattern[str]:
    lexicon = load("amounts")
    given, hedges = alternation(lexicon["given"]), alternation(lexicon["approximations"])
    return re.compile(rf"(?P<cue>{given})(?P<hedges>(?:{hedges})*)(?:人民币)?$")


@cache
def _other_cue() -> re.Pattern[str]:
    lexicon = load("amounts")
    return re.compile(rf"(?:{alternation(lexicon['not_investment'])})(?:{alternation(lexicon['approximations'])})*$")


def phase_of(cue: str) -> str:
    """The phase whose sum a word for investment announces; "" where it is the whole's.

    >>> phase_of("第一期计划投资"), phase_of("总投资")
    ('一期', '')
    """
    match = PHASE.match(cue)
    return match["phase"] if match else ""


def is_partial(cue: str) -> bool:
    """Whether a sum with this word before it is that of a period or a part, not a total."""
    return cue in load("amounts")["partial"] or bool(phase_of(cue))


def amounts(text: str, start: int, end: int) -> Iterator[AmountMention]:
    """The sums of money in `text[start:end]` that a word for investment stands before, in order.

    >>> [(a.value, a.cue) for a in amounts("计划总投资约8.45亿元，年产值3亿元", 0, 19)]
    [(845000000, '计划总投资')]
    """
    if text.find("亿", start, end) < 0 and text.find("万", start, end) < 0:
        return  # every sum that counts has one of them
    for match in SUM.finditer(text, start, end):
        scale = match["scale"] or ""
        if not scale or (match["unit"] is None and "亿" not in scale):
            continue
        before = text[max(start, match.start() - CUE_REACH) : match.start()]
        cue = _cue().search(before) or (_given().search(before) if _THEN_BUILT.match(text, match.end()) else None)
        if cue is None or _other_cue().search(before):
            continue
        low = scaled(match["low"], match["lowscale"] or scale)
        high = scaled(match["high"], scale) if match["high"] else low
        currency = CURRENCIES[match["unit"]] if match["unit"] else "CNY"
        approximation = (cue["hedges"] or "") + ("多" if match["more"] or match["more2"] else "")
        yield AmountMention(
            match.start(), match.end(), int(low), int(max(low, high)), currency, cue["cue"],
            match.start() - len(before) + cue.start("cue"), approximation,
        )  # fmt: skip
