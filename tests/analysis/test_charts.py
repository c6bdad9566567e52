"""Which charts there are, and what their bars say."""

import pytest

from kg.analysis.charts import Bar, charts, claims_chart, investment_chart, projects_chart, time_chart
from kg.analysis.entities import Entity
from kg.analysis.evidence import read_claims
from kg.analysis.tallies import AreaTally, projects_by_area
from kg.table.rows import ArticleSummary


def dated(*dates):
    return [ArticleSummary(str(number), "", date, "", 1, (), 0) for number, date in enumerate(dates)]


def test_of_the_invented_graph(invented):
    counties = projects_by_area(invented, "county")
    assert investment_chart(counties).bars == (Bar("青溪县", 15.0), Bar("白石县", 1.2), Bar("滨江区", 0.2))
    assert projects_chart(counties).bars[0] == Bar("青溪县", 2, 1)
    assert claims_chart(read_claims(invented)).bars[0] == Bar("leads", 1, 0)
    assert Bar("builds", 0, 1) in claims_chart(read_claims(invented)).bars


def test_counties_of_one_name_have_their_code():
    counties = [
        AreaTally(Entity(code, "county", name), code, 1, 1, 200_000_000)
        for name, code in (("市中区", "990302"), ("市中区", "990402"), ("青溪县", "990121"))
    ]
    assert [bar.label for bar in investment_chart(counties).bars] == ["市中区 990302", "市中区 990402", "青溪县"]
    assert {bar.label for bar in projects_chart(counties).bars} == {"市中区 990302", "市中区 990402", "青溪县"}


def test_with_less_than_two_bars_there_is_no_chart(invented):
    assert charts([], [], []) == ()
    names = [
        chart.name for chart in charts(dated("2030-01-02"), read_claims(invented), projects_by_area(invented, "county"))
    ]
    assert names == ["investment-by-county", "projects-by-county", "claims-by-relation"]


@pytest.mark.parametrize("date", ["", "2030", "30-01-02", "2030-13-01", "2030-1", "2030-011", "<b>2030-01", "9999-01"])
def test_what_is_no_date_is_no_month(date):
    assert time_chart(dated(date)).bars == ()


def test_months_without_an_article_are_there():
    bars = time_chart(dated("2029-12-31", "2030-02-01", "2030-02")).bars
    assert bars == (Bar("2029-12", 1), Bar("2030-01", 0), Bar("2030-02", 2))


def test_a_long_time_is_counted_by_year():
    bars = time_chart(dated("1900-01-01", "2019-12-31", "2024-12-31", "2024-01-01")).bars
    assert (bars[0], bars[-1], len(bars)) == (Bar("1965", 0), Bar("2024", 2), 60)
