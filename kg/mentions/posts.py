"""Who holds which post, as one sentence says it: rows of posts with a name behind them, and appointments.

A chain is one post or several joined by 、 or 兼 (县委副书记、县长); the name that follows holds them all. In an
appointment the name comes first (李某任某县县长). Where no name is found the chain gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicons import load, word_set
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import LONGEST, Chunk, body_ends, chunk_before
from kg.mentions.foreign_names import foreign_name
from kg.mentions.mention import AreaMention, Body, Holding, Sentence, Span
from kg.mentions.name_match import CLOSERS, NameMatch
from kg.mentions.organisations import read_body
from kg.mentions.people import MARGIN, NEARLY, name_at, name_before, spoken_elsewhere
from kg.mentions.rejection import Rejection, Why
from kg.mentions.tenures import Link, posts_of
from kg.mentions.titles import Title, titles
from kg.mentions.turns import Turned, begun, gone, newly
from kg.mentions.words import cut

BRACKET = r"(?:[（(](?:兼|代|专职|常务|主持工作|[^（）()]{0,6}(?:挂职|级|协作))[）)])?"  # what a bracket adds to a post
REMARK = r"(?:[（(](?![^（）()]*(?:推|疑|待查|候选|拟))[^（）()，。；]{1,6}[）)])?"  # （前任）, （右二）
GAP = re.compile(REMARK + r"[ 　\t:：]?")
CLOSES_ITEM = re.compile("[，。；：、和]")
BEHIND_ROW = frozenset("、，。；和等出参陪一分") | {""}
FORMER = re.compile(r"[（(](?:前任|曾任|原任|时任|离任|前)[）)]")
JOINT = re.compile(BRACKET + "(?:、兼|，兼|[、兼])")
MARK, COMMA = re.compile("[，。；：！？]"), re.compile("，")
BEGINS_JOINT = frozenset("（(、，兼")
ROW = re.compile(r"[、，和]|以及|及|，以及")
# What the first of a row may do before the row goes on: 副主任甲主持会议，副主任乙、丙
ACTED = re.compile(r"(?:同志)?(?:主持|出席|参加|列席|作|致|讲话|部署|通报|传达|宣读)[^，。；：、“”]{0,12}[，；]")
APPOINTED = (
    "任",
    "担任",
    "当选",
    "当选为",
    "出任",
    "调任",
    "转任",
    "升任",
    "兼任",
    "接任",
    "就任",
    "任命为",
    "改任",
    "挂任",
    "现任",
    "已任",
    "继任",
)
APPOINTING = ("任", "为", "当选")  # one of them is in each word that an appointment is made with
RESIGNS = re.compile(
    r"(?:同志)?(?:因[^，。；]{1,12})?(?:已|日前|近日|请求|申请)?(?:辞去|请辞|卸任|不再担任|被免去|被撤销)"
)
TAKEN_BY = re.compile(r"由[\u4e00-\u9fff·]{2,6}?(?:同志)?(?:担任|兼任|接任|出任|继任|代理)")
IN_OFFICE = re.compile(r"(?:(?:目前|如今)，?|现任|新任|时任|本届)[^，。；]{0,16}$")
OF_WHOM = re.compile("的(?!是)")
WHO_HOLDS = re.compile(r"(?:当选|新任|现任|时任|曾任|卸任|身为|身兼)[^，。；的]{2,30}$")  # 时任甲市市长的某某
PAST_VERBS = ("曾任", "历任", "时任", "原任", "先后任", "先后担任", "曾担任", "卸任")
ADVERB = re.compile(
    r"(?:同志|已?于[^，。；]{2,14}|已经|已|现|正式|此前|曾经|曾|近日|日前|全票|被|将|拟|不再|先后|目前|新|再|也|后|并|又|还|昨天|今天|从.{2,12}|由.{2,12}|不再)$"
)
PAST_ADVERB = re.compile(r"(?:此前|曾经|曾|不再|先后|原|历)")
AS = re.compile(
    r"(?:任命|选举|推选|补选|增选|选举产生|决定任命|提名|聘任|聘请|授予)(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:[（(][^）)]{0,12}[）)])?$"
)
ONE_KIND = ("院长", "校长", "局长", "厅长", "行长", "检察长", "馆长")  # heads of bodies that are called by that word
FOREIGN_TOO = ("市长", "州长", "总干事")  # of a city abroad: whether a name stands behind is asked once that is known
NO_WORDS = Chunk(0, 0, "", 0)
INTERNATIONAL = ("联合国", "世界", "国际")
JOINS = "和与及向从同由"
PLAIN, INHERITED, APPOINTMENT = 0.97, 0.93, 0.95


def holdings(
    text: str, sentence: Sentence, areas: Sequence[AreaMention], finder: AreaFinder, year: int | None
) -> Iterator[Holding | Rejection]:
    """The posts that `sentence` gives to named persons, in text order. `year` is the article's, if known. Turned down
    are posts without a body that can be read, and words behind a post that are hardly a name."""
    found = [t for t in titles(text, sentence.start, sentence.end) if not _in_area(t, areas)]
    row_body: Body | None = None
    row_end, row_head = -1, ""
    number = 0
    while number < len(found):
        following, ahead = _ahead(text, sentence, found, number)
        if following:
            number = following
            continue
        chain, number = chain_at(
            text, sentence, found, number, areas, finder, row_body if row_end >= 0 else None, row_end, row_head
        )
        last = chain[-1]
        if ahead is None or _is_abroad(last.body):
            ahead = _names_behind(text, last.title.end, sentence.end, found, last)
        names = ahead
        if names and _is_place(text, names[0], areas):
            names = ()
        if names and names[0].margin < MARGIN:
            yield _turned_down(Why("person.words"), sentence, names[0], chain)
            names = ()
        if names:
            leaves = RESIGNS.match(text, names[-1].end, sentence.end) is not None  # 县长李某辞去县长职务
            leaves = leaves or FORMER.match(text, last.title.end) is not None
            first = chain[0].chunk.start
            turned = gone(text, first, names[-1].end, sentence.end) or newly(text, first, chain[0].title.start)
            leaves = leaves or (turned is not None and turned.turn == "ends")
            posts = tuple(posts_of(text, sentence, chain, year, appointed=False, past=leaves, turned=turned))
            if posts:
                confidence = INHERITED if any(not _words(text, link) for link in chain) else PLAIN
                for name in names:
                    yield Holding(text[name.start : name.end], name.start, name.end, posts, "post.before-name",
                                  confidence if name.margin > 3 else confidence - 0.06)  # fmt: skip
            else:
                yield _turned_down(Why("holds.no-body"), sentence, names[0], chain)
            row_body, row_end, row_head = last.body, names[-1].end, last.title.head
        elif appointment := _appointee(text, sentence, chain[0].chunk):
            name, past, turned = appointment
            posts = tuple(posts_of(text, sentence, chain, year, appointed=True, past=past, turned=turned))
            if not posts:
                yield _turned_down(Why("holds.no-body"), sentence, name, chain)
            for one in (*_row_before(text, sentence.start, name), name) if posts else ():
                yield Holding(text[one.start : one.end], one.start, one.end, posts, "post.appointment", APPOINTMENT)


def nobody(text: str, sentence: Sentence) -> bool:
    """Whether `sentence` surely gives no post to anybody: no name stands behind any title, no word of appointment
    before one, and no comma behind one, which may lead on to a holder abroad.

    >>> nobody("会议要求，各局局长要负责。", Sentence(0, 13, 0)), nobody("县长李志远出席。", Sentence(0, 8, 0))
    (True, False)
    """
    found = list(titles(text, sentence.start, sentence.end))
    if not found:
        return True
    last = found[-1].start
    if any(text.find(word, sentence.start, last) >= 0 for word in APPOINTING):
        return False
    return not any(
        title.head in FOREIGN_TOO
        or (title.start < last and text.startswith("，", title.end))
        or _names_behind(text, title.end, sentence.end, found, Link(title, NO_WORDS, None))
        for title in found
    )


def _ahead(
    text: str, sentence: Sentence, found: Sequence[Title], number: int
) -> tuple[int, tuple[NameMatch, ...] | None]:
    """The names behind the chain that begins with title `number`, None where its end is told by its bodies; and before
    them the number of the title after a chain that surely has no holder, because there is no name and no word of
    appointment before it, so that its bodies need not be read: else 0."""
    left = found[number - 1].end if number else sentence.start
    first = number
    while number + 1 < len(found):
        between = text[found[number].end : found[number + 1].start]
        joint = JOINT.match(between) if between[:1] in BEGINS_JOINT else None
        if joint is None and number > first and between.startswith("，"):
            return 0, None
        if joint is None or _ends_chain(between, joint):
            break
        number += 1
    title = found[number]
    if title.head in FOREIGN_TOO:
        return 0, None
    names = _names_behind(text, title.end, sentence.end, found, Link(title, NO_WORDS, None))
    if names:
        return 0, names
    begin = found[first].start
    before = max(left, begin - LONGEST)
    appointed = any(text.find(word, before, begin) >= 0 for word in APPOINTING)
    return (0 if appointed else number + 1), names


def _ends_chain(between: str, joint: re.Match[str]) -> bool:
    """Whether there is a mark between two titles behind the one that joins them."""
    return MARK.search(between, joint.end()) is not None or between.find("、", joint.end()) >= 0


def _in_area(title: Title, areas: Sequence[AreaMention]) -> bool:
    """Whether an area's name begins inside the words of a title: 上海市长宁区, 某公司长春分公司."""
    return any(title.start < m.start < title.end < m.end for m in areas)


