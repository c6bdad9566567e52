"""Who leaves a post, where the post stands behind the words that say so: 免去某某的县长职务, 某某辞去县长职务.

These posts are past. Who only asks to go (请求辞去, and no 接受), or is to go (将不再担任), has not gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.areas import AreaFinder
from kg.mentions.mention import AreaMention, Holding, Sentence
from kg.mentions.name_match import NameMatch
from kg.mentions.people import name_at, name_before
from kg.mentions.post_chains import chain_at
from kg.mentions.tenures import posts_of
from kg.mentions.titles import titles
from kg.mentions.turns import Turned

REMOVAL = 0.95
LONGEST = 90  # characters of posts
POSTS_END = re.compile(r"(?:等)?(?:职务|一职|之职|职位|职责|的请求|的决定)|[，。；：！？\n]")
BEHIND_NAMES = re.compile(r"(?:同志|君|先生|女士)?(?:[（(][^（）()]{0,12}[）)])?的?(?:所?[担兼]任的?)?(?:原任的?)?")
OWN = re.compile(r"了?(?:其|他|她)?(?:所?[担兼]任的)?(?:原任的?)?")
ADVERB = re.compile(
    r"(?:同志|君|先生|女士|已经|已|日前|近日|正式|请求|申请|提出|要求|主动|同时|也|现|并|于[^，。；]{2,14}|因[^，。；、]{1,12}|[，,])$"
)
ASKS = re.compile(r"请求|申请|提出|要求")
GRANTED = re.compile(r"接受|同意|批准|准许")
TO_COME = re.compile(r"(?:将|拟|未|没有|并未|不会|是否|如果|若|要求|建议|提请|呼吁|敦促)$")
PRONOUNS = ("其", "他", "她")


@cache
def _verbs() -> re.Pattern[str]:
    posts = load("posts")
    removes, resigns = alternation(posts["removes"]), alternation(posts["resigns"])
    return re.compile(rf"(?P<resigns>{resigns})|(?P<removes>{removes})")


def removals(
    text: str, sentence: Sentence, areas: Sequence[AreaMention], finder: AreaFinder, year: int | None,
    known: Sequence[Holding],
) -> Iterator[Holding]:  # fmt: skip
    """The posts that `sentence` says somebody leaves, in text order. `known` are the holdings that it gives, which tell
    whom 其 and a verb without a name mean (甲某任某县委书记，不再担任县长)."""
    spoken = list(known)
    for match in triggers.finditer("removals", _verbs(), text, sentence.start, sentence.end):
        if TO_COME.search(text, max(sentence.start, match.start() - 4), match.start()):
            continue
        if match["removes"]:
            names, start = _objects(text, sentence, match.end(), spoken)
        else:
            names, start = _subjects(text, sentence, match.start(), spoken), match.end()
            start = OWN.match(text, start).end()  # type: ignore[union-attr]
        if not names:
            continue
        holdings = list(_left_posts(text, sentence, start, match.start(), names, areas, finder, year))
        spoken += holdings
        yield from holdings


def _left_posts(
    text: str, sentence: Sentence, start: int, at: int, names: Sequence[NameMatch], areas: Sequence[AreaMention],
    finder: AreaFinder, year: int | None,
) -> Iterator[Holding]:  # fmt: skip
    """The holdings of the posts that stand in `text[start:]` up to the end of their clause."""
    closing = POSTS_END.search(text, start, min(sentence.end, start + LONGEST))
    stop = closing.start() if closing else min(sentence.end, start + LONGEST)
    found = list(titles(text, start, stop))
    if not found:
        return
    clause = Sentence(start, stop, sentence.paragraph, sentence.headline)
    number = 0
    posts = []
    while number < len(found):
        body = next((p.body for p in reversed(posts)), None)
        chain, number = chain_at(text, clause, found, number, areas, finder, body, start if body else -1)
        posts += posts_of(text, clause, chain, year, appointed=False, past=True, turned=Turned("ends", at))
    if posts:
        for name in names:
            yield Holding(text[name.start : name.end], name.start, name.end, tuple(posts), "post.removal", REMOVAL)


def _objects(
    text: str, sentence: Sentence, at: int, spoken: Sequence[Holding]
) -> tuple[tuple[NameMatch, ...], int]:  # fmt: skip
    """The persons that stand behind 免去, and where their posts begin."""
    if text[at : at + 1] in "：:":
        at += 1
    if text.startswith(PRONOUNS, at):
        return _last_spoken(text, spoken, at), at + 1
    names: list[NameMatch] = []
    while (name := name_at(text, at, sentence.end)) is not None:
        names.append(name)
        at = name.end
        if text[at : at + 1] not in "、和":
            break
        at += 1
    return tuple(names), BEHIND_NAMES.match(text, at).end()  # type: ignore[union-attr]


def _subjects(text: str, sentence: Sentence, at: int, spoken: Sequence[Holding]) -> tuple[NameMatch, ...]:
    """The persons that stand before 辞去; of a clause that names none the one just spoken of."""
    end, sure, asks, comma = at, False, False, False
    while adverb := ADVERB.search(text, sentence.start, end):
        if comma and adverb[0] != "同志":
            break
        sure = sure or adverb[0] == "同志"
        asks = asks or ASKS.fullmatch(adverb[0]) is not None
        comma = comma or adverb[0] in "，,"
        end = adverb.start()
    if asks and not GRANTED.search(text, sentence.start, at):
        return ()
    bound = max(text.rfind(mark, sentence.start, end) for mark in "，。；：！？“”《》\n") + 1
    bound = max(bound, sentence.start)
    name = name_before(text, bound, end, sure)
    if name is None:
        follows = comma or text[bound:end] in ("", *PRONOUNS)  # 甲某任某县委书记，不再担任县长
        return _last_spoken(text, spoken, at) if follows else ()
    names = [name]
    while text[name.start - 1 : name.start] in ("、", "和") and name.start - 1 > bound:
        further = name_before(text, bound, name.start - 1)
        if further is None:
            break
        names.insert(0, further)
        name = further
    return tuple(names)


def _last_spoken(text: str, spoken: Sequence[Holding], at: int) -> tuple[NameMatch, ...]:
    """The one person that the sentence spoke of last before `at`, with nothing but commas since."""
    before = [holding for holding in spoken if holding.start < at]
    if not before:
        return ()
    last = max(before, key=lambda holding: (holding.start, holding.end))
    end = max(last.end, *(post.end for post in last.posts))
    if re.search(r"[。；！？]", text[min(end, at) : at]):
        return ()
    row = {(h.start, h.end) for h in before if h.posts == last.posts}
    return (NameMatch(last.start, last.end, REMOVAL),) if len(row) == 1 else ()
