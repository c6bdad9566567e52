"""Villages as the bodies of their secretaries and directors."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("secretary", "平原县王凤楼镇李庄村党支部书记李志远说。", [("李庄村党支部", "party")]),
    case("director", "王凤楼镇李庄村村委会主任李志远说。", [("李庄村村委会", "zone")]),
    case("village before", "在平原县王凤楼镇李庄村，村党支部书记李志远说。", [("李庄村党支部", "party")]),
    case("director behind the secretary", "平原县王凤楼镇李庄村党支部书记、村委会主任李志远说。",
         [("李庄村党支部", "party"), ("李庄村村委会", "zone")]),
    case("director of the village", "李庄村党支部书记、村主任李志远说。",
         [("李庄村党支部", "party"), ("李庄村村委会", "zone")]),
    case("no village named", "会上，村党支部书记李志远说。", []),
])  # fmt: skip
def test_the_body_of_a_village(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
