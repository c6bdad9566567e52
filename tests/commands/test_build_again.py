"""`kg build` into the folder of a build: what is read again, what goes, and that its files are a fresh build's."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import ROOT, Kg, ended, started
from invented_news import news

from kg.table.shards import shard_names
from kg.table.table import ARTICLES_READ, PLACE

SEEDS = sorted((ROOT / "seeds").iterdir())


def written(path: Path, articles: Iterable[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles), "utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """What a build wrote, but for its table."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).parts[0] != "store"
    }


def same(one: Path, other: Path) -> list[str]:
    """The names of the files that differ."""
    first, second = files(one), files(other)
    return [name for name in sorted({*first, *second}) if first.get(name) != second.get(name)]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are read while a test runs."""
    from kg import pipeline

    ids: list[str] = []
    read_record = pipeline.read_record
    monkeypatch.setattr(pipeline, "read_record", lambda record: ids.append(record.id) or read_record(record))
    return ids


class TestAgain:
    def test_reads_only_what_is_new_or_changed(self, kg: Kg, tmp_path: Path, reads: list[str]) -> None:
        articles = news(6)
        texts = written(tmp_path / "a.jsonl", articles[:4])
        assert kg("build", "-q", texts, "-o", tmp_path / "out").code == 0
        assert reads == ["n000", "n001", "n002", "n003"]
        del reads[:]
        articles[1] |= {"text": articles[1]["text"] + "会议还听取了汇报。"}
        articles[2] |= {"date": "2021-01-01"}
        written(texts, [articles[5], *articles[1:4], articles[4]])
        assert kg("build", "-q", texts, "-o", tmp_path / "out").code == 0
        assert reads == ["n005", "n001", "n002", "n004"]
        assert kg("build", "-q", texts, "-o", tmp_path / "fresh").code == 0
        assert same(tmp_path / "out", tmp_path / "fresh") == []

    def test_with_nothing_new_reads_nothing_and_changes_nothing(
        self, kg: Kg, tmp_path: Path, built: Path, reads: list[str]
    ) -> None:
        shutil.copytree(built, tmp_path / "out")
        assert kg("build", "-q", ROOT / "seeds", "-o", tmp_path / "out").code == 0
        assert reads == [] and same(built, tmp_path / "out") == []

    def test_fresh_reads_all(self, kg: Kg, tmp_path: Path, built: Path, reads: list[str]) -> None:
        shutil.copytree(built, tmp_path / "out")
        assert kg("build", "-q", ROOT / "seeds", "-o", tmp_path / "out", "--fresh").code == 0
        assert len(reads) == len(SEEDS) and same(built, tmp_path / "out") == []

    def test_tells_problems_again(self, kg: Kg, tmp_path: Path) -> None:
        texts = written(tmp_path / "a.jsonl", [*news(2), {"id": "none", "text": ""}])
        first, second = (kg("build", "-q", texts, "-o", tmp_path / "out") for _ in range(2))
        assert first.code == second.code == 1 and first.err == second.err != ""
        third = kg("build", "-q", "--from-claims", tmp_path / "out", "-o", tmp_path / "other")
        assert third == first and same(tmp_path / "out", tmp_path / "other") == []

    def test_a_broken_table_is_told(self, kg: Kg, tmp_path: Path, built: Path) -> None:
        shutil.copytree(built, tmp_path / "out")
        for file in (tmp_path / "out").rglob("articles.parquet"):
            file.write_bytes(b"PAR1")
        done = kg("build", "-q", ROOT / "seeds", "-o", tmp_path / "out")
        assert done.code == 2 and "--fresh" in done.err and "Traceback" not in done.err
        assert kg("build", "-q", ROOT / "seeds", "-o", tmp_path / "out", "--fresh").code == 0


def test_a_bare_build_has_the_same_files_but_report_and_page(kg: Kg, tmp_path: Path, built: Path) -> None:
    shutil.copytree(built, tmp_path / "out")
    done = kg("build", ROOT / "seeds", "-o", tmp_path / "out", "--bare")
    assert done.code == 0 and "explorer.html" not in done.out
    left = {name for name in same(built, tmp_path / "out") if not name.startswith("charts/")}
    assert left == {"report.md", "explorer.html"}
    assert not left & {file.name for file in (tmp_path / "out").iterdir()}, "of another graph"


class TestFromClaims:
    def test_gives_the_same_files_without_reading(self, kg: Kg, tmp_path: Path, built: Path, reads: list[str]) -> None:
        assert kg("build", "-q", "--from-claims", built, "-o", tmp_path / "out").code == 0
        assert reads == [] and same(built, tmp_path / "out") == []
        assert not (tmp_path / "out" / "store").exists()

    def test_takes_the_table_itself(self, kg: Kg, tmp_path: Path, built: Path) -> None:
        assert kg("build", "-q", "--from-claims", built / PLACE, "-o", tmp_path / "out").code == 0
        assert same(built, tmp_path / "out") == []

    @pytest.mark.parametrize("arguments", [(), ("seeds", "--from-claims", "output")])
    def test_or_sources_are_wanted_and_not_both(self, kg: Kg, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        done = kg("build", *arguments, "-o", tmp_path)
        assert done.code == 2 and "--from-claims" in done.err

    @pytest.mark.parametrize("name", ["none", "\x1b[2J甲"])
    def test_of_no_table_is_told(self, kg: Kg, tmp_path: Path, name: str) -> None:
        done = kg("build", "--from-claims", tmp_path / name, "-o", tmp_path / "out")
        assert done.code == 2 and "Build from the sources" in done.err and "\x1b" not in done.err

    def test_of_another_version_is_told(self, kg: Kg, tmp_path: Path, built: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
        from kg.table import table

        monkeypatch.setattr(table, "extractor", lambda: "later")
        done = kg("build", "-q", "--from-claims", built, "-o", tmp_path / "out")
        assert done.code == 1 and f"{len(SEEDS)} articles read by another version" in done.err


class TestWithdrawal:
    @pytest.mark.parametrize("gone", SEEDS[:2], ids=lambda seed: seed.name)
    def test_is_as_if_it_had_never_been_there(self, kg: Kg, tmp_path: Path, built: Path, gone: Path) -> None:
        """Two of the seeds, with all files; many articles, without report and page: test_order_and_withdrawal."""
        named, taken_out, never = (tmp_path / name for name in ("named", "taken out", "never"))
        shutil.copytree(built, named)
        shutil.copytree(built, taken_out)
        left = [seed for seed in SEEDS if seed != gone]
        assert kg("build", "-q", "--from-claims", named, "-o", named, "--withdraw", gone.name).code == 0
        assert kg("build", "-q", *left, "-o", taken_out).code == 0
        assert kg("build", "-q", *left, "-o", never).code == 0
        assert same(named, never) == same(taken_out, never) == []
        assert not any(gone.name.encode() in file.read_bytes() for file in named.rglob("*") if file.is_file())

    def test_lasts_for_one_build_from_sources(self, kg: Kg, tmp_path: Path, reads: list[str]) -> None:
        texts = written(tmp_path / "a.jsonl", news(3))
        assert kg("build", "-q", texts, "-o", tmp_path / "out", "--withdraw", "n001").code == 0
        assert reads == ["n000", "n002"]
        assert kg("build", "-q", texts, "-o", tmp_path / "out").code == 0
        assert reads == ["n000", "n002", "n001"]

    @pytest.mark.parametrize("from_claims", [False, True])
    def test_of_an_article_that_is_not_there_is_told(
        self, kg: Kg, tmp_path: Path, built: Path, from_claims: bool
    ) -> None:
        sources = ("--from-claims", built) if from_claims else (SEEDS[0],)
        done = kg("build", "-q", *sources, "-o", tmp_path / "out", "--withdraw", "\x1b[31m甲")
        assert done.code == 1 and "no article has the id \\x1b[31m甲" in done.err


def test_a_killed_build_goes_on(kg: Kg, tmp_path: Path, reads: list[str]) -> None:
    """Killed when a shard is finished: what is in it is not read again, and the files are those of a fresh build."""
    texts = written(tmp_path / "a.jsonl", news(200))
    process = started("build", "-q", texts, "-o", tmp_path / "out")
    place = tmp_path / "out" / PLACE
    while not shard_names(place) and process.poll() is None:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    assert ended(process).code == -signal.SIGKILL, "it was done before it could be killed"
    assert not files(tmp_path / "out"), "no file of the build is there by halves"
    assert kg("build", "-q", texts, "-o", tmp_path / "out").code == 0
    assert len(reads) <= 200 - ARTICLES_READ
    assert kg("build", "-q", texts, "-o", tmp_path / "fresh").code == 0
    assert same(tmp_path / "out", tmp_path / "fresh") == []
