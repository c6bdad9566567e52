"""The main text of an HTML page, with the place of every character kept.

`kg.repair.markup` finds the blocks and the elements that hold them. The element with most of the running text is the
article (the way of Readability); trafilatura is asked where no text runs. Blocks that are not the main text stay in the
text and are told apart as boilerplate.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from kg.repair.edits import Edit
from kg.repair.markup import Block, Container, Page, scan

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S
)
_WORDS = re.compile(r"[\w]+")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[，。！？；]")
_SITE = re.compile(r"\s*[-_|–—＿｜]+\s*[^-_|–—＿｜]{2,30}$")
LARGEST = 3_000_000  # characters; beyond it a page is no article, and trafilatura takes minutes
RUNNING_TEXT, MOST_LINKED = 20, 0.3  # Chinese characters of a block, and share of them in links
MOST_LINKED_IN = (
    0.6  # of a block inside the article: names and places may be links there, lists of articles are all link
)
LITTLE = 0.3  # share of the article's text in a part named as furniture, up to which it is
LONGEST_TITLE, SHORTEST_TITLE = 80, 6
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "menu", "form"))
_FURNITURE = re.compile(
    r"comment|foot|side|relat|recommend|(?<!p)hot|rank|copyright|share|pinglun|gentie|tuijian|xgwz|xiangguan|"
    r"breadcrumb|crumb|toolbar|login|qrcode|hidden|advert|\bad[-_s]?\b"
)
_LABEL = re.compile(r"^\s*(?:来源|信息来源)\s*[:：]\s*|(?:举报|分享)\s*$")
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
    title = _title(found)
    main = _main_blocks(page, found, title)
    furniture = tuple((block.start, block.end) for index, block in enumerate(found.blocks) if index not in main)
    edits = tuple(Edit(cut.start, cut.end, cut.replacement, "HTML markup") for cut in found.cuts)
    publisher = next((found.meta[key] for key in _PUBLISHERS if found.meta.get(key)), None)
    return Markup(
        edits,
        furniture,
        title,
        next((found.meta[key] for key in _DATES if found.meta.get(key)), None),
        _LABEL.sub("", publisher) if publisher else None,
    )


def _title(found: Page) -> str | None:
    """The headline: the longest line of the page with which its window's title begins, else the title that it states,
    else its first heading. A site's name stands in headings too."""
    window = next((block.text for block in found.blocks if block.tag == "title"), "")
    named = _words(window)
    fitting = [
        block.text
        for block in found.blocks
        if block.tag != "title" and len(block.text) <= LONGEST_TITLE and named.startswith(_words(block.text) or "\0")
    ]
    if fitting and len(_words(max(fitting, key=len))) >= SHORTEST_TITLE:
        return max(fitting, key=len)
    stated = next((found.meta[key] for key in _TITLES if found.meta.get(key)), None)
    headings = [block.text for block in found.blocks if block.tag == "h1" and len(_words(block.text)) >= SHORTEST_TITLE]
    return _SITE.sub("", stated or "") or next(iter(headings), None) or _SITE.sub("", window) or None


def _words(text: str) -> str:
    return "".join(_WORDS.findall(text))


def _main_blocks(page: str, found: Page, title: str | None) -> set[int]:
    """Which blocks are main text, by index: those of the container that holds the running text, without lists of links
    and parts that are named as furniture; where no text runs, what trafilatura counts in."""
    blocks = found.blocks
    lengths = [len(_HANZI.findall(block.text)) for block in blocks]
    running = {index: length for index, length in enumerate(lengths) if _runs(blocks[index], length)}
    if not running:
        main = _extracted(page, blocks)
    else:
        top = _article(found, running)
        first, last = (top, found.containers[top].end) if top >= 0 else (-1, len(found.containers))
        furniture = _named_furniture(found, first, last, running)
        main = {
            index
            for index, block in enumerate(blocks)
            if first <= block.container < last
            and block.tag != "title"
            and not furniture[block.container]
            and block.linked <= MOST_LINKED_IN * len(block.text)
        }
    if title:
        main |= {i for i, block in enumerate(blocks) if block.tag != "title" and _words(block.text) == _words(title)}
    return main


def _article(found: Page, lengths: dict[int, int]) -> int:
    """The container of the article: each running text counts for the one that holds it, half for the one around that,
    and a quarter for the next, as paragraphs often have containers of their own. -1 for the page itself."""
    scores: dict[int, float] = {}
    for index, length in lengths.items():
        container, share = found.blocks[index].container, 1.0
        if _is_furniture(found, container):
            share /= 8
        for _ in range(3):
            scores[container] = scores.get(container, 0.0) + length * share
            if container < 0:
                break
            container, share = found.containers[container].parent, share / 2
    return max(sorted(scores, reverse=True), key=lambda container: scores[container])


def _is_furniture(found: Page, container: int) -> bool:
    """Whether one of the next containers around is named as comments, a list of other articles, a footer."""
    for _ in range(3):
        if container < 0:
            return False
        if _named_so(found.containers[container]):
            return True
        container = found.containers[container].parent
    return False


def _named_so(container: Container) -> bool:
    return container.tag in _FURNITURE_TAGS or _FURNITURE.search(container.label) is not None


def _named_furniture(found: Page, first: int, last: int, lengths: dict[int, int]) -> dict[int, bool]:
    """For each container in the article's whether it, or one around it inside the article's, is named as furniture and
    holds little of the running text."""
    held = [0] * (last + 1)  # the running text in the containers before each
    for index, length in lengths.items():
        if 0 <= first <= found.blocks[index].container < last:
            held[found.blocks[index].container + 1] += length
    for number in range(last):
        held[number + 1] += held[number]
    named = {first: False, -1: False}
    for number in range(first + 1, last):
        container = found.containers[number]
        suspected = not named.get(container.parent, False) and _named_so(container)
        few = held[container.end] - held[number] <= LITTLE * held[last]
        named[number] = named.get(container.parent, False) or (suspected and few)
    return named


def _extracted(page: str, blocks: list[Block]) -> set[int]:
    """The blocks that trafilatura counts as main text, links aside."""
    extracted = _words(_extract(page))
    return {
        index
        for index, block in enumerate(blocks)
        if block.tag != "title"
        and block.linked <= MOST_LINKED_IN * len(block.text)
        and (words := _words(block.text))
        and words in extracted
    }


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
        return trafilatura.extract(page, include_comments=False, include_tables=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return ""  # a page that breaks the parser still has blocks of its own: `_runs` decides
