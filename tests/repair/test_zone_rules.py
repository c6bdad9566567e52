"""The rule file is checked when loaded: what is unknown, empty or wrong is refused with the rule's name."""

import pytest

from kg.repair.zone_rules import BadZoneRule, parse_rules, zone_rules

GOOD = """\
media = ["大众网"]
roles = ["记者"]
[[rule]]
id = "x"
kind = "byline"
scope = "line"
pattern = "{media}({role})"
words = ["记者"]
reason = "r"
"""


def test_media_and_roles_are_filled_in():
    (rule,) = parse_rules(GOOD).of("line")
    assert rule.pattern.fullmatch("大众网记者")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (("reason =", "raeson ="), "unknown key raeson"),
        (("media =", "outlets ="), "unknown key outlets"),
        (('reason = "r"', 'reason = ""'), "reason is missing or empty"),
        (('"{media}({role})"', '""'), "pattern is missing or empty"),
        (('"{media}({role})"', '"(?:记者)?"'), "matches nothing at all"),
        (('"{media}({role})"', '"("'), "no regular expression"),
        (('"byline"', '"author"'), "kind author"),
        (('"line"', '"anywhere"'), "scope anywhere"),
        (('words = ["记者"]', ""), "words is missing or empty"),
        (('words = ["记者"]', 'words = [""]'), "words is missing or empty"),
        (('id = "x"', 'near = ""\nid = "x"'), "near is missing or empty"),
    ],
)
def test_refused(change, word):
    with pytest.raises(BadZoneRule, match=word.replace("(", r"\(")):
        parse_rules(GOOD.replace(*change))


def test_two_rules_of_one_id_are_refused():
    rule = GOOD[GOOD.index("[[rule]]") :]
    with pytest.raises(BadZoneRule, match="two of that id"):
        parse_rules(GOOD + rule)


def test_the_shipped_rules_load():
    rules = zone_rules()
    assert sum(len(rules.of(scope)) for scope in ("line", "rest", "head", "tail", "inside", "early")) >= 25
    assert len(set(rules.media)) == len(rules.media) > 100
