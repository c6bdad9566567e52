"""README.md and README.zh.md: the commands that they show give what they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from conftest import ROOT, Kg

READMES = ("README.md", "README.zh.md")
MEND = "run the command on a build of the seeds and put its output there"


def consoles(name: str) -> list[tuple[str, str]]:
    """(command, output) of each ```console block."""
    blocks = re.findall(r"^```console\n\$ kg (.+?)\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.M | re.S)
    assert len(blocks) == 3, f"{name} has {len(blocks)} console blocks"
    return blocks


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("number", range(3))
def test_shows_what_the_command_prints(built: Path, kg: Kg, name: str, number: int) -> None:
    command, printed = consoles(name)[number]
    done = kg(*shlex.split(command), "-g", built)
    assert (done.code, done.err) == (0, "")
    assert done.out == printed, f"{name}, kg {command}: {MEND}"


@pytest.mark.parametrize("name", READMES)
def test_python_runs_and_prints_what_its_comments_say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (code,) = re.findall(r"^```python\n(.+?)^```$", (ROOT / name).read_text("utf-8"), re.M | re.S)
    monkeypatch.chdir(ROOT)
    exec(code, {})
    assert capsys.readouterr().out.splitlines() == re.findall(r"^# (.+)$", code, re.M)


@pytest.mark.parametrize("name", READMES)
def test_names_only_files_that_are_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", (ROOT / name).read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert len(links) >= 8 and missing == []


def test_both_show_the_same_commands() -> None:
    assert [command for command, _ in consoles(READMES[0])] == [command for command, _ in consoles(READMES[1])]


@pytest.mark.parametrize("name", READMES)
def test_every_command_that_is_shown_is_one(kg: Kg, name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    shown = set(re.findall(r"^(?:\$ )?kg (\w+)", text, re.M))
    listed = set(re.findall(r"^  (\w+) ", kg("--help").out.split("Commands:")[1], re.M))
    assert shown == listed, f"{name} shows {sorted(shown)}, there are {sorted(listed)}"
