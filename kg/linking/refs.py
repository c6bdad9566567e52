"""From a reference in a claim to entities: the one it means first, then those it needs (a post's body and role)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, singledispatch

from kg.gazetteer.divisions import coded
from kg.gazetteer.divisions import load as load_gazetteer
from kg.linking.acting import one_form
from kg.linking.bodies import body_id
from kg.linking.decided import NOTHING
from kg.linking.identifiers import REMEMBERED, identifier
from kg.linking.naming import amount_label, area_names, batch_label, body_names
from kg.linking.projects import key_of_one, whole_of
from kg.linking.scope import Scope
from kg.linking.world import Entity, Kind, Link, Value
from kg.linking.zones import area_id
from kg.mentions.mention import Area, Body
from kg.mentions.numbers import value
from kg.relations.claim import Amount, Batch, Company, Meeting, Person, Policy, PostRef, Project, Target

AMOUNT_KINDS = {
    "planned": "kg:Planned",
    "signed": "kg:Signed",
    "completed": "kg:Completed",
    "annual": "kg:Annual",
    "partial": "kg:Partial",
}


def entities_of(ref: object, scope: Scope) -> list[Entity]:
    """The entities of a reference of the scope's article, its own first. Raises TypeError for what is no reference."""
    return _of(ref, scope)


@singledispatch
def _of(ref: object, scope: Scope) -> list[Entity]:
    raise TypeError(f"{type(ref).__name__} is no reference that linking knows")


def _final(entity: Entity, scope: Scope, alone: str = "") -> Entity:
    """The entity under the id that decisions leave it; one that is joined to another says which id it gave up."""
    if scope.decided is NOTHING:
        return entity
    mention = scope.article, entity.id, alone
    part, final = scope.decided.part(*mention), scope.decided.final(*mention)
    properties = tuple(each for each in entity.properties if each[1] != Link(final))
    replaced = (("dcterms:replaces", Link(part)),) if final != part else ()
    return replace(entity, id=final, properties=(*properties, *replaced))


@_of.register
def _(ref: Person, scope: Scope) -> list[Entity]:
    kind: Kind = "official" if ref.official else "person"
    return [_final(Entity(identifier("person", ref.name, scope.person(ref.name)), kind, ref.name), scope)]


@_of.register
def _(ref: Area, scope: Scope) -> list[Entity]:
    return list(_of_area(ref))


@lru_cache(maxsize=REMEMBERED)
def _of_area(ref: Area) -> tuple[Entity, ...]:
    label, names = area_names(ref)
    properties: list[tuple[str, Value | Link]] = []
    out: tuple[Entity, ...] = ()
    has_code = ref.code is not None and coded(ref.code)
    if has_code:
        properties.append(("skos:notation", ref.code.partition("-")[0]))
    parent = ref.parent
    if ref.code is not None:
        division = load_gazetteer().by_code(ref.code)
        parent = division.parent
    if parent is not None:
        above = load_gazetteer().by_code(parent)
        out = _of_area(Area(above.name, above.level, above.code, above.parent))
        properties.append(("schema:containedInPlace", Link(out[0].id)))
    for became in load_gazetteer().successors(ref.code) if ref.code is not None else ():
        new = _of_area(Area(became.name, became.level, became.code, became.parent))
        out += new
        properties.append(("dcterms:isReplacedBy", Link(new[0].id)))
    level = ref.level if has_code or ref.code is None else "uncoded"
    return (Entity(area_id(ref), "area", label, names, tuple(properties), level), *out)


@_of.register
def _(ref: Body, scope: Scope) -> list[Entity]:
    return list(_of_known_body(ref)) if _is_known(ref, scope) else _of_body(ref, scope)


def _is_known(body: Body, scope: Scope) -> bool:
    """Whether a body is the same in all articles, so that what it comes to need not be made anew for each."""
    return scope.decided is NOTHING and body.area is not None and body.kind != "company"


@lru_cache(maxsize=REMEMBERED)
def _of_known_body(ref: Body) -> tuple[Entity, ...]:
    return tuple(_of_body(ref, Scope("")))


def _of_body(ref: Body, scope: Scope) -> list[Entity]:
    body = scope.body(ref)
    label, names = body_names(body)
    written = body_names(ref)[0]
    names = (*names, written) if written not in (label, *names) else names
    if body.kind == "company":
        return [_final(Entity(body_id(body, scope.article), "company", label, names), scope)]
    areas = _of(body.area, scope) if body.area is not None else []
    properties: tuple[tuple[str, Value | Link], ...] = (("kg:jurisdiction", Link(areas[0].id)),) if areas else ()
    return [_final(Entity(body_id(body, scope.article), "public_body", label, names, properties), scope), *areas]


@_of.register
def _(ref: PostRef, scope: Scope) -> list[Entity]:
    return list(_of_known_post(ref)) if _is_known(ref.body, scope) else _of_post(ref, scope)


@lru_cache(maxsize=REMEMBERED)
def _of_known_post(ref: PostRef) -> tuple[Entity, ...]:
    return tuple(_of_post(ref, Scope("")))


