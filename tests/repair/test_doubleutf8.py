"""UTF-8 read wrongly and written again: undone where it is provable."""

import pytest

from kg.repair.doubleutf8 import find


def mended(text: str) -> str:
    for edit in sorted(find(text), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize("sound", ["德州", "平原县委书记王某表示，全县将抓好项目建设。", "总投资50亿元"])
@pytest.mark.parametrize("wrong", ["latin-1", "gb18030"])
def test_undone(sound, wrong):
    damaged = sound.encode().decode(wrong, "replace").replace("\ufffd", "?")
    assert mended(damaged)[:-1] == sound[:-1]


def test_the_issue_example():
    assert mended("寰峰窞") == "德州"


@pytest.mark.parametrize(
    "sound",
    ["联通公司", "涓流汇成大海", "滕州市浣溪村", "Café Genève", "ä ö ü", "鈥", "平原县委书记王玉东", "瀛海镇"],
)
def test_left_alone(sound):
    assert find(sound) == []


def test_a_lost_last_byte_is_a_guess():
    damaged = "德州市".encode().decode("gb18030", "replace").replace("\ufffd", "?")
    (edit,) = find(damaged)
    assert edit.replacement == "德州市" and edit.certainty < 1
