"""Who does what a verb says: the row of persons that stands before it.

Persons are those that a post names in the sentence, those that the article names with a post elsewhere, and the bare
names of a row that begins with one (县领导甲、乙、丙出席会议).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.mentions.mention import Holding
from kg.mentions.people import name_at
from kg.mentions.reading import Reading, SentenceReading

BETWEEN = re.compile(r"(?:同志)?(?:[、，和及与]|，?以及)\s?(?:[省市县区州镇]领导)?[^，。；：、“”]{0,30}")
BARE_ROW = re.compile(r"(?:领导|同志|领导同志|负责人|委员|常委|主席|主任|书记|长|总师)$")
# What may stand between the last person and the verb: 等县领导，分别在主会场
BEFORE_VERB = re.compile(
    r"(?:同志)?(?:等)?(?:[县市区省州镇]?(?:四套班子|四大班子)?(?:委)?领导(?:同志)?|同志|一行|人|(?:有关|主要|相关)负责(?:人|同志))?"
    r"(?:等|，|也|均|都|还|又|先后|分别|共同|一同|一起|一道|应邀|受邀|亲自|专程|当天|当日|上午|下午|随后|来|率队|带队"
    r"|率领?[^，。；、]{2,16}|代表[^，。；、]{2,16}|在(?:主|分)会场|在[^，。；、]{2,14}|以视频(?:形式|方式)|通过视频(?:形式|方式)?"
    r"|(?:\d{1,2}月)?\d{1,2}日)*"
)
# 甲，以及各部门主要负责人参加会议: others without a name between the last person and the verb
OTHERS = re.compile(
    r"(?:等)?(?:，|、|，?以及|[和及与])[^。；：“”]{2,60}?(?:领导|负责人|负责同志|代表|人员|委员|干部|成员|专家)(?:等)?(?:共?\d+余?人)?"
    r"(?:等|，|也|均|都|还|分别|共同|一同|一起|一道|应邀|在(?:主|分)会场|在主会场和分会场|以视频(?:形式|方式))*"
)
DOES = re.compile(
    r"[到赴率说]|调研|强调|主持|表示|指出|介绍|宣布|听取|出席|参加|列席|讲话|走访|慰问|召开|汇报|观看|签订|会见|陪同|邀请|要求|看望"
)
ROW_ITEM = re.compile(r"[、，]")
LEADERS = re.compile(
    r"(?:^|(?<=[，。；：、\s]))(?:[省市县区州旗]|[\u4e00-\u9fff]{2,4}[省市县区州旗])领导(?:同志)?"
    r"(?P<row>[\u4e00-\u9fff·]{2,8}?(?:、[\u4e00-\u9fff· ]{2,8}?)*)"
    r"(?=(?:等|，|分别|一同|一起|共同|先后|带队|率队|出席|参加|列席|主持|到|赴|深入|走访|看望|调研|前往|来到|在))"
)
NOT_THE_SUBJECT = re.compile(
    r"(?:与|同|和|对|向|为|给|把|被|让|请|邀请|采访|会见|陪同|代表|听取|任命|免去|接待|感谢|欢迎|看望|慰问|追悼|纪念|的)$"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who does something: the name, where it stands, and whether the article gives a post in a public body."""

    name: str
    start: int
    end: int
    official: bool


@dataclass(frozen=True, slots=True)
class _Named:
    first: int  # where the posts before the name begin
    start: int
    end: int
    name: str


@lru_cache(maxsize=1)
def people_of(reading: Reading) -> dict[str, bool]:
    """Each name that the article gives a post → whether one of the posts is in a public body and held now."""
    known: dict[str, bool] = {}
    for sentence in reading.having["holdings"]:
        for holding in sentence.holdings:
            known[holding.name] = known.get(holding.name, False) or any(
                post.body.kind != "company" and post.tenure == "now" for post in holding.posts
            )
    return known


def actors(reading: Reading, sentence: SentenceReading, verb: int) -> list[Actor]:
    """The persons of the row that ends before `verb`, in text order; [] where none stands there as the subject."""
    text, known = sentence.text, people_of(reading)
    named = _named(sentence, known)
    last = next((p for p in reversed(named) if p.end <= verb and _reaches(text, p.end, verb)), None)
    if last is None:
        return _leaders(text, sentence, verb) or _bare_row(text, sentence, known, verb)
    row = [last]
    while True:
        before = _further(text, sentence, named, row[0])
        if before is None:
            break
        row.insert(0, before)
    if NOT_THE_SUBJECT.search(text[max(sentence.sentence.start, row[0].first - 4) : row[0].first]):
        return []
    return [Actor(p.name, p.start, p.end, known.get(p.name, True)) for p in row]


