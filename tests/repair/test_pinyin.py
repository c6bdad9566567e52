"""Pinyin left by a converter, the characters it tore apart, and remarks that only look like it."""

import pytest

from kg.repair.language import Context
from kg.repair.pinyin import find_eaten, find_remarks
from kg.repair.readings import reads, toneless


def mended(text: str) -> str:
    for edit in sorted([*find_eaten(text), *find_remarks(text)], key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("優(yōu)勢(shì)產(chǎn)業(yè)", "優勢產業"),
        ("專(zhuān)業(yè)園區(qū)", "專業園區"),
        ("發(fā)出了事?tīng)?zhēng)一流的動(dòng)員令", "發出了事爭一流的動員令"),
        ("以?xún)?yōu)質(zhì)項(xiàng)目", "以優質項目"),
        ("事\ufffd(tīng)\ufffd(zhēng)一流", "事爭一流"),  # a decoder that kept the bracket
        ("我們(men)這麼(me)說(shuō)", "我們這麼說"),
        ("東風（fēng）", "東風"),
    ],
)
def test_mended(damaged, sound):
    assert mended(damaged) == sound


@pytest.mark.parametrize(
    "sound",
    [
        "四川省成都市郫(pí)都区",  # a reader's aid behind a simplified character
        "枞(zōng)阳县、六(lù)安市",
        "億元(yuan)",
        "臺灣(台湾)、優(第一)",
        "你去哪里?ok)",
        "產品(chanpin)介绍",
    ],
)
def test_left_alone(sound):
    assert mended(sound) == sound


def test_an_eaten_character_that_only_one_fits_is_certain():
    (edit,) = find_eaten("以?xún)?yōu)質(zhì)")
    assert (edit.replacement, edit.certainty) == ("優", 1.0)
    assert "one character fits" in edit.why


def test_readings_are_compared_without_tones():
    assert reads("聽", "tìng") and not reads("聽", "wén")
    assert toneless("lǘ") == "lü"


def test_context_of_an_article_counts_its_names():
    context = Context("趙健健，趙健健")
    assert context.bonus("趙健健") > context.bonus("趙健全")
