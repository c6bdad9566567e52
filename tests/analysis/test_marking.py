"""Which words of a quote are marked."""

from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.evidence import Segment, Source
from kg.analysis.marking import marked_quote, marked_runs

names = st.lists(st.text(alphabet="甲乙丙丁县镇a😀<", max_size=5), max_size=4)


@given(st.text(alphabet="甲乙丙丁县镇a😀<", max_size=30), names, names)
def test_the_runs_are_the_quote(quote, subjects, objects):
    runs = marked_runs(quote, subjects, objects)
    assert "".join(text for text, _ in runs) == quote
    assert all(text and role in ("", "s", "o") for text, role in runs)


def test_the_longest_name_is_marked_wherever_it_stands():
    runs = marked_runs("青溪县委在青溪县委大院", ["青溪县", "青溪县委"], [])
    assert [text for text, role in runs if role == "s"] == ["青溪县委", "青溪县委"]


def test_a_short_form_is_marked_where_no_name_stands():
    assert ("平原", "o") in marked_runs("平原方案", ["王玉东"], ["平原县"])
    assert marked_runs("大平方案", [], ["平原县"]) == (("大平方案", ""),)


def test_of_overlapping_names_the_longer_is_marked():
    runs = marked_runs("青溪县委书记林知远", ["林知远"], ["青溪县", "青溪县委书记"])
    assert runs == (("青溪县委书记", "o"), ("林知远", "s"))


def test_of_two_words_that_overlap_the_longer_is_whole():
    assert marked_runs("甲锂电池项目总投资5亿元", ["甲锂电池项目"], ["项目总投资5亿元"]) == (
        ("甲锂电池", "s"),
        ("项目总投资5亿元", "o"),
    )


def test_the_words_that_the_evidence_keeps_go_before_names():
    segment = Segment("s", Source("a", "a"), "青溪县委书记林知远说，青溪县的竹纤维项目开工", subject_words="青溪县的")
    runs = marked_quote(segment, ["青溪县"], ["竹纤维项目"])
    assert runs == (("青溪县委书记林知远说，", ""), ("青溪县的", "s"), ("竹纤维项目", "o"), ("开工", ""))


def test_names_are_marked_where_the_quote_lacks_the_words_of_the_evidence():
    segment = Segment("s", Source("a", "a"), "青溪县开工", subject_words="该县")
    assert marked_quote(segment, ["青溪县"], []) == (("青溪县", "s"), ("开工", ""))
