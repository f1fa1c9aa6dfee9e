"""Tests memories and their files in a home: found, counted, weighed, and removed as a whole."""

from __future__ import annotations

import pytest

from tests.filling import set_aside, store, store_concepts, unit
from tmtool.errors import UsageError
from tmtool.model import Concept, Status, Term
from tmtool.store.home import Home
from tmtool.store.values import Extent, MemoryCount, Part, Statistics
from tmtool.tasks import forgetting, memories, proposing, replacing, settling, term_editing, terms, unit_editing
from tmtool.tasks.replacing import Replacement
from tmtool.tasks.unit_editing import UnitEdit

TEXTS = ("One", "Two", "Three", "Un", "Une")
SHELTER = Concept("shelter", (Term("shelter", "en"), Term("foyer", "fr")))


@pytest.fixture
def filled(home: Home) -> Home:
    """Gives a home of two memories, of two files and of one, with three documents, and a term table."""
    store(home, [unit("One", "Un", "A/1"), unit("Two", "Deux", "A/2")], memory="agendas", path="a.tsv")
    store(home, [unit("Three", "Trois", "A/2", Status.APPROVED)], memory="agendas", path="b.tsv")
    store(home, [unit("One", "Une", "A/1")], memory="other", path="a.tsv")
    store_concepts(home, [SHELTER], memory="other", path="terms.tsv")
    return home


def test_memories_have_names_and_are_made_by_what_comes_into_them(filled: Home) -> None:
    assert filled.sources.memories() == ["agendas", "other"]
    memory = filled.sources.memory("agendas")
    assert memory is not None
    assert (memory.name, memory.penalty, memory.trust) == ("agendas", 0, 50)
    assert filled.sources.memory("nothing") is None


def test_a_file_is_known_by_its_memory_kind_and_path(filled: Home) -> None:
    found = filled.sources.find("agendas", "memory", "a.tsv")
    assert found is not None
    assert (found.sha256, found.entries) == ("0", 2)
    assert filled.sources.find("agendas", "terms", "a.tsv") is None
    assert filled.sources.find("agendas", "memory", "c.tsv") is None
    assert filled.sources.find("nothing", "memory", "a.tsv") is None
    assert len(filled.sources.called("a.tsv")) == 2
    assert found.number in filled.sources.called("a.tsv")
    assert filled.sources.called("terms.tsv") == frozenset()


def test_the_files_of_a_memory_come_with_what_is_left_of_them(filled: Home) -> None:
    assert [(one.path, one.format, one.units, one.concepts) for one in filled.sources.files("agendas")] == [
        ("a.tsv", "table", 2, 0), ("b.tsv", "table", 1, 0),
    ]  # fmt: skip
    assert [(one.path, one.units, one.concepts) for one in filled.sources.files("other")] == [
        ("a.tsv", 1, 0), ("terms.tsv", 0, 1),
    ]  # fmt: skip
    assert all(one.imported.endswith("Z") for one in filled.sources.files("other"))
    assert filled.sources.files("nothing") == []


def test_a_document_is_there_while_it_has_units(filled: Home) -> None:
    assert filled.sources.has_document("A/2")
    store(filled, [], memory="agendas", path="b.tsv")
    assert filled.sources.has_document("A/2")
    store(filled, [], memory="agendas", path="a.tsv")
    assert not filled.sources.has_document("A/2")


def test_a_memory_is_weighed_for_all_its_units(filled: Home) -> None:
    with filled.transaction():
        filled.sources.weigh("agendas", penalty=5, trust=70)
    memory = filled.sources.memory("agendas")
    assert memory is not None
    assert (memory.penalty, memory.trust) == (5, 70)
    assert {one.memory: one.penalty for one in filled.units.with_source(["One"], "en", "fr")} == {
        "agendas": 5, "other": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("part", "extent", "left"),
    [
        (Part(memory="agendas"), Extent(3, 0, 2), ["Une"]),
        (Part(memory="other"), Extent(1, 1, 2), ["Un", "Deux", "Trois"]),
        (Part(document="A/1"), Extent(2, 0, 2), ["Deux", "Trois"]),
        (Part(source="a.tsv"), Extent(3, 0, 2), ["Trois"]),
        (Part("agendas", "a.tsv", "A/2"), Extent(1, 0, 1), ["Un", "Trois", "Une"]),
        (Part(document="B/1"), Extent(0, 0, 0), ["Un", "Deux", "Trois", "Une"]),
    ],
)
def test_a_part_is_measured_and_removed(filled: Home, part: Part, extent: Extent, left: list[str]) -> None:
    assert filled.sources.extent(part) == extent
    before = everything(filled)
    with filled.transaction():
        line = set_aside(filled, part)
    assert [one.variants[1].text for _, one in filled.units.read()] == left
    assert filled.sources.extent(part) == Extent(0, 0, 0)
    aside = filled.sources.extent_aside(part)
    assert (aside.units, aside.concepts) == (extent.units, extent.concepts)
    assert filled.faults() == []
    assert filled.sources.aside() == [line] * (extent.units > 0)
    if extent.units:
        with filled.transaction():
            assert filled.sources.put_back(line) == extent
    assert everything(filled) == before
    assert filled.sources.aside() == []
    filled.segments.index()
    assert filled.faults() == []


