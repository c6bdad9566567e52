"""The format of a saved query: what its header must say, how values take the places of its parameters."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph.parameters import TYPES, ParameterError
from kg.graph.query_guard import check
from kg.graph.query_header import BrokenQuery, has_parameters, parse
from tests.hostile import HOSTILE_NAMES

HEADER = "# title@zh: 名称\n# title@en: Names\n"
ONE = "# parameter: name text | 名称 | a name\n"
QUERY = HEADER + ONE + "SELECT ?name { VALUES ?name { UNDEF } }"


def typed(kind: str) -> str:
    return HEADER + f"# parameter: value {kind} | 值 | a value\nSELECT ?value {{ VALUES ?value {{ UNDEF }} }}"


class TestHeader:
    def test_gives_titles_notes_parameters_and_needs(self) -> None:
        query = parse("all", QUERY.replace(ONE, "# note@zh: 注\n# needs: kg:leads kg:hosts\n# a remark\n" + ONE))
        assert (query.name, query.title_zh, query.title_en, query.note_zh, query.note_en) == (
            "all", "名称", "Names", "注", "",
        )  # fmt: skip
        assert query.needs == ("kg:leads", "kg:hosts")
        (name,) = query.parameters
        assert (name.name, name.type, name.required, name.about_zh, name.about_en, name.default, name.option) == (
            "name", "text", False, "名称", "a name", None, "--name",
        )  # fmt: skip

    def test_ends_at_the_first_line_that_is_no_comment(self) -> None:
        assert not has_parameters("SELECT * {}\n" + ONE)
        assert has_parameters("\ufeff" + QUERY)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (QUERY.replace("title@zh", "titel@zh"), "no key 'titel@zh'"),
            (QUERY.replace("# title@en: Names\n", ""), "there is no title.*# title@en"),
            (HEADER + QUERY, r"title@zh is said twice"),
            (QUERY.replace("# parameter", ONE + "# parameter", 1), "declared twice"),
            (QUERY.replace(" | a name", ""), "a parameter reads"),
            (QUERY.replace("name text", "name txt"), "no type 'txt'"),
            (QUERY.replace("name text", "limit text").replace("?name", "?limit"), "an option limit of its own"),
            (QUERY.replace("VALUES ?name { UNDEF }", ""), "VALUES .name { … } once with one value, not 0"),
            (QUERY.replace("UNDEF", '"a" "b"'), "not 0"),
            (QUERY + QUERY, "not 2"),
            (QUERY.replace("name text", "name text required"), "give it an example"),
        ],
    )
    def test_that_is_wrong_is_refused_with_the_remedy(self, text: str, said: str) -> None:
        with pytest.raises(BrokenQuery, match=f"^all: .*{said}"):
            parse("all", text)


class TestValues:
    def test_left_out_keep_the_default(self) -> None:
        assert parse("all", QUERY).bind({}) == QUERY
        assert parse("all", QUERY).bind({"name": None}) == QUERY

    @pytest.mark.parametrize("kind", sorted(TYPES - {"integer", "decimal", "date"}))
    @pytest.mark.parametrize("name", HOSTILE_NAMES)
    def test_are_terms_whatever_they_hold(self, kind: str, name: str) -> None:
        sparql = parse("all", typed(kind)).bind({"value": name})
        check(sparql)
        assert [row[0] for row in ox.Store().query(sparql)] == [ox.Literal(name)]  # type: ignore[union-attr]

    def test_may_hold_what_looks_like_another_place(self) -> None:
        two = QUERY.replace(ONE, ONE + "# parameter: other text | 另 | another\n") + "{ VALUES ?other { UNDEF } }"
        bound = parse("all", two).bind({"name": "VALUES ?other { UNDEF }", "other": "b"})
        assert bound.endswith('SELECT ?name { VALUES ?name { "VALUES ?other { UNDEF }" } }{ VALUES ?other { "b" } }')

    @pytest.mark.parametrize(
        ("kind", "value", "term"),
        [
            ("integer", "2022", ox.Literal(2022)),
            ("integer", 2022, ox.Literal(2022)),
            ("integer", "-7", ox.Literal("-7", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))),
            ("decimal", 0.7, ox.Literal("0.7", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))),
            ("date", "2022-01-31", ox.Literal("2022-01-31", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))),
        ],
    )  # fmt: skip
    def test_of_numbers_and_days_are_typed(self, kind: str, value: object, term: ox.Literal) -> None:
        rows = ox.Store().query(parse("all", typed(kind)).bind({"value": value}))
        assert [row[0] for row in rows] == [term]  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            ("integer", "1 } UNION { ?s ?p ?o"),
            ("integer", "1.5"),
            ("integer", "٣"),
            ("integer", True),
            ("decimal", "nan"),
            ("decimal", ""),
            ("date", "2022-13-01"),
            ("date", "2022-1-1\n"),
        ],
    )
    def test_of_another_type_are_refused_with_an_example(self, kind: str, value: object) -> None:
        with pytest.raises(ParameterError, match=f"value is of type {kind}, such as [0-9.-]+, not"):
            parse("all", typed(kind)).bind({"value": value})

    def test_that_are_no_unicode_are_refused(self) -> None:
        with pytest.raises(ParameterError, match=r"'甲\\udc80' is no valid Unicode"):
            parse("all", QUERY).bind({"name": "甲\udc80"})

    def test_unknown_and_missing_are_told(self) -> None:
        with pytest.raises(ParameterError, match=r"all has no parameter 'nam'. Did you mean name\?"):
            parse("all", QUERY).bind({"nam": "a"})
        with pytest.raises(ParameterError, match="all has no parameters"):
            parse("all", HEADER + "ASK {}").bind({"nam": "a"})
        required = QUERY.replace("name text", "name text required").replace("UNDEF", '"例"')
        with pytest.raises(ParameterError, match="all asks for name"):
            parse("all", required).bind({})
