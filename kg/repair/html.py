"""The main text of an HTML page, with the place of every character kept.

`kg.repair.markup` finds the blocks; trafilatura says which of them are the main text; where it says nothing (or the
page is too large for it), running text with few links is. Blocks that are not the main text stay in the text and are
told apart as boilerplate.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from kg.repair.edits import Edit
from kg.repair.markup import Block, scan

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S
)
_WORDS = re.compile(r"[\w]+")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[，。！？；]")
_SITE = re.compile(r"\s*[-_|–—＿｜]+\s*[^-_|–—＿｜]{2,30}$")
LARGEST = 3_000_000  # characters; beyond it a page is no article, and trafilatura takes minutes
RUNNING_TEXT, MOST_LINKED = 20, 0.3  # Chinese characters of a block, and share of them in links
_TITLES = ("articletitle", "og:title", "title")
_DATES = ("pubdate", "publishdate", "article:published_time", "og:release_date", "date", "createdate")
_PUBLISHERS = ("contentsource", "source", "og:site_name", "sitename", "site_name", "mediaid")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's markup: the edits that take it out, the places outside its main text, and what it says of itself."""

    edits: tuple[Edit, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


def is_html(text: str) -> bool:
    """Whether a text that claims to be plain is a page.

    >>> is_html("<!DOCTYPE html><html>"), is_html("增幅<5%，平原县<html>")
    (True, False)
    """
    return _LOOKS_LIKE_HTML.match(text) is not None


def read_markup(page: str) -> Markup:
    """The markup of a page.

    >>> page = "<title>平原开工-平原网</title><nav><a href=/>首页</a></nav><h1>平原开工</h1><p>今日项目开工，县长参加。"
    >>> markup = read_markup(page)
    >>> markup.title, [page[start:end] for start, end in markup.furniture]
    ('平原开工', ['平原开工-平原网', '<a href=/>首页</a>'])
    """
    found = scan(page)
    headline = next((block.text for block in found.blocks if block.tag == "h1"), None)
    stated = next((found.meta[key] for key in _TITLES if found.meta.get(key)), None)
    window = next((block.text for block in found.blocks if block.tag == "title"), None)
    title = headline or (_SITE.sub("", stated or window or "") or None)
    main = _main_blocks(page, found.blocks, title)
    furniture = tuple((block.start, block.end) for index, block in enumerate(found.blocks) if index not in main)
    edits = tuple(Edit(cut.start, cut.end, cut.replacement, "HTML markup") for cut in found.cuts)
    return Markup(
        edits,
        furniture,
        title,
        next((found.meta[key] for key in _DATES if found.meta.get(key)), None),
        next((found.meta[key] for key in _PUBLISHERS if found.meta.get(key)), None),
    )


def _words(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _main_blocks(page: str, blocks: list[Block], title: str | None) -> set[int]:
    """Which blocks are main text, by index."""
    extracted = _words(_extract(page))
    lengths = [len(_HANZI.findall(block.text)) for block in blocks]
    if extracted:
        main = {
            index
            for index, block in enumerate(blocks)
            if block.tag != "title" and (words := _words(block.text)) and words in extracted
        }
    else:
        main = {index for index, block in enumerate(blocks) if _runs(block, lengths[index])}
    running = [index for index in sorted(main) if _runs(blocks[index], lengths[index])]
    if running:
        first, last = running[0], running[-1]
        while last + 1 in main:  # a table or a list that ends the article
            last += 1
        # trafilatura drops short paragraphs and repeated ones between others; it also picks up stray short lines.
        main |= {index for index in range(first, last) if _runs(blocks[index], lengths[index])}
        main = {index for index in main if lengths[index] >= RUNNING_TEXT or first <= index <= last}
    if title:
        main |= {i for i, block in enumerate(blocks) if block.tag != "title" and _words(block.text) == _words(title)}
    return main


def _runs(block: Block, hanzi: int) -> bool:
    return (
        block.tag != "title"
        and bool(_SENTENCE.search(block.text))
        and hanzi >= RUNNING_TEXT / 2
        and block.linked <= MOST_LINKED * len(block.text)
    )


def _extract(page: str) -> str:
    """trafilatura's main text, empty where it finds none."""
    if len(page) > LARGEST or not page.strip():
        return ""
    import trafilatura  # slow to import, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return ""  # a page that breaks the parser still has blocks of its own: `_runs` decides
