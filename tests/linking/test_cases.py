"""Linking, case by case: what invented articles name is one thing or two, each with its reason (`cases*.toml`).

A case holds its articles under one letter each, as [date, text]; `one` and `apart` hold pairs of mentions, a letter
and the words; `part` says which is a part of which, `has` what properties an entity has and `lacks` which it has not,
`label` what it is called. `decisions` are lines of a decisions.csv, `problems` what is said of those not followed.
`follows`, `vacant` and `disagree` are what the graph answers of offices (`offices.py`), all of it.
`fails` names the cause of a case that is not mended yet: it must fail, and no longer be marked so once it does not.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from kg.linking.decisions import COLUMNS, read_decisions
from kg.linking.identifiers import plain
from kg.linking.linker import Linker
from kg.linking.world import Link, World
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord
from kg.table.reading import claims_of
from linking.offices import ANSWERS, store_of

KINDS = {
    "person": ("official", "person"), "project": ("project", "park"), "body": ("public_body", "company"),
    "area": ("area",), "meeting": ("meeting",), "post": ("post",), "term": ("term",), "amount": ("amount",),
    "policy": ("policy",), "batch": ("batch",),
}  # fmt: skip
LEAST = 150  # cases: a file that is no longer read would pass otherwise
FILES = sorted(Path(__file__).parent.glob("cases*.toml"))
SAYS = ("one", "apart", "part", "has", "label", "lacks", "problems", *ANSWERS)
Case = dict[str, object]


def cases() -> list[Case]:
    return list(chain.from_iterable(tomllib.loads(file.read_text("utf-8"))["case"] for file in FILES))


def articles_of(case: Case) -> dict[str, tuple[str, str]]:
    return {key: tuple(value) for key, value in case.items() if len(key) == 1}  # type: ignore[arg-type, misc]


@cache
def read(letter: str, date: str, text: str):  # type: ignore[no-untyped-def]
    return claims_of(repair(RawRecord(letter, text.encode(), date=date or None)))


def link(case: Case, backwards: bool = False) -> World:
    linker = Linker()
    lines = "\n".join((",".join(COLUMNS), *case.get("decisions", ())))  # type: ignore[misc]
    for letter, (date, text) in sorted(articles_of(case).items(), reverse=backwards):
        found = read(letter, date, text)
        linker.add(found.info, found.claims)
    return linker.world(read_decisions(lines.encode()))


def meant(world: World, kind: str, mention: str) -> str:
    """The id of the one entity that the words of a mention (`a 张明远`) name in its article; an assertion if none or
    several."""
    letter, words = mention.split(" ", 1)
    if kind == "term":
        (own,) = [e.id for e in world.entities.values() if e.kind == "term" and e.label == words]
        return own
    wanted = plain(words)
    found: dict[str, set[str]] = {}
    for statement in world.statements.values():
        for segment in statement.segments:
            if segment.article != letter:
                continue
            for id_, said in ((statement.subject, segment.subject_words), (statement.object, segment.object_words)):
                entity = world.entities[id_]
                if entity.kind in KINDS[kind]:
                    found.setdefault(id_, set()).update(map(plain, (said, entity.label, *entity.names)))
                for prop, value in entity.properties:
                    if prop == "dcterms:isReplacedBy":
                        continue  # the division of today may have the same name
                    near = world.entities.get(getattr(value, "id", ""))
                    if near is not None and near.kind in KINDS[kind]:
                        found.setdefault(near.id, set()).update(map(plain, (near.label, *near.names)))
    ids = sorted(id_ for id_, names in found.items() if wanted in names)
    assert len(ids) == 1, f"{mention}: {len(ids)} of {sorted(set().union(*found.values()))}"
    return ids[0]


@pytest.mark.parametrize("case", [
    pytest.param(case, id=str(case["name"]), marks=[pytest.mark.xfail(strict=True, reason=str(case["fails"]))]
                 if "fails" in case else [])
    for case in cases()
])  # fmt: skip
def test_case(case: Case) -> None:
    world, kind = link(case), str(case["kind"])
    for one, other in case.get("one", []):  # type: ignore[attr-defined]
        assert meant(world, kind, one) == meant(world, kind, other), (one, other, case["why"])
    for one, other in case.get("apart", []):  # type: ignore[attr-defined]
        assert meant(world, kind, one) != meant(world, kind, other), (one, other, case["why"])
    for one, other in case.get("part", []):  # type: ignore[attr-defined]
        wholes = [
            value for prop, value in world.entities[meant(world, kind, one)].properties if prop == "schema:isPartOf"
        ]
        assert wholes == [Link(meant(world, kind, other))], (one, other, case["why"])
    for one, properties in case.get("has", {}).items():  # type: ignore[attr-defined]
        held = world.entities[meant(world, kind, one)].properties
        for name, value in properties.items():
            assert value in [getattr(each, "id", str(each)) for prop, each in held if prop == name], (one, held)
    for one, label in case.get("label", {}).items():  # type: ignore[attr-defined]
        assert world.entities[meant(world, kind, one)].label == label, (one, case["why"])
    for one, lacking in case.get("lacks", {}).items():  # type: ignore[attr-defined]
        properties = world.entities[meant(world, kind, one)].properties
        assert not [prop for prop, _ in properties if prop in lacking], (one, case["why"])
    said = [problem.what for problem in world.problems]
    assert len(said) == len(case.get("problems", ())), said  # type: ignore[arg-type]
    assert all(any(words in each for each in said) for words in case.get("problems", ())), said  # type: ignore[attr-defined]
    for question in ANSWERS.keys() & case.keys():
        with store_of(world) as store:
            assert ANSWERS[question](store) == case[question], (question, case["why"])
    assert link(case, backwards=True).entities == world.entities


def test_cases_are_many_and_each_has_a_name_a_reason_and_something_to_say() -> None:
    known = cases()
    assert len(known) >= LEAST
    assert max(Counter(str(case["name"]) for case in known).values()) == 1
    for case in known:
        assert case["why"] and articles_of(case) and any(key in case for key in SAYS), case
        extra = {key for key in case if len(key) > 1} - {"name", "why", "kind", "fails", "decisions", *SAYS}
        assert not extra, (case["name"], extra)
