"""Positions: everything is placed, no boxes overlap, the same things lie in the same places."""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.explorer.layout import apart, arranged

sizes = st.lists(st.tuples(st.integers(10, 150), st.integers(10, 80)), min_size=0, max_size=25)


def overlapping(places, boxes):
    """Pairs that cover each other by more than the unit to which places are rounded."""
    return [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if all(
            abs(places[one][axis] - places[other][axis]) < (boxes[one][axis] + boxes[other][axis]) / 2 - 1
            for axis in (0, 1)
        )
    ]


def chain(count):
    return {f"n{i}": (90.0, 50.0) for i in range(count)}, [(f"n{i}", f"n{i + 1}") for i in range(count - 1)]


@settings(deadline=None)
@given(sizes, st.randoms(use_true_random=False))
def test_no_boxes_overlap_whatever_the_edges(extents, chance):
    boxes = {f"n{at}": (float(w), float(h)) for at, (w, h) in enumerate(extents)}
    names = list(boxes)
    edges = [(chance.choice(names), chance.choice(names)) for _ in names]
    places = arranged(boxes, edges)
    assert list(places) == names
    assert overlapping(places, boxes) == []


def test_a_star_of_a_hundred_has_room_for_all_labels():
    boxes = {"县": (60.0, 60.0), **{f"项目{i}": (110.0, 55.0) for i in range(100)}}
    places = arranged(boxes, [("县", f"项目{i}") for i in range(100)])
    assert overlapping(places, boxes) == []
    wide, high = np.ptp(list(places.values()), axis=0)
    assert 0.7 < wide / high < 2.7, "about as wide as a window"


def test_neighbours_lie_near_each_other_and_strangers_far():
    boxes, edges = chain(12)
    places = {name: np.array(place) for name, place in arranged(boxes, edges).items()}
    near = [np.linalg.norm(places[s] - places[o]) for s, o in edges]
    assert max(near) < np.linalg.norm(places["n0"] - places["n11"])


def test_things_at_one_place_are_moved_apart():
    moved = apart(np.zeros((30, 2)), np.full((30, 2), 40.0))
    assert overlapping(dict(enumerate(moved)), {at: (40, 40) for at in range(30)}) == []


def test_what_does_not_come_apart_in_time_is_drawn_out():
    moved = apart(np.arange(60.0).reshape(30, 2), np.full((30, 2), 40.0), rounds=1)
    assert overlapping(dict(enumerate(moved)), {at: (40, 40) for at in range(30)}) == []


def test_edges_twice_to_itself_and_to_nothing_change_nothing():
    boxes, edges = chain(6)
    assert arranged(boxes, [*edges, *edges, ("n1", "n1"), ("n1", "nowhere")]) == arranged(boxes, edges)


@pytest.mark.parametrize("shuffled", [1, 2, 3])
def test_the_order_of_edges_changes_nothing(shuffled):
    boxes, edges = chain(20)
    edges += [("n0", f"n{i}") for i in range(5, 15)]
    mixed = [(o, s) for s, o in edges]
    random.Random(shuffled).shuffle(mixed)
    assert arranged(boxes, mixed) == arranged(boxes, edges)


def test_nothing_has_no_places():
    assert arranged({}, []) == {}
