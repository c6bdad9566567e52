"""Entities, tags, invisible characters, full-width digits: gone; Chinese punctuation and real text: kept."""

import pytest

from kg.repair.pipeline import mend


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("总投资&nbsp;5亿元", "总投资 5亿元"),
        ("&ldquo;六稳&rdquo;&amp;nbsp;工作", "“六稳” 工作"),
        ("&#24179;&#x539F;县", "平原县"),
        ("<p>平原</p><p>德州</p>", "平原\n\n德州"),
        ("王某</span><br/>李某", "王某\n李某"),
        ("平原<!-- 注释 -->县<script>var a='<p>';</script>长", "平原县长"),
        ("平\u200b原\ufeff县\u00ad", "平原县"),
        ("\u202e平原县\u202c", "平原县"),
        ("平原\r\n德州\u2028乐陵", "平原\n德州\n乐陵"),
        ("２０２３年投资８．５亿元，增长１０％", "2023年投资8.5亿元，增长10%"),
        ("ＡＩ产业", "AI产业"),
        ("平原\ue5e5县", "平原县"),
        ("平\x00原县", "平原县"),
    ],
)
def test_taken_out(damaged, sound):
    assert mend(damaged)[0].text == sound


@pytest.mark.parametrize(
    "sound",
    [
        "增幅<5%，且>3%",
        "AT&T公司与R&D中心",
        "a<b的情形",
        "人民网－山东频道",
        "，。、；：？！“”‘’（）《》【】—…·",
        "产业&项目",
    ],
)
def test_left_alone(sound):
    assert mend(sound)[0].text == sound
