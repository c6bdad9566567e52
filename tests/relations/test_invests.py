"""invests: the stated investment of one named project (guideline, "invests")."""

from __future__ import annotations

import pytest
from mentions.articles import case, wrong

from kg.relations.claim import Amount
from relations.claims import claims, said

PROJECT = "云帆锂电池项目"
FIRST_VERB = "a verb behind a sum is taken into the project's name, which then holds a sum"


def sums(text: str) -> list[tuple[str, int]]:
    """(project, sum) of each published claim, once, in text order."""
    found = [
        (claim.subject.name, claim.object.value)
        for claim in claims("invests", text)
        if claim.modality in ("asserted", "planned")
    ]  # type: ignore[union-attr]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("text", [
    case("behind the project", "云帆锂电池项目总投资5亿元。"),
    case("further behind", "云帆锂电池项目落户平原县，占地300亩，计划总投资5亿元。"),
    case("before the project", "总投资5亿元的云帆锂电池项目开工。"),
    case("in the next sentence", "云帆锂电池项目开工。该项目总投资5亿元。"),
    case("in the next sentence, without a pronoun", "云帆锂电池项目开工。项目总投资5亿元，占地300亩。"),
    case("by a company", "云帆锂电池项目由蓝谷公司投资5亿元建设。"),
    case("about", "云帆锂电池项目总投资约5亿元。"),
    case("over", "云帆锂电池项目总投资超5亿元。"),
    case("the total, not this year's", "云帆锂电池项目总投资5亿元，今年计划投资2亿元。"),
    case("the total, not what is spent", "云帆锂电池项目总投资5亿元，已完成投资2亿元。"),
    case("given for it", "蓝谷公司计划在平原县投入5亿元，重点用于云帆锂电池项目。"),
    case("on the spot", "云帆锂电池项目开工，蓝谷公司还将投资5亿元，就地建设云帆锂电池项目。"),
    case("with what belongs to it", "云帆锂电池项目签约，该项目及其配套项目总投资为5亿元。"),
    case("one thing is no count", "云帆锂电池项目开工。该项目是一个PPP工程，总投资是5亿元。"),
    case("of the project, behind who founded the firm",
         "云帆锂电池项目开工。蓝谷公司由青禾集团与云帆集团合资组建，项目总投资5亿元。"),
    case("this year's plan sets it up", "蓝谷公司今年计划投资5亿元在平原县建设云帆锂电池项目。"),
    case("they invest", "云帆锂电池项目签约。该公司计划在平原县投资5亿元。"),
    case("total with interest", "云帆锂电池项目开工，动态总投资5亿元。"),
    case("the investment, not the output", "云帆锂电池项目总投资5亿元，建成后年产值10亿元，年利税8000万元。"),
    case("the investment, not the loan", "云帆锂电池项目总投资5亿元，获贷款3亿元。"),
    case("said twice is one fact", "云帆锂电池项目总投资5亿元。云帆锂电池项目总投资5亿元。"),
    case("planned, behind the project", "云帆锂电池项目计划总投资5亿元。"),
    case("company, sum, verb, project", "蓝谷公司投资5亿元建设云帆锂电池项目。"),
    case("with a sum", "蓝谷公司以5亿元投建云帆锂电池项目。"),
])  # fmt: skip
def test_five_hundred_million_in_one_project(text: str) -> None:
    assert sums(text) == [(PROJECT, 500_000_000)]


@pytest.mark.parametrize(("text", "expected"), [
    case("each its sum", "鹤鸣大桥项目总投资3亿元，云帆锂电池项目总投资5亿元。",
         [("鹤鸣大桥项目", 300_000_000), (PROJECT, 500_000_000)]),
    case("each phase its sum", "云帆锂电池一期项目总投资2亿元。云帆锂电池二期项目总投资3亿元。",
         [("云帆锂电池一期项目", 200_000_000), ("云帆锂电池二期项目", 300_000_000)]),
    case("the whole and its first phase", "云帆锂电池项目总投资5亿元，其中一期投资2亿元。",
         [(PROJECT, 500_000_000), ("云帆锂电池项目一期", 200_000_000)]),
    case("the first phase alone",
         "云帆锂电池项目落户平原县，计划第一期投资2亿元。", [("云帆锂电池项目一期", 200_000_000)]),
    case("facility", "鹤鸣大桥全长3公里，总投资2亿元。", [("鹤鸣大桥", 200_000_000)]),
    wrong("分别为 is not read", "each its sum, in a row", "鹤鸣大桥项目和云帆锂电池项目总投资分别为3亿元和5亿元。",
          [("鹤鸣大桥项目", 300_000_000), (PROJECT, 500_000_000)]),
])  # fmt: skip
def test_several(text: str, expected: list[tuple[str, int]]) -> None:
    assert sums(text) == expected


