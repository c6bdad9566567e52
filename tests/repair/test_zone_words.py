"""The words and endings that the rules of zones are filtered by are true of every match."""

from __future__ import annotations

import re
import re._constants as kinds
import re._parser as parser
from collections.abc import Iterable, Sequence
from itertools import product

import pytest

from kg.repair.zone_rules import ZoneRule, zone_rules

RULES = [rule for rules in zone_rules().by_scope.values() for rule in rules]
MANY = 400  # ways to write a part of a pattern, beyond which it counts as anything
ANYTHING = ("\0",)
REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def without(words: tuple[str, ...], parts: Iterable[tuple[object, object]]) -> tuple[str, ...]:
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
    if kind in REPEATS and value[0] > 0:
        return tuple(f"{way}\0" for way in without(words, value[2]))
    if kind in REPEATS and value[1] == 1:
        return ("", *without(words, value[2]))
    if kind is kinds.IN and all(part is kinds.LITERAL for part, _ in value) and len(value) <= 8:
        return tuple(chr(code) for _, code in value)
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
        return without(words, value[1]) if kind is kinds.ASSERT and value[0] < 0 else ("",)
    return ANYTHING


def parsed(rule: ZoneRule) -> list[tuple[object, object]]:
    """The parts of a rule's pattern; what it looks ahead for at its end counts as one of them."""
    parts = list(parser.parse(rule.pattern.pattern, rule.pattern.flags))
    if parts[-1][0] is kinds.ASSERT and parts[-1][1][0] > 0:
        parts[-1:] = parts[-1][1][1]
    return parts


def width(parts: Iterable[tuple[object, object]]) -> int:
    """The most characters that parts of a pattern match."""
    state = parser.State()
    return parser.SubPattern(state, list(parts)).getwidth()[1]


def lead(words: tuple[str, ...], parts: Sequence[tuple[object, object]]) -> int:
    """The most characters of a match before the first of its words: those before the parts that always hold one, and
    what may stand before it in these."""
    until = next(place for place in range(1, len(parts) + 1) if not without(words, parts[:place]))
    first = max(place for place in range(until) if not without(words, parts[place:until]))
    held = parts[first:until]
    if all(kind is kinds.LITERAL for kind, _ in held):
        text = "".join(chr(code) for _, code in held)
        return width(parts[:first]) + min(text.find(word) for word in words if word in text)
    if len(held) == 1:
        return width(parts[:first]) + within(words, *held[0])
    return width(parts[:until]) - min(map(len, words))


def within(words: tuple[str, ...], kind: object, value: object) -> int:
    """`lead` of a part that holds a word however it is written."""
    if kind is kinds.BRANCH:
        return max(lead(words, list(branch)) for branch in value[1])
    if kind is kinds.SUBPATTERN:
        return lead(words, list(value[-1]))
    return lead(words, list(value[2])) if kind in REPEATS else 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_match_holds_a_word(rule: ZoneRule):
    assert not without(rule.words, parsed(rule))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.lead is not None], ids=lambda rule: rule.id)
def test_no_match_begins_further_before_its_words(rule: ZoneRule):
    assert rule.lead == lead(rule.words, parsed(rule))


def test_rules_of_lines_are_tried_only_where_their_words_stand_at_the_beginning():
    rules = zone_rules()
    for text, tried in (("编辑：李某", ["credit-line"]), ("平原县委的一名工作人员说，编辑李某来了", [])):
        plan = rules.plan(rules.hits(text), 0, len(text))
        assert [rule.id for rule in plan.line if rule.lead is not None] == tried


@pytest.mark.parametrize("before", ["据", "对", "，"])
def test_no_match_begins_behind_such_a_character(before: str):
    rule = next(rule for rule in RULES if rule.id == "agency-dateline")
    text = f"{before}新华社消息，本报讯 "
    found = rule.matches(text, 0, len(text), zone_rules().hits(text))
    assert [match[0] for match in found] == ["新华社消息", "本报讯"][before != "，" :]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.never_ends], ids=lambda rule: rule.id)
