"""A graph as `kg diff` compares it: entities, published statements, who is in office, and sums, by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kg.analysis.namespaces import KIND_OF_CLASS
from kg.graph.vocabulary import PREDICATES, expand

RELATION_OF = {expand(curie): name for name, curie in PREDICATES.items()}
NOT_COUNTED = ("amount",)  # a sum is shown with what it is a sum of, as a term of office is with its post
TYPE, LABEL, REPLACES = expand("rdf:type"), expand("rdfs:label"), expand("dcterms:replaces")
MEMBER, POST, KIND = expand("org:member"), expand("kg:post"), expand("kg:amountKind")
ENDED = (expand("kg:endDate"), expand("kg:overBy"))
PLANNED = expand("kg:Planned")
Statement = tuple[str, str, str]  # subject, relation, object


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`kinds` and `labels` of entities by id; the published statements; `replaced`: id → the ids that stood for it
    before; `holders`: post → the people in office → ""; `ended`: post → people whose term ended → when; `sums`: owner
    → its sums in words."""

    kinds: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    statements: set[Statement] = field(default_factory=set)
    replaced: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    holders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ended: dict[tuple[str, str], str] = field(default_factory=dict)
    sums: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def snapshot(triples: Iterable[Triple], base: str) -> Snapshot:
    """The snapshot of a graph whose entities' IRIs begin with `base`; ids are the rest of their IRIs. What is evidence
    is passed over."""
    found = Snapshot()
    order = {kind: number for number, kind in enumerate(KIND_OF_CLASS.values())}
    terms: dict[str, dict[str, str]] = defaultdict(dict)
    amounts: dict[str, str] = {}
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)):
            continue
        id_ = subject.value.removeprefix(base)
        if predicate == TYPE:
            kind = KIND_OF_CLASS.get(value.value)
            if kind is not None and order[kind] < order.get(found.kinds.get(id_, ""), len(order)):
                found.kinds[id_] = kind
        elif predicate == LABEL:
            found.labels[id_] = value.value
        elif predicate == REPLACES:
            found.replaced[id_].add(value.value.removeprefix(base))
        elif predicate in RELATION_OF:
            found.statements.add((id_, RELATION_OF[predicate], value.value.removeprefix(base)))
        elif predicate in (MEMBER, POST):
            terms[id_][predicate] = value.value.removeprefix(base)
        elif predicate in ENDED:
            terms[id_][ENDED[0]] = value.value
        elif predicate == KIND:
            amounts[id_] = value.value
    for term in terms.values():
        if MEMBER in term and POST in term:
            if ENDED[0] in term:
                found.ended[term[POST], term[MEMBER]] = term[ENDED[0]]
            else:
                found.holders[term[POST]].add(term[MEMBER])
    for owner, relation, amount in found.statements:
        if relation == "invests":
            kind = amounts.get(amount, PLANNED)
            words = found.labels.get(amount, amount)
            found.sums[owner].add(words if kind == PLANNED else f"{words} ({kind.rpartition('#')[2]})")
    return found


def is_counted(kind: str) -> bool:
    """Whether things of a kind are shown as entities that came or went."""
    return kind not in NOT_COUNTED
