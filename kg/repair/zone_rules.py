"""The rules that tell the parts of a page apart: kg/data/repair/zones.toml, checked when loaded."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, Literal, NamedTuple, get_args

import ahocorasick_rs

from kg.repair.article import ZoneKind

Scope = Literal["line", "rest", "head", "tail", "inside", "early"]
BEGINNING = 8  # characters of a line in which the first words of some rules stand, if they match
HEAD = 200  # how far into a line a dateline or the reporter's name may stand, after a headline run into it; heads end
TAIL = 260  # how far from the end of a line a tail may begin
_KEYS = {"id", "kind", "scope", "pattern", "reason"}
_WORDS = "words"
_LEAD = "lead"
_OPTIONAL = {"near", "never_after", "never_ends", "begins", "never_holds"}
_PLACE = itemgetter(1)
_TOP = {"media", "roles", "rule"}


class BadZoneRule(ValueError):
    """A rule file that cannot be used: which rule, what is wrong with it, and how to mend it."""


@dataclass(frozen=True, slots=True)
class ZoneRule:
    """One way to know a part of a page. `pattern` is used as its scope says (see the head of zones.toml).

    Each of its matches holds one of `words`; `bit` stands for the rule in the masks of `Hits`. `near`, where given, is
    a cheap pattern without which the costly one cannot match in the same stretch of text; `lead`, how many characters
    before the first of its words a match begins at most; `begins`, with which characters; `never_holds`, which are in
    none; `never_after` and `never_ends`, next to what it never stands.
    """

    id: str
    kind: ZoneKind
    scope: Scope
    pattern: re.Pattern[str]
    reason: str
    words: tuple[str, ...]
    bit: int
    near: re.Pattern[str] | None = None
    never_after: str = ""
    never_ends: str = ""
    lead: int | None = None
    begins: str = ""
    never_holds: str = ""
    why: str = ""

    def match(self, text: str, start: int, end: int, hits: Hits) -> re.Match[str] | None:
        """The match that begins at a place."""
        if self.lead is not None and hits.first(self.bit, start, start + self.lead + 1) is None:
            return None
        return self.pattern.match(text, start, end)

    def first(self, text: str, start: int, end: int, hits: Hits) -> re.Match[str] | None:
        """The first match between two places."""
        begin = self._begin(text, start, end, hits)
        while begin is not None:
            match = self.pattern.search(text, begin, end)
            if not match or not match.start() or text[match.start() - 1] not in self.never_after:
                return match
            begin = match.start() + 1
        return None

    def matches(self, text: str, start: int, end: int, hits: Hits) -> list[re.Match[str]]:
        """The matches between two places, one after the other."""
        found: list[re.Match[str]] = []
        match = self.first(text, start, end, hits)
        while match:
            found.append(match)
            match = self.first(text, match.end(), end, hits)
        return found

    def _begin(self, text: str, start: int, end: int, hits: Hits) -> int | None:
        """Where in a stretch the first match begins at the earliest; None where there is none."""
        if self.never_holds:
            start = max(start, max(text.rfind(character, start, end) for character in self.never_holds) + 1)
        if self.lead is not None:
            place = hits.first(self.bit, start, end)
            while self.begins and place is not None:
                before = max(start, place - self.lead)
                begun = [found for mark in self.begins if (found := text.find(mark, before, place)) >= 0]
                if begun:
                    return min(begun)
                place = hits.first(self.bit, place + 1, end)
            if place is None:
                return None
            start = max(start, place - self.lead)
        return start if self.near is None or self.near.search(text, start, end) else None


class Hits(NamedTuple):
    """Where in a text the words of rules stand: places in order, and for each the bits of the rules it serves."""

    places: list[int]
    bits: list[int]

    def mask(self, start: int, end: int) -> int:
        """The bits of the rules of which a word stands between two places."""
        mask = 0
        for index in range(bisect_left(self.places, start), bisect_left(self.places, end)):
            mask |= self.bits[index]
        return mask

    def first(self, bit: int, start: int, end: int) -> int | None:
        """Where the first word of a rule stands between two places."""
        places, bits = self
        for index in range(bisect_left(places, start), bisect_left(places, end)):
            if bits[index] & bit:
                return places[index]
        return None


class Stretches(NamedTuple):
    """The bits of the rules whose words have to stand in one part of a line: anywhere, at its very beginning, in its
    head, in its tail."""

    anywhere: int
    beginning: int
    head: int
    tail: int


class Plan(NamedTuple):
    """The rules of each scope that may match on one line."""

    line: tuple[ZoneRule, ...]
    rest: tuple[ZoneRule, ...]
    head: tuple[ZoneRule, ...]
    tail: tuple[ZoneRule, ...]
    early: tuple[ZoneRule, ...]
    inside: tuple[ZoneRule, ...]


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """The rules of each scope in order, and the names of outlets with what finds the longest of them."""

    by_scope: dict[Scope, tuple[ZoneRule, ...]]
    media: tuple[str, ...]
    outlets: ahocorasick_rs.AhoCorasick
    words: tuple[str, ...]
    bits: tuple[int, ...]
    finder: ahocorasick_rs.AhoCorasick
    stretches: Stretches
    _scopes: dict[Scope, int]
    _chosen: dict[tuple[Scope, int], tuple[ZoneRule, ...]] = field(default_factory=dict)
    _plans: dict[int, Plan] = field(default_factory=dict)

    def of(self, scope: Scope, mask: int = -1) -> tuple[ZoneRule, ...]:
        """The rules of a scope whose bits are in `mask`, in order."""
        mask &= self._scopes[scope]
        if not mask:
            return ()
        chosen = self._chosen.get((scope, mask))
        if chosen is None:
            chosen = self._chosen[scope, mask] = tuple(rule for rule in self.by_scope[scope] if rule.bit & mask)
        return chosen

    def plan(self, hits: Hits, start: int, end: int) -> Plan | None:
        """The rules to try on a line, told from where their words stand on it; None where there are none."""
        places, bits = hits
        index = bisect_left(places, start)
        if index == len(places) or places[index] >= end:
            return None
        anywhere, beginning, head, tail = self.stretches
        mask = 0
        while index < len(places) and (place := places[index]) < end:
            part = anywhere
            if place < start + HEAD:
                part |= head if place > start + BEGINNING else head | beginning
            if place >= end - TAIL:
                part |= tail
            mask |= bits[index] & part
            index += 1
        return self._plan(mask) if mask else None

    def _plan(self, mask: int) -> Plan:
        plan = self._plans.get(mask)
        if plan is None:
            plan = self._plans[mask] = Plan(*(self.of(scope, mask) for scope in Plan._fields))
        return plan

    def hits(self, text: str, start: int = 0, end: int | None = None) -> Hits:
        """Where the words of the rules stand in a text, or between two places of it."""
        found = self.finder.find_matches_as_indexes(text[start:end], overlapping=True)
        found.sort(key=_PLACE)  # they come in the order of their ends
        bits = self.bits
        return Hits([start + place for _, place, _ in found], [bits[word] for word, _, _ in found])


def parse_rules(toml: str) -> ZoneRules:
    """The rules written in a TOML text. Raises BadZoneRule for what is unknown, missing, empty or twice there.

    >>> parse_rules('media = []\\nroles = []\\n[[rule]]\\nid = "x"\\nknid = "body"')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kg.repair.zone_rules.BadZoneRule: rule x: unknown key knid; allowed are begins, id, ...
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
    outlets = ahocorasick_rs.AhoCorasick(media, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    beginning = sum(
        rule.bit
        for scope in ("line", "rest")
        for rule in by_scope[scope]
        if rule.lead is not None and rule.lead <= BEGINNING
    )
    stretches = Stretches(
        scopes["line"] + scopes["rest"] + scopes["inside"] - beginning,
        beginning,
        scopes["head"] + scopes["early"],
        scopes["tail"],
    )
    return ZoneRules(by_scope, media, outlets, words, bits, finder, stretches, scopes)


def _rule(entry: dict[str, Any], media: tuple[str, ...], roles: tuple[str, ...], bit: int) -> ZoneRule:
    name = entry.get("id", "without an id")
    for key in sorted(set(entry) - _KEYS - _OPTIONAL - {_WORDS, _LEAD}):
        allowed = ", ".join(sorted(_KEYS | _OPTIONAL | {_WORDS, _LEAD}))
        raise BadZoneRule(f"rule {name}: unknown key {key}; allowed are {allowed}")
    for key in sorted(_KEYS | (_OPTIONAL & set(entry))):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise BadZoneRule(f"rule {name}: {key} is missing or empty; give it a text")
    words = entry.get(_WORDS)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise BadZoneRule(f"rule {name}: words is missing or empty; give it the words of which each match holds one")
    lead = entry.get(_LEAD)
    if lead is not None and (type(lead) is not int or lead < 0):
        raise BadZoneRule(f"rule {name}: lead is {lead!r}; give it a number of characters")
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
        entry.get("never_after", ""),
        entry.get("never_ends", ""),
        lead,
        entry.get("begins", ""),
        entry.get("never_holds", ""),
        f"{entry['reason']} ({name})",
    )


def _either(words: tuple[str, ...]) -> str:
    """The inside of a group for any of many words, the longest first. Each way begins with another character, so that
    a search runs from one of these to the next."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items()) or "(?!)"


@cache
def zone_rules() -> ZoneRules:
    """The rules of kg/data/repair/zones.toml."""
    return parse_rules((files("kg") / "data/repair/zones.toml").read_text(encoding="utf-8"))