def everything(home: Home) -> object:
    """Returns all that a home holds."""
    files = {name: home.sources.files(name) for name in home.sources.memories()}
    weighed = [home.sources.memory(name) for name in files]
    weights = [(one.name, one.penalty, one.trust) for one in weighed if one]
    states = [home.units.state(pair.unit) for text in TEXTS for pair in home.units.with_source([text], "en", "fr")]
    return list(home.units.read()), home.concepts.all(), files, weights, states


def test_what_was_imported_again_since_cannot_be_put_back(filled: Home) -> None:
    with filled.transaction():
        line = set_aside(filled, Part(document="A/2"))
    store(filled, [unit("Two", "Deux", "A/2")], memory="agendas")
    with filled.transaction(), pytest.raises(LookupError):
        filled.sources.put_back(line)
    with filled.transaction(), pytest.raises(LookupError):
        filled.sources.put_back(line + 1000)


def test_a_file_of_which_more_is_set_aside_is_read_again_until_all_is_back(filled: Home) -> None:
    with filled.transaction():
        lines = [set_aside(filled, Part(memory="agendas", document=symbol)) for symbol in ("A/1", "A/2")]
    for line in reversed(lines):
        with filled.transaction():
            filled.sources.put_back(line)
        found = filled.sources.find("agendas", "memory", "a.tsv")
        assert found is not None
        assert (found.sha256 == "0") == (line == lines[0])


def test_the_number_of_a_unit_that_went_is_not_given_again(filled: Home) -> None:
    pair = filled.units.with_source(["One"], "en", "fr")[-1]
    with filled.transaction():
        set_aside(filled, Part(memory="other"))
    store(filled, [unit("Five", "Cinq")], memory="new")
    (other,) = filled.units.with_source(["Five"], "en", "fr")
    assert other.unit > pair.unit


def test_what_is_purged_does_not_come_back_and_the_history_says_nothing_of_it(filled: Home) -> None:
    with filled.transaction():
        filled.history.record("edit", "units", filled.units.with_source(["One"], "en", "fr")[0].unit, before={"a": 1})
        (other,) = filled.units.with_source(["Two"], "en", "fr")
        kept = filled.history.record("edit", "units", other.unit, before={"a": 1})
        line = set_aside(filled, Part(document="A/1"))
    assert filled.purge(Part(document="A/1")).complete
    assert not filled.purge_is_left()
    assert filled.sources.aside() == []
    assert [(one.action, one.before is None) for one in filled.history.since()] == [
        ("purge", False), ("forget", True), ("edit", False), ("edit", True),
    ]  # fmt: skip
    assert filled.history.line(kept).before == {"a": 1}
    with filled.transaction(), pytest.raises(LookupError):
        filled.sources.put_back(line)
    assert filled.faults() == []


def test_after_a_purge_the_history_does_not_say_where_it_was_put(filled: Home) -> None:
    memories.split(filled, "agendas", "new", Part(document="A/1"))
    filled.purge(Part(document="A/1"))
    assert [one.after for one in filled.history.since() if one.action == "split"] == [None]


def test_after_a_purge_of_all_the_history_names_no_memory_that_is_gone(filled: Home) -> None:
    memories.rename(filled, "other", "zanzibar")
    memories.rename(filled, "agendas", "papers")
    memories.merge(filled, "papers", "zanzibar")
    filled.purge(None)
    changes = filled.history.since()
    assert not [one for one in changes if "zanzibar" in f"{one.before}{one.after}" or "agendas" in f"{one.before}"]
    memories.rename(filled, "papers", "agendas")
    filled.purge(None)
    assert [one.after for one in filled.history.since() if one.action == "rename"] == [None, None, None]


def test_after_a_purge_the_history_says_nothing_of_what_an_import_took_out(filled: Home) -> None:
    with filled.transaction():
        filled.history.record("edit", "units", 10_000, before={"a": 1})
        filled.history.record("edit", "concepts", 10_000, before={"a": 1})
    filled.purge(None)
    assert [one.before for one in filled.history.since() if one.action == "edit"] == [None, None]


