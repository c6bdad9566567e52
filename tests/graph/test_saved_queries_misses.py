"""Saved queries asked for what is not there, by nearly right or hostile names, and on graphs that lack something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph import saved_queries
from kg.graph.parameters import ParameterError
from kg.graph.query import Store, open_store
from kg.graph.query_header import parse
from kg.graph.saved_queries import UnknownQuery
from tests.hostile import HOSTILE_NAMES

GRAPH = Path(__file__).parent / "saved_queries.ttl"
QUERIES = saved_queries.catalogue()
MILL = "竹纤维项目"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(GRAPH) as opened:
        yield opened


class TestNamesThatAreNotThere:
    @pytest.mark.parametrize(
        ("name", "given", "said"),
        [
            ("leaders", {"area": "清溪县"}, r"no area '清溪县'. Did you mean 青溪县"),
            ("leaders", {"area": "北京"}, "no area '北京'. It has none like it"),
            ("posts", {"person": "林志远"}, r"no person '林志远'. Did you mean 林知远\?"),
            ("posts", {"person": "青溪县"}, "no person '青溪县'"),
            ("sums", {"project": "竹纤维"}, "Did you mean 竹纤维项目"),
            ("builders", {"company": "松枫集团"}, "Did you mean 松风集团"),
            ("policy", {"policy": "工业倍增"}, "Did you mean 工业倍增计划"),
            ("targets", {"indicator": "总产值"}, "Did you mean 工业总产值"),
            ("officials", {"role": "县委副书记"}, "Did you mean 县委书记"),
            ("projects", {"industry": "材料"}, "Did you mean 新材料"),
            ("articles", {"publisher": "云海晚报"}, "Did you mean 云海日报"),
            ("evidence", {"name": "东湖大挢"}, "Did you mean 东湖大桥"),
            ("doubtful", {"relation": "lead"}, "Did you mean leads"),
            ("unpublished", {"modality": "denied"}, "Did you mean Denied"),
        ],
    )
    def test_are_answered_with_the_nearest(self, store: Store, name: str, given: dict[str, object], said: str) -> None:
        with pytest.raises(ParameterError, match=f"^the graph has .*{said}"):
            saved_queries.run(store, name, **given)

    @pytest.mark.parametrize(("name", "meant"), [("laeders", "leaders"), ("Leader", "leaders"), ("领导", "leaders"),
                                                 ("largest project", "largest-projects")])  # fmt: skip
    def test_of_queries_too(self, name: str, meant: str) -> None:
        with pytest.raises(UnknownQuery, match=f"Did you mean {meant}.*kg query --list"):
            saved_queries.get(name)

    def test_of_parameters_too(self, store: Store) -> None:
        with pytest.raises(ParameterError, match=r"leaders has no parameter 'aera'. Did you mean area\?"):
            saved_queries.run(store, "leaders", aera="青溪县")

    @pytest.mark.parametrize("hostile", HOSTILE_NAMES)
    def test_are_shown_as_text(self, store: Store, hostile: str) -> None:
        for ask in (
            lambda: saved_queries.run(store, "leaders", area=hostile),
            lambda: saved_queries.run(store, "targets", year=hostile),
            lambda: saved_queries.run(store, hostile),
            lambda: QUERIES["leaders"].bind({hostile: "甲"}),
        ):
            with pytest.raises((ParameterError, UnknownQuery)) as told:
                ask()
            assert str(told.value).isprintable()
            assert len(str(told.value)) < 600


class TestGraphsThatLackSomething:
    def test_are_told(self, tmp_path: Path) -> None:
        lines = GRAPH.read_text("utf-8").splitlines()
        kept = [re.sub(r"; kg:attends [^;.]*", "", line) for line in lines]
        (tmp_path / "graph.ttl").write_text("\n".join(kept), "utf-8")
        with open_store(tmp_path) as opened:
            answer = saved_queries.run(opened, "attended-with")
        assert answer.rows == ()
        (note,) = answer.notes
        assert note.startswith("the graph has no kg:attends statements")

    def test_evidence_is_elsewhere(self, tmp_path: Path) -> None:
        entities = GRAPH.read_text("utf-8").split("# Asserted by two articles.")[0]
        (tmp_path / "graph.ttl").write_text(entities, "utf-8")
        with open_store(tmp_path / "graph.ttl") as opened:
            assert saved_queries.run(opened, "leaders").rows
            (note,) = saved_queries.run(opened, "evidence", name="青溪县").notes
        assert note == (
            "the graph has no prov:wasDerivedFrom statements: "
            "they are in evidence.ttl, name the folder of the build with -g"
        )

    def test_are_no_note_where_it_has_them(self, store: Store) -> None:
        assert saved_queries.run(store, "attended-with").notes == ()


class TestRunning:
    def test_takes_limits(self, store: Store) -> None:
        answer = saved_queries.run(store, "projects", limit=2, timeout=60)
        assert (len(answer.rows), answer.truncated) == (2, True)

    def test_takes_a_query_of_ones_own(self, store: Store) -> None:
        own = parse(
            "own",
            """# title@zh: 名
# title@en: Names
# parameter: area area required | 地区 | area
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?code { VALUES ?area { "甲县" } ?x rdfs:label ?label ; skos:notation ?code FILTER (STR(?label) = ?area) }""",
        )
        assert saved_queries.run(store, own, area="青溪县").rows == (("990121",),)


@pytest.mark.parametrize("hostile", HOSTILE_NAMES)
def test_hostile_names_are_found_by_name_and_come_back_whole(tmp_path: Path, hostile: str) -> None:
    """Each as the value of a parameter of every kind of entity, in a graph that has it."""
    name = str(ox.Literal(hostile))
    graph = GRAPH.read_text("utf-8")
    for known in ("青溪县", "林知远", MILL, "松风集团", "工业倍增计划", "工业总产值", "新材料", "云海日报"):
        graph = graph.replace(f'"{known}"', name)
    (tmp_path / "graph.ttl").write_text(graph, "utf-8")
    with open_store(tmp_path) as opened:
        assert saved_queries.run(opened, "leaders", area=hostile).rows[0][:3] == (hostile, "990121", hostile)
        assert saved_queries.run(opened, "posts", person=hostile).rows[0][0] == hostile
        assert {row[0] for row in saved_queries.run(opened, "sums", project=hostile).rows} == {hostile}
        assert {row[0] for row in saved_queries.run(opened, "builders", company=hostile).rows} == {hostile}
        assert {row[0] for row in saved_queries.run(opened, "policy", policy=hostile).rows} == {hostile}
        assert saved_queries.run(opened, "targets", indicator=hostile).rows[0][1] == hostile
        assert {row[3] for row in saved_queries.run(opened, "projects", industry=hostile).rows} == {hostile}
        assert saved_queries.run(opened, "articles", publisher=hostile).rows[0][2] == hostile
        assert saved_queries.run(opened, "about", name=hostile).triples
