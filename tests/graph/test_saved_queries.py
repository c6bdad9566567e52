"""The saved queries, each with its answer from a small invented graph, and what is said of names that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.plugins.sparql

from kg.analysis.tallies import AreaTally, Level, projects_by_area
from kg.graph import saved_queries
from kg.graph.query import PREFIXES, Store, open_store
from kg.graph.query_guard import check
from kg.graph.query_header import SavedQuery

HERE = Path(__file__).parent
GRAPH = HERE / "saved_queries.ttl"
QUERIES = saved_queries.catalogue()

MILL = "竹纤维项目"
KNOWN_ANSWERS: list[tuple[str, dict[str, object], list[tuple[object, ...]]]] = [
    ("areas", {}, [
        ("青溪县", "990121", "安和市", 1, 3, 1, 2),
        ("柳河镇", None, "青溪县", 0, 1, 0, 0),
        ("东湖区", "980102", "明珠市", 0, 1, 0, 0),
        ("安和市", "990100", "云海省", 1, 0, 0, 0),
        ("东湖区", "990202", "长宁市", 0, 1, 0, 0),
    ]),
    ("areas", {"area": "青溪县"}, [("青溪县", "990121", "安和市", 1, 3, 1, 2), ("柳河镇", None, "青溪县", 0, 1, 0, 0)]),
    ("articles", {}, [
        ("second.txt", None, None, "2030-03-04", 6, 2),
        ("first.txt", "青溪县开工", "云海日报", "2030-01-03", 4, 4),
    ]),
    ("articles", {"publisher": "云海日报"}, [("first.txt", "青溪县开工", "云海日报", "2030-01-03", 4, 4)]),
    ("attended-with", {}, [
        ("何清", "赵安", "青溪县委经济工作会议", "2030-01-02"),
        ("赵安", "赵安", "长宁市动员大会", None),
    ]),
    ("attended-with", {"person": "何清"}, [("何清", "赵安", "青溪县委经济工作会议", "2030-01-02")]),
    ("batches", {"area": "云海省"}, [("青溪县", "青溪县集中开工项目", 17, "21.2亿元", 2_120_000_000, "CNY")]),
    ("batches", {"area": "长宁市"}, []),
    ("builders", {}, [
        ("松风集团", "柳河码头", "柳河镇", None),
        ("松风集团", MILL, "东湖区", 500_000_000),
        ("松风集团", MILL, "青溪县", 500_000_000),
    ]),
    ("builders", {"area": "990202", "company": "松风集团"}, [("松风集团", MILL, "东湖区", 500_000_000)]),
    ("corroborated", {}, [("林知远", "kg:leads", "青溪县", 2, "0.97")]),
    ("corroborated", {"least": 1, "relation": "directs"}, [
        ("青溪县委经济工作会议", "kg:directs", "工业倍增计划", 1, "0.9"),
    ]),
    ("corroborated", {"least": 3}, []),
    ("doubtful", {}, [("青溪县", "kg:hosts", MILL, "0.6", 1)]),
    ("doubtful", {"below": "0.95", "relation": "directs"}, [
        ("青溪县委经济工作会议", "kg:directs", "工业倍增计划", "0.9", 1),
    ]),
    ("evidence", {"name": MILL}, [
        ("青溪县", "kg:hosts", MILL, "kg:Planned", "0.6", "first.txt", "2030-01-03", "青溪将建竹纤维项目",
         "hosts.list"),
        ("何清", "kg:inspects", MILL, "kg:Asserted", "0.9", "first.txt", "2030-01-03", "何清到竹纤维项目调研",
         "inspects.verb"),
    ]),
    ("evidence", {"name": "青溪", "relation": "leads"}, [
        ("林知远", "kg:leads", "青溪县", "kg:Asserted", "0.95", "first.txt", "2030-01-03", "青溪县委书记林知远出席",
         "leads.headline"),
        ("林知远", "kg:leads", "青溪县", "kg:Asserted", "0.9", "second.txt", "2030-03-04", "林知远主持", "leads.title"),
    ]),
    ("former", {"area": "安和市"}, [
        ("青溪县", "青溪县委书记", "赵安", "second.txt", "2030-03-04", "去年12月，赵安不再担任青溪县委书记"),
        ("青溪县", "青溪县教育局党组书记", "赵安", "second.txt", "2030-03-04", "2月，赵安辞去青溪县教育局党组书记职务"),
    ]),
    ("former", {"area": "长宁市"}, []),
    ("heads", {"area": "安和"}, [("青溪县", "青溪县教育局", "何清", None, None, None, None)]),
    ("inspections", {"person": "何清"}, [
        ("何清", MILL, "kg:Project", "东湖区", "2030-01-01"),
        ("何清", MILL, "kg:Project", "青溪县", "2030-01-01"),
    ]),
    ("inspections", {"area": "安和市"}, [
        ("何清", MILL, "kg:Project", "青溪县", "2030-01-01"),
        ("赵安", "柳河镇", "kg:Township", "柳河镇", None),
    ]),
    ("investment-by-county", {}, [
        ("青溪县", "990121", "安和市", 4, 2, 1_500_000_000, 15),
        ("东湖区", "990202", "长宁市", 1, 1, 500_000_000, 5),
        ("东湖区", "980102", "明珠市", 1, 1, 20_000_000, "0.2"),
    ]),
    ("investment-by-county", {"area": "柳河镇"}, [("青溪县", "990121", "安和市", 1, 0, 0, 0)]),
    ("investment-by-prefecture", {}, [
        ("安和市", "990100", 4, 2, 1_500_000_000, 15),
        ("长宁市", "990200", 1, 1, 500_000_000, 5),
        ("明珠市", "980000", 1, 1, 20_000_000, "0.2"),
    ]),
    ("investment-by-prefecture", {"area": "明珠市"}, [("明珠市", "980000", 1, 1, 20_000_000, "0.2")]),
    ("investment-by-industry", {}, [
        (None, 3, 1, 1_000_000_000, 10),
        ("新材料", 1, 1, 500_000_000, 5),
        ("交通", 1, 1, 20_000_000, "0.2"),
    ]),
    ("investment-by-industry", {"area": "长宁市"}, [("新材料", 1, 1, 500_000_000, 5)]),
    ("largest-projects", {"area": "青溪县"}, [
        ("青溪产业园", "青溪县", 1_000_000_000, 10, None),
        (MILL, "青溪县", 500_000_000, 5, 1),
        ("青溪产业园二期", "青溪县", 300_000_000, 3, None),
    ]),
    ("largest-projects", {"least": 1_000_000_000}, [("青溪产业园", "青溪县", 1_000_000_000, 10, None)]),
    ("leaders", {}, [
        ("安和市", "990100", "赵安", None, None, None, None),
        ("青溪县", "990121", "林知远", "青溪县委书记", "2030-01-02", "2030-05-06", 2),
    ]),
    ("leaders", {"area": "柳河镇"}, []),
    ("meetings", {}, [
        ("长宁市动员大会", None, "长宁市", "工业倍增计划", None),
        ("青溪县委经济工作会议", "2030-01-02", "中共青溪县委员会", "工业倍增计划", 1),
        ("青溪县委经济工作会议", "2030-01-02", "中共青溪县委员会", "河湖长制", None),
    ]),
    ("meetings", {"area": "长宁市"}, [("长宁市动员大会", None, "长宁市", "工业倍增计划", None)]),
    ("meetings", {"since": "2030-01-03"}, []),
    ("meetings", {"since": "2030-01-02", "until": "2030-01-02", "area": "青溪县"}, [
        ("青溪县委经济工作会议", "2030-01-02", "中共青溪县委员会", "工业倍增计划", 1),
        ("青溪县委经济工作会议", "2030-01-02", "中共青溪县委员会", "河湖长制", None),
    ]),
    ("moves", {}, [
        ("赵安", "安和市市长", "安和市", "kg:Asserted", None, None, "id:zhao1"),
        ("赵安", "青溪县委书记", "青溪县", "kg:Past", None, None, "id:zhao1"),
        ("赵安", "青溪县教育局党组书记", "青溪县", "kg:Past", None, None, "id:zhao1"),
    ]),
    ("namesakes", {}, [("赵安", "id:zhao1", "安和市市长"), ("赵安", "id:zhao2", "松风集团总经理")]),
    ("officials", {"area": "青溪县"}, [
        ("青溪县", "中共青溪县委员会", "青溪县委书记", "林知远", "2030-01-02", "2030-05-06"),
        ("青溪县", "青溪县教育局", "青溪县教育局局长", "何清", None, None),
    ]),
    ("officials", {"role": "市长"}, [("安和市", "安和市人民政府", "安和市市长", "赵安", None, None)]),
    ("policy", {"policy": "工业倍增计划"}, [
        ("工业倍增计划", "长宁市", "长宁市动员大会", None, None, None),
        ("工业倍增计划", "中共青溪县委员会", "青溪县委经济工作会议", "2030-01-02", "2030-01-03", 1),
    ]),
    ("policy", {"area": "青溪县", "policy": "河湖长制"}, [
        ("河湖长制", "中共青溪县委员会", "青溪县委经济工作会议", "2030-01-02", None, None),
    ]),
    ("posts", {"person": "何清"}, [
        ("何清", "青溪县教育局局长", "青溪县教育局", "青溪县", "kg:Asserted", None, None, "2029-11", None, "id:he"),
    ]),
    ("posts", {"person": "赵安"}, [
        ("赵安", "安和市市长", "安和市人民政府", "安和市", "kg:Asserted", None, None, None, None, "id:zhao1"),
        ("赵安", "青溪县委书记", "中共青溪县委员会", "青溪县", "kg:Past", None, None, None, None, "id:zhao1"),
        ("赵安", "青溪县教育局党组书记", "青溪县教育局", "青溪县", "kg:Past", None, None, None, None, "id:zhao1"),
        ("赵安", "松风集团总经理", "松风集团", None, "kg:Asserted", None, None, None, None, "id:zhao2"),
    ]),
    ("projects", {"area": "安和市"}, [
        ("柳河镇", "柳河码头", "kg:Project", None, None, None, None),
        ("青溪县", "青溪产业园", "kg:Park", None, None, 1_000_000_000, 10),
        ("青溪县", MILL, "kg:Project", "新材料", "开工", 500_000_000, 5),
        ("青溪县", "青溪产业园二期", "kg:Project", None, None, 300_000_000, 3),
    ]),
    ("projects", {"industry": "交通"}, [("东湖区", "东湖大桥", "kg:Project", "交通", None, 20_000_000, "0.2")]),
    ("sums", {"project": MILL}, [
        (MILL, "超2亿元", "kg:Completed", 200_000_000, None, None, "CNY", "超"),
        (MILL, "5亿元", "kg:Planned", 500_000_000, None, None, "CNY", None),
    ]),
    ("sums", {"area": "安和市", "project": "青溪产业园"}, [
        ("青溪产业园", "10亿元", "kg:Planned", 1_000_000_000, None, None, "CNY", None),
    ]),
    ("targets", {}, [("青溪县", "城镇化率", "60.5", "%", None), ("青溪县", "工业总产值", 600, "亿元", 2030)]),
    ("targets", {"year": 2030, "area": "云海省", "indicator": "工业总产值"}, [
        ("青溪县", "工业总产值", 600, "亿元", 2030),
    ]),
    ("targets", {"year": 2031}, []),
    ("successors", {}, [("青溪县", "赵安", "青溪县委书记", "2029-12", "林知远", "青溪县委书记", "2030-01-02")]),
    ("successors", {"area": "安和市"}, [
        ("青溪县", "赵安", "青溪县委书记", "2029-12", "林知远", "青溪县委书记", "2030-01-02"),
    ]),
    ("terms", {}, [("青溪县", "青溪县教育局局长", "何清", "2029-11", None, None, None, None)]),
    ("terms", {"area": "安和市", "person": "何清"}, [
        ("青溪县", "青溪县教育局局长", "何清", "2029-11", None, None, None, None),
    ]),
    ("vacancies", {"area": "青溪县"}, [
        ("青溪县", "青溪县教育局党组书记", "赵安", "2030-02", "second.txt", "2月，赵安辞去青溪县教育局党组书记职务"),
    ]),
    ("unpublished", {}, [
        ("赵安", "org:holds", "青溪县委书记", "kg:Past", "0.8", "second.txt", "去年12月，赵安不再担任青溪县委书记"),
        ("赵安", "org:holds", "青溪县教育局党组书记", "kg:Past", "0.9", "second.txt",
         "2月，赵安辞去青溪县教育局党组书记职务"),
        ("松风集团", "kg:builds", "东湖大桥", "kg:Denied", "0.7", "second.txt", "网传松风集团承建东湖大桥不实"),
        ("赵安", "kg:leads", "青溪县教育局", "kg:Past", "0.9", "second.txt", "2月，赵安辞去青溪县教育局党组书记职务"),
    ]),
    ("unpublished", {"modality": "Denied", "relation": "builds"}, [
        ("松风集团", "kg:builds", "东湖大桥", "kg:Denied", "0.7", "second.txt", "网传松风集团承建东湖大桥不实"),
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(GRAPH) as opened:
        yield opened


@pytest.fixture(scope="module")
def in_rdflib() -> rdflib.Graph:
    """The same graph in rdflib's own store, with its own SPARQL engine."""
    return rdflib.Graph().parse(GRAPH)


