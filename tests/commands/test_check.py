"""`kg check`: what it prints, in which language, and with which exit code; hostile names stay text."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Kg
from hostile import HOSTILE_NAMES
from rdflib import Graph

from kg.graph.vocabulary import DEFAULT_BASE

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from broken import BROKEN, CONTRACT, broken

SH = "http://www.w3.org/ns/shacl#"


@pytest.fixture
def graph(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a graph and gives its folder."""

    def written(text: str) -> Path:
        (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
        return tmp_path

    return written


def test_a_build_of_the_seeds_has_no_findings(kg: Kg, built: Path) -> None:
    done = kg("check", "-g", built)
    assert (done.code, done.err) == (0, "")
    assert done.out == "(0 violations, 0 counts out of bounds, 0 disagreements)\n"


@pytest.mark.parametrize(("lang", "column"), [("zh", 2), ("en", 3)])
@pytest.mark.parametrize("case", BROKEN[::6])
def test_findings_say_how_to_mend_and_where(kg: Kg, graph, case: tuple[str, ...], lang: str, column: int) -> None:
    done = kg("check", "-g", graph(broken(*case[:2])), "--lang", lang)
    assert done.code == 1
    assert case[column] in done.out and "violation  " in done.out


def test_finding_names_label_and_property(kg: Kg, graph) -> None:
    done = kg("check", "-g", graph(CONTRACT.replace('skos:notation "371499"', 'skos:notation "3714"')))
    assert done.out.splitlines()[0] == "violation  甲县 (id:county)  skos:notation  3714"


def test_entities_are_shortened_by_the_base_of_the_graph(kg: Kg, graph) -> None:
    own = CONTRACT.replace(DEFAULT_BASE, "https://kg.example.org/of/")
    done = kg("check", "-g", graph(own.replace('skos:notation "371499"', 'skos:notation "3714"')))
    assert done.out.splitlines()[0] == "violation  甲县 (id:county)  skos:notation  3714"
    without_label = own.replace("rdf:object id:policy", "rdf:object id:nothing")
    assert "id:nothing" in (out := kg("check", "-g", graph(without_label)).out) and "https://kg.example.org" not in out


def test_only_one_check_is_made_where_one_is_named(kg: Kg, graph, tmp_path: Path) -> None:
    folder = graph(broken(*BROKEN[0][:2]))
    bounds = tmp_path / "bounds.toml"
    bounds.write_text('[count]\n"kg:County" = [2, 3]', encoding="utf-8")
    codes = {each: kg("check", "-g", folder, "--only", each, "--expect", bounds).code
             for each in ("shapes", "counts", "disagreements")}  # fmt: skip
    assert codes == {"shapes": 1, "counts": 1, "disagreements": 0}
    done = kg("check", "-g", folder, "--only", "counts", "--expect", bounds)
    assert "1 kg:County in 1 articles, where 2 to 3 are expected" in done.out


def test_a_limit_is_told(kg: Kg, graph) -> None:
    text = CONTRACT.replace("kg:support 1", "kg:support -1")
    done = kg("check", "-g", graph(text), "--limit", "3")
    assert done.out.count("Give the claim exactly one kg:support") == 3
    assert "… and 7 more of shape:Claim; see --limit" in done.out


def test_json_holds_all_in_both_languages(kg: Kg, graph) -> None:
    done = kg("check", "-g", graph(CONTRACT.replace("kg:support 1", "kg:support -1")), "-f", "json", "--limit", "3")
    document = json.loads(done.out)
    assert (document["conforms"], len(document["findings"]), done.code) == (False, 10, 1)
    assert {finding["component"] for finding in document["findings"]} == {"MinInclusiveConstraintComponent"}
    assert all("支持文章数" in finding["message"]["zh"] for finding in document["findings"])
    assert json.loads(kg("check", "-g", graph(CONTRACT), "-f", "json").out) == {"conforms": True, "findings": []}


def test_turtle_is_a_report_that_others_read(kg: Kg, graph) -> None:
    done = kg("check", "-g", graph(broken(*BROKEN[0][:2])), "-f", "turtle")
    report = Graph().parse(data=done.out, format="turtle")
    (row,) = report.query(f"""SELECT ?focus ?path ?shape ?severity {{ ?all <{SH}conforms> false ; <{SH}result> ?one .
        ?one <{SH}focusNode> ?focus ; <{SH}resultPath> ?path ; <{SH}sourceShape> ?shape ;
        <{SH}resultSeverity> ?severity ;
        <{SH}sourceConstraintComponent> <{SH}MaxCountConstraintComponent> }}""")
    assert [str(term).rpartition("/")[2].rpartition("#")[2] for term in row] == [
        "person", "label", "Labelled", "Violation",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["table", "json", "turtle"])
def test_the_same_graph_gives_the_same_bytes(kg: Kg, graph, form: str) -> None:
    folder = graph(
        broken("schema:location id:county", "schema:location [] , []").replace("kg:support 1", "kg:support -1")
    )
    assert kg("check", "-g", folder, "-f", form).out == kg("check", "-g", folder, "-f", form).out


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_never_reach_the_terminal_raw(kg: Kg, graph, name: str) -> None:
    label = str(ox.Literal(name))
    text = CONTRACT.replace('"张三"@zh', f"{label}@zh").replace('"CNY"', label).replace('"第0句原话。"', label)
    done = kg("check", "-g", graph(text))
    assert done.code == 1
    unseen = {char for char in done.out if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}
    assert unseen <= {"\n"}
    assert max(map(len, done.out.splitlines())) < 1000


def test_articles_that_disagree_are_quoted(kg: Kg, graph) -> None:
    more = """
id:project kg:invests id:amount2 .
id:amount2 a schema:MonetaryAmount ; rdfs:label "6亿元"@zh ; schema:value 600000000 ; schema:currency "CNY" ;
    kg:amountKind kg:Planned ; kg:conflictsWith id:amount .
id:claim99 a kg:Claim ; rdf:subject id:project ; rdf:predicate kg:invests ; rdf:object id:amount2 ; kg:confidence 0.9 ;
    kg:support 1 ; prov:wasDerivedFrom id:segment3 ."""
    done = kg("check", "-g", graph(CONTRACT + more), "--lang", "zh")
    assert done.code == 1
    assert "disagreement  乙项目 (id:project)  6亿元 (id:amount2)" in done.out
    assert "    “第3句原话。” a.txt, 2022-01-10" in done.out
    assert kg("check", "-g", graph(CONTRACT + more), "--only", "shapes").code == 0


@pytest.mark.parametrize(("content", "reason"), [("[count", "no valid TOML"), (None, "cannot be read")])
def test_bounds_that_cannot_be_read(kg: Kg, graph, tmp_path: Path, content: str | None, reason: str) -> None:
    bounds = tmp_path / "bounds.toml"
    if content is not None:
        bounds.write_text(content, encoding="utf-8")
    done = kg("check", "-g", graph(CONTRACT), "--expect", bounds)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err


def test_what_cannot_be_read_is_told(kg: Kg, tmp_path: Path, graph) -> None:
    assert kg("check", "-g", tmp_path / "none").code == 2
    done = kg("check", "-g", graph("no turtle"))
    assert done.code == 2 and "no valid Turtle" in done.err


def test_help_has_an_example(kg: Kg) -> None:
    done = kg("check", "--help")
    assert "Example:" in done.out and "kg check -g output" in done.out
