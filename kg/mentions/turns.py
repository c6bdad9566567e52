"""How a term of office turns: the words that say that somebody takes a post, or leaves it.

任命, 当选 and 出任 begin a term; 任 alone only where a decision or a date stands before it (会议决定：某某任县长), for
elsewhere it may say what somebody is. 去世, 被免职 and 调任 behind a name end the terms of the posts before it. Who is
appointed again (再次当选, 连任), or goes on in a post (仍任, 继续兼任), begins nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.lexicons import alternation, load
from kg.mentions.mention import Turn

UNDATED = -1  # a date before these words is that of something else
DECIDED = 60  # characters before a plain 任 in which a decision must stand
DATED = re.compile(r"\d(?:年|月|日)[^，。；]{0,4}[，,]?[^，。；]{0,12}$|\d[年月日][^。；]{0,4}$")
AGAIN = re.compile(r"再次|再度|连任|连续|继续|一直|仍|还|现|已|也|曾|历")
NEWLY_BEFORE = re.compile(r"(?:新(?:当选的?|上任的?|到任的?|履新的?|任命的?|任)|刚(?:刚)?(?:上任|到任|当选|履新)的?)$")
FALLEN = re.compile(r"(?:因公殉职|因公牺牲|以身殉职|逝世|去世|病逝)的$")
BEHIND_NAME = r"(?:同志|先生|女士)?(?:[（(][^（）()]{0,16}[）)])?"
CAUSE = r"(?:，?(?:不幸)?(?:因|突发)[^，。；：、]{1,12})?(?:，?(?:经)?(?:多方)?(?:医治|抢救|救治)无效)?"
WHEN = r"，?已?(?:于|在)?[\d年月日时分上下午凌晨今昨天前近晚零〇一二三四五六七八九十]{0,24}"
WHERE = r"(?:是?在[^，。；：、]{2,14}?)?(?:自杀|坠楼|坠亡|溺水|坠江|坠河|坠海|跳[楼江河海])?"


class Turned(NamedTuple):
    """A turn, and where the words stand that say so: what date stands before them is its date."""

    turn: Turn
    at: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    posts = load("posts")
    deaths, leaves, moves = (alternation(posts[key]) for key in ("deaths", "leaves", "moves"))
    soon = r"(?:已经|已|日前|近日|于[^，。；]{2,14}?)?"
    return {
        "dies": re.compile(rf"{BEHIND_NAME}{CAUSE}{WHEN}{WHERE}(?:不幸)?(?P<turn>{deaths})(?!的)"),
        "leaves": re.compile(rf"{BEHIND_NAME}，?{soon}被?(?P<turn>{leaves})(?=[，。；：！、”]|$|后|至|到)"),
        "moves": re.compile(rf"{BEHIND_NAME}[，,]?(?:此前|日前|近日)?已?(?P<turn>{moves})(?!前|之前)"),
        "decides": re.compile(alternation(posts["decides"])),
    }


def begun(text: str, left: int, name_start: int, name_end: int, verb: str, verb_at: int) -> Turned | None:
    """The turn that an appointment says: the verb behind the name (or 为 behind 任命 and the name), in a sentence that
    begins at `left`. None where it says what somebody is or was.

    >>> text = "会议决定任命李志远为副省长"
    >>> begun(text, 0, 6, 9, "为", 9)
    Turned(turn='begins', at=9)
    >>> begun("李志远任副省长", 0, 0, 3, "任", 3) is None
    True
    """
    posts = load("posts")
    between = text[name_end:verb_at] if verb_at > name_end else ""
    if AGAIN.search(between):
        return None
    if verb in posts["begins"]:
        return Turned("begins", verb_at)
    before = text[max(left, name_start - DECIDED) : name_start]
    if verb == "为":
        appoints = re.search(rf"(?:{alternation(posts['appoints'])})[^，。；]{{0,4}}$", before)
        return Turned("begins", verb_at) if appoints else None
    if verb not in posts["begins_when_decided"]:
        return None
    if _patterns()["decides"].search(before) or DATED.search(text[max(left, verb_at - 40) : verb_at]):
        return Turned("begins", verb_at)
    return None


def newly(text: str, start: int, title_start: int) -> Turned | None:
    """The turn that a word before the posts says: 新任县委书记某某, 新当选的县长某某."""
    match = NEWLY_BEFORE.search(text, max(0, start - 6), start) or NEWLY_BEFORE.search(
        text, max(0, title_start - 6), title_start
    )
    return Turned("begins", UNDATED) if match else None


def gone(text: str, chain_start: int, name_end: int, stop: int) -> Turned | None:
    """The turn that ends all posts before a name: 县长某某因病去世, 县长某某被免职, 县长某某调任某县县委书记.

    >>> text = "平原县县长李志远因病医治无效，于2023年3月5日去世。"
    >>> gone(text, 0, 8, len(text))
    Turned(turn='ends', at=25)
    """
    for name in ("dies", "leaves", "moves"):
        if match := _patterns()[name].match(text, name_end, stop):
            return Turned("ends", match.start("turn"))
    if FALLEN.search(text, max(0, chain_start - 8), chain_start):
        return Turned("ends", UNDATED)
    return None
