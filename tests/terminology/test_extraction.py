"""Tests which terms are proposed from texts, and how they are translated there."""

from __future__ import annotations

import pytest

from tests.processor import at_most
from tmtool.languages import get
from tmtool.model import Concept, Term
from tmtool.terminology.candidates import Candidate
from tmtool.terminology.counterparts import log_likelihood
from tmtool.terminology.extraction import extract
from tmtool.terminology.phrases import phrases
from tmtool.terminology.termhood import c_values

PAIRS = (
    ("The mercury emission inventory was presented.", "L’inventaire des émissions de mercure a été présenté."),
    (
        "Each party prepares a mercury emission inventory.",
        "Chaque partie établit un inventaire des émissions de mercure.",
    ),
    ("Mercury emission inventories were late.", "Les inventaires des émissions de mercure étaient en retard."),
    ("The desk officer was first.", "La personne responsable était première."),
    ("The desk officer is here.", "Le fonctionnaire compétent est parti."),
    ("A desk officer was asked.", "Un agent a été interrogé."),
    ("The delegation welcomed the report.", "La délégation a accueilli le rapport avec satisfaction."),
    ("Nobody spoke of the weather.", "Personne n’a parlé du temps."),
    ("It was late.", "Il était tard."),
    ("They went home.", "Ils sont rentrés."),
)


def proposed(*concepts: Concept, aligned: bool = True) -> list[Candidate]:
    sources, targets = [pair[0] for pair in PAIRS], [pair[1] for pair in PAIRS]
    return extract(sources, targets if aligned else [], concepts, source_language="en", target_language="fr", limit=10)


def test_a_term_is_proposed_with_its_translation_count_and_examples() -> None:
    best = proposed()[0]
    assert (best.source, best.target, best.count) == (
        "mercury emission inventory", "inventaire des émissions de mercure", 3,
    )  # fmt: skip
    assert [context.source_span.of(context.source) for context in best.contexts] == [
        "mercury emission inventory", "mercury emission inventory", "Mercury emission inventories",
    ]  # fmt: skip
    assert best.contexts[0].target_span
    assert best.contexts[0].target_span.of(best.contexts[0].target) == best.target
    assert (best.alternatives[0].target, best.alternatives[0].together, best.gender) == (best.target, 3, "m")


def test_a_part_of_a_longer_term_is_not_proposed_next_to_it() -> None:
    assert "emission inventory" not in {one.source for one in proposed()}


def test_a_phrase_without_one_translation_is_not_proposed_from_pairs() -> None:
    assert "desk officer" not in {one.source for one in proposed()}


def test_from_one_language_terms_are_proposed_without_translation() -> None:
    assert {("mercury emission inventory", ""), ("desk officer", "")} <= {
        (one.source, one.target) for one in proposed(aligned=False)
    }


def test_known_terms_are_left_out_in_any_form() -> None:
    known = Concept("inventory", (Term("mercury emission inventories", "en"), Term("inventaire", "fr")))
    assert "mercury emission inventory" not in {one.source for one in proposed(known)}


def test_the_same_letters_in_both_languages_are_no_term() -> None:
    texts = [f"{word} Sierra Leone." for word in ("Visit", "See", "Leave", "Love")]
    assert extract(texts, texts, (), source_language="en", target_language="fr", limit=10) == []


FILLERS = tuple(
    (f"It was late {n}.", f"Il était tard {n}.")
    for n in ("then", "now", "again", "here", "there", "once", "always", "twice")
)


def terms_of(*pairs: tuple[str, str]) -> dict[str, str]:
    sources, targets = zip(*pairs, *FILLERS, strict=True)
    found = extract(sources, targets, (), source_language="en", target_language="fr", limit=20)
    return {one.source: one.target for one in found}


def test_half_of_a_series_is_not_proposed() -> None:
    pairs = [
        (f"{verb} sustainable consumption and production.", f"{verbe} la consommation et la production durables.")
        for verb, verbe in (("Promote", "Favoriser"), ("See", "Voir"), ("Want", "Vouloir"), ("Take", "Prendre"))
    ]
    found = terms_of(*pairs)
    assert "sustainable consumption" not in found
    assert found["sustainable consumption and production"] == "consommation et la production durables"


