"""Which mentions of a name are one person: within an article always, across articles only where posts say so.

Two articles' 张伟 are one person if they hold a post in the same body, or if a sentence that names him stands word for
word in both (a reprint). Posts in two bodies join them only where a career can lead from one to the other: both high
enough for the area that they share, not too many rungs apart for the time between, and nobody at the head of two areas
side by side. A name that hardly two holders of posts in their smallest common area can bear joins them whatever the
posts. Else they stay apart, as candidates with the reason: a wrong merge of two people is worse than two nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Literal

from kg.linking.clusters import components, sharing
from kg.linking.ladder import Held, of_many
from kg.linking.rarity import Width, is_rare

Mention = tuple[str, str]  # (article, name)
Reason = Literal["", "two-heads", "rungs", "too-many", "three", "elsewhere"]
# The least rung on which an area is small enough for one name to mean one person: some 100 hold posts from the first
# rung up in a county, some 1,500 from the third in a prefecture, some 600 from the sixth in a province.
LEAST_IN_COUNTY, LEAST_IN_PREFECTURE, LEAST_IN_PROVINCE, LEAST_OF_PROVINCE, LEAST_NATIONAL = 1, 3, 6, 5, 8
RUNGS = 2  # by which two posts may differ that are seen on one day (a county's secretary in the city's committee)
YEARS_A_RUNG = 2.0  # the usual least time on a rung: 党政领导干部选拔任用工作条例 (2019), article 8
SIDE_BY_SIDE = 180  # days: who heads one area is not seen at the head of another within them, but by a transfer


@dataclass(frozen=True, slots=True)
class Known:
    """What an article says of a name: the posts, and the sentences (as digests) that name it."""

    posts: frozenset[Held] = frozenset()
    quotes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """Two people of one name that might be one: their keys, and why they stay apart."""

    name: str
    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class People:
    """(article, name) → key of the person, and the pairs that were kept apart."""

    keys: dict[Mention, str]
    apart: tuple[Apart, ...]


def group(mentions: Mapping[Mention, Known]) -> People:
    """Who is who. A person's key is the least body of the posts, else the least article: it does not depend on the
    order of articles."""
    by_name: dict[str, dict[str, Known]] = defaultdict(dict)
    for (article, name), known in sorted(mentions.items()):
        by_name[name][article] = known
    keys: dict[Mention, str] = {}
    apart: list[Apart] = []
    for name, known in by_name.items():
        sure = sharing({article: _marks(each) for article, each in known.items()})
        posts = [_first_and_last(post for article in members for post in known[article].posts) for members in sure]
        verdicts = {pair: verdict(name, posts[pair[0]], posts[pair[1]]) for pair in combinations(range(len(sure)), 2)}
        groups = components(range(len(sure)), [pair for pair, reason in verdicts.items() if reason == ""])
        # Three that only agree in pairs are no one person: none of the weaker links holds then.
        groups = [
            part for whole in groups
            for part in ([whole] if all(verdicts[pair] not in NEVER for pair in combinations(whole, 2))
                         else [(one,) for one in whole])
        ]  # fmt: skip
        person: dict[int, str] = {}
        for members in groups:
            bodies = {post.body for one in members for post in posts[one] if post.body}
            key = min(bodies) if bodies else f"article:{min(article for one in members for article in sure[one])}"
            person.update(dict.fromkeys(members, key))
        for number, members_of in enumerate(sure):
            keys.update({(article, name): person[number] for article in members_of})
        apart += [
            Apart(name, *sorted((person[one], person[other])), reason or "three")
            for (one, other), reason in verdicts.items()
            if person[one] != person[other] and reason != "elsewhere"
        ]
    return People(dict(sorted(keys.items())), tuple(sorted(set(apart))))


def _first_and_last(posts: Iterable[Held]) -> frozenset[Held]:
    """The posts, each only on the first and the last day on which it is seen: who is named in a thousand articles
    need not be compared a thousand times."""
    days: dict[Held, list[str]] = defaultdict(list)
    for post in posts:
        days[replace(post, date="")].append(post.date)
    return frozenset(replace(post, date=day) for post, own in days.items() for day in (min(own), max(own)))


def _marks(known: Known) -> set[str]:
    return {f"body:{post.body}" for post in known.posts if post.body} | {f"quote:{quote}" for quote in known.quotes}


NEVER = ("two-heads",)


def verdict(name: str, ones: frozenset[Held], others: frozenset[Held]) -> Reason:
    """Nothing if the posts can be one career and say so, or the name is too rare for two; else why the two stay apart:
    `two-heads` of areas at one time, `rungs` too far apart, `too-many` people on so low a rung of so wide an area, or
    `elsewhere`."""
    if any(_two_heads(one, other) for one, other in product(ones, others)):
        return "two-heads"
    found = {_near(name, one, other) for one, other in product(ones, others)}
    order: tuple[Reason, ...] = ("", "rungs", "too-many")
    return next((reason for reason in order if reason in found), "elsewhere")


def _near(name: str, one: Held, other: Held) -> Reason:
    shared = _shared(one, other)
    if shared is None:
        return "elsewhere"
    width, least = shared
    if is_rare(name, width, of_many(one.title) or of_many(other.title)):
        return ""
    if min(one.rung, other.rung) < least:
        return "too-many"
    return "" if abs(one.rung - other.rung) <= RUNGS + _years(one, other) / YEARS_A_RUNG else "rungs"


def _shared(one: Held, other: Held) -> tuple[Width, int] | None:
    """How wide the smallest area is that holds two posts, and the least rung that joins them there; None where there
    is no such area."""
    if not one.province or not other.province:
        return None
    if "national" in (one.province, other.province):
        return "nation", LEAST_NATIONAL  # a minister, a governor, a vice premier: some two hundred at a time
    if one.province != other.province:
        return None
    if one.county and one.county == other.county:
        return "county", LEAST_IN_COUNTY
    if one.prefecture and one.prefecture == other.prefecture:
        return "prefecture", LEAST_IN_PREFECTURE
    return "province", LEAST_OF_PROVINCE if one.area == other.area == one.province else LEAST_IN_PROVINCE


def _years(one: Held, other: Held) -> float:
    return _days(one, other) / 365 if one.date and other.date else 0.0


def _days(one: Held, other: Held) -> int:
    return abs((date.fromisoformat(one.date) - date.fromisoformat(other.date)).days)


def _two_heads(one: Held, other: Held) -> bool:
    """Whether both head an area, neither of which holds the other, at the same time, or at times that nobody told."""
    if not (one.heads and other.heads and one.now and other.now):
        return False
    areas = [(post.province, post.prefecture, post.county) for post in (one, other)]
    if all(a == b or not a or not b for a, b in zip(*areas, strict=True)):
        return False
    return not one.date or not other.date or _days(one, other) <= SIDE_BY_SIDE
