"""Asking a graph what its shapes ask for, and the words behind what articles disagree on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.graph.checks.finding import Check, Finding, Quote, named
from kg.graph.checks.shape import Message, ShapesUnreadable, Term, read_shapes
from kg.graph.checks.sparql import Question, questions
from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES, expand, language_rank, shorten

LABEL, SUBCLASS = ox.NamedNode(expand("rdfs:label")), ox.NamedNode(expand("rdfs:subClassOf"))
SHORTENED = {
    "shape": "https://w3id.org/county-kg/shapes#",
    "disagreement": "https://w3id.org/county-kg/disagreements#",
    **PREFIXES,
}
PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")  # in messages of SPARQL constraints [5.2.1]
QUOTES = """SELECT ?claim ?id ?exact ?date ?published WHERE {
  ?claim prov:wasDerivedFrom ?segment . ?segment oa:hasSource ?article ; oa:hasSelector ?quote .
  ?quote oa:exact ?exact . ?article dcterms:identifier ?id .
  OPTIONAL { ?segment kg:statedDate ?date } OPTIONAL { ?article schema:datePublished ?published }
}"""


def findings_of(store: ox.Store, shapes: str, check: Check = "shapes", base: str = DEFAULT_BASE) -> Iterator[Finding]:
    """What the shapes of a Turtle text find in the default graph of `store`, each once, in no order.

    `base` is what messages shorten to `id:`. Raises ShapesUnreadable.
    """
    narrower = _narrower(store)
    seen = set()
    for shape in read_shapes(shapes):
        for question in questions(shape, narrower):
            for finding in _answers(store, question, check, base):
                if finding not in seen:
                    seen.add(finding)
                    yield finding


def _answers(store: ox.Store, question: Question, check: Check, base: str) -> Iterator[Finding]:
    try:
        rows = store.query(question.sparql, prefixes=dict(question.prefixes))
    except SyntaxError as error:
        raise ShapesUnreadable(f"{question.shape}: its query is no valid SPARQL: {error}") from error
    assert isinstance(rows, ox.QuerySolutions)
    names = [variable.value for variable in rows.variables]
    for row in rows:
        found: dict[str, Term] = {name: term for name, term in zip(names, row, strict=True) if term is not None}
        focus, value, path = found["this"], found.get("value"), found.get("path")
        prop = path if isinstance(path, ox.NamedNode) else question.property
        claim = found.get("claim")
        yield Finding(
            check, question.shape.value, question.component, question.severity,
            named(focus), label_of(store, focus), prop.value if prop else None,
            named(value) if value is not None else None, "" if value is None else label_of(store, value),
            _filled(store, question.message, found, base),
            quotes_of(store, claim) if isinstance(claim, ox.NamedNode) else (),
        )  # fmt: skip


def _narrower(store: ox.Store) -> dict[str, tuple[str, ...]]:
    """For each class all classes that the graph itself (not the ontology) calls subclasses of it, at any depth."""
    direct: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, SUBCLASS, None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            direct[quad.object.value].add(quad.subject.value)
    closed = {}
    for name in [*direct]:
        below: set[str] = set()
        waiting = [name]
        while waiting:
            new = direct.get(waiting.pop(), set()) - below
            below |= new
            waiting += new
        closed[name] = tuple(sorted(below - {name}))
    return closed


def label_of(store: ox.Store, term: Term) -> str:
    """The label of a node, in Chinese where there are several; "" where there is none."""
    if isinstance(term, ox.Literal):
        return ""
    labels = [quad.object for quad in store.quads_for_pattern(term, LABEL, None) if isinstance(quad.object, ox.Literal)]
    return min(labels, key=lambda each: (language_rank(each.language), each.value)).value if labels else ""


def quotes_of(store: ox.Store, claim: ox.NamedNode) -> tuple[Quote, ...]:
    """The words that say a claim, by article; each sentence once."""
    rows = store.query(QUOTES, prefixes=dict(PREFIXES), substitutions={ox.Variable("claim"): claim})
    quotes = {
        Quote(row["id"].value, row["exact"].value, (row["date"] or row["published"] or ox.Literal("")).value or None)
        for row in rows
    }
    return tuple(sorted(quotes, key=lambda quote: (quote.article, quote.exact, quote.date or "")))


def short(iri: str, base: str = DEFAULT_BASE) -> str:
    """An IRI by the prefixes of the vocabulary and of the shapes and, of an entity, by `base`; in full where none fits.

    >>> short("https://w3id.org/county-kg/ontology#leads"), short("https://example.org/a1", "https://example.org/")
    ('kg:leads', 'id:a1')
    """
    return shorten(iri, {"id": base, **SHORTENED})


def _filled(store: ox.Store, message: Message, found: dict[str, Term], base: str) -> Message:
    def shown(match: re.Match[str]) -> str:
        term = found.get(match[1])
        if term is None:
            return match[0]
        if isinstance(term, ox.NamedNode):
            return label_of(store, term) or short(term.value, base)
        return term.value if isinstance(term, ox.Literal) else "[]"

    return Message(PLACEHOLDER.sub(shown, message.zh), PLACEHOLDER.sub(shown, message.en))
