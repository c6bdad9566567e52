"""Which reports are of one meeting: its name without the organiser's, the organiser, and a date that fits.

A meeting that is held again and again (常务会议) is one only on one date, or with the ordinal of its term; one with a
name of its own may be reported over three days. Without organiser or date a meeting stays that of its article, unless
a sentence of it stands word for word in another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.linking.clusters import components, sharing
from kg.linking.identifiers import plain
from kg.linking.zones import area_id, names_of, without
from kg.relations.claim import Meeting

Report = tuple[str, Meeting]  # (article, meeting)
DAYS, DAYS_OF_RECURRENT, DAYS_OF_ORDINAL, DAYS_OF_ONCE = 3, 0, 20, 60
LEAST_OF_ONCE = 10  # characters of a name that is given once only
ORDINAL = re.compile(r"第?[一二三四五六七八九十百\d]+次")
TERM = re.compile(r"[一二三四五六七八九十百\d]+届")
LEVEL = re.compile(r"^全?[省市县区州旗](?=.{3})")
OF_TERM = re.compile(r"第(?=[一二三四五六七八九十百\d]+届)")
BARE = re.compile(r"第?[一二三四五六七八九十百\d]+次(?:全体|扩大)*(?:会议|全会)")
LEAST_LEFT = 4


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting across articles: what keys it, and the earliest date that any report gives."""

    key: tuple[str, ...]
    date: str | None


def form_of(meeting: Meeting) -> str:
    """The name without its organiser: 德州市委经济工作会议 and 市委经济工作会议 of 德州市 are 委经济工作会议.

    >>> from kg.mentions.mention import Area
    >>> dezhou = Area("德州市", "prefecture", "371400", "370000")
    >>> [form_of(Meeting(name, dezhou, None)) for name in ("德州市委经济工作会议", "全市经济工作会议")]
    ['委经济工作会议', '经济工作会议']
    """
    name = OF_TERM.sub("", plain(re.sub(r"[（(][^（）()]*[）)]", "", meeting.name)))
    words: dict[str, str] = load("linking")["meeting_words"]  # type: ignore[assignment]
    name = re.sub(alternation(words), lambda match: words[match[0]], name)
    if meeting.area is None:
        return name
    bare = name
    if meeting.area.code is not None:
        division = load_gazetteer().by_code(meeting.area.code)
        bare = without(bare, tuple(n[:-1] if n == division.name else n for n in names_of(division)), LEAST_LEFT)
    else:
        bare = without(bare, (meeting.area.name,), LEAST_LEFT)
    return LEVEL.sub("", bare)


def group(reports: Mapping[Report, frozenset[str]]) -> dict[Report, Gathering]:
    """Each report of a meeting (with the digests of the sentences that tell of it) → the meeting across articles."""
    alike: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for article, meeting in sorted(reports, key=repr):
        alike[form_of(meeting), area_id(meeting.area) if meeting.area else ""].append((article, meeting))
    out: dict[Report, Gathering] = {}
    for (form, organiser), own in alike.items():
        numbers = range(len(own))
        same = sharing({number: reports[own[number]] for number in numbers})
        pairs = [*chain.from_iterable(map(pairwise, same)), *_one_after_another(form, organiser, own)]
        for members in components(numbers, pairs):
            dates = sorted(own[n][1].date or "" for n in members if own[n][1].date)
            first = dates[0] if dates else None
            article = min(own[n][0] for n in members)
            unique = _is_of_a_term(form) or _is_once(form)
            told = bool(organiser) and not is_bare(form) and (first is not None or unique)
            key = (form, organiser, first or "", *(() if told else (article,)))
            out.update({own[n]: Gathering(key, first) for n in members})
    return out


def _one_after_another(form: str, organiser: str, own: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """The pairs that are one meeting: each with the next by date, which is enough, and those without a date."""
    ordered = sorted(range(len(own)), key=lambda number: (own[number][1].date or "", number))
    undated = [number for number in ordered if not own[number][1].date]
    pairs = [*pairwise(ordered), *((undated[0], number) for number in ordered if undated)]
    yield from ((one, other) for one, other in pairs if is_one(form, organiser, own[one][1], own[other][1]))


def is_one(form: str, organiser: str, one: Meeting, other: Meeting) -> bool:
    """Whether two reports with the same form and organiser are of one meeting."""
    if not organiser or is_bare(form):
        return False
    if _is_of_a_term(form):
        return True
    days = _days_apart(one.date, other.date)
    if days is None:
        return _is_once(form)
    if ORDINAL.search(form):
        return days <= DAYS_OF_ORDINAL
    if _is_once(form):
        return days <= DAYS_OF_ONCE
    return days <= (DAYS_OF_RECURRENT if form.endswith(load("linking")["recurrent"]) else DAYS)


def _is_of_a_term(form: str) -> bool:
    """Whether the name says of which term the meeting is, and the how manieth: 十六届人大常委会第四次会议."""
    return bool(TERM.search(form) and ORDINAL.search(form))


def is_bare(form: str) -> bool:
    """Whether the name says no more than that there was a meeting: a city holds several 座谈会 on one day."""
    return form in load("linking")["recurrent"] or BARE.fullmatch(form) is not None


def _is_once(form: str) -> bool:
    return form.endswith(load("linking")["held_once"]) and len(form) >= LEAST_OF_ONCE


def _days_apart(one: str | None, other: str | None) -> int | None:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else None
