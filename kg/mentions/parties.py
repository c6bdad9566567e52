"""The Youth League and the small parties in an area: 团省委, 民建市委."""

from __future__ import annotations

import re

from kg.mentions.area_names import area_of
from kg.mentions.mention import Body
from kg.mentions.post_case import REFUSED, Answer, Case

LEAGUE = re.compile(r"^团(省|市|县|区|州)委$")
LEAGUE_OF_AREA = re.compile(r"^([\u4e00-\u9fff]{2,6})团(市|县|区|旗|州)委$")  # 某某团区委
SMALL_PARTY = re.compile(r"^(民建|民盟|民革|民进|农工党|致公党|九三学社|台盟)(省|市|县|区)委会?$")
SMALL_PARTY_BEGINS = frozenset("民农致九台")


def parties_and_league(case: Case) -> Answer:
    """团省委, 民建市委."""
    if case.words[:1] not in SMALL_PARTY_BEGINS and "团" not in case.words:
        return None
    if league := LEAGUE.match(case.words):
        area = case.area(league[1])
        return Body("团委", "party", area) if area is not None else REFUSED
    if own := LEAGUE_OF_AREA.match(case.words):
        division = case.finder.resolve((own[1] + own[2],)) or case.finder.resolve((own[1],))
        if division is not None:
            return Body("团委", "party", area_of(division))
    if party := SMALL_PARTY.match(case.words):
        area = case.finder.relative(party[2], case.before[:3])
        return Body(f"{party[1]}{area.name}委员会", "other", None) if area is not None else REFUSED
    return None