def short(text: str | None) -> str | None:
    """An IRI as a CURIE; other text as it is."""
    for prefix, iri in PREFIXES.items():
        if text is not None and text.startswith(iri):
            return f"{prefix}:{text.removeprefix(iri)}"
    return text


def required(query: SavedQuery) -> dict[str, object]:
    return {parameter.name: MILL if parameter.type == "entity" else "赵安"
            for parameter in query.parameters if parameter.required}  # fmt: skip


class TestAnswers:
    @pytest.mark.parametrize(
        ("name", "parameters", "rows"), KNOWN_ANSWERS, ids=[f"{name} {given}" for name, given, _ in KNOWN_ANSWERS]
    )
    def test_are_the_known_ones(
        self, store: Store, name: str, parameters: dict[str, object], rows: list[tuple[object, ...]]
    ) -> None:
        answer = saved_queries.run(store, name, **parameters)
        wanted = [tuple(None if cell is None else str(cell) for cell in row) for row in rows]
        assert [tuple(map(short, row)) for row in answer.rows] == wanted

    def test_of_contents_count_every_class(self, store: Store) -> None:
        rows = saved_queries.run(store, "contents").rows
        assert rows[:3] == (
            (PREFIXES["oa"] + "SpecificResource", "9"),
            (PREFIXES["oa"] + "TextQuoteSelector", "9"),
            (PREFIXES["kg"] + "Claim", "9"),
        )
        assert (PREFIXES["kg"] + "Park", "1") in rows

    def test_of_about_are_the_triples_of_the_thing_and_the_labels_of_its_neighbours(self, store: Store) -> None:
        triples = saved_queries.run(store, "about", name="东湖大桥").triples
        assert triples is not None
        shown = {(short(t.subject.value), short(t.predicate.value), short(t.object.value)) for t in triples}  # type: ignore[union-attr]
        assert shown == {
            ("id:bridge", "rdf:type", "kg:Project"),
            ("id:bridge", "rdfs:label", "东湖大桥"),
            ("id:bridge", "schema:name", "东湖大桥"),
            ("id:bridge", "kg:industry", "交通"),
            ("id:bridge", "kg:investsCNY", "20000000"),
            ("id:e", "kg:hosts", "id:bridge"),
            ("id:e", "rdfs:label", "东湖区"),
        }

    def test_are_known_of_every_query(self) -> None:
        assert {name for name, _, _ in KNOWN_ANSWERS} | {"contents", "about"} == set(QUERIES)

    def test_with_every_parameter_are_known(self) -> None:
        tried = {(name, parameter) for name, given, _ in KNOWN_ANSWERS for parameter in given} | {("about", "name")}
        declared = {(name, parameter.name) for name, query in QUERIES.items() for parameter in query.parameters}
        assert declared == tried

    @pytest.mark.parametrize("level", ["county", "prefecture"])
    @pytest.mark.parametrize("graph", [GRAPH, HERE.parent / "analysis" / "invented.ttl"], ids=["asked", "analysed"])
    def test_of_investment_are_the_sums_of_the_report(self, graph: Path, level: Level) -> None:
        def row(tally: AreaTally) -> tuple[str, ...]:
            return (tally.area.label, tally.code, *map(str, (tally.projects, tally.stated, tally.invests_cny)))

        with open_store(graph) as opened:
            answer = saved_queries.run(opened, f"investment-by-{level}")
        columns = [answer.variables.index(name) for name in (level, "code", "projects", "stated", "yuan")]
        found = {tuple(cells[column] for column in columns) for cells in answer.rows}
        tallies = projects_by_area(rdflib.Graph().parse(graph), level)
        assert found == {row(tally) for tally in tallies}
        assert len(found) >= 3


