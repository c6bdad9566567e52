"""The help of every command: an example in lines of its own, which the command understands."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from conftest import Kg

from kg.commands.main import COMMANDS, main

NAMES = sorted(COMMANDS)


@pytest.mark.parametrize("command", [[], *([name] for name in NAMES)], ids=lambda words: " ".join(("kg", *words)))
def test_help_has_an_example(kg: Kg, command: list[str]) -> None:
    done = kg(*command, "--help")
    assert done.code == 0
    (examples,) = re.findall(r"^ +Example:\n((?: {4}.*\n)+)", done.out, re.M)
    call = " ".join(("kg", *command))
    assert all(call in line for line in examples.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_understood(kg: Kg, name: str) -> None:
    """Every option that an example shows is one of the command, and every choice one of the option's."""
    context = click.Context(main)
    command = main.get_command(context, name)
    assert command is not None and command.help is not None
    lines = re.findall(rf"\bkg {name}(?: [^|>)\n]*)?", command.help.split("Example:")[1])
    assert lines
    for line in lines:
        assert command.make_context(name, shlex.split(line)[2:], parent=context).command is command


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_option_is_refused(kg: Kg, name: str) -> None:
    done = kg(name, "--no-such-option")
    assert (done.code, done.out) == (2, "") and "no-such-option" in done.err
