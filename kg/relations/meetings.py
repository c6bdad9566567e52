"""Which meeting is meant: what directs and attends share.

A meeting has one reference in an article however it is named there: its fullest name, the area that holds it, and the
date on which the article first says that it is held.
"""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.area_names import area_of
from kg.mentions.mention import Area, MeetingMention
from kg.mentions.reading import Reading, SentenceReading
from kg.relations.claim import Meeting

HELD = re.compile(r"召开|举行|举办|闭幕|开幕|主持|会上")
TAKES_PLACE = re.compile(r"召开|举行")
# A time without a day, before the words that name a meeting: 同年11月，某厅召开…
VAGUE = re.compile(r"同年|去年|前年|\d{1,2}月(?!\d{1,2}日)|20\d\d年(?!\d{1,2}月)(?!度?$)|此前|当时|曾")
FULL_DATE = re.compile(r"\d{1,2}月\d{1,2}日")
SPIRIT = re.compile(
    r"(?:上|时|期间)?的?(?:重要)?(?:精神|部署要求|决策部署|讲话)|的?(?:情况|消息)"
    r"|(?:、|和|及|与|以及)[^，。；、]{2,30}会议?精神"
)
ACTED_ON = re.compile(r"(?:贯彻|落实|学习|传达|贯彻落实|按照|根据|围绕|结合|对照)(?:好|了)?(?:此次|本次)?$")
NUMBERS = re.compile(r"(?:20\d\d年|第?(?:[一二三四五六七八九十]+|\d+)[届次])")
# What a meeting does that is named where it acts: 县人大某次会议表决通过《某条例》
ACTS = re.compile(r"(?:表决|审议|通过|决定|批准|原则|作出|部署|提出|明确|确定|启动|发布)")
CENTRAL = re.compile(r"中共中央|中央|全国|国务院|党中央|党的|二十届|十九届")
WIDER = re.compile(r"纪念|诞辰|中国|国际|世界|全球|亚洲|博览会|论坛|峰会|行业|协会|公司|集团|企业")


def fullest(reading: Reading) -> dict[str, str]:
    """Each name of a meeting → the longest name in the article that ends with it, with or without its numbers
    (区委全会 of 十二届区委四次全会)."""
    names = {m.name for s in reading.having["meetings"] for m in s.meetings if not m.generic}
    plain = {name: NUMBERS.sub("", name) for name in names}
    return {
        name: max((n for n in names if n.endswith(name) or plain[n].endswith(name)), key=lambda n: (len(n), n))
        for name in names
    }


def references(reading: Reading, names: dict[str, str]) -> dict[str, Meeting]:
    """Each fullest name of `names` → its meeting, in the order of the text."""
    known: dict[str, Meeting] = {}
    for sentence in reading.having["meetings"]:
        for mention in sentence.meetings:
            if not mention.generic:
                known.setdefault(names[mention.name], reference(reading, sentence, mention, names[mention.name]))
    return known


def reference(reading: Reading, sentence: SentenceReading, mention: MeetingMention, name: str) -> Meeting:
    """The meeting that `mention` means, under `name`: held on the sentence's date if the sentence says that it is."""
    words = sentence.text[sentence.start : mention.start]
    if (vague := VAGUE.search(words)) and not FULL_DATE.search(words, vague.start()):
        date = None
    else:
        date = reading.date_of(sentence.sentence) if TAKES_PLACE.search(sentence.words) else reading.article.date
    return Meeting(name, mention.area or _organiser(reading, name), date)


def _organiser(reading: Reading, name: str) -> Area | None:
    """The area that holds a meeting whose name tells none: the article's, unless the meeting is a wider one. Two
    cities' 领导干部会议 of one day are two meetings."""
    if reading.home.division is None or CENTRAL.match(name) or WIDER.search(name):
        return None
    return area_of(reading.home.division)


def is_source(text: str, start: int, mention: MeetingMention) -> bool:
    """Whether the meeting is only what others act on: 贯彻落实全省…大会精神."""
    if SPIRIT.match(text, mention.end):
        return True
    before = text[max(start, mention.start - 8) : mention.start]
    return bool(ACTED_ON.search(before)) and not mention.generic


def is_held(reading: Reading, sentence: SentenceReading, mention: MeetingMention) -> bool:
    """Whether the article reports the meeting, not only names it: it is said to be held, or begins a sentence. What the
    centre holds is not the meeting of a local article."""
    if reading.home.division is not None and CENTRAL.match(mention.name):
        return False
    text, start = sentence.text, sentence.sentence.start
    before = text[max(start, mention.start - 14) : mention.start]
    behind = text[mention.end : min(sentence.sentence.end, mention.end + 22)]
    if re.search(r"总书记|讲话|精神", before):
        return False
    return (
        sentence.sentence.headline
        or mention.start - start <= 2
        or bool(re.search(r"(?:召开|举行|举办|主持|出席|参加)[^，。；]{0,6}$", before))
        or bool(re.match(r"[^。；]{0,16}?(?:召开|举行|举办|闭幕|开幕)", behind))
    )


def acts(text: str, mention: MeetingMention) -> bool:
    """Whether the words right behind a meeting say what it does."""
    return ACTS.match(text, mention.end) is not None


def weak() -> tuple[str, ...]:
    """The ends of names of gatherings that set nothing going (论坛, 推介会): one attends them all the same."""
    return load("meetings")["weak_heads"]
