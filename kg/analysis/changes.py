"""What changed between two graphs: what came, went, was renamed or merged, who took which office, which sums changed.

An entity that another replaced (`dcterms:replaces`) is merged, and what was said of it is said of the other: its
statements neither come nor go. An entity whose id alone changed (a person's is made from the posts that are known) is
the same: of one kind and name, and with a statement in common. A holder whose term ended left; so did one of whom the
newer graph says it no longer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from kg.analysis.namespaces import KIND_OF_CLASS, PERSON_KINDS, relation_order
from kg.analysis.snapshot import Snapshot, is_counted

What = Literal["added", "removed", "relabelled", "merged", "split", "office", "amounts", "claim added", "claim removed"]
ORDER: tuple[What, ...] = (
    "office", "amounts", "merged", "split", "relabelled", "added", "removed", "claim added", "claim removed",
)  # fmt: skip
KINDS = tuple(KIND_OF_CLASS.values())


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `kind` is that of the entity, or the relation of a claim; `subject` is what changed, in words;
    `before` and `after` are the old and the new words: names, holders of an office, sums, the object of a claim.
    Several stand apart by 、, their ids by a space."""

    what: What
    kind: str
    subject: str
    before: str
    after: str
    subject_id: str
    before_id: str = ""
    after_id: str = ""


def changes(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """All changes, by what they are, then kind, then name."""
    merged = {gone: id_ for id_, before in new.replaced.items() for gone in before if _is_gone(gone, old, new)}
    split = {come: id_ for id_, before in old.replaced.items() for come in before if _is_gone(come, new, old)}
    same = _same(old, new, {*merged, *split})
    now = merged | same
    found = [
        *_offices(old, new, now), *_amounts(old, new, now), *_entities(old, new, merged, split, same),
        *_claims(old, new, now),
    ]  # fmt: skip
    return tuple(sorted(found, key=_place))


def _place(change: Change) -> tuple[object, ...]:
    kind = KINDS.index(change.kind) if change.kind in KINDS else len(KINDS)
    words = (change.subject, change.before, change.after, change.subject_id, change.before_id, change.after_id)
    return (ORDER.index(change.what), kind, relation_order(change.kind), *words)


def _is_gone(id_: str, here: Snapshot, there: Snapshot) -> bool:
    return id_ in here.kinds and id_ not in there.kinds


def _same(old: Snapshot, new: Snapshot, but: Set[str]) -> dict[str, str]:
    """Old id → new id of what is the same under another id."""
    gone = {id_ for id_ in old.kinds if _is_gone(id_, old, new) and id_ not in but}
    come = {id_ for id_ in new.kinds if _is_gone(id_, new, old) and id_ not in but}
    known = {mark: id_ for id_, marks in sorted(_marks(new, come).items()) for mark in marks}
    found: dict[str, str] = {}
    for id_, marks in sorted(_marks(old, gone).items()):
        fitting = sorted({known[mark] for mark in marks if mark in known} - {*found.values()})
        if fitting:
            found[id_] = fitting[0]
    return found


def _marks(graph: Snapshot, ids: Set[str]) -> dict[str, set[tuple[str, ...]]]:
    """What tells each of the entities: its kind and name with each statement that it is part of."""
    marks: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for subject, relation, object_ in graph.statements:
        for id_, other in ((subject, object_), (object_, subject)):
            if id_ in ids:
                kind = "person" if graph.kinds[id_] in PERSON_KINDS else graph.kinds[id_]
                marks[id_].add((kind, graph.labels.get(id_, ""), relation, other))
    return marks


def _entities(
    old: Snapshot, new: Snapshot, merged: Mapping[str, str], split: Mapping[str, str], same: Mapping[str, str]
) -> Iterator[Change]:
    known = {*same.values()}
    for id_, kind in old.kinds.items():
        if not is_counted(kind) or id_ in same:
            continue
        before = old.labels.get(id_, id_)
        after = new.labels.get(id_, id_)
        if id_ in merged:
            words = new.labels.get(merged[id_], merged[id_])
            yield Change("merged", kind, words, before, words, merged[id_], id_, merged[id_])
        elif id_ not in new.kinds:
            yield Change("removed", kind, before, before, "", id_, id_)
        elif before != after:
            yield Change("relabelled", kind, after, before, after, id_, id_, id_)
    for id_, kind in new.kinds.items():
        if id_ in old.kinds or id_ in known or not is_counted(kind):
            continue
        after = new.labels.get(id_, id_)
        if id_ in split:
            words = old.labels.get(split[id_], split[id_])
            yield Change("split", kind, words, words, after, split[id_], split[id_], id_)
        else:
            yield Change("added", kind, after, "", after, id_, "", id_)


def _offices(old: Snapshot, new: Snapshot, merged: Mapping[str, str]) -> Iterator[Change]:
    """The posts that both graphs know whose holders differ."""
    posts = {*old.holders, *(post for post, _ in old.ended)}
    for post in posts:
        now = merged.get(post, post)
        if now not in new.kinds:
            continue
        held = {merged.get(person, person): person for person in old.holders.get(post, ())}
        holding = new.holders.get(now, set())
        left, came = {one for one in held if one not in holding}, holding - {*held}
        if not left and not came:
            continue
        ends = {one: new.ended.get((now, one), "") for one in left}
        names = {one: new.labels.get(one) or old.labels.get(held[one], held[one]) for one in left}
        before = sorted((f"{names[one]} (–{ends[one]})" if ends[one] else names[one], held[one]) for one in left)
        after = sorted((new.labels.get(one, one), one) for one in came)
        words = new.labels.get(now, now)
        yield Change("office", "post", words, *(_joined(each, 0) for each in (before, after)), now,
                     *(_joined(each, 1) for each in (before, after)))  # fmt: skip


def _joined(people: Iterable[tuple[str, str]], part: int) -> str:
    return ("、", " ")[part].join(each[part] for each in people)


def _amounts(old: Snapshot, new: Snapshot, merged: Mapping[str, str]) -> Iterator[Change]:
    """What both graphs know whose sums differ."""
    before: dict[str, set[str]] = {}
    for owner, sums in old.sums.items():
        before.setdefault(merged.get(owner, owner), set()).update(sums)
    for owner in sorted({*before, *new.sums}):
        one, other = before.get(owner, set()), new.sums.get(owner, set())
        known = owner in new.kinds and (owner in old.kinds or owner in before)
        if known and one != other:
            words = new.labels.get(owner, owner)
            yield Change("amounts", new.kinds[owner], words, "、".join(sorted(one)), "、".join(sorted(other)), owner)


def _claims(old: Snapshot, new: Snapshot, merged: Mapping[str, str]) -> Iterator[Change]:
    """The published statements that came and went, but for sums, which are told by what they are sums of."""
    before = {(merged.get(s, s), relation, merged.get(o, o)): (s, o) for s, relation, o in old.statements}
    known = {*old.kinds, *merged.values()}
    for key in {*before} ^ new.statements:
        subject, relation, object_ = key
        if relation == "invests" and subject in new.kinds and subject in known:
            continue
        if key in before:
            s, o = before[key]
            yield Change("claim removed", relation, old.labels.get(s, s), old.labels.get(o, o), "", s, o)
        else:
            words = new.labels.get(subject, subject), "", new.labels.get(object_, object_)
            yield Change("claim added", relation, *words, subject, "", object_)
