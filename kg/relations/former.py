"""Posts that an article gives as held and elsewhere as over.

A post that the article says somebody has left (原县长某某, 免去, 去世) is past in all of its sentences. So is a chief
post to which it says that another is appointed, and an acting one of whom it says is appointed in full: an earlier
notice that is quoted late in the article tells of the time before.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from kg.mentions.mention import Body, Post
from kg.mentions.reading import Reading
from kg.relations.claim import Modality

MODALITIES: dict[str, Modality] = {"now": "asserted", "past": "past", "future": "planned"}
ACTING = ("代理", "代")
AT_THAT_TIME = "时任"  # may be of one who still holds the post


@dataclass(slots=True)
class _Told:
    """What the article says of posts: who has left which, who is newly appointed to which chief post, and at the head
    of which body another stands now."""

    left: set[tuple[str, str, Body]] = field(default_factory=set)
    appointed: dict[tuple[str, Body], set[str]] = field(default_factory=lambda: defaultdict(set))
    followed: set[tuple[str, Body]] = field(default_factory=set)


@lru_cache(maxsize=1)
def _told(reading: Reading) -> _Told:
    told = _Told()
    for sentence in reading.having["holdings"]:
        for holding in sentence.holdings:
            for post in holding.posts:
                then = AT_THAT_TIME in sentence.text[max(0, post.start - 4) : post.start]
                if post.tenure == "past" and (post.turn == "ends" or (holding.rule == "post.before-name" and not then)):
                    told.left.add((holding.name, post.title, post.body))
                elif post.turn == "begins" and post.tenure == "now" and post.chief:
                    told.appointed[post.title, post.body].add(holding.name)
    for sentence in reading.having["holdings"] if told.appointed else ():
        for holding in sentence.holdings:
            for post in holding.posts:
                holders = told.appointed.get((post.title, post.body), ())
                if post.tenure == "now" and post.chief and holders and holding.name not in holders:
                    told.followed.add((holding.name, post.body))
    return told


def modality_of(reading: Reading, name: str, post: Post) -> Modality:
    """How a claim tells of a post that one sentence gives to `name`, by what the whole article says of it."""
    if post.tenure != "now":
        return MODALITIES[post.tenure]
    told = _told(reading)
    full = next((post.title.removeprefix(word) for word in ACTING if post.title.startswith(word)), "")
    if full and name in told.appointed.get((full, post.body), ()):
        return "past"
    if post.turn == "begins":
        return "asserted"
    if (name, post.title, post.body) in told.left or (name, post.body) in told.followed:
        return "past"
    return "asserted"
