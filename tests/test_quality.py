"""The quality gate: the seeds' graph against the gold, relation by relation; floors rise and do not sink unsaid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gold import raise_floors
from gold.floors import FLOORS, Floors, LoweringRefused, below, corpus_of, measured, read_floors, risen
from gold.scoring import RELATIONS, Fact, Score, Tally, read_gold, read_graph, score

RAISE = "python tests/gold/raise_floors.py"
BARS = {"MISSION": 0.92, "ALL": 0.88}


@pytest.fixture(scope="module")
def reached(built: Path) -> Score:
    return score(read_gold(), read_graph([built / "graph.ttl", built / "evidence.ttl"]))


class TestGate:
    def test_no_relation_lies_below_its_floor(self, reached: Score) -> None:
        sunk = below(reached, read_floors())
        assert not sunk, "\n".join([*sunk, "", str(reached)])

    def test_the_floors_are_of_this_corpus(self) -> None:
        assert read_floors().corpus == corpus_of(read_gold()), f"seeds or gold have changed: run {RAISE} --lower"

    def test_the_floors_are_of_every_relation_and_group(self) -> None:
        assert set(read_floors().least) == {*RELATIONS, *BARS}

    @pytest.mark.parametrize(("group", "bar"), BARS.items())
    def test_the_floors_lie_above_the_bars_of_the_first_issue(self, group: str, bar: float) -> None:
        assert read_floors().least[group] >= bar

    def test_the_gold_is_of_the_seeds(self) -> None:
        seeds = {file.name for file in (FLOORS.parents[2] / "seeds").iterdir()}
        assert set(read_gold()) == seeds and len(seeds) == 5


OLD = Floors({"sha256": "aa", "articles": 5, "gold_facts": 9}, {"leads": 0.90, "ALL": 0.80})


class TestFloors:
    @pytest.mark.parametrize(("leads", "all_"), [(0.90, 0.80), (0.95, 0.80), (1.0, 1.0)])
    def test_rise(self, leads: float, all_: float) -> None:
        new = replace(OLD, least={"leads": leads, "ALL": all_})
        assert risen(OLD, new) == new

    @pytest.mark.parametrize(("new", "word"), [
        (replace(OLD, least={"leads": 0.89, "ALL": 0.99}), "leads 0.90 → 0.89"),
        (replace(OLD, least={"leads": 0.99}), "ALL 0.80 → 0.00"),
        (replace(OLD, corpus={**OLD.corpus, "articles": 4}), "articles 5 → 4"),
        (replace(OLD, corpus={**OLD.corpus, "gold_facts": 8}), "gold_facts 9 → 8"),
        (replace(OLD, corpus={**OLD.corpus, "sha256": "bb"}), "sha256 aa → bb"),
    ])  # fmt: skip
    def test_do_not_sink_unsaid(self, new: Floors, word: str) -> None:
        with pytest.raises(LoweringRefused, match=f"{word}.*--lower"):
            risen(OLD, new)
        assert risen(OLD, new, lower=True) == new

    def test_are_what_is_reached_rounded_down(self) -> None:
        tallies = {"leads": Tally(gold=3, hit=2, wrong=0, missed=1), "ALL": Tally(gold=2, hit=2)}
        assert measured(Score(tallies, (), ()), {}).least == {"leads": 0.80, "ALL": 1.00}
        assert measured(Score({"leads": Tally(gold=7, hit=5, wrong=1)}, (), ()), {}).least == {"leads": 0.76}  # 0.769

    def test_say_what_lies_below(self) -> None:
        tallies = {"leads": Tally(gold=4, hit=2), "ALL": Tally(gold=4, hit=4)}
        assert below(Score(tallies, (), ()), OLD) == ["leads: F1 0.667 is below its floor of 0.90"]

    def test_are_read_as_they_are_written(self, tmp_path: Path) -> None:
        (tmp_path / "floors.toml").write_text(OLD.toml(), "utf-8")
        assert read_floors(tmp_path / "floors.toml") == OLD


class TestScript:
    @pytest.fixture
    def floors(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A file of floors that nothing reaches; the score is 0.50 for leads."""
        path = tmp_path / "floors.toml"
        high = {"leads": 0.99}
        path.write_text(Floors(corpus_of(read_gold()), high).toml(), "utf-8")
        monkeypatch.setattr(raise_floors, "FLOORS", path)
        monkeypatch.setattr(raise_floors, "read_floors", lambda: read_floors(path))
        monkeypatch.setattr(raise_floors, "measure", lambda: Score({"leads": Tally(2, 1, 1, 1)}, ("what",), ()))
        return path

    def test_refuses_to_lower(self, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = floors.read_bytes()
        assert raise_floors.main([]) == 1
        said = capsys.readouterr()
        assert "leads 0.99 → 0.50" in said.err and "--lower" in said.err and "missed  what" in said.out
        assert floors.read_bytes() == before

    def test_lowers_where_that_is_said(self, floors: Path) -> None:
        assert raise_floors.main(["--lower"]) == 0
        assert read_floors(floors).least == {"leads": 0.50}


def fact(
    relation: str = "leads", subject: str = "张伟", object_: str = "甲县", optional: bool = False, **extra: object
) -> Fact:  # fmt: skip
    return Fact(relation, (subject,), (object_,), extra, "", optional)


class TestScoring:
    @pytest.mark.parametrize(("found", "gold", "same"), [
        (fact(), fact(), True),
        (fact(object_="乙县"), fact(), False),
        (fact("hosts", "甲县", "“乙”产业园"), fact("hosts", "甲县", "乙产业园项目"), True),
        (fact("hosts", "甲县", "乙产业园（二期）"), fact("hosts", "甲县", "乙产业园"), True),
        (fact("leads", "张伟", "甲县项目"), fact("leads", "张伟", "甲县"), False),
        (fact("invests", value="500"), fact("invests", yuan=500), True),
        (fact("invests", value="500"), fact("invests", yuan=[300, 501]), True),
        (fact("invests", value="500"), fact("invests", yuan=600), False),
        (fact("invests", value="500", currency="USD"), fact("invests", yuan=500), False),
        (fact("batch", count="17"), fact("batch", count=17, yuan=None), True),
        (fact("batch", count="17", value="5"), fact("batch", count=17, yuan=None), False),
        (fact("holds", titles=["县委书记"]), fact("holds", post=["书记"]), True),
        (fact("holds", titles=["县委副书记"]), fact("holds", post=["书记"]), False),
        (fact("targets", value="6", unit="亿", year="2022"), fact("targets", value="6", unit="亿元", year=2022), True),
        (fact("targets", value="6", unit="亿"), fact("targets", value="6", unit="亿元", year=2022), False),
    ])  # fmt: skip
    def test_matches_as_the_guideline_says(self, found: Fact, gold: Fact, same: bool) -> None:
        assert found.matches(gold) is same

    @pytest.mark.parametrize(("found", "gold", "counts"), [
        ([fact()], [fact()], (1, 1, 0, 0)),
        ([], [fact()], (1, 0, 0, 1)),
        ([fact(), fact()], [fact()], (1, 1, 1, 0)),  # twice, under two nodes
        ([fact(subject="李四")], [fact()], (1, 0, 1, 1)),
        ([], [fact(optional=True)], (0, 0, 0, 0)),
        ([fact(), fact()], [fact(optional=True)], (0, 0, 0, 0)),
        ([fact()], [fact(optional=True), fact()], (1, 1, 0, 0)),  # the required one first
    ])  # fmt: skip
    def test_counts(self, found: list[Fact], gold: list[Fact], counts: tuple[int, ...]) -> None:
        tally = score({"a": gold}, {"a": found, "not in the gold": [fact()]}).tallies["leads"]
        assert (tally.gold, tally.hit, tally.wrong, tally.missed) == counts
