"""A noun phrase takes the place of another with all that agrees with it, or nothing is offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.languages.fr.grammar.nouns.noun_groups import groups
from tmtool.languages.fr.grammar.nouns.substitution import in_place
from tmtool.languages.fr.grammar.predicates import participles
from tmtool.languages.fr.grammar.qualifiers import adjectives
from tmtool.languages.fr.grammar.words.elision_and_contraction import uncontracted, wrongly_elided
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Span


def put(text: str, old: str, new: str, agreement: str, following: str = "") -> str | None:
    start = text.index(old)
    placed = in_place(text, Span(start, start + len(old)), new, agreement, following)
    return None if placed is None else text[: placed[0].start] + placed[1] + text[placed[0].end :]


@pytest.mark.parametrize(
    ("text", "old", "new", "agreement", "right"),
    [
        ("La traite est interdite.", "traite", "trafic", "ms", "Le trafic est interdit."),
        ("La traite a été interdite ici.", "traite", "trafic", "ms", "Le trafic a été interdit ici."),
        ("contre la traite de migrants commise en mer", "traite de migrants", "trafic de migrants", "ms",
         "contre le trafic de migrants commis en mer"),
        ("de l’entrée clandestine", "entrée clandestine", "séjour irrégulier", "ms", "du séjour irrégulier"),
        ("du séjour irrégulier", "séjour irrégulier", "entrée clandestine", "fs", "de l’entrée clandestine"),
        ("toute nouvelle traite", "traite", "trafic", "ms", "tout nouveau trafic"),
        ("toute nouvelle traite", "traite", "organe", "ms", "tout nouvel organe"),
        ("toutes les traites visées", "traites", "trafics", "mp", "tous les trafics visés"),
        ("à la traite et à la coopération", "traite", "trafic", "ms", "au trafic et à la coopération"),
        ("cet organe", "organe", "entité", "fs", "cette entité"),
        ("sa mesure", "mesure", "autorité", "fs", "son autorité"),
        ("Un plan de surveillance", "surveillance", "observation", "fs", "Un plan d’observation"),
        ("Le trafic a augmenté, et la loi est stricte.", "trafic", "traite", "fs",
         "La traite a augmenté, et la loi est stricte."),
        ("Le document a été établi.", "document", "note", "fs", "La note a été établie."),
        ("le rapport de UNODC", "UNODC", "ONUDC", "ms", "le rapport de l’ONUDC"),
        ("l’UNEP s’est réuni", "UNEP", "PNUE", "ms", "le PNUE s’est réuni"),
    ],
)  # fmt: skip
def test_what_agrees_with_the_noun_changes_with_it(text: str, old: str, new: str, agreement: str, right: str) -> None:
    assert put(text, old, new, agreement) == right


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("Elle vise la traite.", ""),  # who is she?
        ("Il combat la traite et la condamne.", ""),
        ("La traite et la corruption sont interdites.", ""),
        ("la traite de marchandise interdite", ""),  # which of the two?
        ("Interdite par la loi, la traite augmente.", ""),
        ("La traite augmente.", "Elle est interdite."),
        ("la prétendue traite", ""),
        ("La traite augmente, car cette dernière rapporte.", ""),
        ("Une fois détenue en mer, la traite augmente.", ""),
        ("La traite ne peut en aucune façon être admise.", ""),
        ("l’une des formes de la traite", ""),
        ("La traite continue de croître.", ""),  # a verb or an adjective
        ("la « traite »", ""),
    ],
)
def test_nothing_is_offered_where_a_word_may_or_may_not_agree(text: str, following: str) -> None:
    assert put(text, "traite", "trafic", "ms", following) is None


def test_nothing_is_offered_before_an_h_whose_sound_is_not_known() -> None:
    assert put("la tension", "tension", "hausse", "fs") is None
    assert put("une tension", "tension", "hausse", "fs") == "une hausse"


NOUNS = {
    "traite": "fs",
    "trafic": "ms",
    "entrée": "fs",
    "accès": "ms",
    "saisies": "fp",
    "contrôles": "mp",
    "organe": "ms",
}
FRAMES = {
    "ms": ("Le {} est adopté.", "un nouveau {} a été créé", "du {} visé", "lutter contre ce {} interdit par la loi"),
    "fs": (
        "La {} est adoptée.",
        "une nouvelle {} a été créée",
        "de la {} visée",
        "lutter contre cette {} interdite par la loi",
    ),
    "mp": (
        "Tous les {} sont adoptés.",
        "de nouveaux {} ont été créés",
        "aux {} visés par l’article",
        "certains {} illicites",
    ),
    "fp": (
        "Toutes les {} sont adoptées.",
        "de nouvelles {} ont été créées",
        "aux {} visées par l’article",
        "certaines {} illicites",
    ),
}


def vowelled(frame: str, noun: str) -> str:
    text = frame.format(noun)
    if noun[0] in "aeiouéo":
        for full, elided in (("du ", "de l’"), ("de la ", "de l’"), ("ce ", "cet "), ("Le ", "L’"), ("La ", "L’"),
                             ("nouveau ", "nouvel ")):  # fmt: skip
            text = text.replace(full + noun, elided + noun)
    return text


@given(st.sampled_from(sorted(NOUNS)), st.sampled_from(sorted(NOUNS)), st.integers(0, 3))
def test_a_noun_keeps_gender_and_number_or_all_that_agrees_changes(old: str, new: str, place: int) -> None:
    text = vowelled(FRAMES[NOUNS[old]][place], old)
    done = put(text, old, new, NOUNS[new])

    if NOUNS[old][1] != NOUNS[new][1]:
        assert done is None
        return
    assert done == vowelled(FRAMES[NOUNS[new]][place], new)
    words = reading(done)
    assert all(group.agrees for group in groups(words))
    assert not [*wrongly_elided(words), *uncontracted(words), *participles.disagreements(words)]
    assert not list(adjectives.disagreements(words, lambda adjective, noun: False))
