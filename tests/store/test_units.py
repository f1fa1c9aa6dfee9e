"""Tests units in a home: what an import leaves in it, the first time and every time after, and how they come out
again."""

from __future__ import annotations

import itertools
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filling import set_aside, store, unit
from tmtool.model import Status, StoredPair, Unit, Variant
from tmtool.store.home import Home
from tmtool.store.values import Part, UnitState

ONE = replace(unit("Other matters", "Questions diverses"), id="1")
TWO = replace(unit("Adoption of the report", "Adoption du rapport"), id="2")


def emptied(home: Home) -> Home:
    """Returns the home without anything in it."""
    with home.transaction():
        for memory in home.sources.memories():
            set_aside(home, Part(memory=memory))
    return home


def stored(home: Home, **which: str) -> list[Unit]:
    """Returns the units in the home, in its order."""
    return [one for _, one in home.units.read(**which)]


def pairs(home: Home, *texts: str, source_language: str = "en", target_language: str = "fr") -> list[StoredPair]:
    return home.units.with_source(texts, source_language, target_language)


def number_of(home: Home, text: str) -> int:
    return pairs(home, text)[0].unit


def test_a_second_import_of_the_same_units_changes_nothing(home: Home) -> None:
    store(home, [ONE, TWO])
    before = pairs(home, "Other matters", "Adoption of the report")
    changes = store(home, [ONE, TWO])
    assert (changes.added, changes.unchanged, changes.removed) == (0, 2, 0)
    assert pairs(home, "Other matters", "Adoption of the report") == before


def test_a_unit_that_only_moves_keeps_its_number(home: Home) -> None:
    store(home, [ONE, TWO])
    before = number_of(home, "Other matters")
    changes = store(home, [TWO, ONE])
    assert (changes.added, changes.removed) == (0, 0)
    assert number_of(home, "Other matters") == before
    assert [one.id for one in stored(home)] == ["2", "1"]


def test_what_a_file_no_longer_gives_is_gone_with_its_texts(home: Home) -> None:
    store(home, [ONE, TWO])
    assert store(home, [ONE]).removed == 1
    assert stored(home) == [replace(ONE, position=1)]
    assert home.statistics().languages == {"en": 1, "fr": 1}
    assert list(home.segments.similar("Adoption of the report", "en", 50)) == []


def test_another_file_of_the_same_name_in_another_memory_is_another_file(home: Home) -> None:
    store(home, [ONE], memory="a")
    assert store(home, [TWO], memory="b").removed == 0
    assert len(stored(home)) == 2


def test_a_text_used_by_two_units_is_stored_once_and_stays_while_one_uses_it(home: Home) -> None:
    store(home, [ONE], path="a.tmx")
    store(home, [unit("Other matters", "Autres questions")], path="b.tmx")
    assert home.statistics().languages == {"en": 1, "fr": 2}
    store(home, [], path="b.tmx")
    assert [one.variants[1].text for one in stored(home)] == ["Questions diverses"]


def test_equal_units_of_one_file_are_merged(home: Home) -> None:
    assert store(home, [ONE, ONE]).added == 1


def test_one_source_with_two_targets_is_two_units(home: Home) -> None:
    assert store(home, [ONE, replace(ONE, variants=(ONE.variants[0], Variant("fr", "Autres questions")))]).added == 2


def test_units_without_position_are_numbered_within_their_document(home: Home) -> None:
    store(home, [replace(ONE, document="A/1"), replace(TWO, document="B/1"), replace(TWO, document="A/1")])
    assert sorted((one.document, one.position) for one in stored(home)) == [("A/1", 1), ("A/1", 2), ("B/1", 1)]


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
units_of_a_file = st.lists(
    st.builds(
        Unit,
        variants=st.tuples(st.builds(Variant, st.just("en"), words), st.builds(Variant, st.just("fr-CA"), words)),
        id=words,
        document=st.sampled_from(["", "A/1", "B/2"]),
        status=st.sampled_from(Status),
        date=st.sampled_from(["", "2030-09-10"]),
        note=st.just("") | words,
        properties=st.dictionaries(words, words, max_size=2),
    ),
    max_size=6,
    unique_by=repr,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=units_of_a_file, second=units_of_a_file)
