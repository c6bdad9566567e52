"""Builds of the same articles come to the same world: in any order, taken from a table, withdrawn from it."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path

import pytest
from conftest import ROOT
from invented_news import news

from kg.commands.build import tables, write_csv
from kg.graph.stream import write_evidence, write_graph
from kg.graph.triples import TripleMaker
from kg.graph.write import turtle
from kg.linking.statements import OnDisk
from kg.pipeline import Built, build_world, world_of
from kg.sorting import SortedRows
from kg.table.table import opened, reading

ARTICLES = news(60)
SEEDS = sorted((ROOT / "seeds").iterdir())
WITHDRAWN = random.Random(20).sample([*(each["id"] for each in ARTICLES), *(seed.name for seed in SEEDS)], 20)


def made(built: Built) -> dict[str, object]:
    """All that is written of a build but its page; the report is made of its summary and the graph."""
    maker = TripleMaker(built.world)
    files: dict[str, object] = {"report.md": built.summary}
    for name, write in (("graph.ttl", write_graph), ("evidence.ttl", write_evidence)):
        write(maker, file := io.BytesIO())
        files[name] = file.getvalue()
    for name, columns, lines in tables(built):
        write_csv(file := io.BytesIO(), columns, lines)
        files[name] = file.getvalue()
    return files


def sources(folder: Path, articles: list[dict[str, str]], but: str = "") -> list[Path]:
    """The invented articles and the seeds in a folder, without the one named."""
    folder.mkdir(exist_ok=True)
    texts = folder / "a.jsonl"
    lines = [json.dumps(each, ensure_ascii=False) for each in articles if each["id"] != but]
    texts.write_text("\n".join(lines), "utf-8")
    return [texts, *(seed for seed in SEEDS if seed.name != but)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table of all."""
    place = tmp_path_factory.mktemp("table")
    with opened(place) as table:
        build_world(sources(place, ARTICLES), table=table)
    return place


def test_a_table_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with reading(folder) as table:
        assert table.keep_all() == set()
        linked = made(world_of(table, ()))
    assert linked == made(build_world(sources(tmp_path, ARTICLES)))
    assert b"kg:invests" in linked["graph.ttl"] and linked["review.csv"].count(b"\n") > 1  # type: ignore[operator, arg-type]


def test_rows_sorted_on_the_disk_change_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with reading(folder) as table:
        table.keep_all()
        in_memory = world_of(table, ())
        monkeypatch.setattr(SortedRows.__init__, "__defaults__", (7,))
        on_disk = world_of(table, ())
        assert isinstance(on_disk.world.statements, OnDisk) and not isinstance(on_disk.turned_down, tuple)
        assert made(on_disk) == made(in_memory)


def test_files_written_bit_by_bit_are_those_written_at_once(folder: Path) -> None:
    with reading(folder) as table:
        table.keep_all()
        built = world_of(table, ())
    maker, files = TripleMaker(built.world), made(built)
    assert files["graph.ttl"] == turtle(maker.graph()) and files["evidence.ttl"] == turtle(maker.evidence())


def test_the_order_of_articles_changes_nothing(folder: Path, tmp_path: Path) -> None:
    shuffled = random.Random(1).sample(ARTICLES, len(ARTICLES))
    with opened(tmp_path) as table:
        other = made(build_world(reversed(sources(tmp_path / "texts", shuffled)), jobs=2, table=table))
    with reading(folder) as table:
        table.keep_all()
        assert made(world_of(table, ())) == other


@pytest.mark.parametrize("gone", WITHDRAWN)
def test_an_article_withdrawn_is_as_if_it_had_never_been_there(folder: Path, tmp_path: Path, gone: str) -> None:
    with reading(folder) as table:
        assert table.keep_all({gone}) == set()
        left = made(world_of(table, ()))
    assert left == made(build_world(sources(tmp_path, ARTICLES, gone)))
