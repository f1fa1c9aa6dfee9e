"""Tests which terms are found though other words keep their pieces apart, and which pieces are no term."""

from __future__ import annotations

import pytest

from tmtool.model import Concept, Term, TermStatus
from tmtool.terminology.recognise import Recogniser


def concept(
    language: str, text: str, status: TermStatus = TermStatus.PREFERRED, part_of_speech: str = "noun"
) -> Concept:
    return Concept(text, (Term(text, language, status, part_of_speech),))


def parts(
    text: str, language: str, term: str, status: TermStatus = TermStatus.PREFERRED, pos: str = "noun"
) -> list[str]:
    """Returns the pieces of each occurrence, joined by " … "; a term in one piece is one."""
    found = Recogniser([concept(language, term, status, pos)], language).find(text)
    return [" … ".join(part.of(text) for part in one.parts or (one.span,)) for one in found]


@pytest.mark.parametrize(
    ("term", "text", "pieces"),
    [
        ("smuggling of firearms", "The smuggling of migrants and firearms increased.", "smuggling of … firearms"),
        ("smuggling of firearms", "smuggling of migrants and of firearms", "smuggling … of firearms"),
        ("country of transit", "Countries of origin, transit and destination", "Countries of … transit"),
        ("country of destination", "Countries of origin, transit and destination", "Countries of … destination"),
        ("witness protection", "Protection of victims and witnesses", "Protection of … witnesses"),
        ("arms trafficking", "arms and drug trafficking", "arms … trafficking"),
        ("technical assistance", "technical, legal and financial assistance", "technical … assistance"),
        (
            "identification of victims",
            "the identification and the protection of victims",
            "identification … of victims",
        ),
        ("smuggling of migrants", "smuggling of unaccompanied migrants", "smuggling of … migrants"),
        ("organized criminal group", "an organized transnational criminal group", "organized … criminal group"),
        ("smuggling of migrants", "the smuggling, by sea, of migrants", "smuggling … of migrants"),
        ("exchange of information", "exchange of views as well as information", "exchange of … information"),
    ],
)
def test_an_english_term_is_found_in_pieces(term: str, text: str, pieces: str) -> None:
    assert parts(text, "en", term) == [pieces]


@pytest.mark.parametrize(
    ("term", "text", "pieces"),
    [
        (
            "trafic illicite de migrants",
            "le trafic illicite d’armes à feu et de migrants",
            "trafic illicite … de migrants",
        ),
        ("pays de transit", "Les pays d’origine, de transit et de destination", "pays … de transit"),
        ("pays de destination", "Les pays d’origine, de transit et de destination", "pays … de destination"),
        ("protection des témoins", "Protection des victimes et des témoins", "Protection … des témoins"),
        (
            "groupe criminel organisé",
            "Les groupes terroristes et criminels organisés",
            "groupes … criminels organisés",
        ),
        ("assistance technique", "une assistance financière et technique", "assistance … technique"),
        (
            "protection des témoins",
            "l’identification, la prise en charge et la protection des témoins",
            "protection des témoins",
        ),
        ("identification des témoins", "l’identification et la protection des témoins", "identification … des témoins"),
        ("trafic de migrants", "un trafic transnational de migrants", "trafic … de migrants"),
        ("trafic de migrants", "le trafic de jeunes migrants", "trafic de … migrants"),
        ("criminalité organisée", "la criminalité transnationale organisée", "criminalité … organisée"),
        (
            "trafic illicite de migrants",
            "Le trafic illicite, par voie aérienne, de migrants",
            "trafic illicite … de migrants",
        ),
        ("trafic de migrants", "le trafic (illicite) de migrants", "trafic … de migrants"),
        (
            "groupe de travail sur le trafic",
            "un groupe de travail sur la traite et le trafic",
            "groupe de travail sur … trafic",
        ),
    ],
)
def test_a_french_term_is_found_in_pieces(term: str, text: str, pieces: str) -> None:
    assert parts(text, "fr", term) == [pieces]


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("en", "smuggling of witnesses", "smuggling of migrants and witness statements"),
        ("en", "identification of witnesses", "identification of victims and protection of witnesses"),
        ("en", "State party", "The State legal party"),
        ("en", "human rights law", "human rights and international humanitarian law"),
        ("en", "secretary-general", "the secretary and the director-general"),
        ("en", "smuggling of firearms", "smuggling of migrants, which is a crime, and firearms"),
        ("en", "smuggling of migrants", "smuggling of drugs. Migrants and others"),
        ("fr", "trafic de migrants", "le trafic de drogues et les migrants"),
        ("fr", "protection des témoins", "la protection des victimes qui sont parties et des témoins"),
    ],
)
def test_pieces_that_do_not_belong_together_are_no_term(language: str, term: str, text: str) -> None:
    assert parts(text, language, term) == []