def test_after_any_two_imports_a_home_holds_what_the_second_gave(
    shared_home: Home, first: list[Unit], second: list[Unit]
) -> None:
    home = emptied(shared_home)
    store(home, first)
    store(home, second)

    def content(one: Unit) -> str:
        variants = [replace(variant, text=unicodedata.normalize("NFC", variant.text)) for variant in one.variants]
        return repr(replace(one, position=0, variants=tuple(variants), properties=dict(one.properties)))

    assert sorted(map(content, stored(home))) == sorted(map(content, second))
    assert home.statistics().languages == {
        tag: number
        for tag, place in (("en", 0), ("fr", 1))
        if (number := len({unicodedata.normalize("NFC", one.variants[place].text) for one in second}))
    }
    assert home.segments.waiting() == 0
    assert home.faults() == []


def test_everything_that_a_file_says_of_a_unit_comes_out_again(home: Home) -> None:
    whole = Unit(
        variants=(
            Variant("en-GB", "See “A”", "See <ph>A</ph>", "tmx", "2020", "anne", "2021", "bo", {"x": "y"}),
            Variant("fr", "Voir « A »"),
            Variant("fr", "Voir A"),
        ),
        id="7", document="A/1", position=12, status=Status.APPROVED, date="2024-05-01", created="2020-01-01T00:00:00Z",
        created_by="anne", changed="2021-01-01T00:00:00Z", changed_by="bo", source_language="en-GB",
        context="heading", note="a note", properties={"domain": "crime"},
    )  # fmt: skip
    store(home, [whole])
    assert stored(home) == [whole]


def test_units_are_read_by_memory_document_and_day(home: Home) -> None:
    old, new = replace(ONE, document="A/1", date="2020-01-01"), replace(TWO, document="A/2", date="2024-01-01")
    store(home, [old, new], memory="b")
    store(home, [replace(old, changed="2025-01-01T00:00:00Z")], memory="a")
    assert [(memory, one.document) for memory, one in home.units.read()] == [("a", "A/1"), ("b", "A/1"), ("b", "A/2")]
    assert [one.id for one in stored(home, memory="b")] == ["1", "2"]
    assert [one.id for one in stored(home, document="A/2")] == ["2"]
    assert [(memory, one.id) for memory, one in home.units.read(since="2024-01-01")] == [("a", "1"), ("b", "2")]


def test_a_unit_is_a_pair_in_either_direction_and_whatever_the_white_space(home: Home) -> None:
    store(home, [ONE])
    (found,) = pairs(home, "Other  matters ")
    assert (found.source, found.target, found.memory, found.status) == (
        "Other matters", "Questions diverses", "default", Status.TRANSLATED,
    )  # fmt: skip
    (back,) = pairs(home, "Questions diverses", source_language="fr", target_language="en")
    assert (back.unit, back.source, back.target) == (found.unit, "Questions diverses", "Other matters")
    assert pairs(home, "other matters") == []
    assert home.units.of_segments([found.source_segment], "en", "fr") == [found]
    assert home.units.pair(found.unit, "en", "fr") == found
    assert home.units.pair(found.unit, "en", "es") is None


def test_a_pair_is_one_of_the_regions_asked_for_where_both_sides_name_one(home: Home) -> None:
    store(home, [Unit((Variant("en", "Room"), Variant("fr-FR", "Salle"), Variant("fr-CA", "Pièce")))])
    assert [one.target for one in pairs(home, "Room")] == ["Salle", "Pièce"]
    assert [one.target for one in pairs(home, "Room", target_language="fr-CA")] == ["Pièce"]


def test_translations_come_once_however_many_units_have_them(home: Home) -> None:
    store(home, [ONE, replace(ONE, document="A/1"), replace(ONE, status=Status.DRAFT)])
    found = sorted(home.units.translations(["Other matters", "Nothing"], "en", "fr"))
    assert found == [("Other matters", "Questions diverses", status) for status in (Status.DRAFT, Status.TRANSLATED)]


def test_the_newest_pairs_come_first_without_what_is_superseded(home: Home) -> None:
    store(home, [ONE, TWO, unit("Old", "Vieux", status=Status.SUPERSEDED)])
    found = list(home.units.newest("en", "fr", 5))
    assert found == [("Adoption of the report", "Adoption du rapport"), ("Other matters", "Questions diverses")]
    assert list(home.units.newest("en", "fr", 1)) == found[:1]


