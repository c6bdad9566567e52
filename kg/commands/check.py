"""`kg check`: whether a build is what it ought to be: SHACL, bounds of counts, what articles disagree on."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import click

from kg.graph.checks import CHECKS, Bounds, Finding, check, read_bounds
from kg.graph.checks.bounds import BoundsUnreadable
from kg.graph.checks.finding import Check
from kg.graph.checks.report import report
from kg.graph.checks.run import short
from kg.graph.checks.shape import ShapesUnreadable, Term
from kg.graph.query import open_store, text_of
from kg.graph.query_guard import StoreUnreadable
from kg.graph.vocabulary import DEFAULT_BASE
from kg.sources.record import printable

LONGEST = 200  # characters of a value or quote in the table; JSON has all of it
ONE = {"shapes": "violation", "counts": "count out of bounds", "disagreements": "disagreement"}
MANY = {"shapes": "violations", "counts": "counts out of bounds", "disagreements": "disagreements"}


@click.command("check")
@click.option("-g", "--graph", "folder", default="output", show_default=True,
              help="Folder of a build, or a Turtle file.", type=click.Path(path_type=Path))  # fmt: skip
@click.option("-f", "--format", "form", default="table", show_default=True,
              type=click.Choice(["table", "json", "turtle"]), help="turtle: a SHACL validation report.")  # fmt: skip
@click.option("--only", multiple=True, type=click.Choice(CHECKS), help="Make this check alone; may be given twice.")
@click.option("--expect", help="File of bounds (TOML), in place of those of the ontology.",
              type=click.Path(path_type=Path))  # fmt: skip
@click.option("--lang", default="en", show_default=True, type=click.Choice(["en", "zh"]), help="Of the table.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1),
              help="Most findings of one kind in the table.")  # fmt: skip
def check_command(folder: Path, form: str, only: tuple[Check, ...], expect: Path | None, lang: str, limit: int) -> None:
    """Check a build: its SHACL shapes, whether its counts are what the number of articles lets expect, and what
    articles disagree on.

    Each finding says how to mend it; disagreements come with the words of the articles. --expect takes bounds such as
    "kg:County" = [1, 2800] below [count] (of the build) or [per_article].

    \b
    Exit codes: 0 no findings; 1 findings (of any kind: --only shapes for the faults of the graph); 2 could not.

    \b
    Example:
      kg check -g output
      kg check -g output --only shapes --only counts --lang zh
      kg check -g output -f turtle > report.ttl
    """
    try:
        bounds = None if expect is None else _bounds(expect)
        with open_store(folder) as store:
            base = store.base
            found = check(store.local, only or CHECKS, bounds, base)
    except (StoreUnreadable, ShapesUnreadable, BoundsUnreadable) as error:
        click.echo(f"kg: {printable(str(error))}", err=True)
        sys.exit(2)
    if form == "table":
        click.echo(as_table(found, lang, limit, base))
    elif form == "json":
        click.echo(as_json(found))
    else:
        click.echo(report(found).decode(), nl=False)
    sys.exit(1 if found else 0)


def _bounds(file: Path) -> Bounds:
    try:
        return read_bounds(file.read_text(encoding="utf-8"))
    except BoundsUnreadable as error:
        raise BoundsUnreadable(f"{file}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BoundsUnreadable(f"{file}: cannot be read ({error}). Name a TOML file in UTF-8") from error


def as_table(findings: tuple[Finding, ...], lang: str = "en", limit: int = 20, base: str = DEFAULT_BASE) -> str:
    """The findings for a terminal: where, then how to mend it, then who says so; at most `limit` of one source. `base`
    is what the IRIs of the entities begin with."""
    lines = []
    shown: Counter[str] = Counter()
    totals = Counter(finding.source for finding in findings)
    for finding in findings:
        shown[finding.source] += 1
        if shown[finding.source] <= limit:
            lines += [_place(finding, base), f"    {printable(_message(finding, lang))}"]
            lines += (
                f"    “{_cut(quote.exact)}” {_cut(quote.article)}{f', {_cut(quote.date)}' if quote.date else ''}"
                for quote in finding.quotes
            )
        elif shown[finding.source] == totals[finding.source]:
            more = totals[finding.source] - limit
            lines.append(f"{ONE[finding.check]}  … and {more:,} more of {_cut(short(finding.source))}; see --limit")
    by_check = Counter(finding.check for finding in findings)
    counted = ", ".join(f"{by_check[each]:,} {ONE[each] if by_check[each] == 1 else MANY[each]}" for each in CHECKS)
    lines.append(f"({counted})")
    return "\n".join(lines)


def as_json(findings: tuple[Finding, ...]) -> str:
    """The findings as JSON: all of each, messages in both languages; ASCII, so that nothing unseen is in it."""
    return json.dumps(
        {
            "conforms": not findings,
            "findings": [
                {
                    "check": finding.check,
                    "source": finding.source,
                    "component": finding.component,
                    "severity": finding.severity,
                    "focus": text_of(finding.focus),
                    "label": finding.label,
                    "property": finding.property,
                    "value": None if finding.value is None else text_of(finding.value),
                    "value_label": finding.value_label,
                    "message": {"zh": finding.message.zh, "en": finding.message.en},
                    "quotes": [
                        {"article": quote.article, "exact": quote.exact, "date": quote.date} for quote in finding.quotes
                    ],
                }
                for finding in findings
            ],
        },
        indent=2,
    )


def _message(finding: Finding, lang: str) -> str:
    return finding.message.zh if lang == "zh" else finding.message.en


def _place(finding: Finding, base: str) -> str:
    parts = [ONE[finding.check], _node(finding.focus, finding.label, base)]
    if finding.property is not None:
        parts.append(_cut(short(finding.property)))
    if finding.value is not None and finding.value != finding.focus:
        parts.append(_node(finding.value, finding.value_label, base))
    return "  ".join(parts)


def _node(term: Term, label: str, base: str) -> str:
    text = _cut(short(text_of(term), base))
    return f"{_cut(label)} ({text})" if label else text


def _cut(text: str) -> str:
    text = printable(text)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