class TestFiles:
    def test_are_at_least_twenty_and_all_loaded(self) -> None:
        files = {path.stem for path in (HERE.parents[1] / "ontology" / "queries").glob("*.rq")}
        assert set(QUERIES) == files
        assert len(files) >= 20

    @pytest.mark.parametrize("name", QUERIES)
    def test_are_sparql_as_they_stand_for_any_tool(self, name: str) -> None:
        check(QUERIES[name].sparql)
        ox.Store().query(QUERIES[name].sparql)  # with no prefixes but its own
        rdflib.plugins.sparql.prepareQuery(QUERIES[name].sparql)

    @pytest.mark.parametrize("name", QUERIES)
    def test_speak_both_languages(self, name: str) -> None:
        query = QUERIES[name]
        chinese = [query.title_zh, *(parameter.about_zh for parameter in query.parameters)]
        english = [query.title_en, *(parameter.about_en for parameter in query.parameters)]
        assert all(re.search("[\u4e00-\u9fff]", text) for text in chinese)
        assert not any(re.match("[\u4e00-\u9fff]", text) for text in english)
        assert bool(query.note_zh) == bool(query.note_en)

    @pytest.mark.parametrize("name", QUERIES)
    def test_need_what_is_in_the_vocabulary(self, name: str) -> None:
        ontology = (HERE.parents[1] / "ontology" / "county-kg.ttl").read_text("utf-8")
        for predicate in QUERIES[name].needs:
            assert re.search(rf"^{predicate} a ", ontology, re.MULTILINE), predicate

    @pytest.mark.parametrize("name", QUERIES)
    @pytest.mark.parametrize("area", [None, "安和市"])
    def test_get_the_same_answer_from_another_engine(
        self, store: Store, in_rdflib: rdflib.Graph, name: str, area: str | None
    ) -> None:
        given = required(QUERIES[name])
        if QUERIES[name].parameter("area"):
            given["area"] = area
        answer = saved_queries.run(store, name, **given)
        found = in_rdflib.query(QUERIES[name].bind(given))
        assert sorted([str(cell) for cell in row] for row in found) == sorted(  # type: ignore[union-attr]
            [str(cell) for cell in row] for row in answer.rows
        )
        assert answer.rows


class TestAreas:
    @pytest.mark.parametrize("area", ["安和市", "安和", "云海省安和市", "990100"])
    def test_are_known_by_name_short_form_and_code(self, store: Store, area: str) -> None:
        assert [row[0] for row in saved_queries.run(store, "leaders", area=area).rows] == ["安和市", "青溪县"]

    def test_of_one_name_are_all_answered_and_told(self, store: Store) -> None:
        answer = saved_queries.run(store, "projects", area="东湖区")
        assert [row[1] for row in answer.rows] == [MILL, "东湖大桥"]
        assert answer.notes == (
            "'东湖区' is the name of 2 (明珠市 东湖区 980102, 长宁市 东湖区 990202): the answer holds all of them",
        )
        assert saved_queries.run(store, "projects", area="990202").notes == ()

    def test_that_are_one_thing_are_no_note(self, store: Store) -> None:
        assert saved_queries.run(store, "leaders", area="青溪县").notes == ()

    def test_people_of_one_name_are_told(self, store: Store) -> None:
        assert saved_queries.run(store, "posts", person="赵安").notes == (
            "'赵安' is the name of 2: the answer holds all of them",
        )
