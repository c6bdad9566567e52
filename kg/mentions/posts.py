"""Who holds which post, as one sentence says it: rows of posts with a name behind them, and appointments.

A chain is one post or several joined by 、 or 兼 (县委副书记、县长); the name that follows holds them all. In an
appointment the name comes first (李某任某县县长). Where no name is found the chain gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicons import load
from kg.mentions.appointments import appointee, identified, may_appoint, may_be_identified, row_before
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import LONGEST, Chunk
from kg.mentions.fiction import in_a_story
from kg.mentions.holders import is_abroad, is_place, names_behind
from kg.mentions.mention import AreaMention, Body, Holding, Sentence, Span
from kg.mentions.name_match import NameMatch
from kg.mentions.people import MARGIN
from kg.mentions.post_chains import chain_at, ends_chain, joint_of
from kg.mentions.rejection import Rejection, Why
from kg.mentions.tenures import Link, posts_of
from kg.mentions.titles import Title, titles
from kg.mentions.turns import gone, newly

FORMER = re.compile(r"[（(](?:前任|曾任|原任|时任|离任|前)[）)]")
RESIGNS = re.compile(
    r"(?:同志)?(?:因[^，。；]{1,12})?(?:已|日前|近日|请求|申请)?(?:辞去|请辞|卸任|不再担任|被免去|被撤销)"
)
LONGEST_STEP = 12  # characters between a title and one behind a comma that may be of the same person
NO_WORDS = Chunk(0, 0, "", 0)
PLAIN, INHERITED, APPOINTMENT, IDENTIFIED = 0.97, 0.93, 0.95, 0.92


def holdings(
    text: str, sentence: Sentence, areas: Sequence[AreaMention], finder: AreaFinder, year: int | None
) -> Iterator[Holding | Rejection]:
    """The posts that `sentence` gives to named persons, in text order. `year` is the article's, if known. Turned down
    are posts without a body that can be read, and words behind a post that are hardly a name."""
    found = [t for t in titles(text, sentence.start, sentence.end) if not _in_area(t, areas)]
    row_body: Body | None = None
    row_end, row_head = -1, ""
    alive: tuple[NameMatch, bool, int] | None = None  # whose life goes on behind the last post, whether it is past
    number = 0
    while number < len(found):
        following, ahead = _ahead(text, sentence, found, number)
        if following and alive is None:
            number = following
            continue
        chain, number = chain_at(
            text, sentence, found, number, areas, finder, row_body if row_end >= 0 else None, row_end, row_head
        )
        last = chain[-1]
        if ahead is None or is_abroad(last.body):
            ahead = names_behind(text, last.title.end, sentence.end, found, last)
        names = ahead
        if names and is_place(text, names[0], areas):
            names = ()
        if names and in_a_story(text, sentence, chain[0].title.start):
            yield _turned_down(Why("holds.fiction"), sentence, names[0], chain)
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
        elif appointment := appointee(text, sentence, chain[0].chunk):
            name, past, turned = appointment
            posts = tuple(posts_of(text, sentence, chain, year, appointed=True, past=past, turned=turned))
            if not posts:
                yield _turned_down(Why("holds.no-body"), sentence, name, chain)
            goes_on = bool(posts) and chain[0].chunk.stopped_by in load("posts")["in_lives"]
            alive = (name, posts[-1].tenure == "past", last.title.end) if goes_on else None
            for one in (*row_before(text, sentence.start, name), name) if posts else ():
                yield Holding(text[one.start : one.end], one.start, one.end, posts, "post.appointment", APPOINTMENT)
        elif alive is not None and text[alive[2] : chain[0].chunk.start] == "，":
            one, past, _ = alive  # 现任某局局长，某中心主任
            posts = tuple(posts_of(text, sentence, chain, year, appointed=False, past=past))
            alive = (one, past, last.title.end)
            if posts:
                yield Holding(text[one.start : one.end], one.start, one.end, posts, "post.appointment", APPOINTMENT)
        elif (one := identified(text, sentence, chain[0].chunk, last.title.end)) is not None:
            posts = tuple(posts_of(text, sentence, chain, year, appointed=False))
            if posts:
                yield Holding(text[one.start : one.end], one.start, one.end, posts, "post.behind-name", IDENTIFIED)


def nobody(text: str, sentence: Sentence) -> bool:
    """Whether `sentence` surely gives no post to anybody: no name stands behind any title, no word of appointment
    before one, and no comma behind one, which may lead on to a holder abroad.

    >>> nobody("会议要求，各局局长要负责。", Sentence(0, 13, 0)), nobody("县长李志远出席。", Sentence(0, 8, 0))
    (True, False)
    """
    found = titles(text, sentence.start, sentence.end)
    if not found:
        return True
    last = found[-1].start
    if may_appoint(text, sentence.start, last):
        return False
    return not any(
        title.head in load("countries")["heads_abroad_too"]
        or (title.start < last and text.startswith("，", title.end))
        or may_be_identified(text, title.start, title.end)
        or names_behind(text, title.end, sentence.end, found, Link(title, NO_WORDS, None))
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
        joint = joint_of(between)
        if joint is None and between.startswith("，") and (number > first or len(between) <= LONGEST_STEP):
            return 0, None
        if joint is None or ends_chain(between, joint):
            break
        number += 1
    title = found[number]
    if title.head in load("countries")["heads_abroad_too"]:
        return 0, None
    names = names_behind(text, title.end, sentence.end, found, Link(title, NO_WORDS, None))
    if names:
        return 0, names
    begin = found[first].start
    before = max(left, begin - LONGEST)
    appointed = may_appoint(text, before, begin) or may_be_identified(text, begin, title.end)
    return (0 if appointed else number + 1), names


def _in_area(title: Title, areas: Sequence[AreaMention]) -> bool:
    """Whether an area's name begins inside the words of a title: 上海市长宁区, 某公司长春分公司."""
    return any(title.start < m.start < title.end < m.end for m in areas)


def _turned_down(why: Why, sentence: Sentence, name: NameMatch, chain: Sequence[Link]) -> Rejection:
    quote = Span(sentence.start, sentence.end)
    return Rejection(why, quote, Span(name.start, name.end), Span(chain[0].chunk.start, chain[-1].title.end))


def _words(text: str, link: Link) -> str:
    return text[link.chunk.start : link.chunk.end]