def test_a_name_is_never_split() -> None:
    text = "la République populaire démocratique de Corée"
    assert parts(text, "fr", "République de Corée", pos="proper") == []


def test_a_rejected_term_is_not_in_what_two_heads_share() -> None:
    text = "la lutte contre la traite et le trafic illicite de migrants"
    assert parts(text, "fr", "traite de migrants", TermStatus.DEPRECATED) == []


def test_a_rejected_term_that_a_qualifier_splits_keeps_its_preposition() -> None:
    assert parts("la loi relative aux droits", "fr", "loi du droit", TermStatus.DEPRECATED) == []
    assert parts("un trafic international de personnes", "fr", "trafic de personnes", TermStatus.DEPRECATED) == [
        "trafic … de personnes"
    ]


def test_a_rejected_term_is_seen_where_a_series_shares_its_head() -> None:
    text = "le trafic d’armes et de personnes"
    assert parts(text, "fr", "trafic de personnes", TermStatus.DEPRECATED) == ["trafic … de personnes"]


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("witness protection", "The protection of witnesses is vital.", "protection of witnesses"),
        ("drug trafficking", "Trafficking in drugs rose.", "Trafficking in drugs"),
        ("smuggling of migrants", "migrant smuggling", "migrant smuggling"),
        ("smuggling of migrants", "Smuggling migrants is a crime.", "Smuggling migrants"),
        ("trafficking in firearms", "Firearms trafficking rose.", "Firearms trafficking"),
        ("victim of trafficking", "trafficking victims", "trafficking victims"),
    ],
)
def test_an_english_compound_and_its_phrase_are_one_term(term: str, text: str, form: str) -> None:
    assert parts(text, "en", term) == [form]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("technical assistance", "the assistance of technical experts"),
        ("public official", "an official of public bodies"),
        ("witness protection", "the protection of witness statements"),
        ("terms of reference", "in reference terms"),
    ],
)
def test_other_word_orders_are_no_variants(term: str, text: str) -> None:
    assert parts(text, "en", term) == []


def test_text_with_combining_accents_is_read_and_spans_count_its_own_characters() -> None:
    text = "L’e\u0301te\u0301, la criminalite\u0301 organise\u0301e."
    assert parts(text, "fr", "criminalité organisée") == ["criminalite\u0301 organise\u0301e"]
    assert parts("la criminalité organisée", "fr", "criminalite\u0301 organise\u0301e") == ["criminalité organisée"]


def test_of_homographs_the_one_of_the_text_s_domain_comes_first() -> None:
    seat, base = (Concept(domain, (Term("station", "en"),), domain=domain) for domain in ("drugs", "space"))
    rocket = Concept("rocket", (Term("rocket", "en"),), domain="space")
    found = Recogniser([seat, base, rocket], "en").find("The station launched a rocket.")
    assert [one.concept.id for one in found] == ["space", "drugs", "rocket"]


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("point de contact", "Les points de contact se sont réunis.", "points de contact"),
        ("point de l’ordre du jour", "deux points de l’ordre du jour", "points de l’ordre du jour"),
        ("somme d’argent", "de fortes sommes d’argent", "sommes d’argent"),
        ("bien culturel", "Les biens culturels sont protégés.", "biens culturels"),
    ],
)
def test_nouns_that_look_like_words_without_content_have_a_plural(term: str, text: str, form: str) -> None:
    assert parts(text, "fr", term) == [form]


