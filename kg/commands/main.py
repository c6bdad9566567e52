"""The command `kg`: its subcommands, and the exit codes that all share (0 done, 1 done with findings, 2 could not)."""

from __future__ import annotations

import sys

import click

from kg import __version__
from kg.commands.build import build
from kg.commands.check import check_command
from kg.commands.explain import explain
from kg.commands.explore import explore
from kg.commands.export import export
from kg.commands.query import query
from kg.commands.repair import repair
from kg.commands.stats import stats


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Chinese local news in, a knowledge graph out: who leads which county, what is built where and for how much.

    \b
    Exit codes: 0 done; 1 done, but something could not be read; 2 could not.

    \b
    Example:
      kg build seeds -o output
      kg query -g output "SELECT ?who ?where { ?p kg:leads ?a ; schema:name ?who . ?a schema:name ?where }"
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


main.add_command(build)
main.add_command(export)
main.add_command(explore)
main.add_command(explain)
main.add_command(check_command)
main.add_command(query)
main.add_command(repair)
main.add_command(stats)

if __name__ == "__main__":
    main()
