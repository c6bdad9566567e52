"""Line breaks inside a sentence are joined; those of paragraphs and lists stay."""

import pytest

from kg.repair.linebreaks import find


def test_after_a_comma():
    text = "以思想破冰引领行动突围，\n加快推动发展。\n与此同时"
    assert [(edit.start, edit.end) for edit in find(text)] == [(12, 13)]


def test_a_text_wrapped_by_hand():
    words = "平原县委书记王某在会上强调全县上下要坚定信心抓好项目建设推动经济社会高质量发展取得新的更大成效" * 4
    wrapped = "\n".join(words[place : place + 30] for place in range(0, len(words), 30))
    text = wrapped
    for edit in sorted(find(wrapped), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    assert text == words


@pytest.mark.parametrize(
    "sound",
    [
        "市长张某\n副市长李某\n秘书长王某",
        "第一段。\n第二段。",
        "项目出彩 比学赶超激斗志\n本次观摩活动是对开局之年的盘点。",
        "参观者在为产品拍照 张某摄\n参观者在进行体验 王某 摄",
    ],
)
def test_left_alone(sound):
    assert find(sound) == []