def _is_place(text: str, name: NameMatch, areas: Sequence[AreaMention]) -> bool:
    """Whether a name that begins with a word of joining goes on with an area's: 专家和山西某医院."""
    if text[name.start] not in JOINS:
        return False
    return any(m.start == name.start + 1 and m.end <= name.end + 1 for m in areas)


def _turned_down(why: Why, sentence: Sentence, name: NameMatch, chain: Sequence[Link]) -> Rejection:
    quote = Span(sentence.start, sentence.end)
    return Rejection(why, quote, Span(name.start, name.end), Span(chain[0].chunk.start, chain[-1].title.end))


def _words(text: str, link: Link) -> str:
    return text[link.chunk.start : link.chunk.end]


def chain_at(
    text: str, sentence: Sentence, found: Sequence[Title], number: int, areas: Sequence[AreaMention],
    finder: AreaFinder, row: Body | None, row_end: int, row_head: str = "",
) -> tuple[list[Link], int]:  # fmt: skip
    """The chain of posts that begins with title `number`, and the number of the title after it."""
    chain: list[Link] = []
    behind = found[number - 1].end if number else sentence.start
    while True:
        title = found[number]
        bound = _left_bound(text, behind, title.start)
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
        body = read_body(text, chunk, title, areas, finder, previous, in_row)
        chain.append(Link(title, chunk, body, former_body))
        number += 1
        if number == len(found):
            return chain, number
        following = found[number]
        between = text[title.end : following.start]
        joint = JOINT.match(between) if between[:1] in BEGINS_JOINT else None
        if joint is None and _goes_on(text, sentence, chain, between):
            joint = COMMA.match(between)
        if not joint or _ends_chain(between, joint):
            return chain, number
        behind = title.end + joint.end()


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
        return next(fitting, None if title.head in ONE_KIND else bodies[0])
    return bodies[0]


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
    return (
        len(chain) > 1
        and between.startswith("，")
        and begins
        and not first.stopped_by
        and all(link.body for link in chain)
    )


