"""leads: who is in charge of an area or a public body. Source of the rule: guideline, "leads".

The chief post of a Party committee or government of an area leads the area; the chief post of any other public body
leads that body. Deputies, members and heads of units inside a body do not lead, and people who run companies do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.mention import Area, Body, Post, Span
from kg.mentions.reading import Reading
from kg.relations.claim import Claim, Person, PostRef
from kg.relations.holds import MODALITIES

RELATION = "leads"
AREA_BODIES = ("委", "党委", "党工委", "工委", "管委会", "管理委员会", "街道办事处", "办事处", "街道办", "执委会",
               "镇党委", "乡党委", "街道党工委", "党支部", "党总支", "支部", "总支", "人民政府",
               "村民委员会", "居民委员会", "村委会", "居委会")  # fmt: skip
INTERNAL = (
    "科",
    "处",
    "室",
    "股",
    "组",
    "班",
    "车间",
    "项目部",
    "党政办",
    "办公室",
    "分公司",
    "协会",
    "商会",
    "学会",
    "联合会",
    "促进会",
    "研究会",
    "联盟",
    "基金会",
    "记者站",
)


def led_by(post: Post) -> Area | Body | None:
    """What the holder of `post` leads; None if the post is not a chief one of an area or a public body."""
    body = post.body
    if not post.chief or body.kind == "company":
        return None
    if body.kind == "government" and post.title.startswith("党组"):
        return None  # the Party group of a government is no area
    if body.kind == "party" and post.title.startswith("纪"):
        return None  # the head of discipline inside a committee does not lead its area
    if body.name in AREA_BODIES and body.area is not None and body.kind in ("party", "government", "zone"):
        return body.area
    if body.kind == "other" and (body.name.endswith(INTERNAL) or "公司" in body.name):
        return None
    if (
        body.kind == "office"
        and body.name.endswith(INTERNAL)
        and body.name not in ("委办公室", "委办公厅", "政府办公室", "人民政府办公室", "人民政府办公厅")
    ):
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
