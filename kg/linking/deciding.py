"""From the lines of decisions to what they come to, with a problem for each line that cannot be followed.

Splits come first, then merges, then names, each in the order of the file. A line that cannot be followed changes
nothing, so the others hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.linking.decided import Decided
from kg.linking.decisions import Decision, Decisions
from kg.linking.handles import Handles
from kg.linking.identifiers import identifier, plain
from kg.sources.record import Problem, printable

ID = re.compile(r"(?:^|[/#:])((?:person|project|meeting|policy|org|area)/[\w.~%-]+)$")
PARTED_BY_OTHER = ("project",)
NEVER_JOINED = ("area",)  # the division table says which areas there are
LISTED = 3  # ids in a message
AREAS = "The division table says which areas there are; areas can be renamed"


class NotFollowedError(Exception):
    """Why a line is not followed: what is wrong, and how to mend it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def decided(decisions: Decisions, handles: Handles) -> Decided:
    """What the decisions come to for the things that the handles lead to."""
    return _Deciding(handles).follow(decisions)


class _Deciding:
    def __init__(self, handles: Handles) -> None:
        self.handles = handles
        self.things = dict(handles.things)
        self.told = {id_: set(articles) for id_, articles in handles.told.items()}
        self.parted: dict[tuple[str, str], str] = {}
        self.kept: set[str] = set()
        self.part_of: dict[str, str] = {}  # the id of a part → what linking calls its mentions
        self.splits: list[tuple[str, str, str]] = []  # (part, rest, where that was decided)
        self.above: dict[str, str] = {}  # id → the id that it was joined to
        self.labels: dict[str, str] = {}

    def follow(self, decisions: Decisions) -> Decided:
        problems = list(decisions.problems)
        heeded = 0
        for action, step in (("split", self._split), ("merge", self._merge), ("rename", self._rename)):
            for line in decisions.lines:
                if line.action != action:
                    continue
                try:
                    problems += step(line)
                    heeded += 1
                except NotFollowedError as error:
                    problems.append(Problem(line.origin, error.what, error.remedy))
        joined = {id_: self._top(id_) for id_ in sorted(self.above)}
        return Decided(self.parted, frozenset(self.kept), joined, self.labels, heeded, tuple(problems))

    def _split(self, line: Decision) -> Iterable[Problem]:
        whole = self._thing(line.one)
        family = self.things[whole]
        if family in NEVER_JOINED:
            raise NotFollowedError(f"{whole} is an area", AREAS)
        if line.other:
            self._keep(line, whole)
            return ()
        leaving = [article for article in line.articles if article in self.told[whole]]
        if not leaving:
            raise NotFollowedError(
                f"none of the articles names {whole}", "Take the ids of articles from facts.csv or report.md"
            )
        if len(leaving) == len(self.told[whole]):
            return ()  # the other mentions are gone since: what is left is apart
        made = self.part_of.get(whole, whole)
        part = identifier(whole.split("/")[0], min(self.handles.alone[leaving[0], made] or {made}), leaving[0])
        self.things[part], self.told[part], self.part_of[part] = family, set(leaving), made
        self.told[whole] -= set(leaving)
        self.parted.update({(article, made): part for article in leaving})
        self.splits.append((part, whole, line.origin))
        return [
            Problem(line.origin, f"no mention of {whole} in {printable(article)}", "The other articles were parted")
            for article in line.articles
            if article not in leaving
        ]

    def _keep(self, line: Decision, whole: str) -> None:
        other = self._id_in(line.other)
        if self.things[whole] not in PARTED_BY_OTHER or not other:
            raise NotFollowedError(
                "only a project is split by the id that it replaces",
                "List the articles that leave in articles",
            )
        if other == whole or whole not in self.handles.known.get(other, ()):
            raise NotFollowedError(
                f"{other} is not joined to {whole}", "Take an id of its dcterms:replaces in graph.ttl"
            )
        self.kept.add(other)
        self.things[other] = self.things[whole]
        self.told[other] = {
            article for article, made in self.handles.alone if other in self.handles.alone[article, made]
        }
        self.splits.append((other, whole, line.origin))

    def _merge(self, line: Decision) -> Iterable[Problem]:
        one, other = self._thing(line.one), self._thing(line.other)
        families = self.things[one], self.things[other]
        if families[0] != families[1]:
            raise NotFollowedError(f"{one} is a {families[0]}, {other} a {families[1]}", "Merge things of one kind")
        if families[0] in NEVER_JOINED:
            raise NotFollowedError(f"{one} is an area", AREAS)
        if line.one == line.other:
            raise NotFollowedError(f"{one} is to be merged with itself", "Put another thing into other")
        first, second = self._top(one), self._top(other)
        if first == second and one != other:
            raise NotFollowedError(f"{one} and {other} are one already, by an earlier line", "Take the line out")
        for part, rest, origin in self.splits:
            if {self._top(part), self._top(rest)} == {first, second} and first != second:
                raise NotFollowedError(f"{origin} splits what this line merges", "Take one of the two lines out")
        if first != second:
            self.above[second] = first
        if line.label:
            self._name(first, line.label)
        return ()

    def _rename(self, line: Decision) -> Iterable[Problem]:
        self._name(self._top(self._thing(line.one)), line.label)
        return ()

    def _name(self, id_: str, label: str) -> None:
        if self.labels.get(id_, label) != label:
            raise NotFollowedError(f"{id_} has another new name by an earlier line", "Keep one of the two lines")
        self.labels[id_] = label

    def _top(self, id_: str) -> str:
        while id_ in self.above:
            id_ = self.above[id_]
        return id_

    def _thing(self, cell: str) -> str:
        """The thing that a cell names, before it is joined to others. Raises NotFollowedError if none, or several."""
        id_ = self._id_in(cell)
        if id_:
            found = {id_} if id_ in self.things else set(self.handles.known.get(id_, ()))
            unknown = "There is nothing of this id now", "Take the id from review.csv or facts.csv of the last build"
        else:
            name, at, article = cell.partition("@")
            made = self.handles.named.get((article, plain(name)), set()) if at else set()
            found = {self.parted.get((article, each), each) for each in made}
            unknown = (
                "No article says this",
                "Write an id (person/1a2b…), or name and article (张明远@a.txt)",
            )
        if not found:
            raise NotFollowedError(f"{unknown[0]}: {printable(cell)}", unknown[1])
        if len(found) > 1:
            listed = ", ".join(sorted(found)[:LISTED])
            raise NotFollowedError(f"{printable(cell)} may be {listed}", "Write one of these ids")
        return found.pop()

    def _id_in(self, cell: str) -> str:
        match = ID.search(cell)
        return match[1] if match and "@" not in cell else ""
