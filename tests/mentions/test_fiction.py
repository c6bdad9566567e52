"""Characters of dramas, films and novels hold no posts; those who make or play them do."""

from __future__ import annotations

import pytest

from mentions.articles import case, posts


@pytest.mark.parametrize("text", [
    case("a drama retold", "电视剧《青山谣》今晚播出，该剧讲述了平原县委书记李志远带领群众致富的故事。"),
    case("a film", "影片塑造了平原县县长李志远的形象。"),
    case("inside the play", "剧中，平原县县长李志远与群众同吃同住。"),
    case("who is played", "冯可在剧里饰演平原县县长李志远。"),
    case("who is played, a stage on", "由冯可扮演的平原县水利局局长李志远深入人心。"),
])  # fmt: skip
def test_a_character_holds_no_post(text: str) -> None:
    assert not list(posts(text))


@pytest.mark.parametrize("text", [
    case("who tells of it", "平原县县长李志远讲述该剧的幕后故事。"),
    case("a festival", "在青山电影周上，平原县县长李志远讲述了他的故事。"),
    case("decorators", "蓝谷建筑装饰公司、平原县水利局局长李志远出席。"),
    case("a part that is no character's", "水利在其中扮演重要角色，平原县水利局局长李志远说。"),
    case("the next sentence", "该剧讲述了治水的故事。平原县县长李志远出席首映式。"),
])  # fmt: skip
def test_who_only_speaks_of_a_story_holds_it(text: str) -> None:
    assert {name for name, _ in posts(text)} == {"李志远"}
