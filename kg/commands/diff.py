"""`kg diff`: what changed between two builds."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

import click
import pyoxigraph as ox

from kg.analysis.changes import ORDER, Change, What, changes
from kg.analysis.snapshot import Snapshot, snapshot
from kg.commands.table import csv_cell, json_text
from kg.graph.query import open_store
from kg.graph.query_guard import StoreUnreadable
from kg.graph.resources import ontology_text
from kg.graph.vocabulary import CLASSES, PREDICATES, expand
from kg.sources.record import printable

LONGEST = 80  # characters of a name in the table; CSV and JSON have all of it
COLUMNS = tuple(field.name for field in fields(Change))
HEADINGS: dict[What, tuple[str, str]] = {
    "office": ("Offices: who left → who came", "职务变动：离任 → 到任"),
    "amounts": ("Sums that changed", "金额变动"),
    "merged": ("Merged", "合并"),
    "split": ("Split", "拆分"),
    "relabelled": ("Renamed", "更名"),
    "added": ("New", "新增"),
    "removed": ("Gone", "消失"),
    "claim added": ("New claims", "新增陈述"),
    "claim removed": ("Claims gone", "消失的陈述"),
}
MORE = ("… and {:,} more; see --limit", "… 另有 {:,} 条，见 --limit")
NOBODY = "—"
OF_KIND = {"body": "kg:PublicBody", "zone": "kg:DevelopmentZone", "area": "kg:AdministrativeArea"}


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("-f", "--format", "form", default="table", show_default=True, type=click.Choice(["table", "csv", "json"]))
@click.option("--only", multiple=True, type=click.Choice(ORDER), help="Show these changes alone; may be repeated.")
@click.option("--lang", default="en", show_default=True, type=click.Choice(["en", "zh"]), help="Of the table.")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(1), help="Most changes of one sort in the table."
)
def diff(old: Path, new: Path, form: str, only: tuple[What, ...], lang: str, limit: int) -> None:
    """What changed from the build OLD to the build NEW (folders, or their graph.ttl).

    Offices whose holders changed, sums that changed, entities that are new, gone, renamed, merged into another or
    split from one, and published claims that are new or gone. What was said of an entity that was merged is said of
    the other: that is no change.

    \b
    Exit codes: 0 nothing changed; 1 something did; 2 could not.

    \b
    Example:
      kg diff output-may output-june
      kg diff output-may output-june --only office --lang zh
      kg diff output-may/graph.ttl output-june/graph.ttl -f csv > changes.csv
    """
    try:
        found = changes(_read(old), _read(new))
    except StoreUnreadable as error:
        click.echo(f"kg: {printable(str(error))}", err=True)
        sys.exit(2)
    shown = tuple(change for change in found if not only or change.what in only)
    if form == "table":
        click.echo(as_table(shown, lang, limit))
    elif form == "csv":
        click.echo(as_csv(shown), nl=False)
    else:
        click.echo(json_text([asdict(change) for change in shown]))
    sys.exit(1 if shown else 0)


def _read(path: Path) -> Snapshot:
    """Raises StoreUnreadable."""
    if path.is_dir() and (path / "graph.ttl").exists():
        path = path / "graph.ttl"  # the evidence is not needed, and it is the larger
    with open_store(path) as store:
        return snapshot((quad.triple for quad in store.local), store.base)


def as_table(found: Sequence[Change], lang: str = "en", limit: int = 20) -> str:
    """The changes for a terminal, a section for each sort, with at most `limit` changes each."""
    words = _words(lang)
    counts = Counter(change.what for change in found)
    lines = []
    for what in ORDER:
        if counts[what]:
            lines.append(f"{HEADINGS[what][lang == 'zh']} ({counts[what]:,})")
            own = [change for change in found if change.what == what]
            lines += (f"    {_line(change, words)}" for change in own[:limit])
            if len(own) > limit:
                more = len(own) - limit
                lines.append(
                    f"    … 另有 {more:,} 条，见 --limit" if lang == "zh" else f"    … and {more:,} more; see --limit"
                )
    if not found:
        lines.append("没有变化" if lang == "zh" else "Nothing changed")
    return "\n".join(lines)


def _line(change: Change, words: dict[str, str]) -> str:
    kind, subject = words.get(change.kind, change.kind), _cut(change.subject)
    before, after = _cut(change.before) or NOBODY, _cut(change.after) or NOBODY
    if change.what in ("office", "amounts"):
        return f"{subject}  {before} → {after}"
    if change.what in ("relabelled", "merged", "split"):
        return f"{kind}  {before} → {after}"
    if change.what in ("added", "removed"):
        return f"{kind}  {subject}"
    return f"{subject}  {kind}  {_cut(change.before or change.after)}"


def _words(lang: str) -> dict[str, str]:
    """What kinds of entities and relations are called, by the labels of the ontology."""
    labels = {
        quad.subject.value: quad.object.value
        for quad in ox.parse(ontology_text(), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == expand("rdfs:label") and quad.object.language == lang  # type: ignore[union-attr]
    }
    terms = {kind: curies[0] for kind, curies in CLASSES.items()} | OF_KIND | dict(PREDICATES)
    terms |= {level: f"kg:{level.title()}" for level in ("province", "prefecture", "county", "township", "village")}
    return {name: labels[expand(curie)] for name, curie in terms.items() if expand(curie) in labels}


def _cut(text: str) -> str:
    text = printable(text)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def as_csv(found: Sequence[Change]) -> str:
    """The changes as CSV (RFC 4180, UTF-8), with cells that a spreadsheet would take for a formula made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([csv_cell(str(getattr(change, name))) for name in COLUMNS] for change in found)
    return out.getvalue()
