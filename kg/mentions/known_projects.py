"""Facilities that one sentence of an article says are built, where its other sentences only name them.

某机场首航 tells nothing of building; but where a headline opens the station, or a sentence goes on about the facility
alone (机场占地235公顷，总投资28亿元), every mention of it is the project's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.lexicons import alternation, load
from kg.mentions.area_names import named_runs
from kg.mentions.mention import ProjectMention, Span
from kg.mentions.project_names import clean_name, has_proper_name, with_one_area
from kg.mentions.rejection import Rejection

ONLY_NAMED = ("project.not-built", "project.place-of-event")
LEAST = 4  # characters of a name without its area
SUFFIX = re.compile(r"(?:建设|工程|项目)+$")
GOES_ON = re.compile(
    rf"(?:据悉|据了解|据介绍)?，?(?:该|此)?(?P<head>{alternation(load('projects')['stands_alone'])})"
    r"(?:项目)?(?:占地|全长|总投资|计划总投资|总建筑面积|建筑面积|总用地)"
)


class Looked(Protocol):
    """A sentence with its projects and what was turned down as one."""

    start: int
    end: int
    turned_down: list[Rejection]

    @property
    def projects(self) -> tuple[ProjectMention, ...]: ...


def recognise(text: str, sentences: Sequence[Looked]) -> None:
    """Adds to the projects of `sentences` the facilities that were turned down there and are projects elsewhere."""
    if not any(s.projects or GOES_ON.match(text, s.start, s.end) for s in sentences):
        return
    named = {
        (number, each.subject): with_one_area(clean_name(text[each.subject.start : each.subject.end]))
        for number, sentence in enumerate(sentences) if sentence.projects is not None
        for each in sentence.turned_down if each.why in ONLY_NAMED and each.subject is not None
    }  # fmt: skip
    if not named:
        return
    built = {bare(p.name) for sentence in sentences for p in sentence.projects}
    built |= _gone_on_about(text, sentences, named)
    plain = {without_area(name) for name in built}
    for number, sentence in enumerate(sentences):
        found = {
            span: name for (at, span), name in named.items() if at == number and _is_built(bare(name), built, plain)
        }
        more = tuple(
            ProjectMention(span.start, span.end, name, name) for span, name in found.items()
            if not any(p.start < span.end and span.start < p.end for p in sentence.projects)
        )  # fmt: skip
        if more:
            sentence.__dict__["projects"] = tuple(sorted((*sentence.projects, *more), key=lambda p: p.start))
            taken = {(p.start, p.end) for p in more}
            sentence.turned_down[:] = [each for each in sentence.turned_down if not _among(each, taken)]


def bare(name: str) -> str:
    """A name without 项目.

    >>> bare("鹤鸣大桥项目"), bare("鹤鸣大桥")
    ('鹤鸣大桥', '鹤鸣大桥')
    """
    return SUFFIX.sub("", name) or name


def without_area(name: str) -> str:
    """A name without the area that it begins with, where enough is left.

    >>> without_area("平原县鹤鸣大桥"), without_area("平原县桥")
    ('鹤鸣大桥', '平原县桥')
    """
    first = next(iter(named_runs(name, 0, len(name))), None)
    return name[first.end :] if first and first.start == 0 and len(name) - first.end >= LEAST else name


def _gone_on_about(text: str, sentences: Sequence[Looked], named: Mapping[tuple[int, Span], str]) -> set[str]:
    """The facility that a sentence without a name tells the size or the cost of: the one of its kind that the article
    names most."""
    found: set[str] = set()
    for sentence in sentences:
        match = GOES_ON.match(text, sentence.start, sentence.end)
        if match is None or sentence.projects:
            continue
        counts = Counter(
            bare(name) for (at, _), name in named.items()
            if name.endswith(match["head"]) and has_proper_name(name) and sentences[at].start < sentence.start
        )  # fmt: skip
        if counts:
            found.add(max(counts, key=lambda name: (counts[name], name)))
    return found


def _is_built(name: str, built: set[str], plain: set[str]) -> bool:
    """Whether a name is one of `built`, with or without an area before it; `plain` are those without theirs."""
    return name in built or without_area(name) in built or (name in plain and without_area(name) == name)


def _among(rejection: Rejection, taken: set[tuple[int, int]]) -> bool:
    return rejection.subject is not None and (rejection.subject.start, rejection.subject.end) in taken
