"""Tests which forms of a term are found in a text, and which look-alikes are not."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from tmtool.model import Concept, Term, TermStatus
from tmtool.terminology.recognise import Recogniser

PREFERRED, ADMITTED, DEPRECATED = TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.DEPRECATED


def concept(language: str, *terms: str, rejected: Sequence[str] = (), part_of_speech: str = "noun") -> Concept:
    """Returns a concept with a preferred term, admitted ones and rejected ones; its id is the preferred term."""
    statuses = [PREFERRED] + [ADMITTED] * (len(terms) - 1) + [DEPRECATED] * len(rejected)
    return Concept(
        terms[0],
        tuple(
            Term(text, language, status, part_of_speech)
            for text, status in zip((*terms, *rejected), statuses, strict=True)
        ),
    )


def found(
    text: str, *concepts: Concept, language: str = "", tolerant: bool = False, gap: int = 0
) -> list[tuple[str, str]]:
    """Returns the slices found, each with the term that it is an occurrence of."""
    recogniser = Recogniser(concepts, language or concepts[0].terms[0].language, tolerant=tolerant, gap=gap)
    return [(occurrence.span.of(text), occurrence.term.text) for occurrence in recogniser.find(text)]


def slices(text: str, *concepts: Concept, language: str = "", tolerant: bool = False, gap: int = 0) -> list[str]:
    return [slice_ for slice_, _ in found(text, *concepts, language=language, tolerant=tolerant, gap=gap)]


SMUGGLING = concept("fr", "trafic illicite de migrants", rejected=["contrebande de migrants"])


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("trafic illicite de migrants", "trafics illicites de migrants"),
        ("trafic illicite de migrants", "trafic illicite des migrants"),
        ("trafic illicite de migrants", "TRAFIC ILLICITE DE MIGRANTS"),
        ("trafic illicite de migrants", "trafic illicite de tous ces migrants"),
        ("recouvrement d’avoirs", "recouvrement des avoirs"),
        ("recouvrement d’avoirs", "recouvrement de leurs avoirs"),
        ("droits de l'homme", "droits de l’homme"),
        ("demandeur d'asile", "demandeuses d'asile"),
        ("arme à feu", "armes à feu"),
        ("État partie", "États parties"),
        ("pays les moins avancés", "pays moins avancés"),
        ("ordre du jour", "ordres du jour"),
        ("désarmement, démobilisation et réintégration", "désarmement, de démobilisation et de réintégration"),
        ("détection et répression", "détection et de répression"),
        ("conformément à", "conformément aux"),
        ("mise en œuvre", "mise en oeuvre"),
        ("groupe de travail", "groupe\u00a0de\u202ftravail"),
    ],
)
def test_a_french_term_is_found_in_its_forms(term: str, form: str) -> None:
    assert slices(f"Ici, {form} : voilà.", concept("fr", term)) == [form]


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("smuggling of migrants", "Smuggling of Migrants"),
        ("victim of trafficking", "victims of trafficking"),
        ("money-laundering", "money laundering"),
        ("money laundering", "money\u2011laundering"),
        ("country of origin", "countries of origin"),
        ("States parties", "State party"),
        ("United Nations Children’s Fund", "United Nations Children Fund"),
        ("HIV/AIDS", "HIV/AIDS"),
        (
            "Committee established pursuant to resolution 1540 (2004)",
            "Committee established pursuant to resolution 1540 (2004)",
        ),
    ],
)
def test_an_english_term_is_found_in_its_forms(term: str, form: str) -> None:
    assert slices(f"Here, {form} was discussed.", concept("en", term)) == [form]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("traite", "Le traité est en vigueur."),
        ("trafic illicite de migrants", "Le trafic illicite, de migrants surtout."),
        ("trafic illicite de migrants", "Le trafic illicite. Des migrants arrivent."),
        ("trafic de migrants", "Le trafic et les migrants."),
        ("pays les moins développés", "Dans les pays développés aussi."),
        ("traite des personnes", "La traite personnes."),
        ("réunion plénière", "La réunion pour plénière."),
        ("état de droit", "Cet état a le droit de vote."),
        ("en ligne avec", "Une formation en ligne et gratuite."),
        ("mineur non accompagné", "Un mineur accompagné de sa mère."),
        ("mineur accompagné", "Un mineur non accompagné."),
        ("Président", "Le Vice-Président a pris la parole."),
        ("trafic de migrants", "Le trafic vers elles et par elles de ces autres migrants."),
    ],
)
def test_what_only_looks_like_a_french_term_is_not_found(term: str, text: str) -> None:
    assert slices(text, concept("fr", term)) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Chair", "The Vice-Chair took the floor."),
        ("smuggling of migrants", "Smuggling, of migrants mostly."),
        ("meeting agenda", "The meeting on agenda matters."),
        ("closing of the meeting", "At the closing meeting."),
        ("least developed country", "In developed countries too."),
        ("HIV/AIDS", "HIV or AIDS."),
    ],
)
def test_what_only_looks_like_an_english_term_is_not_found(term: str, text: str) -> None:
    assert slices(text, concept("en", term)) == []


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert slices("Those who work for WHO", concept("en", "WHO")) == ["WHO"]
    assert slices("L’onudc et l’ONUDC", concept("fr", "ONUDC")) == ["ONUDC"]


def test_an_abbreviation_has_a_plural() -> None:
    assert slices("NGOs and one NGO", concept("en", "NGO")) == ["NGOs", "NGO"]


def test_a_name_half_abbreviation_is_found_whatever_its_hyphen() -> None:
    assert slices("avec ONU Femmes et ONU-Femmes", concept("fr", "ONU-Femmes")) == ["ONU Femmes", "ONU-Femmes"]


def test_a_term_without_words_of_content_is_found_only_as_it_is() -> None:
    assert slices("Inter alia, and inter alia, but Inter Alia", concept("en", "inter alia")) == [
        "Inter alia",
        "inter alia",
    ]


def test_a_term_without_any_word_is_never_found() -> None:
    assert slices("50 % de hausse", concept("fr", "%")) == []


def test_accents_count_unless_the_search_is_tolerant() -> None:
    crime = concept("fr", "criminalité organisée")
    assert slices("la criminalite organisee", crime) == []
    assert slices("la criminalite organisee", crime, tolerant=True) == ["criminalite organisee"]


def test_a_term_of_another_concept_inside_a_term_is_given_too_the_longest_first() -> None:
    group = concept("en", "Working Group on the Smuggling of Migrants")
    text = "The Working Group on the Smuggling of Migrants met."
    assert slices(text, concept("en", "smuggling of migrants"), group, concept("en", "working group")) == [
        "Working Group on the Smuggling of Migrants",
        "Working Group",
        "Smuggling of Migrants",
    ]


def test_what_a_longer_term_of_the_same_concept_covers_is_dropped() -> None:
    assert slices(
        "Le point de l’ordre du jour et le point", concept("fr", "point de l’ordre du jour", "point du jour")
    ) == ["point de l’ordre du jour"]


def test_of_several_terms_on_the_same_words_the_best_in_status_is_given() -> None:
    traite = concept("fr", "traite des personnes", "traite de personnes")
    assert found("Toute traite de ces personnes", traite) == [("traite de ces personnes", "traite des personnes")]


def test_the_literal_term_is_given_before_a_better_one_in_another_form() -> None:
    protection = concept("fr", "protection des témoins", rejected=["protection de témoin"])
    text = "La protection de témoin. Protection de témoin. Protection du témoin."
    assert [term for _, term in found(text, protection)] == [
        "protection de témoin",
        "protection de témoin",
        "protection des témoins",
    ]


UNITED_NATIONS = concept("fr", "Nations Unies", rejected=["Nations unies", "Nations-Unies"])


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("les Nations Unies", "Nations Unies"),
        ("les Nations unies", "Nations unies"),
        ("les Nations-Unies", "Nations-Unies"),
        ("Nations unies", "Nations unies"),
        ("LES NATIONS UNIES", "Nations Unies"),
        ("les nations unies", "Nations Unies"),
    ],
)
def test_a_term_rejected_for_its_capitals_or_hyphen_is_found_only_as_it_is_spelt(text: str, term: str) -> None:
    assert [term for _, term in found(text, UNITED_NATIONS)] == [term]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("les Etats membres", "Etat membre"),
        ("les États membres", "État membre"),
        ("les États Membres", "État Membre"),
        ("Les ETATS MEMBRES", ""),
        ("les etats membres", ""),
    ],
)
def test_a_term_rejected_for_its_accents_is_found_in_its_forms_with_just_these(text: str, term: str) -> None:
    member = concept("fr", "État Membre", "État membre", rejected=["Etat Membre", "Etat membre"])
    assert [term for _, term in found(text, member)] == ([term] if term else [])


def test_a_capital_that_opens_a_sentence_makes_no_rejected_term() -> None:
    secretary = concept("fr", "Secrétaire général", rejected=["secrétaire général"])
    text = "Secrétaires généraux. « Secrétaire général » : le secrétaire général."
    assert [term for _, term in found(text, secretary)] == [
        "Secrétaire général",
        "Secrétaire général",
        "secrétaire général",
    ]


def test_a_rejected_proper_name_needs_its_capitals() -> None:
    programme = concept(
        "fr",
        "Programme des Nations Unies pour le développement",
        rejected=["Programme de développement des Nations Unies"],
        part_of_speech="proper",
    )
    assert slices("le programme de développement des Nations Unies pour l’après-2015", programme) == []
    assert slices("le Programme de développement des Nations Unies", programme) == [
        "Programme de développement des Nations Unies"
    ]


def test_a_split_form_that_leaves_doubt_is_found_with_a_gap_only() -> None:
    text = "Un trafic très illicite et dangereux de jeunes migrants"
    assert slices(text, SMUGGLING) == []
    assert slices(text, SMUGGLING, gap=2) == ["trafic très illicite et dangereux de jeunes migrants"]


@pytest.mark.parametrize(
    "text",
    [
        "Le trafic illicite a augmenté. Les migrants arrivent.",
        "Le trafic illicite que dénoncent les pays voisins de migrants",
    ],
)
def test_a_split_form_goes_neither_across_sentences_nor_beyond_the_gap(text: str) -> None:
    assert slices(text, SMUGGLING, gap=2) == []


def test_a_split_form_never_hides_a_whole_one() -> None:
    firearm = concept("fr", "arme à feu")
    assert slices("des armes blanches et des armes à feu", firearm, gap=2) == ["armes à feu"]


def test_a_verb_phrase_inflects_its_verb() -> None:
    note = concept("en", "take note of", part_of_speech="verb")
    assert slices("The Group took note of the report.", note) == ["took note of"]


def test_a_form_of_an_adjective_agrees() -> None:
    assert slices("une décision intergouvernementale", concept("fr", "intergouvernemental", part_of_speech="adj")) == [
        "intergouvernementale"
    ]


def test_terms_of_a_language_that_the_house_does_not_know_are_found_as_they_are() -> None:
    italian = concept("it", "criminalità organizzata")
    assert slices("La Criminalità organizzata, le criminalità organizzate", italian) == ["Criminalità organizzata"]


def test_only_terms_of_the_language_asked_for_are_found() -> None:
    both = Concept("note", (Term("note", "en"), Term("remarque", "fr-FR")))
    assert slices("note et remarque", both, language="fr") == ["remarque"]


def test_ten_thousand_terms_with_one_first_word_cost_no_more_than_a_few() -> None:
    text = "Convention 4 on subject 4 is in force. " * 40

    def seconds(number: int) -> float:
        recogniser = Recogniser((concept("en", f"Convention {n} on subject {n}") for n in range(number)), "en")
        best = float("inf")
        for _ in range(5):
            begin = time.process_time()
            assert len(recogniser.find(text)) == 40
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(10_000) < 10 * seconds(10)


def test_what_is_in_a_text_is_remembered_though_further_terms_come_into_the_tree() -> None:
    recogniser = Recogniser([concept("en", "drug trafficking"), concept("en", "arms trafficking")], "en")
    first = recogniser.find_again("Drug trafficking grows.")
    assert recogniser.find("Drug and arms trafficking grow.")
    assert recogniser.find_again("Drug trafficking grows.") is first
    assert recogniser.find("Drug trafficking grows.") == first
