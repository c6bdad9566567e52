"""The claims of invented articles, by relation and in words."""

from __future__ import annotations

from mentions.articles import OF_PINGYUAN, TODAY, body_name, reading

from kg.mentions.mention import Area, Body
from kg.relations.claim import Amount, Batch, Claim, PostRef, Ref, Target
from kg.relations.project_index import ProjectIndex
from kg.relations.registry import EXTRACTORS

PUBLISHED = ("asserted", "planned")


def claims(relation: str, text: str, publisher: str | None = OF_PINGYUAN, date: str | None = TODAY) -> list[Claim]:
    """The claims of one relation in a text; it is about 平原县 unless another publisher, or none, is given."""
    considered = EXTRACTORS[relation](reading(text, publisher, date))
    return [each for each in considered if isinstance(each, Claim)]


def label(ref: Ref) -> str:
    """A reference in words."""
    match ref:
        case Body():
            return body_name(ref)
        case PostRef():
            return f"{body_name(ref.body)}: {ref.title}"
        case Amount():
            return f"{ref.value} {ref.currency}"
        case Batch():
            return f"{ref.count}: {label(ref.total) if ref.total else None}"
        case Target():
            return f"{ref.indicator} {ref.value}{ref.unit} {ref.year or ''}".strip()
        case Area():
            return ref.name
    return ref.name


def said(
    relation: str, text: str, publisher: str | None = OF_PINGYUAN, date: str | None = TODAY
) -> set[tuple[str, str]]:
    """(subject, object) of the claims that a build publishes: what is denied, hoped for or past is left out."""
    return {
        (label(c.subject), label(c.object)) for c in claims(relation, text, publisher, date) if c.modality in PUBLISHED
    }


def project_refs(text: str) -> set[tuple[str, str | None]]:
    """(name, area) of each project of a text, after its names are brought together."""
    read = reading(text)
    index = ProjectIndex(read)
    found = [index.ref(project.name) for sentence in read.sentences for project in sentence.projects]
    return {(project.name, project.area.name if project.area else None) for project in found}
