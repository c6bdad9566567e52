"""Text that is no article: read in linear time, or refused with a word that says what it is."""

from __future__ import annotations

import time

import pytest

from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

NEWS = "平原县委书记王某在会上表示，今年全县将推进重点项目建设。"
LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "哈哈">' + "".join(
    '<!ENTITY lol{} "{}">'.format(number, f"&lol{number - 1};" * 10) for number in range(1, 10)
)


def seconds(content: bytes) -> float:
    started = time.process_time()
    try:
        repair(RawRecord("x", content))
    except NotReadable as refused:
        assert refused.what and refused.remedy
    return time.process_time() - started


@pytest.mark.parametrize(
    "piece",
    [
        NEWS.replace("。", "，"),  # never a full stop, never a line break
        "怎么办?我们来看看平原县?",
        "平原县委?！皫F城",
        "事?tīng)",
        "記者(",
        "平 原 县 ",
        "  县委书记 ",
        "&amp;县委",
        "<!--县委",
        "<div>县委",
        "县\u202e委\u200f书",
        "寰峰窞",
        "å¾·å·ž",
        "涓县委",
        "来源：记者 李某 编辑",
        "县委\ufffd书记",
    ],
)
def test_time_grows_with_length_and_no_faster(piece):
    short, long = (f"{NEWS}{piece * (size // len(piece))}".encode() for size in (2_000, 20_000))
    seconds(short)  # loads what is needed
    assert seconds(long) <= 25 * max(seconds(short), 0.02)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\x00" * 500, "empty"),
        (f"{NEWS}\x00\x01\x02".encode() * 50, "binary"),
        (b"%PDF-1.4 " + NEWS.encode(), "PDF"),
        (b"nothing but English words in this one" * 9, "not Chinese"),
    ],
)
def test_refused_with_a_word(content, word):
    with pytest.raises(NotReadable, match=word):
        repair(RawRecord("x", content))


def test_half_surrogate_pairs_become_replacement_characters_and_are_reported():
    content = (NEWS + "\ud83d" + NEWS).encode("utf-8", "surrogatepass")
    article = repair(RawRecord("x", content))
    assert "\ufffd" in article.text and "\ud83d" not in article.text
    assert {mended.why for mended in article.repairs if mended.fixer == "decode"} >= {"bytes ed are no utf-8"}


def test_entities_that_a_page_defines_are_not_resolved():
    article = repair(RawRecord("x", f"{LAUGHS}]><html><body><p>{NEWS}&lol9;</p></body></html>".encode(), media="html"))
    assert NEWS in article.text and len(article.text) < 5_000


def test_elements_a_thousand_deep_are_read():
    page = "<html><body>" + "<div>" * 5_000 + f"<p>{NEWS}</p>" + "</div>" * 5_000
    assert NEWS in repair(RawRecord("x", page.encode(), media="html")).text


def test_marks_of_direction_are_taken_out():
    assert repair(RawRecord("x", f"{NEWS[:5]}\u202e{NEWS[5:]}\u200f".encode())).text == NEWS
