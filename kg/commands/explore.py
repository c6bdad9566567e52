"""`kg explore`: the explorer of a build, in the browser."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from urllib.parse import quote

import click

PAGE = "explorer.html"


@click.command()
@click.argument("name", default="")
@click.option("-g", "--graph", "folder", default="output", show_default=True,
              help="Folder of a build.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("--no-open", is_flag=True, help="Only print where the page is.")
def explore(name: str, folder: Path, no_open: bool) -> None:
    """Open the explorer of a build in the browser, and print its path. With NAME, search that at once.

    The page is one file that works without a network: it can be copied, mailed, put on any server.

    \b
    Example:
      kg explore
      kg explore 齐河县 -g output
      cp "$(kg explore --no-open)" county.html
    """
    page = folder / PAGE
    try:
        with page.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        click.echo(f"kg: no {PAGE} in {folder}. Build one: kg build SOURCES -o {folder}", err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"kg: cannot read {page}: {error.strerror}. Name the folder of a build with -g", err=True)
        sys.exit(2)
    click.echo(page)
    if no_open:
        return
    search = f"#find={quote(name, errors='replace')}" if name else ""
    address = page.resolve().as_uri() + search
    if not webbrowser.open(address):
        click.echo(f"kg: no browser was found. Open {page} in one yourself", err=True)
        sys.exit(2)