def test_two_terms_side_by_side_are_not_one() -> None:
    pairs = [
        (f"{verb} Zorbia and South Gluk.", f"{verbe} la Zorbie et le Glouk du Sud.")
        for verb, verbe in (("We saw", "On a vu"), ("Nobody left", "Nul n’a quitté"), ("They like", "Ils aiment"))
    ]
    alone = [(f"{word} Zorbia.", f"{mot} la Zorbie.") for word, mot in (("In", "Dans"), ("For", "Pour"))]
    alone += [(f"{word} South Gluk.", f"{mot} le Glouk du Sud.") for word, mot in (("In", "Dans"), ("For", "Pour"))]
    assert "Zorbia and South Gluk" not in terms_of(*pairs, *alone)


def test_words_of_all_institutions_are_no_terms_by_themselves() -> None:
    pairs = [
        (f"{verb} the sectors and the mitigation.", f"{verbe} les secteurs et l’atténuation.")
        for verb, verbe in (("See", "Voir"), ("Leave", "Quitter"), ("Love", "Aimer"), ("Know", "Connaître"))
    ]
    assert "sectors" not in terms_of(*pairs)


def test_a_thing_called_by_a_persons_name_is_not_proposed_but_islands_are() -> None:
    texts = ("We saw the {}.", "Nobody liked the {}.", "They sent the {}.", "The {} was late.")
    textes = ("Nous avons vu {}.", "Personne n’aimait {}.", "Ils ont envoyé {}.", "Voilà {} en retard.")
    pairs = [
        pair
        for text, texte in zip(texts, textes, strict=True)
        for pair in (
            (text.format("Quuxley report"), texte.format("le rapport Quuxley")),
            (text.format("Malvinas Islands"), texte.format("les îles Malvinas")),
        )
    ]
    assert terms_of(*pairs) == {"Malvinas Islands": "îles Malvinas"}


def test_the_translation_of_a_plural_is_written_as_a_plural() -> None:
    days = ("then", "never", "today", "yesterday")
    pairs = [(f"The surgical masks {day}.", f"Les masques chirurgicaux, {day}.") for day in days]
    pairs += [(f"A surgical mask {day}.", f"Un masque chirurgical, {day}.") for day in days[:3]]
    pairs += [(f"It {day}.", f"Un masque chirurgical, {day}.") for day in days[:2]]
    assert terms_of(*pairs)["surgical masks"] == "masques chirurgicaux"


def test_a_word_that_is_translated_elsewhere_translates_nothing_here() -> None:
    pairs = [
        (f"The Zonal Board decision of {day}.", f"La décision prise {jour} par le Conseil zonal.")
        for day, jour in (("May", "en mai"), ("June", "en juin"), ("July", "en juillet"))
    ]
    pairs += [(f"The Zonal Board came {n}.", f"Le Conseil zonal est venu {n}.") for n in "abcdefgh"]
    pairs += [(f"A decision {n}.", f"Une décision {n}.") for n in ("one", "two", "three")]
    found = terms_of(*pairs)
    assert found["Zonal Board"] == "Conseil zonal"
    assert found.get("Zonal Board decision") != "Conseil zonal"


