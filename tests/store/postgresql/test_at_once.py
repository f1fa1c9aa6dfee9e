"""Tests what many do at once: who stores, corrects and removes the same units and texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import pytest

from tests.filling import store, store_concepts, unit
from tests.store.postgresql.texts import texts_of
from tests.store.test_segments import textbook_rate
from tmtool.errors import UsageError
from tmtool.model import Concept, Status, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql import unit_writing
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.values import Extent, Part
from tmtool.tasks import forgetting, replacing, term_editing, unit_editing
from tmtool.tasks.replacing import Replacement
from tmtool.tasks.unit_editing import UnitEdit
from tmtool.terminology.concept_changes import ConceptEdit

WRITERS = 4


def test_writers_of_the_same_texts_do_not_get_into_each_others_way(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_writing, "_UNITS_AT_ONCE", 5)

    def write(writer: int) -> None:
        for again in range(3):
            texts = texts_of(writer)[again:]
            store(home, [unit(text, text.upper()) for text in texts], path=f"{writer}")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    there = {one.variants[0].text for _, one in home.units.read()}
    assert there == {text for writer in range(WRITERS) for text in texts_of(writer)[2:]}
    query = "Report 5 on smuggling of migrants"
    found = home.segments.similar(query, "en", 60)
    pairs = {home.units.of_segments([segment], "en", "fr")[0].source: rate for segment, rate in found}
    assert pairs == {text: rate for text in there if (rate := textbook_rate(query, text)) >= 60}
    assert home.faults() == []


def test_who_writes_a_unit_does_not_wait_for_an_import_of_other_texts(home: Home, place: str) -> None:
    with open_home(place) as other, home.transaction():
        writer = home.sources.replace_units("default", "a", "table", "0")
        writer.add(unit("A long import", "Un long import"))
        writer.finish()
        store(other, [unit("Import of another", "Un autre")], memory="other", path="b")
        assert [one.variants[0].text for _, one in other.units.read()] == ["Import of another"]
    assert len(list(home.units.read())) == 2


def test_a_text_that_two_leave_at_the_same_time_goes(home: Home, place: str) -> None:
    for path in ("a", "b"):
        store(home, [unit("Shared", "Partagé")], path=path)
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            store(home, [], path="a")
            leaving = pool.submit(store, other, [], path="b")
            # Who leaves it last waits for the one who does so first.
            assert wait([leaving], timeout=0.2).not_done
        leaving.result()
    assert (home.faults(), home.statistics().languages) == ([], {})


@pytest.mark.parametrize("first", ["removed", "corrected"])
@pytest.mark.parametrize("others", [0, 1])
def test_no_text_is_left_of_a_unit_that_one_corrects_and_another_removes(
    home: Home, place: str, first: str, others: int
) -> None:
    for path in ["a", "b"][: others + 1]:
        store(home, [unit("Shared", "Partagé")], path=path)
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        steps: list[Callable[[Home], None]] = [
            lambda here: correct(here, number, "Commun"),
            lambda here: forget(here, "a"),
        ]
        if first == "removed":
            steps.reverse()
        with home.transaction():
            steps[0](home)
            second = pool.submit(within, other, steps[1])
            assert wait([second], timeout=0.2).not_done
        second.result()
    assert [one.variants[1].text for _, one in home.units.read()] == ["Partagé"] * others
    assert home.faults() == []


def test_no_text_is_left_of_a_unit_that_is_removed_while_its_correction_begins_again(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit

    def removed_meanwhile(table: SegmentTable, work: Callable[[], None]) -> bool:
        with open_home(place) as other:
            within(other, lambda here: forget(here, "a"))
        return False

    monkeypatch.setattr(SegmentTable, "at_once", removed_meanwhile)
    within(home, lambda here: correct(here, number, "Commun"))
    assert (home.faults(), list(home.units.read())) == ([], [])


def within(home: Home, step: Callable[[Home], None]) -> None:
    with home.transaction():
        step(home)


def correct(home: Home, number: int, text: str) -> None:
    """Gives a unit another French text."""
    state = home.units.state(number)
    first, second = state.variants
    home.units.rewrite(number, state._replace(variants=(first, second._replace(text=text)), edited=1))


def forget(home: Home, path: str) -> None:
    """Sets aside what a file gave."""
    home.sources.set_aside(Part(source=path), lambda _: home.history.record("forget", "memories", 0))


def test_of_two_who_correct_a_unit_at_once_the_second_leaves_no_text_of_the_first(home: Home, place: str) -> None:
    for path in ("a", "b"):
        store(home, [unit("Shared", "Partagé")], path=path)
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            correct(home, number, "Commun")
            second = pool.submit(within, other, lambda here: correct(here, number, "Réparti"))
            assert wait([second], timeout=0.2).not_done
        second.result()
    assert sorted(one.variants[1].text for _, one in home.units.read()) == ["Partagé", "Réparti"]
    assert home.faults() == []


def test_a_unit_that_is_corrected_while_its_file_is_imported_without_it_is_kept(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            correct(home, number, "Commun")
            importing = pool.submit(store, other, [], path="a")
            assert wait([importing], timeout=0.2).not_done
        importing.result()
    assert [one.variants[1].text for _, one in home.units.read()] == ["Commun"]
    assert home.faults() == []


def test_who_corrects_a_unit_that_is_gone_changes_nothing(home: Home) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    state = home.units.state(number)
    within(home, lambda here: forget(here, "a"))
    with home.transaction():
        home.units.rewrite(number, state)
    assert (home.faults(), list(home.units.read())) == ([], [])


def test_a_text_that_another_has_stored_and_changes_at_once_is_stored_again(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    storing = SegmentTable._store

    def store_late(table: SegmentTable, new: Sequence[Any]) -> None:
        monkeypatch.setattr(SegmentTable, "_store", storing)
        with open_home(place) as other:
            store(other, [unit("Shared", "Partagé")], path="a")
            storing(table, new)
            replacing.replace_all(other, Replacement("Partagé", "Commun", "fr"))

    store(home, [], path="b")
    monkeypatch.setattr(SegmentTable, "_store", store_late)
    store(home, [unit("Another", "Partagé")], path="b")
    assert {one.variants[1].text for _, one in home.units.read()} == {"Commun", "Partagé"}
    assert home.faults() == []


def begun_meanwhile(home: Home, other: Home, first: Callable[[Home], None], second: Callable[[Home], None]) -> None:
    """Has the second done, by another, between the first and the end of its transaction; it waits for that."""
    with ThreadPoolExecutor(1) as pool:
        with home.transaction():
            first(home)
            later = pool.submit(within, other, second)
            assert wait([later], timeout=0.2).not_done
        later.result()


def forget_memory(home: Home, name: str) -> None:
    """Sets aside all of a memory."""
    home.sources.set_aside(Part(memory=name), lambda _: home.history.record("forget", "memories", 0))


def test_a_unit_that_comes_while_its_memory_is_forgotten_is_counted(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], memory="m", path="a")
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            import_into(home, "m", "b")
            forgetting_it = pool.submit(forgetting.forget, other, Part(memory="m"))
            assert wait([forgetting_it], timeout=0.2).not_done
        assert forgetting_it.result() == Extent(2, 0, 2)
    told = home.history.line(home.history.last_line()).before
    assert told == {"memory": "m", "source": None, "document": None, "units": 2, "concepts": 0, "files": 2}


def test_of_two_who_forget_a_document_at_once_one_is_told_that_it_is_gone(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé", document="A/1")], memory="m", path="a")
    with open_home(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            home.sources.set_aside(Part(document="A/1"), lambda _: home.history.record("forget", "memories", 0))
            again = pool.submit(forgetting.forget, other, Part(document="A/1"))
            assert wait([again], timeout=0.2).not_done
        with pytest.raises(UsageError, match="there is nothing called 'A/1'"):
            again.result()
    assert len(home.sources.aside()) == 1


def put_back(home: Home) -> None:
    """Puts back what was set aside last."""
    home.sources.put_back(home.sources.aside()[0])


def test_a_unit_that_is_forgotten_while_another_corrects_it_comes_back_as_corrected(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: correct(here, number, "Commun"), lambda here: forget(here, "a"))
        assert list(home.units.read()) == []
        within(home, put_back)
    assert [one.variants[1].text for _, one in home.units.read()] == ["Commun"]
    assert home.faults() == []


def test_a_concept_that_is_forgotten_while_another_edits_it_comes_back_as_edited(home: Home, place: str) -> None:
    before, after = (Concept("shelter", (Term(text, "fr"),)) for text in ("gîte", "abri"))
    store_concepts(home, [before], path="t.tsv")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: replace_concept(here, after), lambda here: forget(here, "t.tsv"))
        assert home.concepts.called("shelter") is None
        within(home, put_back)
    assert home.concepts.called("shelter") == after


def replace_concept(home: Home, concept: Concept) -> None:
    """Gives a concept other terms."""
    home.concepts.replace(concept.id, concept)


def test_nothing_is_lost_of_a_file_that_is_imported_while_its_memory_is_forgotten(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], memory="m", path="a")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: import_into(here, "m", "b"), lambda here: forget_memory(here, "m"))
        left = [one.variants[0].text for _, one in home.units.read()]
        within(home, put_back)
    assert sorted(one.variants[0].text for _, one in home.units.read()) == ["New in b", "Shared"], left
    assert home.faults() == []


def import_into(home: Home, memory: str, path: str) -> None:
    """Stores a file in the open transaction."""
    writer = home.sources.replace_units(memory, path, "table", "0")
    writer.add(unit(f"New in {path}", f"Nouveau dans {path}", document="D/1"))
    writer.finish()


def test_a_file_is_imported_while_its_memory_is_being_forgotten(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], memory="m", path="a")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: forget_memory(here, "m"), lambda here: import_into(here, "m", "b"))
    assert [one.variants[0].text for _, one in home.units.read()] == ["New in b"]
    assert home.faults() == []


def test_a_file_is_imported_while_its_memory_is_being_merged(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], memory="m", path="a")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: merge(here, "m", "n"), lambda here: import_into(here, "m", "b"))
    assert sorted(one.variants[0].text for _, one in home.units.read()) == ["New in b", "Shared"]
    assert home.faults() == []


def merge(home: Home, memory: str, target: str) -> None:
    """Moves all of a memory to another."""
    home.sources.move(Part(memory=memory), target)


def test_nothing_is_lost_of_a_file_that_is_imported_while_its_memory_is_merged(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], memory="m", path="a")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: import_into(here, "m", "b"), lambda here: merge(here, "m", "n"))
    assert sorted(one.variants[0].text for _, one in home.units.read()) == ["New in b", "Shared"]
    assert home.faults() == []


def test_a_document_stays_that_another_adds_to_while_what_it_has_is_forgotten(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé", document="D/1")], path="a")
    with open_home(place) as other, home.transaction():
        import_into(home, "m", "b")
        within(other, lambda here: forget(here, "a"))
    assert [one.document for _, one in home.units.read()] == ["D/1"]
    assert home.faults() == []


def test_a_document_is_there_for_who_adds_to_it_while_what_it_has_is_being_forgotten(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé", document="D/1")], path="a")
    with open_home(place) as other:
        begun_meanwhile(home, other, lambda here: forget(here, "a"), lambda here: import_into(here, "m", "b"))
    assert [one.document for _, one in home.units.read()] == ["D/1"]
    assert home.faults() == []


def test_of_two_who_correct_different_things_of_a_unit_at_once_each_gets_theirs(home: Home, place: str) -> None:
    store(home, [unit("Shared", "Partagé")], path="a")
    number = home.units.with_source(["Shared"], "en", "fr")[0].unit

    def correct_by(change: UnitEdit) -> Callable[[Home], None]:
        return lambda here: void(unit_editing.write_edit(here, number, change, "en", "fr"))

    with open_home(place) as other:
        begun_meanwhile(
            home, other, correct_by(UnitEdit(target="Commun")), correct_by(UnitEdit(status=Status.APPROVED))
        )
        ((_, found),) = home.units.read()
        assert (found.variants[1].text, found.status) == ("Commun", Status.APPROVED)
        begun_meanwhile(
            home, other, correct_by(UnitEdit(status=Status.DRAFT)),
            lambda here: void(unit_editing.write_undo(here, number, "en", "fr")),
        )  # fmt: skip
    ((_, found),) = home.units.read()
    assert (found.variants[1].text, found.status) == ("Commun", Status.APPROVED)


def test_of_two_who_edit_different_things_of_a_concept_at_once_each_gets_theirs(home: Home, place: str) -> None:
    store_concepts(home, [Concept("shelter", (Term("abri", "fr"),))])

    def edit_by(change: ConceptEdit) -> Callable[[Home], None]:
        return lambda here: void(term_editing.write_edit(here, "shelter", change))

    with open_home(place) as other:
        begun_meanwhile(home, other, edit_by(ConceptEdit(domain="law")), edit_by(ConceptEdit(definition="A place.")))
    found = home.concepts.called("shelter")
    assert found and (found.domain, found.definition) == ("law", "A place.")


def void(_: object) -> None:
    """Gives nothing for what a step returns."""
