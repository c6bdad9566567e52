"""The projects of an article: what hosts, invests and builds share.

A project has one reference in an article however often it is named: the fullest of its names, and the most specific
area that any of its sentences gives it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from kg.mentions.mention import Area, ProjectMention
from kg.mentions.reading import Reading
from kg.relations.claim import Project
from kg.relations.lines import areas_in_row, ends_by_short_name, ends_said
from kg.relations.places import RANK, place_of, place_of_that
from kg.relations.same_project import abbreviated, fuller_names, is_fuller, key_of, nearly_same
from kg.relations.work_told import said_of, tells_work

PARK = re.compile(r"(?:产业园区|产业园|工业园区?|科技园区?|物流园区?|产业城|示范园区?|创业园)$")
PLAINLY = 0.95  # how sure a place is that is said with a verb: 位于某县
PIECE = re.compile(r"(?:隧道|大桥|标段)$")
BY_HOME = 0.82  # how sure a place is that is only what the article is about
LINE_END = 0.85  # how sure the end of a line is where no other place is said


@dataclass
class _Known:
    """What an article says of one project while it is read."""

    names: list[str] = field(default_factory=list)
    areas: list[tuple[float, int, Area]] = field(default_factory=list)
    work: bool = False  # whether a name or a sentence of it tells that something is built or made


class ProjectIndex:
    """The projects of one article, and which one each mention means."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[str, _Known] = defaultdict(_Known)
        self._key: dict[str, str] = {}
        self._refs: dict[str, Project] = {}
        self._sure: dict[str, float] = {}
        self.ends: dict[str, tuple[Area, ...]] = {}
        keys = {key_of(p.name) for s in reading.having["projects"] for p in s.projects}
        fuller = fuller_names(keys)
        for short in sorted(keys, key=len):
            longer = fuller.get(short, ())
            longest = max(longer, key=lambda k: (len(k), k), default=short)
            one = all(k == longest or is_fuller(longest, k) or nearly_same(longest, k) for k in longer)
            self._key[short] = longest if one else short
        self._key |= abbreviated(reading, keys)
        last: ProjectMention | None = None
        for sentence in reading.sentences if keys else ():
            for mention in sentence.projects or ((last,) if last is not None else ()):
                if ends := ends_said(sentence, mention) or areas_in_row(sentence, mention):
                    self.ends.setdefault(self._canonical(mention.name), ends)
            if last is not None and not sentence.projects and (area := place_of_that(sentence)) is not None:
                self._known[self._canonical(last.name)].areas.append((0.96, RANK[area.level], area))
            for mention in sentence.projects:
                known = self._known[self._canonical(mention.name)]
                known.names.append(mention.name)
                known.work = known.work or tells_work(mention.name) or said_of(sentence, mention)
                if (place := place_of(reading, sentence, mention)) is not None:
                    known.areas.append(place)
                last = mention

        for canonical, known in self._known.items():
            if canonical not in self.ends:
                short = (ends for name in dict.fromkeys(known.names) if (ends := ends_by_short_name(reading, name)))
                if (ends := next(short, ())) and not self._lies_in_one(known, ends):
                    self.ends[canonical] = ends

        self._forget_ends_of_lines()

    def _forget_ends_of_lines(self) -> None:
        """A tunnel or bridge of a line does not lie in a county that the article names only as an end of it."""
        ends = {area for pair in self.ends.values() for area in pair if area.level == "county"}
        for canonical, known in self._known.items() if ends else ():
            if canonical not in self.ends and PIECE.search(canonical):
                known.areas = [each for each in known.areas if each[0] > BY_HOME or each[2] not in ends]

    def _lies_in_one(self, known: _Known, ends: tuple[Area, ...]) -> bool:
        """Whether the article gives a line one place beside the areas of its ends: it speaks of the stretch there."""
        return any(sure >= PLAINLY and area not in ends for sure, _, area in known.areas)

    def _canonical(self, name: str) -> str:
        key = key_of(name)
        for _ in range(4):
            longer = self._key.get(key, key)
            if longer == key:
                break
            key = longer
        return key

    def ref(self, name: str) -> Project:
        """The reference of the project that `name` means in this article."""
        canonical = self._canonical(name)
        if canonical not in self._refs:
            known = self._known[canonical]
            counts = Counter(known.names or [name])
            label = max(counts, key=lambda n: (counts[n] if n.endswith(("项目", "工程")) else 0, len(n), n))
            area = max(known.areas, key=lambda a: (a[0], a[1], a[2].name))[2] if known.areas else None
            area = area or next(iter(self.ends.get(canonical, ())), None)
            self._refs[canonical] = Project(label, area, bool(PARK.search(label)))
        return self._refs[canonical]

    def is_work(self, name: str) -> bool:
        """Whether the project of this name is built, made or invested in: its name or a sentence says so."""
        return self._known[self._canonical(name)].work

    def ends_of(self, name: str) -> tuple[Area, ...]:
        """The two areas that the article says a line of this name begins and ends in; () where it does not."""
        return self.ends.get(self._canonical(name), ())

    def confidence(self, name: str) -> float:
        """How sure the place of the project is."""
        canonical = self._canonical(name)
        if canonical not in self._sure:  # kept: a project that is named a thousand times is asked a thousand times
            self._sure[canonical] = max(
                (place[0] for place in self._known[canonical].areas),
                default=LINE_END if canonical in self.ends else 0.0,
            )
        return self._sure[canonical]


@lru_cache(maxsize=1)
def index_of(reading: Reading) -> ProjectIndex:
    """The projects of an article, made once for all extractors that ask."""
    return ProjectIndex(reading)
