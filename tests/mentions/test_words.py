"""Words and their likelihood: what jieba's dictionary says, without guessing."""

from __future__ import annotations

import math

import jieba
import jieba.posseg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.words import cut, frequency, log_probability, ordinary_log_probability, tag_of


@settings(deadline=None)  # the first example loads the dictionary
@given(st.text(max_size=30))
def test_the_words_of_a_window_are_the_window(window: str) -> None:
    assert "".join(cut(window)) == window


@pytest.fixture(scope="module")
def tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(60)  # jieba announces its loading on standard error
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


NEWS = "平原县委书记王某表示，总投资12.5亿元的云帆锂电池（二期）项目A区开工。“十四五”期间GDP增长8%—10%··\r\n\u3000 \t"


@settings(deadline=None, max_examples=400)
@given(st.text(st.sampled_from(NEWS) | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
def test_windows_are_cut_as_jieba_cuts_them(tokenizer: jieba.Tokenizer, window: str) -> None:
    """The rules were written with jieba's words; rjieba must give the same."""
    assert cut(window) == tuple(tokenizer.cut(window, HMM=False))


def test_the_dictionary_is_read_as_jieba_reads_it(tokenizer: jieba.Tokenizer) -> None:
    tagger = jieba.posseg.POSTokenizer(tokenizer)
    tagger.initialize()
    assert len(tagger.word_tag_tab) > 300_000
    assert all(tag_of(word) == tag for word, tag in tagger.word_tag_tab.items())
    assert all(frequency(word) == count for word, count in tokenizer.FREQ.items())
    assert log_probability("的") == math.log(tokenizer.FREQ["的"]) - math.log(tokenizer.total)


def test_unknown_words_are_not_guessed() -> None:
    assert cut("云帆锂电池") == ("云", "帆", "锂电池")


@pytest.mark.parametrize(("word", "tag"), [("建设", "vn"), ("云帆", "x"), ("的", "uj"), ("山东", "ns")])
def test_tags(word: str, tag: str) -> None:
    assert tag_of(word) == tag


def test_frequency_is_zero_for_what_the_dictionary_lacks() -> None:
    assert frequency("的") > frequency("铺轨") >= 0
    assert frequency("云帆锂电池") == 0


def test_the_empty_window_is_certain() -> None:
    assert log_probability("") == ordinary_log_probability("") == 0.0


@settings(deadline=None)  # the first example loads the dictionary
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=8))
def test_likelihoods_are_logarithms_of_probabilities(window: str) -> None:
    assert log_probability(window) < 0.0
    assert ordinary_log_probability(window) < 0.0


def test_names_of_the_dictionary_are_no_ordinary_words() -> None:
    """诸葛亮 is one word of the dictionary, but a person: as ordinary words it is three characters."""
    assert tag_of("诸葛亮") == "nr"
    assert ordinary_log_probability("诸葛亮") < log_probability("诸葛亮")
