"""What is counted by place and by meeting: projects and their stated investment by county and prefecture, policies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rdflib import Graph

from kg.analysis.entities import Entity, by_label, first_of, read_entities, values_of
from kg.analysis.namespaces import DCTERMS, KG, PROJECT_KINDS, SCHEMA, SKOS

HUNDRED_MILLION = 100_000_000
"""亿: sums of projects are told in hundreds of millions of yuan."""

Level = Literal["county", "prefecture"]


@dataclass(frozen=True, slots=True)
class AreaTally:
    """The projects that an area, or an area within it, hosts. `invests_cny` sums what is stated of `stated` of them."""

    area: Entity
    code: str
    projects: int
    stated: int
    invests_cny: int


@dataclass(frozen=True, slots=True)
class MeetingTally:
    """A meeting, its date ("" if not stated) and the policies it set going."""

    meeting: Entity
    date: str
    policies: tuple[Entity, ...]


def projects_by_area(graph: Graph, level: Level, entities: Mapping[str, Entity] | None = None) -> tuple[AreaTally, ...]:
    """Projects and stated investment of every county, or prefecture, that hosts some; the largest sum first.

    A project counts where a published `kg:hosts` edge says so, once for each area of the level, from whatever depth
    (a township's project is its county's). At the prefecture level a province stands for itself where no prefecture
    lies between (municipalities, counties that a province governs directly). Batches are never counted. The sum is
    over `kg:investsCNY`, and over the largest where articles differ; a phase is not added where the whole it is part
    of has a stated sum in the same area. `entities` are those of the graph, where the caller has read them.
    """
    entities = read_entities(graph) if entities is None else entities
    parents = values_of(graph, SCHEMA.containedInPlace)
    wholes = values_of(graph, SCHEMA.isPartOf)
    stated = _stated_sums(graph)
    codes = values_of(graph, SKOS.notation)
    hosted: defaultdict[str, set[str]] = defaultdict(set)
    for area, project in graph.subject_objects(KG.hosts):
        target = entities.get(str(project))
        if target is None or target.kind not in PROJECT_KINDS:
            continue
        for place in _areas_of_level(str(area), level, parents, entities):
            hosted[place].add(target.iri)
    tallies = []
    for place, projects in hosted.items():
        sums = [
            stated[project]
            for project in projects
            if project in stated and not any(w in projects and w in stated for w in upward(project, wholes))
        ]
        tallies.append(AreaTally(entities[place], first_of(codes, place), len(projects), len(sums), sum(sums)))
    return tuple(sorted(tallies, key=lambda tally: (-tally.invests_cny, -tally.projects, by_label(tally.area))))


def meetings_by_policies(graph: Graph, entities: Mapping[str, Entity] | None = None) -> tuple[MeetingTally, ...]:
    """Every meeting that directs some policy, the one with the most policies first."""
    entities = read_entities(graph) if entities is None else entities
    dates = {**values_of(graph, DCTERMS.date), **values_of(graph, SCHEMA.startDate)}
    directed: defaultdict[str, set[str]] = defaultdict(set)
    for meeting, policy in graph.subject_objects(KG.directs):
        if str(meeting) in entities and str(policy) in entities:
            directed[str(meeting)].add(str(policy))
    tallies = (
        MeetingTally(entities[iri], first_of(dates, iri), tuple(sorted((entities[p] for p in found), key=by_label)))
        for iri, found in directed.items()
    )
    return tuple(sorted(tallies, key=lambda tally: (-len(tally.policies), by_label(tally.meeting))))


def upward(iri: str, parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What lies above `iri`, the nearest first, each once; a circle in the graph ends the walk.

    >>> list(upward("镇", {"镇": ("县",), "县": ("市",), "市": ("县",)}))
    ['县', '市']
    """
    seen, waiting = {iri}, list(parents.get(iri, ()))
    while waiting:
        above = waiting.pop(0)
        if above not in seen:
            seen.add(above)
            yield above
            waiting.extend(parents.get(above, ()))


def _areas_of_level(
    area: str, level: Level, parents: Mapping[str, tuple[str, ...]], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    line = [iri for iri in (area, *upward(area, parents)) if iri in entities]
    found = tuple(iri for iri in line if entities[iri].kind == level)
    if found or level == "county":
        return found
    return tuple(iri for iri in line if entities[iri].kind == "province")


def _stated_sums(graph: Graph) -> dict[str, int]:
    """Project → the largest total in yuan that is stated of it."""
    found: dict[str, int] = {}
    for project, value in graph.subject_objects(KG.investsCNY):
        yuan = int(str(value))
        found[str(project)] = max(found.get(str(project), yuan), yuan)
    return found
