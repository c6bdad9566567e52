"""ASCII punctuation made full-width, in texts where nearly all of it is ASCII."""

import pytest

from kg.repair.punctuation import find


def mended(text: str) -> str:
    for edit in reversed(find(text)):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def test_made_full_width():
    damaged = "今年,我们聚焦“3+3”产业:投资50.8亿元,增长8%,于10:30签约;力争早开工!何时?明年"
    assert mended(damaged) == "今年，我们聚焦“3+3”产业：投资50.8亿元，增长8%，于10:30签约；力争早开工！何时？明年"


@pytest.mark.parametrize(
    "sound",
    [
        "8月15日,临港集中开工，总投资288亿元，涵盖产业,将为",  # mixed: the writer's own
        "平原县,德州市",  # too little to tell
        "1,000万元、1,200万元、3,500万元、10:30、11:30",
        "http://a.cn,http://b.cn,http://c.cn:80,x",
    ],
)
def test_left_alone(sound):
    assert find(sound) == []