def corrected(state: UnitState, text: str) -> UnitState:
    """Returns the state with another text in its second variant, as a correction by hand makes it."""
    first, second = state.variants
    return state._replace(edited=1, variants=(first, second._replace(text=text, markup="", changed_by="anne")))


@pytest.fixture
def number(home: Home) -> Iterator[int]:
    """Yields the unit ONE, stored next to TWO."""
    store(home, [ONE, TWO])
    yield number_of(home, "Other matters")


def test_a_correction_is_what_is_stored_and_found(home: Home, number: int) -> None:
    new = corrected(home.units.state(number), "Divers")
    with home.transaction():
        home.units.rewrite(number, new)
    assert home.units.state(number) == new
    assert [one.target for one in pairs(home, "Other matters")] == ["Divers"]
    assert [text for _, text in home.segments.with_words([["divers"]], "fr")] == ["Divers"]
    assert list(home.segments.similar("Questions diverses", "fr", 90)) == []


def test_a_correction_is_taken_back_by_the_state_before(home: Home, number: int) -> None:
    before = stored(home)
    state = home.units.state(number)
    with home.transaction():
        home.units.rewrite(number, corrected(state, "Divers"))
        home.units.rewrite(number, state)
    assert stored(home) == before
    assert home.units.state(number) == state


def test_a_unit_corrected_by_hand_survives_an_import_and_is_reported(home: Home, number: int) -> None:
    with home.transaction():
        home.units.rewrite(number, corrected(home.units.state(number), "Divers"))
    changes = store(home, [TWO])
    assert (changes.removed, changes.kept) == (0, ["1"])
    assert [one.target for one in pairs(home, "Other matters")] == ["Divers"]


def test_a_status_changes_alone(home: Home, number: int) -> None:
    before = home.units.state(number)
    with home.transaction():
        home.units.set_status(number, Status.SUPERSEDED, "2030-01-01T00:00:00Z")
    assert home.units.state(number) == before._replace(status=Status.SUPERSEDED, changed="2030-01-01T00:00:00Z")


def test_there_is_no_state_of_a_unit_that_is_not_there(home: Home, number: int) -> None:
    with pytest.raises(LookupError):
        home.units.state(number + 100)


def test_the_units_of_documents_are_removed_with_their_texts(home: Home) -> None:
    store(home, [replace(ONE, document="A/1"), replace(TWO, document="A/2"), unit("Other matters", "Divers", "A/3")])
    with home.transaction():
        home.units.remove_documents({"A/1", "A/2", "A/9"})
    assert [one.document for one in stored(home)] == ["A/3"]
    assert home.statistics().languages == {"en": 1, "fr": 1}


def test_all_units_come_by_time_trust_and_status_as_those_with_words_do(home: Home) -> None:
    def some(date: str, status: Status = Status.TRANSLATED) -> Unit:
        number = next(numbers)
        return Unit((Variant("en", f"word {number}"), Variant("fr", f"mot {number}")), date=date, status=status)

    numbers = itertools.count()
    dates = ["2020-01-01", "", "2021-05-05", "2020-01-01"]
    for memory, status in itertools.product("abc", (Status.DRAFT, Status.APPROVED)):
        store(home, [some(date, status) for date in dates], memory=memory, path=status.value)
    twice = Unit((Variant("en", "word"), Variant("en-GB", "word"), Variant("fr", "mot")), date="2020-01-01")
    only_french = Unit((Variant("fr", "mot"), Variant("es", "palabra")), date="2022-01-01")
    store(home, [twice, only_french], memory="a", path="last")
    with home.transaction():
        home.sources.weigh("b", 0, 90)
    assert list(home.units.by_time("en")) == home.units.with_words([["word"]], "en")
    assert list(home.units.by_time("fr")) == home.units.with_words([["mot"]], "fr")
    assert list(home.units.by_time("ru")) == []
    with home.limited_to(["a", "b"]) as limited:
        assert list(limited.units.by_time("en")) == limited.units.with_words([["word"]], "en")


