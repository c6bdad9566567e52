"""Sums of money that are an investment; output, revenue, taxes and loans are none (guideline, "invests")."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicons import load
from kg.mentions.amounts import amounts
from kg.mentions.mention import AmountMention
from mentions.articles import case, wrong

MILLION, HUNDRED_MILLION = 1_000_000, 100_000_000


def found(text: str) -> list[AmountMention]:
    return list(amounts(text, 0, len(text)))


@pytest.mark.parametrize(("text", "value"), [
    case("hundred millions", "总投资5亿元", 5 * HUNDRED_MILLION),
    case("with a fraction", "总投资8.45亿元", 845 * MILLION),
    case("ten thousands", "总投资3000万元", 30 * MILLION),
    case("trillions", "总投资1.2万亿元", 12_000 * HUNDRED_MILLION),
    case("ten millions", "总投资3千万元", 30 * MILLION),
    case("with a separator", "总投资1,200万元", 12 * MILLION),
    case("without the currency", "总投资12.6亿", 1260 * MILLION),
    case("planned", "计划总投资6亿元", 6 * HUNDRED_MILLION),
    case("estimated", "估算总投资6亿元", 6 * HUNDRED_MILLION),
    case("signed", "合同金额6亿元", 6 * HUNDRED_MILLION),
    case("with a colon", "投资总额：8亿元", 8 * HUNDRED_MILLION),
    case("renminbi before", "计划总投资人民币6亿元", 6 * HUNDRED_MILLION),
    case("renminbi behind", "总投资20亿元人民币", 20 * HUNDRED_MILLION),
    case("with something built behind", "以约5亿元投建某厂", 5 * HUNDRED_MILLION),
    case("with something built behind, exactly", "以5亿元投建某厂",
          5 * HUNDRED_MILLION),
    wrong("only Arabic digits are read", "in Chinese characters", "总投资二十亿元", 20 * HUNDRED_MILLION),
])  # fmt: skip
def test_value(text: str, value: int) -> None:
    assert [(amount.value, amount.highest, amount.currency) for amount in found(text)] == [(value, value, "CNY")]


@pytest.mark.parametrize(("text", "low", "high"), [
    case("dash", "总投资3—5亿元", 3, 5),
    case("hyphen", "总投资3-5亿元", 3, 5),
    case("to", "总投资3至5亿元", 3, 5),
    case("to, each with its scale", "总投资3亿至5亿元", 3, 5),
    case("to, each with its unit", "总投资3亿元至5亿元", 3, 5),
])  # fmt: skip
def test_ranges_keep_both_bounds(text: str, low: int, high: int) -> None:
    assert [(a.value, a.highest) for a in found(text)] == [(low * HUNDRED_MILLION, high * HUNDRED_MILLION)]


def test_a_range_over_two_scales() -> None:
    assert [(a.value, a.highest) for a in found("总投资8000万元至1.2亿元")] == [(80 * MILLION, 120 * MILLION)]


@pytest.mark.parametrize(("text", "value", "approximation"), [
    case("about", "计划投资约5亿元", 5, "约"),
    case("about, behind the total", "总投资约5亿元", 5, "约"),
    case("over", "总投资超5亿元", 5, "超"),
    case("more than", "总投资超过5亿元", 5, "超过"),
    case("beyond", "总投资逾5亿元", 5, "逾"),
    case("nearly", "总投资近5亿元", 5, "近"),
    case("not less", "总投资不低于5亿元", 5, "不低于"),
    case("reaches", "总投资达5亿元", 5, "达"),
    case("and more, behind the scale", "总投资5亿多元", 5, "多"),
    case("and more, before the scale", "总投资10余亿元", 10, "多"),
    case("exactly", "总投资5亿元", 5, ""),
])  # fmt: skip
def test_approximations_keep_their_number(text: str, value: int, approximation: str) -> None:
    assert [(a.value, a.approximation) for a in found(text)] == [(value * HUNDRED_MILLION, approximation)]


@pytest.mark.parametrize(("text", "currency", "value"), [
    ("总投资3000万美元", "USD", 30 * MILLION), ("总投资2.5亿欧元", "EUR", 250 * MILLION), ("投资额达50亿港元", "HKD",
    5000 * MILLION),
    ("总投资30亿日元", "JPY", 3000 * MILLION),
])  # fmt: skip
def test_currencies(text: str, currency: str, value: int) -> None:
    assert [(a.currency, a.value) for a in found(text)] == [(currency, value)]


@pytest.mark.parametrize("text", [
    case("loan", "贷款5亿元"), case("bank loan", "获得银行贷款5亿元"), case("output", "年产值10亿元"),
    case("output reached", "实现产值10亿元"), case("revenue", "年销售收入8亿元"), case("turnover", "营业收入达8亿元"),
    case("tax", "年税收3000万元"), case("profit and tax", "年利税5000万元"), case("capital", "注册资本5000万元"),
    case("fine", "罚款5万元"), case("subsidy", "补贴300万元"), case("donation", "捐款20万元"), case("no word before",
         "共5亿元"),
    case("bribe", "受贿300万元"), case("bonds", "发行债券10亿元"), case("no scale", "投资500元"), case("no unit",
         "总投资500万"),
    case("no money", "总投资强度"), case("other units", "总建筑面积5万平方米"), case("people", "投资者5万人"),
])  # fmt: skip
def test_what_is_no_investment(text: str) -> None:
    assert found(text) == []


def test_only_the_investment_of_several_sums() -> None:
    text = "项目总投资2.1亿元，建成后年产值3亿元，年利税5000万元"
    assert [text[a.start : a.end] for a in found(text)] == ["2.1亿元"]


@pytest.mark.parametrize(("text", "cue"), [
    ("项目总投资5亿元，今年计划投资2亿元", ["总投资", "今年计划投资"]), ("完成投资3亿元", ["完成投资"]),
    ("一期投资2亿元", ["一期投资"]),
    ("今年完成投资2亿元", ["今年完成投资"]), ("年度计划投资80亿元", ["年度计划投资"]),
])  # fmt: skip
def test_the_words_before_say_what_kind_of_sum_it_is(text: str, cue: list[str]) -> None:
    assert [a.cue.removeprefix("项目") for a in found(text)] == cue


WORDS = [*load("amounts")["investment"], *load("amounts")["not_investment"], *load("amounts")["approximations"]]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["以", "投建", "5", "3.2", "1,200", "亿元", "万", "元", "亿", "至", "—", "余", "美元", "，", "的", "项目"]
    ),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_sums_lie_in_the_text_and_are_ordered(text: str) -> None:
    last = 0
    for amount in found(text):
        assert last <= amount.cue_start + len(amount.cue) <= amount.start < amount.end <= len(text)
        assert text.startswith(amount.cue, amount.cue_start)
        assert 0 <= amount.value <= amount.highest
        last = amount.start
