"""The rules that tell the parts of a page apart: kg/data/repair/zones.toml, checked when loaded."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import ahocorasick_rs

from kg.repair.article import ZoneKind

Scope = Literal["line", "rest", "head", "tail", "inside", "early"]
_KEYS = {"id", "kind", "scope", "pattern", "reason"}
_WORDS = "words"
_OPTIONAL = {"near", "never_ends"}
_TOP = {"media", "roles", "rule"}


class BadZoneRule(ValueError):
    """A rule file that cannot be used: which rule, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """One way to know a part of a page. `pattern` is used as its scope says (see the head of zones.toml).

    Each of its matches holds one of `words`; `bit` stands for the rule in the masks of `Hits`. `near`, where given, is
    a cheap pattern without which the costly one cannot match in the same stretch of text.
    """

    id: str
    kind: ZoneKind
    scope: Scope
    pattern: re.Pattern[str]
    reason: str
    words: tuple[str, ...]
    bit: int
    near: re.Pattern[str] | None = None
    never_ends: str = ""

    @property
    def why(self) -> str:
        return f"{self.reason} ({self.id})"

    def possible(self, text: str, start: int, end: int) -> bool:
        return self.near is None or self.near.search(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class Hits:
    """Where in a text the words of rules stand: places in order, and for each the bits of the rules it serves."""

    places: list[int]
    bits: list[int]

    def masks(self, start: int, end: int, head: int, tail: int) -> tuple[int, int, int]:
        """The bits of the rules that may match between two places, before `head`, and from `tail` on."""
        whole = first = last = 0
        places, bits = self.places, self.bits
        for index in range(bisect_left(places, start), bisect_left(places, end)):
            bit, place = bits[index], places[index]
            whole |= bit
            if place < head:
                first |= bit
            if place >= tail:
                last |= bit
        return whole, first, last

    def mask(self, start: int, end: int) -> int:
        """The bits of the rules that may match between two places."""
        mask = 0
        index = bisect_left(self.places, start)
        while index < len(self.places) and self.places[index] < end:
            mask |= self.bits[index]
            index += 1
        return mask


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """The rules of each scope in order, and the names of outlets."""

    by_scope: dict[Scope, tuple[ZoneRule, ...]]
    media: tuple[str, ...]
    words: tuple[str, ...]
    bits: tuple[int, ...]
    finder: ahocorasick_rs.AhoCorasick
    _scopes: dict[Scope, int]
    _chosen: dict[tuple[Scope, int], tuple[ZoneRule, ...]] = field(default_factory=dict)

    def of(self, scope: Scope, mask: int = -1) -> tuple[ZoneRule, ...]:
        """The rules of a scope whose bits are in `mask`, in order."""
        mask &= self._scopes[scope]
        if not mask:
            return ()
        chosen = self._chosen.get((scope, mask))
        if chosen is None:
            chosen = self._chosen[scope, mask] = tuple(rule for rule in self.by_scope[scope] if rule.bit & mask)
        return chosen

    def hits(self, text: str) -> Hits:
        """Where the words of the rules stand."""
        bits = self.bits
        found = [(start, bits[word]) for word, start, _ in self.finder.find_matches_as_indexes(text, overlapping=True)]
        found.sort()
        return Hits([start for start, _ in found], [bits for _, bits in found])


def parse_rules(toml: str) -> ZoneRules:
    """The rules written in a TOML text. Raises BadZoneRule for what is unknown, missing, empty or twice there.

    >>> parse_rules('media = []\\nroles = []\\n[[rule]]\\nid = "x"\\nknid = "body"')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kg.repair.zone_rules.BadZoneRule: rule x: unknown key knid; allowed are id, kind, near, ...
    """
    table = tomllib.loads(toml)
    unknown = sorted(set(table) - _TOP)
    if unknown:
        raise BadZoneRule(f"unknown key {unknown[0]} at the top; allowed are {', '.join(sorted(_TOP))}")
    media, roles = tuple(table.get("media", ())), tuple(table.get("roles", ()))
    rules: list[ZoneRule] = []
    for entry in table.get("rule", ()):
        rule = _rule(entry, media, roles, 1 << len(rules))
        if any(rule.id == other.id for other in rules):
            raise BadZoneRule(f"rule {rule.id}: there are two of that id; rename one")
        rules.append(rule)
    by_scope = {scope: tuple(rule for rule in rules if rule.scope == scope) for scope in get_args(Scope)}
    words = tuple(sorted({word for rule in rules for word in rule.words}))
    bits = tuple(sum(rule.bit for rule in rules if word in rule.words) for word in words)
    finder = ahocorasick_rs.AhoCorasick(words, implementation=ahocorasick_rs.Implementation.DFA)
    scopes = {scope: sum(rule.bit for rule in by_scope[scope]) for scope in by_scope}
    return ZoneRules(by_scope, media, words, bits, finder, scopes)


def _rule(entry: dict[str, Any], media: tuple[str, ...], roles: tuple[str, ...], bit: int) -> ZoneRule:
    name = entry.get("id", "without an id")
    for key in sorted(set(entry) - _KEYS - _OPTIONAL - {_WORDS}):
        allowed = ", ".join(sorted(_KEYS | _OPTIONAL | {_WORDS}))
        raise BadZoneRule(f"rule {name}: unknown key {key}; allowed are {allowed}")
    for key in sorted(_KEYS | (_OPTIONAL & set(entry))):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise BadZoneRule(f"rule {name}: {key} is missing or empty; give it a text")
    words = entry.get(_WORDS)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise BadZoneRule(f"rule {name}: words is missing or empty; give it the words of which each match holds one")
    words = [each for word in words for each in (media if word == "{media}" else (word,))]
    if entry["kind"] not in get_args(ZoneKind):
        raise BadZoneRule(f"rule {name}: kind {entry['kind']} is none of {', '.join(get_args(ZoneKind))}")
    if entry["scope"] not in get_args(Scope):
        raise BadZoneRule(f"rule {name}: scope {entry['scope']} is none of {', '.join(get_args(Scope))}")
    pattern = entry["pattern"].replace("{media}", _either(media))
    pattern = pattern.replace("{role}", _either(roles))
    try:
        compiled = re.compile(pattern + (r"\Z" if entry["scope"] == "tail" else ""))
        near = re.compile(entry["near"]) if "near" in entry else None
    except re.error as error:
        raise BadZoneRule(f"rule {name}: its pattern is no regular expression: {error}") from error
    if compiled.match(""):
        raise BadZoneRule(f"rule {name}: its pattern matches nothing at all, so it would match everywhere; narrow it")
    return ZoneRule(
        name,
        entry["kind"],
        entry["scope"],
        compiled,
        entry["reason"],
        tuple(words),
        bit,
        near,
        entry.get("never_ends", ""),
    )


def _either(words: tuple[str, ...]) -> str:
    """A pattern for any of many words, the longest first. One look at the first character spares trying them all."""
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?=[{first}])(?:{'|'.join(map(re.escape, longest_first))})" if words else "(?!)"


@cache
def zone_rules() -> ZoneRules:
    """The rules of kg/data/repair/zones.toml."""
    return parse_rules((files("kg") / "data/repair/zones.toml").read_text(encoding="utf-8"))
