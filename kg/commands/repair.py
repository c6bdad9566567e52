"""`kg repair`: the clean text of articles, and what was damaged in them."""

from __future__ import annotations

import json
import sys

import click

from kg.repair.explain import explain
from kg.sources.readers import read
from kg.sources.record import Problem, printable
from kg.table.reading import read_article


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--explain", "explained", is_flag=True, help="What was damaged, where, and how it was mended.")
@click.option("--to", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
              help="jsonl: one object an article, with id and text.")  # fmt: skip
def repair(sources: tuple[str, ...], explained: bool, form: str) -> None:
    """Print the clean text of the articles in SOURCES: damage undone, simplified characters.

    \b
    Example:
      kg repair seeds/000_35f70cb2446c9b7a.txt
      kg repair seeds --explain
      kg repair seeds --to jsonl > clean.jsonl
    """
    problems = done = 0
    for record in read(sources):
        article = record if isinstance(record, Problem) else read_article(record)
        if isinstance(article, Problem):
            problems += 1
            click.echo(f"kg: {printable(str(article))}", err=True)
            continue
        done += 1
        if explained:
            click.echo("\n".join(explain(article, coloured) if sys.stdout.isatty() else explain(article)))
        elif form == "jsonl":
            click.echo(json.dumps({"id": article.id, "text": article.text}, ensure_ascii=False))
        else:
            click.echo(printable_lines(article.text))
    sys.exit(2 if not done else 1 if problems else 0)


def coloured(text: str, kind: str) -> str:
    """`text` in the colour that a terminal gives what stood there before a repair, or stands there after it."""
    return click.style(text, fg={"before": "red", "after": "green"}.get(kind))


def printable_lines(text: str) -> str:
    """`text` with control characters that could steer a terminal made visible; line breaks stay."""
    return "\n".join(printable(line) for line in text.split("\n"))
