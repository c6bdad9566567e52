"""What `kg.sources.readers.read` promises: which files are read, under which ids, and what is said of the others."""

from __future__ import annotations

import io
import itertools
import json
import os
import sys
import types
from collections import Counter
from pathlib import Path

import pytest

from kg.sources import readers
from kg.sources.readers import read
from kg.sources.record import Problem, RawRecord


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "news"


def write(path: Path, content: str | bytes = "平原县委书记王玉东") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*objects: object) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def ids(*paths: str | Path) -> list[str]:
    return [found.id for found in read(paths) if isinstance(found, RawRecord)]


def problems(*paths: str | Path) -> list[str]:
    return [str(found) for found in read(paths) if isinstance(found, Problem)]


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(content)))


class TestFolder:
    def test_is_read_recursively_by_path_component(self, folder: Path) -> None:
        for name in ["b.txt", "a/z.txt", "a/b/c.md", "a.txt", "c.HTM", "d.html"]:
            write(folder / name, name)
        assert ids(folder) == ["a/b/c.md", "a/z.txt", "a.txt", "b.txt", "c.HTM", "d.html"]

    def test_says_what_each_file_is(self, folder: Path) -> None:
        for name in ["a.txt", "b.md", "c.html", "d.HTM"]:
            write(folder / name, name)
        assert [found.media for found in read([folder])] == ["text", "markdown", "html", "html"]

    def test_content_is_the_bytes_of_the_file(self, folder: Path) -> None:
        content = "德州\r\n".encode("gb18030") + b"\x00\xff"
        write(folder / "a.txt", content)
        assert next(iter(read([folder]))).content == content

    def test_hidden_files_and_folders_are_passed_over(self, folder: Path) -> None:
        for name in ["a.txt", ".hidden.txt", ".git/b.txt"]:
            write(folder / name)
        assert ids(folder) == ["a.txt"]
        assert problems(folder) == []

    def test_what_a_build_wrote_is_passed_over(self, folder: Path) -> None:
        """`kg build . -o output`, the second time: the report quotes articles, and would count as one more."""
        write(folder / "a.txt")
        for name in ("graph.ttl", "evidence.ttl", "report.md", "explorer.html", "review.csv", "charts/a.png"):
            write(folder / "output" / name)
        write(folder / "output" / "mine.txt")
        assert ids(folder) == ["a.txt", "output/mine.txt"]
        assert problems(folder) == []

    def test_a_report_is_read_where_no_build_stands(self, folder: Path) -> None:
        write(folder / "b" / "report.md")
        assert "b/report.md" in ids(folder)

    def test_each_other_suffix_is_told_once_with_its_count(self, folder: Path) -> None:
        for name in ["a.txt", "1.xyz", "2.xyz", "sub/3.XYZ", "b.pdf", "README"]:
            write(folder / name)
        assert [each.split(": ")[1] for each in problems(folder)] == [
            "1 file with suffix .pdf left out. Only .txt, .md, .html, .htm, .jsonl are read",
            "3 files with suffix .xyz left out. Only .txt, .md, .html, .htm, .jsonl are read",
            "1 file without a suffix left out. Only .txt, .md, .html, .htm, .jsonl are read",
        ]

    def test_empty_or_without_articles_is_told(self, folder: Path) -> None:
        folder.mkdir()
        assert ["the folder holds no articles" in each for each in problems(folder)] == [True]
        write(folder / "a.pdf")
        assert ["no articles" in each for each in problems(folder)] == [False, True]

    def test_a_ring_of_links_ends(self, folder: Path) -> None:
        write(folder / "a.txt")
        (folder / "ring").symlink_to(folder, target_is_directory=True)
        assert ids(folder) == ["a.txt"]
        assert ["1 linked folder left out" in each for each in problems(folder)] == [True]

    def test_a_broken_link_is_told(self, folder: Path) -> None:
        write(folder / "a.txt")
        (folder / "b.txt").symlink_to(folder / "gone.txt")
        assert ids(folder) == ["a.txt"]
        assert ["there is no such file" in each for each in problems(folder)] == [True]

    def test_a_pipe_does_not_block(self, folder: Path) -> None:
        write(folder / "a.txt")
        os.mkfifo(folder / "b.txt")
        assert ids(folder) == ["a.txt"]
        assert ["no regular file" in each for each in problems(folder)] == [True]

    def test_a_file_that_vanishes_after_listing_is_told_and_the_rest_read(self, folder: Path) -> None:
        for name in ["a.txt", "b.txt", "c.txt"]:
            write(folder / name, name)
        reading = read([folder])
        first = next(reading)
        (folder / "b.txt").unlink()
        rest = list(reading)
        assert [first.id, rest[1].id] == ["a.txt", "c.txt"]
        assert "there is no such file" in str(rest[0])

    def test_a_file_without_permission_is_told_and_the_rest_read(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ["a.txt", "b.txt"]:
            write(folder / name, name)

        def refuse(path: Path, mode: str) -> io.BufferedReader:
            if path.name == "a.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return open(path, mode)

        monkeypatch.setattr(readers, "open", refuse, raising=False)  # root may read everything: chmod shows nothing
        assert ids(folder) == ["b.txt"]
        assert ["permission denied" in each for each in problems(folder)] == [True]

    def test_a_name_that_is_no_utf_8_gives_an_id_that_is(self, folder: Path) -> None:
        folder.mkdir()
        with open(os.path.join(os.fsencode(folder), "德.txt".encode("gb18030")), "wb") as file:
            file.write(b"text")
        assert ids(folder) == ["\\xb5\\xc2.txt"]


class TestFile:
    def test_has_its_name_as_id(self, folder: Path) -> None:
        assert ids(write(folder / "sub" / "a.txt")) == ["a.txt"]

    @pytest.mark.parametrize("content", [b"", b" \r\n\t"])
    @pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
    def test_that_is_empty_is_told(self, folder: Path, name: str, content: bytes) -> None:
        path = write(folder / name, content)
        assert ids(path) == []
        assert ["is empty" in each for each in problems(path)] == [True]

    def test_that_does_not_exist_is_told(self, folder: Path) -> None:
        assert ["there is no such file" in each for each in problems(folder / "none.txt")] == [True]

    @pytest.mark.parametrize("path", ["", "a\0b.txt"])
    def test_with_an_impossible_name_is_told(self, path: str) -> None:
        assert len(problems(path)) == 1

    def test_with_another_suffix_is_told(self, folder: Path) -> None:
        assert ["suffix" in each for each in problems(write(folder / "a.pdf"))] == [True]

    def test_that_is_hidden_is_read_when_named(self, folder: Path) -> None:
        assert ids(write(folder / ".a.txt")) == [".a.txt"]

    def test_of_50_mb_in_one_line_is_too_large_for_an_article(self, folder: Path) -> None:
        path = write(folder / "a.txt", "德州市" * (50_000_000 // 9))
        assert (ids(path), ["16 MiB" in each for each in problems(path)]) == ([], [True])

    @pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
    def test_beyond_the_limit_is_refused(self, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for module in ("readers", "jsonl"):
            monkeypatch.setattr(f"kg.sources.{module}.MAX_BYTES", 1000)
        path = write(folder / name, lines({"text": "x" * 2000}))
        assert ids(path) == []
        assert len(problems(path)) == 1

    def test_names_in_messages_are_escaped(self, folder: Path) -> None:
        path = write(folder / "a\x1b[2J\u202e.txt", b"")
        assert problems(path)[0].startswith("a\\x1b[2J\\u202e.txt: is empty")


class TestJsonLines:
    def test_carry_metadata(self, folder: Path) -> None:
        path = write(
            folder / "a.jsonl",
            lines(
                {
                    "id": "x1",
                    "text": "正文",
                    "title": "标题",
                    "date": "2022-01-10",
                    "url": "http://x",
                    "publisher": "日报",
                    "other": [1],
                }
            ),
        )
        assert list(read([path])) == [
            RawRecord("x1", "正文".encode(), "text", "a.jsonl:1", "标题", "2022-01-10", "http://x", "日报")
        ]

    def test_ids_are_strings_numbers_or_the_line(self, folder: Path) -> None:
        objects = [{"id": 7, "text": "a"}, {"text": "b"}, {"id": "", "text": "c"}, {"id": None, "text": "d"}]
        write(folder / "sub" / "a.jsonl", lines(*objects))
        assert ids(folder) == ["7", "sub/a.jsonl#2", "sub/a.jsonl#3", "sub/a.jsonl#4"]
        assert problems(folder) == []

    def test_blank_lines_count_but_are_passed_over(self, folder: Path) -> None:
        path = write(folder / "a.jsonl", '\n{"text": "a"}\r\n \n{"text": "b"}')
        assert ids(path) == ["a.jsonl#2", "a.jsonl#4"]

    def test_byte_order_mark_is_no_part_of_the_first_line(self, folder: Path) -> None:
        assert ids(write(folder / "a.jsonl", b'\xef\xbb\xbf{"text": "a"}')) == ["a.jsonl#1"]

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (b'{"text": "a"', "a.jsonl:2:13: invalid JSON"),
            (b'["a"]', "a.jsonl:2: the line is no JSON object"),
            (b'{"id": "x"}', "a.jsonl:2: has no text"),
            (b'{"text": null}', "a.jsonl:2: has no text"),
            (b'{"text": " \\n"}', "a.jsonl:2: has no text"),
            (b'{"text": 3}', "a.jsonl:2: `text` is a number"),
            (b'{"text": ["a"]}', "a.jsonl:2: `text` is a list"),
            ('{"text": "德州"}'.encode("gb18030"), "a.jsonl:2: the line is not UTF-8 (byte 11)"),
            (b'{"text": ' + b"1" * 5000 + b"}", "a.jsonl:2: JSON that cannot be read"),
            (b'{"text": ' + b"[" * 200_000, "a.jsonl:2"),
        ],
    )
    def test_a_bad_line_is_told_and_the_rest_read(self, folder: Path, line: bytes, said: str) -> None:
        path = write(folder / "a.jsonl", b'{"text": "a"}\n' + line + b'\n{"text": "c"}\n')
        assert ids(path) == ["a.jsonl#1", "a.jsonl#3"]
        assert [each[: len(said)] for each in problems(path)] == [said]

    @pytest.mark.parametrize("field", ["id", "title", "date", "url", "publisher"])
    def test_metadata_of_another_type_is_told_and_left_out(self, folder: Path, field: str) -> None:
        path = write(folder / "a.jsonl", lines({"text": "a", field: {"x": 1}}))
        assert list(read([path]))[1] == RawRecord("a.jsonl#1", b"a", "text", "a.jsonl:1")
        assert [f"`{field}` is an object" in each for each in problems(path)] == [True]

    def test_a_half_surrogate_pair_is_replaced(self, folder: Path) -> None:
        path = write(folder / "a.jsonl", b'{"id": "\\udc00", "text": "a\\ud83d"}')
        assert [(found.id, found.content) for found in read([path])] == [("\ufffd", "a\ufffd".encode())]

    def test_a_line_of_50_mb_is_told_and_the_next_is_read(self, folder: Path) -> None:
        path = write(folder / "a.jsonl", lines({"text": "德州市" * (50_000_000 // 9)}, {"text": "b"}))
        assert (len(ids(path)), ["16 MiB" in each for each in problems(path)]) == (1, [True])

    def test_utf_16_is_told_once(self, folder: Path) -> None:
        path = write(folder / "a.jsonl", lines(*[{"text": "a"}] * 9).encode("utf-16"))
        assert ["UTF-16" in each for each in problems(path)] == [True]

    def test_a_file_of_another_format_does_not_flood_the_report(self, folder: Path) -> None:
        path = write(folder / "a.jsonl", "no JSON\n" * 1000 + lines({"text": "a"}))
        said = problems(path)
        assert (len(said), said[-1]) == (
            21,
            "a.jsonl: 980 more problems in this file. Mend those above, then read again",
        )
        assert ids(path) == ["a.jsonl#1001"]


class TestStandardInput:
    @pytest.mark.parametrize("before", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
    def test_is_json_lines_if_it_begins_with_a_brace(self, monkeypatch: pytest.MonkeyPatch, before: bytes) -> None:
        feed(monkeypatch, before + lines({"text": "a"}, {"id": "x", "text": "b"}).encode())
        assert ids("-") == [f"stdin#{1 + before.count(10)}", "x"]

    def test_is_else_one_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = "\n 平原县\n第二行 {".encode()
        feed(monkeypatch, content)
        assert list(read(["-"])) == [RawRecord("stdin", content, "text", "stdin")]

    @pytest.mark.parametrize("opening", ["<!DOCTYPE html>", "\n<html lang='zh'>", "<?xml version='1.0'?><html>"])
    def test_may_be_a_page(self, monkeypatch: pytest.MonkeyPatch, opening: str) -> None:
        feed(monkeypatch, (opening + "\n<p>x").encode())
        assert [found.media for found in read(["-"])] == ["html"]

    def test_that_is_empty_or_closed_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, b" \n")
        assert ["is empty" in each for each in problems("-")] == [True]
        monkeypatch.setattr(sys, "stdin", None)
        assert ["closed" in each for each in problems("-")] == [True]

    def test_is_read_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        feed(monkeypatch, b"text")
        assert ids("-", "-") == ["stdin"]


class TestSeveralPaths:
    def test_order_of_paths_does_not_matter(self, folder: Path) -> None:
        paths = [
            write(folder / "b" / "2.txt", "two").parent,
            write(folder / "a" / "2.txt", "another two").parent,
            write(folder / "c" / "b.jsonl", lines({"id": "2.txt", "text": "two"})),
        ]
        readings = {tuple(read(order)) for order in itertools.permutations(paths)}
        assert len(readings) == 1

    def test_same_id_and_content_is_read_once_and_counted(self, folder: Path) -> None:
        counts: Counter[str] = Counter()
        paths = [write(folder / "a" / "1.txt"), write(folder / "b" / "1.txt")]
        assert [type(found) for found in read(paths, counts)] == [RawRecord]
        assert counts == {"duplicate": 1}

    def test_same_id_and_other_content_is_told(self, folder: Path) -> None:
        paths = [write(folder / "a" / "1.txt", "one"), write(folder / "b" / "1.txt", "other")]
        assert [found.content for found in read(paths) if isinstance(found, RawRecord)] == [b"one"]
        assert ["the id 1.txt but other text" in each for each in problems(*paths)] == [True]

    def test_a_path_named_twice_or_within_another_is_read_once(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        inner = write(folder / "sub" / "1.txt")
        monkeypatch.chdir(folder.parent)
        assert ids(folder, inner, inner.parent, "news", "./news/") == ["sub/1.txt"]

    def test_a_hidden_file_within_another_path_is_read_as_named(self, folder: Path) -> None:
        write(folder / "a.txt", "a")
        assert ids(folder, write(folder / ".b.txt", "b")) == [".b.txt", "a.txt"]

    def test_one_path_may_stand_alone(self, folder: Path) -> None:
        write(folder / "a.txt")
        assert [found.id for found in read(str(folder)) if isinstance(found, RawRecord)] == ["a.txt"]

    def test_one_record_is_read_at_a_time(self, folder: Path) -> None:
        for name in ["a.txt", "b.txt"]:
            write(folder / name, name)
        reading = read([folder])
        next(reading)
        write(folder / "b.txt", "changed")
        assert next(reading).content == b"changed"


def test_seeds_are_read(request: pytest.FixtureRequest) -> None:
    seeds = request.config.rootpath / "seeds"
    assert ids(seeds) == sorted(path.name for path in seeds.iterdir())
    assert problems(seeds) == []
