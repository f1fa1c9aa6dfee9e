"""Tests which units of several files are one, in any home: what is asked of them, and what is left when a file goes."""

from __future__ import annotations

from dataclasses import replace

from tests.filling import set_aside, store
from tmtool.model import Status, Unit, Variant
from tmtool.store.home import Home
from tmtool.store.values import Part


def unit(**texts: str) -> Unit:
    """Returns a unit with texts by language; `id` and `document` are what they say."""
    identity, document = texts.pop("id", ""), texts.pop("document", "")
    variants = tuple(Variant(language, text) for language, text in texts.items())
    return Unit(variants, id=identity, document=document)


def rows(*languages: str, document: str = "A/1", ids: bool = False) -> list[Unit]:
    """Returns four units of a document in these languages."""
    names = ("Opening", "Agenda", "Reports", "Closure")
    return [
        unit(
            document=document,
            id=str(place) if ids else "",
            **{language: f"{name} ({language})" for language in languages},
        )
        for place, name in enumerate(names)
    ]


def translation(home: Home, text: str, source: str, target: str) -> list[str]:
    """Returns what a text is translated by."""
    return [pair.target for pair in home.units.with_source([text], source, target)]


def read(home: Home) -> list[dict[str, str]]:
    """Returns the texts of each unit, by language."""
    return [{one.language: one.text for one in unit.variants} for _, unit in home.units.read()]


