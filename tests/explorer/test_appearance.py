"""The appearance file: complete for the kinds and relations that there are, refused where it is wrong."""

import copy
import json
from importlib.resources import files

import pytest

from kg.analysis.namespaces import FURTHER_RELATIONS, KIND_OF_CLASS, RELATIONS
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
