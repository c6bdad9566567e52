"""Which head an area can have."""

from __future__ import annotations

import pytest

from kg.mentions.area_bodies import fits
from kg.mentions.mention import Area


@pytest.mark.parametrize(("head", "area", "possible"), [
    ("市长", Area("德州市", "prefecture", "371400", "370000"), True),
    ("县长", Area("德州市", "prefecture", "371400", "370000"), False),
    ("县长", Area("平原县", "county", "371426", "371400"), True),
    ("市长", Area("平原县", "county", "371426", "371400"), False),
    ("区长", Area("甲高新区", "zone", None, "371426"), True),
    ("省长", Area("山东省", "province", "370000", None), True),
    ("省长", Area("德州市", "prefecture", "371400", "370000"), False),
])  # fmt: skip
def test_which_head_an_area_can_have(head: str, area: Area, possible: bool) -> None:
    assert fits(head, area) == possible
