"""SHACL shapes as values, read from Turtle: the part of the standard that the shapes of this project use.

What is not known here is refused, never skipped: a constraint that nobody checks is worse than none. Sections in
brackets are those of SHACL, W3C Recommendation of 20 July 2017.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES

SH = "http://www.w3.org/ns/shacl#"
RDF, RDFS = PREFIXES["rdf"], PREFIXES["rdfs"]
FIRST, REST, NIL = ox.NamedNode(RDF + "first"), ox.NamedNode(RDF + "rest"), ox.NamedNode(RDF + "nil")
TYPE = ox.NamedNode(RDF + "type")

Node: TypeAlias = ox.NamedNode | ox.BlankNode
Term: TypeAlias = Node | ox.Literal

TARGETS = frozenset({"targetClass", "targetSubjectsOf", "targetObjectsOf"})
CONSTRAINTS = frozenset({
    "class", "datatype", "nodeKind",  # [4.1]
    "minCount", "maxCount",  # [4.2]
    "minInclusive", "maxInclusive",  # [4.3]
    "minLength", "maxLength", "pattern", "languageIn", "uniqueLang",  # [4.4]
    "lessThan", "lessThanOrEquals",  # [4.5]
    "not", "and", "or", "xone",  # [4.6]
    "node", "property", "qualifiedValueShape",  # [4.7]
    "hasValue", "in",  # [4.8]
    "sparql",  # [5]
})  # fmt: skip
BESIDE = frozenset({"path", "message", "severity", "qualifiedMinCount", "qualifiedMaxCount"})  # read with others
SEVERITIES = {"Violation", "Warning", "Info"}


class ShapesUnreadable(ValueError):
    """The shapes are broken, or use a part of SHACL that is not known here."""


@dataclass(frozen=True, slots=True)
class Message:
    """How to mend what a shape finds, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Path:
    """A property path [2.3.1]: as SPARQL writes it, and the property if it is nothing but one."""

    sparql: str
    property: ox.NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a shape: the local name of its parameter (`minCount`), and what is asked.

    `value` is a term, a tuple of terms (`in`, `languageIn`), a shape (`not`, `node`, `property`), a tuple of shapes
    (`and`, `or`, `xone`), a `Qualified`, or a `Select`.
    """

    parameter: str
    value: Term | Shape | Qualified | Select | tuple[Term, ...] | tuple[Shape, ...]

    @property
    def component(self) -> str:
        """The local name of the constraint component, as a report names it.

        >>> Constraint("minCount", ox.Literal(1)).component
        'MinCountConstraintComponent'
        """
        if self.parameter == "sparql":
            return "SPARQLConstraintComponent"
        return self.parameter[0].upper() + self.parameter[1:] + "ConstraintComponent"


@dataclass(frozen=True, slots=True)
class Qualified:
    """A number of values that must conform to a shape [4.7.3]; None is no bound."""

    shape: Shape
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Select:
    """A SPARQL constraint [5.2]: each row of the query is a finding; prefixes are those of the query itself."""

    query: str
    prefixes: tuple[tuple[str, str], ...]
    message: Message


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape, or with a path a property shape.

    `name` is that of the nearest shape with an IRI. `message` may be missing only where nothing is reported of the
    shape itself (the parts of `or`, `not`, `node` …).
    """

    name: ox.NamedNode
    targets: tuple[tuple[str, ox.NamedNode], ...]
    path: Path | None
    constraints: tuple[Constraint, ...]
    message: Message | None
    severity: str


