"""Repair: a raw record to an article, by separate, named, ordered fixers.

Each fixer is a pure function from a text to edits. They run in the order of `FIXERS`, again and again until none finds
anything to do (one mends what another has laid bare), so that a repaired text repaired again stays as it is.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.repair import byteshift, doubleutf8, leftovers, linebreaks, pinyin, punctuation, readings, spaces, t2s
from kg.repair.article import Article, Repair
from kg.repair.census import Alphabet, Census
from kg.repair.decode import decode
from kg.repair.edits import Edit, Traced
from kg.repair.errors import NotReadable
from kg.repair.frontmatter import find_date, find_publisher, find_title, iso_date
from kg.repair.html import Markup, is_html, read_markup
from kg.repair.kinds import common_share
from kg.repair.repairs import Batch, Repairs
from kg.repair.zones import find_zones
from kg.sources.record import RawRecord


@dataclass(frozen=True, slots=True)
class Fixer:
    """A named way to mend one kind of damage.

    Every text that `find` has edits for holds one of the characters `needs` (the inside of a regular expression's
    class, or what gives it), and passes a `glance` at its census, where the fixer has one.
    """

    name: str
    find: Callable[[str], Sequence[Edit]]
    needs: str | Callable[[], str]
    glance: Callable[[Census], bool] | None = None

    @property
    def characters(self) -> str:
        return self.needs if isinstance(self.needs, str) else self.needs()


FIXERS: tuple[Fixer, ...] = (
    Fixer("double-utf8", doubleutf8.find, doubleutf8.needs),
    Fixer("entities", leftovers.find_entities, "&"),
    # Torn and shifted bytes before anything that changes characters: they are mended from the bytes these stand for.
    Fixer("eaten-characters", pinyin.find_eaten, "?\ufffd"),
    Fixer("byte-shift", byteshift.find, "?\ufffd"),
    Fixer("pinyin", pinyin.find_remarks, "(（", pinyin.syllables),
    Fixer("tags", leftovers.find_tags, "<"),
    Fixer("invisible", leftovers.find_invisible, leftovers.INVISIBLE_ONES),
    Fixer("full-width", leftovers.find_wide, leftovers.WIDE_ONES),
    Fixer("traditional", t2s.find, t2s.needs),
    Fixer("punctuation", punctuation.find, punctuation.NARROW, punctuation.enough),
    Fixer("blank-runs", spaces.find_runs, "\n" + spaces.BLANKS, spaces.odd_runs),
    Fixer("spaced-out", spaces.find_spaced, " "),
    Fixer("line-breaks", linebreaks.find, "\n"),
)
MOST_ROUNDS = 8
NO_MARKUP = Markup()

_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_OTHER_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u0eff\u1100-\u11ff\u3041-\u30ff\uac00-\ud7af]")
_KANA = re.compile("[\u3041-\u30ff]")
# Of Chinese characters among all letters. The most mixed article of 3,138 (a list of foreign companies) has 0.55.
LEAST_CHINESE, MOST_KANA = 0.15, 0.10
SAMPLED = 200_000
LEAST_JUDGED = 100  # characters; in fewer, rare ones prove nothing
LEAST_COMMON = 0.03  # of `common_share`; the least in 638 articles is 0.27, random bytes have 0.006
GLANCE = (
    200  # characters; where more than two thirds are Chinese, and so many common ones, the rest need not be counted
)
PLAINLY = 0.1


def repair(record: RawRecord) -> Article:
    """The article in a record. Raises NotReadable if there is no Chinese text in it.

    >>> article = repair(RawRecord("a.txt", "樂(lè)陵市委書(shū)記樊廷雷說(shuō)".encode()))
    >>> article.text, len(article.repairs), article.bytes_of(0, 1)
    ('乐陵市委书记樊廷雷说', 6, (0, 3))
    """
    decoded = decode(record.content, record.media)
    markup = read_markup(decoded.text) if record.media == "html" or is_html(decoded.text) else Markup()
    traced, repairs, census = _mend(decoded.text, markup)
    repairs = Repairs([decoded.repairs, *repairs.batches]) if decoded.repairs else repairs
    _require_chinese(census)
    text = traced.text
    starts, ends = traced.arrays()
    title = record.title or (markup.title and mend(markup.title)[0].text)
    zones = find_zones(text, title, _clean_spans(markup.furniture, starts))
    return Article(
        id=record.id,
        text=text,
        original=traced.original,
        starts=starts,
        ends=ends,
        byte_starts=decoded.byte_starts,
        zones=zones,
        repairs=repairs,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(record.content).hexdigest(),
        title=title or find_title(text, zones),
        date=iso_date(record.date) or iso_date(markup.date) or find_date(text, zones),
        url=record.url,
        publisher=record.publisher or markup.publisher or find_publisher(text, zones),
    )


def mend(original: str, markup: Markup = NO_MARKUP) -> tuple[Traced, Repairs]:
    """A decoded text with all its damage undone, and what was done.

    >>> traced, repairs = mend("市委書(shū)記２０２３年６月說(shuō)：“開(kāi)工”")
    >>> traced.text, sorted({repair.fixer for repair in repairs})
    ('市委书记2023年6月说：“开工”', ['full-width', 'pinyin', 'traditional'])
    """
    traced, repairs, _ = _mend(original, markup)
    return traced, repairs


def _mend(original: str, markup: Markup) -> tuple[Traced, Repairs, Census]:
    """`mend`, and the census of the clean text."""
    traced = Traced.of(original)
    repairs: list[Batch | tuple[Repair, ...]] = []
    if markup.edits:
        traced, done = traced.apply("html", markup.edits)
        repairs += done.batches
    census = alphabet().census(traced.text)
    for _ in range(MOST_ROUNDS):
        before = traced.text
        for fixer, bit in _bits():
            if not census.mask & bit or (fixer.glance and not fixer.glance(census)):
                continue
            edits = fixer.find(traced.text)
            if not edits:
                continue
            mended, done = traced.apply(fixer.name, edits)
            if mended is not traced:
                traced = mended
                repairs += done.batches
                census = alphabet().census(traced.text)
        if traced.text == before:
            break
    return traced, Repairs(repairs), census


@cache
def alphabet() -> Alphabet:
    """The sets of characters that fixers need and glance at."""
    return Alphabet([*(fixer.characters for fixer in FIXERS), spaces.ODD_BLANKS, readings.LETTERS])


@cache
def _bits() -> tuple[tuple[Fixer, int], ...]:
    """The fixers in order, each with the bit of the characters it needs."""
    return tuple((fixer, alphabet().bits[fixer.characters]) for fixer in FIXERS)


def _clean_spans(spans: tuple[tuple[int, int], ...], starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Spans of the decoded text as spans of the clean text."""
    return tuple((bisect_left(starts, first), bisect_left(starts, last)) for first, last in spans)


def _require_chinese(census: Census) -> None:
    text = census.text
    ascii_, others, common, chinese = census.kinds(GLANCE)
    if 3 * chinese <= 2 * (ascii_ + others + common):
        sample = text[:SAMPLED]
        hanzi, other = len(_HANZI.findall(sample)), len(_OTHER_LETTER.findall(sample))
        if not hanzi and not other:
            raise NotReadable("the record holds no text", "remove it, or crawl it again")
        if not hanzi or hanzi < LEAST_CHINESE * (hanzi + other):
            raise NotReadable("the text is not Chinese", "leave articles of other languages out of the sources")
        if len(_KANA.findall(sample)) > MOST_KANA * (hanzi + other):
            raise NotReadable("the text is Japanese", "leave articles of other languages out of the sources")
    if len(text) > LEAST_JUDGED and common <= PLAINLY * (others + common) and common_share(text) < LEAST_COMMON:
        raise NotReadable(
            "the text has rare characters only, as if its encoding were not Chinese", "convert it to UTF-8"
        )
