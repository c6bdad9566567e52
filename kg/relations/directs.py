"""directs: what a meeting sets going. Source of the rule: guideline, "directs".

A sentence whose subject is a meeting (named, or 会议 for the one named before) directs the policies behind a verb of
directing. A policy inside the name of a meeting that launches it (…三年行动计划动员大会) is the meeting's too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import load
from kg.mentions.mention import MeetingMention, PolicyMention, Span
from kg.mentions.policies import CLASS
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Meeting, Policy
from kg.relations.direct_rules import frame_of, rule_before, rule_of
from kg.relations.direct_voice import Voice
from kg.relations.meetings import CENTRAL, HELD, acts, fullest, is_held, is_source, reference, references, weak

RELATION = "directs"
GENERIC_HEAD = re.compile(r"(?:党代会|全会|动员大会|座谈会|推进会|动员会|常务会议)$")
LAUNCHING = re.compile(r"(?:动员|启动|推进|部署|誓师)(?:部署|推进)?(?:会议|大会|会|$)")
# A meeting about a campaign that goes on: 某某行动调度会, “某某”工作现场会
KEEPING_UP = re.compile(
    r"(?:工作)?(?:调度|现场|专题|观摩|攻坚|协调|督导|视频|电视电话|视频调度|工作|现场观摩)(?:会议|大会|会)$"
)
INNER = re.compile(
    r"(?:深化|实施|推进|开展|落实)?(?P<policy>[\u4e00-\u9fff“”]{2,30}?(?:计划|行动|战略|工程|方案|攻坚战|保卫战|主题教育|专项整治|主题实践))"
)
# 甲县“某某”工作推进会, “某某项目”启动会: the quotation that the meeting is about
QUOTED = re.compile(
    r"“(?P<policy>[^“”]{2,20}(?<!节|日|周|杯|奖|会))”(?P<tail>[\u4e00-\u9fff]{0,8}?)(?:工作)?(?:现场|集中|专题)?$"
)


HONOURS = ("表彰大会", "表彰会", "庆祝大会", "总结大会")


@cache
def _tails() -> frozenset[str]:
    return frozenset(load("policies")["quote_heads"])


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each policy that a sentence says a meeting sets going. A policy that a sentence names beside
    a meeting and that no rule takes is turned down."""
    if not reading.having["meetings"]:
        return
    text = reading.article.text
    names = fullest(reading)
    meetings = references(reading, names)
    current: Meeting | None = None
    known: dict[str, Meeting] = {}
    spoken_of: set[str] = set()
    last: MeetingMention | None = None
    voice = Voice()
    counted: dict[str, tuple[Meeting, MeetingMention]] = {}  # the kinds of plan of which the meeting passed so many
    for sentence in reading.sentences:
        start, end = sentence.start, sentence.end
        quote = Span(start, end)
        source: MeetingMention | None = None
        in_passing = False
        for policy, (meeting, mention) in _of_class(sentence, counted):
            whole = Span(mention.start, end)
            yield _claim(meeting, policy.name, whole, mention, policy, "directs.document", 0.88, reading, sentence)
        if current is not None and last is not None and _names_none(reading, sentence):
            frame = voice.frame(reading, sentence)
            in_passing = frame is not None
            for policy in sentence.policies if frame else ():
                rule = rule_of(text, end, frame, policy) if policy.start >= frame.end else Why("directs.no-verb")
                if not isinstance(rule, Why):
                    yield _claim(
                        current, plain_name(policy.name), Span(last.start, end), last, policy, *rule, reading, sentence
                    )
        for mention in sentence.meetings:
            if not mention.generic and not mention.name.endswith(weak()):
                name = names.get(mention.name, mention.name)
                known.setdefault(name, meetings[name])
                for policy in sentence.policies:
                    if policy.end <= mention.start and not isinstance(rule := rule_before(text, mention, policy), Why):
                        yield _claim(
                            known[name], plain_name(policy.name), quote, mention, policy, *rule, reading, sentence
                        )
            if in_passing:
                continue
            if is_source(text, start, mention) or (
                source is not None and text[source.end : mention.start] in ("、", "和", "以及")
            ):
                source = mention
                yield from _turned_down(Why("directs.source"), quote, mention, sentence)
                continue
            last = mention
            if mention.name.endswith(weak()):
                yield from _turned_down(Why("directs.weak"), quote, mention, sentence)
                continue
            if not mention.generic:
                name = names.get(mention.name, mention.name)
                if name not in spoken_of and not is_held(reading, sentence, mention):
                    if acts(text, mention) and not CENTRAL.match(mention.name):
                        yield from _directs(reading, sentence, mention, known[name])
                    else:
                        yield from _turned_down(Why("directs.in-passing"), quote, mention, sentence)
                    continue  # a meeting named in passing
                spoken_of.add(name)
                current = known[name]
                for launched in _launched(mention):
                    yield _claim(current, launched, quote, mention, None, "directs.in-name", 0.93, reading, sentence)
            if current is None and mention.generic and len(mention.name) >= 3 and HELD.search(sentence.words):
                current = reference(reading, sentence, mention, mention.name)
            meeting = current
            if mention.generic and (word := GENERIC_HEAD.search(mention.name)):
                named = [m for name, m in known.items() if name.endswith(word[0])]
                meeting = named[-1] if named else current
            if meeting is None:
                yield from _turned_down(Why("directs.no-name"), quote, mention, sentence)
                continue
            yield from _directs(reading, sentence, mention, meeting)
            counted |= {kind: (meeting, mention) for kind in _passed_classes(sentence, mention)}
        voice.hear(reading, sentence, len(spoken_of) <= 1)


