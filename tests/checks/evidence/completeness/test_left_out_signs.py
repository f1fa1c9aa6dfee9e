"""Tests the signs that half of a pair, or an element of a series, was left out."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.checks.evidence.completeness.signs import Signs
from tmtool.checks.evidence.words.answers import answers
from tmtool.languages.pairs.en_fr import PAIR

assert PAIR.translations is not None


def signs(source: str, target: str, word: str) -> Mapping[str, float]:
    """Returns the signs of the candidate that begins with a word of the source."""
    both = answers(source, target, PAIR, PAIR.translations)
    assert both is not None
    found = Signs(*both, PAIR.expected_length[0])
    place = next(at for at, one in enumerate(both[0].words) if one.span.of(source) == word)
    return next(found.stretch(start, end) for start, end in found.candidates() if start == place)


def test_the_other_half_of_a_pair_has_its_counterpart_and_no_conjunction_near_it() -> None:
    source = "We must engage men and boys in the work of the Committee."

    lost = signs(source, "Nous devons associer les hommes aux travaux du Comité.", "boys")

    assert lost["pair"] == 1
    assert lost["pair, answered"] > 0.5
    assert lost["pair, joined"] > 2


def test_two_words_that_share_a_counterpart_are_rivals() -> None:
    source = "It asked for an effective and efficient use of resources."

    assert signs(source, "Il a demandé une utilisation efficace des ressources.", "effective")["rivals"] == 1


def test_a_series_that_lost_an_element_has_a_mark_fewer() -> None:
    source = "Data are disaggregated by sex, age, disability, race and income."

    lost = signs(source, "Les données sont ventilées par sexe, âge, race et revenu.", "disability")

    assert lost["series, fewer"] == 1
    assert lost["series, without"] == 1


def test_a_name_cut_short_has_words_next_to_it_that_have_their_counterparts() -> None:
    source = "It recalls the report of the Committee on Conferences and Budgets."

    assert signs(source, "Il rappelle le rapport du Comité.", "Conferences")["name, answered"] == 1


def test_words_that_take_up_what_was_named_are_counted() -> None:
    source = "The Secretariat sent the report and the Council adopted the report on prisons."

    lost = signs(source, "Le Secrétariat a envoyé le rapport et il a adopté celui-ci.", "Council")

    assert lost["taken up there"] == 2
