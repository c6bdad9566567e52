"""What the generator of damage does to sound text is undone: invented articles, so that the bars are held by the tests.
The figures for real articles are in docs/repair.md."""

from __future__ import annotations

import random

import pytest
from damage import DAMAGES, careless, damage, in_gbk, traditional
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

SENTENCES = (
    "平原县委书记王玉东在会上表示，全县将以优质项目推动经济高质量发展。",
    "本次集中开工的重点项目共有12个，总投资50.8亿元，涵盖新材料、生物医药等领域。",
    "会议强调，各级各部门要压实责任，狠抓项目建设，确保早开工、早建成、早投产。",
    "“我们将实行领导包保制度，为企业做好服务。”县工业和信息化局局长李建国说。",
    "据了解，该项目达产后，预计年可实现营业收入30亿元，带动就业800余人。",
    "近年来，开发区坚持工业强县战略，不断优化营商环境，积极开展招商引资。",
    "6月16日，市长刘振华到乐陵市调研农业产业化和乡村振兴工作。",
    "下一步，全市将围绕产业链延链补链强链，培育更多专精特新企业。",
)
LEAST = {"pinyin": 0.002, "dense pinyin": 0.003, "byte shift": 0.01, "narrow marks": 0.0, "double UTF-8": 0.01,
         "leftovers": 0.0}  # fmt: skip


def invented(seed: int) -> str:
    chance = random.Random(seed)
    return "\n".join("".join(chance.choices(SENTENCES, k=4)) for _ in range(5))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def read(text: str) -> Article:
    return repair(RawRecord("x", text.encode()))


def test_the_bars_name_every_kind():
    assert set(LEAST) == set(DAMAGES)


@pytest.mark.parametrize("kind", DAMAGES)
def test_nearly_all_letters_come_back(kind):
    wrong = total = harmed = 0
    for seed in range(12):
        clean = in_gbk(invented(seed))
        torn = damage(clean, kind, seed)
        harmed += torn != clean
        wrong += Levenshtein.distance(letters(clean), letters(read(torn).text))
        total += len(letters(clean))
    assert harmed >= 11  # double UTF-8 leaves some lines alone
    assert wrong <= LEAST[kind] * total


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_repaired_twice_is_damage_repaired_once(kind):
    for seed in range(6):
        once = read(damage(invented(seed), kind, seed)).text
        again = read(once)
        assert again.text == once and not again.repairs


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(sorted(DAMAGES)), st.integers(0, 99)
)
def test_every_character_has_its_bytes_or_is_marked(sentences, kind, seed):
    content = damage("".join(sentences), kind, seed).encode()
    article = repair(RawRecord("x", content))
    covered = bytearray(len(article.original) + 1)
    for mended in article.repairs:
        covered[mended.start : mended.end] = b"\x01" * (mended.end - mended.start)
    last = 0
    for place, character in enumerate(article.text):
        start, end = article.original_span(place, place + 1)
        assert last <= start <= end <= len(article.original)
        last = start
        if not any(covered[start:end]):
            first, behind = article.bytes_of(place, place + 1)
            assert content[first:behind].decode() == character


def test_the_same_seed_does_the_same_harm():
    text = invented(1)
    assert damage(text, "pinyin", 3) == damage(text, "pinyin", 3) != damage(text, "pinyin", 4)


def test_pinyin_falls_into_other_characters():
    assert "事?tīng)?zhēng)" in "".join(damage("事争", "dense pinyin", seed) for seed in range(9))


def test_a_careless_decoder_loses_what_it_cannot_pair():
    assert careless("县委。".encode("gbk")[:-1] + b"8") == "县委?"
    assert traditional("县长王乾") == "縣長王乾"