def test_after_a_purge_of_all_the_history_says_nothing_of_what_changes_took_out(filled: Home) -> None:
    (one,), (other,) = (filled.units.with_source([text], "en", "fr") for text in ("Two", "Three"))
    unit_editing.edit(filled, one.unit, UnitEdit(target="Le zanzigrade"), "en", "fr")
    unit_editing.undo(filled, one.unit, "en", "fr")
    replacing.replace_all(filled, Replacement("Deux", "Le zanzigrade", "fr"))
    replacing.undo(filled)
    terms.add(filled, Concept("", (Term("zanzigrade", "en"), Term("zanzigrade", "fr"))))
    refused = proposing.propose_correction(filled, one.unit, UnitEdit(target="Le zanzigrade"), "en", "fr")
    proposing.refuse(filled, refused.number)
    wanted = proposing.propose_correction(filled, other.unit, UnitEdit(target="La troisième"), "en", "fr")
    memories.weigh(filled, "other", penalty=3)
    assert forgetting.purgeable(filled, Part()).changes == 3
    filled.purge(None)
    assert {one.action for one in filled.history.since() if one.before or one.after} == {"propose", "weigh", "purge"}
    assert [one.number for one in proposing.proposals(filled)] == [wanted.number]
    assert proposing.decided(filled) == []
    assert forgetting.purgeable(filled, Part()).changes == 0
    for taking_back in (
        lambda: replacing.undo(filled), lambda: unit_editing.undo(filled, one.unit, "en", "fr"),
        lambda: term_editing.undo(filled, "edit", "zanzigrade"), lambda: proposing.reopen(filled, refused.number),
    ):  # fmt: skip
        with pytest.raises(UsageError):
            taking_back()


def test_what_is_settled_can_be_taken_back_after_a_purge_of_all(filled: Home) -> None:
    (one, other) = filled.units.with_source(["One"], "en", "fr")
    settling.settle(filled, one.unit, "en", "fr")
    filled.purge(None)
    assert [was.unit for was in settling.undo(filled, one.unit, "en", "fr").changed] == [other.unit]


def test_all_that_is_set_aside_can_be_purged(filled: Home) -> None:
    with filled.transaction():
        set_aside(filled, Part(document="A/1"))
        set_aside(filled, Part(memory="other"))
    left = list(filled.units.read())
    done = filled.purge(None)
    assert (done.extent.units, done.extent.concepts) == (2, 1)
    assert filled.sources.aside() == []
    assert list(filled.units.read()) == left


def test_of_a_removed_memory_nothing_is_left(filled: Home) -> None:
    with filled.transaction():
        set_aside(filled, Part(memory="other"))
    assert filled.sources.memories() == ["agendas"]
    assert filled.concepts.all() == []


def test_a_file_of_which_a_part_was_removed_is_read_again(filled: Home) -> None:
    with filled.transaction():
        set_aside(filled, Part(memory="agendas", document="A/1"))
    found = filled.sources.find("agendas", "memory", "a.tsv")
    assert found is not None
    assert found.sha256 != "0"
    assert store(filled, [unit("One", "Un", "A/1"), unit("Two", "Deux", "A/2")], memory="agendas").added == 1


def test_a_memory_goes_into_another_with_all_that_it_has(filled: Home) -> None:
    before = {one.variants[1].text for _, one in filled.units.read()}
    with filled.transaction():
        filled.sources.rename("other", "another")
        assert filled.sources.move(Part(memory="another"), "agendas") == Extent(1, 1, 2)
    assert filled.sources.memories() == ["agendas"]
    assert [one.path for one in filled.sources.files("agendas")] == ["a.tsv", "another/a.tsv", "b.tsv", "terms.tsv"]
    assert {one.variants[1].text for _, one in filled.units.read()} == before
    assert filled.concepts.all() == [SHELTER]
    assert filled.faults() == []
    assert store(filled, [unit("One", "Un", "A/1"), unit("Two", "Deux", "A/2")], memory="agendas").unchanged == 2


def test_a_document_goes_into_a_memory_of_its_own(filled: Home) -> None:
    with filled.transaction():
        assert filled.sources.move(Part("agendas", None, "A/2"), "apart") == Extent(2, 0, 2)
    assert [(one.path, one.units) for one in filled.sources.files("apart")] == [("a.tsv", 1), ("b.tsv", 1)]
    assert [(one.path, one.units) for one in filled.sources.files("agendas")] == [("a.tsv", 1)]
    assert sorted(one.variants[1].text for _, one in filled.units.read(memory="apart")) == ["Deux", "Trois"]
    found = filled.sources.find("agendas", "memory", "a.tsv")
    assert found is not None
    assert found.sha256 == "0"
    assert filled.faults() == []


def test_everything_is_counted(filled: Home) -> None:
    assert filled.statistics() == Statistics(
        memories=(MemoryCount("agendas", 3, 2, 0, 0, 50), MemoryCount("other", 1, 1, 1, 0, 50)),
        languages={"en": 3, "fr": 4},
        statuses={"approved": 1, "translated": 3},
        terms={"en": {"preferred": 1}, "fr": {"preferred": 1}},
        sources=4,
    )
    assert filled.size() > 0
