"""Tests concepts in a home: what a term table gives, what people change, and which concepts a text may hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filling import set_aside, set_concept_aside, store_concepts
from tests.store.test_units import emptied
from tmtool.model import Concept, Term, TermStatus
from tmtool.store import TERMBASE
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.text.term_words import first_words, words_of

SHELTER = Concept(
    "shelter",
    (
        Term("shelter", "en", part_of_speech="noun"),
        Term("foyer", "fr", TermStatus.PREFERRED, "noun", "m", "sg", "not abri", type="fullForm", source="A/RES/55/25"),
        Term("abri", "fr-CA", TermStatus.SUPERSEDED, replaced_by="foyer", bodies=("CTOC", "A"), not_with=("ouvrir",)),
    ),
    domain="trafficking",
    definition="A place to stay.",
    note="for victims",
    contrasts=("prison", "refuge"),
    properties={"x": "y"},
    date="2024-05-01",
)
REFUGE = Concept("refuge", (Term("refuge", "en"), Term("refuge", "fr")), contrasts=("shelter",))


def ids(concepts: list[Concept]) -> list[str]:
    return [one.id for one in concepts]


def test_everything_that_a_table_says_of_a_concept_comes_out_again_in_its_order(home: Home) -> None:
    assert not home.concepts.any()
    store_concepts(home, [SHELTER, REFUGE])
    assert home.concepts.any()
    assert home.concepts.all() == [SHELTER, REFUGE]
    assert home.concepts.called("shelter") == SHELTER
    assert home.concepts.called("nothing") is None


def test_a_second_import_changes_nothing_and_what_a_table_no_longer_has_goes(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE, REFUGE])
    changes = store_concepts(home, [SHELTER, REFUGE])
    assert (changes.added, changes.unchanged, changes.removed) == (0, 2, 0)
    changes = store_concepts(home, [replace(SHELTER, note="other")])
    assert (changes.added, changes.unchanged, changes.removed) == (1, 0, 2)
    assert [one.note for one in home.concepts.all()] == ["other"]


def test_concepts_are_found_by_a_form_of_the_first_word_of_a_term(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    assert ids(home.concepts.for_texts(["The shelters are full.", "Nothing"], "en")) == ["shelter"]
    assert ids(home.concepts.for_texts(["Des foyers et des refuges"], "fr-FR")) == ["shelter", "refuge"]
    assert home.concepts.for_texts(["foyer"], "en") == []
    assert home.concepts.for_texts([], "en") == []


def test_concepts_of_both_sides_are_those_of_each_and_read_once(home: Home) -> None:
    store_concepts(home, [REFUGE, SHELTER])
    sources, targets = ["The shelters are full."], ["Des foyers et des refuges"]
    of_source, of_target = home.concepts.for_both(sources, targets, "en", "fr-FR")
    assert of_source == home.concepts.for_texts(sources, "en")
    assert of_target == home.concepts.for_texts(targets, "fr-FR")
    [shelter] = of_source
    assert any(one is shelter for one in of_target)


words = st.sampled_from(["shelter", "victim", "of", "the", "smuggling", "child", "transit", "States"])
terms = st.lists(words, min_size=1, max_size=3).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    known=st.lists(terms, min_size=1, max_size=6, unique=True),
    text=st.lists(words, min_size=1, max_size=8).map(" ".join),
)
def test_no_concept_is_missed_that_a_scan_of_the_term_base_finds(
    shared_home: Home, known: list[str], text: str
) -> None:
    home = emptied(shared_home)
    concepts = [Concept(term, (Term(term, "en"),)) for term in known]
    store_concepts(home, concepts)
    scanned = [one.id for one in concepts if first_words(one.terms[0], "en") & words_of(text, "en")]
    assert ids(home.concepts.for_texts([text], "en")) == scanned


def test_a_term_is_known_by_its_text_and_language_whatever_its_status(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    assert ids(home.concepts.with_term("abri", "fr")) == ["shelter"]
    assert ids(home.concepts.with_term("refuge", "en-GB")) == ["refuge"]
    assert home.concepts.with_term("shelter", "fr") == []


def test_contrasts_are_known_from_the_other_side(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    assert home.concepts.in_contrast_to("refuge") == ["shelter"]
    assert home.concepts.in_contrast_to("prison") == ["shelter"]


def test_a_concept_added_by_hand_is_of_the_term_base_and_of_no_file(home: Home) -> None:
    with home.transaction():
        home.concepts.add(SHELTER)
    assert home.concepts.all() == [SHELTER]
    assert home.sources.memories() == [TERMBASE]
    assert home.sources.files(TERMBASE) == []


def test_a_concept_changed_by_hand_keeps_its_number_and_survives_an_import(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    other = replace(SHELTER, note="other", terms=SHELTER.terms[:2], contrasts=())
    with home.transaction():
        number = home.concepts.replace("shelter", other)
        assert home.concepts.replace("shelter", other) == number
    assert home.concepts.called("shelter") == other
    assert home.concepts.for_texts(["un abri"], "fr") == []
    changes = store_concepts(home, [SHELTER])
    assert (changes.kept, changes.added, changes.removed) == (["shelter"], 0, 1)
    assert home.concepts.all() == [other]


def test_a_removed_concept_is_gone_with_its_terms(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    with home.transaction():
        set_concept_aside(home, "shelter")
    assert home.concepts.all() == [REFUGE]
    assert home.concepts.for_texts(["shelter"], "en") == []
    assert home.concepts.in_contrast_to("refuge") == []


def test_a_concept_that_is_not_there_is_neither_replaced_nor_removed(home: Home) -> None:
    with home.transaction():
        with pytest.raises(LookupError):
            home.concepts.replace("shelter", SHELTER)
        with pytest.raises(LookupError):
            set_concept_aside(home, "shelter")
        with pytest.raises(LookupError):
            home.concepts.is_edited("shelter")


OWN = Concept("shelter", (Term("shelter", "en"), Term("gîte", "fr")))


def test_a_concept_of_ones_own_takes_the_place_of_the_packaged_one(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE], memory=TERMBASE)
    store_concepts(home, [OWN], memory="mine")
    assert home.concepts.all() == [REFUGE, OWN]
    assert home.concepts.called("shelter") == OWN
    assert home.concepts.for_texts(["shelter"], "en") == [OWN]
    assert home.concepts.with_term("foyer", "fr") == []
    store_concepts(home, [], memory="mine")
    assert home.concepts.called("shelter") == SHELTER


def test_what_had_been_replaced_does_not_come_back_when_the_other_is_removed(home: Home) -> None:
    store_concepts(home, [SHELTER], memory=TERMBASE)
    store_concepts(home, [OWN], memory="mine")
    with home.transaction():
        line = set_concept_aside(home, "shelter")
    assert home.concepts.all() == []
    with home.transaction():
        home.sources.put_back(line)
    assert home.concepts.all() == [OWN]
    store_concepts(home, [], memory="mine")
    assert home.concepts.all() == [SHELTER]


def test_a_concept_set_aside_comes_back_with_its_number_as_it_was(home: Home) -> None:
    store_concepts(home, [SHELTER, REFUGE])
    with home.transaction():
        number = home.concepts.replace("shelter", replace(SHELTER, note="by hand"))
        line = set_concept_aside(home, "shelter")
        assert home.concepts.add(OWN) > number
        assert [one.id for one in home.concepts.all()] == ["refuge", "shelter"]
        set_concept_aside(home, "shelter")
        home.sources.put_back(line)
        assert home.concepts.is_edited("shelter")
        assert home.concepts.replace("shelter", SHELTER, edited=False) == number
        assert not home.concepts.is_edited("shelter")
    assert home.concepts.all() == [SHELTER, REFUGE]
    assert store_concepts(home, [SHELTER, REFUGE]).unchanged == 2


def test_a_packaged_concept_changed_by_hand_stays_in_force(home: Home) -> None:
    store_concepts(home, [SHELTER], memory=TERMBASE)
    with home.transaction():
        home.concepts.replace("shelter", replace(SHELTER, note="by hand"))
    store_concepts(home, [OWN], memory="mine")
    assert [one.note for one in home.concepts.all()] == ["by hand", ""]


def concept(identity: str, *terms: str) -> Concept:
    """Returns a concept with terms such as "en: chair"."""
    pairs = (term.split(": ") for term in terms)
    return Concept(identity, tuple(Term(text, language) for language, text in pairs))


def terms_of(home: Home, identity: str) -> list[str]:
    """Returns the terms of the concept called so, as they are read."""
    found = home.concepts.called(identity)
    return [f"{term.language}: {term.text}" for term in found.terms] if found else []


def test_a_second_file_adds_languages_to_a_concept_of_the_same_id_that_it_has_a_term_in_common_with(home: Home) -> None:
    store_concepts(home, [concept("7", "en: Chair", "fr: Présidente")], path="a.csv")
    store_concepts(home, [concept("7", "en: chair", "en: presiding officer", "es: Presidenta")], path="b.csv")
    store_concepts(home, [concept("7", "es: Presidenta", "ru: Председатель")], path="c.csv")
    whole = ["en: Chair", "fr: Présidente", "en: presiding officer", "es: Presidenta", "ru: Председатель"]
    assert terms_of(home, "7") == whole
    assert [one.id for one in home.concepts.all()] == ["7"]
    (found,) = home.concepts.for_texts(["Председатель"], "ru")
    assert [term.text for term in found.in_language("fr")] == ["Présidente"]
    assert [term.status for term in found.in_language("en")] == [TermStatus.PREFERRED, TermStatus.ADMITTED]
    assert home.concepts.own("7") == concept("7", "en: Chair", "fr: Présidente")


def test_a_concept_of_the_same_id_that_names_something_else_stays_apart(home: Home) -> None:
    store_concepts(home, [concept("7", "en: Chair", "fr: Présidente")], path="a.csv", memory="m")
    store_concepts(home, [concept("7", "en: table", "es: mesa")], path="b.csv", memory="m")
    store_concepts(home, [concept("7", "ar: كرسي", "zh: 主席")], path="c.csv", memory="m")
    store_concepts(home, [concept("7", "en: Chair", "es: Presidenta")], path="d.csv", memory="other")
    store_concepts(home, [concept("7", "en: Chair", "fr: président")], path="e.csv", memory="m")
    assert len(home.concepts.all()) == 5


def test_a_file_of_one_language_and_an_id_that_is_no_mere_number_need_no_term_in_common(home: Home) -> None:
    store_concepts(home, [concept("c7", "en: Chair", "fr: Présidente"), concept("asylum", "en: asylum", "fr: asile")])
    store_concepts(home, [concept("c7", "es: Presidenta"), concept("asylum", "es: asilo", "ru: убежище")], path="b")
    assert terms_of(home, "c7") == ["en: Chair", "fr: Présidente", "es: Presidenta"]
    assert terms_of(home, "asylum") == ["en: asylum", "fr: asile", "es: asilo", "ru: убежище"]


def test_a_concept_of_several_files_loses_just_what_a_file_gave_when_it_is_forgotten(home: Home) -> None:
    french, spanish = concept("7", "en: Chair", "fr: Présidente"), concept("7", "en: Chair", "es: Presidenta")
    store_concepts(home, [french], path="a.csv", memory="m")
    store_concepts(home, [spanish], path="b.csv", memory="m")
    for path, left in (("b.csv", french), ("a.csv", spanish)):
        with home.transaction():
            line = set_aside(home, Part("m", path))
        assert home.concepts.all() == [left]
        with home.transaction():
            home.sources.put_back(line)
        assert terms_of(home, "7") == ["en: Chair", "fr: Présidente", "es: Presidenta"]


def test_a_change_by_hand_is_of_the_whole_concept_and_further_files_still_add_languages(home: Home) -> None:
    store_concepts(home, [concept("7", "en: Chair", "fr: Présidente")], path="a.csv")
    store_concepts(home, [concept("7", "en: Chair", "es: Presidenta")], path="b.csv")
    with home.transaction():
        home.concepts.replace("7", concept("7", "en: Chair", "fr: président", "es: presidente"))
    store_concepts(home, [concept("7", "en: Chair", "ru: Председатель")], path="c.csv")
    assert terms_of(home, "7") == ["en: Chair", "fr: président", "es: presidente", "ru: Председатель"]


def test_a_concept_of_several_files_is_removed_and_put_back_as_a_whole(home: Home) -> None:
    store_concepts(home, [concept("7", "en: Chair", "fr: Présidente")], path="a.csv")
    store_concepts(home, [concept("7", "en: Chair", "es: Presidenta")], path="b.csv")
    with home.transaction():
        line = set_concept_aside(home, "7")
    assert home.concepts.all() == []
    with home.transaction():
        home.sources.put_back(line)
    assert terms_of(home, "7") == ["en: Chair", "fr: Présidente", "es: Presidenta"]
