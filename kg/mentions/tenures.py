"""The posts of a chain once its holder is known.

The title in the words of the ladder, whether it is the chief post, and whether it is held now, was held, or is to be
held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.lexicons import alternation, load
from kg.mentions.chunks import Chunk
from kg.mentions.mention import Body, Post, Sentence
from kg.mentions.titles import Title
from kg.mentions.turns import Turned
from kg.mentions.words import cut

UNKNOWN_AREA = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<!团)[市县区旗]委$")  # 甲区委书记, where the table lacks 甲区
PREDECESSOR = re.compile(r"在[他她其]之?前，[^，。；]*$")
BEFORE_NOW = ("此前", "之前", "日前", "目前", "会前", "以前", "年前", "天前", "月前")  # times, not former posts
OF_ITS_OWN = ("other", "company")  # kinds of bodies that are no part of the one before
FOR = re.compile(r"[\u4e00-\u9fff·]{2,8}?为[^，。；]{2,}")
PERIOD = re.compile(r"(?:职务)?(?:期间|时期|任内)")
LIST = re.compile(r"等(?!额)|期间|时(?!任)")
YEAR = re.compile(r"(19|20)\d{2}(?=年)")
BEFORE_NEW_POST = re.compile(r"(?:履新|上任|调任|到任|任职|此次|此番)[^，。；]{0,6}(?:之前|以前|前)，")


class Link(NamedTuple):
    """One post of a chain before its name is known."""

    title: Title
    chunk: Chunk
    body: Body | None
    former: bool = False


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("posts")
    return (
        re.compile(rf"(?:{alternation(lexicon['past_markers'])})$"),
        re.compile(rf"(?:{alternation(lexicon['not_yet_markers'])})$"),
    )


def posts_of(
    text: str, sentence: Sentence, chain: Sequence[Link], year: int | None, appointed: bool, past: bool = False,
    turned: Turned | None = None,
) -> Iterator[Post]:  # fmt: skip
    """The posts of `chain`, those without a body left out. `appointed` says that a verb of appointment stands before
    them, `past` that they are former ones, `turned` how their terms turn; `year` is the article's, if known."""
    past_marker, future_marker = _markers()
    first = chain[0].chunk.start
    clause = text[max(sentence.start, first - 12) : first]
    marked = past_marker.search(clause)
    if (marked and not (marked[0] == "前" and clause.endswith(BEFORE_NOW))) or PREDECESSOR.search(
        text, sentence.start, first
    ):
        past = True
    marker = future_marker.search(clause)
    # 提名甲市市长某某为候选人: he is to be something else
    future = bool(marker) and not (marker[0].endswith("提名") and FOR.match(text, chain[-1].title.end))
    if appointed:
        before = text[max(sentence.start, first - 40) : first]
        years = [int(m[0]) for m in YEAR.finditer(before)]
        if years and (year is None or years[-1] < year) and not before.endswith("现任"):
            past = True  # 1970年生，现任某职 is of now
        decided = "决定" in before  # 此前，省委决定：某某任某职
        if (before.rfind("此前，") > before.rfind("。") and not decided) or BEFORE_NEW_POST.search(
            text, sentence.start, first
        ):
            past = True
        if "拟" in before[-4:]:
            future = True
    if appointed and PERIOD.match(text, chain[-1].title.end):
        past = True  # 某某担任甲市市长期间
    if turned is not None and (LIST.match(text, chain[-1].title.end) or _acting_and_full(chain)):
        turned = None  # one after the other, or a time within the term
    own_past = inside = False
    for link in chain:
        if inside and link.chunk.start < link.chunk.end and link.body is not None and link.body.kind in OF_ITS_OWN:
            own_past = inside = False  # 某政协原秘书长、某协会会长: the second body is one of now
        inside = inside or text[link.chunk.end : link.title.start] in ("原", "前")
        own_past = own_past or inside or link.former or cut(text[link.chunk.start : link.chunk.end])[:1] == ("原",)
        is_past = past or own_past
        if link.body is None or link.title.head in load("posts")["honours"]:
            continue
        body = link.body
        title = _title(link.title, body)
        chief = (
            link.title.kind in ("chief", "head_of_area")
            and not link.title.deputy
            and body.kind != "company"
            and link.title.modifier not in ("名誉", "荣誉", "首席", "高级")
        )
        tenure = "past" if is_past else "future" if future else "now"
        # A former post has ended before, and one to come has not begun.
        turns = turned is not None and not own_past and not (future and not is_past)
        yield Post(title, body, chief, tenure, link.chunk.start, link.title.end, *(turned if turns and turned else ()))


def _acting_and_full(chain: Sequence[Link]) -> bool:
    """Whether the chain holds a post both acting and full: 代市长、市长 were held one after the other."""
    acting = {link.title.head for link in chain if link.title.modifier in ("代", "代理")}
    return any(link.title.head in acting and not link.title.modifier for link in chain)


def _title(title: Title, body: Body) -> str:
    """The title as the ladder words it: 书记 of a county's committee is 县委书记."""
    words = title.words
    if (
        body.kind == "party"
        and body.area is not None
        and not title.unit
        and title.head in ("书记", "常委", "委员", "秘书长")
    ):
        if body.name == "委":
            level = {"province": "省", "prefecture": "市", "county": body.area.name[-1]}.get(body.area.level, "")
            if body.area.name.endswith("自治区"):
                level = "自治区党"
            elif body.area.level in ("province", "prefecture"):
                level = body.area.name[-1] if body.area.name[-1] in "省市州盟" else "地"
            return f"{level}委{words}"
        return body.name + words
    if (
        body.kind == "other"
        and title.head in ("书记", "常委", "委员", "秘书长")
        and (match := UNKNOWN_AREA.search(body.name))
    ):
        return match[0] + words
    if body.kind == "zone" and title.head in ("主任", "书记") and title.unit not in ("纪工委", "纪委", "机关党委"):
        return body.name + words
    return words
