"""Projects, companies and meetings that linking kept apart and that might be one, each pair with its reason.

Only what stands near in a bucket is compared (names of one place, places of one name, meetings of one organiser), so
the work grows with the number of things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from itertools import combinations, pairwise
from typing import Literal

from kg.lexicons import load
from kg.linking import companies, meetings, projects
from kg.linking.bodies import body_id
from kg.linking.identifiers import identifier
from kg.linking.world import Apart, Kind
from kg.mentions.mention import Body

Reason = Literal["longer", "places", "several", "days", "undated"]
LEAST_SHARED = 6  # characters of a name that stands in a longer one
MOST_OF_ONE = 8  # things of one bucket: a name that more have tells nothing
DAYS_APART = 10  # of two meetings of one name and organiser


def of_projects(keys: Iterable[projects.Key]) -> Iterator[Apart]:
    """Names that begin or end with another name of the same place, and proper names in two places of one prefecture."""
    known = sorted(set(keys))
    at: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[str]] = defaultdict(list)
    for form, place in known:
        at[place].add(form)
        places[form].append(place)
    for form, place in known:
        if not place or projects.whole_of((form, place)) is not None:
            continue
        shorter = {form[:end] for end in range(LEAST_SHARED, len(form))}
        shorter |= {form[start:] for start in range(1, len(form) - LEAST_SHARED + 1)}
        for other in sorted(shorter & at[place]):
            yield _apart("project", other, (other, place), (form, place), "longer")
    for form, own in places.items():
        if 1 < len(own) <= MOST_OF_ONE and projects.is_proper(form):
            for one, other in combinations(own, 2):
                if one[:4] == other[:4]:
                    yield _apart("project", form, (form, one), (form, other), "places")


def of_meetings(found: Mapping[meetings.Report, meetings.Gathering]) -> Iterator[Apart]:
    """Meetings of one name and organiser within days of each other, and those without a date beside a single dated."""
    alike: dict[tuple[str, str], set[meetings.Gathering]] = defaultdict(set)
    for gathering in found.values():
        form, organiser = gathering.key[:2]
        if organiser and not meetings.is_bare(form):
            alike[form, organiser].add(gathering)
    for (form, _), own in sorted(alike.items()):
        dated = sorted((each for each in own if each.date), key=lambda each: (each.date, each.key))
        for one, other in pairwise(dated):
            recurrent = form.endswith(load("linking")["recurrent"])  # held every week: other days are other meetings
            if not recurrent and _days(one, other) <= DAYS_APART and one.key != other.key:
                yield _apart("meeting", form, one.key, other.key, "days")
        undated = sorted((each for each in own if not each.date), key=lambda each: each.key)
        if len(dated) == 1 and len(undated) <= MOST_OF_ONE:
            for each in undated:
                yield _apart("meeting", form, each.key, dated[0].key, "undated")


def of_companies(names: Mapping[str, Set[str]], counties: Mapping[str, Set[str]]) -> Iterator[Apart]:
    """Short names that fit several companies of the county."""
    for (article, short), fulls in companies.fitting_across(names, counties).items():
        if 1 < len(fulls) <= MOST_OF_ONE:
            for full in sorted(fulls):
                ids = (body_id(Body(name, "company"), article) for name in (short, full))
                yield Apart("company", short, *ids, "several")


def _apart(kind: Kind, name: str, one: Iterable[str], other: Iterable[str], reason: Reason) -> Apart:
    return Apart(kind, name, *(identifier(kind, *key) for key in (one, other)), reason)


def _days(one: meetings.Gathering, other: meetings.Gathering) -> int:
    return abs((date.fromisoformat(one.date or "") - date.fromisoformat(other.date or "")).days)
