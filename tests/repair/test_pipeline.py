"""The whole of repair: the five seeds, and properties that hold for any text."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.repair.article import Article
from kg.repair.errors import NotReadable
from kg.repair.pipeline import FIXERS, repair
from kg.repair.t2s import by_character
from kg.sources.record import RawRecord

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    return {path.name[:3]: repair(RawRecord(path.name, path.read_bytes())) for path in SEEDS}


def test_five_seeds():
    assert len(SEEDS) == 5


@pytest.mark.parametrize(
    ("seed", "words"),
    [
        ("000", "平原县委书记王玉东"),
        ("000", "发出了事争一流、唯旗是夺的动员令，对平原县"),
        ("000", "与投资50.8亿元的中国多维医药项目签订合作协议"),
        ("002", "樊廷雷：以优质项目推动经济高质量发展"),
        ("002", "打造4大专业园区。"),
        ("002", "德州经济发展的东部增长极。”6月16日，乐陵市委书记樊廷雷说。"),
        ("003", "以思想破冰引领行动突围，加快推动平阴跨越发展。"),
        ("004", "倍增干劲。”滕州市工信局局长孟凡军表示，将第一时间"),
        ("004", "谈未来。“峄城是‘中国石榴之乡’，峄城的石榴"),
        ("004", "进一步做强。”一位同志话音刚落，另一位同志"),
        ("004", "玩在峄城。”榴园镇经委主任张百川听了"),
        ("004", "张家维 赵健健）"),
    ],
)
def test_the_seeds_say_again_what_they_said(seeds, seed, words):
    assert words in seeds[seed].text


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_no_damage_is_left(seeds, seed):
    text = seeds[seed].text
    assert not [c for c in text if "\ue000" <= c <= "\uf8ff" or c in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ?\ufffd"]
    assert "/span>" not in text and "  " not in text and "\n\n\n" not in text
    assert by_character(text) == text


@pytest.mark.parametrize(
    ("seed", "title", "date", "publisher"),
    [
        ("000", "平原县委书记王玉东：靶向开方 力促优势产业做大做强", None, "德州新闻网"),
        ("001", "锚定目标勇突破 唯旗是夺激干劲", None, "德州日报"),
        ("002", "樊廷雷：以优质项目推动经济高质量发展", None, "德州新闻网"),
        ("003", None, None, "山东商报"),
        ("004", "压实责任 夯实举措 奋力实施工业倍增计划", "2023-04-19", "枣庄新闻网"),
    ],
)
def test_what_the_seeds_say_of_themselves(seeds, seed, title, date, publisher):
    article = seeds[seed]
    assert (article.title, article.date, article.publisher) == (title, date, publisher)


@pytest.mark.parametrize(
    "name", ["杨鸣宇", "王志强", "张志宁", "贾鹏", "崔艳红", "赵青山", "刘振江", "赵健健", "徐晓伟", "马园亮"]
)
def test_reporters_and_editors_stand_outside_the_read_zones(seeds, name):
    for article in seeds.values():
        for zone in article.zones:
            if name in article.text[zone.start : zone.end]:
                assert zone.kind in ("byline", "boilerplate")
    assert any(name in article.text for article in seeds.values())


def test_spam_and_notices_are_boilerplate(seeds):
    for article in seeds.values():
        for zone in article.zones:
            words = article.text[zone.start : zone.end]
            if any(mark in words for mark in ("免责声明", "影音资源", "找回密码", "凡本网", "版权均")):
                assert zone.kind == "boilerplate"


@pytest.mark.parametrize("seed", range(5))
def test_repaired_twice_is_repaired_once(seed):
    once = repair(RawRecord("x", SEEDS[seed].read_bytes()))
    twice = repair(RawRecord("x", once.text.encode()))
    assert twice.text == once.text and not twice.repairs
    assert twice.zones == once.zones


def accounted_for(article: Article, content: bytes) -> None:
    """Every clean character's bytes decode to it, to its traditional form, or a repair covers them."""
    covered = [False] * (len(article.original) + 1)
    for mended in article.repairs:
        for place in range(mended.start, mended.end + (mended.start == mended.end)):
            covered[place] = True
    for place, character in enumerate(article.text):
        start, end = article.original_span(place, place + 1)
        if any(covered[start : max(end, start + 1)]):
            continue
        first, last = article.bytes_of(place, place + 1)
        assert content[first:last].decode(article.encoding) == character


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_every_character_is_accounted_for_in_any_encoding(seed, encoding):
    content = SEEDS[seed].read_text(encoding="utf-8").encode(encoding)
    article = repair(RawRecord("x", content))
    assert article.text == repair(RawRecord("x", SEEDS[seed].read_bytes())).text
    accounted_for(article, content)


def test_the_decoded_text_is_what_repairs_speak_of(seeds):
    for article in seeds.values():
        for mended in article.repairs:
            assert article.original[mended.start : mended.end] == mended.before
            assert 0 <= mended.certainty <= 1 and mended.why
            assert mended.fixer in {fixer.name for fixer in FIXERS}


PIECES = st.sampled_from([
    "平原县委书记王某表示", "，", "。", "優(yōu)勢(shì)", "?", "!", "事?tīng)?zhēng)一流", "?！皫F城", "&nbsp;",
    "&amp;", "amp;", "<p>", "</p>", "<", "２０２３", "寰峰窞", "å¾·å·ž", "記者", "(", ")", "(zhì)", ",", ":", "工作",
    "彪", "编辑：李某", "\ue269", "\ufffd", "\u200b", "\n", "  ", "\u3000", "县 长 王 某 某",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_any_text_is_repaired_once_and_for_all(pieces):
    content = ("平原县德州市" + "".join(pieces)).encode()
    article = repair(RawRecord("x", content))
    accounted_for(article, content)
    assert repair(RawRecord("x", article.text.encode())).text == article.text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    try:
        article = repair(RawRecord("x", ("平原县委书记王某表示。" + text).encode("utf-8", "surrogatepass")))
    except NotReadable:
        return
    assert len(article.starts) == len(article.ends) == len(article.text)


def test_the_record_is_identified_by_its_bytes():
    article = repair(RawRecord("dev/1", "平原县".encode(), url="http://a.cn/1"))
    assert article.sha256 == hashlib.sha256("平原县".encode()).hexdigest()
    assert (article.id, article.url) == ("dev/1", "http://a.cn/1")
