"""Shapes as SPARQL: one query a constraint, whose rows are what offends against it.

A constraint is a condition in SPARQL, either on each value node or on the focus node as a whole. Nested shapes become
conditions within conditions. Errors of SPARQL (two terms that cannot be compared) count as offences, as the standard
has it, hence the COALESCE.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, count
from typing import cast

import pyoxigraph as ox

from kg.graph.checks.shape import SH, Constraint, Message, Qualified, Select, Shape, ShapesUnreadable, Term
from kg.graph.vocabulary import PREFIXES

XSD = PREFIXES["xsd"]
LANG_STRING = PREFIXES["rdf"] + "langString"
CASTS = frozenset({
    "boolean", "decimal", "double", "float", "integer", "date", "dateTime", "time", "gYear", "gYearMonth",
})  # fmt: skip
MOST_COUNTED = 3  # counts are asked as that many values that differ, which grows with the square

SuperClass = Mapping[str, tuple[str, ...]]
Condition = Callable[["Compiler", Constraint, Shape, str, str], str]


@dataclass(frozen=True, slots=True)
class Question:
    """A query for what offends against one constraint: `?this`, and `?value` or `?path` where there is one.

    `property` is the path of the shape if it is one property.
    """

    sparql: str
    prefixes: tuple[tuple[str, str], ...]
    shape: ox.NamedNode
    component: str
    property: ox.NamedNode | None
    message: Message
    severity: str


def questions(shape: Shape, narrower: SuperClass) -> Iterator[Question]:
    """The queries of a shape. `narrower` holds for the IRI of a class those of its subclasses, which are its as well.

    Raises ShapesUnreadable for a constraint without message, or one that cannot be asked.
    """
    if not shape.targets:
        raise ShapesUnreadable(f"{shape.name}: no target, so nothing to ask")
    yield from Compiler(narrower).questions(shape, _targets(shape, narrower))


def _targets(shape: Shape, narrower: SuperClass) -> str:
    parts = []
    classes = {
        each for kind, iri in shape.targets if kind == "targetClass" for each in _with_narrower(iri.value, narrower)
    }
    if classes:
        parts.append(f"{{ VALUES ?class {{ {_iris(classes)} }} ?this a ?class }}")
    for kind, triple in (("targetSubjectsOf", "?this ?by ?any"), ("targetObjectsOf", "?any ?by ?this")):
        properties = {iri.value for each, iri in shape.targets if each == kind}
        if properties:
            parts.append(f"{{ VALUES ?by {{ {_iris(properties)} }} {triple} }}")
    return f"{{ SELECT DISTINCT ?this WHERE {{ {' UNION '.join(parts)} }} }}"


def _with_narrower(iri: str, narrower: SuperClass) -> tuple[str, ...]:
    return (iri, *narrower.get(iri, ()))


def _iris(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))


class Compiler:
    """Makes conditions; each fresh variable is used once."""

    def __init__(self, narrower: SuperClass) -> None:
        self.narrower = narrower
        self._numbers = count()

    def fresh(self) -> str:
        return f"?v{next(self._numbers)}"

    def questions(self, shape: Shape, targets: str) -> Iterator[Question]:
        for constraint in shape.constraints:
            if constraint.parameter == "property":
                part = cast(Shape, constraint.value)
                if shape.path is not None:
                    raise ShapesUnreadable(f"{shape.name}: sh:property inside a property shape. Write a path of both")
                yield from self.questions(part, targets)
                continue
            if constraint.parameter == "sparql":
                yield self._select(shape, cast(Select, constraint.value), targets)
                continue
            if shape.message is None:
                raise ShapesUnreadable(f"{shape.name}: sh:{constraint.parameter} without sh:message")
            prop = shape.path.property if shape.path else None
            for component, query in self._offences(shape, constraint, targets):
                yield Question(query, (), shape.name, component, prop, shape.message, shape.severity)

    def _offences(self, shape: Shape, constraint: Constraint, targets: str) -> Iterator[tuple[str, str]]:
        """The name of the component and the query; a qualified shape has two components."""
        if constraint.parameter == "qualifiedValueShape":
            wanted = cast(Qualified, constraint.value)
            for name, part in (
                ("QualifiedMinCountConstraintComponent", Qualified(wanted.shape, wanted.least, None)),
                ("QualifiedMaxCountConstraintComponent", Qualified(wanted.shape, None, wanted.most)),
            ):
                if part.least is not None or part.most is not None:
                    condition = _qualified(self, Constraint("qualifiedValueShape", part), shape, "?this", "")
                    yield name, f"SELECT ?this WHERE {{ {targets} FILTER(!({condition})) }}"
        elif constraint.parameter in ON_THE_FOCUS:
            condition = self.condition(constraint, shape, "?this", "")
            yield constraint.component, f"SELECT ?this WHERE {{ {targets} FILTER(!({condition})) }}"
        elif shape.path is None:
            condition = self.condition(constraint, shape, "?this", "?this")
            query = f"SELECT ?this (?this AS ?value) WHERE {{ {targets} FILTER(!({condition})) }}"
            yield constraint.component, query
        else:
            condition = self.condition(constraint, shape, "?this", "?value")
            reach = f"?this {shape.path.sparql} ?value"
            yield (
                constraint.component,
                (f"SELECT DISTINCT ?this ?value WHERE {{ {targets} {reach} FILTER(!({condition})) }}"),
            )

    def _select(self, shape: Shape, select: Select, targets: str) -> Question:
        if "$PATH" in select.query or "VALUES" in select.query:
            raise ShapesUnreadable(f"{shape.name}: $PATH and VALUES are not known in sh:select here")
        head, brace, rest = select.query.partition("{")  # targets within the pattern: pre-binding of $this [5.3.1]
        if not brace or not re.fullmatch(r"\s*SELECT\s+(?:DISTINCT\s+)?(?:[?$]\w+\s+)+(?:WHERE\s+)?", head):
            raise ShapesUnreadable(f"{shape.name}: sh:select is to be SELECT, variables, WHERE, a pattern in braces")
        query = f"{head}{{ {targets} {rest}"
        prop = shape.path.property if shape.path else None
        return Question(
            query, select.prefixes, shape.name, "SPARQLConstraintComponent", prop, select.message, shape.severity
        )

    def condition(self, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
        conditions = ON_THE_FOCUS if constraint.parameter in ON_THE_FOCUS else ON_A_VALUE
        return conditions[constraint.parameter](self, constraint, shape, focus, value)

    def conforms(self, shape: Shape, node: str) -> str:
        """Whether `node` conforms to a shape, as a condition."""
        parts = []
        for constraint in shape.constraints:
            if constraint.parameter == "sparql":
                raise ShapesUnreadable(f"{shape.name}: sh:sparql inside another shape cannot be asked here")
            if constraint.parameter in ON_THE_FOCUS:
                parts.append(self.condition(constraint, shape, node, ""))
            elif shape.path is None:
                parts.append(self.condition(constraint, shape, node, node))
            else:
                value = self.fresh()
                inner = self.condition(constraint, shape, node, value)
                parts.append(f"NOT EXISTS {{ {node} {shape.path.sparql} {value} FILTER(!({inner})) }}")
        return " && ".join(f"({part})" for part in parts) or "true"

    def several(self, shape: Shape, number: int, focus: str, of: Shape | None = None) -> str:
        """Whether the path of `shape` leads from `focus` to `number` values that differ (and conform to `of`)."""
        if number > MOST_COUNTED or shape.path is None:
            raise ShapesUnreadable(f"{shape.name}: counts above {MOST_COUNTED} cannot be asked here")
        values = [self.fresh() for _ in range(number)]
        tests = [f"FILTER(!sameTerm({a}, {b}))" for a, b in combinations(values, 2)]
        if of is not None:
            tests += [f"FILTER({self.conforms(of, value)})" for value in values]
        paths = " . ".join(f"{focus} {shape.path.sparql} {value}" for value in values)
        return f"EXISTS {{ {paths} {' '.join(tests)} }}"


def _safe(expression: str) -> str:
    return f"COALESCE({expression}, false)"


def _term(constraint: Constraint) -> Term:
    value = constraint.value
    assert isinstance(value, (ox.NamedNode, ox.BlankNode, ox.Literal))
    return value


def _int(constraint: Constraint, shape: Shape) -> int:
    term = _term(constraint)
    if not isinstance(term, ox.Literal) or not term.value.isdecimal():
        raise ShapesUnreadable(f"{shape.name}: sh:{constraint.parameter} wants a whole number, not {term}")
    return int(term.value)


def _class(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    classes = _with_narrower(_term(constraint).value, compiler.narrower)
    return " || ".join(f"EXISTS {{ {value} a <{each}> }}" for each in classes)


def _datatype(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    iri = _term(constraint).value
    test = f"isLiteral({value}) && DATATYPE({value}) = <{iri}>"
    if iri in (XSD + "string", LANG_STRING):
        return _safe(test)
    if iri.removeprefix(XSD) not in CASTS:
        raise ShapesUnreadable(f"{shape.name}: the lexical form of {iri} cannot be tested here")
    return _safe(f"{test} && BOUND({value}) && isLiteral(<{iri}>(STR({value})))")  # an ill-formed one has no value


def _node_kind(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    kind = _term(constraint).value.removeprefix(SH)
    tests = {"IRI": "isIRI({0})", "BlankNode": "isBlank({0})", "Literal": "isLiteral({0})"}
    tests["BlankNodeOrIRI"] = "!isLiteral({0})"
    if kind not in tests:
        raise ShapesUnreadable(
            f"{shape.name}: sh:nodeKind sh:{kind} is not known here; it may be one of {sorted(tests)}"
        )
    return tests[kind].format(value)


def _min_count(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    least = _int(constraint, shape)
    return compiler.several(shape, least, focus) if least else "true"


def _max_count(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return "NOT " + compiler.several(shape, _int(constraint, shape) + 1, focus)


def _qualified(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    wanted = cast(Qualified, constraint.value)
    tests = []
    if wanted.least:
        tests.append(compiler.several(shape, wanted.least, focus, wanted.shape))
    if wanted.most is not None:
        tests.append("NOT " + compiler.several(shape, wanted.most + 1, focus, wanted.shape))
    return " && ".join(tests) or "true"


def _compared(operator: str) -> Condition:
    def condition(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
        return _safe(f"{value} {operator} {_term(constraint)}")

    return condition


def _length(operator: str) -> Condition:
    def condition(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
        return _safe(f"!isBlank({value}) && STRLEN(STR({value})) {operator} {_int(constraint, shape)}")

    return condition


def _pattern(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return _safe(f"!isBlank({value}) && REGEX(STR({value}), {ox.Literal(_term(constraint).value)})")


def _language_in(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    ranges = cast(tuple[Term, ...], constraint.value)
    tests = [f"LANGMATCHES(LANG({value}), {ox.Literal(each.value)})" for each in ranges]
    return _safe(f"isLiteral({value}) && ({' || '.join(tests)})")


def _unique_lang(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    if _term(constraint).value != "true" or shape.path is None:
        raise ShapesUnreadable(f"{shape.name}: sh:uniqueLang is true, in a property shape, or left out")
    a, b = compiler.fresh(), compiler.fresh()
    path = shape.path.sparql
    return (
        f'NOT EXISTS {{ {focus} {path} {a} . {focus} {path} {b} FILTER(!sameTerm({a}, {b}) && LANG({a}) != "" '
        f"&& LCASE(LANG({a})) = LCASE(LANG({b}))) }}"
    )


def _pair(operator: str) -> Condition:
    def condition(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
        other = compiler.fresh()
        test = _safe(f"{value} {operator} {other}")
        return f"NOT EXISTS {{ {focus} {_term(constraint)} {other} FILTER(!{test}) }}"

    return condition


def _parts(compiler: Compiler, constraint: Constraint, value: str) -> list[str]:
    return [f"({compiler.conforms(part, value)})" for part in cast(tuple[Shape, ...], constraint.value)]


def _joined(operator: str) -> Condition:
    def condition(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
        return operator.join(_parts(compiler, constraint, value))

    return condition


def _xone(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return " + ".join(f"IF({part}, 1, 0)" for part in _parts(compiler, constraint, value)) + " = 1"


def _not(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return f"!({compiler.conforms(cast(Shape, constraint.value), value)})"


def _node(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return compiler.conforms(cast(Shape, constraint.value), value)


def _in(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    return " || ".join(f"sameTerm({value}, {each})" for each in cast(tuple[Term, ...], constraint.value)) or "false"


def _has_value(compiler: Compiler, constraint: Constraint, shape: Shape, focus: str, value: str) -> str:
    if shape.path is None:
        return f"sameTerm({focus}, {_term(constraint)})"
    return f"EXISTS {{ {focus} {shape.path.sparql} {_term(constraint)} }}"


ON_A_VALUE: Mapping[str, Condition] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minInclusive": _compared(">="),
    "maxInclusive": _compared("<="),
    "minLength": _length(">="),
    "maxLength": _length("<="),
    "pattern": _pattern,
    "languageIn": _language_in,
    "lessThan": _pair("<"),
    "lessThanOrEquals": _pair("<="),
    "not": _not,
    "and": _joined(" && "),
    "or": _joined(" || "),
    "xone": _xone,
    "node": _node,
    "property": _node,
    "in": _in,
}
ON_THE_FOCUS: Mapping[str, Condition] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "uniqueLang": _unique_lang,
    "qualifiedValueShape": _qualified,
    "hasValue": _has_value,
}
