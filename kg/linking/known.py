"""What all claims together say of the names in them: who is who, which project, meeting and company is which."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from operator import attrgetter, itemgetter

from kg.linking import candidates, companies, meetings, people, policies, projects
from kg.linking.bodies import canonical
from kg.linking.decided import NOTHING, Decided
from kg.linking.deciding import decided
from kg.linking.decisions import NONE, Decisions
from kg.linking.handles import handles_of
from kg.linking.identifiers import identifier
from kg.linking.ladder import Held, attended, held
from kg.linking.scope import Scope
from kg.linking.world import Apart
from kg.mentions.mention import Area, Body
from kg.relations.claim import Claim, Company, Meeting, Person, Policy, PostRef, Project, Target
from kg.sorting import SortedRows
from kg.table.rows import ArticleInfo, Articles, Segment

LEAST_QUOTE = 20  # characters of a sentence that two articles do not share by chance
InCompany = tuple[str, str, bool, str]  # title, company, held now, day: which company it is turns out at the end
Said = Sequence[tuple[Claim, Segment]]  # what one article says
_held = attrgetter(*(field.name for field in fields(Held)))


def scopes_of(
    told: Articles, articles: Mapping[str, ArticleInfo], copied: Mapping[str, str], decisions: Decisions
) -> tuple[dict[str, Scope], tuple[Apart, ...], Decided]:
    """The scope of each article, the pairs of people of one name that were kept apart, and what the decisions come to.
    `copied` has the articles that are copies of one text, each with the first of them. The claims are read once, one
    article in memory at a time, and once more where there are decisions."""
    known = _Known(copied)
    for article, own in groupby(told.claims(), key=itemgetter(0)):
        known.take(articles[article], [(claim, segment) for _, claim, segment in own])
    keys: dict[people.Mention, str] = {}
    apart: set[Apart] = set()
    names = known.companies()
    for mentions in known.people(names):
        found = people.group(mentions)
        keys.update(found.keys)
        apart.update(_people_apart(found))
    of_projects = projects.group(known.projects)
    of_meetings = meetings.group(known.meetings)
    tables = keys, of_projects, of_meetings, names, policies.group(known.policies())
    wholes = frozenset(of_projects.values())
    outcome = NOTHING
    if decisions != NONE:
        scopes = {article: Scope(article, *tables, wholes=wholes) for article in articles}
        refs = ((article, ref) for article, claim, _ in told.claims() for ref in _refs(claim))
        of_people = {mention: known for mentions in known.people(names) for mention, known in mentions.items()}
        outcome = decided(decisions, handles_of(refs, scopes, of_people))
    scopes = {article: Scope(article, *tables, decided=outcome, wholes=wholes) for article in articles}
    apart.update(candidates.of_projects(of_projects.values()))
    apart.update(candidates.of_meetings(of_meetings))
    apart.update(candidates.of_companies(known.named, known.counties))
    return scopes, tuple(sorted(_undecided(apart, outcome))), outcome


class _Known:
    """What articles say of the names in them, taken in one after another. What is said of people is most of it, and is
    sorted by name, on the disk where it is much."""

    def __init__(self, copied: Mapping[str, str]) -> None:
        self._copied = copied
        self._people = SortedRows()
        self._areas: dict[policies.Mention, set[Area]] = defaultdict(set)
        self._quotes: dict[policies.Mention, set[str]] = defaultdict(set)
        self.named: dict[str, set[str]] = {}
        self.counties: dict[str, set[str]] = {}
        self.projects: set[projects.Key] = set()
        self.meetings: dict[meetings.Report, frozenset[str]] = {}

    def take(self, article: ArticleInfo, said: Said) -> None:
        """Take in what one article says."""
        refs = {ref for claim, _ in said for ref in _refs(claim)}
        named = {ref.name for ref in refs
                 if isinstance(ref, Company) or (isinstance(ref, Body) and ref.kind == "company")}  # fmt: skip
        if named:
            self.named[article.id] = named
            self.counties[article.id] = {*_counties(refs)}
        self.projects.update(projects.key_of_one(ref) for ref in refs if isinstance(ref, Project))
        self._take_people(article, said)
        for claim, segment in said:
            text = None
            for ref in (claim.subject, claim.object):
                if isinstance(ref, Meeting):
                    text = _text(article.id, segment.exact, self._copied)
                    known = self.meetings.get((article.id, ref), frozenset())
                    self.meetings[article.id, ref] = known | text
            if isinstance(claim.object, Policy):
                mention = article.id, claim.object.name
                self._quotes[mention] |= text or _text(article.id, segment.exact, self._copied)
                if isinstance(claim.subject, Meeting) and claim.subject.area is not None:
                    self._areas[mention].add(claim.subject.area)

    def _take_people(self, article: ArticleInfo, said: Said) -> None:
        posts: dict[str, set[Held]] = defaultdict(set)
        in_companies: dict[str, set[InCompany]] = defaultdict(set)
        quotes: dict[str, set[str]] = defaultdict(set)
        at: dict[str, set[Area]] = defaultdict(set)
        for claim, segment in said:
            if not isinstance(claim.subject, Person):
                continue
            name = claim.subject.name
            quotes[name] |= _text(article.id, segment.exact if name in segment.exact else "", self._copied)
            if isinstance(claim.object, Meeting) and claim.object.area is not None:
                at[name].add(claim.object.area)
            if isinstance(claim.object, PostRef):
                body, now = claim.object.body, claim.modality == "asserted"
                if body.kind == "company":
                    in_companies[name].add((claim.object.title, body.name, now, article.date or ""))
                else:
                    posts[name].add(held(claim.object, canonical(body), now, article.date))
        for name, own in quotes.items():
            if not posts[name] and not in_companies[name]:
                posts[name] = {attended(area, article.date) for area in at[name]}
            marks = (tuple(map(_held, sorted(posts[name]))), tuple(sorted(in_companies[name])), tuple(sorted(own)))
            self._people.add((name, article.id, *marks))

    def companies(self) -> dict[tuple[str, str], str]:
        """(article, short name of a company) → its full name."""
        within = {
            (article, short): full
            for article, named in self.named.items() for short, full in companies.full_names(named).items()
        }  # fmt: skip
        return within | companies.across(self.named, self.counties, within)

    def people(self, full: Mapping[tuple[str, str], str]) -> Iterator[dict[people.Mention, people.Known]]:
        """What the articles say of the people of one name, name by name; `full` is what `companies` gives."""
        for name, rows in groupby(self._people, key=itemgetter(0)):
            found = {}
            for _, article, posts, in_companies, quotes in rows:
                all_posts = {Held(*post) for post in posts}
                for title, short, now, day in in_companies:
                    body = Body(full.get((article, short), short), "company")
                    all_posts.add(held(PostRef(title, body), body, now, day or None))
                found[article, name] = people.Known(frozenset(all_posts), frozenset(quotes))
            yield found

    def policies(self) -> dict[policies.Mention, policies.Told]:
        """What the articles say of each title of a policy."""
        return {
            mention: policies.Told(frozenset(self._areas[mention]), frozenset(own))
            for mention, own in self._quotes.items()
        }


def _people_apart(found: people.People) -> Iterator[Apart]:
    for each in found.apart:
        ids = (identifier("person", each.name, key) for key in (each.one, each.other))
        yield Apart("person", each.name, *ids, each.reason)


def _undecided(apart: Iterable[Apart], outcome: Decided) -> Iterator[Apart]:
    """The pairs kept apart, without those that a decision joined, or parted."""
    for each in apart:
        one, other = (outcome.joined.get(id_, id_) for id_ in (each.one, each.other))
        if one != other and not outcome.kept.intersection((one, other)):
            yield Apart(each.kind, each.name, one, other, each.reason)


def _counties(refs: Iterable[object]) -> Iterator[str]:
    """The codes of the counties that references are in."""
    for ref in refs:
        area = ref if isinstance(ref, Area) else ref.area if isinstance(ref, (Body, Project, Meeting)) else None
        code = projects.county_key(area)
        if code.isdigit() and not code.endswith("00"):
            yield code


def _refs(claim: Claim) -> Iterator[object]:
    for ref in (claim.subject, claim.object, claim.in_post):
        yield ref
        if isinstance(ref, PostRef):
            yield ref.body
        elif isinstance(ref, Target):
            yield ref.holder


def _text(article: str, quote: str, copied: Mapping[str, str]) -> set[str]:
    """Marks that only articles share which are, or hold, the same text: a long sentence word for word, or all of it."""
    return _digest(quote) | ({f"copy:{copied[article]}"} if article in copied else set())


def _digest(quote: str) -> set[str]:
    return {hashlib.blake2b(quote.encode(), digest_size=8).hexdigest()} if len(quote) >= LEAST_QUOTE else set()
