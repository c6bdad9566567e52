"""The mentions of one article, sentence by sentence: what the relation extractors read.

Only sentences that hold a trigger are looked at closely: titles, names of projects, sums, meetings, words of plans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from kg.mentions import triggers
from kg.mentions.amounts import amounts
from kg.mentions.areas import AreaFinder
from kg.mentions.companies import companies
from kg.mentions.home import Home, find_home
from kg.mentions.known_projects import recognise
from kg.mentions.meetings import meetings
from kg.mentions.mention import (
    AmountMention,
    Area,
    AreaMention,
    CompanyMention,
    Holding,
    MeetingMention,
    PolicyMention,
    Post,
    ProjectMention,
    Sentence,
    Span,
)
from kg.mentions.once import once
from kg.mentions.policies import policies
from kg.mentions.posts import holdings, nobody
from kg.mentions.projects import projects
from kg.mentions.rejection import Rejection, Why
from kg.mentions.removals import removals
from kg.mentions.sentences import sentences
from kg.mentions.stated_time import NOTHING, Calendar, Stated
from kg.repair.article import Article

# Kind of mention → the rules that one begins with, or whose words it holds.
BEGIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "areas": ("divisions", "zones", "relative", "townships"),
        "holdings": ("titles",),
        "amounts": ("sums",),
        "projects": ("projects", "lists", "works", "capacities"),
        "companies": ("companies",),
        "meetings": ("meetings",),
    }
)
PLAIN: dict[str, tuple[()]] = dict.fromkeys(BEGIN, ())
T = TypeVar("T")
DATE = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日")
SAME_MONTH_DAY = re.compile(r"(?<![\d月年])(?P<day>3[01]|[12]\d|[1-9])日(?!报|常|期|前|益|程|内|均)")


class Whereabouts:
    """The home area of an article, and what decides what the names of areas mean in it: each found when first asked
    for, since an article in which nobody is named and nothing built never asks."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self.article, self.sentences = article, sentences

    @once
    def home(self) -> Home:
        article = self.article
        tail = " ".join(article.text[z.start : z.end][:60] for z in article.zones if z.kind in ("dateline", "byline"))
        return find_home(article.text, self.sentences, article.publisher, tail)

    @once
    def finder(self) -> AreaFinder:
        home = self.home
        year = int(self.article.date[:4]) if self.article.date else None
        return AreaFinder(
            home.division, home.city, home.named, province=home.province, year=year, counties=home.counties
        )


class SentenceReading:
    """One sentence and its mentions, each kind found when first asked for. `turned_down` holds the people, posts and
    projects that it might have named, of the kinds that were asked for."""

    def __init__(self, text: str, sentence: Sentence, place: Whereabouts, year: int | None) -> None:
        self.text, self.sentence, self.place, self.year = text, sentence, place, year
        self.start, self.end = sentence.start, sentence.end
        self.turned_down: list[Rejection] = []

    @property
    def finder(self) -> AreaFinder:
        return self.place.finder

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @once
    def areas(self) -> tuple[AreaMention, ...]:
        return tuple(self.finder.mentions(self.text, self.sentence.start, self.sentence.end))

    @once
    def holdings(self) -> tuple[Holding, ...]:
        leaves = triggers.within("removals", self.text, self.start, self.end)
        if not leaves and nobody(self.text, self.sentence):
            return ()  # and where it is was never asked
        found = self._kept(holdings(self.text, self.sentence, self.areas, self.finder, self.year))
        if not leaves:
            return found
        left = tuple(removals(self.text, self.sentence, self.areas, self.finder, self.year, found))
        again = {(holding.name, post.start) for holding in left for post in holding.posts}
        return (*(h for h in found if (h.name, h.posts[0].start) not in again), *left)

    @once
    def amounts(self) -> tuple[AmountMention, ...]:
        return tuple(amounts(self.text, self.sentence.start, self.sentence.end))

    @once
    def projects(self) -> tuple[ProjectMention, ...]:
        found = self._kept(projects(self.text, self.sentence.start, self.sentence.end))
        zones = [(m.start, m.end) for m in self.areas if m.area.level == "zone"] if found else ()
        if not zones:
            return found
        inside = [p for p in found if any(a <= p.start and p.end <= b for a, b in zones)]
        quote = Span(self.sentence.start, self.sentence.end)
        self.turned_down += (Rejection(Why("project.zone"), quote, Span(p.start, p.end)) for p in inside)
        return tuple(p for p in found if p not in inside)

    def _kept(self, found: Iterable[T | Rejection]) -> tuple[T, ...]:
        """What was found; what was turned down is noted on the way."""
        kept = []
        for each in found:
            if isinstance(each, Rejection):
                self.turned_down.append(each)
            else:
                kept.append(each)
        return tuple(kept)

    @once
    def companies(self) -> tuple[CompanyMention, ...]:
        return tuple(companies(self.text, self.sentence.start, self.sentence.end))

    @once
    def meetings(self) -> tuple[MeetingMention, ...]:
        return tuple(meetings(self.text, self.sentence.start, self.sentence.end, self.areas, self.finder))

    @once
    def policies(self) -> tuple[PolicyMention, ...]:
        return tuple(policies(self.text, self.sentence.start, self.sentence.end))