def test_a_mine_is_no_pronoun() -> None:
    assert parts("Mines and mine action", "en", "mine") == ["Mines", "mine"]


@pytest.mark.parametrize(
    ("language", "term", "text", "pieces"),
    [
        ("fr", "arme à feu", "Les armes blanches et à feu", "armes … à feu"),
        ("fr", "enfant non accompagné", "Les enfants séparés et non accompagnés", "enfants … non accompagnés"),
        ("fr", "fabrication illicite", "La fabrication et le trafic illicites", "fabrication … illicites"),
        ("fr", "trafic de migrants", "le trafic d’enfants et d’autres migrants", "trafic … d’autres migrants"),
        ("en", "smuggling of migrants", "smuggling of children and other migrants", "smuggling of … migrants"),
        ("en", "country of transit", "Countries of origin and transit share data.", "Countries of … transit"),
        ("en", "draft resolution", "Draft decisions and resolutions", "Draft … resolutions"),
    ],
)
def test_members_of_a_series_may_differ_in_what_joins_them(language: str, term: str, text: str, pieces: str) -> None:
    assert parts(text, language, term) == [pieces]


def test_a_series_of_sentences_is_no_series() -> None:
    assert parts("La traite augmente et des personnes meurent.", "fr", "traite des personnes") == []


def test_the_term_with_the_preposition_of_the_text_is_given() -> None:
    poppy = Concept("poppy", (Term("pavot à opium", "fr"), Term("pavot d’opium", "fr", TermStatus.DEPRECATED)))
    found = Recogniser([poppy], "fr").find("Les pavots d’opium et les pavots à opium")
    assert [one.term.text for one in found] == ["pavot d’opium", "pavot à opium"]


@pytest.mark.parametrize(
    ("language", "term", "text", "pieces"),
    [
        ("fr", "point de l’ordre du jour", "Au titre du point 3 a) de l’ordre du jour", "point … de l’ordre du jour"),
        ("fr", "point de l’ordre du jour", "les points 4, 5 et 6 de l’ordre du jour", "points … de l’ordre du jour"),
        ("en", "item of the agenda", "items 4 (a) and 5 of the agenda", "items … of the agenda"),
    ],
)
def test_a_number_may_come_after_the_noun(language: str, term: str, text: str, pieces: str) -> None:
    assert parts(text, language, term) == [pieces]


def test_a_number_inside_makes_a_term_no_worse_than_a_shorter_one() -> None:
    item = Concept("item", (Term("point de l’ordre du jour", "fr"), Term("point", "fr", TermStatus.ADMITTED)))
    text = "le point 4 de l’ordre du jour"

    (found,) = Recogniser([item], "fr").find(text)

    assert found.span.of(text) == "point 4 de l’ordre du jour"


def test_an_adverb_of_degree_may_come_before_the_qualifier() -> None:
    text = "Des contrôles plus stricts aux frontières"

    assert parts(text, "fr", "contrôle aux frontières") == ["contrôles … aux frontières"]


def test_an_adjective_in_the_plural_belongs_to_a_rejected_noun_too() -> None:
    text = "La manufacture et le trafic illicites"

    assert parts(text, "fr", "manufacture illicite", TermStatus.DEPRECATED) == ["manufacture … illicites"]


def test_a_noun_that_only_qualifies_the_next_one_is_not_the_end_of_a_term() -> None:
    assert parts("Trafficking for organ removal was reported.", "en", "trafficking in organs") == []
    assert parts("trafficking in organs and tissues", "en", "trafficking in organs") == ["trafficking in organs"]