def listed(reading: Reading, sentence: SentenceReading, start: int) -> list[Actor]:
    """The persons of the row that begins at `start`, as far as its items are names, with or without posts."""
    text = sentence.text
    end = min((at for mark in "。；：" if (at := text.find(mark, start, sentence.end)) >= 0), default=sentence.end)
    found = [
        Actor(p.name, p.start, p.end, people_of(reading).get(p.name, True))
        for p in _named(sentence, people_of(reading))
        if start <= p.start and p.end <= end
    ]
    at = start
    for item in re.split(r"[、，和]", text[start:end]):
        bare = re.sub(r"等.*$", "", item)
        match = name_at(text, at, at + len(bare)) if 2 <= len(bare) <= 3 else None
        if match is not None and match.end == at + len(bare) and not any(a.start <= at < a.end for a in found):
            found.append(Actor(bare, at, match.end, True))
        at += len(item) + 1
    return sorted(found, key=lambda actor: actor.start)


def _reaches(text: str, person: int, verb: int) -> bool:
    """Whether the words between a person, who ends at `person`, and a verb leave him its subject."""
    if BEFORE_VERB.fullmatch(text, person, verb):
        return True
    return OTHERS.fullmatch(text, person, verb) is not None and not DOES.search(text, person, verb)


def _bare_row(text: str, sentence: SentenceReading, known: dict[str, bool], verb: int) -> list[Actor]:
    """The bare names of a row before `verb`, one of which the article gives a post elsewhere: 甲、乙、丙一行来到…"""
    start = max(text.rfind(mark, sentence.start, verb) for mark in "。；：！”\n ") + 1 or sentence.start
    if not known or text.find("、", start, verb) < 0:
        return []
    for end in range(verb, start, -1):
        if not BEFORE_VERB.fullmatch(text, end, verb):
            continue
        found, at = [], start
        for item in ROW_ITEM.split(text[start:end]):
            match = name_at(text, at, at + len(item)) if 2 <= len(item) <= 3 else None
            if match is None or match.end != at + len(item):
                break
            found.append(Actor(item, at, match.end, known.get(item, True)))
            at += len(item) + 1
        else:
            if len(found) >= 2 and any(actor.name in known for actor in found):
                return found
    return []


def _leaders(text: str, sentence: SentenceReading, verb: int) -> list[Actor]:
    """The bare names behind 县领导 before `verb`, if every item of the row is a name."""
    if text.find("领导", sentence.start, sentence.end) < 0:
        return []
    match = LEADERS.search(text, sentence.sentence.start, sentence.sentence.end)
    if match is None or match.end("row") > verb:
        return []
    found: list[Actor] = []
    for item in re.finditer(r"[^、]+", match["row"]):
        start = match.start("row") + item.start()
        name = name_at(text, start, start + len(item[0]))
        if name is None or text[name.end : start + len(item[0])].strip():
            return []
        found.append(Actor(text[name.start : name.end], name.start, name.end, True))
    return found if BEFORE_VERB.fullmatch(text, match.end("row"), verb) else []


def _named(sentence: SentenceReading, known: dict[str, bool]) -> list[_Named]:
    """The persons in a sentence, in order: those with posts, and known names without."""
    found = [
        _Named(_first(h, sentence.holdings), h.start, h.end, h.name)
        for h in sentence.holdings
        if any(p.tenure == "now" for p in h.posts)
    ]
    taken = [(h.start, h.end) for h in sentence.holdings]
    for name in known:
        at = sentence.text.find(name, sentence.sentence.start, sentence.sentence.end)
        while at >= 0:
            end = at + len(name)
            longer = any(k != name and sentence.text.startswith(k, at) for k in known if k.startswith(name))
            if not longer and not any(a < end and at < b for a, b in taken):
                found.append(_Named(at, at, end, name))
            at = sentence.text.find(name, end, sentence.sentence.end)
    return sorted(found, key=lambda p: p.start)


def _first(holding: Holding, others: Sequence[Holding]) -> int:
    """Where the words about a person begin: with the posts before the name, unless another name of the row stands
    between (副县长甲、乙)."""
    first = min([holding.start, *(post.start for post in holding.posts if post.start < holding.start)])
    return holding.start if any(first <= other.start < holding.start for other in others) else first


def _further(text: str, sentence: SentenceReading, named: list[_Named], first: _Named) -> _Named | None:
    """The person of the row right before `first`."""
    before = [p for p in named if p.end <= first.first and BETWEEN.fullmatch(text, p.end, first.first)]
    if before:
        return before[-1]
    if text[first.first - 1 : first.first] != "、" or first.first != first.start:
        return None
    end = first.start - 1
    start = max(text.rfind(mark, sentence.sentence.start, end) for mark in "、，。：") + 1 or sentence.sentence.start
    item = text[start:end]
    if 2 <= len(item) <= 3 and text[start - 1 : start] == "、":
        match = name_at(text, start, end)
        return _Named(start, start, end, item) if match is not None and match.end == end else None
    for length in (3, 2):  # the first of the row stands behind 县领导
        at = end - length
        if at <= sentence.sentence.start or not BARE_ROW.search(text[max(sentence.sentence.start, at - 6) : at]):
            continue
        match = name_at(text, at, end)
        if match is not None and match.end == end:
            return _Named(at, at, end, text[at:end])
    return None
