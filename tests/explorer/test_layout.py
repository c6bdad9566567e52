"""Packing: nothing overlaps, everything is placed, the same forest gives the same places."""

import math

from hypothesis import given
from hypothesis import strategies as st

from kg.explorer.layout import enclosing, pack, packed_positions, spanning_forest

radii = st.lists(st.floats(min_value=5, max_value=200), max_size=60)


@given(radii)
def test_packed_discs_do_not_overlap(sizes):
    discs = pack(sizes)
    assert [disc.r for disc in discs] == sizes
    for at, one in enumerate(discs):
        for other in discs[:at]:
            assert math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r - 1e-3


@given(radii)
def test_the_enclosing_disc_holds_all(sizes):
    discs = pack(sizes)
    around = enclosing(discs)
    assert all(math.hypot(d.x - around.x, d.y - around.y) + d.r <= around.r + 1e-6 for d in discs)


def test_equal_discs_are_packed_closely():
    sizes = [10.0] * 200
    assert 200 * 100 / enclosing(pack(sizes)).r ** 2 > 0.7


def test_everything_is_placed_and_apart():
    children = {"": ["市", "会议"], "市": ["甲县", "乙县"], "甲县": [f"项目{i}" for i in range(30)], "会议": ["政策"]}
    places = packed_positions(children, lambda entity: 40.0)
    assert len(places) == 35
    for one in places:
        for other in places:
            assert one == other or math.dist(places[one], places[other]) > 78


def test_a_forest_deeper_than_the_stack_is_placed():
    children = {"": ["0"], **{str(depth): [str(depth + 1)] for depth in range(3000)}}
    assert len(packed_positions(children, lambda entity: 1.0)) == 3001


@given(st.permutations(range(12)))
def test_the_order_of_neighbours_changes_nothing(order):
    neighbours = {str(i): [str(j) for j in order if j != i and (i * j) % 5 == 1] for i in order}
    plain = {str(i): [str(j) for j in range(12) if j != i and (i * j) % 5 == 1] for i in range(12)}
    assert spanning_forest({"1": ""}, neighbours, lambda n: (n,)) == spanning_forest({"1": ""}, plain, lambda n: (n,))
