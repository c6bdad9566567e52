"""Invented claims, linked as a build links them: what the tests of linking and of the graph are written with.

The areas stand in the division table; the people, projects and companies do not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.linking.linker import Linker
from kg.linking.world import Entity, World
from kg.mentions.mention import Area, Body, Span
from kg.relations.claim import (
    Amount,
    Batch,
    Claim,
    Company,
    Meeting,
    Modality,
    Person,
    Policy,
    PostRef,
    Project,
    Ref,
    Target,
)
from kg.table.rows import ArticleInfo, Segment

PROVINCE = Area("山东省", "province", "370000", None)
PREFECTURE = Area("德州市", "prefecture", "371400", "370000")
COUNTY = Area("平原县", "county", "371426", "371400")
NEIGHBOUR = Area("齐河县", "county", "371425", "371400")  # of the same prefecture
FAR_COUNTY = Area("滕州市", "county", "370481", "370400")  # of another
ZONE = Area("甲经济开发区", "zone", None, "371426")

COMMITTEE, GOVERNMENT = Body("委", "party", COUNTY), Body("人民政府", "government", COUNTY)
FAR_COMMITTEE = Body("委", "party", FAR_COUNTY)
BUREAU = Body("教育局", "office", COUNTY)
FIRM = Body("丙公司", "company")

SECRETARY, MAGISTRATE = PostRef("县委书记", COMMITTEE), PostRef("县长", GOVERNMENT)
FAR_SECRETARY = PostRef("市委书记", FAR_COMMITTEE)
ZHANG, LI = Person("张伟"), Person("李四")
PROJECT, PARK = Project("乙新材料生产基地", COUNTY), Project("乙产业园", COUNTY, park=True)
MEETING, POLICY = Meeting("甲县委经济工作会议", COUNTY, "2022-01-10"), Policy("工业倍增计划")


def yuan(value: int, highest: int = 0, kind: str = "planned", currency: str = "CNY", about: str = "") -> Amount:
    return Amount(value, highest or value, currency, kind, about)


BATCH = Batch("集中开工项目", COUNTY, 17, yuan(2_120_000_000))
TARGET = Target("工业总产值", "600.5", "亿元", 2022, COUNTY)

EACH_RELATION: dict[str, tuple[Ref, Ref]] = {
    "leads": (ZHANG, COUNTY),
    "holds": (ZHANG, SECRETARY),
    "hosts": (COUNTY, PROJECT),
    "invests": (PROJECT, yuan(500_000_000)),
    "directs": (MEETING, POLICY),
    "builds": (Company("丙公司"), PROJECT),
    "announces": (COUNTY, BATCH),
    "targets": (COUNTY, TARGET),
}


@dataclass(frozen=True)
class Told:
    """An article and its claims, each with its segment."""

    info: ArticleInfo
    claims: tuple[tuple[Claim, Segment], ...]


def claim(
    relation: str, subject: Ref, object_: Ref, modality: Modality = "asserted", confidence: float = 0.9,
    in_post: PostRef | None = None,
) -> Claim:  # fmt: skip
    """A claim; one who leads does so as county secretary where nothing else is said."""
    if relation == "leads" and in_post is None:
        in_post = SECRETARY
    place = Span(0, 1)
    return Claim(relation, subject, object_, place, None, None, modality, "test.rule", confidence, None, in_post)


def each(relation: str, modality: Modality = "asserted", confidence: float = 0.9) -> Claim:
    """The claim of EACH_RELATION."""
    return claim(relation, *EACH_RELATION[relation], modality, confidence)


def holds(person: Person, *posts: PostRef, modality: Modality = "asserted") -> list[Claim]:
    return [claim("holds", person, post, modality) for post in posts]


def told(
    name: str,
    claims: Iterable[Claim],
    date: str | None = "2022-01-10",
    publisher: str | None = "甲报",
    sketch: str = "",
) -> Told:
    """An article with `claims`, the first of them said in its first sentence, the next in its second, and so on."""
    pairs = []
    for number, one in enumerate(claims):
        start = number * 10
        segment = Segment(
            name, start, start + 9, start * 3, start * 3 + 27, f"{name}的第{number}句话说。", "前", "后", one.modality,
            one.confidence, one.rule, "", "", "",
        )  # fmt: skip
        pairs.append((replace(one, quote=Span(start, start + 9)), segment))
    return Told(ArticleInfo(name, f"{name}的标题", date, publisher, None, "0" * 64, sketch), tuple(pairs))


def world(*articles: Told) -> World:
    """The world that these articles tell."""
    linker = Linker()
    for article in articles:
        linker.add(article.info, article.claims)
    return linker.world()


def of_kind(linked: World, *kinds: str) -> list[Entity]:
    return [entity for entity in linked.entities.values() if entity.kind in kinds]


def properties(entity: Entity, name: str) -> list[object]:
    """All values that a property has, plain values sorted as text."""
    return sorted((value for prop, value in entity.properties if prop == name), key=str)
