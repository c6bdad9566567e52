"""Which names mean one project: fuller and shorter ones, and such as differ in a few characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.relations import same_project
from kg.relations.same_project import MOST_COMPARED, fuller_names, is_fuller, key_of, nearly_same

NAMES = st.text("云帆锂电池—一二期1", min_size=1, max_size=12)


@pytest.mark.parametrize(("first", "second"), [
    ("青禾（平原）智能装备产业园项目", "青禾智能装备产业园"), ("“鹤鸣明珠”文旅综合体项目", "鹤鸣明珠文旅综合体"),
    ("云帆锂电池建设项目", "云帆锂电池项目"), ("蓝谷新材料有限公司改性塑料生产项目", "改性塑料生产项目"),
])  # fmt: skip
def test_names_that_must_agree(first: str, second: str) -> None:
    assert key_of(first) == key_of(second)


@pytest.mark.parametrize(("first", "second"), [
    ("云帆锂电池一期项目", "云帆锂电池二期项目"), ("蓝谷一厂项目", "蓝谷二厂项目"), ("云帆锂电池项目",
    "青禾锂电池项目"),
])  # fmt: skip
def test_names_that_must_not(first: str, second: str) -> None:
    assert key_of(first) != key_of(second)


@given(st.sets(NAMES | st.tuples(NAMES, NAMES).map("".join), max_size=12))
def test_fuller_names_are_those_of_each_compared_with_each(names: set[str]) -> None:
    expected = {
        short: {n for n in names if n != short and (is_fuller(n, short) or nearly_same(n, short))}
        for short in names
        if len(short) >= 4
    }
    assert fuller_names(names) == {short: longer for short, longer in expected.items() if longer}


def test_a_list_of_thousands_is_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {f"云帆{number}万吨锂电池" for number in range(MOST_COMPARED)} | {"丙公司云帆7万吨锂电池"}

    def never(longer: str, short: str) -> bool:
        raise AssertionError("quadratic")

    monkeypatch.setattr(same_project, "nearly_same", never)
    assert fuller_names(names) == {"云帆7万吨锂电池": {"丙公司云帆7万吨锂电池"}}
