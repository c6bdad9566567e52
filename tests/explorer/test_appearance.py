"""The appearance file: complete for the kinds and relations that there are, refused where it is wrong."""

import copy
import itertools
import json
from importlib.resources import files

import pytest

from explorer.colour import SIGHT, contrast, distance
from kg.analysis.namespaces import AREA_KINDS, FURTHER_RELATIONS, KIND_OF_CLASS, RELATIONS
from kg.explorer.appearance import AppearanceError, appearance, parse_appearance

TEXT = files("kg.explorer").joinpath("appearance.json").read_text(encoding="utf-8")


def test_every_kind_and_relation_has_an_appearance():
    look = appearance()
    assert set(KIND_OF_CLASS.values()) - set(look.kinds) == {"indicator"}, "indicators are facts of their targets"
    assert {name: entry["predicate"] for name, entry in look.relations.items()} == {**RELATIONS, **FURTHER_RELATIONS}


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (("kinds", "county", "colour"), "purple", "kinds.county.colour"),
        (("kinds", "county", "shape"), "image", "kinds.county.shape"),
        (("kinds", "county", "size"), "18", "kinds.county.size"),
        (("kinds", "county", "line"), "#12", "kinds.county.line"),
        (("relations", "leads", "belongs"), "both", "relations.leads.belongs"),
        (("kinds", "county", "icon"), "x", "kinds.county: keys"),
        (("words", "search", "zh"), "", "words.search.zh"),
        (("relations",), {}, "relations: is empty"),
        (("fonts",), {}, "sections must be"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(place, value, message):
    wrong = copy.deepcopy(json.loads(TEXT))
    target = wrong
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = value
    with pytest.raises(AppearanceError, match=message):
        parse_appearance(json.dumps(wrong))


SEEN_AT_A_GLANCE = 10
BOUND = 3.0
"""What WCAG 2.1 (1.4.11) asks of graphics."""


@pytest.mark.parametrize("sight", SIGHT)
def test_relations_look_different_to_everybody(sight):
    colours = {name: entry["colour"] for name, entry in appearance().relations.items()}
    near = [
        (one, other)
        for one, other in itertools.combinations(colours, 2)
        if distance(colours[one], colours[other], sight) < SEEN_AT_A_GLANCE
    ]
    assert near == []


@pytest.mark.parametrize("sight", SIGHT)
def test_kinds_of_one_shape_look_different_to_everybody(sight):
    """Areas are told by their size and their label: they are one family."""
    kinds = {name: entry for name, entry in appearance().kinds.items() if name not in AREA_KINDS}
    near = [
        (one, other)
        for one, other in itertools.combinations(kinds, 2)
        if kinds[one]["shape"] == kinds[other]["shape"]
        and distance(kinds[one]["colour"], kinds[other]["colour"], sight) < SEEN_AT_A_GLANCE
    ]
    assert near == []


def test_edges_and_the_outlines_of_signs_stand_out_from_the_paper():
    pale = [name for name, entry in appearance().kinds.items() if contrast(entry["line"], "#ffffff") < BOUND]
    pale += [name for name, entry in appearance().relations.items() if contrast(entry["colour"], "#ffffff") < BOUND]
    assert pale == []


def test_a_filter_can_name_kinds_and_relations_alike():
    look = appearance()
    assert not set(look.kinds) & {*look.relations, *look.structure}, "#hide= in the address knows them by name alone"
