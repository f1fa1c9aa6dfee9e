"""Tests the checks on terms, where several terms cover the same words, and what their messages say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Concept, Finding, Level, Term, TermStatus


def draft(source: str, target: str, *concepts: Concept) -> Draft:
    return prepare([Pair(1, target, source)], source_language="en", target_language="fr", concepts=concepts)


def alarms(source: str, target: str, *concepts: Concept) -> list[Finding]:
    found = run_checks(draft(source, target, *concepts), scope="segment")
    return [one for one in found if one.check.startswith("term-") and one.level is not Level.INFO]


def flagged(source: str, target: str, *concepts: Concept) -> list[str]:
    return [one.target_span.of(target) if one.target_span else "" for one in alarms(source, target, *concepts)]


BRIBERY = Concept("bribery", (Term("bribery", "en"), Term("corruption", "fr")))
ACTIVE = Concept("active", (Term("active bribery", "en"), Term("corruption active", "fr")), contrasts=("passive",))
PASSIVE = Concept("passive", (Term("passive bribery", "en"), Term("corruption passive", "fr")), contrasts=("active",))


def test_a_term_inside_the_contrasting_one_does_not_excuse_it() -> None:
    source, target = "Active bribery is punished.", "La corruption passive est punie."

    assert flagged(source, target, BRIBERY, ACTIVE, PASSIVE) == ["corruption passive"]


def test_an_admitted_term_of_both_halves_of_a_contrast_is_no_exchange() -> None:
    shared = Term("désignation", "fr", TermStatus.ADMITTED)
    proposal = Concept("p", (Term("nomination", "en"), Term("candidature", "fr"), shared), contrasts=("a",))
    appointment = Concept("a", (Term("appointment", "en"), Term("nomination", "fr"), shared), contrasts=("p",))

    assert flagged("Nominations of two experts", "Désignation de deux experts", proposal, appointment) == []
    assert flagged("Appointment of two experts", "Désignation de deux experts", proposal, appointment) == []
    assert flagged("Nominations of two experts", "Nomination de deux experts", proposal, appointment) == ["Nomination"]


def test_a_term_whose_words_are_apart_is_not_taken_for_another() -> None:
    party = Concept("party", (Term("State party", "en"), Term("État partie", "fr")), contrasts=("member",))
    member = Concept("member", (Term("Member State", "en"), Term("État membre", "fr")), contrasts=("party",))
    source = "The Group of Non-Aligned States parties agrees."
    target = "Le Groupe des États membres du Mouvement des pays non alignés parties au Traité approuve."

    assert flagged(source, target, party, member) == []


def test_an_accepted_term_in_pieces_does_not_excuse_a_rejected_one_in_one_piece() -> None:
    organized = Concept("organized", (Term("organized crime", "en"), Term("crime organisé", "fr")))
    transnational = Concept(
        "transnational",
        (
            Term("transnational organized crime", "en"),
            Term("criminalité transnationale organisée", "fr"),
            Term("crime transnational organisé", "fr", TermStatus.DEPRECATED),
        ),
    )
    source, target = "Transnational organized crime adapts.", "Le crime transnational organisé s’adapte."

    assert flagged(source, target, organized, transnational) == ["Le crime transnational organisé"]


def test_a_shorter_term_elsewhere_does_not_render_what_is_rendered_wrongly() -> None:
    paragraph = Concept(
        "operative",
        (
            Term("operative paragraph", "en"),
            Term("paragraphe du dispositif", "fr"),
            Term("paragraphe", "fr", TermStatus.ADMITTED),
            Term("paragraphe opérationnel", "fr", TermStatus.DEPRECATED),
        ),
    )
    source = "Add an operative paragraph after paragraph 7."
    target = "Ajouter un paragraphe opérationnel après le paragraphe 7."

    assert flagged(source, target, paragraph) == ["paragraphe opérationnel"]


def test_the_message_names_the_concept_its_field_its_term_and_its_note() -> None:
    concept = Concept(
        "smuggling",
        (
            Term("smuggling of migrants", "en"),
            Term("trafic illicite de migrants", "fr"),
            Term("contrebande de migrants", "fr", TermStatus.DEPRECATED, note="of goods only"),
        ),
        domain="migrants",
        note="plural: trafics illicites de migrants",
    )

    (finding,) = alarms("Smuggling of migrants rose.", "La contrebande de migrants a augmenté.", concept)

    assert finding.message == (
        "“contrebande de migrants” is rejected for “Smuggling of migrants” (migrants); the term is “trafic illicite de "
        "migrants”. Note: of goods only; plural: trafics illicites de migrants."
    )


def test_a_superseded_term_is_answered_with_its_successor() -> None:
    concept = Concept(
        "equality",
        (
            Term("gender equality", "en"),
            Term("égalité des sexes", "fr"),
            Term("égalité des genres", "fr", TermStatus.ADMITTED),
            Term("égalité du genre", "fr", TermStatus.SUPERSEDED, replaced_by="égalité des genres"),
        ),
    )

    (finding,) = alarms("Gender equality matters.", "L’égalité du genre compte.", concept)

    assert finding.suggestion == "égalité des genres"
    assert "“égalité du genre” is superseded for “Gender equality”; the term is “égalité des genres”" in finding.message


def test_a_phrase_that_is_a_term_for_something_else_in_the_source_is_no_variant() -> None:
    law = Concept("law", (Term("domestic law", "en"), Term("droit interne", "fr")))
    rule = Concept("rule", (Term("internal rule", "en"), Term("règle interne", "fr")))

    assert flagged("Domestic law has internal rules.", "Les règles internes en font partie.", law, rule) == []


def test_an_abbreviation_that_the_document_brings_in_is_the_term_from_there_on() -> None:
    board = Concept("board", (Term("Financial Board", "en"), Term("Conseil financier", "fr")), contrasts=("council",))
    council = Concept(
        "council", (Term("Economic Council", "en"), Term("Conseil économique", "fr")), contrasts=("board",)
    )
    pairs = [
        Pair(1, "Le Conseil financier (CF) s’est réuni.", "The Financial Board (FB) met."),
        Pair(2, "Le CF a voté.", "The FB voted."),
        Pair(3, "Le Conseil économique a voté.", "The FB voted."),
    ]
    prepared = prepare(pairs, source_language="en", target_language="fr", concepts=(board, council))

    found = [one for one in run_checks(prepared, scope="segment") if one.check.startswith("term-")]

    assert [(one.segment, one.check) for one in found] == [(3, "term-contrast")]


@pytest.mark.parametrize(
    ("wrong", "right", "gender", "text", "suggested", "certain"),
    [
        (
            "livraison contrôlée",
            "livraison surveillée",
            "f",
            "Les livraisons contrôlées",
            "livraisons surveillées",
            True,
        ),
        ("agenda provisoire", "ordre du jour provisoire", "m", "L’agenda provisoire", "ordre du jour provisoire", True),
        ("arme de feu", "arme à feu", "f", "Armes de feu", "Armes à feu", True),
        ("officiel public", "agent public", "m", "les officiels publics", "agents publics", True),
        ("crime organisé", "criminalité organisée", "f", "le crime organisé", "la criminalité organisée", True),
        ("item", "point", "m", "l’item", "le point", True),
        ("société coquille", "société écran", "f", "des sociétés coquilles", None, False),
    ],
)
def test_a_term_is_put_in_the_number_of_the_wrong_one_with_the_determiner_that_agrees(
    wrong: str, right: str, gender: str, text: str, suggested: str | None, certain: bool
) -> None:
    concept = Concept(
        "x",
        (
            Term("thing", "en", part_of_speech="noun"),
            Term(right, "fr", TermStatus.PREFERRED, "noun", gender),
            Term(wrong, "fr", TermStatus.DEPRECATED, "noun"),
        ),
    )

    (finding,) = alarms("The thing was there.", f"{text} était là.", concept)

    assert (finding.suggestion, finding.fixable) == (suggested, certain)


MITIGATION = Concept(
    "mitigation",
    (Term("climate change mitigation", "en"), Term("atténuation des changements climatiques", "fr")),
    contrasts=("adaptation",),
)
ADAPTATION = Concept(
    "adaptation",
    (Term("climate change adaptation", "en"), Term("adaptation aux changements climatiques", "fr")),
    contrasts=("mitigation",),
)


def test_a_contrasting_concept_that_the_source_names_in_short_is_no_mistake() -> None:
    target = "L’adaptation aux changements climatiques et l’atténuation de leurs effets"

    assert flagged("Climate change mitigation, adaptation and early warning", target, MITIGATION, ADAPTATION) == []
    assert flagged("Climate change mitigation and early warning", target, MITIGATION, ADAPTATION) == [
        "adaptation aux changements climatiques"
    ]


def test_a_term_inside_a_longer_one_is_not_named() -> None:
    least = Concept("least", (Term("least developed countries", "en"), Term("pays les moins avancés", "fr")))
    developed = Concept(
        "developed", (Term("developed country", "en"), Term("pays développé", "fr")), contrasts=("developing",)
    )
    developing = Concept(
        "developing", (Term("poorer country", "en"), Term("pays en développement", "fr")), contrasts=("developed",)
    )
    target = "Les pays en développement, dont les pays les moins avancés"

    assert flagged("The least developed countries", target, least, developed, developing) == []


def test_of_a_word_with_and_without_the_capital_of_a_title_only_the_first_is_the_title() -> None:
    chair = Concept(
        "chair", (Term("Chair", "en"), Term("Président", "fr"), Term("chaise", "fr", TermStatus.DEPRECATED))
    )

    assert flagged("The Chair sat on a broken chair.", "Le Président était assis sur une chaise.", chair) == []
    assert flagged("The chair spoke.", "La chaise a parlé.", chair) == ["La chaise"]


def test_a_rejected_form_of_the_same_letters_is_answered_with_its_own_term() -> None:
    state = Concept(
        "united-states",
        (
            Term("United States", "en", part_of_speech="proper"),
            Term("États-Unis d’Amérique", "fr", TermStatus.PREFERRED, "proper", "m", number="pl"),
            Term("États-Unis", "fr", TermStatus.ADMITTED, "proper", "m", number="pl"),
            Term("États Unis", "fr", TermStatus.DEPRECATED, "proper", "m", number="pl"),
        ),
    )

    (finding,) = alarms("20 United States dollars", "20 dollars des États Unis", state)

    assert finding.suggestion == "États-Unis"


def test_an_abbreviation_is_answered_with_an_abbreviation_and_its_article() -> None:
    office = Concept(
        "office",
        (
            Term("Office on Drugs and Crime", "en", part_of_speech="proper"),
            Term("UNODC", "en", TermStatus.ADMITTED, "proper"),
            Term("Office contre la drogue et le crime", "fr", TermStatus.PREFERRED, "proper", "m"),
            Term("ONUDC", "fr", TermStatus.ADMITTED, "proper"),
            Term("UNODC", "fr", TermStatus.DEPRECATED, "proper"),
        ),
    )

    (finding,) = alarms("The report of UNODC", "Le rapport de UNODC", office)

    assert (finding.suggestion, finding.fixable) == ("l’ONUDC", True)
    assert finding.message.startswith("Here as in the source: “UNODC”")


def test_a_concept_without_term_in_the_language_has_no_contrast_there() -> None:
    decision = Concept("decision", (Term("decision", "en"),), contrasts=("resolution",))
    resolution = Concept("resolution", (Term("resolution", "en"), Term("قرار", "ar")), contrasts=("decision",))
    pairs = [Pair(1, "صدر القرار.", "The decision was taken.")]
    prepared = prepare(pairs, source_language="en", target_language="ar", concepts=(decision, resolution))
    assert [one.check for one in run_checks(prepared, scope="segment") if one.check.startswith("term-")] == []


def test_the_short_name_of_a_body_is_its_own_only_in_a_document_that_has_the_full_one() -> None:
    conference = Concept(
        "conference",
        (
            Term(
                "Conference of the States Parties to the Convention against Corruption", "en", part_of_speech="proper"
            ),
            Term("Conference of the States Parties", "en", TermStatus.ADMITTED, part_of_speech="proper"),
            Term("Conférence des États parties à la Convention contre la corruption", "fr", part_of_speech="proper"),
            Term("Conférence des États parties", "fr", TermStatus.ADMITTED, part_of_speech="proper"),
        ),
    )
    rules = Pair(
        2, "Règlement intérieur de la Conférence des États Parties", "Rules of the Conference of the States Parties"
    )

    def found(there: str, here: str) -> list[str]:
        pairs = [Pair(1, here, there), rules]
        prepared = prepare(pairs, source_language="en", target_language="fr", concepts=(conference,))
        return [one.check for one in run_checks(replace(prepared, is_document=True))]

    assert "names-official" not in found("Convention against Cybercrime", "Convention contre la cybercriminalité")
    assert "names-official" in found(conference.terms[0].text, conference.terms[2].text)


def test_the_accepted_term_that_the_document_writes_elsewhere_is_offered() -> None:
    terms = (
        *(Term("due diligence", "en"), Term("devoir de vigilance", "fr"), Term("diligence raisonnable", "fr")),
        Term("diligence due", "fr", TermStatus.DEPRECATED),
    )
    concepts = (Concept("diligence", terms),)
    pairs = [
        Pair(1, "Diligence due", "Due diligence"),
        Pair(2, "La diligence raisonnable des entreprises", "Due diligence of companies"),
    ]

    def offered(*, is_document: bool) -> list[str | None]:
        whole = prepare(pairs, source_language="en", target_language="fr", concepts=concepts)
        found = run_checks(replace(whole, is_document=is_document), scope="segment")
        return [one.suggestion for one in found if one.check == "term-deprecated"]

    assert offered(is_document=True) == ["Diligence raisonnable"]
    assert offered(is_document=False) == ["Devoir de vigilance"]
