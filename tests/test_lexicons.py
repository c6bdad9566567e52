"""Lexicons: each loads; one that breaks its schema is refused, with file and key; no name is learnt by heart."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

import pytest
from conftest import ROOT
from gold.scoring import read_gold

from kg import lexicons
from kg.lexicons import SCHEMA, LexiconError, alternation, check, load

# In the gold as a person, and in every paper as part of the names of doctrines and programmes.
PART_OF_DOCTRINES = {"习近平"}


def table(name: str) -> dict[str, object]:
    """The lexicon as it stands in its file."""
    return tomllib.loads(resources.files(lexicons).joinpath(f"{name}.toml").read_text("utf-8"))


def first(name: str, kind: type) -> str | None:
    """The first key of a lexicon whose value is a `kind` that holds something."""
    return next((key for key, value in table(name).items() if isinstance(value, kind) and value), None)


LISTS = {name: key for name in SCHEMA if (key := first(name, list))}
TABLES = {name: key for name in SCHEMA if (key := first(name, dict))}


class TestFiles:
    def test_are_those_of_the_schema(self) -> None:
        files = {file.name for file in resources.files(lexicons).iterdir() if file.name.endswith(".toml")}
        assert files == {f"{name}.toml" for name in SCHEMA}

    @pytest.mark.parametrize("name", SCHEMA)
    def test_load_with_every_key(self, name: str) -> None:
        assert set(load(name)) == set(SCHEMA[name])

    @pytest.mark.parametrize("name", SCHEMA)
    def test_hold_words_without_space(self, name: str) -> None:
        for key, words in load(name).items():
            assert all(word and not re.search(r"\s", word) for word in words), key

    @pytest.mark.parametrize("name", SCHEMA)
    def test_come_frozen(self, name: str) -> None:
        for words in load(name).values():
            assert isinstance(words, tuple) or not hasattr(words, "__setitem__")
        assert not hasattr(load(name), "__setitem__")


class TestRefused:
    def refused(self, name: str, broken: Mapping[str, object]) -> str:
        with pytest.raises(LexiconError) as error:
            check(name, broken)
        said = str(error.value)
        assert f"{name}.toml" in said
        return said

    @pytest.mark.parametrize("name", SCHEMA)
    def test_unknown_key(self, name: str) -> None:
        said = self.refused(name, {**table(name), "misspelt": []})
        assert "unknown key 'misspelt'" in said and min(SCHEMA[name]) in said

    @pytest.mark.parametrize("name", SCHEMA)
    def test_missing_key(self, name: str) -> None:
        whole = table(name)
        gone = min(whole)
        del whole[gone]
        assert f"key {gone!r} is missing" in self.refused(name, whole)

    @pytest.mark.parametrize("empty", ["", " ", "\u3000"])
    @pytest.mark.parametrize(("name", "key"), LISTS.items())
    def test_empty_word(self, name: str, key: str, empty: str) -> None:
        words = table(name)[key]
        assert isinstance(words, list)
        said = self.refused(name, {**table(name), key: [*words, empty]})
        assert key in said and "empty word" in said

    @pytest.mark.parametrize(("name", "key"), LISTS.items())
    def test_repeated_word(self, name: str, key: str) -> None:
        words = table(name)[key]
        assert isinstance(words, list)
        word = words[-1].split()[-1]
        said = self.refused(name, {**table(name), key: [*words, word]})
        assert key in said and f"{word!r} twice" in said

    @pytest.mark.parametrize("value", ["甲", 5, None, True], ids=str)
    @pytest.mark.parametrize(("name", "key"), LISTS.items())
    def test_no_list(self, name: str, key: str, value: object) -> None:
        assert f"{key} must be a list" in self.refused(name, {**table(name), key: value})

    @pytest.mark.parametrize("entry", [{"": "甲"}, {"甲": ""}, {"甲": 5}, {"甲": ["乙"]}], ids=str)
    @pytest.mark.parametrize(("name", "key"), TABLES.items())
    def test_table_of_anything_but_words(self, name: str, key: str, entry: dict[str, object]) -> None:
        assert f"{key}." in self.refused(name, {**table(name), key: entry})

    def test_unknown_lexicon(self) -> None:
        with pytest.raises(LexiconError, match=r"no lexicon is named 'misspelt'; there are .*posts"):
            load("misspelt")

    def test_empty_alternation(self) -> None:
        with pytest.raises(LexiconError, match="match everywhere"):
            alternation([])


@pytest.fixture(scope="module")
def people() -> set[str]:
    """The names of the people in the seeds' gold."""
    facts = [fact for facts in read_gold().values() for fact in facts if fact.relation in ("leads", "holds")]
    return {name for fact in facts for name in fact.subjects} - PART_OF_DOCTRINES


class TestNames:
    """Rules that know the seeds' people by name would score well there and nowhere else."""

    def test_of_the_gold_are_some(self, people: set[str]) -> None:
        assert len(people) >= 15 and all(2 <= len(name) <= 4 for name in people)

    def test_stand_in_no_lexicon(self, people: set[str]) -> None:
        files = [*(ROOT / "kg").rglob("*.toml"), *(ROOT / "kg").rglob("*.json")]
        assert len(files) > 10
        assert [(file.name, name) for file in files for name in people if name in file.read_text("utf-8")] == []

    def test_stand_in_no_line_of_code(self, people: set[str]) -> None:
        found = {
            (file.name, name)
            for file in (ROOT / "kg").rglob("*.py")
            for words in said_by_code(file)
            for name in people
            if name in words
        }
        assert found == set()


def said_by_code(file: Path) -> Iterator[str]:
    """All strings of a module that it works with: not its docstrings, whose examples may quote the seeds."""
    tree = ast.parse(file.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree)
                  if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