MEETING_BEFORE = 3  # sentences between the one that tells of a meeting and what it decides
MEETS = re.compile(r"会议|大会|全会|常委会|召开|举行")
DECIDES = re.compile(
    r"(?:会上|会议|大会|全会)?[^，。；]{0,8}(?:经|决定|任命|免去|接受|选举|表决|宣布|宣读|通过|补选)|[\u4e00-\u9fff]{2,8}同志"
)
MONTHS_AHEAD = 6  # 12月30日 in an article of January is of the year before
PARAGRAPHS = 3  # an article of at least so many paragraphs speaks of one thing in each
ZONE_SENTENCES = 3  # in how many sentences a zone must be named for the article to be about it


@dataclass(frozen=True, eq=False)
class Reading:
    """An article as the extractors see it. `having` tells for each kind of mention in which sentences there may be
    one, in order: an extractor that needs the kind looks at no other."""

    article: Article
    place: Whereabouts
    sentences: tuple[SentenceReading, ...]
    having: Mapping[str, tuple[SentenceReading, ...]]

    @property
    def home(self) -> Home:
        return self.place.home

    @property
    def finder(self) -> AreaFinder:
        return self.place.finder

    def beginning(self, rule: str) -> tuple[SentenceReading, ...]:
        """The sentences in which, or right behind which, a word stands that the rule begins with."""
        return self.at(triggers.positions(self.article.text)[rule])

    def at(self, positions: Iterable[int]) -> tuple[SentenceReading, ...]:
        """The sentences that these positions lie in or right behind, in order."""
        return tuple(self.sentences[number] for number in triggers.parts(self._starts, positions))

    def before(self, sentence: SentenceReading, most: int) -> tuple[SentenceReading, ...]:
        """The last sentences before this one, `most` of them or fewer, in order."""
        number = bisect_right(self._starts, sentence.start) - 1
        return self.sentences[max(0, number - most) : number]

    def behind(self, sentence: SentenceReading) -> SentenceReading | None:
        """The next sentence."""
        number = bisect_right(self._starts, sentence.start)
        return self.sentences[number] if number < len(self.sentences) else None

    @once
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @property
    def year(self) -> int | None:
        """The year of the article's date."""
        return int(self.article.date[:4]) if self.article.date else None

    @cached_property
    def zone(self) -> Area | None:
        """The development zone that the article is about, if it names one in more sentences than counties and
        cities."""
        zones: Counter[Area] = Counter()
        others = 0
        for sentence in self.having["areas"]:
            zones.update({m.area for m in sentence.areas if m.area.level == "zone" and not m.relative})
            others += any(m.area.level in ("county", "prefecture") for m in sentence.areas)
        if not zones:
            return None
        area, count = max(zones.items(), key=lambda item: (item[1], item[0].name))
        return area if count >= ZONE_SENTENCES and count > others else None

    def topic(self, sentence: Sentence) -> Area | None:
        """The county, township or zone that the sentences just before this one speak of: the last one named in its
        paragraph, or, where the article is one long paragraph, in the sentence before it."""
        if not hasattr(self, "_topics"):
            object.__setattr__(self, "_topics", self._find_topics())
        return self._topics.get(sentence.start)  # type: ignore[attr-defined]

    def _find_topics(self) -> dict[int, Area]:
        many = len({s.sentence.paragraph for s in self.sentences}) >= PARAGRAPHS
        topics: dict[int, Area] = {}
        last: tuple[int, int, Area] | None = None
        for number, sentence in enumerate(self.sentences):
            if last is not None and last[0] == sentence.sentence.paragraph and (many or number - last[1] <= 1):
                topics[sentence.sentence.start] = last[2]
            named = [m for m in sentence.areas if m.area.level in ("county", "zone", "township") and not m.relative]
            if named:
                last = (sentence.sentence.paragraph, number, named[0 if many else -1].area)
        return topics

    def date_of(self, sentence: Sentence) -> str | None:
        """The date that a sentence states (ISO), completed from the article's; the article's own where it states
        none."""
        if sentence.start not in self._dates:
            self._dates[sentence.start] = self._find_date(sentence)
        return self._dates[sentence.start]

    @cached_property
    def _dates(self) -> dict[int, str | None]:
        return {}

    def _find_date(self, sentence: Sentence) -> str | None:
        words = self.article.text[sentence.start : sentence.end]
        own = self.article.date
        stated: str | None = None
        if "月" in words and (match := DATE.search(words)):
            month, day = int(match["month"]), int(match["day"])
            if match["year"]:
                stated = f"{match['year']}-{month:02d}-{day:02d}"
            elif own:
                year = int(own[:4]) - (month - int(own[5:7]) > MONTHS_AHEAD)
                stated = f"{year}-{month:02d}-{day:02d}"
            else:
                return None
        elif own and "日" in words[:24] and (match := SAME_MONTH_DAY.search(words[:24])):
            stated = f"{own[:7]}-{int(match['day']):02d}"
        return stated if stated and _is_date(stated) else own

    def term_of(self, sentence: Sentence, post: Post) -> Stated:
        """The first and last day of a term of office, as far as the words state them that say how it turns: a date
        before these words in their sentence, or, where a meeting decides it, in the sentence that tells of the
        meeting."""
        if not post.turn or post.turn_at < 0:
            return NOTHING
        text = self.article.text
        stated = self._calendar.before(text, sentence.start, post.turn_at)
        if stated is None and DECIDES.match(text, sentence.start, post.turn_at):
            stated = self._day_of_meeting(sentence)
        if stated is None or post.turn == "begins":
            return stated or NOTHING
        return NOTHING if stated.until else Stated("", stated.since)

    def _day_of_meeting(self, sentence: Sentence) -> Stated | None:
        """The day of the meeting that the sentences just before tell of."""
        text, number = self.article.text, bisect_right(self._starts, sentence.start) - 1
        for earlier in reversed(self.sentences[max(0, number - MEETING_BEFORE) : number]):
            span = earlier.sentence
            stated = self._calendar.before(text, span.start, span.end)
            if stated is not None:
                day = len(stated.since) == len("2021-06-12") and not stated.until
                told = MEETS.search(text, span.start, span.end) or text[span.end - 1] in "；;"
                return stated if day and told else None
        return None

    @cached_property
    def _calendar(self) -> Calendar:
        text, own = self.article.text, Calendar(self.article.date)
        lines = [zone for zone in self.article.zones if zone.kind == "dateline"]
        stated = [own.before(text, zone.start, zone.end) for zone in lines]
        days = [each.since for each in stated if each is not None and len(each.since) == len("2021-06-12")]
        return Calendar(self.article.date, days[0] if days else "")


def _is_date(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def read(article: Article) -> Reading:
    """The mentions of `article`, ready for the relation extractors."""
    found = sentences(article)
    place = Whereabouts(article, found)
    year = int(article.date[:4]) if article.date else None
    readings = tuple(SentenceReading(article.text, sentence, place, year) for sentence in found)
    having = _having(article.text, readings)
    recognise(article.text, having["projects"])
    return Reading(article, place, readings, having)


def _having(text: str, readings: Sequence[SentenceReading]) -> Mapping[str, tuple[SentenceReading, ...]]:
    """Kind of mention → the sentences in which one may be, because a word stands there that one begins with. The others
    are noted to have none and never looked at."""
    starts = [reading.start for reading in readings]
    positions = triggers.positions(text)
    having: dict[str, tuple[SentenceReading, ...]] = {}
    for reading in readings:
        reading.__dict__.update(PLAIN)
    for kind, rules in BEGIN.items():
        numbers = triggers.parts(starts, chain.from_iterable(positions[rule] for rule in rules))
        having[kind] = tuple(readings[number] for number in numbers)
        for reading in having[kind]:
            del reading.__dict__[kind]
    return having
