"""The table of a folder: what is taken from it, what goes, and that a kill at any moment loses no finished shard."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import ROOT
from hostile import HOSTILE_NAMES
from invented import EACH_RELATION, PROJECT, SECRETARY, claim, each, told

from kg.relations.claim import Company, Person
from kg.sources.record import Problem
from kg.table import table as module
from kg.table.rows import ArticleClaims, ArticleSummary, Listed, TurnedDown
from kg.table.shards import TableUnreadable, read_file, shard_names
from kg.table.table import PLACE, PROBLEMS, ClaimsTable, opened, reading


def article(name: str, claims: int = 3) -> ArticleClaims:
    """An invented article with that many claims and one candidate turned down."""
    relations = list(EACH_RELATION)
    one = told(name, [each(relations[number % len(relations)]) for number in range(claims)])
    summary = ArticleSummary(name, "题", "2022-01-10", "甲报", 100, (("pinyin", 2),), claims, (("body", 100),))
    return ArticleClaims(one.info, summary, one.claims, (TurnedDown("invests.counted", name, 0, "甲", "", "甲。"),))


def build(folder: Path, articles: Iterable[ArticleClaims], fresh: bool = False, record: str = "r") -> list[str]:
    """Put articles into the table as a build does; the ids of those that had to be added."""
    added = []
    with opened(folder, fresh) as table:
        for one in articles:
            if not table.holds(one.info.id, record):
                table.add(record, one)
                added.append(one.info.id)
        table.finish()
    return added


def held(folder: Path) -> list[ArticleClaims]:
    """What the table of a folder holds, as it was put in."""
    with reading(folder) as table:
        table.keep_all()
        return listed(table)


def listed(table: ClaimsTable | Listed) -> list[ArticleClaims]:
    return [
        ArticleClaims(
            info, summary,
            tuple((claim, segment) for one, claim, segment in table.claims() if one == info.id),
            tuple(candidate for candidate in table.turned_down() if candidate.article == info.id),
        )
        for info, summary in sorted(table.heads(), key=lambda head: head[0].id)
    ]  # fmt: skip


def names(count: int, first: int = 0) -> list[str]:
    return [f"甲{number:03}" for number in range(first, first + count)]


class TestTable:
    def test_gives_back_what_it_was_given(self, tmp_path: Path) -> None:
        articles = [article(name, claims) for claims, name in enumerate(names(9))]
        assert build(tmp_path, articles) == names(9)
        assert held(tmp_path) == listed(Listed(articles)) == articles

    def test_keeps_hostile_names(self, tmp_path: Path) -> None:
        articles = []
        for number, name in enumerate(HOSTILE_NAMES):
            said = [claim("holds", Person(name), SECRETARY), claim("builds", Company(name), PROJECT)]
            one = told(f"{number:02}{name}", said)
            articles.append(ArticleClaims(one.info, article(one.info.id).summary, one.claims))
        build(tmp_path, articles)
        assert held(tmp_path) == articles

    def test_in_a_folder_with_a_hostile_name(self, tmp_path: Path) -> None:
        folder = tmp_path / "a[1]*?'; DROP TABLE t; --\"{甲}"
        build(folder, map(article, names(5)))
        assert build(folder, map(article, names(3))) == []
        assert [one.info.id for one in held(folder)] == names(3)

    def test_is_empty_where_nothing_was_read(self, tmp_path: Path) -> None:
        assert build(tmp_path, []) == []
        assert held(tmp_path) == []

    def test_holds_an_article_as_it_was_read_and_no_other(self, tmp_path: Path) -> None:
        build(tmp_path, [article("甲")])
        with opened(tmp_path) as table:
            assert not table.holds("甲", "other") and not table.holds("乙", "r") and table.holds("甲", "r")

    def test_forgets_what_another_version_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "extractor", lambda: "before")
        build(tmp_path, map(article, names(3)))
        monkeypatch.setattr(module, "extractor", lambda: "now")
        with reading(tmp_path) as table:
            assert table.keep_all() == set() and table.of_other_versions == 3
        assert build(tmp_path, map(article, names(2))) == names(2)
        with reading(tmp_path) as table:
            assert table.keep_all({"丙"}) == {"丙"} and table.of_other_versions == 0
            assert len(list(table.heads())) == 2

    def test_forgets_what_changed(self, tmp_path: Path) -> None:
        build(tmp_path, [article("甲", 1), article("乙", 1)])
        with opened(tmp_path) as table:
            assert table.holds("乙", "r")
            table.add("changed", article("甲", 2))
            table.finish()
        assert held(tmp_path) == [article("乙", 1), article("甲", 2)]

    def test_forgets_what_is_gone_on_the_disk_too(self, tmp_path: Path) -> None:
        build(tmp_path, [*map(article, names(5)), article("秘密")])
        assert build(tmp_path, map(article, names(5))) == []
        assert not any("秘密".encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        assert len(held(tmp_path)) == 5

    def test_can_be_made_afresh(self, tmp_path: Path) -> None:
        build(tmp_path, map(article, names(3)))
        assert build(tmp_path, map(article, names(3)), fresh=True) == names(3)

    def test_puts_small_shards_together(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "ARTICLES_READ", 2)
        articles = [*map(article, names(50))]
        build(tmp_path, articles)
        assert len(shard_names(tmp_path / PLACE)) == 1
        monkeypatch.setattr(module, "FULL", 20)
        build(tmp_path, articles, fresh=True)
        assert len(shard_names(tmp_path / PLACE)) == 3
        assert held(tmp_path) == articles

    def test_keeps_what_could_not_be_read(self, tmp_path: Path) -> None:
        problem = Problem("甲\"'.txt", "is empty", "Remove it")
        with opened(tmp_path) as table:
            table.finish([problem])
        with reading(tmp_path) as table:
            assert table.problems() == [problem]

    def test_that_is_not_finished_is_no_table_to_build_from(self, tmp_path: Path) -> None:
        build(tmp_path, [article("甲")])
        with opened(tmp_path) as table:
            table.add("r", article("乙"))
            table._write()
        with reading(tmp_path) as table, pytest.raises(TableUnreadable, match="Build from the sources"):
            table.problems()

    @pytest.mark.parametrize("file", ["articles", "claims", "rejected"])
    def test_that_is_broken_says_how_to_mend_it(self, tmp_path: Path, file: str) -> None:
        build(tmp_path, [article("甲")])
        (broken,) = tmp_path.rglob(f"{file}.parquet")
        broken.write_bytes(b"PAR1 no more")
        with pytest.raises(TableUnreadable, match=f"{file}.parquet.*--fresh"), opened(tmp_path) as table:
            table.keep_all()
            listed(table)

    def test_of_other_columns_is_told(self, tmp_path: Path) -> None:
        build(tmp_path, [article("甲")])
        with opened(tmp_path) as table:
            (file,) = tmp_path.rglob("claims.parquet")
            table._connection.sql("SELECT 1 AS relation").write_parquet(str(file))
            table.keep_all()
            with pytest.raises(TableUnreadable, match="--fresh"):
                list(table.claims())


# A build that kills itself when it has opened, renamed or removed something in its folder for the nth time.
KILLED = """
import os, signal, sys
from pathlib import Path
folder, count, moment = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
import duckdb, numpy
from test_table import article, build, module, names
module.ARTICLES_READ, module.MOST_SMALL = 2, 2
seen = 0
def count_and_kill(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir") and str(folder) in str(arguments[0]):
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count_and_kill)
build(folder, map(article, names(count)))
print(seen)
"""


def killed_at(moment: int, folder: Path, count: int) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "table")])
    return subprocess.run(
        [sys.executable, "-c", KILLED, folder, str(count), str(moment)],
        capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path}, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many moments a build of twelve has at which it can be killed, seven being there."""
    folder = tmp_path_factory.mktemp("whole")
    build(folder, map(article, names(7, 3)))
    done = killed_at(-1, folder, 12)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


class TestKill:
    """Seven articles are in the table; builds of twelve are killed, each at another moment."""

    @pytest.mark.parametrize("part", range(6))
    def test_leaves_finished_shards_and_no_half_of_one(self, tmp_path: Path, moments: int, part: int) -> None:
        build(tmp_path, map(article, names(7, 3)))
        done = killed_at(1 + part * (moments - 1) // 5, tmp_path, 12)
        assert done.returncode == -signal.SIGKILL, done.stderr
        with opened(tmp_path) as table:
            for shard in shard_names(tmp_path / PLACE):
                for file in ("articles", "claims", "rejected"):
                    list(read_file(table._connection, tmp_path / PLACE / shard, file))
        added = build(tmp_path, map(article, names(12)))
        assert not set(added) & set(names(7, 3)), "what was there before the kill is still there"
        assert added == [] or part < 5, "all was read when the last build was killed"
        assert held(tmp_path) == [*map(article, names(12))]
        left = {path.name for path in (tmp_path / PLACE).iterdir()}
        assert left == {*shard_names(tmp_path / PLACE), PROBLEMS}
