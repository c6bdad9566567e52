"""Bodies of the state, which belong to no area: the State Council, ministries, their departments."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import load, word_set
from kg.mentions.chunks import body_ends
from kg.mentions.mention import Body
from kg.mentions.post_case import Answer, Case

MINISTRY = re.compile(r"^中国(?=[\u4e00-\u9fff]{2,})")
SHORTEST_MINISTRY = 3  # 科技部, 教育部


def state_council(case: Case) -> Answer:
    head = case.title.head
    if (head in ("国家主席", "国家副主席") and (not case.words or case.words in load("bodies")["names_of_china"])) or (
        head in ("主席", "副主席") and case.words in load("bodies")["names_of_the_state"]
    ):
        return Body("中华人民共和国", "other", None)
    if head == "国务委员" or (
        head in ("总理", "副总理") and (case.words == "国务院" or (not case.words and "国务院" in case.text))
    ):
        return Body("国务院", "other", None)
    return None


def national(case: Case) -> Answer:
    named = word_set("bodies", "national")
    words = case.words if case.words in named else MINISTRY.sub("", case.words)  # 中国外交部
    if words in load("bodies")["national_or_local"] and (
        case.finder.home is not None or (case.base is not None and case.base.area is not None)
    ):
        return None
    if words == "中央" and case.title.unit in load("posts")["discipline_units"]:
        return Body("中央纪委", "other", None)
    if words in named or (body_ends(words) == "body" and words.startswith(_ministries())):
        return Body(words, "other", None)  # 工业和信息化部某司: of no city, whichever is named before it
    return None


@cache
def _ministries() -> tuple[str, ...]:
    return tuple(
        name
        for name in load("bodies")["national"]
        if len(name) >= SHORTEST_MINISTRY
        and name[-1] in "部署委局院"
        and name not in load("bodies")["national_or_local"]
    )
