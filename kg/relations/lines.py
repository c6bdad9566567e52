"""Where a line begins and ends by what its article says: 起自甲市某站，终至乙市某站; 连接甲、乙两市的某大桥."""

from __future__ import annotations

import re

from kg.mentions.mention import Area, AreaMention, ProjectMention
from kg.mentions.reading import SentenceReading

OF_LINE = re.compile(r"公路|高速|铁路|高铁|城际|大桥|隧道|通道|输电|管道|输气|航道|专线|号线|[路线段桥]$")
FROM = re.compile(r"(?:起自|起于|始于|[东西南北]起(?:于|自)?|起点(?:位于|为|在|自)?)")
TO = re.compile(r"(?:止于|终至|终到|迄于|终点(?:位于|为|在|至|接)?|[东西南北](?:至|止于?))")
GOES_ON = re.compile(r"(?:据悉|据了解|据介绍)?，?(?:该|此)?(?:工程|项目|线路|全线|铁路|高铁|公路|高速|大桥|隧道)")
JOINED = re.compile(r"连接(?P<ends>[^，。；]{2,16})的$")
NEAR = 6  # characters between the word and the place
REACH = 90  # characters between the two ends


def ends_said(sentence: SentenceReading, project: ProjectMention) -> tuple[Area, ...]:
    """The areas that the sentence says a line begins and ends in; () where it says no two.

    The project stands in the sentence, or is the one that the sentence goes on about.
    """
    if not OF_LINE.search(project.name):
        return ()
    inside = sentence.start <= project.start < sentence.end
    if inside and (joined := JOINED.search(sentence.text, sentence.start, project.start)):
        ends = [m.area for m in sentence.areas if joined.start("ends") <= m.start and m.end <= joined.end("ends")]
        return tuple(ends) if len(ends) == 2 else ()
    if not inside and not GOES_ON.match(sentence.text, sentence.start, sentence.end):
        return ()
    begins = FROM.search(sentence.text, project.end if inside else sentence.start, sentence.end)
    if begins is None or (first := _behind(sentence, begins.end())) is None:
        return ()
    closes = TO.search(sentence.text, first.end, min(sentence.end, first.end + REACH))
    second = _behind(sentence, closes.end()) if closes else None
    return (first.area, second.area) if second and second.area != first.area else ()


def _behind(sentence: SentenceReading, at: int) -> AreaMention | None:
    return next((m for m in sentence.areas if 0 <= m.start - at <= NEAR and m.area.level != "country"), None)
