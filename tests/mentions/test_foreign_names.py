"""Names of foreigners and of persons of Tibet."""

from __future__ import annotations

import pytest

from kg.mentions.foreign_names import dotted_name, foreign_name, tibetan_name, transliterated, undotted_name
from kg.mentions.name_match import NameMatch
from kg.mentions.people import name_before
from mentions.articles import case


def words(text: str, found: NameMatch | None) -> str | None:
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(("text", "name"), [
    case("before a clause", "买买提·阿不都出席会议", "买买提·阿不都"),
    case("before a rank", "伊万·佩特连科海军少将", "伊万·佩特连科"),
    case("behind words", "之一阿马·科瓦奇说", None),
    case("without a dot", "安德罗夫表示", None),
    case("with a hyphen", "玛丽娜·让－皮尔说，", "玛丽娜·让－皮尔"),
])  # fmt: skip
def test_a_name_with_a_middle_dot(text: str, name: str | None) -> None:
    assert words(text, dotted_name(text, 0, len(text))) == name


@pytest.mark.parametrize(("text", "least", "name"), [
    case("before a verb", "安德罗夫表示", 2, "安德罗夫"),
    case("no longer than the Chinese name", "安德罗夫表示", 4, None),
    case("words", "马上就到", 0, None),
])  # fmt: skip
def test_a_foreign_name_without_a_dot(text: str, least: int, name: str | None) -> None:
    assert words(text, undotted_name(text, 0, len(text), least)) == name


@pytest.mark.parametrize(("text", "name"), [
    case("closed by a verb", "阿布德尔出席会议", "阿布德尔"),
    case("closed by a meeting", "阿布德尔会谈", "阿布德尔"),
    case("closed by a day", "阿布德尔14日发表讲话", "阿布德尔"),
    case("closed by a conjunction", "阿布什恰克和国家安全委员会", "阿布什恰克"),
    case("one character", "阿，", None),
])  # fmt: skip
def test_a_name_behind_the_post_of_a_state(text: str, name: str | None) -> None:
    assert words(text, foreign_name(text, 0, len(text))) == name


@pytest.mark.parametrize(("text", "name"), [
    case("two parts", "旦增罗布在会上说", "旦增罗布"), case("one part, closed off", "尼玛，", "尼玛"),
    case("one part and words", "尼玛县", None),
])  # fmt: skip
def test_a_tibetan_name(text: str, name: str | None) -> None:
    assert words(text, tibetan_name(text, 0, len(text))) == name


@pytest.mark.parametrize(("text", "name"), [
    case("the verb of a post", "阿卜杜拉·哈尼任主席，", "阿卜杜拉·哈尼"),
    case("the verb and a body", "阿卜杜拉·哈尼任委员会主席", "阿卜杜拉·哈尼"),
    case("a name that ends so", "伊万·马里戈任表示，", "伊万·马里戈任"),
])  # fmt: skip
def test_the_verb_before_a_post_is_not_of_the_name(text: str, name: str) -> None:
    assert words(text, dotted_name(text, 0, len(text))) == name


def test_which_characters_foreign_names_are_written_with() -> None:
    assert transliterated("阿斯塔纳") and not transliterated("县政府")


def test_a_dotted_name_before_an_appointment_is_whole() -> None:
    text = "卫队司令玛尔塔·科瓦奇被任命"
    found = name_before(text, 0, len(text) - 3)
    assert found is not None and text[found.start : found.end] == "玛尔塔·科瓦奇"