@pytest.mark.parametrize(
    ("language", "text", "found", "not_found"),
    [
        (
            "en",
            "The Special Rapporteur on violence against women recalled the legal framework.",
            {"Special Rapporteur on violence against women", "violence against women", "legal framework"},
            {"women recalled", "legal", "Rapporteur on"},
        ),
        (
            "fr",
            "La gestion durable des forêts et le marché du travail progressent.",
            {"gestion durable des forêts", "marché du travail"},
            {"durable", "durable des forêts", "forêts et le marché du"},
        ),
        ("en", "the Economic and Social Council", {"Economic and Social Council"}, set()),
        ("en", "the 7382nd meeting on 12 March 2030", set(), {"meeting on 12 March", "March"}),
        ("en", "an amendment modifying the terms", {"amendment"}, {"amendment modifying"}),
        ("en", "fraudulent documents and the duties of carriers", {"duties of carriers"}, {"documents and the duties"}),
        ("fr", "aux niveaux régional et international", {"niveaux"}, {"niveaux régional"}),
        ("fr", "des problèmes de santé sous-jacents", {"problèmes de santé sous-jacents"}, {"santé sous-jacents"}),
        ("fr", "des activités menées par lui", {"activités"}, {"activités menées"}),
        ("fr", "la mise en œuvre des stratégies", {"stratégies"}, {"œuvre des stratégies"}),
        ("fr", "la sûreté et de la sécurité", {"sûreté"}, {"sûreté et de la sécurité"}),
        ("fr", "l’effet de serre", {"effet de serre"}, {"effet"}),
        ("en", "since the Second World War", {"Second World War"}, set()),
        ("en", "at the second World Conference", {"World Conference"}, {"second World Conference"}),
        ("fr", "depuis la Seconde Guerre mondiale", {"Seconde Guerre mondiale"}, set()),
        ("fr", "ils ont imposé des restrictions", {"restrictions"}, {"imposé des restrictions"}),
        ("fr", "un accord de garanties", {"accord de garanties"}, set()),
        ("fr", "les pays non alignés", {"pays non alignés"}, set()),
        ("fr", "Centres pour le contrôle et la prévention", {"Centres pour le contrôle et la prévention"}, set()),
        ("fr", "à Jérusalem-Est", {"Jérusalem-Est"}, {"Jérusalem"}),
    ],
)
def test_noun_phrases_begin_and_end_with_nouns_or_their_adjectives(
    language: str, text: str, found: set[str], not_found: set[str]
) -> None:
    slices = {phrase.span.of(text) for phrase in phrases(text, get(language))}
    assert found <= slices
    assert not not_found & slices


def test_two_french_things_with_an_article_each_may_translate_a_term_but_are_none() -> None:
    text = "l’égalité des sexes et l’autonomisation des femmes"
    weak = {phrase.span.of(text) for phrase in phrases(text, get("fr")) if phrase.weak}
    assert "égalité des sexes et l’autonomisation des femmes" in weak
    assert "égalité des sexes" not in weak


def test_forms_of_a_phrase_have_one_key() -> None:
    keys = {
        phrase.key
        for text in ("un groupe criminel organisé", "Les groupes criminels organisés")
        for phrase in phrases(text, get("fr"))
        if len(phrase.contents) == 3
    }
    assert len(keys) == 1


def test_the_c_value_of_a_part_is_what_it_has_of_its_own() -> None:
    whole, part = ("soft", "contact", "lens"), ("contact", "lens")
    counts = {whole: 5, part: 9}
    values = c_values(counts, counts)
    assert values[whole] == pytest.approx(10.0)
    assert values[part] == pytest.approx(1.585 * 4, rel=1e-3)


def test_what_meets_by_chance_has_no_likelihood() -> None:
    assert log_likelihood(1, 9, 9, 100) == pytest.approx(0.0, abs=1e-9)
    assert log_likelihood(10, 0, 0, 100) > log_likelihood(5, 5, 5, 100) > 10


def test_phrases_among_thousands_of_numbers_are_found_in_a_time_that_grows_with_their_number() -> None:
    with at_most(2):
        assert list(phrases("1 " * 8_000, get("en"))) == []


AGENDA = (
    ("The provisional agenda was adopted.", "L’ordre du jour provisoire a été adopté."),
    ("Provisional agenda", "Ordre du jour provisoire"),
    ("The provisional agenda is below.", "L’ordre du jour provisoire figure ci-après."),
    ("The smuggling of migrants was discussed.", "Le trafic illicite de migrants a été examiné."),
    ("Smuggling of migrants", "Trafic illicite de migrants"),
    ("A study on the smuggling of migrants", "Étude sur le trafic illicite de migrants"),
    *PAIRS[-4:],
)
"""Agenda items, in which all words of a term meet all words of its translation."""


def test_a_translation_is_the_whole_phrase_where_all_its_words_always_meet() -> None:
    sources, targets = [pair[0] for pair in AGENDA], [pair[1] for pair in AGENDA]
    found = extract(sources, targets, (), source_language="en", target_language="fr", limit=10)
    assert {one.source: one.target for one in found if " " in one.source} == {
        "provisional agenda": "ordre du jour provisoire",
        "smuggling of migrants": "trafic illicite de migrants",
    }
