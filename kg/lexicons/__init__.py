"""The word lists that rules are written with: TOML files beside this module, each checked when it is loaded.

A lexicon is a table of named lists (or of tables of named lists). `load("people")` returns them frozen. A key that the
schema below does not know, a key that is missing, a word that stands twice in one list, and an empty word are errors: a
misspelt key would silently switch a rule off, and an empty word matches everything.

>>> "表示" in load("people")["speech_verbs"]
True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

SCHEMA: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "people": frozenset({"surnames", "compound_surnames", "speech_verbs", "never_names", "no_given_names",
                             "hardly_given", "transliteration", "mostly_foreign", "tibetan_names", "says", "acts",
                             "makes", "forms_of_address", "after_dotted", "behind_foreign_names",
                             "works_of_fiction", "tells_a_story", "inside_fiction", "plays"}),
        "posts": frozenset(
            {"heads_of_area", "chiefs", "deputies_only", "members", "ranks", "company_titles", "other_titles",
             "modifiers", "past_markers", "not_yet_markers", "leader_words", "not_after_title", "begins",
             "begins_when_decided", "appoints", "decides", "deaths", "leaves", "moves", "removes", "resigns",
             "takes_office", "held_office", "in_appointments", "heads_of_one_kind", "editors", "village_units",
             "discipline_units", "honours",
             "heads_of_firms", "in_lives"}
        ),
        "bodies": frozenset({"stems", "suffixes", "national", "company_suffixes", "prefixes", "stop_words", "aliases",
                             "vague_companies", "no_bodies", "of_committee", "heads_of", "of_area", "internal",
                             "offices_that_count", "sections", "organs", "units_inside", "own_of_units", "parts",
                             "wholes", "nationwide", "congresses", "uncut", "called_so",
                             "international", "presses", "village_offices", "pointing", "owners", "not_a_level",
                             "boards", "national_or_local", "one_word", "departments_of_committees",
                             "names_of_china", "names_of_the_state", "garrisons", "teams", "small_units"}),
        "areas": frozenset({"always_words", "landmarks", "behind_landmarks", "area_before", "area_behind",
                            "zone_suffixes", "zone_short", "relative", "not_areas", "media_suffixes", "function_words",
                            "not_in_zone_names", "papers", "township_levels", "opens_zone_names", "before_zone_names",
                            "function_characters", "one_character", "regions"}),
        "amounts": frozenset({"investment", "not_investment", "approximations", "partial", "totals", "grown", "changes",
                              "above", "below", "about", "phases", "given"}),
        "projects": frozenset(
            {"strong_heads", "heads", "generic", "verbs_before", "never_inside", "not_projects", "inner_verbs",
             "locative_verbs", "not_after_head", "openers", "phases", "building_before", "building_after",
             "parts_of_work", "plain", "stands_alone", "made_new", "public_buildings", "figures", "parts_of_site",
             "stages", "sites", "weak_before", "plants", "heads_of_named", "works", "rebuilt", "works_begun",
             "tells_work", "signs_of_work"}
        ),
        "companies": frozenset({"suffixes", "build_verbs", "generic", "trades", "founds", "before_build",
                                "builder_roles", "lines_of_business", "called_companies", "no_companies", "no_firms"}),
        "meetings": frozenset({"heads", "generic", "verbs_before", "weak_heads"}),
        "policies": frozenset({"heads", "systems", "title_heads", "direct_verbs", "soft_verbs", "passes", "ways",
                               "way_words", "generic", "figures", "not_policies", "quote_heads", "quote_nouns",
                               "not_phrases", "plain_words", "done_with"}),
        "batches": frozenset({"before_names", "events", "not_batches", "verbs", "built_too", "building", "works",
                              "said_of_numbers", "those", "counted_beside", "sums_so_far", "signed", "done_with",
                              "national", "regions"}),
        "inspections": frozenset({"looks", "goes", "adverbs", "behind_place", "tails"}),
        "countries": frozenset({"countries", "state_heads", "cities", "parties", "heads_abroad_too", "ministries",
                                "by_one_character"}),
        "targets": frozenset({"verbs", "units", "achieved", "leads_in", "other_news", "brings_about",
                               "grows", "organisations", "kinds_of_investment"}),
        "reasons": frozenset({"zh", "en"}),
        "times": frozenset({"points_nowhere", "later", "of_a_report"}),
        "linking": frozenset({"national", "party_departments", "says_which", "heads_one_area", "recurrent", "held_once",
                              "trades", "national_aliases", "project_words", "meeting_words",
                              "zone_words", "of_the_state", "area_leaders"}),
    }
)  # fmt: skip


TREE = 8  # words from which an alternation is written as a tree: fewer are tried as fast one by one


class LexiconError(ValueError):
    """A lexicon file does not fit its schema."""


def check(name: str, table: Mapping[str, object]) -> Mapping[str, object]:
    """`table` with its lists made tuples, if it fits the schema of lexicon `name`; else LexiconError."""
    known = SCHEMA[name]
    where = f"lexicon {name}.toml"
    if extra := sorted(set(table) - known):
        raise LexiconError(f"{where}: unknown key {extra[0]!r}; known keys are {', '.join(sorted(known))}")
    if missing := sorted(known - set(table)):
        raise LexiconError(
            f"{where}: key {missing[0]!r} is missing; add it, with an empty list if nothing belongs there"
        )
    frozen: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            if bad := [k for k, v in value.items() if not k or not isinstance(v, str) or not v]:
                raise LexiconError(f"{where}: {key}.{bad[0]} must map one non-empty string to another")
            frozen[key] = MappingProxyType(dict(value))
            continue
        if not isinstance(value, list):
            raise LexiconError(f"{where}: {key} must be a list of words or a table of strings")
        words = [word for line in value for word in str(line).split()]
        if not all(words) or any(not isinstance(line, str) or not line.strip() for line in value):
            raise LexiconError(f"{where}: {key} holds an empty word, which would match everything")
        if twice := sorted({word for word in words if words.count(word) > 1}):
            raise LexiconError(f"{where}: {key} lists {twice[0]!r} twice; keep one")
        frozen[key] = tuple(words)
    return MappingProxyType(frozen)


@cache
def load(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lexicon `name`: key → words, in file order. Raises LexiconError where the file breaks its schema."""
    if name not in SCHEMA:
        raise LexiconError(f"no lexicon is named {name!r}; there are {', '.join(sorted(SCHEMA))}")
    with resources.files(__package__).joinpath(f"{name}.toml").open("rb") as file:
        return check(name, tomllib.load(file))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words of one list of a lexicon, to ask whether a word is among them: a tuple is gone through word by word.

    >>> "表示" in word_set("people", "speech_verbs")
    True
    """
    return frozenset(load(name)[key])


def alternation(words: Iterable[str]) -> str:
    """The words as one regular-expression alternation, the longest first.

    >>> alternation(["市", "市委"])
    '市委|市'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered or not ordered[-1]:
        raise LexiconError("an empty alternation would match everywhere")
    return "|".join(map(re.escape, ordered)) if len(ordered) < TREE else _tree(ordered)


def _tree(words: Iterable[str]) -> str:
    """The alternatives of `words` with common beginnings written once. All words that stand at one place are beginnings
    of each other, so that the longest is still tried first.

    >>> _tree(["市委", "市", "市长", "县"])
    '县|市(?:委|长|)'
    """
    behind: dict[str, list[str]] = {}
    for word in words:
        if word:
            behind.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in sorted(behind.items()):
        if len(rests) == 1:
            branches.append(re.escape(first + rests[0]))
        else:
            end = "|" if "" in rests else ""
            branches.append(f"{re.escape(first)}(?:{_tree(rests)}{end})")
    return "|".join(branches)
