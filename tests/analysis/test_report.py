"""The report: every section, hostile text as text, the same bytes whatever the order."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kg.analysis import pictures
from kg.analysis.markdown import cell, table
from kg.analysis.report import render_report
from kg.analysis.summary import BuildSummary
from kg.sources.record import Problem
from kg.table.rows import ArticleSummary

ID = "https://w3id.org/county-kg/id/"
HOSTILE = (
    "<script>alert(1)</script>", "a|b|c", "`code`", "line\nbreak\r\n# head", "[x](javascript:alert(1))",
    "![i](http://x/y.png)",
    "**bold** _it_", "http://evil.example/", "www.evil.example", 
    "\u202egnp.exe", "=cmd|' /C calc'!A0", "&lt;b&gt;", "😀" * 500, "~~x~~",
)  # fmt: skip
BUILD = BuildSummary(
    articles=(
        ArticleSummary(
            "b.txt",
            "乙",
            "2030-01-02",
            "云海日报",
            900,
            repairs_by_fixer=(("pinyin", 3), ("html", 1)),
            claims=4,
            zones=(("body", 800), ("boilerplate", 100)),
            guesses=2,
        ),
        ArticleSummary("a.txt", "", "", "", 100, (("html", 2),), 0, (("body", 100),)),
    ),
    problems=(Problem("c.txt", "the file is empty", "Remove it or write into it"),),
    turned_down=(("invests.counted", 2), ("project.class", 3)),
)


def test_it_says_how_many_articles_are_copies(invented):
    assert "cop" not in render_report(BUILD, invented).text.split("## What was repaired")[0]
    graph = Graph()
    for copy, first in (("b", "a"), ("c", "a"), ("e", "d")):
        graph.add((URIRef(ID + copy), URIRef("https://w3id.org/county-kg/ontology#copyOf"), URIRef(ID + first)))
    assert "3 articles are copies of 2 others, by the text of the body" in render_report(BUILD, invented + graph).text


def test_it_says_how_many_decisions_were_followed(invented):
    assert "by hand" not in render_report(BUILD, invented).text
    assert "1 decision by hand followed" in render_report(replace(BUILD, decisions=1), invented).text


def test_it_says_what_was_read_repaired_found_and_left_out(invented):
    report = render_report(BUILD, invented).text
    assert "2 articles, 1,000 characters of clean text." in report
    assert "| body | 900 |" in report and "| boilerplate | 100 |" in report
    assert report.index("| a.txt |") < report.index("| b.txt |")
    assert "6 repairs, 2 of them guesses" in report
    assert "| html | 3 | 2 |" in report and "| pinyin | 3 | 1 |" in report
    assert "4 claims, 3 of them published" in report
    assert "| builds | 0 | 1 | 1 |" in report and "| leads | 1 | 0 | 2 |" in report
    assert "| Planned | 1 | 0 |" in report and "| Denied | 0 | 1 |" in report
    assert "| c.txt | the file is empty | Remove it or write into it |" in report
    assert "1 article without a claim." in report
    assert "5 candidates." in report and "| invests.counted | a count of projects stands between" in report
    assert report.index("| project.class |") < report.index("| invests.counted |")


def test_it_holds_the_analysis(invented):
    report = render_report(BUILD, invented).text
    assert "| 青溪县 | 990121 | 3 | 2 | 15 |" in report
    assert "| 安和市 | 990100 | 5 | 4 | 16.2505 |" in report
    assert "| 青溪县委经济工作会议 | 2030-01-02 | 2 | 工业倍增计划、河湖长制 |" in report
    assert "| 林知远 | official | 2 |" in report
    assert "| 青溪县 | county | 8 |" in report, "six statements, its committee, its prefecture"
    assert "| 青溪县 · 林知远 | 8 | 9 | 1 |" in report
    assert "![Projects by county](charts/projects-by-county.png)" in report


def test_it_refers_to_the_pictures_that_it_has(invented):
    report = render_report(BUILD, invented)
    paths = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", report.text)
    assert sorted(paths) == sorted(picture.path for picture in report.pictures)
    assert all(picture.png.startswith(b"\x89PNG") for picture in report.pictures)


def test_it_says_which_chart_could_not_be_drawn(invented, monkeypatch):
    def fails(size):
        raise ImportError("no module named <PIL>")

    monkeypatch.setattr(pictures, "_font", fails)
    report = render_report(BUILD, invented)
    assert "The chart “Projects by county” could not be drawn: ImportError: no module named &lt;PIL&gt;" in report.text
    assert "charts/" not in report.text


def test_an_empty_build_has_a_report():
    report = render_report(BuildSummary((), ()), Graph()).text
    assert "0 articles" in report and "0 problems" in report


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_is_one_line_without_markup(text):
    shown = cell(text)
    assert "\n" not in shown and "\r" not in shown and "\u202e" not in shown
    assert not re.search(r"[<>]|(?<!\\)[|`*\[\]]|(?<!\\)://|www\.", shown)
    assert len(cell("长" * 9000)) <= 160


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_the_tables_whole(invented, text):
    graph = Graph() + invented
    for entity in ("c1", "o1", "m1", "y1"):
        graph.set((URIRef(ID + entity), RDFS.label, Literal(text)))
    article = ArticleSummary(text, text, text, text, 1, ((text, 1),), 0, ((text, 1),))
    build = BuildSummary((article,), (Problem(text, text, text),))
    report = render_report(build, graph).text
    assert "<" not in report
    for block in re.findall(r"(?:^\|.*\n)+", report, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1, block


def test_a_table_says_how_much_it_leaves_out():
    assert table(("n",), [(i,) for i in range(5)], limit=3).endswith("2 more are not shown.\n")


SCRIPT = """
import sys, random
from rdflib import Graph
from kg.analysis.report import render_report
from kg.analysis.summary import BuildSummary; from kg.table.rows import ArticleSummary
triples = sorted(Graph().parse(sys.argv[1])); random.Random(sys.argv[2]).shuffle(triples)
graph = Graph()
for triple in triples: graph.add(triple)
articles = [ArticleSummary(f"{i}.txt", "题", "", "", i, (("pinyin", i),), i) for i in range(9)]
random.Random(sys.argv[2]).shuffle(articles)
report = render_report(BuildSummary(tuple(articles), ()), graph)
sys.stdout.buffer.write(b"".join([report.text.encode(), *(picture.png for picture in report.pictures)]))
"""


def test_the_same_bytes_under_every_hash_seed_and_order():
    reports = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(Path(__file__).with_name("invented.ttl")), seed],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(reports) == 1
