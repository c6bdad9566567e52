"""Shards of the table: folders of three Parquet files, which are there as a whole or not at all.

A shard is written under a name that begins with `.unfinished`, its files are flushed to the disk, and then the folder
gets its name, which is made from the articles in it. A shard that is taken away loses its `articles.parquet` first: a
folder without it is a remnant, and the next build removes it, as it removes what was never finished.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from kg.table.columns import ARTICLE, CLAIM, FILES, INFO, SEGMENT, SUMMARY, TURNED_DOWN, Column
from kg.table.rows import ArticleClaims

UNFINISHED = ".unfinished-"
FETCHED = 2000  # rows of duckdb's that are made Python's at a time
REMEDY = "Build with --fresh, which reads all articles again"
MEMORY = "256MB"  # that duckdb may take; what it sorts beyond that goes to the disk
DTYPES = {"BIGINT": np.dtype("int64"), "DOUBLE": np.dtype("float64"), "BOOLEAN": np.dtype("bool")}


class TableUnreadable(ValueError):
    """A table that cannot be read; the message says where, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the table: what it says, and the keys that tell whether a source still holds it as it was."""

    record: str
    extractor: str
    told: ArticleClaims


@contextmanager
def connected(temporary: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to duckdb that takes little memory, and puts what does not fit into the folder `temporary`."""
    connection = duckdb.connect(
        config={"memory_limit": MEMORY, "threads": 2, "temp_directory": str(temporary), "pandas_analyze_sample": 0,
                "autoinstall_known_extensions": False, "autoload_known_extensions": False}
    )  # fmt: skip
    try:
        yield connection
    finally:
        connection.close()


def shard_name(articles: Iterable[tuple[str, str, str]]) -> str:
    """The name of the shard that holds these articles (id, record, extractor), in any order."""
    sums = blake2b(digest_size=12)
    for article in sorted(articles):
        for part in article:
            sums.update(part.encode() + b"\0")
    return f"shard-{sums.hexdigest()}"


def write_shard(connection: duckdb.DuckDBPyConnection, folder: Path, rows: Sequence[Row]) -> str:
    """Write rows as one shard of `folder`, and give its name. Raises OSError where it cannot be written."""
    ordered = sorted(rows, key=lambda row: row.told.info.id)
    name = shard_name((row.told.info.id, row.record, row.extractor) for row in ordered)
    cells: dict[str, list[list[Any]]] = {file: [] for file in FILES}
    for row in ordered:
        told = row.told
        cells["articles"].append([row.record, row.extractor, *INFO.cells(told.info), *SUMMARY.cells(told.summary)])
        cells["claims"] += [[*CLAIM.cells(claim), *SEGMENT.cells(segment)] for claim, segment in told.claims]
        cells["rejected"] += [TURNED_DOWN.cells(each) for each in told.turned_down]
    cursor = connection.cursor()
    with _writing(folder, name) as unfinished:
        for file, columns in FILES.items():
            arrays = {column.name: _array(column, i, cells[file]) for i, column in enumerate(columns)}
            typed = ", ".join(f'CAST("{column.name}" AS {column.sql}) AS "{column.name}"' for column in columns)
            _write(cursor.register("arrays", arrays).sql(f"SELECT {typed} FROM arrays"), unfinished / f"{file}.parquet")
    return name


def _array(column: Column, position: int, rows: list[list[Any]]) -> np.ndarray[Any, Any]:
    return np.array([row[position] for row in rows], dtype=DTYPES.get(column.sql, np.dtype(object)))


