"""Tests what is wrong by the grammar of French, as words, whatever a check makes of it."""

from __future__ import annotations

import pytest

from tmtool.languages.fr.grammar.forms import infinitives, moods
from tmtool.languages.fr.grammar.forms.wrong_mood import SI
from tmtool.languages.fr.grammar.predicates import impossible_verbs, participles, verbs
from tmtool.languages.fr.grammar.qualifiers import adjectives
from tmtool.languages.fr.grammar.words import elision_and_contraction
from tmtool.languages.fr.grammar.words.reading import Word, reading


def of_no_source(adjective: Word, noun: Word) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Les mesures national ont été prises.", [("national", "mesures")]),
        ("les organisations nationales et régionaux", [("régionaux", "nationales")]),
        ("Les secteurs public et privé", []),
    ],
)
def test_an_adjective_disagrees_with_its_noun_or_with_the_adjective_joined_to_it(
    text: str, pairs: list[tuple[str, str]]
) -> None:
    found = adjectives.disagreements(reading(text), of_no_source)

    assert [(one.adjective.text, one.other.text) for one in found] == pairs


def test_only_the_source_shows_that_an_adjective_belongs_to_the_nearest_of_two_nouns() -> None:
    words = reading("les mesures de la justice lentes")

    def in_source(adjective: Word, noun: Word) -> bool:
        return (adjective.text, noun.text) == ("lentes", "justice")

    assert list(adjectives.disagreements(words, of_no_source)) == []
    assert [one.other.text for one in adjectives.disagreements(words, in_source)] == ["justice"]


def test_a_participle_agrees_after_être_and_stays_after_avoir() -> None:
    found = list(participles.disagreements(reading("Les rapports ont été adopté. Le Comité a adoptée un texte.")))

    assert [(one.verb.text, one.participle.text, one.after_avoir) for one in found] == [
        ("a", "adoptée", True),
        ("ont", "adopté", False),
    ]


def test_an_infinitive_and_a_participle_are_exchanged() -> None:
    found = infinitives.exchanges(reading("Ils ont adopter le texte pour présenté un avis. Ils ont décidés de voter."))

    assert [(one.before.text, one.wrong.text, one.right) for one in found] == [
        ("ont", "adopter", "adopté"),
        ("pour", "présenté", "présenter"),
        ("ont", "décidés", ""),
    ]


@pytest.mark.parametrize(
    ("text", "right", "agrees"),
    [
        ("Les questions seront examiner.", "examinées", False),
        ("Les recommandations ont été adopter.", "adoptées", False),
        ("Les agents qui signalent un manquement doivent être protéger.", "protégé", True),
        ("Les décisions qu’ils ont adopter", "adopté", True),
    ],
)
def test_a_participle_for_an_infinitive_has_the_ending_of_what_it_agrees_with_where_that_is_known(
    text: str, right: str, agrees: bool
) -> None:
    (found,) = infinitives.exchanges(reading(text))

    assert (found.right, found.agrees) == (right, agrees)


def test_a_mood_is_wanted_by_a_conjunction_and_by_si() -> None:
    found = moods.wrong_moods(reading("Il agit afin que le Comité peut siéger. S’il serait élu, il voterait."))

    assert {(one.after, one.verb.text) for one in found} == {("afin que", "peut"), (SI, "serait")}


def test_a_verb_has_the_number_of_its_subject_and_is_where_a_verb_can_be() -> None:
    words = reading("Les membres a voté. La réunion se tiendras ici, et il présenté son avis dans le cadre de misent.")

    assert [(word.text, is_plural) for word, is_plural in verbs.disagreements(words)] == [("a", True)]
    assert [word.text for word in impossible_verbs.of_who_is_not_there(words)] == ["tiendras"]
    assert [(one.text, verb.text) for one, verb in impossible_verbs.without_a_verb(words)] == [("il", "présenté")]
    assert [(one.text, verb.text) for one, verb in impossible_verbs.where_none_can_be(words)] == [("de", "misent")]


def test_small_words_lose_their_vowel_or_join_the_article() -> None:
    words = reading("Le projet de action de le Comité ; il n’peut que il vienne.")

    assert [(one.word.text, one.right) for one in elision_and_contraction.wrongly_elided(words)] == [
        ("de", "d'"),
        ("n’", "ne"),
        ("que", "qu'"),
    ]
    assert [(one.word.text, one.right) for one in elision_and_contraction.uncontracted(words)] == [("de", "du")]
