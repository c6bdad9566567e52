"""`kg repair`: the clean text of articles, and what was damaged in them."""

from __future__ import annotations

import json
import sys

import click

from kg.repair.errors import NotReadable
from kg.repair.explain import explain
from kg.repair.pipeline import repair as mend
from kg.sources.readers import read
from kg.sources.record import Problem, printable


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
        try:
            if isinstance(record, Problem):
                raise NotReadable(record.what, record.remedy)
            article = mend(record)
        except NotReadable as error:
            problems += 1
            click.echo(f"kg: {printable(str(Problem(record.origin, error.what, error.remedy)))}", err=True)
            continue
        done += 1
        if explained:
            styled = (lambda text, kind: click.style(text, fg={"before": "red", "after": "green"}.get(kind))) if sys.stdout.isatty() else None
            lines = explain(article, styled) if styled else explain(article)
            click.echo("\n".join(lines))
        elif form == "jsonl":
            click.echo(json.dumps({"id": article.id, "text": article.text}, ensure_ascii=False))
        else:
            click.echo(printable_lines(article.text))
    sys.exit(2 if not done else 1 if problems else 0)


def printable_lines(text: str) -> str:
    """`text` with control characters that could steer a terminal made visible; line breaks stay."""
    return "\n".join(printable(line) for line in text.split("\n"))
