"""leads: who is in charge of an area or a public body. Source of the rule: guideline, "leads".

The chief post of a Party committee or government of an area leads the area; the chief post of any other public body
leads that body. Deputies, members and heads of units inside a body do not lead, and people who run companies do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicons import load
from kg.mentions.mention import Area, Body, Post, Span
from kg.mentions.reading import Reading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Person, PostRef
from kg.relations.former import modality_of

RELATION = "leads"


def led_by(post: Post) -> Area | Body | Why:
    """What the holder of `post` leads, or why nothing: the post is not a chief one of an area or a public body."""
    body, lexicon = post.body, load("bodies")
    if body.kind == "company":
        return Why("leads.company")
    if body.kind == "other" and body.name.endswith("政府") and post.title.endswith("部长"):
        return Why("leads.unit")  # a minister of a state does not lead its government
    if not post.chief or (post.title.endswith("第一书记") and not body.name.startswith("共青团")):
        return Why("leads.not-chief")  # the first secretary of a village or a garrison stands beside its chief
    unit = post.title.startswith(lexicon["units_inside"]) and not body.name.endswith(lexicon["own_of_units"])
    if body.name.endswith(lexicon["teams"]):
        return Why("leads.team")
    if body.kind != "party" and unit:
        return Why("leads.unit")  # the head of discipline at a university does not lead it
    if body.kind == "government" and post.title.startswith("党组"):
        return Body("人民政府党组", "office", body.area)  # the Party group of a government is no area
    if body.kind == "party" and post.title.startswith("纪"):
        return Why("leads.discipline")  # the head of discipline inside a committee does not lead its area
    if body.name in lexicon["of_area"] and body.area is not None and body.kind in ("party", "government", "zone"):
        return body.area
    if body.name.endswith("书记处") and not post.title.endswith("第一书记"):
        return Why("leads.unit")  # it has several secretaries
    counts = body.name.endswith(lexicon["offices_that_count"])
    if body.kind == "other" and ((body.name.endswith(lexicon["internal"]) and not counts) or "公司" in body.name):
        return Why("leads.unit")
    internal = body.name.endswith(lexicon["internal"]) and not body.name.endswith(lexicon["offices_that_count"])
    if body.kind == "office" and internal:
        return Why("leads.unit")
    return body


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each chief post that a sentence gives to a named person; every other post is turned down."""
    for sentence in reading.having["holdings"]:
        if not sentence.holdings:
            continue
        quote = Span(sentence.start, sentence.end)
        for holding in sentence.holdings:
            for post in holding.posts:
                who, words = Span(holding.start, holding.end), Span(post.start, post.end)
                led = led_by(post)
                if isinstance(led, Why):
                    yield Rejection(led, quote, who, words)
                    continue
                term = reading.term_of(sentence.sentence, post)
                yield Claim(
                    RELATION,
                    Person(holding.name),
                    led,
                    quote,
                    who,
                    words,
                    modality_of(reading, holding.name, post),
                    holding.rule,
                    holding.confidence,
                    reading.date_of(sentence.sentence),
                    PostRef(post.title, post.body),
                    post.turn,
                    term.since,
                    term.until,
                )
