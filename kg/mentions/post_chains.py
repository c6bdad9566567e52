"""Chains of posts that one person holds (县委副书记、县长): their titles, words and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicons import load
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import Chunk, body_ends, chunk_before
from kg.mentions.mention import AreaMention, Body, Sentence
from kg.mentions.name_match import CLOSERS
from kg.mentions.organisations import read_body
from kg.mentions.people import name_before
from kg.mentions.tenures import Link
from kg.mentions.titles import Title
from kg.mentions.words import cut

BRACKET = r"(?:[（(](?:兼|代|专职|常务|主持工作|[^（）()]{0,6}(?:挂职|级|协作))[）)])?"  # what a bracket adds to a post
JOINT = re.compile(BRACKET + "(?:、兼|，兼|[、兼])")
MARK, COMMA = re.compile("[，。；：！？]"), re.compile("，")
BEGINS_JOINT = frozenset("（(、，兼")
ROW = re.compile(r"[、，和]|以及|及|，以及")
# What the first of a row may do before the row goes on: 副主任甲主持会议，副主任乙、丙
ACTED = re.compile(r"(?:同志)?(?:主持|出席|参加|列席|作|致|讲话|部署|通报|传达|宣读)[^，。；：、“”]{0,12}[，；]")


def chain_at(
    text: str, sentence: Sentence, found: Sequence[Title], number: int, areas: Sequence[AreaMention],
    finder: AreaFinder, row: Body | None, row_end: int, row_head: str = "",
) -> tuple[list[Link], int]:  # fmt: skip
    """The chain of posts that begins with title `number`, and the number of the title after it."""
    chain: list[Link] = []
    behind = found[number - 1].end if number else sentence.start
    while True:
        title = found[number]
        bound = left_bound(text, behind, title.start)
        chunk = chunk_before(text, bound, title.start, areas, joins=row_end < 0 or bound >= row_end + 2)
        if chunk.start == chunk.end and chunk.stopped_by == "的" and title.kind == "company":
            owner = chunk_before(text, bound, chunk.stop_start, areas)  # 某公司的生产负责人
            chunk = owner if body_ends(text[owner.start : owner.end]) == "company" else chunk
        former = chunk.end > chunk.start and not any(m.start < chunk.end <= m.end for m in areas)  # not 原 of 太原
        behind_area = any(m.end == chunk.end - 1 for m in areas)  # 台北市前副市长
        alone = text[chunk.start : chunk.end] == "前"  # 外长甲、前总统乙
        plain = alone or (chunk.end - chunk.start > 2 and (title.modifier == "" or behind_area))
        if former and (text[chunk.end - 1] == "原" or (plain and text[chunk.end - 1] == "前")):
            chunk = replace(chunk, end=chunk.end - 1)
        if former_body := _former_body(text, chunk, areas):
            chunk = replace(chunk, start=chunk.start + 1)
        previous = _spoken_of(chain, title, chunk) if chain else None
        in_row = None
        if not chain and row_end >= 0:
            between = text[row_end : chunk.start]
            goes_on = title.deputy and title.head == row_head and text[chunk.start : chunk.end] in ("", "常委会")
            in_row = row if ROW.fullmatch(between) or (goes_on and ACTED.fullmatch(between)) else None
        unread = chunk.start == chunk.end and bool(chain) and _is_unread(chain[-1])
        body = None if unread else read_body(text, chunk, title, areas, finder, previous, in_row)
        chain.append(Link(title, chunk, body, former_body))
        number += 1
        if number == len(found):
            return chain, number
        following = found[number]
        between = text[title.end : following.start]
        joint = joint_of(between)
        if joint is None and _goes_on(text, sentence, chain, between):
            joint = COMMA.match(between)
        if not joint or ends_chain(between, joint):
            return chain, number
        behind = title.end + joint.end()


def joint_of(between: str) -> re.Match[str] | None:
    """What joins two posts at the start of the words between their titles: 、, 兼, a bracket before them."""
    return JOINT.match(between) if between[:1] in BEGINS_JOINT else None


def ends_chain(between: str, joint: re.Match[str]) -> bool:
    """Whether there is a mark between two titles behind the one that joins them."""
    return MARK.search(between, joint.end()) is not None or between.find("、", joint.end()) >= 0


def _spoken_of(chain: Sequence[Link], title: Title, chunk: Chunk) -> Body | None:
    """The body of the chain that a bare title goes on with: 院长 with the last 院, any title else with the last
    body."""
    bodies = [link.body for link in reversed(chain)]
    if chunk.start < chunk.end or title.unit:
        return bodies[0]
    endings = load("bodies")["heads_of"].get(title.head, "").split()  # type: ignore[attr-defined]
    if chunk.start < chunk.end or not endings or title.unit:
        return bodies[0]
    fitting = (b for b in bodies if b and b.name.removesuffix("党委").endswith(tuple(endings)))
    if bodies[0] is not None and not bodies[0].name.removesuffix("党委").endswith(tuple(endings)):
        return next(fitting, None if title.head in load("posts")["heads_of_one_kind"] else bodies[0])
    return bodies[0]


def _is_unread(link: Link) -> bool:
    """Whether a body is named before a post, but not one that can be read: a bare post behind it is in the same."""
    return link.body is None and link.chunk.start < link.chunk.end


def _former_body(text: str, chunk: Chunk, areas: Sequence[AreaMention]) -> bool:
    """Whether the words of a body begin with 前 that says that the post is past: 前行政管理局局长, not 前海某公司."""
    words = text[chunk.start : chunk.end]
    if not words.startswith("前") or any(m.start == chunk.start for m in areas):
        return False
    first, *others = cut(words)
    of_area = any(m.start == chunk.start + 1 for m in areas)  # 前高雄市长: the cutter does not know every city
    return first == "前" and bool(others) and (len(others[0]) > 1 or of_area)


def _goes_on(text: str, sentence: Sentence, chain: Sequence[Link], between: str) -> bool:
    """Whether a comma behind a post leads on to a further post of the same person:
    区委常委、某办副主任，司法局局长某某.

    Only for a chain that begins its clause, with all its bodies known: 他曾任县委书记，副市长某某 is two persons.
    """
    first = chain[0].chunk
    begins = first.start == sentence.start or text[first.start - 1] in "，。；"
    alone = len(chain) == 1 and not _behind_name(text, sentence, first.start) and chain[0].title.kind == "chief"
    return (
        (len(chain) > 1 or alone)
        and between.startswith("，")
        and begins
        and not first.stopped_by
        and all(link.body for link in chain)
    )


def _behind_name(text: str, sentence: Sentence, at: int) -> bool:
    """Whether a person stands before the comma before `at`: 李某，某办副主任，某局局长王某 are two persons."""
    return at > sentence.start and name_before(text, max(sentence.start, at - 8), at - 1) is not None


def left_bound(text: str, left: int, right: int) -> int:
    """The start of the clause before `right`, not before `left`."""
    depth = 0
    at = right
    while at > left:
        character = text[at - 1]
        if character in "）)" and right - at < 30:
            depth += 1
        elif character in "（(" and depth:
            depth -= 1
        elif (depth == 0 and character in CLOSERS and character not in "“”‘’") or (
            depth == 0 and character in "“”‘’" and right - at < 2
        ):
            return at
        at -= 1
    return left if depth == 0 else right
