"""`report.md`: what a build read, repaired, found and left out, and what the graph says as a whole.

The report is a pure function of the build's summary and the graph: no clock, no path of the machine, no order that
depends on the input's. Text that comes from articles is escaped in every cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rdflib import Graph

from kg.analysis.entities import read_entities
from kg.analysis.evidence import Claim, modality_order, read_claims
from kg.analysis.markdown import table
from kg.analysis.namespaces import FURTHER_RELATIONS, KIND_OF_CLASS, PROJECT_KINDS, RELATIONS
from kg.analysis.network import BETWEENNESS_LIMIT, components, entity_network, official_centrality
from kg.analysis.summary import ArticleSummary, BuildSummary
from kg.analysis.tallies import AreaTally, meetings_by_policies, projects_by_area
from kg.lexicons import load

ROWS = 20
"""Rows of a table of the analysis; the tables of what was read and left out show `LISTED`."""
LISTED = 200
HUNDRED_MILLION = 100_000_000


def render_report(build: BuildSummary, graph: Graph) -> str:
    """The report in Markdown. `graph` is the union of the entities and the evidence."""
    claims = read_claims(graph)
    parts = [
        "# Report of the build\n",
        *_read(build),
        *_repaired(build.articles),
        *_found(claims, graph),
        *_left_out(build),
        *_analysis(graph),
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _read(build: BuildSummary) -> Iterable[str]:
    articles = sorted(build.articles, key=lambda article: (article.id, article.title))
    zones = Counter[str]()
    for article in articles:
        zones.update(dict(article.zones))
    characters = sum(article.characters for article in articles)
    yield "## What was read\n"
    yield f"{_count(len(articles), 'article')}, {characters:,} characters of clean text.\n"
    if zones:
        yield table(("zone", "characters"), _largest_first(zones))
    publishers = Counter(article.publisher or "not stated" for article in articles)
    yield table(("publisher", "articles"), _largest_first(publishers), ROWS)
    yield table(
        ("article", "title", "date", "characters", "repairs", "claims"),
        ((a.id, a.title, a.date, a.characters, _repairs(a), a.claims) for a in articles),
        LISTED,
    )


def _repaired(articles: Iterable[ArticleSummary]) -> Iterable[str]:
    repairs, touched, guesses = Counter[str](), Counter[str](), 0
    for article in articles:
        guesses += article.guesses
        for fixer, times in article.repairs_by_fixer:
            repairs[fixer] += times
            touched[fixer] += 1
    yield "## What was repaired\n"
    all_repairs = _count(sum(repairs.values()), "repair")
    yield f"{all_repairs}, {guesses:,} of them guesses: several repairs fitted, context chose.\n"
    ordered = sorted(repairs, key=lambda fixer: (-repairs[fixer], fixer))
    yield table(("fixer", "repairs", "articles"), ((fixer, repairs[fixer], touched[fixer]) for fixer in ordered))


def _found(claims: tuple[Claim, ...], graph: Graph) -> Iterable[str]:
    published = sum(claim.published for claim in claims)
    yield "## What was found\n"
    yield f"{_count(len(claims), 'claim')}, {published:,} of them published; the others stand in the evidence alone.\n"
    order = {relation: rank for rank, relation in enumerate((*RELATIONS, *FURTHER_RELATIONS))}
    relations = sorted({claim.relation for claim in claims}, key=lambda name: (order.get(name, len(order)), name))
    yield table(
        ("relation", "published", "not published", "segments"),
        (
            (
                relation,
                sum(c.relation == relation and c.published for c in claims),
                sum(c.relation == relation and not c.published for c in claims),
                sum(len(c.segments) for c in claims if c.relation == relation),
            )
            for relation in relations
        ),
    )
    yield "A claim counts under the strongest modality in which an article states it.\n"
    modalities = sorted({claim.modality for claim in claims}, key=modality_order)
    yield table(
        ("modality", "published", "not published"),
        (
            (
                modality,
                sum(c.modality == modality and c.published for c in claims),
                sum(c.modality == modality and not c.published for c in claims),
            )
            for modality in modalities
        ),
    )
    kinds = Counter(entity.kind for entity in read_entities(graph).values())
    yield table(("kind of entity", "entities"), ((kind, kinds[kind]) for kind in KIND_OF_CLASS.values() if kinds[kind]))


def _left_out(build: BuildSummary) -> Iterable[str]:
    problems = sorted(build.problems, key=lambda problem: (problem.origin, problem.what, problem.remedy))
    silent = sorted((a for a in build.articles if not a.claims), key=lambda article: (article.id, article.title))
    yield "## What was left out\n"
    yield f"{_count(len(problems), 'problem')}.\n"
    if problems:
        yield table(("where", "what", "remedy"), ((p.origin, p.what, p.remedy) for p in problems), LISTED)
    yield f"{_count(len(silent), 'article')} without a claim.\n"
    if silent:
        yield table(("article", "title", "characters"), ((a.id, a.title, a.characters) for a in silent), LISTED)
    yield "### Turned down, by reason\n"
    total = sum(times for _, times in build.turned_down)
    yield (
        f"{_count(total, 'candidate')}. Each stands with its quote in `rejected.csv`; `kg explain NAME --why-not` "
        "shows those of a name.\n"
    )
    if build.turned_down:
        in_words = load("reasons")["en"]
        yield table(
            ("reason", "in words", "candidates"),
            ((reason, in_words[reason], times) for reason, times in _largest_first(Counter(dict(build.turned_down)))),
            LISTED,
        )


def _analysis(graph: Graph) -> Iterable[str]:
    network = entity_network(graph)
    yield "## The network\n"
    yield f"{_count(len(network), 'entity', 'entities')}, {_count(network.number_of_edges(), 'published edge')}.\n"
    yield "### Components\n"
    yield table(
        ("entities", "edges", "counties", "around"),
        ((c.nodes, c.edges, c.counties, "、".join(e.label for e in c.leading)) for c in components(network)),
        ROWS,
    )
    yield "### Officials\n"
    yield (
        "Ordered by PageRank. Betweenness: the pairs of entities whose shortest path runs through the official; "
        f"left out (–) in components of more than {BETWEENNESS_LIMIT:,} entities. "
        "Both read the edges without direction.\n"
    )
    yield table(
        ("official", "edges", "PageRank", "betweenness"),
        (
            (o.official.label, o.degree, o.pagerank, None if o.betweenness is None else round(o.betweenness))
            for o in official_centrality(network)
        ),
        ROWS,
    )
    entities = read_entities(graph)
    counties = projects_by_area(graph, "county")
    yield "### Projects by county\n"
    total = sum(entity.kind in PROJECT_KINDS for entity in entities.values())
    yield (
        f"{_count(total, 'project')} in the graph. Sums are over projects whose total is stated in yuan; "
        "batches are not added, nor a phase whose whole has a stated sum.\n"
    )
    yield _tally("county", counties)
    yield "### Projects by prefecture\n"
    yield _tally("prefecture", projects_by_area(graph, "prefecture"))
    yield "### Meetings by policies\n"
    yield table(
        ("meeting", "date", "policies", "which"),
        (
            (m.meeting.label, m.date, len(m.policies), "、".join(policy.label for policy in m.policies))
            for m in meetings_by_policies(graph)
        ),
        ROWS,
    )


def _tally(level: str, tallies: tuple[AreaTally, ...]) -> str:
    return table(
        (level, "code", "projects", "with a sum", "stated investment (亿元)"),
        ((t.area.label, t.code, t.projects, t.stated, _hundred_millions(t.invests_cny)) for t in tallies),
        ROWS,
    )


def _hundred_millions(yuan: int) -> str:
    """Yuan in 亿元, exactly.

    >>> _hundred_millions(5_080_000_000)
    '50.8'
    """
    whole, rest = divmod(yuan, HUNDRED_MILLION)
    return f"{whole:,}" + (f".{rest:08d}".rstrip("0") if rest else "")


def _largest_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _repairs(article: ArticleSummary) -> int:
    return sum(times for _, times in article.repairs_by_fixer)


def _count(number: int, one: str, many: str = "") -> str:
    """
    >>> _count(1, "article"), _count(2, "entity", "entities")
    ('1 article', '2 entities')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
