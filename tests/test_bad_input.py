"""Bad input: a clear word on standard error and in the report, the exit code that says so, and all else built."""

from __future__ import annotations

import json
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Kg, ended, started

from kg import pipeline
from kg.pipeline import build_world
from kg.relations import registry
from kg.repair.pipeline import repair
from kg.sources.record import Problem, RawRecord
from kg.table import reading as table_reading

GOOD = "平原县委书记张三到平原县教育局调研。\n平原县委副书记、县长李四参加调研。\n"
BINARY = b"\x7f\x00\x01" + random.Random(7).randbytes(5_000) + b"\x00"
MEGABYTES_50 = 50_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of sources with one good article."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "good.txt").write_text(GOOD, "utf-8")
    return sources


def line(name: str, text: str = GOOD) -> str:
    return json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n"


def in_report(output: Path) -> str:
    """The part of the report that tells what was left out, without the marks that Markdown wants."""
    return (output / "report.md").read_text("utf-8").partition("## What was left out")[2].replace("\\", "")


def assert_good_is_built(output: Path) -> None:
    graph = (output / "graph.ttl").read_text("utf-8")
    assert all(f'schema:name "{name}"' in graph for name in ("张三", "李四", "平原县"))


BAD_FILES: dict[str, tuple[str, bytes, str]] = {  # what it is: name, content, the word
    "empty file": ("a.txt", b"", "is empty"),
    "nothing but white space": ("a.txt", b" \n\n\t", "is empty"),
    "empty JSON lines": ("a.jsonl", b"\n", "is empty"),
    "binary": ("a.txt", BINARY, "the record is binary, not text"),
    "image": ("a.txt", b"\x89PNG\r\n\x1a\n" + BINARY, "the record is a PNG image, not text"),
    "English": ("a.txt", b"The county secretary inspected the new park on Monday. " * 20, "the text is not Chinese"),
    "Japanese": ("a.txt", "今日は新しい工業団地を視察しました。".encode("euc-jp") * 20, "the text is Japanese"),
    "encoding of seven bits": ("a.txt", GOOD.encode("utf-7"), "the text is not Chinese"),
    "JSON lines in GBK": ("a.jsonl", line("x").encode("gbk"), "the line is not UTF-8"),
    "invalid JSON": ("a.jsonl", b'{"text": "\n', "invalid JSON"),
    "no object": ("a.jsonl", b"[1, 2]\n", "the line is no JSON object"),
    "no text": ("a.jsonl", b'{"id": "x"}\n', "has no text"),
    "another suffix": ("a.pdf", b"%PDF-1.4", "1 file with suffix .pdf left out"),
    "a name that steers the terminal": ("a\x1b[2J\u202e.txt", b"", "is empty"),
}


