"""leads: who is in charge of an area or a public body. Source of the rule: guideline, "leads".

The chief post of a Party committee or government of an area leads the area; the chief post of any other public body
leads that body. Deputies, members and heads of units inside a body do not lead, and people who run companies do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicons import load
from kg.mentions.mention import Area, Body, Post, Span
from kg.mentions.reading import Reading
from kg.relations.claim import Claim, Person, PostRef
from kg.relations.holds import MODALITIES

RELATION = "leads"


def led_by(post: Post) -> Area | Body | None:
    """What the holder of `post` leads; None if the post is not a chief one of an area or a public body."""
    body, lexicon = post.body, load("bodies")
    if not post.chief or body.kind == "company":
        return None
    if body.kind == "government" and post.title.startswith("党组"):
        return None  # the Party group of a government is no area
    if body.kind == "party" and post.title.startswith("纪"):
        return None  # the head of discipline inside a committee does not lead its area
    if body.name in lexicon["of_area"] and body.area is not None and body.kind in ("party", "government", "zone"):
        return body.area
    if body.kind == "other" and (body.name.endswith(lexicon["internal"]) or "公司" in body.name):
        return None
    internal = body.name.endswith(lexicon["internal"]) and body.name not in lexicon["offices_that_count"]
    if body.kind == "office" and internal:
        return None
    return body


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each chief post that a sentence gives to a named person."""
    for sentence in reading.sentences:
        quote = Span(sentence.sentence.start, sentence.sentence.end)
        for holding in sentence.holdings:
            for post in holding.posts:
                if (led := led_by(post)) is not None:
                    yield Claim(
                        RELATION,
                        Person(holding.name),
                        led,
                        quote,
                        Span(holding.start, holding.end),
                        Span(post.start, post.end),
                        MODALITIES[post.tenure],
                        holding.rule,
                        holding.confidence,
                        reading.date_of(sentence.sentence),
                        PostRef(post.title, post.body),
                    )
