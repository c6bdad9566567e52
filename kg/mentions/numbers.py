"""Numbers as Chinese news writes them: 1,234.5, 58万, 3.2万亿, 二十, 百."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
# Both kinds begin with one digit, which `re` looks for in a fast loop.
ARABIC = r"\d(?:\d{0,2}(?:[,，]\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)"
CHINESE = r"[一二两三四五六七八九十百千零〇]+"
NUMBER = rf"(?:{ARABIC}|{CHINESE})"


def value(words: str) -> Decimal:
    """The value of a number in Arabic digits (with or without thousands separators) or in Chinese characters.

    >>> value("1,234.5"), value("二十三"), value("百"), value("两")
    (Decimal('1234.5'), Decimal('23'), Decimal('100'), Decimal('2'))

    Raises ValueError where `words` is no number.
    """
    plain = re.sub(r"[,，]", "", words)
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    if not re.fullmatch(CHINESE, plain):
        raise ValueError(f"{words!r} is no number")
    total, digit = 0, None
    for character in plain:
        if character in DIGITS:
            digit = DIGITS[character] if digit is None else digit * 10 + DIGITS[character]
        else:
            total += (1 if digit is None else digit) * SCALES[character]
            digit = None
    return Decimal(total + (digit or 0))


def scaled(number: str, scale: str) -> Decimal:
    """`number` times the scale words behind it (`万`, `亿`, `万亿`, `千万`; "" is one).

    >>> scaled("3.2", "万亿")
    Decimal('3200000000000.0')
    """
    result = value(number)
    for character in scale:
        result *= SCALES[character]
    return result
