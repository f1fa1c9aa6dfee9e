"""Tests what is said of the form of a word by all that is around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tmtool.languages.fr import lexicon
from tmtool.languages.fr.grammar.contexts.alternatives import alternatives, tags_beside
from tmtool.languages.fr.grammar.contexts.doubts import doubts
from tmtool.languages.fr.grammar.contexts.excuses_of_number import may_have_any_number
from tmtool.languages.fr.grammar.contexts.model import LONGEST
from tmtool.languages.fr.grammar.contexts.tokens import tokens


@pytest.mark.parametrize(
    ("lemma", "category", "feature", "form"),
    [
        ("remettre", "V", "Kfp", "remises"),
        ("être", "V", "P3p", "sont"),
        ("avoir", "V", "I3s", "avait"),
        ("tenir", "V", "F3s", "tiendra"),
        ("envoyer", "V", "F3p", "enverront"),
        ("national", "A", "mp", "nationaux"),
        ("œuvre", "N", "fp", "œuvres"),
    ],
)
def test_the_lexicon_gives_the_forms_of_a_word(lemma: str, category: str, feature: str, form: str) -> None:
    assert form in lexicon.paradigm(lemma, category)[feature]


def test_the_forms_that_may_be_put_for_a_word_are_those_of_its_paradigm_and_small_words_like_it() -> None:
    assert {"remis", "remises", "remettre"} <= alternatives("remise").keys()
    assert {"qui", "dont", "où"} <= alternatives("que").keys()
    assert alternatives("vendredi") == {} or "vendredis" in alternatives("vendredi")
    assert alternatives("alors") == {}


@pytest.mark.parametrize("word", ["remise", "est", "des", "nationaux", "doivent", "hôte", "informé"])
def test_what_is_told_without_looking_for_forms_is_what_the_forms_have(word: str) -> None:
    own, others = tags_beside(word)

    forms = alternatives(word)
    assert own == forms[word]
    assert {tag for form, its in forms.items() if form != word for tag in its} <= others | own


@given(some.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    for doubt in doubts(text):
        assert doubt.excess >= 0
        assert doubt.span.of(text).lower().replace("’", "'")[:1] == doubt.word[:1]


def test_a_word_is_judged_alike_wherever_in_a_long_text_it_stands() -> None:
    wrong = "Les délégations sont invitées à informé le secrétariat."
    right = "Le Comité a examiné le rapport du Secrétariat sur ses travaux. " * 9
    assert len(tokens(right)) > LONGEST

    assert "informé" in {one.word for one in doubts(wrong)}
    assert "informé" in {one.word for one in doubts(right + wrong)}
    assert "informé" in {one.word for one in doubts(wrong + " " + right)}


@pytest.mark.parametrize(
    ("text", "excused"),
    [
        ("la majorité de la commission qui refusent", True),
        ("les migrants objet d’un trafic illicite qui refusent", True),
        ("le migrant qui refusent", False),
    ],
)
def test_after_qui_a_plural_goes_with_a_share_or_a_plural_noun_before_it(text: str, excused: bool) -> None:
    words = tokens(text)

    assert may_have_any_number(words, len(words) - 1) == excused
