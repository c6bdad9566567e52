"""Where a line begins and ends by what its article says: 起自甲市某站，终至乙市某站; 连接甲、乙两市的某大桥."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from kg.lexicons import load
from kg.mentions.area_names import named_runs
from kg.mentions.mention import Area, AreaMention, ProjectMention
from kg.mentions.numbers import value
from kg.mentions.reading import Reading, SentenceReading

OF_LINE = re.compile(
    r"引水|调水|输水|供水工程|运河|干渠|公路|高速|铁路|高铁|城际|大桥|隧道|通道|输电|管道|输气|航道|专线|号线|[路线段桥]$"
)
FROM = re.compile(r"(?:起自|起于|始于|始自|始发于|[东西南北]起(?:于|自)?|起点(?:位于|为|在|自|设在|是)?)")
TO = re.compile(r"(?:止于|终至|终到|终于|迄于|讫于|终点(?:位于|为|在|至|接|是|设在)?|[东西南北](?:至|止于?|抵))")
GOES_ON = re.compile(
    r"(?:据悉|据了解|据介绍|其中)?，?(?:它|(?:该|此|这条|整条)?(?:工程|项目|线路|全线|铁路|高铁|公路|高速|大桥|隧道|线|路|专线|通道|管道)"
    r"|(?:引水|调水|输水|输电|输气|供水|主|干)(?:线路|线|管线|工程|渠))"
)
JOINS = r"(?:连接|联接|联通|连通|沟通|串联|串起|贯通|联结|往返于?)(?:着|起|了)?"
JOINED = re.compile(rf"{JOINS}(?P<ends>[^，。；]{{2,24}})的$")
JOINING = re.compile(
    rf"(?:项目|工程|线路)?(?=[，是为作系将全建连联贯串沟（(])[^。；]{{0,40}}?{JOINS}(?P<ends>[^，。；]{{3,30}})"
)
ALL_OF_THEM = re.compile(r"(?:等|两|三|四|五|之间|的|，|。|；|$)")  # and not 连接甲市至丙市高速公路: another line
STRETCHES = re.compile(
    r"[^，。；]{0,8}?(?:一路|向[东西南北])?(?:(?:延伸|通|绵延|横贯|纵贯|延展|连接|修)[到至往]|直[达通抵]|通达|抵达|[到至])"
)
LINE = r"(?:高速公路|高速铁路|城际铁路|高速|高铁|铁路|城际|快速路|公路|特高压)(?:项目|工程|建设|新线|复线)*"
SHORT_NAME = re.compile(rf"(?P<one>[\u4e00-\u9fff])(?P<middle>[\u4e00-\u9fff]?)(?P<other>[\u4e00-\u9fff]){LINE}")
COUNTED_AREAS = re.compile(
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})个?(?:省区市|省市区|省区|省市|省份|省|市|地市|州市|区县|县区|县)$"
)
LAST_OF_ROW = re.compile(r"[、和及与][\u4e00-\u9fff]{2,4}$")
ROW = re.compile(r"[、和及与]")
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
        return _first_and_last(sentence, *joined.span("ends"))
    if not inside and not GOES_ON.match(sentence.text, sentence.start, sentence.end):
        return ()
    start = project.end if inside else sentence.start
    joining = JOINING.match(sentence.text, start, sentence.end)
    if joining is not None and (ends := _first_and_last(sentence, *joining.span("ends"))):
        return ends
    begins = FROM.search(sentence.text, start, sentence.end)
    if begins is None or (first := _behind(sentence, begins.end())) is None:
        return _stretch(sentence, start)
    closes = TO.search(sentence.text, first.end, min(sentence.end, first.end + REACH))
    second = _behind(sentence, closes.end()) if closes else None
    return (first.area, second.area) if second and second.area != first.area else ()


def areas_in_row(sentence: SentenceReading, project: ProjectMention) -> tuple[Area, ...]:
    """The areas that a programme is said of together (甲、乙、丙三省区某工程); () where they are not as counted."""
    counted = COUNTED_AREAS.search(sentence.text, max(sentence.start, project.start - 6), project.start)
    if counted is None:
        return ()
    row: list[Area] = []
    last = LAST_OF_ROW.search(sentence.text, sentence.start, counted.start())
    unread = last is not None and not any(m.end == counted.start() for m in sentence.areas)
    at = last.start() if last is not None and unread else counted.start()  # 海南 has several meanings
    for mention in sorted(sentence.areas, key=lambda m: -m.start):
        if mention.end == at or (row and ROW.fullmatch(sentence.text, mention.end, at)):
            row.insert(0, mention.area)
            at = mention.start
    return tuple(row) if len(row) >= 2 and len(row) + unread == int(value(counted["count"])) else ()


def _first_and_last(sentence: SentenceReading, start: int, end: int) -> tuple[Area, ...]:
    """The first and the last of the areas that a line is said to join; () where other things stand behind them."""
    named = [m for m in sentence.areas if start <= m.start and m.end <= end and m.area.level != "country"]
    if len(named) < 2 or named[0].start - start > NEAR or named[0].area == named[-1].area:
        return ()
    return (named[0].area, named[-1].area) if ALL_OF_THEM.match(sentence.text, named[-1].end) else ()


def _stretch(sentence: SentenceReading, start: int) -> tuple[Area, ...]:
    """从甲市一路延伸到乙市: the two areas."""
    named = [m for m in sentence.areas if m.start >= start and m.area.level != "country"]
    for first, second in itertools.pairwise(named):
        begins = sentence.text.endswith(("从", "由", "自"), start, first.start)
        another = re.compile(LINE).match(sentence.text, second.end)  # 自甲市至乙市高铁某站起: of another line
        if begins and not another and STRETCHES.fullmatch(sentence.text, first.end, second.start):
            return (first.area, second.area) if first.area != second.area else ()
    return ()


def ends_by_short_name(reading: Reading, name: str) -> tuple[Area, ...]:
    """The areas that the characters of a line's short name stand for (甲乙高铁, of 甲州 and 乙安), where the article
    names one area for each."""
    first = next(iter(named_runs(name, 0, len(name))), None)
    bare = name[first.end :] if first is not None and first.start == 0 else name
    match = SHORT_NAME.fullmatch(bare) or SHORT_NAME.fullmatch(name)
    if match is None:
        return ()
    named = {m.area for s in reading.having["areas"] for m in s.areas if m.area.level not in ("country", "township")}
    ends = [_area_called(match[end], named) for end in ("one", "other")]
    return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0] != ends[1] else ()


def _area_called(character: str, named: set[Area]) -> Area | None:
    """The one area of the article that a character stands for: by its short form (沪), its first character, or any."""
    short: Mapping[str, str] = load("areas")["one_character"]  # type: ignore[assignment]
    if character in short:
        return next((area for area in sorted(named, key=repr) if area.name.startswith(short[character])), None)
    for found in (
        [a for a in named if a.name.startswith(character) and a.level in ("prefecture", "province")],
        [a for a in named if a.name.startswith(character)],
        [a for a in named if character in a.name[:2] and a.level == "prefecture"],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _behind(sentence: SentenceReading, at: int) -> AreaMention | None:
    return next((m for m in sentence.areas if 0 <= m.start - at <= NEAR and m.area.level != "country"), None)
