"""The table of a build's folder: what is taken from it, what is added to it, and what goes.

A build asks `holds` of each record, adds what it had to read, and calls `finish`: articles that no source holds any
more, that changed, or that another version of the extractor read are then gone from the disk too. Before that nothing
is taken away, so a build that is killed leaves all that it and others finished.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from kg.files import writing_whole
from kg.relations.claim import Claim
from kg.sources.record import Problem
from kg.table.columns import CLAIM, INFO, KEYS, SEGMENT, SUMMARY, TURNED_DOWN
from kg.table.rows import ArticleClaims, ArticleInfo, ArticleSummary, Segment, TurnedDown
from kg.table.shards import (
    REMEDY,
    UNFINISHED,
    Row,
    TableUnreadable,
    connected,
    merge_shards,
    read_file,
    read_keys,
    remnants,
    remove_shard,
    shard_names,
    write_shard,
)
from kg.table.version import extractor

PROBLEMS = "problems.json"
PLACE = Path("store") / "claims"  # below the folder of a build
ARTICLES_READ, CLAIMS_READ = 64, 4096  # after which a shard is written: some seconds of reading are lost by a kill
FULL = 4096  # articles of a shard that `finish` puts together
SMALL = FULL // 2
MOST_SMALL = 8  # shards that are not yet worth putting together


class ClaimsTable:
    """The table in a folder, open for one build. `known` are the articles in it that may be taken from it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, any_version: bool = False) -> None:
        self._connection, self._folder = connection, folder
        self._waiting: list[Row] = []
        self._articles: dict[str, list[tuple[str, str, str]]] = {}  # shard → (id, record, extractor) of its articles
        self._place: dict[tuple[str, str], str] = {}  # (id, record) → shard
        self._live: dict[str, set[str]] = defaultdict(set)  # shard → ids of the articles that this build has
        self._any_version = any_version
        for name in shard_names(folder):
            self._take_in(name)

    def _take_in(self, name: str) -> None:
        self._articles[name] = read_keys(self._connection, self._folder / name)
        for article, record, version in self._articles[name]:
            if self._any_version or version == extractor():
                self._place.setdefault((article, record), name)

    def holds(self, article: str, record: str) -> bool:
        """Whether the table has this article as it is in its source; it is then part of this build."""
        shard = self._place.get((article, record))
        if shard is None:
            return False
        self._live[shard].add(article)
        return True

    def add(self, record: str, told: ArticleClaims) -> None:
        """Take in an article that was read. Raises OSError where a shard cannot be written."""
        self._waiting.append(Row(record, extractor(), told))
        if len(self._waiting) >= ARTICLES_READ or sum(len(row.told.claims) for row in self._waiting) >= CLAIMS_READ:
            self._write()

    def _write(self) -> None:
        if not self._waiting:
            return
        (self._folder / PROBLEMS).unlink(missing_ok=True)  # until `finish`, this is no table to build from alone
        name = write_shard(self._connection, self._folder, self._waiting)
        self._articles[name] = [(row.told.info.id, row.record, row.extractor) for row in self._waiting]
        self._live[name] = {row.told.info.id for row in self._waiting}
        self._waiting = []

    def keep_all(self, but: Collection[str] = ()) -> set[str]:
        """Make every article part of this build but those named, and give the names that the table does not hold."""
        for (article, _), shard in self._place.items():
            if article not in but:
                self._live[shard].add(article)
        return {*but} - {article for article, _ in self._place}

    @property
    def of_other_versions(self) -> int:
        """How many articles of this build another version of the extractor read."""
        return sum(
            version != extractor() and article in self._live[shard]
            for shard, articles in self._articles.items() for article, _, version in articles
        )  # fmt: skip

    def finish(self, problems: Iterable[Problem] = ()) -> None:
        """Write what waits, take away what is not part of this build, and keep what could not be read. Raises OSError
        or TableUnreadable."""
        self._write()
        self._tidy()
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = [[problem.origin, problem.what, problem.remedy] for problem in sorted(problems, key=str)]
        with writing_whole(self._folder / PROBLEMS) as file:
            file.write(json.dumps(kept, ensure_ascii=True, indent=0).encode())

    def problems(self) -> list[Problem]:
        """What the build that wrote the table could not read. Raises TableUnreadable."""
        path = self._folder / PROBLEMS
        try:
            return [Problem(*map(str, each)) for each in json.loads(path.read_bytes())]
        except FileNotFoundError as error:
            raise TableUnreadable(f"{self._folder}: holds no finished table. Build from the sources first") from error
        except (OSError, ValueError, TypeError) as error:
            raise TableUnreadable(f"{path}: cannot be read ({error}). {REMEDY}") from error

    def _tidy(self) -> None:
        whole, parted = [], []
        for name, articles in self._articles.items():
            live = self._live.get(name, set())
            if live:
                (whole if len(live) == len(articles) else parted).append(name)
        small = [name for name in whole if len(self._articles[name]) < SMALL]
        merging = sorted(parted + (small if len(small) > MOST_SMALL else []))
        for group in self._in_groups(merging):
            parts = [(name, [each for each in self._articles[name] if each[0] in self._live[name]]) for name in group]
            merged = merge_shards(self._connection, self._folder, parts)
            for name, articles in parts:
                del self._live[name]
                self._live[merged] |= {article for article, _, _ in articles}
            self._articles[merged] = [each for _, articles in parts for each in articles]
        for name in list(self._articles):
            if not self._live.get(name):
                remove_shard(self._folder, name)
                del self._articles[name]

    def _in_groups(self, names: list[str]) -> Iterator[list[str]]:
        """The names in runs that hold at most FULL live articles, or one shard."""
        group: list[str] = []
        for name in names:
            if group and sum(len(self._live[each]) for each in (*group, name)) > FULL:
                yield group
                group = []
            group.append(name)
        if group:
            yield group

    def heads(self) -> Iterator[tuple[ArticleInfo, ArticleSummary]]:
        """Every article of this build: what evidence and the report need of it."""
        first, second = len(KEYS), len(KEYS) + len(INFO.columns)
        for cells in self._cells("articles"):
            yield INFO.value(cells[first:second]), SUMMARY.value(cells[second:])

    def claims(self) -> Iterator[tuple[str, Claim, Segment]]:
        """Every claim of this build, with its article and segment, article by article."""
        split = len(CLAIM.columns)
        for cells in self._cells("claims"):
            segment = SEGMENT.value(cells[split:])
            yield segment.article, CLAIM.value(cells[:split]), segment

    def turned_down(self) -> Iterator[TurnedDown]:
        """Every candidate that was turned down."""
        return map(TURNED_DOWN.value, self._cells("rejected"))

    def _cells(self, file: str) -> Iterator[tuple[object, ...]]:
        for name in sorted(self._articles):
            live = self._live.get(name, set())
            if live:
                whole = len(live) == len(self._articles[name])
                yield from read_file(self._connection, self._folder / name, file, None if whole else live)


@contextmanager
def opened(folder: Path, fresh: bool = False, any_version: bool = False) -> Iterator[ClaimsTable]:
    """The table of a build's folder, for a build to use and to write; what killed builds left is removed, and with
    `fresh` all else too. Raises TableUnreadable or OSError."""
    place = folder / PLACE
    for left in remnants(place):
        shutil.rmtree(left)
    if fresh:
        for name in shard_names(place):
            remove_shard(place, name)
    with connected(place / f"{UNFINISHED}duckdb") as connection:
        yield ClaimsTable(connection, place, any_version)


@contextmanager
def reading(folder: Path) -> Iterator[ClaimsTable]:
    """The table of a build's folder, or the table itself, to build from it alone: articles that any version of the
    extractor read are taken. Raises TableUnreadable."""
    place = folder / PLACE if (folder / PLACE).is_dir() else folder
    with TemporaryDirectory() as temporary, connected(Path(temporary)) as connection:
        yield ClaimsTable(connection, place, any_version=True)
