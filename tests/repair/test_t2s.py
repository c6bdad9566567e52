"""Traditional to simplified: of the same length, names left alone, simplified text not touched."""

import pytest

from kg.repair.t2s import find, to_simplified


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("棗莊市市中區孟莊鎮黨委書記", "枣庄市市中区孟庄镇党委书记"),
        ("餅乾廠乾燥車間", "饼干厂干燥车间"),
        ("乾隆年間的乾縣，王乾說", "乾隆年间的乾县，王乾说"),
        ("張乾坤與李乾", "张乾坤与李乾"),
        ("行政計畫", "行政计划"),
        ("瞭解情況，瞭望臺", "了解情况，瞭望台"),
        ("慰藉與藉口", "慰藉与借口"),
        ("嶧城區榴園鎮經委主任", "峄城区榴园镇经委主任"),
    ],
)
def test_made_simplified(traditional, simplified):
    assert to_simplified(traditional) == simplified
    assert len(traditional) == len(simplified)


@pytest.mark.parametrize(
    "sound",
    [
        "平原县委书记王玉东表示，全县上下锚定目标。",
        "毕昇书院如期开园，市民李文鑑常来。",  # names keep their characters
        "记者李姝徵从乾县政府获悉",
        "王乾任县长",
        "哪吒汽车生产基地落户桐乡",
        "",
    ],
)
def test_simplified_text_is_not_touched(sound):
    assert find(sound) == []


def test_a_traditional_line_among_simplified_ones_is_mended_alone():
    text = "平原县委书记王某表示，全县将抓好项目建设。毕昇。\n" * 20 + "莊嚴圓滿，師長願眾生不舍親故。"
    edits = find(text)
    assert edits and all(edit.start > text.rindex("\n") for edit in edits)
