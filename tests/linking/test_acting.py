"""Which titles are acting ones, and of which post."""

from __future__ import annotations

import pytest

from kg.linking.acting import full_title, one_form


@pytest.mark.parametrize("head", ["省长", "市长", "县长", "区长", "镇长", "乡长", "州长", "主席", "检察长", "院长"])
def test_both_forms_are_one_post(head: str) -> None:
    assert full_title("代" + head) == full_title("代理" + head) == head
    assert one_form("代" + head) == one_form("代理" + head) == "代理" + head


@pytest.mark.parametrize("title", ["县长", "代表", "代办", "副县长", "党代会代表", ""])
def test_other_titles_are_as_they_are(title: str) -> None:
    assert full_title(title) is None
    assert one_form(title) == title
