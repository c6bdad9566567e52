"""A build as a property graph: how its triples become nodes, edges and their properties.

- Every subject is a node: its IRI, its label, its kind (the short name of its most specific class), its classes.
- A triple whose object is a node too is an edge, named after the property. What the evidence says of it (how sure, in
  which words, which article) stands on it as properties.
- Every other triple is a property of its node. Values keep their datatype where property graphs have it; text in
  another language than Chinese has it in its name (`label_en`).
- A term of office is no node of its own: its dates stand on the `holds` edge of its person and post. One whose edge is
  not there, or not unique, stays a node.

Nothing but these two things is left out: labels and names of terms of office that became part of an edge (they are
made of the person's and the post's), and language tags of Chinese text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.graph.exports.columns import Column, Value
from kg.graph.exports.ontology import Ontology, local_word, ontology
from kg.graph.exports.quotes import Statement, read_quotes, typed
from kg.graph.exports.reading import Build, Described, Part
from kg.graph.triples import digest
from kg.graph.vocabulary import expand, language_rank

TYPE, LABEL, NAME, HOLDS = map(expand, ("rdf:type", "rdfs:label", "schema:name", "org:holds"))
TERM, MEMBER, POST = map(expand, ("org:Membership", "org:member", "kg:post"))
NOT_OF_THE_EDGE = frozenset({TYPE, LABEL, NAME, MEMBER, POST})
OTHER = "Thing"  # the kind of what has no class


@dataclass(frozen=True, slots=True)
class Node:
    """A thing. `classes` are short names, the most specific first; property values are (type, text), sorted."""

    iri: str
    kind: str
    classes: tuple[str, ...]
    label: str
    properties: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two nodes. `id` is made from the statement, so it is the same in every build."""

    id: str
    source: str
    relation: str
    target: str
    properties: Mapping[str, Value]


@dataclass
class PropertyGraph:
    """The nodes and edges of a build, read anew at each call. The columns hold all values that will come."""

    build: Build
    part: Part
    terms: Ontology = field(default_factory=ontology)

    def __post_init__(self) -> None:
        self._base = self.build.base
        self._quotes = read_quotes(self.build)
        self._nodes: set[str] = set()
        self._folded: set[str] = set()
        self._of_terms: dict[Statement, dict[str, Value]] = {}
        self._names_of: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._find_nodes()
        self.node_columns: dict[str, dict[str, Column]] = {}
        self.edge_columns: dict[str, Column] = {}
        self._find_columns()

    def nodes(self) -> Iterator[Node]:
        """All nodes, by IRI."""
        return (self._node(subject) for subject in self._subjects())

    def edges(self) -> Iterator[Edge]:
        """All edges, by source, property and target."""
        return (edge for subject in self._subjects() for edge in self._edges(subject))

    def all_node_columns(self) -> dict[str, Column]:
        """The columns of all kinds together, by name."""
        found: dict[str, Column] = {}
        for columns in self.node_columns.values():
            for name, column in columns.items():
                found.setdefault(name, Column(name)).merge(column)
        return dict(sorted(found.items()))

    def _subjects(self) -> Iterator[Described]:
        return (subject for subject in self.build.subjects(self.part) if subject.iri not in self._folded)

    def _find_nodes(self) -> None:
        holds: set[tuple[str, str]] = set()
        terms: dict[tuple[str, str], list[Described]] = {}
        for subject in self.build.subjects(self.part):
            self._nodes.add(subject.iri)
            holds |= {(subject.iri, post) for post in subject.all(HOLDS)}
            if TERM in subject.all(TYPE):
                members, posts = subject.all(MEMBER), subject.all(POST)
                if len(members) == len(posts) == 1:
                    terms.setdefault((members[0], posts[0]), []).append(subject)
        for (person, post), found in terms.items():
            if len(found) == 1 and (person, post) in holds:
                (term,) = found
                self._of_terms[person, HOLDS, post] = {"term": ("string", term.iri)} | {
                    self._name(name, value): typed(value)
                    for name, value in term.statements
                    if name not in NOT_OF_THE_EDGE
                }
                self._folded.add(term.iri)
        self._nodes -= self._folded

    def _find_columns(self) -> None:
        for subject in self._subjects():
            node = self._node(subject)
            columns = self.node_columns.setdefault(node.kind, {})
            for name, values in node.properties.items():
                columns.setdefault(name, Column(name)).add(*values)
            for edge in self._edges(subject):
                for name, value in edge.properties.items():
                    self.edge_columns.setdefault(name, Column(name)).add(value)
        self.node_columns = {kind: dict(sorted(found.items())) for kind, found in sorted(self.node_columns.items())}
        self.edge_columns = dict(sorted(self.edge_columns.items()))

    def _is_edge(self, value: ox.NamedNode | ox.Literal) -> bool:
        return isinstance(value, ox.NamedNode) and value.value in self._nodes

    def _edges(self, subject: Described) -> Iterator[Edge]:
        for name, value in subject.statements:
            if self._is_edge(value):
                statement = subject.iri, name, value.value
                own = {**self._quotes.get(statement, {}), **self._of_terms.get(statement, {})}
                yield Edge(digest(*statement), subject.iri, self.terms.name(name), value.value, own)

    def _node(self, subject: Described) -> Node:
        classes = self._most_specific(tuple(subject.all(TYPE)))
        labels = [value for name, value in subject.statements if name == LABEL and isinstance(value, ox.Literal)]
        label = min(labels, key=_preference, default=None)
        properties: dict[str, list[Value]] = {}
        for name, value in subject.statements:
            if name != TYPE and not (name == LABEL and value == label) and not self._is_edge(value):
                properties.setdefault(self._name(name, value), []).append(self._value(value))
        return Node(
            subject.iri,
            self.terms.name(classes[0]) if classes else OTHER,
            self._class_names(classes),
            label.value if label else subject.first(NAME) or subject.iri.removeprefix(self._base),
            {name: tuple(values) for name, values in sorted(properties.items())},
        )

    def _most_specific(self, classes: tuple[str, ...]) -> tuple[str, ...]:
        """The classes without those that stand above another, in the order of the ontology."""
        if len(classes) < 2:
            return classes
        above = {each for cls in classes for each in self.terms.above(cls)}
        order = {cls: place for place, cls in enumerate(self.terms.classes)}
        found = sorted((order.get(cls, len(order)), cls) for cls in classes if cls not in above)
        return tuple(cls for _, cls in found)

    def _class_names(self, classes: tuple[str, ...]) -> tuple[str, ...]:
        """Local names of the classes and of all above them, each once."""
        if classes not in self._names_of:
            chain = [*classes, *(each for cls in classes for each in self.terms.above(cls))]
            self._names_of[classes] = tuple(dict.fromkeys(local_word(cls) for cls in chain)) or (OTHER,)
        return self._names_of[classes]

    def _name(self, predicate: str, value: ox.NamedNode | ox.Literal) -> str:
        name = self.terms.name(predicate)
        language = value.language if isinstance(value, ox.Literal) else None
        if language and (language != "zh" or name == "label"):
            return f"{name}_{language.replace('-', '_')}"
        return "label_plain" if name == "label" else name

    def _value(self, value: ox.NamedNode | ox.Literal) -> Value:
        if isinstance(value, ox.NamedNode) and value.value in self.terms.individuals:
            return "string", self.terms.name(value.value)
        return typed(value)


def _preference(label: ox.Literal) -> tuple[int, str]:
    return language_rank(label.language), label.value