def test_no_match_ends_so(rule: ZoneRule):
    assert rule.scope == "tail"
    samples = {
        "reporter-tail": " 记者 李某", "agency-tail": "新华社武汉8月17日电",
        "paper-and-page": "《光明日报》（2023年08月09日 10版）", "end-mark": "（完）",
    }  # fmt: skip
    text = "。" + samples[rule.id]
    assert rule.pattern.search(text)
    for character in rule.never_ends:
        assert not rule.pattern.search(text + character)


def held(parts: Iterable[tuple[object, object]], character: str) -> bool:
    """Whether a match of parts of a pattern may hold a character; what it looks at before and behind is not held."""
    for kind, value in parts:
        if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
            continue
        if kind is kinds.SUBPATTERN and held(value[-1], character):
            return True
        if kind is kinds.ATOMIC_GROUP and held(value, character):
            return True
        if kind in REPEATS and held(value[2], character):
            return True
        if kind is kinds.BRANCH and any(held(branch, character) for branch in value[1]):
            return True
        if (kind is kinds.LITERAL and value == ord(character)) or kind in (kinds.ANY, kinds.NOT_LITERAL):
            return True
        if kind is kinds.IN and among(value, character):
            return True
    return False


def among(members: Sequence[tuple[object, object]], character: str) -> bool:
    """Whether a character is in a class of a pattern."""
    within = {kinds.CATEGORY_SPACE: str.isspace, kinds.CATEGORY_DIGIT: str.isdigit}
    found = any(
        (kind is kinds.LITERAL and value == ord(character))
        or (kind is kinds.RANGE and value[0] <= ord(character) <= value[1])
        or (kind is kinds.CATEGORY and within[value](character))
        for kind, value in members
    )
    return found != (members[0][0] is kinds.NEGATE)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.never_holds], ids=lambda rule: rule.id)
def test_no_match_holds_such_a_character(rule: ZoneRule):
    assert rule.scope == "tail"
    assert not any(held(parsed(rule), character) for character in rule.never_holds)
    assert held(parsed(rule), "编") and held(parsed(rule), "：")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.begins], ids=lambda rule: rule.id)
def test_matches_begin_with_these_characters_only(rule: ZoneRule):
    kind, members = parsed(rule)[0]
    assert kind is kinds.IN and {chr(code) for each, code in members if each is kinds.LITERAL} == set(rule.begins)
    assert len(members) == len(rule.begins) and rule.lead is not None and rule.near is None


@pytest.mark.parametrize(("name", "text"), [
    ("reporter-brackets", "（一）平原县通讯员获悉（记者 李某）投产"), ("credits-tail", "作者：王某，来源：平原网"),
    ("title-fused", "平原县新项目集中签约仪式举行4月6日，"), ("site-dateline", "平原新闻网讯 "),
])  # fmt: skip
def test_what_rules_are_filtered_by_loses_no_match(name: str, text: str):
    rule = next(rule for rule in RULES if rule.id == name)
    hits = zone_rules().hits(text)
    whole = rule.pattern.search(text)
    assert whole is not None
    found = rule.match(text, 0, len(text), hits) if rule.scope == "head" else rule.first(text, 0, len(text), hits)
    assert found is not None and found.span() == whole.span()


def test_rules_with_words_are_found_by_them():
    rules = zone_rules()
    hits = rules.hits("平原县委书记\n编辑：李某")
    assert [rule.id for rule in rules.of("tail", hits.mask(7, 12))] == ["credits-tail"]
    assert hits.mask(0, 6) == 0 and rules.of("line", 0) == ()


def test_the_longest_of_many_words_is_matched():
    rule = next(rule for rule in RULES if rule.id == "site-dateline")
    assert re.match(rule.pattern, "枣庄新闻网讯 ")