def test_a_second_file_adds_its_languages_to_the_units_of_the_same_document(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    changes = store(home, rows("en", "es")[::-1], path="es.tsv")
    assert (changes.added, changes.joined) == (4, 4)
    assert translation(home, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
    assert translation(home, "Agenda (es)", "es", "fr") == ["Agenda (fr)"]
    assert translation(home, "Agenda (en)", "en", "es") == ["Agenda (es)"]
    assert home.units.translations(["Agenda (fr)"], "fr", "es") == [("Agenda (fr)", "Agenda (es)", Status.TRANSLATED)]
    assert read(home) == [{tag: one.variant(tag).text for tag in ("en", "fr", "es")} for one in rows("en", "fr", "es")]  # type: ignore[union-attr]
    statistics = home.statistics()
    assert (statistics.memories[0].units, statistics.statuses) == (4, {"translated": 4})


def test_a_third_file_joins_by_any_language_and_is_paired_with_what_it_has_a_text_in_common(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    store(home, rows("en", "es"), path="es.tsv")
    store(home, rows("es", "ru"), path="ru.tsv")
    assert translation(home, "Agenda (ru)", "ru", "en") == ["Agenda (en)"]
    assert [len(one) for one in read(home)] == [4, 4, 4, 4]
    assert home.statistics().memories[0].units == 4


def test_files_without_documents_are_joined_where_most_of_the_smaller_is_in_the_other(home: Home) -> None:
    store(home, rows("en", "fr", document=""), path="fr.tsv")
    assert store(home, rows("en", "es", document="")[1:3], path="es.tsv").joined == 2
    few = [unit(en=f"Other {place}", ru=f"Другое {place}") for place in range(5)]
    assert store(home, [*rows("en", "ru", document="")[:2], *few], path="ru.tsv").joined == 0
    assert translation(home, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
    assert translation(home, "Agenda (fr)", "fr", "ru") == []


def test_one_unit_alone_needs_the_same_id(home: Home) -> None:
    store(home, rows("en", "fr", document="", ids=True), path="fr.tsv")
    assert store(home, [unit(en="Agenda (en)", es="Agenda (es)")], path="es.tsv").joined == 0
    assert store(home, [unit(en="Agenda (en)", ru="Agenda (ru)", id="1")], path="ru.tsv").joined == 1


def test_units_of_other_documents_or_memories_stay_apart(home: Home) -> None:
    store(home, rows("en", "fr", document="A/1"), path="fr.tsv")
    store(home, rows("en", "es", document="A/2"), path="es.tsv")
    store(home, rows("en", "ru", document="A/1"), path="ru.tsv", memory="other")
    assert translation(home, "Agenda (fr)", "fr", "es") == translation(home, "Agenda (fr)", "fr", "ru") == []
    assert len(read(home)) == 12


def test_a_text_that_is_there_several_times_is_joined_in_its_place_only(home: Home) -> None:
    def adopted(language: str, *endings: str) -> list[Unit]:
        places = [(f"Item {place}", f"{ending}") for place, ending in enumerate(endings)]
        return [
            one
            for item, ending in places
            for one in (
                unit(document="A/1", en=item, **{language: f"{item} {language}"}),
                unit(document="A/1", en="Adopted.", **{language: ending}),
            )
        ]

    store(home, adopted("fr", "Adopté.", "Adoptée.", "Adoptés."), path="fr.tsv")
    store(home, adopted("es", "Aprobado.", "Aprobada.", "Aprobados."), path="es.tsv")
    assert translation(home, "Adoptée.", "fr", "es") == ["Aprobada."]
    store(home, adopted("ru", "Принято.", "Принята.")[3:], path="ru.tsv")
    assert translation(home, "Adopté.", "fr", "ru") == translation(home, "Adoptée.", "fr", "ru") == []


def test_units_that_say_something_else_in_a_language_that_both_have_stay_apart(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    other = unit(document="A/1", en="Agenda (en)", fr="Ordre du jour", es="Programa")
    store(home, [other], path="es.tsv")
    assert translation(home, "Agenda (fr)", "fr", "es") == []
    assert translation(home, "Ordre du jour", "fr", "es") == ["Programa"]


def test_each_file_takes_away_just_what_it_gave_and_brings_it_back(home: Home) -> None:
    french, spanish = rows("en", "fr"), rows("en", "es")
    store(home, french, path="fr.tsv")
    store(home, spanish, path="es.tsv")
    whole = read(home)
    for path, left in (("es.tsv", french), ("fr.tsv", spanish)):
        with home.transaction():
            line = set_aside(home, Part("default", path))
        assert [unit.variants for _, unit in home.units.read()] == [one.variants for one in left]
        assert translation(home, "Agenda (fr)", "fr", "es") == []
        with home.transaction():
            home.sources.put_back(line)
        assert sorted(map(sorted, read(home))) == sorted(map(sorted, whole))
        assert translation(home, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
    assert home.faults() == []


def test_an_import_of_the_first_file_again_leaves_the_languages_of_the_second(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    store(home, rows("en", "es"), path="es.tsv")
    changed = [replace(one, note="again") for one in rows("en", "fr")]
    assert store(home, changed, path="fr.tsv").joined == 4
    assert translation(home, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
    assert store(home, rows("en", "es"), path="es.tsv").joined == 0
    store(home, [], path="es.tsv")
    assert read(home) == [{one.language: one.text for one in unit.variants} for unit in rows("en", "fr")]


def test_a_corrected_text_in_common_parts_units_and_another_correction_does_not(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    store(home, rows("en", "es"), path="es.tsv")

    def correct(place: int, text: str) -> None:
        (pair,) = home.units.with_source(["Agenda (en)"], "en", "fr")
        state = home.units.state(pair.unit)
        variants = list(state.variants)
        variants[place] = variants[place]._replace(text=text)
        with home.transaction():
            home.units.rewrite(pair.unit, state._replace(variants=tuple(variants)))

    correct(1, "Ordre du jour")
    assert translation(home, "Ordre du jour", "fr", "es") == ["Agenda (es)"]
    correct(0, "Provisional agenda")
    assert translation(home, "Ordre du jour", "fr", "es") == []
    assert len(read(home)) == 5


def test_a_pair_of_joined_units_has_the_lower_status_and_both_numbers(home: Home) -> None:
    store(home, [replace(one, status=Status.APPROVED) for one in rows("en", "fr")], path="fr.tsv")
    store(home, [replace(one, status=Status.DRAFT) for one in rows("en", "es")], path="es.tsv")
    (pair,) = home.units.with_source(["Agenda (fr)"], "fr", "es")
    (own,) = home.units.with_source(["Agenda (en)"], "en", "es")
    assert (pair.status, pair.joined, own.joined) == (Status.DRAFT, own.unit, None)
    assert home.units.pair(pair.unit, "fr", "es") == pair
    assert len(read(home)) == 8


def test_units_that_move_to_another_memory_are_joined_there(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    store(home, rows("en", "es"), path="es.tsv", memory="other")
    assert translation(home, "Agenda (fr)", "fr", "es") == []
    with home.transaction():
        home.sources.move(Part("other"), "default")
    assert translation(home, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
    with home.transaction():
        home.sources.move(Part("default", "es.tsv"), "third")
    assert translation(home, "Agenda (fr)", "fr", "es") == []
    assert home.statistics().memories[0].units == 4


def test_who_sees_a_memory_sees_its_joined_units(home: Home) -> None:
    store(home, rows("en", "fr"), path="fr.tsv")
    store(home, rows("en", "es"), path="es.tsv")
    with home.limited_to(["default"]) as limited:
        assert translation(limited, "Agenda (fr)", "fr", "es") == ["Agenda (es)"]
        assert len([*limited.units.read()]) == 4
