"""`report.md`: what a build read, repaired, found and left out, and what the graph says as a whole.

The report and its pictures are a pure function of the build's summary and the graph: no clock, no path of the machine,
no order that depends on the input's. Text that comes from articles is escaped in every cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import Graph

from kg.analysis.centrality import Centrality
from kg.analysis.charts import CLAIMS, INVESTMENT, PROJECTS, TIME, charts
from kg.analysis.entities import Entity, read_entities
from kg.analysis.evidence import Claim, modality_order, read_claims
from kg.analysis.markdown import cell, table
from kg.analysis.namespaces import KG, KIND_OF_CLASS, PERSON_KINDS, PROJECT_KINDS, relation_order
from kg.analysis.overview import Overview, overview
from kg.analysis.pictures import Picture, picture
from kg.analysis.summary import BuildSummary
from kg.analysis.tallies import HUNDRED_MILLION, AreaTally, meetings_by_policies, projects_by_area
from kg.lexicons import load
from kg.table.rows import ArticleSummary

ROWS = 20
"""Rows of a table of the analysis; the tables of what was read and left out show `LISTED`."""
LISTED = 200
Entities = dict[str, Entity]


@dataclass(frozen=True, slots=True)
class Report:
    """The report in Markdown, and the pictures that it refers to, each with its path as seen from the report."""

    text: str
    pictures: tuple[Picture, ...]


def render_report(build: BuildSummary, graph: Graph) -> Report:
    """The report with its pictures. `graph` is the union of the entities and the evidence."""
    claims, entities = read_claims(graph), read_entities(graph)
    counties = projects_by_area(graph, "county", entities)
    pictures = {chart.name: picture(chart) for chart in charts(build.articles, claims, counties)}
    parts = [
        "# Report of the build\n",
        *_read(build, _copied(graph), pictures),
        *_repaired(build.articles),
        *_found(claims, entities, build.decisions, pictures),
        *_left_out(build),
        *_network(overview(graph, claims, entities)),
        *_tallies(graph, entities, counties, pictures),
    ]
    return Report("\n".join(parts).rstrip("\n") + "\n", tuple(pictures.values()))


def _shown(name: str, pictures: dict[str, Picture]) -> Iterable[str]:
    """The picture, or why it could not be drawn; nothing where there was too little to draw."""
    if name in pictures:
        shown = pictures[name]
        if shown.problem:
            yield f"The chart “{shown.title}” could not be drawn: {cell(shown.problem)}.\n"
        else:
            yield f"![{shown.title}]({shown.path})\n"


def _read(build: BuildSummary, copied: tuple[int, int], pictures: dict[str, Picture]) -> Iterable[str]:
    articles = sorted(build.articles, key=lambda article: (article.id, article.title))
    zones = Counter[str]()
    for article in articles:
        zones.update(dict(article.zones))
    characters = sum(article.characters for article in articles)
    yield "## What was read\n"
    yield f"{_count(len(articles), 'article')}, {characters:,} characters of clean text.\n"
    copies, firsts = copied
    if copies:
        yield (
            f"{_count(copies, 'article')} {'is a copy' if copies == 1 else 'are copies'} of {_count(firsts, 'other')}, "
            "by the text of the body; what copies say counts once in the support of a claim.\n"
        )
    if zones:
        yield table(("zone", "characters"), _largest_first(zones))
    publishers = Counter(article.publisher or "not stated" for article in articles)
    yield table(("publisher", "articles"), _largest_first(publishers), ROWS)
    yield from _shown(TIME, pictures)
    yield table(
        ("article", "title", "date", "characters", "repairs", "claims"),
        ((a.id, a.title, a.date, a.characters, _repairs(a), a.claims) for a in articles),
        LISTED,
    )


def _copied(graph: Graph) -> tuple[int, int]:
    """How many articles are copies, and of how many first ones."""
    pairs = set(graph.subject_objects(KG.copyOf))
    return len({copy for copy, _ in pairs}), len({first for _, first in pairs})


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


def _found(
    claims: tuple[Claim, ...], entities: Entities, decisions: int, pictures: dict[str, Picture]
) -> Iterable[str]:
    published = sum(claim.published for claim in claims)
    yield "## What was found\n"
    yield f"{_count(len(claims), 'claim')}, {published:,} of them published; the others stand in the evidence alone.\n"
    relations = sorted({claim.relation for claim in claims}, key=relation_order)
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
    if decisions:
        yield f"{_count(decisions, 'decision')} by hand followed (`decisions.csv`).\n"
    yield from _shown(CLAIMS, pictures)
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
    kinds = Counter(entity.kind for entity in entities.values())
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


def _network(network: Overview) -> Iterable[str]:
    yield "## The network\n"
    yield (
        f"{_count(network.entities, 'entity', 'entities')}, {_count(network.published, 'published edge')} and "
        f"{_count(network.frame, 'edge')} of the frame: posts in bodies, bodies of areas, areas within areas, "
        "phases of wholes, meetings of who calls them.\n"
    )
    yield "### Components\n"
    yield table(
        ("entities", "edges", "counties", "around"),
        ((c.nodes, c.edges, c.counties, "、".join(e.label for e in c.leading)) for c in network.components),
        ROWS,
    )
    yield "### The most central\n"
    estimate = f" (an estimate from the paths that begin at {network.pivots:,} of them)" if network.pivots else ""
    yield (
        "Ordered by PageRank. Betweenness: the pairs of entities whose shortest path runs through this one"
        f"{estimate}. Both read the edges without direction.\n"
    )
    yield _central("entity", network.central)
    yield "### Officials\n"
    yield _central("official", tuple(row for row in network.central if row.entity.kind in PERSON_KINDS))
    yield "### Communities\n"
    yield (
        "Entities with more ties among themselves than chance would give (Leiden, modularity "
        f"{network.communities.modularity or 0:.2f}), known by their best connected areas and who leads them.\n"
    )
    yield table(
        ("community", "entities", "edges", "counties"),
        ((c.name, len(c.members), c.edges, c.counties) for c in network.communities.found),
        ROWS,
    )
    yield "### Brokers between counties\n"
    yield (
        "Who and what counties are tied by: the pairs of counties whose shortest path runs through it. "
        "Ties of the past count; that two counties lie in one prefecture does not.\n"
    )
    yield table(
        ("broker", "kind", "pairs", "counties"),
        ((b.entity.label, b.entity.kind, b.pairs, "、".join(e.label for e in b.counties)) for b in network.brokers),
        ROWS,
    )


def _central(what: str, rows: tuple[Centrality, ...]) -> str:
    return table(
        (what, "kind", "edges", "PageRank", "betweenness"),
        ((r.entity.label, r.entity.kind, r.edges, r.pagerank, round(r.betweenness)) for r in rows),
        ROWS,
    )


def _tallies(
    graph: Graph, entities: Entities, counties: tuple[AreaTally, ...], pictures: dict[str, Picture]
) -> Iterable[str]:
    yield "### Projects by county\n"
    total = sum(entity.kind in PROJECT_KINDS for entity in entities.values())
    yield (
        f"{_count(total, 'project')} in the graph. Sums are over projects whose total is stated in yuan; "
        "batches are not added, nor a phase whose whole has a stated sum.\n"
    )
    yield _tally("county", counties)
    yield from _shown(INVESTMENT, pictures)
    yield from _shown(PROJECTS, pictures)
    yield "### Projects by prefecture\n"
    yield _tally("prefecture", projects_by_area(graph, "prefecture", entities))
    yield "### Meetings by policies\n"
    yield table(
        ("meeting", "date", "policies", "which"),
        (
            (m.meeting.label, m.date, len(m.policies), "、".join(policy.label for policy in m.policies))
            for m in meetings_by_policies(graph, entities)
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
