"""docs/cookbook.md holds every saved query, with the answer that a build of the seeds gives today."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT, Kg

from kg.graph import saved_queries

PAGE = ROOT / "docs" / "cookbook.md"
MEND = "run `python -m kg.commands.main build -q seeds -o output && python scripts/make_cookbook.py` and commit both"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_cookbook", ROOT / "scripts" / "make_cookbook.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries() -> dict[str, str]:
    """Each query's part of the page."""
    parts = re.split(r"^### (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_is_what_the_script_makes_of_a_build_of_the_seeds(built: Path, script: ModuleType) -> None:
    made = script.cookbook(built)
    written = PAGE.read_text("utf-8")
    differing = [
        f"line {number}: {there!r} should be {here!r}"
        for number, (there, here) in enumerate(zip(written.splitlines(), made.splitlines(), strict=False), 1)
        if there != here
    ]
    assert made == written, f"docs/cookbook.md is not what the seeds give today: {MEND}. First of it: {differing[:1]}"


def test_holds_every_saved_query_once() -> None:
    headings = re.findall(r"^### (.+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(saved_queries.catalogue())


@pytest.mark.parametrize(
    "name", ["leaders", "posts", "largest-projects", "batches", "inspections", "evidence", "about"]
)
def test_shows_the_answer_that_the_command_gives(built: Path, kg: Kg, name: str) -> None:
    """The command as it is printed, run on a build. Tables that were cut to the page's width have as many lines."""
    command, *printed = re.search(r"```text\n\$ kg (.+?)\n```", entries()[name], re.DOTALL)[1].split("\n")  # type: ignore[index]
    words = shlex.split(command)
    done = kg(*words, "-g", built, *([] if "turtle" in words else ["--limit", "10"]))
    assert done.code == 0, done.err
    answer = [line for line in printed if not line.startswith("kg: ")]
    if any("…" in line for line in answer):
        assert len(done.out.splitlines()) == len(answer)
    else:
        assert done.out.splitlines() == answer


def test_examples_in_python_and_in_the_shell_run(built: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    introduction = PAGE.read_text("utf-8").split("\n## ")[0]
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.+?)```", introduction, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["answer"].rows  # type: ignore[attr-defined]
    (shell,) = re.findall(r"```sh\n(.+?)```", introduction, re.DOTALL)
    commands = [shlex.split(line.split("#")[0].split(">")[0])[1:] for line in shell.splitlines()]
    assert len(commands) == 6
    for words in commands:
        if "mine.rq" in words:
            words = [str(ROOT / "ontology" / "queries" / "leaders.rq") if word == "mine.rq" else word for word in words]
        assert kg(*words).code == 0, words


def test_script_runs_as_its_docstring_says(tmp_path: Path, script: ModuleType) -> None:
    assert "python scripts/make_cookbook.py" in (script.__doc__ or "")
    done = subprocess.run(
        [sys.executable, "-c", "import runpy, sys; sys.argv = ['make_cookbook.py', 'none']; runpy.run_path("
         f"{str(ROOT / 'scripts' / 'make_cookbook.py')!r}, run_name='__main__')"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0 and "Build first" in done.stderr  # and the page is left as it is
