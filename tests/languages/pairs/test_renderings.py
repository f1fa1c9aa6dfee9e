"""What may render a word, and what is put for it wrongly, are lists written by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tmtool.languages import tables
from tmtool.languages.pairs.confusions import CONFUSIONS, Confusions
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.pairs.renderings import POSSIBLE, RENDERINGS, PossibleTranslations, Renderings
from tmtool.languages.stems import WHOLE_STEM, folded_words, stem

ROWS = tables.rows(PAIR.folder / RENDERINGS)
ENGLISH = [word for language, word, *_ in ROWS if language == "en"]


def known() -> tuple[Renderings, PossibleTranslations, Confusions]:
    renderings, possible, confusions = PAIR.renderings, PAIR.possible_translations, PAIR.confusions
    assert renderings is not None
    assert possible is not None
    assert confusions is not None
    return renderings, possible, confusions


def french(word: str) -> str:
    return stem(*folded_words(word), "fr", WHOLE_STEM)


def words(stem_: str, language: str) -> frozenset[str]:
    found = known()[0].of(stem_, language)
    return found.words if found else frozenset()


def test_a_word_has_all_that_a_good_translator_may_put_for_it_in_whatever_form() -> None:
    assert {french(word) for word in ("suspendre", "suspendu", "suspension", "interrompre")} <= words("suspend", "en")
    assert french("augmenter") not in words("suspend", "en")
    assert {"return", "restitution"} & words(french("restituer"), "fr")


def test_nothing_is_known_of_a_word_that_nobody_has_listed() -> None:
    renderings, possible, confusions = known()
    assert renderings.of("zzyzx", "en") is None
    assert not possible.of("zzyzx")
    assert not confusions.of("zzyzx")
    assert renderings.kinship("zzyzx", french("rare")) == -1


def test_a_synonym_of_a_rendering_is_of_kin_and_an_opposite_is_not() -> None:
    renderings = known()[0]
    assert renderings.kinship("rare", french("exceptionnel")) > 0.4 > renderings.kinship("rare", french("puissant"))


@given(st.sampled_from(ENGLISH))
def test_what_is_listed_is_possible_in_both_directions(word: str) -> None:
    _, possible, _ = known()
    assert all(min(possible.of(word)[one]) >= POSSIBLE for one in words(word, "en"))


@given(st.sampled_from(ENGLISH))
def test_what_renders_a_word_is_never_taken_for_wrong(word: str) -> None:
    _, _, confusions = known()
    assert confusions.of(word) <= confusions.at_all(word)
    assert confusions.at_all(word).isdisjoint(words(word, "en"))
    assert confusions.of(word) <= confusions.near(word) <= confusions.in_close(word)
    assert confusions.in_close(word).isdisjoint(words(word, "en"))


def test_opposites_and_neighbours_of_a_word_are_put_for_it_wrongly() -> None:
    confusions = known()[2]
    assert {french("augmenter"), french("poursuivre")} <= confusions.of("suspend")
    assert french("régional") in confusions.of("sectoral")


def test_words_of_one_field_are_put_for_each_other_in_a_close_translation() -> None:
    confusions = known()[2]
    assert french("réfugié") in confusions.near("survivor") - confusions.of("survivor")
    assert french("rescapé") not in confusions.near("survivor")
    assert not confusions.near("zzyzx")


def test_the_tables_have_words_and_figures_alone() -> None:
    for language, word, kind, *figures, stems, loose in ROWS:
        assert language in PAIR.columns()
        assert word == "".join(folded_words(word))
        assert kind in ("1", "2", "3")
        assert all(float(figure) >= 0 for figure in figures)
        assert tables.in_full(stems) == sorted(set(tables.in_full(stems)))
        assert set(tables.in_full(stems)).isdisjoint(tables.in_full(loose))
    for language, word, *hands in tables.rows(PAIR.folder / CONFUSIONS):
        assert language in PAIR.columns()
        assert word == "".join(folded_words(word))
        assert len(hands) == 2
