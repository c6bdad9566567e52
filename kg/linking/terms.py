"""Terms of office: when somebody was seen in a post, and, where news says so, when the term began and ended.

One person in one post has one term, unless it ended and the person is seen there again, or takes the post again: then
another begins. Start and end are only what words state (see `mentions/turns.py`, decision 0031). An end without a date
(日前，免去…) is known by the day of the first article that tells of it. Nothing follows from silence: who is not seen
any more has no end, and a successor ends nobody's term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.linking.acting import full_title
from kg.linking.identifiers import identifier
from kg.linking.world import Entity, Link, Value
from kg.relations.claim import Claim

# Days after an end in which an article still gives the post: articles are printed late and copied later. Who is seen
# after that, or is said to take the post again, has begun another term.
LATE = 30


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """What one claim tells of a person in a post: the article's day ("" where it has none), whether it sees the person
    in office, whether it says that the term begins or ends, and the times that it states for that."""

    day: str
    seen: bool
    turn: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term: first and last day seen, stated start and end, and the day of the first report that it is over. "" for
    what is not known. `after` is when the term before it ended, "" for the first."""

    first: str = ""
    last: str = ""
    start: str = ""
    end: str = ""
    over: str = ""
    after: str = ""


def told_by(claim: Claim, day: str | None) -> Told:
    """What a claim of an article of this day tells of the holder of its post."""
    turn = claim.turn if claim.modality in ("asserted", "past") else ""
    return Told(day or "", claim.modality == "asserted", turn, *((claim.since, claim.until) if turn else ("", "")))


def terms_of(told: Iterable[Told]) -> tuple[Term, ...]:
    """The terms of one person in one post, in order of time; always at least one.

    >>> seen, ended = Told("2019-07-01", True, "", "", ""), Told("2021-09-02", False, "ends", "", "2021-09-01")
    >>> terms_of([seen, ended])
    (Term(first='2019-07-01', last='2019-07-01', start='', end='2021-09-01', over='2021-09-02', after=''),)
    >>> [term.first for term in terms_of([seen, ended, Told("2023-01-05", True, "", "", "")])]
    ['2019-07-01', '2023-01-05']
    """
    left = sorted(set(told))
    ends = sorted((_latest(each), each) for each in left if each.turn == "ends" and _latest(each))
    terms: list[Term] = []
    after = ""
    for known, end in ends:
        own, later = _cut(left, known) if end in left else (left, [])
        if not later:
            continue  # nothing since: the last term takes this end as well
        terms.append(_term(own, after))
        after = known
        left = later
    return (*terms, _term(left, after))


def _cut(told: Sequence[Told], end: str) -> tuple[list[Told], list[Told]]:
    """What tells of the term that ended on that day, and what tells of a later one; the latter empty where nobody is
    seen in office later, or takes it again."""
    late = (date.fromisoformat(_day(end)) + timedelta(days=LATE)).isoformat()
    own, later = [], []
    for each in told:
        begins = each.turn == "begins" and (_earliest(each.since) if each.since else each.day) > end
        if each.turn == "ends":
            (later if _latest(each) > late else own).append(each)
        elif begins or (not each.since and each.seen and each.day > late):
            later.append(each)
        else:
            own.append(each)
    return (own, later) if any(each.turn != "ends" for each in later) else ([*own, *later], [])


def _term(told: Sequence[Told], after: str) -> Term:
    over = max((_latest(each) for each in told if each.turn == "ends"), default="")
    # 今年1月当选, told after the end, sees nobody in office on the day of the article.
    days = [t.day for t in told if t.seen and t.day and not (t.since and over and t.day > over)]
    starts = sorted({each.since for each in told if each.since})
    ends = sorted({each.until for each in told if each.turn == "ends" and each.until})
    reports = [each.day for each in told if each.turn == "ends" and each.day]
    # Who was seen in office before has been appointed again, or two sources differ: that is no start.
    starts = [start for start in starts if not days or _earliest(start)[: len(start)] <= min(days)[: len(start)]]
    start = _most_precise(starts)
    end = _most_precise([end for end in ends if not start or end[: len(start)] >= start[: len(end)]])
    return Term(min(days, default=""), max(days, default=""), start, end, min(reports, default=""), after)


def _most_precise(times: Sequence[str]) -> str:
    """The earliest of the times, as precisely as another of them tells it: 2021-06-12 of 2021, 2021-06-12, 2022-01."""
    if not times:
        return ""
    chosen = times[0]
    for each in times[1:]:
        if each.startswith(chosen):
            chosen = each
    return chosen


def _earliest(time: str) -> str:
    return time + "-01-01"[len(time) - 4 :] if time else ""


def _latest(told: Told) -> str:
    """The last day on which the term can have ended, by what is stated, else by the day of the article."""
    if not told.until:
        return told.day
    return told.until + "-12-31"[len(told.until) - 4 :]


def _day(words: str) -> str:
    """The day, or the month's 28th for a 31st that the month does not have."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return words[:8] + "28"


def entities(known: Mapping[str, Entity], person: str, post: str, told: Iterable[Told]) -> list[Entity]:
    """The terms of a person in a post as entities. The first has the key of person and post, a later one that and when
    the one before it ended: the same in every order of articles."""
    properties = dict(known[post].properties)
    held: tuple[tuple[str, Value | Link], ...] = (
        ("org:member", Link(person)), ("org:organization", properties["org:postIn"]),
        ("org:role", properties["org:role"]), ("kg:post", Link(post)),
    )  # fmt: skip
    label = f"{known[person].label}：{known[post].label}"
    made = []
    for number, term in enumerate(terms_of(told), 1):
        key = (person, post, term.after) if term.after else (person, post)
        dates: list[tuple[str, Value | Link]] = [
            (name, date.fromisoformat(day))
            for name, day in (("kg:firstSeen", term.first), ("kg:lastSeen", term.last)) if day
        ]  # fmt: skip
        dates += [(name, day) for name, day in (("kg:startDate", term.start), ("kg:endDate", term.end)) if day]
        if term.over and not term.end:
            dates.append(("kg:overBy", date.fromisoformat(term.over)))
        words = label if number == 1 else f"{label}（第{number}任）"
        made.append(Entity(identifier("term", *key), "term", words, (), (*held, *dates)))
    return made


def with_full_posts(known: Mapping[str, Entity]) -> dict[str, Entity]:
    """The acting posts among the entities, each with a link to the full post where that is among them too: 代县长 acts
    for 县长."""
    found = {}
    for entity in known.values():
        if entity.kind != "post":
            continue
        properties = dict(entity.properties)
        body, role = properties["org:postIn"], properties["org:role"]
        assert isinstance(body, Link) and isinstance(role, Link)
        title = full_title(known[role.id].label)
        full = None if title is None else identifier("post", body.id, title)
        if full is not None and full in known:
            found[entity.id] = replace(entity, properties=(*entity.properties, ("kg:actingFor", Link(full))))
    return found