def read_shapes(turtle: str) -> tuple[Shape, ...]:
    """The shapes with a target that a Turtle text holds, by name. Raises ShapesUnreadable.

    >>> (shape,) = read_shapes('''@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <urn:a:> .
    ...     a:S sh:targetClass a:C ; sh:nodeKind sh:IRI ; sh:message "须有 IRI。"@zh , "Give it an IRI."@en .''')
    >>> shape.name.value, [each.component for each in shape.constraints], shape.message.zh
    ('urn:a:S', ['NodeKindConstraintComponent'], '须有 IRI。')
    """
    store = ox.Store()
    try:
        store.load(turtle, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise ShapesUnreadable(f"the shapes are no valid Turtle: {error}") from error
    return _Reader(store).shapes()


class _Reader:
    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def shapes(self) -> tuple[Shape, ...]:
        found = {
            quad.subject
            for name in sorted(TARGETS)
            for quad in self.store.quads_for_pattern(None, ox.NamedNode(SH + name), None)
        }
        for kind in ("NodeShape", "PropertyShape"):  # one without a target is read too, or its faults would go unseen
            for quad in self.store.quads_for_pattern(None, TYPE, ox.NamedNode(SH + kind)):
                if isinstance(quad.subject, ox.NamedNode):
                    self.shape(quad.subject, quad.subject, ())
        named = []
        for node in found:
            if not isinstance(node, ox.NamedNode):
                raise ShapesUnreadable(f"a shape with a target ({node}) has no IRI. Name it, so that findings can")
            named.append(node)
        return tuple(self.shape(node, node, ()) for node in sorted(named, key=lambda node: node.value))

    def objects(self, node: Node, name: str) -> list[Term]:
        quads = self.store.quads_for_pattern(node, ox.NamedNode(SH + name), None)
        return sorted((quad.object for quad in quads), key=str)  # type: ignore[arg-type, return-value]

    def one(self, node: Node, name: str, of: ox.NamedNode) -> Term | None:
        values = self.objects(node, name)
        if len(values) > 1:
            raise ShapesUnreadable(f"{of}: several sh:{name} in one shape. Keep one, or make two shapes of it")
        return values[0] if values else None

    def shape(self, node: Node, name: ox.NamedNode, inside: tuple[Node, ...]) -> Shape:
        if isinstance(node, ox.NamedNode):
            name = node
        if node in inside:
            raise ShapesUnreadable(f"{name}: a shape that refers to itself. SHACL leaves open what that means")
        inside = (*inside, node)
        targets, constraints = [], []
        for quad in self.store.quads_for_pattern(node, None, None):
            if not quad.predicate.value.startswith(SH):
                continue
            parameter, value = quad.predicate.value.removeprefix(SH), quad.object
            if parameter in TARGETS:
                if not isinstance(value, ox.NamedNode):
                    raise ShapesUnreadable(f"{name}: sh:{parameter} wants an IRI, not {value}")
                targets.append((parameter, value))
            elif parameter in CONSTRAINTS:
                constraints.append(self.constraint(node, name, parameter, value, inside))  # type: ignore[arg-type]
            elif parameter not in BESIDE:
                known = ", ".join(sorted(CONSTRAINTS))
                raise ShapesUnreadable(f"{name}: sh:{parameter} is not known here. Write the shape with {known}")
        path = self.one(node, "path", name)
        severity = self.one(node, "severity", name)
        severity_name = "Violation" if severity is None else str(getattr(severity, "value", "")).removeprefix(SH)
        if severity_name not in SEVERITIES:
            raise ShapesUnreadable(f"{name}: sh:severity is one of sh:Violation, sh:Warning, sh:Info, not {severity}")
        return Shape(
            name,
            tuple(sorted(targets, key=str)),
            None if path is None else self.path(path, name),
            tuple(sorted(constraints, key=lambda each: (each.parameter, repr(each.value)))),
            self.message(node, name),
            severity_name,
        )

    def message(self, node: Node, name: ox.NamedNode) -> Message | None:
        said = {value.language: value.value for value in self.objects(node, "message") if isinstance(value, ox.Literal)}
        if not said:
            return None
        if set(said) != {"zh", "en"}:
            raise ShapesUnreadable(
                f"{name}: sh:message wants one text tagged @zh and one tagged @en, not {sorted(said)}"
            )
        return Message(said["zh"], said["en"])

    def constraint(
        self, node: Node, name: ox.NamedNode, parameter: str, value: Term, inside: tuple[Node, ...]
    ) -> Constraint:
        if parameter in ("in", "languageIn"):
            return Constraint(parameter, self.list(value, name))
        if parameter in ("and", "or", "xone"):
            parts = tuple(self.shape(_node(part, name), name, inside) for part in self.list(value, name))
            return Constraint(parameter, parts)
        if parameter in ("not", "node", "property"):
            return Constraint(parameter, self.shape(_node(value, name), name, inside))
        if parameter == "qualifiedValueShape":
            least, most = (self.one(node, f"qualified{each}Count", name) for each in ("Min", "Max"))
            counts = (None if each is None else _number(each, name) for each in (least, most))
            return Constraint(parameter, Qualified(self.shape(_node(value, name), name, inside), *counts))
        if parameter == "sparql":
            return Constraint(parameter, self.select(_node(value, name), name))
        return Constraint(parameter, value)

    def select(self, node: Node, name: ox.NamedNode) -> Select:
        query, message = self.one(node, "select", name), self.message(node, name)
        if not isinstance(query, ox.Literal) or message is None:
            raise ShapesUnreadable(f"{name}: sh:sparql wants one sh:select, and an sh:message in both languages")
        prefixes = set()
        for ontology in self.objects(node, "prefixes"):
            for declaration in self.objects(_node(ontology, name), "declare"):
                short = self.one(_node(declaration, name), "prefix", name)
                long = self.one(_node(declaration, name), "namespace", name)
                if not isinstance(short, ox.Literal) or not isinstance(long, ox.Literal):
                    raise ShapesUnreadable(f"{name}: sh:declare wants one sh:prefix and one sh:namespace")
                prefixes.add((short.value, long.value))
        return Select(query.value, tuple(sorted(prefixes)), message)

    def list(self, head: Term, name: ox.NamedNode) -> tuple[Term, ...]:
        members: list[Term] = []
        while head != NIL:
            node = _node(head, name)
            first = [quad.object for quad in self.store.quads_for_pattern(node, FIRST, None)]
            rest = [quad.object for quad in self.store.quads_for_pattern(node, REST, None)]
            if len(first) != 1 or len(rest) != 1 or len(members) > 10_000:
                raise ShapesUnreadable(f"{name}: a broken list. Write it as ( a b c )")
            members.append(first[0])  # type: ignore[arg-type]
            head = rest[0]  # type: ignore[assignment]
        return tuple(members)

    def path(self, node: Term, name: ox.NamedNode) -> Path:
        if isinstance(node, ox.NamedNode):
            return Path(str(node), node)
        return Path(self._path(_node(node, name), name))

    def _path(self, node: Node, name: ox.NamedNode) -> str:
        if isinstance(node, ox.NamedNode):
            return str(node)
        inverse, alternative = self.one(node, "inversePath", name), self.one(node, "alternativePath", name)
        if inverse is not None:
            return f"^({self._path(_node(inverse, name), name)})"
        if alternative is not None:
            return "(" + "|".join(self._path(_node(each, name), name) for each in self.list(alternative, name)) + ")"
        if any(self.store.quads_for_pattern(node, FIRST, None)):
            return "(" + "/".join(self._path(_node(each, name), name) for each in self.list(node, name)) + ")"
        raise ShapesUnreadable(f"{name}: a path that is none of property, sequence, sh:inversePath, sh:alternativePath")


def _node(term: Term, name: ox.NamedNode) -> Node:
    if isinstance(term, ox.Literal):
        raise ShapesUnreadable(f"{name}: {term} stands where a node is wanted")
    return term


def _number(term: Term, name: ox.NamedNode) -> int:
    if not isinstance(term, ox.Literal) or not term.value.isdecimal():
        raise ShapesUnreadable(f"{name}: {term} stands where a count is wanted")
    return int(term.value)
