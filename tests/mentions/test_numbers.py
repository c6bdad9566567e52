"""Numbers as Chinese news writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.numbers import scaled, value

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(("words", "expected"), [
    ("0", 0), ("17", 17), ("1,234", 1234), ("1，234", 1234), ("1,234,567.5", Decimal("1234567.5")), ("0.5",
    Decimal("0.5")),
    ("一", 1), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百", 100), ("百", 100),
    ("一百零五", 105), ("三百二十一", 321), ("两千零二十三", 2023), ("二〇二三", 2023), ("一千", 1000),
])  # fmt: skip
def test_value(words: str, expected: int | Decimal) -> None:
    assert value(words) == expected


@pytest.mark.parametrize("words", ["", "亿", "abc", "一x", "几", "1.2.3", "-5"])
def test_what_is_no_number(words: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        value(words)


@pytest.mark.parametrize(("number", "scale", "expected"), [
    ("5", "", 5), ("5", "万", 50_000), ("3.2", "万亿", 3_200_000_000_000), ("8.45", "亿", 845_000_000), ("3", "千万",
    30_000_000),
    ("二十", "亿", 2_000_000_000), ("1,200", "万", 12_000_000), ("5", "百万", 5_000_000),
])  # fmt: skip
def test_scaled(number: str, scale: str, expected: int) -> None:
    assert scaled(number, scale) == expected


def test_sums_are_exact() -> None:
    """0.1 as a float would make 21.2亿 something like 2119999999.9999998."""
    assert scaled("21.2", "亿") == 2_120_000_000
    assert scaled("0.7", "亿") == 70_000_000


def written(number: int) -> str:
    """1 to 9999 in Chinese characters, with 零 for skipped places."""
    words, skipped = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if skipped and words else "") + DIGITS[digit] + unit
            skipped = False
        else:
            skipped = True
    return words


@given(st.integers(1, 9999))
def test_every_number_in_chinese_characters(number: int) -> None:
    assert value(written(number)) == number


@given(st.integers(0, 10**12))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert value(f"{number:,}") == value(str(number)) == number