@contextmanager
def _writing(folder: Path, name: str) -> Iterator[Path]:
    """A folder to write the files of a shard to, which has its name and is on the disk when the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{UNFINISHED}{os.getpid()}-{name}"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        yield unfinished
        for file in FILES:
            _flush(unfinished / f"{file}.parquet")
        _flush(unfinished)
        if not (folder / name).exists():
            unfinished.rename(folder / name)
        _flush(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_shard(folder: Path, name: str) -> None:
    """Take a shard away; a kill meanwhile leaves the whole, or a remnant that is known as such."""
    (folder / name / "articles.parquet").unlink(missing_ok=True)
    shutil.rmtree(folder / name)


def shard_names(folder: Path) -> list[str]:
    """The names of the finished shards of a folder, sorted; none where there is no folder."""
    return sorted(path.parent.name for path in folder.glob("shard-*/articles.parquet"))


def remnants(folder: Path) -> list[Path]:
    """What killed builds left: shards that were not finished, or not wholly taken away."""
    return sorted(
        path for path in folder.glob("*")
        if path.is_dir() and (path.name.startswith(UNFINISHED)
                              or (path.name.startswith("shard-") and not (path / "articles.parquet").exists()))
    )  # fmt: skip


def read_keys(connection: duckdb.DuckDBPyConnection, shard: Path) -> list[tuple[str, str, str]]:
    """(id, record, extractor) of each article of a shard. Raises TableUnreadable."""
    return list(_rows(connection, shard, "articles", ("id", "record", "extractor")))  # type: ignore[arg-type]


def read_file(
    connection: duckdb.DuckDBPyConnection, shard: Path, file: str, wanted: Set[str] | None = None
) -> Iterator[tuple[Any, ...]]:
    """The rows of one file of a shard, those of the `wanted` articles if they are given. Raises TableUnreadable."""
    names = [column.name for column in FILES[file]]
    place = names.index(ARTICLE[file])
    for cells in _rows(connection, shard, file, names):
        if wanted is None or cells[place] in wanted:
            yield cells


def _rows(
    connection: duckdb.DuckDBPyConnection, shard: Path, file: str, names: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    wanted = ", ".join(f'"{name}"' for name in names)
    path = shard / f"{file}.parquet"
    try:
        cursor = connection.cursor().execute(f"SELECT {wanted} FROM read_parquet($path)", {"path": as_pattern(path)})
        while rows := cursor.fetchmany(FETCHED):
            yield from rows
    except duckdb.Error as error:
        raise TableUnreadable(
            f"{path}: cannot be read as a file of the table ({first_line(error)}). {REMEDY}"
        ) from error


def first_line(error: duckdb.Error) -> str:
    """What duckdb says, without the query that it repeats behind that."""
    return str(error).partition("\n")[0]


def as_pattern(path: Path) -> str:
    """A path as duckdb takes it, which reads `*`, `?` and `[` as patterns.

    >>> as_pattern(Path("a[1]/b*.parquet"))
    'a[[]1]/b[*].parquet'
    """
    return re.sub(r"([*?\[])", r"[\1]", str(path))


def merge_shards(
    connection: duckdb.DuckDBPyConnection, folder: Path, parts: Sequence[tuple[str, Sequence[tuple[str, str, str]]]]
) -> str:
    """Write the named articles (id, record, extractor) of several shards as one shard, and give its name; the others
    stay. Raises TableUnreadable or OSError."""
    name = shard_name(article for _, articles in parts for article in articles)
    kept = [(shard, article) for shard, articles in parts for article, _, _ in articles]
    arrays = {key: np.array([each[i] for each in kept], dtype=object) for i, key in enumerate(("shard", "article"))}
    cursor = connection.cursor().register("kept", arrays)
    with _writing(folder, name) as unfinished:
        for file, columns in FILES.items():
            names = ", ".join(f'"{column.name}"' for column in columns)
            paths = ", ".join(_literal(as_pattern(folder / shard / f"{file}.parquet")) for shard, _ in parts)
            shard_of = r"regexp_extract(filename, '(shard-[0-9a-f]+)[\\/][^\\/]*$', 1)"
            try:
                _write(cursor.sql(
                    f"SELECT {names} FROM read_parquet([{paths}], filename = true) "
                    f'WHERE ({shard_of}, "{ARTICLE[file]}") IN (SELECT (shard, article) FROM kept)'
                ), unfinished / f"{file}.parquet")  # fmt: skip
            except duckdb.Error as error:
                raise TableUnreadable(f"{folder}: cannot be put together ({first_line(error)}). {REMEDY}") from error
    return name


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _write(rows: duckdb.DuckDBPyRelation, path: Path) -> None:
    try:
        rows.write_parquet(str(path), compression="zstd")
    except duckdb.IOException as error:
        raise OSError(None, first_line(error), str(path)) from error
