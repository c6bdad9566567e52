"""Which encoding bytes are written in: told by their mark, by what they declare, by what fits."""

import pytest

from kg.repair.encodings import detect, encoding_of_line

TEXT = "平原县委书记王某表示，今年全县将推进项目建设，总投资50亿元。"


def test_detection_prefers_utf8_where_it_fits():
    assert detect("联通".encode()) == ("utf-8", 0)


@pytest.mark.parametrize(("content", "encoding", "skipped"), [
    (TEXT.encode("utf-8-sig"), "utf-8", 3), (TEXT.encode("utf-16-be"), "utf-16-be", 0),
    (TEXT.encode("utf-16"), "utf-16-le", 2), (TEXT.encode("gbk"), "gb18030", 0),
    (f'<meta charset="utf-8">{TEXT}'.encode("gbk"), "gb18030", 0),
])  # fmt: skip
def test_what_fits_goes_before_what_is_declared(content, encoding, skipped):
    assert detect(content) == (encoding, skipped)


@pytest.mark.parametrize(("line", "of_file", "expected"), [
    (TEXT.encode(), "gb18030", "utf-8"), (TEXT.encode("gbk"), "utf-8", "gb18030"),
    (TEXT.encode("gbk"), "gb18030", "gb18030"), (b"2022-04-06", "gb18030", "gb18030"),
])  # fmt: skip
def test_a_line_may_be_in_another_encoding_than_its_file(line, of_file, expected):
    assert encoding_of_line(line, of_file) == expected
