"""What articles disagree on is found with the words of both, and no agreement is taken for one."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from invented import (
    COUNTY,
    FAR_COUNTY,
    LI,
    PREFECTURE,
    PROJECT,
    SECRETARY,
    ZHANG,
    Told,
    claim,
    each,
    holds,
    told,
    world,
    yuan,
)  # fmt: skip

from kg.graph.checks import Finding, check
from kg.graph.triples import TripleMaker
from kg.relations.claim import Person, Target


def disagreements(*articles: Told) -> tuple[Finding, ...]:
    maker = TripleMaker(world(*articles))
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in {*maker.graph(), *maker.evidence()})
    assert check(store, only=["shapes"]) == ()
    return check(store, only=["disagreements"])


def chief(name: str, person: Person, *dates: str) -> list[Told]:
    said = [*holds(person, SECRETARY), claim("leads", person, COUNTY, in_post=SECRETARY)]
    return [told(f"{name}{number}", said, date) for number, date in enumerate(dates)]


def target(value: str, unit: str = "亿元", year: int = 2022) -> Target:
    return Target("工业总产值", value, unit, year, COUNTY)


JANUARY, MARCH, MAY = "2022-01-10", "2022-03-10", "2022-05-10"
BOTH = [told("a", [each("builds")]), told("b", [each("builds", "denied")])]


@pytest.mark.parametrize(("kind", "articles", "values"), [
    ("OnePostTwoChiefs", chief("甲", ZHANG, JANUARY, MAY) + chief("乙", LI, MARCH), ["张伟", "李四"]),
    ("OnePostTwoChiefs", chief("甲", ZHANG, MARCH) + chief("乙", LI, MARCH), ["张伟", "李四"]),
    ("TwoTotals", [told("a", [claim("invests", PROJECT, yuan(5))]), told("b", [claim("invests", PROJECT, yuan(6))])],
     ["5元", "6元"]),
    ("TwoCounties", [told("a", [claim("hosts", COUNTY, PROJECT), claim("hosts", FAR_COUNTY, PROJECT)])],
     ["平原县", "滕州市"]),
    ("SaidAndDenied", BOTH, ["乙新材料生产基地"]),
    ("TwoTargets", [told("a", [claim("targets", COUNTY, target("600")), claim("targets", COUNTY, target("700"))])],
     ["平原县工业总产值600亿元（2022年）", "平原县工业总产值700亿元（2022年）"]),
])  # fmt: skip
def test_are_found_with_the_words_of_each(kind: str, articles: list[Told], values: list[str]) -> None:
    found = disagreements(*articles)
    assert {finding.source.rpartition("#")[2] for finding in found} == {kind}
    assert sorted(finding.value_label for finding in found) == sorted(values)
    assert all(finding.severity == "Info" and finding.quotes for finding in found)
    assert all("句话说。" in quote.exact for finding in found for quote in finding.quotes)


@pytest.mark.parametrize("articles", [
    chief("甲", ZHANG, JANUARY) + chief("乙", LI, MARCH, MAY),  # one after the other
    chief("甲", ZHANG, JANUARY, MAY),
    [told("a", [claim("invests", PROJECT, yuan(5)), claim("invests", PROJECT, yuan(3, kind="annual"))])],
    [told("a", [claim("invests", PROJECT, yuan(5)), claim("invests", PROJECT, yuan(6, kind="signed"))])],
    [told("a", [claim("invests", PROJECT, yuan(500))]), told("b", [claim("invests", PROJECT, yuan(510, about="约"))])],
    [told("a", [claim("hosts", COUNTY, PROJECT), claim("hosts", PREFECTURE, PROJECT)])],  # the county is in it
    [told("a", [claim("targets", COUNTY, target("600")), claim("targets", COUNTY, target("700", year=2025))])],
    [told("a", [claim("targets", COUNTY, target("600")), claim("targets", COUNTY, target("7", unit="%"))])],
    [told("a", [each("builds")]), told("b", [each("builds")])],
])  # fmt: skip
def test_are_not_seen_where_there_are_none(articles: list[Told]) -> None:
    assert disagreements(*articles) == ()


def test_quote_both_sides_of_what_is_said_and_denied() -> None:
    (finding,) = disagreements(*BOTH)
    assert [quote.article for quote in finding.quotes] == ["a", "b"]
    assert "丙公司" in finding.message.zh and "kg:builds" in finding.message.en