def _left_bound(text: str, left: int, right: int) -> int:
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


def _is_abroad(body: Body | None) -> bool:
    """Whether those who hold posts in a body are likely to have foreign names."""
    if body is None:
        return False
    abroad = body.area is not None and body.area.level == "country"
    return abroad or (body.kind == "other" and body.name.startswith(INTERNATIONAL))


def _names_behind(text: str, start: int, stop: int, found: Sequence[Title], link: Link) -> tuple[NameMatch, ...]:
    """The name behind a post, and for posts that several hold the further names of its row; or alone a name that is
    nearly likely enough."""
    title, abroad = link.title, _is_abroad(link.body)
    gap = GAP.match(text, start, stop)
    at = gap.end() if gap else start
    if text.startswith(("为", "是"), start) and IN_OFFICE.search(text[max(0, title.start - 18) : title.start]):
        at = start + 1  # 现任某市委书记为某某
    if OF_WHOM.match(text, start) and WHO_HOLDS.search(text[max(0, start - 36) : start]):
        at = start + 1
    if text.startswith("由", at):
        if not TAKEN_BY.match(text, at, stop):
            return ()  # 市长由上级任命: a preposition far more often than a surname
        at += 1  # 部长由李某担任
    if text[start:at].strip() in (":", "：") and title.kind != "rank":
        return ()
    first = name_at(text, at, stop, NEARLY)
    if abroad or title.head in word_set("countries", "state_heads"):
        foreign = foreign_name(text, at, stop)
        if foreign is not None and (first is None or foreign.end > first.end):
            first = foreign
    if first is None or first.margin < MARGIN:
        first = spoken_elsewhere(text, at, stop) or first
    if first is None:
        return ()
    names = [first]
    if first.margin < MARGIN:
        return (first,)
    shared = title.deputy or title.kind in ("member", "leader", "rank", "other")
    at = first.end
    while shared and at < stop and text[at] in "、和":
        end = next((t.start for t in found if t.start >= at), stop)
        further = name_at(text, at + 1, stop)
        closed = CLOSES_ITEM.search(text, at + 1, stop)
        if further is None or (closed and closed.start() >= end) or end <= further.end:
            break
        if text[further.end : further.end + 1] not in BEHIND_ROW:
            break
        names.append(further)
        at = further.end
    return tuple(names)


def _appointee(text: str, sentence: Sentence, chunk: Chunk) -> tuple[NameMatch, bool, Turned | None] | None:
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
    if verb not in APPOINTED and verb not in PAST_VERBS:
        return None
    if verb == "任" and text[at - 1] == "获":
        at -= 1  # 李某获任某县县长
    past, sure, verb_at = verb in PAST_VERBS, False, at
    bound = _left_bound(text, sentence.start, at)
    no_more = to_come = False
    while match := ADVERB.search(text, bound, at):
        no_more, to_come = no_more or match[0] == "不再", to_come or match[0] in ("将", "拟")
        past = past or match[0] == "不再" or bool(PAST_ADVERB.match(match[0]) and verb in ("任", "担任"))
        sure = sure or match[0] == "同志"
        at = match.start()
    if at == bound and bound > sentence.start and text[bound - 1] in "，,":
        at = bound - 1  # 李某，现任某县县长
        bound = _left_bound(text, sentence.start, at)
    name = name_before(text, bound, at, sure)
    if name is None:
        return None
    if no_more and not to_come:
        return name, True, Turned("ends", verb_at)
    turned = None if past else begun(text, sentence.start, name.start, name.end, verb, verb_at)
    return name, past, turned


def _row_before(text: str, left: int, name: NameMatch) -> list[NameMatch]:
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
