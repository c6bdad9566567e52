"""Who is appointed to a post: the name stands before the verb, or between two (李某任, 任命李某为)."""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.chunks import LONGEST, Chunk
from kg.mentions.mention import Sentence
from kg.mentions.name_match import CLOSERS, NameMatch
from kg.mentions.people import name_at, name_before
from kg.mentions.post_chains import left_bound
from kg.mentions.turns import Turned, begun

ADVERB = re.compile(
    r"(?:同志|已?于[^，。；]{2,14}|已经|已|现|正式|此前|曾经|曾|近日|日前|全票|被|将|拟|不再|先后|目前|新|再|也|后|并|又|还|昨天|今天|从.{2,12}|由.{2,12}|不再)$"
)
PAST_ADVERB = re.compile(r"(?:此前|曾经|曾|不再|先后|原|历)")
AS = re.compile(
    r"(?:任命|选举|推选|补选|增选|选举产生|决定任命|提名|聘任|聘请|授予)(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:[（(][^）)]{0,12}[）)])?$"
)


LIFE = re.compile(r"(?:^|(?<=[。；：\n\s、]))(?P<name>[\u4e00-\u9fff·]{2,8})(?:同志)?，(?:男|女)，")
WHO = re.compile(
    "(?:长|书记|主任|主席|委员|代表|党员|经理|先生|女士|教授|医生|老师)$"
)  # what may stand before the name
LONGEST_LIFE = 160  # characters of the sentence before: born, of which people, schools
ENDS_CLAUSE = frozenset("，。；、") | {""}
SURE = 3.0  # margin of a name that only a bracket or 是 says to hold a post


def may_appoint(text: str, start: int, end: int) -> bool:
    """Whether a part of a word of appointment stands in `text[start:end]`: if not, nobody is appointed there."""
    return any(text.find(word, start, end) >= 0 for word in load("posts")["in_appointments"])


def appointee(text: str, sentence: Sentence, chunk: Chunk) -> tuple[NameMatch, bool, Turned | None] | None:
    """The person before an appointment verb that `chunk` stopped at, whether the verb says it is past, and how it says
    that the term turns."""
    verb = chunk.stopped_by
    if verb == "为" and (match := AS.search(text, sentence.start, chunk.stop_start)):
        start, end = match.span("name")
        if (name := name_at(text, start, end)) and name.end == end:
            return name, False, begun(text, sentence.start, name.start, name.end, verb, chunk.stop_start)
    if verb in ("为", "当选") and text[: chunk.stop_start].endswith(("当选", "任命", "聘任")):
        verb, at = "当选", chunk.stop_start - 2
    else:
        at = chunk.stop_start
    if verb not in load("posts")["takes_office"] and verb not in load("posts")["held_office"]:
        return None
    if verb == "任" and text[at - 1] == "获":
        at -= 1  # 李某获任某县县长
    past, sure, verb_at = verb in load("posts")["held_office"], False, at
    bound = left_bound(text, sentence.start, at)
    no_more = to_come = False
    while match := ADVERB.search(text, bound, at):
        no_more, to_come = no_more or match[0] == "不再", to_come or match[0] in ("将", "拟")
        past = past or match[0] == "不再" or bool(PAST_ADVERB.match(match[0]) and verb in ("任", "担任"))
        sure = sure or match[0] == "同志"
        at = match.start()
    if at == bound and bound > sentence.start and text[bound - 1] in "，,":
        at = bound - 1  # 李某，现任某县县长
        bound = left_bound(text, sentence.start, at)
    name = name_before(text, bound, at, sure)
    if name is None and verb in load("posts")["in_lives"] and (life := _of_a_life(text, sentence, chunk.stop_start)):
        return life, past, None
    if name is None:
        return None
    if no_more and not to_come:
        return name, True, Turned("ends", verb_at)
    turned = None if past else begun(text, sentence.start, name.start, name.end, verb, verb_at)
    return name, past, turned


def _of_a_life(text: str, sentence: Sentence, at: int) -> NameMatch | None:
    """Whom a life is of: 李某，男，汉族，1970年生，现任某县县长. A sentence that begins with 现任 goes on with the life
    of the one before."""
    lives = list(LIFE.finditer(text, sentence.start, at))
    if not lives and at == sentence.start:
        lives = list(LIFE.finditer(text, max(0, at - LONGEST_LIFE), at))
        if lives and text.count("。", lives[-1].end(), at) > 1:
            return None
    if not lives:
        return None
    start, end = lives[-1].span("name")
    name = name_at(text, start, end)
    return name if name is not None and name.end == end else None


def may_be_identified(text: str, title_start: int, title_end: int) -> bool:
    """Whether a title may say who somebody is: behind 是 and at the end of its clause, or in a bracket behind a
    name."""
    behind = text[title_end : title_end + 1]
    if behind in ("）", ")"):
        return True
    return behind in ENDS_CLAUSE and text.find("是", max(0, title_start - LONGEST), title_start) >= 0


def identified(text: str, sentence: Sentence, chunk: Chunk, end: int) -> NameMatch | None:
    """Whom posts that end at `end` are said to be of: 李某是某县县长。 and 李某（某县县长）."""
    behind = text[end : end + 1]
    if behind in ("）", ")") and text[chunk.start - 1 : chunk.start] in ("（", "("):
        at, bracket = chunk.start - 1, True
    elif behind in ENDS_CLAUSE and chunk.stopped_by == "是":
        at, bracket = chunk.stop_start, False
    else:
        return None
    bound = left_bound(text, sentence.start, at)
    name = name_before(text, bound, at)
    if name is None or name.margin < SURE:
        return None
    alone = name.start == bound or WHO.search(text, bound, name.start) is not None
    return name if alone or (bracket and text[name.start - 1] in "、和与") else None


def row_before(text: str, left: int, name: NameMatch) -> list[NameMatch]:
    """The further persons of the row that ends with `name`: 甲某、乙某、丙某当选为副会长."""
    found: list[NameMatch] = []
    at = name.start
    while at > left and text[at - 1] == "、":
        start = at - 1
        while start > left and text[start - 1] not in CLOSERS:
            start -= 1
        further = name_at(text, start, at - 1)
        if further is None or further.end != at - 1:
            break
        found.insert(0, further)
        at = start
    return found
