"""What all claims together say of the names in them: who is who, which project, meeting and company is which."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.linking import candidates, companies, meetings, people, policies, projects
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
from kg.table.rows import ArticleInfo, Segment

LEAST_QUOTE = 20  # characters of a sentence that two articles do not share by chance
Claims = Sequence[tuple[str, Claim, Segment]]


def scopes_of(
    claims: Claims, articles: Mapping[str, ArticleInfo], copied: Mapping[str, str], decisions: Decisions
) -> tuple[dict[str, Scope], tuple[Apart, ...], Decided]:
    """The scope of each article, the pairs of people of one name that were kept apart, and what the decisions come to.
    `copied` has the articles that are copies of one text, each with the first of them."""
    refs = [(article, ref) for article, claim, _ in claims for ref in _refs(claim)]
    named, counties = _named_companies(refs)
    names = _full_names(named, counties)
    of_people = _people(claims, articles, names, copied)
    found = people.group(of_people)
    of_projects = projects.group({projects.key_of_one(ref) for _, ref in refs if isinstance(ref, Project)})
    of_meetings = meetings.group(_meetings(claims, copied))
    tables = found.keys, of_projects, of_meetings, names, policies.group(_policies(claims, copied))
    scopes = {article: Scope(article, *tables) for article in articles}
    outcome = NOTHING
    if decisions != NONE:
        outcome = decided(decisions, handles_of(refs, scopes, of_people))
        scopes = {article: replace(scope, decided=outcome) for article, scope in scopes.items()}
    apart = {
        *_people_apart(found),
        *candidates.of_projects(of_projects.values()),
        *candidates.of_meetings(of_meetings),
        *candidates.of_companies(named, counties),
    }
    return scopes, tuple(sorted(_undecided(apart, outcome))), outcome


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


def _refs(claim: Claim) -> Iterator[object]:
    for ref in (claim.subject, claim.object, claim.in_post):
        yield ref
        if isinstance(ref, PostRef):
            yield ref.body
        elif isinstance(ref, Target):
            yield ref.holder


def _named_companies(refs: Iterable[tuple[str, object]]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Article → the companies, and the counties, that it names."""
    names: dict[str, set[str]] = defaultdict(set)
    counties: dict[str, set[str]] = defaultdict(set)
    for article, ref in refs:
        if isinstance(ref, Company) or (isinstance(ref, Body) and ref.kind == "company"):
            names[article].add(ref.name)
        area = ref if isinstance(ref, Area) else ref.area if isinstance(ref, (Body, Project, Meeting)) else None
        code = projects.county_key(area)
        if code.isdigit() and not code.endswith("00"):
            counties[article].add(code)
    return names, counties


def _full_names(names: Mapping[str, set[str]], counties: Mapping[str, set[str]]) -> dict[tuple[str, str], str]:
    """(article, short name of a company) → the full one, by the article itself, else by others of its county."""
    within = {
        (article, short): full for article, own in names.items() for short, full in companies.full_names(own).items()
    }
    return {**within, **companies.across(names, counties, within)}


def _people(
    claims: Claims,
    articles: Mapping[str, ArticleInfo],
    names: Mapping[tuple[str, str], str],
    copied: Mapping[str, str],
) -> dict[people.Mention, people.Known]:
    posts: dict[people.Mention, set[Held]] = defaultdict(set)
    quotes: dict[people.Mention, set[str]] = defaultdict(set)
    meetings_of: dict[people.Mention, set[Area]] = defaultdict(set)
    for article, claim, segment in claims:
        if not isinstance(claim.subject, Person):
            continue
        if isinstance(claim.object, Meeting) and claim.object.area is not None:
            meetings_of[article, claim.subject.name].add(claim.object.area)
        mention = article, claim.subject.name
        posts.setdefault(mention, set())
        quotes[mention] |= _text(article, segment.exact if claim.subject.name in segment.exact else "", copied)
        if isinstance(claim.object, PostRef):
            body = Scope(article, companies=names).body(claim.object.body)
            posts[mention].add(held(claim.object, body, claim.modality == "asserted", articles[article].date))
    for mention, at in meetings_of.items():
        if not posts[mention]:
            posts[mention] = {attended(area, articles[mention[0]].date) for area in at}
    return {each: people.Known(frozenset(own), frozenset(quotes[each])) for each, own in posts.items()}


def _meetings(claims: Claims, copied: Mapping[str, str]) -> dict[meetings.Report, frozenset[str]]:
    told: dict[meetings.Report, set[str]] = defaultdict(set)
    for article, claim, segment in claims:
        for ref in (claim.subject, claim.object):
            if isinstance(ref, Meeting):
                told[article, ref] |= _text(article, segment.exact, copied)
    return {report: frozenset(own) for report, own in told.items()}


def _policies(claims: Claims, copied: Mapping[str, str]) -> dict[policies.Mention, policies.Told]:
    areas: dict[policies.Mention, set[Area]] = defaultdict(set)
    quotes: dict[policies.Mention, set[str]] = defaultdict(set)
    for article, claim, segment in claims:
        if isinstance(claim.object, Policy):
            mention = article, claim.object.name
            quotes[mention] |= _text(article, segment.exact, copied)
            if isinstance(claim.subject, Meeting) and claim.subject.area is not None:
                areas[mention].add(claim.subject.area)
    return {each: policies.Told(frozenset(areas[each]), frozenset(own)) for each, own in quotes.items()}


def _text(article: str, quote: str, copied: Mapping[str, str]) -> set[str]:
    """Marks that only articles share which are, or hold, the same text: a long sentence word for word, or all of it."""
    return _digest(quote) | ({f"copy:{copied[article]}"} if article in copied else set())


def _digest(quote: str) -> set[str]:
    return {hashlib.blake2b(quote.encode(), digest_size=8).hexdigest()} if len(quote) >= LEAST_QUOTE else set()