class TestFile:
    @pytest.mark.parametrize(("name", "content", "word"), BAD_FILES.values(), ids=BAD_FILES)
    def test_is_told_and_the_others_are_built(
        self, kg: Kg, folder: Path, tmp_path: Path, name: str, content: bytes, word: str
    ) -> None:
        (folder / name).write_bytes(content)
        done = kg("build", folder, "-o", tmp_path / "output")
        report = (tmp_path / "output" / "report.md").read_text("utf-8")
        assert (done.code, "Traceback" in done.err) == (1, False)
        assert re.search(rf"^kg: \S.*: .*{re.escape(word)}.*\. \S+", done.err)  # where, what, and how to mend
        assert word in in_report(tmp_path / "output")
        assert not re.search("[\x1b\u202e]", done.err + report)
        assert_good_is_built(tmp_path / "output")

    @pytest.mark.parametrize("content", [
        "Секретарь уезда посетил новый завод. ".encode("koi8-r") * 20,
        bytes(random.Random(7).choices(range(0x81, 0xFF), k=5_000)),
    ], ids=["Russian", "noise"])  # fmt: skip
    def test_of_unknown_bytes_is_told(self, kg: Kg, folder: Path, tmp_path: Path, content: bytes) -> None:
        (folder / "a.txt").write_bytes(content)
        assert "a.txt" in kg("build", folder, "-o", tmp_path / "output").err

    def test_of_json_lines_with_a_bad_line_gives_the_good_ones(self, kg: Kg, tmp_path: Path) -> None:
        lines = tmp_path / "news.jsonl"
        lines.write_text(line("one") + '{"id": "two", \n' + line("three", GOOD.replace("张三", "王五")), "utf-8")
        done = kg("build", lines, "-o", tmp_path / "output")
        assert done.code == 1 and "news.jsonl:2:" in done.err and "invalid JSON" in in_report(tmp_path / "output")
        assert_good_is_built(tmp_path / "output")
        assert '"王五"' in (tmp_path / "output" / "graph.ttl").read_text("utf-8")

    def test_that_may_not_be_read_is_told(self, kg: Kg, folder: Path, tmp_path: Path) -> None:
        secret = folder / "secret.txt"
        secret.write_text(GOOD, "utf-8")
        secret.chmod(0)
        if os.access(secret, os.R_OK):
            pytest.skip("this user may read everything")
        done = kg("build", folder, "-o", tmp_path / "output")
        assert done.code == 1 and "permission denied" in done.err
        assert_good_is_built(tmp_path / "output")

    @pytest.mark.parametrize("name", ["long.txt", "long.jsonl"])
    def test_of_one_line_of_50_mb_is_told_in_time(self, folder: Path, tmp_path: Path, name: str) -> None:
        sentence = "平原县委书记张三主持召开会议，总投资5亿元的平原县乙新材料产业园项目开工，"
        text = sentence * (MEGABYTES_50 // len(sentence.encode()))
        (folder / name).write_text(line("long", text) if name.endswith("jsonl") else text, "utf-8")
        done = ended(started("build", "-q", folder, "-o", tmp_path / "output"), seconds=60)
        assert done.code == 1 and name in done.err and "MiB" in done.err
        assert "MiB" in in_report(tmp_path / "output")
        assert_good_is_built(tmp_path / "output")


class TestPath:
    @pytest.mark.parametrize(("name", "word"), [
        ("none.txt", "there is no such file or folder"),
        ("none", "there is no such file or folder"),
        ("empty folder", "the folder holds no articles"),
        ("paper", "its suffix does not say what it holds"),
        ("", "nothing is named"),
    ])  # fmt: skip
    def test_is_told_and_the_others_are_built(self, kg: Kg, folder: Path, tmp_path: Path, name: str, word: str) -> None:
        (tmp_path / "empty folder").mkdir()
        (tmp_path / "paper").touch()
        done = kg("build", tmp_path / name if name else "", folder, "-o", tmp_path / "output")
        assert done.code == 1 and word in done.err and word in in_report(tmp_path / "output")
        assert_good_is_built(tmp_path / "output")

    def test_that_vanishes_while_others_are_read_is_told(self, folder: Path) -> None:
        (folder / "later.txt").write_text(GOOD, "utf-8")
        built = build_world([folder], progress=lambda: (folder / "later.txt").unlink(missing_ok=True))
        assert [article.id for article in built.summary.articles] == ["good.txt"]
        (problem,) = built.summary.problems
        assert "later.txt" in problem.origin and problem.what == "there is no such file or folder"


def files_of(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class TestNothingReadable:
    @pytest.mark.parametrize("write", [
        lambda folder: (folder / "good.txt").unlink(),
        lambda folder: (folder / "good.txt").write_bytes(b""),
        lambda folder: (folder / "good.txt").write_bytes(BINARY),
    ], ids=["no files", "empty", "binary"])  # fmt: skip
    def test_builds_nothing_and_leaves_the_last_build_alone(
        self, kg: Kg, folder: Path, tmp_path: Path, write: Callable[[Path], object]
    ) -> None:
        assert kg("build", "-q", folder, "-o", tmp_path / "output").code == 0
        before = files_of(tmp_path / "output")
        write(folder)
        done = kg("build", folder, "-o", tmp_path / "output")
        assert done.code == 2 and "nothing was built: no article could be read" in done.err
        assert files_of(tmp_path / "output") == before


CLAUSE = "平原县委书记张三表示，总投资5亿元的云帆锂电池项目开工"
LONG: dict[str, Callable[[int], str]] = {  # what it is: the text of so many clauses
    "no full stop": lambda clauses: "，".join([CLAUSE] * clauses),
    "no mark at all": lambda clauses: CLAUSE.replace("，", "") * clauses,
    "one word": lambda clauses: "天地" * 15 * clauses,
    "a list of projects": lambda clauses: "、".join(f"云帆{number}万吨新材料项目" for number in range(2 * clauses)),
    "a list of areas": lambda clauses: "、".join(["平原县", "齐河县", "市中区", "鼓楼区", "通州"] * clauses),
}


class TestLong:
    @pytest.mark.parametrize("what", LONG)
    def test_four_times_the_text_takes_not_sixteen_times_as_long(self, what: str) -> None:
        def seconds(clauses: int) -> float:
            record = RawRecord("long", ("甲县开会。" + LONG[what](clauses)).encode())
            start = time.process_time()
            assert not isinstance(pipeline.read_record(record), Problem)
            return time.process_time() - start

        seconds(10)  # lexicons are loaded
        assert seconds(800) < 9 * seconds(200) + 0.2


class TestFaultOfOurs:
    @pytest.fixture
    def two(self, folder: Path) -> Path:
        (folder / "bad.txt").write_text("齐河县委书记王五到齐河县调研。\n", "utf-8")
        return folder

    def check(self, kg: Kg, two: Path, output: Path) -> None:
        done = kg("build", two, "-o", output)
        assert done.code == 1 and "Traceback" not in done.err
        assert "bad.txt: a fault in kg while reading it: ZeroDivisionError at test_bad_input.py:" in done.err
        assert "ZeroDivisionError" in in_report(output)
        assert_good_is_built(output)

    def test_in_an_extractor_costs_one_article(
        self, kg: Kg, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(reading: object) -> object:
            return 1 // 0 if reading.article.id == "bad.txt" else iter(())  # type: ignore[attr-defined]

        monkeypatch.setattr(registry, "EXTRACTORS", {**registry.EXTRACTORS, "broken": broken})
        self.check(kg, two, tmp_path / "output")

    def test_in_repair_costs_one_article(
        self, kg: Kg, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(table_reading, "repair", broken_repair)
        self.check(kg, two, tmp_path / "output")

    def test_in_repair_costs_one_article_of_kg_repair_too(
        self, kg: Kg, two: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(table_reading, "repair", broken_repair)
        done = kg("repair", two)
        assert (done.code, done.out) == (1, GOOD) and "bad.txt: a fault in kg" in done.err

    def test_of_a_process_that_is_killed_ends_the_build_with_a_word(
        self, kg: Kg, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pipeline, "_outcomes_of", die)
        done = kg("build", two, "-o", tmp_path / "output", "--jobs", "2")
        assert done.code == 2 and "was killed" in done.err and "--jobs" in done.err
        assert not (tmp_path / "output").exists()


def broken_repair(record: RawRecord) -> object:
    return 1 // 0 if record.id == "bad.txt" else repair(record)


def die(_: object) -> None:
    """What a process does that the system ends for want of memory."""
    os._exit(9)
