"""Sketches: what is a copy of a text, and what only looks like one."""

from __future__ import annotations

import pytest
from copies import ANOTHER, REPORT, WEEKS
from opencc import OpenCC

from kg.repair.pipeline import repair
from kg.sources.record import RawRecord
from kg.table.reading import read_record
from kg.table.rows import ArticleClaims
from kg.table.sketch import HEAD, LEAST, SIZE, alike, bins_of, sketch_of, sketch_of_text

TRADITIONAL = OpenCC("s2t").convert(REPORT)
ORIGINAL = f"平原县打响工业攻坚战\n{REPORT}\n"


def sketch(text: str) -> str:
    return sketch_of(repair(RawRecord("a", text.encode())))


@pytest.mark.parametrize("copy", [
    pytest.param(f"200人齐聚平原，为的是这件事\n{REPORT}\n", id="another headline"),
    pytest.param(f"平原县打响工业攻坚战\n{REPORT}"[:1000], id="cut at 1,000 characters"),
    pytest.param(f"来源：乙报\n平原县打响工业攻坚战\n乙报讯（记者 王某）{REPORT}\n编辑：钱某\n", id="another paper"),
    pytest.param(f"平原縣打響工業攻堅戰\n{TRADITIONAL}\n", id="in traditional characters"),
    pytest.param(ORIGINAL.replace("3月5日上午", "今天（3月5日）上午"), id="another word for the day"),
    pytest.param(ORIGINAL.replace("，", ",").replace("。", ". "), id="other marks"),
    pytest.param(ORIGINAL.replace("李向前主持", "李向前主待").replace("补链条", "朴链条"), id="two letters misread"),
    pytest.param("\n".join(REPORT.replace("。", "。\n").split("\n")), id="a line for each sentence"),
])  # fmt: skip
def test_a_copy_is_known(copy: str) -> None:
    assert alike(sketch(ORIGINAL), sketch(copy))


@pytest.mark.parametrize(("one", "other"), [
    pytest.param(REPORT, ANOTHER, id="two reports of one meeting in other words"),
    pytest.param(*WEEKS, id="the price lists of two weeks"),
    pytest.param(REPORT, REPORT[len(REPORT) // 2 :], id="the second half alone"),
    pytest.param("全县开展义务植树活动。" * 5, "全县开展义务植树活动。" * 5, id="texts too short to tell"),
])  # fmt: skip
def test_what_is_no_copy_stays_apart(one: str, other: str) -> None:
    assert not alike(sketch(one), sketch(other))


def test_price_lists_share_more_runs_of_letters_than_two_reports() -> None:
    """Why the figures are needed: the letters alone would nearly make the lists copies."""

    def shared(one: str, other: str) -> int:
        return int((bins_of(sketch(one))[:64] == bins_of(sketch(other))[:64]).sum())

    assert shared(*WEEKS) > 3 * shared(REPORT, ANOTHER)


def test_is_small_and_looks_no_further_than_the_beginning() -> None:
    short, endless = sketch_of_text(REPORT[: HEAD * 2]), sketch_of_text(REPORT + "另一个结尾。" * 100_000)
    assert short == endless and short.isascii() and len(short) == SIZE * 5 // 4
    assert sketch_of_text("县" * (LEAST - 1)) == "" and sketch_of_text("县" * LEAST) != ""


def test_is_read_back_or_refused() -> None:
    with pytest.raises(ValueError, match="bytes"):
        bins_of("abcde")


def test_travels_with_the_article() -> None:
    found = read_record(RawRecord("a", ORIGINAL.encode()))
    assert isinstance(found, ArticleClaims) and found.info.sketch == sketch(ORIGINAL) != ""