def test_texts_are_read_of_a_part_in_the_order_of_units(home: Home) -> None:
    emptied(home)
    shared = unit("Item 1", "Point 1 : trafic", "A/1")
    store(home, [shared, unit("Item 2", "Point 2 : autre", "A/2"), unit("Item 3", "Point 3 : trafic", "A/2")])
    store(home, [unit("Point", "Le trafic", "A/1"), shared], memory="other", path="b.tsv")

    def found(part: Part, containing: str = "trafic", language: str = "fr") -> list[str]:
        rows = list(home.units.texts(language, part, containing=containing))
        assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
        return [text for _, _, text in rows]

    first, third, other = "Point 1 : trafic", "Point 3 : trafic", "Le trafic"
    assert found(Part()) == [first, third, other, first]
    assert found(Part(memory="other")) == [other, first]
    assert found(Part(source="a.tsv")) == [first, third]
    assert found(Part(document="A/1")) == [first, other, first]
    assert found(Part(memory="other", document="A/2")) == []
    assert found(Part(memory="default"), containing="") == [first, "Point 2 : autre", third]
    assert found(Part(), "Point", "en") == ["Point"]


@pytest.mark.parametrize("seed", range(3))
def test_each_unit_has_its_text_where_parts_of_a_bulk_change_share_texts(home: Home, seed: int) -> None:
    chosen = Random(seed)
    texts = [f"Travaux {number} de la 報告" if number % 4 else f"Travaux {number}" for number in range(12)]
    store(home, [unit(f"Report {number}", chosen.choice(texts)) for number in range(30)])
    if seed:
        home.segments.index()
    for _ in range(3):
        numbers = list(range(1, 31))
        chosen.shuffle(numbers)
        wanted = {number: chosen.choice(texts) for number in numbers}
        with home.bulk_transaction():
            for start in range(0, 30, 7):
                some = [(number, 1, wanted[number]) for number in numbers[start : start + 7]]
                home.units.reword_all(some, "fr", "2026-01-01", "anne")
        assert [one.variants[1].text for one in home.units.states(range(1, 31))] == [wanted[n] for n in range(1, 31)]
        assert home.statistics().languages == {"en": 30, "fr": len(set(wanted.values()))}
        assert len(list(home.segments.similar("Travaux 3", "fr", 10))) == len(set(wanted.values()))
        assert len(list(home.segments.with_words([["travaux"]], "fr"))) == len(set(wanted.values()))
        home.segments.index()
        assert home.faults() == []


def test_texts_given_to_many_units_are_corrections_and_the_history_has_what_was_there(home: Home) -> None:
    both = Unit(
        (
            Variant("en", "Two"),
            Variant("fr", 'Deux"“\\/\n\x01\x1f\x7f\b\u2028'),
            Variant("fr-CA", "Deux \U0001f600", markup="<b/>"),
        )
    )
    store(home, [unit("One", "Un"), both, replace(unit("Three", "Trois"), status=Status.DRAFT)])
    before = home.units.states([1, 2, 3])
    texts = [(1, 1, "Une"), (2, 1, "Les deux"), (2, 2, "Un"), (3, 1, "Une")]
    with home.bulk_transaction():
        line = home.history.record("replace", "units", 0)
        home.history.record_states("replace", [(one, number) for one, number, _ in texts], part_of=line)
        home.units.reword_all(texts, "fr", "2026-01-02T03:04:05Z", "anne")
    assert [(one.number, one.before, one.after) for one in home.history.last_parts(line)] == [
        (number, state._replace(variants=state.variants[1:]).content(), None) for number, state in enumerate(before, 1)
    ]
    with home.answered("SELECT before FROM history WHERE part_of IS NOT NULL ORDER BY id") as (_, rows):
        written = [str(row[0]) for row in rows]
    # As if each had been recorded by itself.
    assert written == [json.dumps(json.loads(one), ensure_ascii=False) for one in written]
    for old, new in zip(before, home.units.states([1, 2, 3]), strict=True):
        assert (new.status, new.changed, new.changed_by, new.edited) == (old.status, "2026-01-02T03:04:05Z", "anne", 1)
        assert new.variants[0] == old.variants[0]
        assert {(one.changed_by, one.markup, one.markup_format) for one in new.variants[1:]} == {("anne", "", "")}
    assert [(one, number, text) for one, number, text in home.units.texts("fr", Part())] == texts
    with home.transaction():
        home.units.rewrite_all([(one.number, UnitState.of(one.before or {})) for one in home.history.last_parts(line)])
    assert home.units.states([1, 2, 3]) == before
    home.segments.index()
    assert home.faults() == []
