"""The command `kg`: its subcommands, and the exit codes that all share (0 done, 1 done with findings, 2 could not)."""

from __future__ import annotations

import sys

import click

from kg import __version__
from kg.commands.lazy import LazyGroup

COMMANDS = {
    "build": "kg.commands.build:build",
    "check": "kg.commands.check:check_command",
    "diff": "kg.commands.diff:diff",
    "explain": "kg.commands.explain:explain",
    "explore": "kg.commands.explore:explore",
    "export": "kg.commands.export:export",
    "query": "kg.commands.query:query",
    "repair": "kg.commands.repair:repair",
    "stats": "kg.commands.stats:stats",
}


@click.group(
    cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Chinese local news in, a knowledge graph out: who leads which county, what is built where and for how much.

    \b
    Exit codes: 0 done; 1 done, but something could not be read, or be written as it is, or a check has findings;
    2 could not.

    \b
    Example:
      kg build seeds -o output
      kg query -g output "SELECT ?who ?where { ?p kg:leads ?a ; schema:name ?who . ?a schema:name ?where }"
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
