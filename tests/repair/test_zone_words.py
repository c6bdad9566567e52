"""The words and endings that the rules of zones are filtered by are true of every match."""

from __future__ import annotations

import re
import re._constants as kinds
import re._parser as parser
from itertools import product

import pytest

from kg.repair.zone_rules import ZoneRule, zone_rules

RULES = [rule for rules in zone_rules().by_scope.values() for rule in rules]
MANY = 400  # ways to write a part of a pattern, beyond which it counts as anything
ANYTHING = ("\0",)


def without(words: tuple[str, ...], parts: parser.SubPattern) -> tuple[str, ...]:
    """All ways to write what a pattern matches that hold none of the words, with NUL for what is not spelt out."""
    ways: tuple[str, ...] = ("",)
    for kind, value in parts:
        joined = {a + b for a, b in product(ways, spelt(words, kind, value))}
        ways = tuple(way for way in joined if not any(word in way for word in words))
        if len(ways) > MANY:
            ways = ANYTHING
    return ways


def spelt(words: tuple[str, ...], kind: object, value: object) -> tuple[str, ...]:
    if kind is kinds.LITERAL:
        return (chr(value),)
    if kind is kinds.SUBPATTERN:
        return without(words, value[-1])
    if kind is kinds.ATOMIC_GROUP:
        return without(words, value)
    if kind is kinds.BRANCH:
        return tuple(dict.fromkeys(way for branch in value[1] for way in without(words, branch)))
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT) and value[0] > 0:
        return tuple(f"{way}\0" for way in without(words, value[2]))
    if kind is kinds.IN and all(part is kinds.LITERAL for part, _ in value) and len(value) <= 8:
        return tuple(chr(code) for _, code in value)
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
        return without(words, value[1]) if kind is kinds.ASSERT and value[0] < 0 else ("",)
    return ANYTHING


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_match_holds_a_word(rule: ZoneRule):
    if "月" in rule.words:  # it stands in the lookahead: title-fused is followed by a date
        assert rule.pattern.pattern.rstrip().endswith(r"\d{1,2}月\d{1,2}日(?:上午|下午|晚)?[，,])")
    else:
        assert not without(rule.words, parser.parse(rule.pattern.pattern, rule.pattern.flags))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.never_ends], ids=lambda rule: rule.id)
def test_no_match_ends_so(rule: ZoneRule):
    assert rule.scope == "tail"
    samples = {
        "credits-tail": "编辑：李某", "reporter-tail": " 记者 李某", "agency-tail": "新华社武汉8月17日电",
        "paper-and-page": "《光明日报》（2023年08月09日 10版）", "end-mark": "（完）",
    }  # fmt: skip
    text = "。" + samples[rule.id]
    assert rule.pattern.search(text)
    for character in rule.never_ends:
        assert not rule.pattern.search(text + character)


def test_rules_with_words_are_found_by_them():
    rules = zone_rules()
    hits = rules.hits("平原县委书记\n编辑：李某")
    assert [rule.id for rule in rules.of("tail", hits.mask(7, 12))] == ["credits-tail"]
    assert hits.mask(0, 6) == 0 and rules.of("line", 0) == ()


def test_the_longest_of_many_words_is_matched():
    rule = next(rule for rule in RULES if rule.id == "site-dateline")
    assert re.match(rule.pattern, "枣庄新闻网讯 ")
