"""What the repair stage refuses, and the words it does so in."""

import pytest

from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (bytes(range(256)) * 20, "binary"),
        (b"The county committee held a meeting on Monday.", "not Chinese"),
        ("Le comité départemental s'est réuni à Évreux".encode(), "not Chinese"),
        ("서울시는 오늘 새로운 계획을 발표했다".encode(), "not Chinese"),
        ("これは日本の新聞の記事です。市長が会議で述べた。".encode(), "Japanese"),
        (b"---- ==== ----", "no text"),
    ],
)
def test_refused_with_a_clear_word(content, word):
    with pytest.raises(NotReadable) as caught:
        repair(RawRecord("x", content))
    assert word in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "德州新闻网版权与免责声明：",  # boilerplate alone is readable
        "平原县",
        "华为HUAWEI Mate 60 Pro发布会在深圳举行",
    ],
)
def test_readable(text):
    assert repair(RawRecord("x", text.encode())).text == text
