"""The scanner of HTML: linear, position-keeping, and unmoved by hostile pages."""

import time

import pytest

from kg.repair.markup import scan


def text_of(page: str) -> str:
    cuts = scan(page).cuts
    for cut in sorted(cuts, key=lambda cut: -cut.start):
        page = page[: cut.start] + cut.replacement + page[cut.end :]
    return page


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("平原<b>县</b>长", "平原县长"),
        ("<p class='a>b'>平原</p>", "\n平原\n"),
        ("平<script>if(a<b)document.write('<p>x</p>')</script>原", "平原"),
        ("平<!-- <p> -->原<style>p{}</style>", "平原"),
        ("<td>项目</td><td>投资</td>", "项目 投资 "),
        ("平原\n    县长", "平原县长"),
        ("hello\n  world", "hello world"),
        ("增幅<5%", "增幅<5%"),
        ("<p>平原<script>没有结束", "\n平原没有结束"),
        ("<!-- 没有结束 <p>平原", "<!-- 没有结束 \n平原"),
    ],
)
def test_markup_is_cut(page, text):
    assert text_of(page) == text


@pytest.mark.parametrize(
    "piece", ["<!--", "<script>", "<p ", "<a href='", "<div>", "</", "<![CDATA[", "&amp;<", '<a b="']
)
def test_hostile_pages_take_linear_time(piece):
    started = time.perf_counter()
    scan(piece * (300_000 // len(piece)))
    assert time.perf_counter() - started < 5
