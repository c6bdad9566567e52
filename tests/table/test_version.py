"""What makes an article read again: its record, and the code, words, data and libraries that read it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace

import pytest
from conftest import ROOT

from kg.sources.record import RawRecord
from kg.table.version import LIBRARIES, ROOMS, extractor, record_key

RECORD = RawRecord("a", "甲县".encode(), "text", "x.jsonl:1", "题", "2022-01-10", "https://a.example", "甲报")
IMPORTED = """
import sys
from importlib.metadata import packages_distributions
from kg.sources.record import RawRecord
from kg.table.reading import read_record
text = "平原縣委書記張三到平原縣調研，優(yōu)勢(shì)。"
page = "<html><head><title>题</title></head><body><div><p>" + text * 30 + "</p></div></body></html>"
for media, content in (("text", text), ("html", page), ("markdown", "# " + text)):
    read_record(RawRecord(media, content.encode(), media))
of = packages_distributions()
print(*sorted({name for name in sys.modules if name.startswith("kg.")}))
print(*sorted({each for name in sys.modules for each in of.get(name.partition(".")[0], ())}))
"""
NOT_ASKED = {"county-kg", "setuptools"}  # where the package is installed, and what rjieba looks for its version with


@pytest.mark.parametrize("field", [field.name for field in fields(RawRecord)])
def test_every_field_of_a_record_counts_but_where_it_came_from(field: str) -> None:
    changed = {"content": b"1", "media": "html"}.get(field, "else")
    other = replace(RECORD, **{field: changed})
    assert (record_key(other) == record_key(RECORD)) == (field == "origin")


def test_fields_do_not_run_into_one_another() -> None:
    assert record_key(RawRecord("ab", b"c")) != record_key(RawRecord("a", b"bc"))
    assert record_key(RawRecord("a", b"", title="b")) != record_key(RawRecord("a", b"", date="b"))


def test_all_that_reads_an_article_is_counted() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True)
    modules, libraries = (line.split() for line in done.stdout.splitlines())
    rooms = {name.split(".")[1] for name in modules}
    assert rooms - {*ROOMS} == {"sources"}, "what is read from a source is in the record's key; all else in ROOMS"
    assert {each.replace("_", "-") for each in libraries} - {*LIBRARIES} - NOT_ASKED == set()


@pytest.mark.parametrize("part", ["mentions/people.py", "lexicons/posts.toml", "data/names/given.txt"])
def test_a_change_of_code_words_or_data_counts(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.table import version

    before = extractor()
    parts = [*version._parts()]
    room = part.partition("/")[0]
    number = next(i for i, (name, _) in enumerate(parts) if name.startswith(room))
    parts[number] = (parts[number][0], parts[number][1] + b"\n")
    monkeypatch.setattr(version, "_parts", lambda: iter(parts))
    assert version.extractor.__wrapped__() != before
