"""A build's folder as a stream of triples, in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.exports.reading import Build, BuildUnreadable

PREFIX = "@prefix id: <https://w3id.org/county-kg/id/> . @prefix schema: <https://schema.org/> .\n"


def written(folder: Path, graph: str, evidence: str = "") -> Build:
    (folder / "graph.ttl").write_text(PREFIX + graph, "utf-8")
    (folder / "evidence.ttl").write_text(PREFIX + evidence, "utf-8")
    return Build(folder)


def test_reads_subject_by_subject_across_both_files(tmp_path: Path) -> None:
    build = written(tmp_path, 'id:a schema:name "1" . id:c schema:name "3" .', 'id:b schema:name "2" .')
    assert [subject.iri[-1] for subject in build.subjects()] == ["a", "b", "c"]
    assert [triple.object.value for triple in build.triples()] == ["1", "2", "3"]
    assert [subject.iri[-1] for subject in build.subjects("graph")] == ["a", "c"]
    assert [subject.iri[-1] for subject in build.subjects("evidence")] == ["b"]


def test_sorts_a_file_that_was_joined_by_hand(tmp_path: Path) -> None:
    build = written(tmp_path, 'id:b schema:name "2" . id:a schema:name "1", "0" . id:b schema:url "3", "2" .')
    described = [(subject.iri[-1], [value.value for _, value in subject.statements]) for subject in build.subjects()]
    assert described == [("a", ["0", "1"]), ("b", ["2", "2", "3"])]


def test_says_each_triple_once(tmp_path: Path) -> None:
    build = written(tmp_path, 'id:a schema:name "1" . id:b schema:name "1" . id:a schema:name "1" .')
    assert len(list(build.triples())) == 2


def test_knows_the_base_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text('@prefix id: <https://example.org/x/> . id:a id:b "c" .', "utf-8")
    assert Build(tmp_path).base == "https://example.org/x/"


def test_says_what_is_missing_and_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(BuildUnreadable, match=r"graph\.ttl: cannot be read.*kg build SOURCES -o"):
        list(Build(tmp_path).triples())


@pytest.mark.parametrize(("graph", "reason"), [("id:a schema:name", "no valid Turtle"), ("[] id:b id:c .", "blank")])
def test_says_what_is_broken(tmp_path: Path, graph: str, reason: str) -> None:
    with pytest.raises(BuildUnreadable, match=reason):
        list(written(tmp_path, graph).triples())
