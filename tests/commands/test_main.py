"""The command `kg` itself: what it loads, and that all its commands are there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.commands.lazy import LazyGroup
from kg.commands.main import COMMANDS, main

OUTPUT = Path(__file__).resolve().parents[2] / "output"
HEAVY = ("jieba", "rjieba", "rdflib", "networkx", "igraph", "numpy", "pyvis", "trafilatura", "lxml", "PIL")
SECONDS = 0.4  # of processor time, the bar; 0.1 and 0.3 on an idle machine
SPEND = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "kg.commands.main", *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""
ASK = "ASK { ?person kg:leads ?area }"


def loaded(*arguments: str) -> set[str]:
    """The modules that a call of `kg` loads."""
    code = (
        "import sys; from kg.commands.main import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--version",), ("query", "--list"), ("query", "-g", str(OUTPUT), ASK)])
class TestStart:
    def test_nothing_heavy_is_loaded(self, arguments: tuple[str, ...]) -> None:
        assert "kg.commands.main" in (modules := loaded(*arguments))
        assert not modules & set(HEAVY)

    def test_it_takes_less_than_half_a_second(self, arguments: tuple[str, ...]) -> None:
        runs = [subprocess.check_output([sys.executable, "-c", SPEND, *arguments], text=True) for _ in range(3)]
        assert min(map(float, runs)) < SECONDS


def test_every_command_is_there_and_in_the_help() -> None:
    context = click.Context(main)
    assert main.list_commands(context) == sorted(COMMANDS)
    shown = CliRunner().invoke(main, ["--help"]).output
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None and command.help
        assert f"  {name} " in shown


def test_a_command_that_does_not_exist_is_refused() -> None:
    done = CliRunner().invoke(main, ["bulid"])
    assert done.exit_code == 2
    assert "No such command" in done.output


def test_a_lazy_command_that_is_none_says_what_to_mend() -> None:
    group = LazyGroup("kg", lazy={"build": "kg.commands.main:COMMANDS"})
    with pytest.raises(TypeError, match=r"kg build: kg.commands.main has no click command 'COMMANDS'; mend COMMANDS"):
        group.get_command(click.Context(group), "build")
