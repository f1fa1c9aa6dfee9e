"""Tests what is read in a French sentence with certainty: noun groups, chains of nouns, subjects."""

from __future__ import annotations

import pytest

from tmtool.languages.fr.grammar.nouns.noun_chains import chain
from tmtool.languages.fr.grammar.nouns.noun_groups import groups
from tmtool.languages.fr.grammar.subjects.after_commas import is_plural_before, is_resumed
from tmtool.languages.fr.grammar.subjects.subjects import subject
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import Word, reading


def at(words: tuple[Word, ...], text: str) -> int:
    return next(place for place, word in enumerate(words) if word.text == text)


def heads(text: str, end: str) -> list[str]:
    words = reading(text)
    return [words[head.place].text for head in chain(words, at(words, end)).heads]


def test_a_chain_goes_back_to_all_the_nouns_that_the_last_one_hangs_on() -> None:
    assert heads("le rapport du groupe d’experts sur les mines", "mines") == ["mines", "experts", "groupe", "rapport"]


def test_a_chain_ends_at_a_verb_and_at_a_mark() -> None:
    assert heads("Il examine les rapports du Comité", "Comité") == ["Comité", "rapports"]
    assert heads("Le Conseil, les rapports du Comité", "Comité") == ["Comité", "rapports"]


def test_a_chain_reads_past_adjectives_and_figures() -> None:
    words = reading("les 12 nouveaux membres permanents du Conseil")
    found = chain(words, at(words, "Conseil"))

    assert [words[head.place].text for head in found.heads] == ["Conseil", "membres"]
    assert found.heads[-1].possible == {"mp"}


def test_two_groups_joined_by_et_make_a_pair_unless_a_preposition_governs_both() -> None:
    words = reading("Le Président et le Secrétaire")
    assert chain(words, len(words) - 1).pair
    words = reading("La coopération entre la Chine et le Japon")
    assert not chain(words, len(words) - 1).pair


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Les experts du Comité votent", "votent", {"mp"}),
        ("Dans ce cas, la Commission vote", "vote", {"fs"}),
        ("les mesures qui sont prises", "sont", {"fp"}),
        ("Elle ne le permet pas", "permet", {"fs"}),
        ("alors que tous les États votent", "votent", {"mp"}),
        ("La majorité des membres votent", "votent", set()),
        ("les mesures que prend le Comité sont", "sont", set()),
        ("Le rapport, présenté en mai, est", "est", {"ms"}),
        ("Le rapport, les notes, est", "est", set()),
    ],
)
def test_a_subject_is_found_where_nothing_else_can_be_one(text: str, verb: str, expected: set[str]) -> None:
    words = reading(text)
    assert subject(words, at(words, verb)) == expected


def test_a_rare_verb_does_not_hide_a_common_noun() -> None:
    assert form("chimique").categories == {"A"}
    assert "N" in form("données").categories


def test_groups_narrow_the_noun_by_all_that_comes_before() -> None:
    [first, second] = groups(reading("ces nouvelles rapport"))
    assert first.agrees
    assert not second.agrees


def test_a_plural_after_an_opening_phrase_wants_a_plural_whatever_comes_before() -> None:
    words = reading("Pour agir, le Conseil, les États ne doit")
    assert is_plural_before(words, at(words, "doit"))
    words = reading("Viser à augmenter les marges, les garanties est")
    assert not is_plural_before(words, at(words, "est"))


def test_a_plural_is_the_subject_again_after_its_relative_clause() -> None:
    words = reading("Les organes qui ont adopté la Convention, doit")
    assert is_resumed(words, at(words, "doit"))
