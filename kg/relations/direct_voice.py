"""Who still speaks for a meeting in the sentences that do not name it.

Behind 会议要求 come sentences that go on (要…, 二是…), and in the report of one meeting what its speakers say
(某某强调，要…) is what the meeting asks for.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load, word_set
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut, tag_of
from kg.relations.actors import actors
from kg.relations.direct_rules import SPOKEN, Frame
from kg.relations.meetings import is_held, weak

REACH = 900  # characters that sentences may go on behind the one that names who speaks
SPEAKS = re.compile(r"(?:讲话|总结)?(?:时|中)?(?:强调|要求|指出|提出|明确)(?:，|：|,|:|要)")
SAYS = re.compile(r"(?:表示|说|介绍说?|提到|部署)(?:，|：|,|:)")
BARE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:在讲话中|在会上|在总结时)?(?:还|同时)?")
PRONOUN = re.compile(r"(?:他|她)(?:还|同时)?$")
THERE = re.compile(r"(?:会上|会议上|大会上|全会上|会议期间)，?")
POINT = re.compile(
    r"(?:[^，。；]{0,20}摄)?(?:同时，|此外，|另外，|下一步，)?(?:[一二三四五六七八九十]{1,2}(?:是|要)(?:要)?|第[一二三四五六七八九十]，|要|必须"
    r"|(?:全[省市县区州体]|各)[^，。；]{0,24}?(?:要|须)|在[^，。；]{2,24}(?:上|方面|中)，)"
)
REPORTING = ("据悉", "截至", "是", "有", "来到", "走进", "看到", "记者", "获悉")
# 实施“某某”行动以来
DONE = re.compile(r"以来|取得|已经?[^知]|累计|同比|增长\d|先后|完成了|实现了|达到了")


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(alternation(load("policies")["direct_verbs"]))


def begins_with_a_verb(words: str) -> bool:
    """Whether a sentence begins with a verb, adverbs before it, and no subject: it orders, where orders go before.

    >>> begins_with_a_verb("扎实开展蓝莓振兴行动"), begins_with_a_verb("全县已经开展行动")
    (True, False)
    """
    position = 0
    for word in cut(words[:14]):
        tag = tag_of(word)
        if _orders().match(words, position):
            return True
        if tag[0] == "v":
            return word not in REPORTING
        if tag not in ("d", "ad", "a", "an", "z", "i", "m"):
            return False
        position += len(word)
    return False


def _is_name(words: str) -> bool:
    """Whether the words before 强调 are a bare name, of whom the article tells no post that is understood.

    >>> _is_name("李志远"), _is_name("通知"), _is_name("文件")
    (True, False, False)
    """
    name = BARE.fullmatch(words)
    return name is not None and words[0] in word_set("people", "surnames") and name["name"] not in cut(name["name"])


class Voice:
    """Whether a sentence without a meeting's name still says what the meeting of the article asks for."""

    def __init__(self) -> None:
        self.from_: int | None = None  # where the sentence begins that named who speaks
        self.unfinished = False  # the last sentence ended with a semicolon
        self.doubtful = False  # a sentence stood between that orders nothing
        self.alone = False  # the article has reported no other meeting
        self.reported = False  # a meeting has been said to be held
        self.muted = False  # the first meeting of the article is a press conference or the like
        self.speakers: set[str] = set()

    def frame(self, reading: Reading, sentence: SentenceReading) -> Frame | None:
        """The words of a sentence without a meeting that speak for the meeting; None where nothing does."""
        text, start, end = sentence.text, sentence.start, sentence.end
        if self.muted:
            return None
        if there := THERE.match(text, start, end):
            return Frame(start, there.end(), True, True)
        if said := self._speech(reading, sentence):
            self.from_, self.doubtful = start, False
            return Frame(start, said, True, True)
        if self.unfinished:
            return Frame(start, start, True, True)
        if self.from_ is None or start - self.from_ > REACH:
            return None
        if POINT.match(text, start, end):
            self.doubtful = False
            return Frame(start, start, True, True)
        if not self.doubtful and begins_with_a_verb(text[start:end]) and not DONE.search(text, start, end):
            return Frame(start, start, True, True)
        self.doubtful = True
        return None

    def _speech(self, reading: Reading, sentence: SentenceReading) -> int | None:
        """Where the words end that say that someone at the meeting speaks."""
        text, start, end = sentence.text, sentence.start, sentence.end
        for pattern in (SPEAKS, SAYS):
            if not self.alone or (verb := pattern.search(text, start, end)) is None:
                continue
            if pattern is SPEAKS and PRONOUN.search(text, start, verb.start()):
                return verb.end()
            if pattern is SPEAKS and _is_name(text[start : verb.start()]):
                return verb.end()
            who = actors(reading, sentence, verb.start())
            if who and (pattern is SPEAKS or any(actor.name in self.speakers for actor in who)):
                return verb.end()
        return None

    def hear(self, reading: Reading, sentence: SentenceReading, alone: bool) -> None:
        """Go on behind `sentence`; `alone` if the article has reported one meeting so far."""
        self.alone = alone
        if sentence.meetings and SPOKEN.search(sentence.words):
            self.from_, self.doubtful = sentence.start, False
        if not self.reported and (
            held := [m for m in sentence.meetings if not m.generic and is_held(reading, sentence, m)]
        ):
            self.reported, self.muted = True, all(mention.name.endswith(weak()) for mention in held)
        elif SPOKEN.search(sentence.words):
            self.muted = False
        if sentence.meetings:
            self.speakers.update(holding.name for holding in sentence.holdings)
        self.unfinished = sentence.text[sentence.end - 1] in "；;" and (bool(sentence.meetings) or self.unfinished)