def _directs(
    reading: Reading, sentence: SentenceReading, mention: MeetingMention, meeting: Meeting
) -> Iterator[Claim | Rejection]:
    """What the sentence that names `meeting` says it sets going, and what it does not."""
    text, quote, frame = sentence.text, Span(sentence.start, sentence.end), frame_of(sentence.text, mention)
    for policy in sentence.policies:
        behind = policy.start >= mention.start
        rule = rule_of(text, sentence.end, frame, policy) if behind else rule_before(text, mention, policy)
        if isinstance(rule, Why):
            yield Rejection(rule, quote, Span(mention.start, mention.end), Span(policy.start, policy.end))
        elif mention.generic or behind:
            yield _claim(meeting, plain_name(policy.name), quote, mention, policy, *rule, reading, sentence)


def _passed_classes(sentence: SentenceReading, mention: MeetingMention) -> Iterator[str]:
    """The kinds of plan that a meeting passes by number: 详细规划 of 会议审议通过了3项详细规划."""
    frame = frame_of(sentence.text, mention)
    for policy in sentence.policies:
        counted = CLASS.match(policy.name) if policy.form == "class" and policy.start >= mention.end else None
        if counted and re.search(r"通过|审定|批准|同意", sentence.text[frame.end : policy.start]):
            yield counted["kind"]


def _of_class(
    sentence: SentenceReading, counted: dict[str, tuple[Meeting, MeetingMention]]
) -> Iterator[tuple[PolicyMention, tuple[Meeting, MeetingMention]]]:
    """The plan that a clause begins with, of a kind of which a meeting passed so many, and that meeting."""
    for policy in sentence.policies if counted else ():
        for kind, passed in counted.items():
            first = policy.start == sentence.start or sentence.text[policy.start - 1] in "，："
            if first and policy.name.endswith(kind) and len(policy.name) > len(kind) + 1:
                yield policy, passed


def _names_none(reading: Reading, sentence: SentenceReading) -> bool:
    """Whether a sentence names no meeting, or only some in passing (办好某某论坛)."""
    return all(
        mention.name.endswith(weak())
        or (not mention.generic and not is_held(reading, sentence, mention) and mention.start > sentence.start + 8)
        for mention in sentence.meetings
    )


def _turned_down(why: Why, quote: Span, mention: MeetingMention, sentence: SentenceReading) -> Iterator[Rejection]:
    """Each policy beside a meeting that sets nothing going."""
    for policy in sentence.policies:
        if policy.start >= mention.end:
            yield Rejection(why, quote, Span(mention.start, mention.end), Span(policy.start, policy.end))


def plain_name(name: str) -> str:
    """A policy's name without the verb that a slogan begins with.

    >>> plain_name("坚定实施工业倍增计划"), plain_name("六个跨越")
    ('工业倍增计划', '六个跨越')
    """
    name = re.sub(r"^(?:本市|全市|全县|全区|全省|我市|我县|我区)", "", name)
    return re.sub(
        r"^(?:坚定不移|坚定|深入|全面|大力|纵深|扎实)*(?:实施|推进|落实|开展)(?=[\u4e00-\u9fff]{3})", "", name
    )


def _claim(
    meeting: Meeting, policy: str, quote: Span, mention: MeetingMention, found: PolicyMention | None, rule: str,
    confidence: float, reading: Reading, sentence: SentenceReading,
) -> Claim:  # fmt: skip
    return Claim(
        RELATION, meeting, Policy(policy), quote, Span(mention.start, mention.end),
        Span(found.start, found.end) if found else Span(mention.start, mention.end),
        "asserted", rule, confidence, reading.date_of(sentence.sentence),
    )  # fmt: skip


def _launched(mention: MeetingMention) -> Iterator[str]:
    """The policies in the name of a meeting that launches or keeps them up (甲行动推进暨乙计划动员大会)."""
    if mention.name.endswith(HONOURS):
        return
    whole = LAUNCHING.search(mention.name) or KEEPING_UP.search(mention.name)
    for part in mention.name.split("暨"):
        if (whole or LAUNCHING.search(part)) and (policy := _launched_by(part)):
            yield policy


def _launched_by(name: str) -> str | None:
    """The policy in the name of a meeting, or in a part of a name, that launches it or keeps it up."""
    plain = KEEPING_UP.sub("", LAUNCHING.sub("", name))
    if quoted := QUOTED.search(plain):
        if quoted["tail"].endswith(tuple(_tails())):
            return quoted["policy"] + quoted["tail"]
        return quoted["policy"] if quoted["tail"] in ("", "建设", "专项", "重点") else None
    core = re.sub(r"^(?:全省|全市|全县|全区|[\u4e00-\u9fff]{2,6}[省市县区])", "", plain)
    core = re.sub(r"^.*?(?:实施|推进|开展)(?=[\u4e00-\u9fff]{4})", "", core)
    if INNER.fullmatch(core):
        return core
    if LAUNCHING.search(name) and re.search(r"(?:倍增|提升|攻坚|突破)$", core) and 4 <= len(core) <= 12:
        return core + "计划" if core.endswith("倍增") else core + "行动"
    return None
