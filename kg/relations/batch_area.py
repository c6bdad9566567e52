"""Whose projects are counted: the area of a batch. Source of the rule: guideline, "batch".

Not the place where a fair is held (its province is), not the one that gives aid, not one that is part of a project's
name. A count of a region over several provinces is the region's, one of the whole nation the nation's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.area_names import area_of
from kg.mentions.mention import Area, AreaMention
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut, tag_of
from kg.relations.batch_names import counting_verbs
from kg.relations.places import RANK, covers, ends_a_line

LIST_CLOSED = re.compile(r"等(?:地|市|县|区|省|城市|省份|地区|\d+[个家]?[省市县区]\w{0,2})?(?:的)?")
NATION = Area("中国", "country", None, None)
NATION_NAMED = re.compile(
    r"(?:全国(?!性|首|第|最|唯一|文明|人大|政协)|我国|[一二三四五]五”?规划纲要|中国(?=将|计划|已|今年|有|新|共|在))"
)
NATION_BEFORE = 400  # characters before a count in which the nation is named, where no area is
FAIR = re.compile(r"博览会|洽谈会|交易会|[\u4e00-\u9fff][洽博交]会")
HELD = re.compile(r"[^，。；]{0,6}?(?:举行|举办|开幕|闭幕|召开|启幕)")
REGION_NAMED = 3  # times in an article that is about a region that more than one province has a part in
REGION_OPENS = 160  # characters in which an article names what it is about
BEHIND = re.compile(r"[^，。；、]{0,8}?在")  # 17个项目在甲县开工
STARTS = re.compile(r"[^，。；、]{0,8}?(?:启动|开工|开建|动工|奠基|签约|竣工|投产|投用|落地|集结)")
AIDS = re.compile(r"(?:对口)?(?:援建|支援|援助|帮扶|捐建)的?")
OF_NAME = re.compile(r"(?:建设|打造|实施|推进|开工|兴建)$")  # 在甲区投资建设乙省某某和某某两个基地项目
ORGANISES = re.compile(r"[^，。；、]{0,10}?(?:承办|协办)")
HOSTS_FAIR = re.compile(r"(?:人民政府|政府)?(?:共同|联合)?主办")
EAGERLY = ("精心", "积极", "大力", "全力", "深入", "加快", "着力", "聚焦", "锚定", "围绕", "持续")
BEYOND = re.compile(r"(?:不只是?|不仅是?|不单是?|不止是?)$")  # 不只是某地区，…: the whole nation
FOOT = re.compile(r"(?:精品在读|精彩阅读|相关阅读|相关链接|推荐阅读|延伸阅读|往期(?:回顾|精彩|推荐)|猜你喜欢|热门推荐)")


def at_foot(text: str, start: int) -> bool:
    """Whether `text[start:]` stands behind the words that open the links at the foot of a page.

    >>> text = "某县开工30个项目。" * 9 + "相关链接 乙省审批13个项目"
    >>> at_foot(text, text.find("13")), at_foot(text, 3)
    (True, False)
    """
    found = FOOT.search(text, len(text) // 2, start)
    return found is not None


@cache
def _regions() -> tuple[re.Pattern[str], dict[str, str]]:
    """The words that name regions over several provinces, and their names."""
    table: dict[str, str] = load("batches")["regions"]  # type: ignore[assignment]
    names = {word: name for name, words in table.items() for word in words.split()}
    return re.compile(alternation(names)), names


def region_of(reading: Reading, sentence: SentenceReading, before: int, end: int) -> Area | None:
    """The region over several provinces that a count is of: the one that its sentence names last before it, or the one
    that the article is about."""
    text = sentence.text
    pattern, names = _regions()
    zones = [m for m in sentence.areas if m.area.level == "zone"]
    own = [match for match in pattern.finditer(text, sentence.start, end)
           if not any(m.start <= match.start() < m.end for m in zones)]  # fmt: skip
    if own and BEYOND.search(text, sentence.start, own[-1].start()):
        return NATION
    if own and not any(own[-1].start() < m.end <= before for m in sentence.areas if m.area.level != "zone"):
        return Area(names[own[-1][0]], "zone", None, None) if _is_subject(text, own[-1].end(), end) else None
    home = reading.home.division
    if reading.zone is not None or (home is not None and home.level != "province"):
        return None
    first = pattern.search(text, 0, REGION_OPENS)
    same = [m for m in pattern.finditer(text) if names[m[0]] == names[first[0]]] if first is not None else []
    last = max((m.end() for m in same if m.end() <= before), default=0)
    if (
        first is None
        or len(same) < REGION_NAMED
        or any(last <= m.start < before and not m.relative for s in reading.having["areas"] for m in s.areas)
    ):
        return None
    return Area(names[first[0]], "zone", None, None)


def _is_subject(text: str, end: int, before: int) -> bool:
    """Whether a region is what the clause is about, not what it is said to serve: not 服务京津冀的17个项目."""
    return "，" not in text[end:before] and not text.startswith(("的", "等", "、", "和", "与"), end)


def _placed_behind(reading: Reading, sentence: SentenceReading, end: int) -> Area | None:
    """The area in which the projects counted are started, said behind them: 一批项目在甲市启动."""
    at = BEHIND.match(sentence.text, end, sentence.end)
    if at is None:
        return None
    mention = next((m for m in sentence.areas if m.start == at.end()), None)
    if mention is None or not STARTS.match(sentence.text, mention.end):
        return None
    home = reading.home.division
    if home is None or covers(reading, area_of(home), mention.area) or covers(reading, mention.area, area_of(home)):
        return mention.area
    return None


def counted_area(reading: Reading, sentence: SentenceReading, before: int, end: int) -> Area | None:
    """The area whose projects are counted from `before` to `end`; None where that is none, or not told."""
    text = sentence.text
    if (region := region_of(reading, sentence, before, end)) is not None:
        return region
    named = [m for m in sentence.areas if m.end <= before and m.area.level != "country"]
    if not named and (behind := _placed_behind(reading, sentence, end)) is not None:
        return behind
    if not named and NATION_NAMED.search(text, sentence.start, end):
        return NATION
    area = area_for(reading, sentence, before)
    if area is None:
        of_many = not named or _provinces(named) > 1
        return NATION if of_many and of_nation(reading, end) else None
    named = [m for m in sentence.areas if m.end <= before]
    if any(m.area == area and AIDS.match(text, m.end, before) for m in named):
        return None  # 由甲市对口援建的20多个项目
    earlier = [s for s in reading.sentences if s.sentence.paragraph == sentence.sentence.paragraph
               and 0 <= sentence.sentence.start - s.sentence.start <= 200]  # fmt: skip
    fairs = [s for s in earlier if FAIR.search(text, s.start, min(s.end, before))]
    venues = [m for s in fairs for m in s.areas if _is_venue(text, m)]
    if not any(m.area == area for m in venues):
        return area
    of_fair = [m.area for s in fairs for m in s.areas if m not in venues and m.end <= before]
    named_so = next((a for a in of_fair if a.level == "province" and a != area and covers(reading, a, area)), None)
    return named_so or _province_of_fair(reading, area)


def _province_of_fair(reading: Reading, venue: Area) -> Area | None:
    """The province in which a fair is held, where the article is of nowhere else."""
    gazetteer, home = reading.finder.gazetteer, reading.home.division
    if venue.code is None or (home is not None and not covers(reading, area_of(home), venue)):
        return None
    division = gazetteer.by_code(venue.code)
    return area_of(gazetteer.ancestors(division)[-1]) if division.level != "province" else venue


def _provinces(mentions: Iterable[AreaMention]) -> int:
    """How many provinces these areas lie in."""
    return len({(m.area.code or m.area.parent or m.surface)[:2] for m in mentions})


def of_nation(reading: Reading, end: int) -> bool:
    """Whether a count that names no area, in an article of no area, is of the whole nation: a ministry speaks."""
    if reading.home.division is not None or reading.zone is not None:
        return False
    words = alternation(load("batches")["national"])
    return re.search(words, reading.article.text[max(0, end - NATION_BEFORE) : end]) is not None


def _is_venue(text: str, mention: AreaMention) -> bool:
    """Whether an area is where something is held: 在甲省乙市举行."""
    left = text[max(0, mention.start - 6) : mention.start]
    return bool(HELD.match(text, mention.end) and re.search(r"在[\u4e00-\u9fff]{0,5}$", left))


def _is_actor(sentence: SentenceReading, mention: AreaMention) -> bool:
    """Whether an area begins a clause as the one who acts in it: 甲省精心组织招商，推进项目30个."""
    text, start = sentence.text, mention.start
    if mention.relative or not (start == sentence.start or text[start - 1] in "，："):
        return False
    behind = cut(text[mention.end : mention.end + 8])
    return bool(behind) and (tag_of(behind[0]) in ("d", "ad", "v") or behind[0].startswith(EAGERLY))


def _listed_with(sentence: SentenceReading, mention: AreaMention, before: int) -> bool:
    """Whether an area is part of the names that a count closes: 开工建设甲市至乙县、丙县至丁县等6个项目."""
    text = sentence.text
    between = text[mention.end : before]
    left = max(text.rfind(mark, sentence.sentence.start, mention.start) for mark in "，；。") + 1
    opened = counting_verbs().search(text, max(left, sentence.sentence.start), mention.start)
    listed = any(mark in between for mark in ("、", "以及", "及")) and "，" not in between
    return bool(opened and listed and not counting_verbs().search(between)) or any(
        p.start <= mention.start and mention.end <= p.end < before for p in sentence.projects
    )


def _in_own_name(sentence: SentenceReading, mention: AreaMention, named: list[AreaMention]) -> bool:
    """Whether an area begins a name that is built in another one: 在甲区投资建设乙省某某基地."""
    text = sentence.text
    return bool(OF_NAME.search(text, max(sentence.start, mention.start - 4), mention.start)) and any(
        m.end < mention.start and text[m.start - 1 : m.start] == "在" and RANK[m.area.level] > RANK[mention.area.level]
        for m in named
    )


def area_for(reading: Reading, sentence: SentenceReading, before: int) -> Area | None:
    """The area that a statement at `before` is about: the nearest one named before it in the sentence, else the
    home."""
    named = [
        m for m in sentence.areas
        if m.end <= before and m.area.level not in ("country",) and not ends_a_line(sentence.text, m)
    ]  # fmt: skip
    home_level = reading.home.division.level if reading.home.division else "country"
    if named and (
        LIST_CLOSED.fullmatch(sentence.text, named[-1].end, before)
        or (_provinces(named) > 1 and re.match(r"等地，", sentence.text[named[-1].end : before]))
    ):
        return None  # 甲、乙、丙等城市723个项目: of all of them
    for mention in reversed(named):
        if ORGANISES.match(sentence.text, mention.end, before):
            continue  # 甲市人民政府承办: the fair is of more than that city
        if HOSTS_FAIR.match(sentence.text, mention.end, before):
            return mention.area
        behind = sentence.text[mention.end : mention.end + 1]
        if mention.area.level in ("village",) or (
            behind in "、等（(" and (not mention.relative or mention.area.level == "zone")
        ):
            continue
        if reading.zone is not None and mention.area.level in ("province", "prefecture"):
            continue
        if (
            mention.area.level == "province"
            and home_level in ("prefecture", "county")
            and (mention.relative or "，" in sentence.text[mention.end : before])
            and not _is_actor(sentence, mention)
        ):
            continue  # 全省第九期…: what is counted is the home's
        if _listed_with(sentence, mention, before) or _in_own_name(sentence, mention, named):
            continue
        if (
            re.search(r"\d(?:个|项)$", sentence.text[mention.start - 3 : mention.start])
            or sentence.text[mention.start - 1 : mention.start] == "涉"
        ):
            continue  # 10个德州市重点项目
        if RANK[mention.area.level] >= 1:
            return mention.area
    if not named and NATION_NAMED.search(sentence.text, sentence.sentence.start, before):
        return None
    if reading.zone is not None:
        return reading.zone
    topic = reading.topic(sentence.sentence)
    if (
        topic is not None
        and home_level in ("prefecture", "province")
        and len({s.sentence.paragraph for s in reading.sentences}) >= 3
    ):
        parent = topic.code or topic.parent
        gazetteer = reading.finder.gazetteer
        if (
            parent is not None
            and reading.home.division is not None
            and gazetteer.within(gazetteer.by_code(parent), reading.home.division)
        ):
            return topic
    home = reading.home.division
    if home is None:
        earlier = [m for s in reading.sentences if s.sentence.paragraph == sentence.sentence.paragraph
                   and 0 <= sentence.sentence.start - s.sentence.start <= 160
                   for m in s.areas if m.end <= before]  # fmt: skip
        last = [m for m in earlier if sentence.text.find("。", m.end, earlier[-1].start) < 0]
        if _provinces(last) > 1 and of_nation(reading, before):
            return None  # examples in several provinces
        return earlier[-1].area if earlier else None
    return area_of(home)
