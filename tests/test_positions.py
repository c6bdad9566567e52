"""Positions: every quote of the seeds' graph is found again in the repaired text, and in the bytes of the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from opencc import OpenCC  # type: ignore[import-untyped]

from kg.graph.query import open_store, run
from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

SEGMENTS = """
SELECT DISTINCT ?doc ?exact ?prefix ?suffix ?start ?end ?first ?last ?subject ?object {
  ?segment a oa:SpecificResource ; oa:hasSource/dcterms:identifier ?doc ; oa:hasSelector ?quote, ?text, ?bytes .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  ?text a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?bytes a oa:DataPositionSelector ; oa:start ?first ; oa:end ?last .
  OPTIONAL { ?quote oa:prefix ?prefix }
  OPTIONAL { ?quote oa:suffix ?suffix }
}"""
UNDAMAGED = ("001", "003")  # repaired in nothing but punctuation, spaces and line breaks
LEAST = 0.8  # of a damaged quote's characters that must stand in the bytes as they are
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True)
class Quote:
    """A segment: its words, and where they stand."""

    doc: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    first: int
    last: int

    @property
    def raw(self) -> str:
        """The part of the file's bytes that the segment names, decoded."""
        content = (ROOT / "seeds" / self.doc).read_bytes()
        return content[self.first : self.last].decode("utf-8")


@cache
def article(doc: str) -> Article:
    return repair(RawRecord(doc, (ROOT / "seeds" / doc).read_bytes()))


@pytest.fixture(scope="module")
def quotes(built: Path) -> tuple[Quote, ...]:
    def rows() -> Iterator[Quote]:
        with open_store(built) as store:
            for doc, exact, prefix, suffix, *places in run(store, SEGMENTS).rows:
                start, end, first, last = (int(place or 0) for place in places[:4])
                yield Quote(doc or "", exact or "", prefix or "", suffix or "", start, end, first, last)

    return tuple(rows())


def unmarked(text: str) -> str:
    """`text` without what repair changes in an undamaged article: white space, and full-width for ASCII punctuation."""
    wide = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s“”‘’\"'—–-]", "", wide).replace("。", ".")


def han(text: str) -> str:
    """The Chinese characters of a text in simplified form, inline pinyin gone."""
    return "".join(HAN.findall(OpenCC("t2s").convert(re.sub(r"\([^()\u3400-\u9fff]*\)", "", text))))


def test_all_articles_are_quoted(quotes: tuple[Quote, ...]) -> None:
    assert {quote.doc for quote in quotes} == {file.name for file in (ROOT / "seeds").iterdir()}
    assert len(quotes) >= 50


def test_quotes_stand_in_the_repaired_text(quotes: tuple[Quote, ...]) -> None:
    for quote in quotes:
        text = article(quote.doc).text
        assert text[quote.start : quote.end] == quote.exact
        assert text[: quote.start].endswith(quote.prefix) and text[quote.end :].startswith(quote.suffix)


def test_bytes_are_whole_characters_inside_the_file(quotes: tuple[Quote, ...]) -> None:
    for quote in quotes:
        assert 0 <= quote.first < quote.last <= (ROOT / "seeds" / quote.doc).stat().st_size
        assert quote.raw  # decodes: no character is cut in two


def test_bytes_of_undamaged_articles_are_the_quote(quotes: tuple[Quote, ...]) -> None:
    undamaged = [quote for quote in quotes if quote.doc.startswith(UNDAMAGED)]
    assert len(undamaged) >= 10
    for quote in undamaged:
        assert unmarked(quote.raw) == unmarked(quote.exact)
    assert any(quote.raw == quote.exact for quote in undamaged)


def test_bytes_of_damaged_articles_hold_the_quotes_characters_in_order(quotes: tuple[Quote, ...]) -> None:
    damaged = [quote for quote in quotes if not quote.doc.startswith(UNDAMAGED)]
    assert len(damaged) >= 10
    for quote in damaged:
        wanted, there = han(quote.exact), han(quote.raw)
        blocks = SequenceMatcher(None, wanted, there, autojunk=False).get_matching_blocks()
        share = sum(block.size for block in blocks) / len(wanted)
        assert share >= LEAST, f"{quote.doc}: {share:.2f} of {quote.exact!r} in {quote.raw!r}"


def test_bytes_repaired_alone_give_the_quote_again(quotes: tuple[Quote, ...]) -> None:
    """The bytes are those of the quote and no more: cut out of their article they mend to the same words, but for one
    slice or another that lacks the bytes before it which put a shifted run back into step."""
    alike = [
        SequenceMatcher(None, han(quote.exact), han(mended), autojunk=False).ratio()
        for quote in quotes
        if (mended := repair(RawRecord("slice", quote.raw.encode())).text)
    ]
    assert sum(alike) / len(alike) > 0.99 and min(alike) > LEAST
