"""Blank space of the page goes, blank space of the sentence stays."""

import pytest

from kg.repair.pipeline import mend


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("今日  首页\u3000\u3000帮助", "今日 首页 帮助"),
        ("平原\u00a0县", "平原 县"),
        ("第一段。   \n\n\n\n　　第二段。\n", "第一段。\n\n 第二段。"),
        ("增长极。 ”6月16日", "增长极。”6月16日"),
        ("平 原 县 委 书 记", "平原县委书记"),
        ("（记者 王某 ）", "（记者 王某）"),
        ("平 原 县 委 书 , 记 王 某 某 ", "平原县委书 , 记 王 某 某"),  # took for ever
        ("平 原 县 委 书 , 记 王 某 某 某", "平原县委书 , 记王某某某"),
    ],
)
def test_closed_up(damaged, sound):
    assert mend(damaged)[0].text == sound


@pytest.mark.parametrize(
    "sound",
    [
        "周口临港开发区二级调研员 李广明：我们",
        "任晓 李 婷 王 帅",
        "目标：\n 一、项目\n 二、民生",
        "5 G 网络 Mate 60 Pro",
    ],
)
def test_left_alone(sound):
    assert mend(sound)[0].text == sound