def _of_post(ref: PostRef, scope: Scope) -> list[Entity]:
    bodies = _of(ref.body, scope)
    held = one_form(ref.title)
    role = Entity(identifier("role", held), "role", ref.title)
    label = bodies[0].names[0] if bodies[0].names else bodies[0].label
    title = ref.title.removeprefix("团委") if label.endswith("委") else ref.title  # 共青团甲县委 + 团委书记
    for size in range(min(len(title), 6), 1, -1):  # 平原县委 + 县委书记 is 平原县委书记
        if label.endswith(title[:size]):
            title = title[size:]
            break
    post = Entity(
        identifier("post", bodies[0].id, held), "post", label + title, (),
        (("org:postIn", Link(bodies[0].id)), ("org:role", Link(role.id))),
    )  # fmt: skip
    return [post, role, *bodies]


@_of.register
def _(ref: Project, scope: Scope) -> list[Entity]:
    areas = _of(ref.area, scope) if ref.area is not None else []
    own, key = key_of_one(ref), scope.project(ref)
    properties: list[tuple[str, Value | Link]] = []
    alone = identifier("project", *own)
    if own != key and alone not in scope.decided.kept:
        properties.append(("dcterms:replaces", Link(alone)))
    whole = whole_of(key)
    if whole is not None and whole in scope.wholes:
        above = scope.decided.final(scope.article, identifier("project", *whole))
        properties.append(("schema:isPartOf", Link(above)))
    kind: Kind = "park" if ref.park else "project"
    entity = Entity(identifier("project", *key), kind, ref.name, _shorter(ref), tuple(properties))
    return [_final(entity, scope, alone), *areas]


def _shorter(ref: Project) -> tuple[str, ...]:
    """The name without the area that it begins with: 锂电产业园项目 beside 甲县锂电产业园项目."""
    if ref.area is None or not ref.name.startswith(ref.area.name):
        return ()
    rest = ref.name[len(ref.area.name) :]
    return (rest,) if len(rest) >= 6 else ()


def amount_entity(ref: Amount, owner: str) -> Entity:
    """The sum of one owner: two projects never share one."""
    properties: list[tuple[str, Value | Link]] = [("schema:value", ref.value), ("schema:currency", ref.currency)]
    if ref.highest != ref.value:
        properties += [("schema:minValue", ref.value), ("schema:maxValue", ref.highest)]
    properties.append(("kg:amountKind", Link(AMOUNT_KINDS[ref.kind])))
    if ref.approximation:
        properties.append(("kg:approximation", ref.approximation))
    name = identifier("amount", owner, *_amount_key(ref))
    return Entity(name, "amount", amount_label(ref), (), tuple(properties))


def _amount_key(ref: Amount | None) -> tuple[object, ...]:
    """What tells one sum of an owner from another."""
    return () if ref is None else (ref.kind, ref.currency, ref.value, ref.highest)


@_of.register
def _(ref: Meeting, scope: Scope) -> list[Entity]:
    areas = _of(ref.area, scope) if ref.area is not None else []
    properties: list[tuple[str, Value | Link]] = []
    if areas:
        properties.append(("schema:organizer", Link(areas[0].id)))
    gathering = scope.meeting(ref)
    if gathering.date:
        properties.append(("schema:startDate", gathering.date))
    entity = Entity(identifier("meeting", *gathering.key), "meeting", ref.name, (), tuple(properties))
    return [_final(entity, scope), *areas]


@_of.register
def _(ref: Policy, scope: Scope) -> list[Entity]:
    return [_final(Entity(identifier("policy", ref.name, scope.policy(ref.name)), "policy", ref.name), scope)]


@_of.register
def _(ref: Company, scope: Scope) -> list[Entity]:
    return _of(Body(ref.name, "company"), scope)


@_of.register
def _(ref: Batch, scope: Scope) -> list[Entity]:
    areas = _of(ref.area, scope)
    properties: list[tuple[str, Value | Link]] = []
    out: list[Entity] = []
    own = identifier("batch", areas[0].id, ref.count, *_amount_key(ref.total), ref.label)
    if ref.count is not None:
        properties.append(("kg:projectCount", ref.count))
    if ref.total is not None:
        total = amount_entity(ref.total, own)
        properties.append(("kg:batchInvestment", Link(total.id)))
        out.append(total)
    return [Entity(own, "batch", batch_label(ref), (), tuple(properties)), *out, *areas]


@_of.register
def _(ref: Target, scope: Scope) -> list[Entity]:
    holders = _of(ref.holder, scope)
    indicator = Entity(identifier("indicator", ref.indicator), "indicator", ref.indicator)
    properties: list[tuple[str, Value | Link]] = [("kg:indicator", Link(indicator.id))]
    properties.append(("schema:value", _number(ref.value)))
    if ref.unit:
        properties.append(("schema:unitText", ref.unit))
    if ref.year is not None:
        properties.append(("kg:byYear", f"{ref.year}"))
    own = identifier("target", holders[0].id, ref.indicator, ref.value, ref.unit, ref.year or "")
    label = f"{holders[0].label}{ref.indicator}{ref.value}{ref.unit}" + (f"（{ref.year}年）" if ref.year else "")
    return [Entity(own, "target", label, (), tuple(properties)), indicator, *holders]


def _number(words: str) -> Value:
    number = float(value(words))
    return int(number) if number == int(number) else number
