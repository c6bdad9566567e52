"""A long text is read a block at a time; where the blocks end changes nothing."""

from itertools import pairwise

import pytest

from kg.repair import blocks, census
from kg.repair.blocks import line_blocks
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

TEXTS = (
    "平原签约新项目\n本报讯 4月6日，县委书记李某表示，\n推动项目开工。\n\n编辑：王某\n版权声明：本网所有\n下一行\n",
    "樂陵市委書(shū)記李某說(shuō)：“開(kāi)工”\n毕昇书院开园。\n優(yōu)勢產業發展會議書記區縣長，&nbsp;投資２０２３萬元\U00020000\n",
    "今年,我们立足重点,聚焦产业:投资50.8亿元;于10:30签订,\u200b县委书记寰峰窞出席。",
)


@pytest.mark.parametrize("size", [1, 2, 7, 31])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_size_of_blocks_changes_nothing(monkeypatch, text, size, encoding):
    def read():
        article = repair(RawRecord("a", text.encode(encoding)))
        places = list(article.starts), list(article.ends), list(article.byte_starts)
        return article.text, places, article.zones, article.repairs

    whole = read()
    monkeypatch.setattr(blocks, "SIZE", size)
    monkeypatch.setattr(census, "SIZE", size)
    assert read() == whole


@pytest.mark.parametrize("text", ["", "平原", "平原\n", "\n\n平原县\n德州市", "平原县德州市"])
def test_blocks_of_lines_are_whole_lines_and_all_of_the_text(monkeypatch, text):
    monkeypatch.setattr(blocks, "SIZE", 2)
    found = list(line_blocks(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end == start for (_, end), (start, _) in pairwise(found))
    assert all(text[end - 1] == "\n" for _, end in found[:-1])
