"""The rules that tell the parts of a page apart: kg/data/repair/zones.toml, checked when loaded."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from kg.repair.article import ZoneKind

Scope = Literal["line", "rest", "head", "tail", "inside", "early"]
_KEYS = {"id", "kind", "scope", "pattern", "reason"}
_OPTIONAL = {"near"}
_TOP = {"media", "roles", "rule"}


class BadZoneRule(ValueError):
    """A rule file that cannot be used: which rule, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """One way to know a part of a page. `pattern` is used as its scope says (see the head of zones.toml).

    `near`, where given, is a cheap pattern without which the costly one cannot match in the same stretch of text.
    """

    id: str
    kind: ZoneKind
    scope: Scope
    pattern: re.Pattern[str]
    reason: str
    near: re.Pattern[str] | None = None

    def possible(self, text: str, start: int, end: int) -> bool:
        return self.near is None or self.near.search(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """The rules of each scope in order, and the names of outlets."""

    by_scope: dict[Scope, tuple[ZoneRule, ...]]
    media: tuple[str, ...]

    def of(self, scope: Scope) -> tuple[ZoneRule, ...]:
        return self.by_scope[scope]


def parse_rules(toml: str) -> ZoneRules:
    """The rules written in a TOML text. Raises BadZoneRule for what is unknown, missing, empty or twice there.

    >>> parse_rules('media = []\\nroles = []\\n[[rule]]\\nid = "x"\\nknid = "body"')
    Traceback (most recent call last):
    kg.repair.zone_rules.BadZoneRule: rule x: unknown key knid; allowed are id, kind, near, pattern, reason, scope
    """
    table = tomllib.loads(toml)
    unknown = sorted(set(table) - _TOP)
    if unknown:
        raise BadZoneRule(f"unknown key {unknown[0]} at the top; allowed are {', '.join(sorted(_TOP))}")
    media, roles = tuple(table.get("media", ())), tuple(table.get("roles", ()))
    rules: list[ZoneRule] = []
    for entry in table.get("rule", ()):
        rule = _rule(entry, media, roles)
        if any(rule.id == other.id for other in rules):
            raise BadZoneRule(f"rule {rule.id}: there are two of that id; rename one")
        rules.append(rule)
    by_scope = {scope: tuple(rule for rule in rules if rule.scope == scope) for scope in get_args(Scope)}
    return ZoneRules(by_scope, media)


def _rule(entry: dict[str, Any], media: tuple[str, ...], roles: tuple[str, ...]) -> ZoneRule:
    name = entry.get("id", "without an id")
    for key in sorted(set(entry) - _KEYS - _OPTIONAL):
        raise BadZoneRule(f"rule {name}: unknown key {key}; allowed are {', '.join(sorted(_KEYS | _OPTIONAL))}")
    for key in sorted(_KEYS | (_OPTIONAL & set(entry))):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise BadZoneRule(f"rule {name}: {key} is missing or empty; give it a text")
    if entry["kind"] not in get_args(ZoneKind):
        raise BadZoneRule(f"rule {name}: kind {entry['kind']} is none of {', '.join(get_args(ZoneKind))}")
    if entry["scope"] not in get_args(Scope):
        raise BadZoneRule(f"rule {name}: scope {entry['scope']} is none of {', '.join(get_args(Scope))}")
    longest_first = sorted(media, key=lambda outlet: (-len(outlet), outlet))
    pattern = entry["pattern"].replace("{media}", "|".join(map(re.escape, longest_first)))
    pattern = pattern.replace("{role}", "|".join(map(re.escape, sorted(roles, key=lambda role: (-len(role), role)))))
    try:
        compiled = re.compile(pattern + (r"\Z" if entry["scope"] == "tail" else ""))
        near = re.compile(entry["near"]) if "near" in entry else None
    except re.error as error:
        raise BadZoneRule(f"rule {name}: its pattern is no regular expression: {error}") from error
    if compiled.match(""):
        raise BadZoneRule(f"rule {name}: its pattern matches nothing at all, so it would match everywhere; narrow it")
    return ZoneRule(name, entry["kind"], entry["scope"], compiled, entry["reason"], near)


@cache
def zone_rules() -> ZoneRules:
    """The rules of kg/data/repair/zones.toml."""
    return parse_rules((files("kg") / "data/repair/zones.toml").read_text(encoding="utf-8"))
