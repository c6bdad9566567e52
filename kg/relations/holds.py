"""holds: every post of every named person, one claim for each post. Source of the rule: guideline, "holds"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicons import load
from kg.mentions.mention import Span
from kg.mentions.reading import Reading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Claim, Person, PostRef
from kg.relations.former import modality_of

RELATION = "holds"


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each post that a sentence gives to a named person; former posts as past ones.

    Who is called 市领导 may sit in the committee, the congress or the government: that is no post."""
    no_posts = load("posts")["leader_words"]
    for sentence in reading.having["holdings"]:
        if not sentence.holdings:
            continue
        quote = Span(sentence.start, sentence.end)
        for holding in sentence.holdings:
            for post in holding.posts:
                if post.title in no_posts:
                    who, words = Span(holding.start, holding.end), Span(post.start, post.end)
                    yield Rejection(Why("holds.leader"), quote, who, words)
                    continue
                term = reading.term_of(sentence.sentence, post)
                yield Claim(
                    RELATION,
                    Person(holding.name, post.body.kind != "company"),
                    PostRef(post.title, post.body),
                    quote,
                    Span(holding.start, holding.end),
                    Span(post.start, post.end),
                    modality_of(reading, holding.name, post),
                    holding.rule,
                    holding.confidence,
                    reading.date_of(sentence.sentence),
                    turn=post.turn,
                    since=term.since,
                    until=term.until,
                )
