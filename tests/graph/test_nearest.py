"""Which names are offered for one that is not known."""

from __future__ import annotations

import time

from kg.graph.nearest import did_you_mean, nearest
from tests.hostile import HOSTILE_NAMES

AREAS = ["平原县", "平阴县", "平度市", "德州市", "山东省德州市", "德州", "齐河县"]


def test_offers_the_likest_first() -> None:
    assert nearest("平原市", AREAS)[:2] == ("平原县", "平度市")
    assert nearest("德洲市", AREAS)[0] == "德州市"
    assert nearest("invesment-by-conty", ["leaders", "investment-by-county", "investment-by-industry"])[0] == (
        "investment-by-county"
    )


def test_offers_what_holds_the_name_and_what_it_holds() -> None:
    assert "山东省德州市" in nearest("德州", ["山东省德州市", "齐河县"])
    assert nearest("中国山东省德州市", AREAS)[0] == "山东省德州市"


def test_offers_nothing_that_is_not_like_it() -> None:
    assert nearest("北京市", ["齐河县", "leaders"]) == ()
    assert nearest("", AREAS) == ()
    assert nearest("甲", []) == ()


def test_offers_few_and_not_the_name_itself() -> None:
    names = [f"甲乙{number}" for number in range(50)]
    assert len(nearest("甲乙7", names, most=3)) == 3
    assert "甲乙7" not in nearest("甲乙7", names)


def test_order_does_not_hang_on_the_order_of_the_names() -> None:
    names = [f"甲乙{number}" for number in range(50)]
    assert nearest("甲乙", names) == nearest("甲乙", reversed(names))


def test_is_quick_among_many_and_long_names() -> None:
    names = [f"{chr(0x4E00 + number % 9000)}{chr(0x4E00 + number % 7001)}县" for number in range(40_000)]
    begin = time.process_time()
    nearest("平" * 10_000, [*names, *HOSTILE_NAMES])
    assert time.process_time() - begin < 5


def test_question_shows_hostile_names_as_text_and_short() -> None:
    question = did_you_mean(HOSTILE_NAMES)
    assert question.isprintable()
    assert len(question) < 3_000
