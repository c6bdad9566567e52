"""JSON-LD 1.1: one object for each subject, a line each, under a context that is in the file, so nothing is fetched.

Compacted as it is written rather than by a JSON-LD library, which would hold the whole document; that the readers of
others get the same triples is what the tests are for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.graph.exports.context import Context, Term, base_prefix, context
from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build, Described
from kg.graph.vocabulary import PREFIXES, expand

RDF_TYPE, XSD = expand("rdf:type"), PREFIXES["xsd"]
STRING, INTEGER, BOOLEAN = f"{XSD}string", f"{XSD}integer", f"{XSD}boolean"
SAFE = 2**53  # JSON's numbers are doubles to many readers: exact below this
NUMBER = re.compile(r"0|-?[1-9][0-9]*")
LOCAL = re.compile(r"[\w./%~-]*")
PLAIN = Term("")


def write_jsonld(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """All triples of the part."""
    base = build.base
    document = {**context().document, "id": base_prefix(base)}
    maker = Compactor(context(), base)
    out.write(b'{\n"@context": ' + _json(document) + b',\n"@graph": [')
    between = b"\n"
    for subject in build.subjects(options.part):
        out.write(between + _json(maker.subject(subject)))
        between = b",\n"
    out.write(b"\n]\n}\n")
    return ()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


class Compactor:
    """Writes terms the short way that the context allows, and in full where it would say something else."""

    def __init__(self, terms: Context, base: str) -> None:
        self.terms = terms.terms
        self.spaces = {base: "id", **{iri: name for name, iri in PREFIXES.items()}}

    def subject(self, subject: Described) -> dict[str, Any]:
        """The object of a subject."""
        found: dict[str, list[Any]] = {"@id": [self.iri(subject.iri)]}
        for predicate, value in subject.statements:
            if predicate == RDF_TYPE and isinstance(value, ox.NamedNode):
                found.setdefault("@type", []).append(self.word(value.value))
                continue
            term = self.terms.get(predicate, PLAIN)
            found.setdefault(term.name or self.iri(predicate), []).append(self.value(value, term))
        return {key: _one(values) for key, values in found.items()}

    def iri(self, iri: str) -> str:
        """`iri` with a prefix of the context, if it has one.

        >>> Compactor(context(), "https://w3id.org/county-kg/id/").iri("https://w3id.org/county-kg/id/area/371426")
        'id:area/371426'
        """
        for space, prefix in self.spaces.items():
            if iri.startswith(space) and LOCAL.fullmatch(local := iri[len(space) :]) and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def word(self, iri: str) -> str:
        """A class, property or individual by its term."""
        return self.terms[iri].name if iri in self.terms else self.iri(iri)

    def value(self, value: ox.NamedNode | ox.Literal, term: Term) -> Any:
        """A value under a key whose plain strings are what `term` says."""
        if isinstance(value, ox.NamedNode):
            if term.type == "@vocab":
                return self.word(value.value)
            return self.iri(value.value) if term.type == "@id" else {"@id": self.iri(value.value)}
        text, datatype = value.value, value.datatype.value
        if value.language:
            return text if value.language == term.language else {"@value": text, "@language": value.language}
        if datatype == STRING:
            return text if not term.type and not term.language else {"@value": text}
        if not term.type and datatype == INTEGER and NUMBER.fullmatch(text) and abs(int(text)) < SAFE:
            return int(text)
        if not term.type and datatype == BOOLEAN and text in ("true", "false"):
            return text == "true"
        return text if datatype == term.type else {"@value": text, "@type": self.iri(datatype)}


def _one(values: Iterable[Any]) -> Any:
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed
