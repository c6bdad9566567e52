"""The charts of the report as values: which there are, and what each bar says. Nothing is drawn here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.analysis.evidence import Claim
from kg.analysis.namespaces import relation_order
from kg.analysis.tallies import HUNDRED_MILLION, AreaTally
from kg.table.rows import ArticleSummary

MOST_BARS = 12
MOST_MONTHS = 60
"""Columns that a chart of time has room for; articles over a longer time are counted by year."""

INVESTMENT, PROJECTS, CLAIMS, TIME = (
    "investment-by-county",
    "projects-by-county",
    "claims-by-relation",
    "articles-by-time",
)
CHARTS = (INVESTMENT, PROJECTS, CLAIMS, TIME)
"""The names of all charts that a report may have; each is a file of that name."""

_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])(?!\d)")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its label, its value, and what stands on top of that (where the chart has a second series)."""

    label: str
    value: float
    second: float = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with bars that lie, or (`upright`) columns along time. `series` names the one or two series."""

    name: str
    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    upright: bool = False


def charts(
    articles: Iterable[ArticleSummary], claims: Iterable[Claim], counties: Iterable[AreaTally]
) -> tuple[Chart, ...]:
    """The charts that there is something to show in: two bars or more."""
    counties = tuple(counties)
    found = (investment_chart(counties), projects_chart(counties), claims_chart(claims), time_chart(articles))
    return tuple(chart for chart in found if len(chart.bars) > 1)


def investment_chart(counties: Iterable[AreaTally]) -> Chart:
    """The counties with the largest stated investment."""
    with_sum = sorted((c for c in counties if c.invests_cny), key=lambda c: (-c.invests_cny, c.area.label, c.area.iri))
    named = _named(with_sum[:MOST_BARS])
    bars = tuple(Bar(name, county.invests_cny / HUNDRED_MILLION) for name, county in named)
    return Chart(INVESTMENT, "Stated investment by county", ("亿元",), bars)


def projects_chart(counties: Iterable[AreaTally]) -> Chart:
    """The counties that host the most projects, those with a stated sum first in each bar."""
    ordered = sorted(counties, key=lambda c: (-c.projects, -c.stated, c.area.label, c.area.iri))
    named = _named(ordered[:MOST_BARS])
    bars = tuple(Bar(name, county.stated, county.projects - county.stated) for name, county in named)
    return Chart(PROJECTS, "Projects by county", ("with a stated sum", "without"), bars)


def claims_chart(claims: Iterable[Claim]) -> Chart:
    """The claims of each relation, published and in the evidence alone."""
    published, evidence = Counter[str](), Counter[str]()
    for claim in claims:
        (published if claim.published else evidence)[claim.relation] += 1
    relations = sorted({*published, *evidence}, key=relation_order)
    bars = tuple(Bar(relation, published[relation], evidence[relation]) for relation in relations[:MOST_BARS])
    return Chart(CLAIMS, "Claims by relation", ("published", "in the evidence alone"), bars)


def time_chart(articles: Iterable[ArticleSummary]) -> Chart:
    """The articles with a date, month by month, months without any among them; by year where that is too long.

    >>> dated = [ArticleSummary(str(n), "", f"2030-0{n}-01", "", 1, (), 0) for n in (1, 3)]
    >>> [(bar.label, bar.value) for bar in time_chart(dated).bars]
    [('2030-01', 1), ('2030-02', 0), ('2030-03', 1)]
    """
    months = Counter[int]()
    for article in articles:
        if stated := _MONTH.match(article.date):
            months[int(stated[1]) * 12 + int(stated[2]) - 1] += 1
    if months and max(months) - min(months) >= MOST_MONTHS:
        years = Counter[int]()
        for month, count in months.items():
            years[month // 12] += count
        last = max(years)
        shown = range(max(min(years), last - MOST_MONTHS + 1), last + 1)
        bars = tuple(Bar(str(year), years[year]) for year in shown)
    else:
        shown = range(min(months), max(months) + 1) if months else range(0)
        bars = tuple(Bar(f"{month // 12}-{month % 12 + 1:02d}", months[month]) for month in shown)
    return Chart(TIME, "Articles by date", ("articles with a date",), bars, upright=True)


def _named(counties: list[AreaTally]) -> list[tuple[str, AreaTally]]:
    """Each county with its label, and its code where another has the same: a dozen cities have a 鼓楼区 or 市中区."""
    labels = Counter(county.area.label for county in counties)
    return [
        (f"{county.area.label} {county.code}".rstrip() if labels[county.area.label] > 1 else county.area.label, county)
        for county in counties
    ]
