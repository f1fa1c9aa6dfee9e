"""Tests the history of a home: what people changed by hand, each change a line, and none of them is lost."""

from __future__ import annotations

from tmtool.store.authorship import acting_as
from tmtool.store.home import Home
from tmtool.store.values import Change


def told(lines: list[Change]) -> list[tuple[str, str, int]]:
    return [(one.action, one.entity, one.number) for one in lines]


def test_a_line_says_who_did_what_when_with_what_was_before_and_after(home: Home) -> None:
    before, after = {"status": "draft", "variants": [{"text": "é"}]}, {"status": "approved", "variants": []}
    with home.transaction():
        home.history.record("edit", "units", 7, before=before, after=after)
    (line,) = home.history.since()
    assert (line.action, line.entity, line.number, line.before, line.after) == ("edit", "units", 7, before, after)
    assert line.at.endswith("Z")
    assert line.at[:2] == "20"


def test_the_last_line_on_a_unit_is_its_own(home: Home) -> None:
    with home.transaction():
        home.history.record("edit", "units", 7)
        home.history.record("settle", "units", 7, after={"for": 1})
        home.history.record("edit", "units", 8)
        home.history.record("edit", "concepts", 7)
    last = home.history.last("units", 7)
    assert last is not None
    assert (last.action, last.before, last.after) == ("settle", None, {"for": 1})
    assert home.history.last("units", 9) is None


def test_what_was_taken_back_is_not_the_last_any_more(home: Home) -> None:
    with home.transaction():
        first = home.history.record("edit", "units", 7)
        for action in ("edit", "settle", "undo settle", "undo edit"):
            home.history.record(action, "units", 7)
        bulk = home.history.record("replace", "units", 0)
        home.history.record_all("replace", "units", ((number, None, None) for number in (7, 8, 9)), part_of=bulk)
        home.history.record("undo edit", "units", 8)
        for action in ("edit", "undo edit"):
            home.history.record(action, "units", 9)
    last = home.history.last("units", 7)
    assert last is not None
    assert last.action == "replace"
    assert [one.number for one in home.history.last_parts(bulk)] == [7, 9]
    with home.transaction():
        home.history.record("undo replace", "units", 7)
        home.history.record("undo replace", "units", 0)
    last = home.history.last("units", 7)
    assert last is not None
    assert last.line == first
    assert home.history.last_action("replace") is None


def test_lines_come_newest_first_from_a_day_on_and_at_most_so_many(home: Home) -> None:
    with home.transaction():
        for number in range(3):
            home.history.record("edit", "units", number)
    assert told(home.history.since()) == [("edit", "units", 2), ("edit", "units", 1), ("edit", "units", 0)]
    assert told(home.history.since("2020-01-01", limit=2)) == [("edit", "units", 2), ("edit", "units", 1)]
    assert home.history.since("2999-01-01") == []


def test_the_lines_on_a_concept_are_those_with_its_id_the_oldest_first(home: Home) -> None:
    with home.transaction():
        home.history.record("add", "concepts", 1, after={"id": "a"})
        home.history.record("edit", "concepts", 1, before={"id": "a"}, after={"id": "b"})
        home.history.record("merge", "concepts", 2, before={"id": "c"})
        home.history.record("edit", "units", 1, before={"id": "a"})
    assert [one.action for one in home.history.of_concept("a")] == ["add", "edit"]
    assert [one.action for one in home.history.of_concept("b")] == ["edit"]
    assert [one.action for one in home.history.of_concept("c")] == ["merge"]
    assert home.history.of_concept("d") == []


def test_actions_on_a_kind_of_thing_are_found_but_for_those_that_are_closed(home: Home) -> None:
    with home.transaction():
        first = home.history.record("propose", "unit_proposals", 1)
        second = home.history.record("propose", "unit_proposals", 1)
        home.history.record("propose", "concept_proposals", 1)
        home.history.record("refuse", "unit_proposals", 1, part_of=first)
        home.history.record("reopen", "unit_proposals", 1, part_of=first)
        home.history.record("accept", "unit_proposals", 1, part_of=second)
    found = home.history.actions_on("unit_proposals", closed_by=("accept", "refuse"))
    assert [one.line for one in found] == [first]
    assert [one.line for one in home.history.actions_on("unit_proposals")] == [second, first]
    assert [one.line for one in home.history.actions_on("unit_proposals", limit=1)] == [second]


def test_a_line_is_by_whom_the_program_acts_for(home: Home) -> None:
    with home.transaction(), acting_as("Anne"):
        home.history.record("edit", "units", 1)
    assert home.history.since()[0].author == "Anne"
