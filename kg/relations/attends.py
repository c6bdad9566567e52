"""attends: who took part in which meeting. Source of the rule: guideline, "attends".

A person is there who 出席, 参加, 列席 or 主持 it, or who speaks at it (会上，某某强调). Without an object of its own
the verb means the meeting that the sentence, or the one right before it, speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.mentions.mention import MeetingMention, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.relations.actors import Actor, actors, listed
from kg.relations.claim import Claim, Meeting, Modality, Person
from kg.relations.happened import day_of
from kg.relations.meetings import HELD, fullest, is_held, is_source, reference, references

RELATION = "attends"
VERB = re.compile(
    r"出席了?|参加了?|列席了?|主持(?:召开)?了?"  # each begins with a character of its own, looked for in a fast loop
    r"|致[辞词](?=[，。；]|$)|发表(?:重要|主旨)?(?:讲话|演讲)(?=[，。；]|$)"
    r"|作了?(?:主旨|典型|交流|表态)(?:演讲|发言|报告)(?=[，。；]|$)"
)
SAID_THERE = re.compile(r"会上，")
SPEAKS = re.compile(
    r"(?:同志)?(?:分别)?(?:强调|指出|要求|表示|介绍|汇报|总结|领学|解读|点评|授课|分享|部署|作(?:了)?[^，。；]{0,10}(?:报告|讲话|发言|部署|表态)|讲话|致辞|发言|宣读|通报|传达)"
)
IN_IT = re.compile(r"在(?:会上|大会上|会议上)(?=指出|强调|要求|表示|讲话|致辞|致词|发言|介绍|汇报|宣读|作)")
SPEAKS_AT = re.compile(
    r"上(?:作[^，。；]{0,10})?(?:强调|指出|要求|表示|讲话|致辞|发言|介绍|汇报|说)"
)  # 在全县某会议上强调
# Behind the verb, a list: 出席会议的市领导还有甲、乙
LISTED = re.compile(
    r"(?:出席|参加|列席)(?:了)?(?:今天|此次|本次)?(?:会议|大会)的(?:[省市县区州]?(?:委)?领导(?:同志)?|领导和嘉宾|嘉宾|人员)?(?:还)?(?:有|包括)[:：]?"
)
# Behind the verb, when the meeting is the one spoken of: 出席并讲话, 参加。
WITHOUT_OBJECT = re.compile(r"(?:并(?:作|发表)?[^，。；]{0,8}(?:讲话|致辞|致词|发言|主持|报告)|[。，；]|$)")
ANOTHER_EVENT = re.compile(r"活动|仪式|调研|会见|座谈交流|会谈|比赛|典礼|签约|开幕式|闭幕式|考察|走访|慰问|培训班|演练")
NOT_YET = re.compile(r"(?:将|拟|计划|要|应邀将|准备|即将)$")
NOT_THERE = re.compile(r"(?:未|没有|没|不|缺席|拒绝|无法)$")
FAR = 24  # characters between the verb and the meeting's name
FAR_BACK = 300  # characters that a quote may begin before its sentence
FAR_ON = 600  # characters after which 会上 may mean another meeting
PRESS = ("发布会", "见面会", "吹风会")  # who speaks there speaks to reporters
OPENING = 200  # characters in which a meeting named without a time is that of the article
TIME = re.compile(r"\d日|今天|昨天|日前|近日|上午|下午|当日|当天|召开|举行|举办")
THE_MEETING = ("会议", "大会", "此次会议", "本次会议")
NEXT = 2  # characters between the sentence that names the meeting and the one that goes on about it


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The meeting that the article speaks of, the words that named it last, the end of the last sentence about it, and
    whether it is the only one that the article reports so far."""

    meeting: Meeting
    mention: MeetingMention
    end: int
    alone: bool


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each person and each meeting that a sentence says they took part in."""
    if not reading.having["meetings"]:
        return
    names = fullest(reading)
    known = references(reading, names)
    meant_by = {m: known[n] for m, n in names.items()}
    spoken: _Spoken | None = None
    for sentence in reading.sentences:
        if spoken is None and not sentence.meetings:
            continue
        text, start, end = sentence.text, sentence.start, sentence.end
        here = [m for m in sentence.meetings if not is_source(text, start, m)]
        found: list[Claim] = []
        for verb in VERB.finditer(text, start, end):
            meant = _meeting_of(text, start, end, verb, here, meant_by, spoken)
            if meant is None and spoken is None and verb[0].startswith("主持召开"):
                meant = _opened(reading, sentence, verb, here)
            if meant is None:
                continue
            meeting, mention, rule = meant
            quote = Span(mention.start if 0 <= start - mention.start < FAR_BACK else start, end)
            first = _verb_start(text, start, verb.start())
            for actor in actors(reading, sentence, first):
                modality = _modality(text, start, verb.start())
                found.append(_claim(reading, sentence, actor, meeting, mention, quote, rule, modality))
        found.extend(_speakers(reading, sentence, here, meant_by, spoken))
        if spoken is not None and (list_ := LISTED.search(text, start, end)) and _that(start, spoken):
            found.extend(
                _claim(reading, sentence, actor, spoken.meeting, None, Span(start, end), "attends.listed", "asserted")
                for actor in listed(reading, sentence, list_.end())
            )
        if (
            spoken is not None
            and _that(start, spoken)
            and not spoken.meeting.name.endswith(PRESS)
            and (verb := IN_IT.search(text, start, end))
        ):
            found.extend(
                _claim(reading, sentence, actor, spoken.meeting, None, Span(start, end), "attends.speaks", "asserted")
                for actor in actors(reading, sentence, verb.start())
            )
        if spoken is not None and SAID_THERE.match(text, start, end) and start - spoken.end <= FAR_ON:
            for verb in SPEAKS.finditer(text, start, end):
                for actor in actors(reading, sentence, verb.start()):
                    quote = Span(start, end)
                    found.append(
                        _claim(reading, sentence, actor, spoken.meeting, None, quote, "attends.speaks", "asserted")
                    )
                break
        yield from found
        if spoken is not None and any(claim.object == spoken.meeting for claim in found):
            spoken = replace(spoken, end=end)  # 甲出席。乙主持。
        for mention in here:
            if not mention.generic and is_held(reading, sentence, mention):
                meeting = known[names[mention.name]]
            elif mention.generic and spoken is None and len(mention.name) >= 3 and HELD.search(sentence.words):
                meeting = reference(reading, sentence, mention, mention.name)
            else:
                continue
            spoken = _Spoken(meeting, mention, end, spoken is None or (spoken.alone and spoken.meeting == meeting))


def _is_spoken(meeting: Meeting, spoken: _Spoken | None) -> bool:
    return spoken is not None and spoken.meeting == meeting


def _that(start: int, spoken: _Spoken) -> bool:
    """Whether 会议 in a sentence that begins at `start` is the meeting spoken of."""
    return spoken.alone or start - spoken.end <= NEXT


def _speakers(
    reading: Reading, sentence: SentenceReading, here: list[MeetingMention], known: dict[str, Meeting],
    spoken: _Spoken | None,
) -> Iterator[Claim]:  # fmt: skip
    """Who speaks at a meeting that the sentence names: 某某在全县某会议上强调, 推进会上，某某、某某分别介绍."""
    text, end = sentence.text, sentence.end
    for mention in here:
        if mention.name.endswith(PRESS):
            continue
        if not mention.generic:
            if (
                sentence.start > OPENING
                and mention.start > sentence.start
                and not TIME.search(sentence.words)
                and not _is_spoken(known[mention.name], spoken)
            ):
                continue  # what someone said at a meeting of long ago
            meeting = known[mention.name]
        elif spoken is not None and _that(sentence.start, spoken) and spoken.meeting.name.endswith(mention.name):
            meeting = spoken.meeting
        else:
            continue
        who: list[Actor] = []
        if SPEAKS_AT.match(text, mention.end, end):
            at = text.rfind("在", sentence.start, mention.start)
            who = (
                actors(reading, sentence, at) if at >= 0 and not re.search("[，。；]", text[at : mention.start]) else []
            )
        elif text.startswith("上，", mention.end):
            verb = SPEAKS.search(text, mention.end, end)
            who = actors(reading, sentence, verb.start()) if verb else []
            who = [actor for actor in who if actor.start >= mention.end]
        quote = Span(sentence.start, end)
        for actor in who:
            yield _claim(reading, sentence, actor, meeting, mention, quote, "attends.speaks", "asserted")


def _verb_start(text: str, start: int, verb: int) -> int:
    """Where the words that belong to a verb begin: 将出席, 未参加."""
    before = text[max(start, verb - 3) : verb]
    match = NOT_YET.search(before) or NOT_THERE.search(before)
    return verb - len(match[0]) if match else verb


def _modality(text: str, start: int, verb: int) -> Modality:
    before = text[max(start, verb - 3) : verb]
    if NOT_THERE.search(before):
        return "denied"
    return "planned" if NOT_YET.search(before) else "asserted"


def _meeting_of(
    text: str, start: int, end: int, verb: re.Match[str], here: list[MeetingMention], known: dict[str, Meeting],
    spoken: _Spoken | None,
) -> tuple[Meeting, MeetingMention, str] | None:  # fmt: skip
    """The meeting that is the object of `verb`, the words that name it, and the rule."""
    object_ = next((m for m in here if m.start >= verb.end() and _is_object(text[verb.end() : m.start])), None)
    before = next((m for m in reversed(here) if not m.generic and m.end <= verb.start()), None)
    if object_ is not None and not object_.generic:
        return known[object_.name], object_, "attends.object"
    if object_ is None and verb[0] == "主持":
        object_ = next((m for m in here if m.generic and text.startswith("由", m.end) and m.end < verb.start()), None)
    if object_ is None and (
        not WITHOUT_OBJECT.match(text, verb.end(), end) or (verb[0].startswith("主持") and before is None)
    ):
        return None
    if before is not None and not ANOTHER_EVENT.search(text, before.end, verb.start()):
        return known[before.name], before, "attends.same-sentence"
    if spoken is None or ANOTHER_EVENT.search(text, start, verb.start()):
        return None
    if start - spoken.end <= NEXT:
        return spoken.meeting, spoken.mention, "attends.next-sentence"
    if (
        object_ is not None
        and spoken.alone
        and (object_.name in THE_MEETING or spoken.meeting.name.endswith(object_.name))
    ):
        return spoken.meeting, spoken.mention, "attends.that-meeting"
    return None


def _opened(
    reading: Reading, sentence: SentenceReading, verb: re.Match[str], here: list[MeetingMention]
) -> tuple[Meeting, MeetingMention, str] | None:
    """The meeting without a name of its own that `verb` opens: 李志远主持召开调度会."""
    text = sentence.text
    object_ = next((m for m in here if m.start >= verb.end() and _is_object(text[verb.end() : m.start])), None)
    if object_ is None or not object_.generic or len(object_.name) < 3:
        return None
    return reference(reading, sentence, object_, object_.name), object_, "attends.object"


def _is_object(words: str) -> bool:
    return len(words) <= FAR and not re.search(r"[，。；、：]|活动|仪式", words)


def _claim(
    reading: Reading, sentence: SentenceReading, actor: Actor, meeting: Meeting, mention: MeetingMention | None,
    quote: Span, rule: str, modality: Modality,
) -> Claim:  # fmt: skip
    confidence = {
        "attends.object": 0.95,
        "attends.same-sentence": 0.93,
        "attends.next-sentence": 0.89,
        "attends.that-meeting": 0.87,
    }.get(rule, 0.85)
    return Claim(
        RELATION, Person(actor.name, actor.official), meeting, quote, Span(actor.start, actor.end),
        Span(mention.start, mention.end) if mention else None, modality, rule, confidence,
        day_of(reading, sentence, actor.start),
    )  # fmt: skip
