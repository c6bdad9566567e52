"""The body that an article speaks of, for a title that names none."""

from __future__ import annotations

from kg.mentions.subjects import company_before


def test_only_a_company_named_in_full_is_meant_by_this_company() -> None:
    assert company_before("蓝谷公司开工，该公司", 10) is None
    found = company_before("云帆锂电有限公司和蓝谷新能源有限公司签约，该公司", 24)
    assert found is not None and found.name == "蓝谷新能源有限公司"


def test_the_company_spoken_of_is_not_the_group_behind_it() -> None:
    assert company_before("甲乙能源投资集团旗下的重要企业，蓝谷电力发布公告称，公司", 27) is None