@pytest.mark.parametrize("text", [
    case("output", "云帆锂电池项目年产值10亿元。"), case("revenue", "云帆锂电池项目实现销售收入2亿元。"),
    case("loan", "云帆锂电池项目获银行贷款2亿元。"), case("tax", "云帆锂电池项目年利税3000万元。"),
    case("subsidy", "云帆锂电池项目获补助300万元。"),
    case("what is spent", "云帆锂电池项目完成投资3亿元。"), case("this year's",
         "云帆锂电池项目今年计划完成投资2亿元。"),
    case("no project", "全县固定资产投资50亿元。"), case("no name", "该项目总投资5亿元。"),
    case("count", "全县集中开工项目17个，总投资21.2亿元。"), case("count before", "17个重点项目总投资21.2亿元。"),
    case("named ones of a count", "云帆锂电池项目、蓝谷改性塑料项目等17个项目集中开工，总投资21.2亿元。"),
    case("list with a count", "青禾智能装备、云帆锂电池隔膜等2个项目签约，总投资8亿元。"),
    case("row of two with one sum", "鹤鸣大桥项目、云帆锂电池项目总投资8亿元。"),
    case("row of two with and", "鹤鸣大桥项目和云帆锂电池项目总投资8亿元。"),
    case("what others invest", "云帆锂电池项目签约。蓝谷公司拟总投资5亿元。"),
    case("far behind", "云帆锂电池项目开工。\n会议结束后大家离场。\n全县总投资5亿元。"),
])  # fmt: skip
def test_what_is_no_investment_of_one_project(text: str) -> None:
    assert said("invests", text) == set()


@pytest.mark.parametrize(("text", "amount"), [
    case("range", "云帆锂电池项目总投资3—5亿元。", Amount(300_000_000, 500_000_000, "CNY", "planned", "")),
    case("currency", "云帆锂电池项目总投资3000万美元。", Amount(30_000_000, 30_000_000, "USD", "planned", "")),
    case("approximation", "云帆锂电池项目投资额超5亿元。", Amount(500_000_000, 500_000_000, "CNY", "planned", "超")),
    case("signed", "云帆锂电池项目合同金额5亿元。", Amount(500_000_000, 500_000_000, "CNY", "signed", "")),
])  # fmt: skip
def test_what_is_said_of_the_sum(text: str, amount: Amount) -> None:
    assert [claim.object for claim in claims("invests", text)] == [amount]


@pytest.mark.parametrize(("text", "modality"), [
    case("being built", "云帆锂电池项目总投资5亿元。", "asserted"),
    case("planned", "云帆锂电池项目即将开工，总投资5亿元。", "planned"),
    case("stopped", "总投资5亿元的云帆锂电池项目被叫停。", "denied"),
])  # fmt: skip
def test_modality(text: str, modality: str) -> None:
    assert [claim.modality for claim in claims("invests", text)] == [modality]


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。云帆锂电池项目开工。该项目总投资5亿元。"
    (claim,) = claims("invests", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.quote.start : claim.quote.end] == "云帆锂电池项目开工。该项目总投资5亿元。"
    assert text[claim.subject_span.start : claim.subject_span.end] == PROJECT
    assert text[claim.object_span.start : claim.object_span.end].endswith("总投资5亿元")


def test_a_sum_behind_a_phase_is_of_the_phase() -> None:
    (claim,) = claims("invests", "鹤鸣精密齿轮件项目四期投产。项目总投资5亿元。", "平原县融媒体中心")
    assert claim.subject.name == "鹤鸣精密齿轮件项目四期"  # type: ignore[union-attr]


@pytest.mark.parametrize("text", [
    case("a list that is part of the whole",
         "包括云帆电机扩建项目、鹤鸣电池扩建项目在内，平原县的总投资将超过100亿元。"),
    case("both phases", "平原县云帆水泥项目一期竣工，明年二期也将竣工，全部投产后产能为400万吨，总投资12亿元。"),
    case("what is ordered for it", "平原县云帆天然气项目启动，该项目所需设备由青禾公司建造，合同金额约15亿元。"),
    case("the last of a row with one ending",
         "云湖、鹤湖、梅湖蓄滞洪区安全建设工程开工。该工程位于平原县，总投资16亿元。"),
])  # fmt: skip
def test_a_sum_of_several_is_of_none(text: str) -> None:
    assert not claims("invests", text, "平原县融媒体中心")
