"""Tests what a fuzzy match becomes when only values, a name, a label or a final mark differ, and what is never safe."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool import languages
from tmtool.matching.adapt import adapt
from tmtool.matching.names import Name
from tmtool.matching.value_pairs import is_same
from tmtool.model import Adaptation, Difference, Substitution

ENGLISH, FRENCH = languages.get("en"), languages.get("fr")
REPOSITORY = Path(__file__).parents[2]
NAMES = {
    "Working Group on Firearms": Name("Groupe de travail sur les armes à feu"),
    "Working Group on Trafficking in Persons": Name("Groupe de travail sur la traite des personnes"),
    "Committee": Name("Comité", "m", "", proper=True),
    "Council": Name("Conseil", "m", "", proper=True),
    "Office": Name("Office", "m", "", proper=True),
    "Commission": Name("Commission", "f", "", proper=True),
    "Peru": Name("Pérou", "m", "", proper=True),
    "Chile": Name("Chili", "m", "", proper=True),
    "Help at hand": Name("L’aide à portée de main"),
    "smuggling of migrants": Name("trafic illicite de migrants", "m"),
    "money-laundering": Name("blanchiment d’argent", "m"),
}


USES = {
    "Working Group on Asset Recovery": (
        "Report of the Working Group on Asset Recovery",
        "Rapport du Groupe de travail sur le recouvrement d’avoirs",
    ),
    "Committee on Conferences": ("The Committee on Conferences met.", "Réunion du Comité des conférences"),
}


class Known:
    def __call__(self, texts: Sequence[str]) -> dict[str, tuple[Name, ...]]:
        return {text: (NAMES[text],) for text in texts if text in NAMES}

    def uses(self, text: str) -> Sequence[tuple[str, str]]:
        return [USES[text]] if text in USES else []


known = Known()


def made(query: str, source: str, target: str) -> tuple[Adaptation, tuple[Difference, ...]]:
    return adapt(query, source, target, source_language=ENGLISH, target_language=FRENCH, known=known)


def test_an_annotation_of_the_last_session_is_adapted_and_says_what_was_replaced() -> None:
    adapted, warnings = made(
        "The seventh meeting of the Working Group will be opened on Wednesday, 8 June 2022, at 3 p.m.",
        "The sixth meeting of the Working Group will be opened on Tuesday, 9 March 2021, at 10 a.m.",
        "La sixième réunion du Groupe de travail s’ouvrira le mardi 9 mars 2021 à 10 heures.",
    )
    assert adapted.safe
    assert (adapted.reasons, warnings) == ((), ())
    assert adapted.target == "La septième réunion du Groupe de travail s’ouvrira le mercredi 8 juin 2022 à 15 heures."
    assert adapted.substitutions == (
        Substitution("ordinal", "sixth", "seventh", "sixième", "septième"),
        Substitution("weekday", "Tuesday", "Wednesday", "mardi", "mercredi"),
        Substitution("date", "9 March 2021", "8 June 2022", "9 mars 2021", "8 juin 2022"),
        Substitution("time", "10 a.m.", "3 p.m.", "10 heures", "15 heures"),
    )


@pytest.mark.parametrize(
    ("query", "source", "target", "expected"),
    [
        # values in another order
        ("Article 18, paragraph 5", "Article 32, paragraph 3", "Paragraphe 3 de l’article 32",
         "Paragraphe 5 de l’article 18"),
        # the same value in both places
        ("In 2029, the 2029 plan ends.", "In 2027, the 2027 plan ends.", "Le plan de 2027 prend fin en 2027.",
         "Le plan de 2029 prend fin en 2029."),
        # exchanged
        ("Items 4 and 3", "Items 3 and 4", "Points 3 et 4", "Points 4 et 3"),
        # label and mark
        ("(d) Other business.", "(c) Other business;", "c) Questions diverses ;", "d) Questions diverses."),
        ("2. Other business", "Other business", "Questions diverses", "2. Questions diverses"),
        ("(b) Other business", "Other business", "Questions diverses", "b) Questions diverses"),
        ("Other business", "1. Other business", "1. Questions diverses", "Questions diverses"),
        ("Other business;", "Other business", "Questions diverses", "Questions diverses\u00a0;"),
        ("It opens at noon.", "It opens at 10 a.m.", "Elle s’ouvre à 10 heures.", "Elle s’ouvre à midi."),
        # "an" before a vowel
        ("An 8-page note", "A 12-page note", "Une note de 12 pages", "Une note de 8 pages"),
        ("Affair 7", "Affair 5", "Affaire no 5", "Affaire no 7"),
        # names
        ("The Council met on 4 May.", "The Committee met on 3 May.", "Le Comité s’est réuni le 3 mai.",
         "Le Conseil s’est réuni le 4 mai."),
        ("The Working Group on Trafficking in Persons met.", "The Working Group on Firearms met.",
         "Le Groupe de travail sur les armes à feu s’est réuni.",
         "Le Groupe de travail sur la traite des personnes s’est réuni."),
        ("The Working Group on Trafficking in Persons met.", "The Working Group on Zebras met.",
         "Le Groupe de travail sur les zèbres s’est réuni.",
         "Le Groupe de travail sur la traite des personnes s’est réuni."),
        ("The Working Group on Trafficking in Persons will consider it.",
         "The Working Group on Zebras will consider it.", "Le Groupe de travail sur les zèbres l’examinera.",
         "Le Groupe de travail sur la traite des personnes l’examinera."),
        ("Ask the Working Group on Trafficking in Persons to act.", "Ask the Working Group on Zebras to act.",
         "Prier le Groupe de travail sur les zèbres d’agir.",
         "Prier le Groupe de travail sur la traite des personnes d’agir."),
        ("The Working Group on Trafficking in Persons and the Bureau met.",
         "The Working Group on Zebras and the Bureau met.",
         "Le Groupe de travail sur les zèbres et le Bureau se sont réunis.",
         "Le Groupe de travail sur la traite des personnes et le Bureau se sont réunis."),
        ("The note “Help at hand” is new.", "The note “Safe home” is new.", "La note « Un foyer sûr » est nouvelle.",
         "La note « L’aide à portée de main » est nouvelle."),
    ],
)  # fmt: skip
def test_what_differs_in_values_names_label_or_mark_is_adapted(
    query: str, source: str, target: str, expected: str
) -> None:
    adapted, warnings = made(query, source, target)
    assert (adapted.target, adapted.reasons) == (expected, ())
    assert adapted.safe
    assert warnings == ()


@pytest.mark.parametrize(
    ("query", "source", "target", "reason"),
    [
        ("Of 5 requests, 4 were met.", "Of 5 requests, 5 were met.", "Sur 5 demandes, 5 ont abouti.", "several values"),
        ("The fourteen experts met.", "The twelve experts met.", "Les experts se sont réunis.", "not found"),
        ("From 11 a.m. for three hours", "From 10 a.m. for three hours", "De 10 heures à 13 heures", "target only"),
        ("On 3 January 2028", "On 2 January 2028", "Le dimanche 2 janvier 2028", "target only"),
        ("The first report", "The second report", "Le deuxième rapport", "gender"),
        ("21 series", "1 series", "1 série", "plural"),
        ("Between 2 and 4 per cent in 3 States", "Between 3 and 4 per cent in 3 States",
         "Dans 3 États, de 3 à 4 %", "order"),
        ("(c) List", "(b) List", "2) Liste", "label"),
        ("Paragraph 4 is deleted.", "Paragraph 3 is deleted.", "Paragraph 3 is deleted.", "copy"),
        ("The Commission met.", "The Committee met.", "Le Comité s’est réuni.", "gender and number"),
        ("The Office met.", "The Committee met.", "Le Comité s’est réuni.", "article"),
        ("Peru spoke.", "Chile spoke.", "Le Chili a pris la parole.", "articles"),
        ("The Working Group on Firearms in Rome met.", "The Working Group on Zebras in Rome met.",
         "Le Groupe de travail sur les zèbres à Rome s’est réuni.", "not found"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_safe_and_says_why(query: str, source: str, target: str, reason: str) -> None:
    adapted, _ = made(query, source, target)
    assert not adapted.safe
    assert reason in "; ".join(adapted.reasons)


@pytest.mark.parametrize(
    ("query", "source", "kind", "detail"),
    [
        ("They are not liable on 3 May.", "They are liable on 2 May.", "negation", "+ not"),
        ("The list was rejected.", "The list was accepted.", "antonym", "accepted → rejected"),
        ("Unlawful acts", "Lawful acts", "antonym", "Lawful → Unlawful"),
        ("States may adopt laws.", "States shall adopt laws.", "modality", "shall → may"),
        ("Some States replied.", "All States replied.", "quantifier", "All → Some"),
        ("The experts came.", "The expert came.", "number", "expert → experts"),
        ("The working group met.", "The Working Group met.", "case", "Working → working"),
        ("It met on 7 and 8 June.", "It met on 7 June.", "value", "+ and 8 June"),
        ("The draft report", "The report", "words", "+ draft"),
        ("Rome, Italy", "Rome (Italy", "mark", "( → ,"),
        ("Against the smuggling of migrants", "Against money-laundering", "words",
         "money-laundering → the smuggling of migrants"),
    ],
)  # fmt: skip
def test_a_difference_beyond_values_is_named_and_makes_the_result_unsafe(
    query: str, source: str, kind: str, detail: str
) -> None:
    adapted, warnings = made(query, source, "Texte français.")
    assert not adapted.safe
    assert Difference(kind, detail) in warnings


@pytest.mark.parametrize(
    ("query", "source", "target", "marked"),
    [
        # the same word in both languages
        ("Room A, 4 May 2021", "Room D, 3 May 2021", "Salle D, 3 mai 2021", "Salle [D → A?], 4 mai 2021"),
        # a term that is known
        ("The Office met on 4 May.", "The Commission met on 3 May.", "La Commission s’est réunie le 3 mai.",
         "La [Commission → Office?] s’est réunie le 4 mai."),
        # a title
        ("Resolution 7/2, entitled “Safe at home”", "Resolution 7/1, entitled “Safe at sea”",
         "Résolution 7/1, intitulée « La sécurité en mer »",
         "Résolution 7/2, intitulée « [La sécurité en mer → Safe at home?] »"),
        # the place is not known
        ("The report was rejected on 4 May.", "The report was adopted on 3 May.", "Le rapport a été adopté le 3 mai.",
         "Le rapport a été adopté le 4 mai."),
        # a value of which the form is not certain
        ("See chapter 1 of document A/75/2.", "See chapter 3 of document A/75/1.",
         "Voir le chapitre 3 du document A/75/1.", "Voir le chapitre [3 → 1?] du document A/75/2."),
    ],
)  # fmt: skip
def test_where_one_difference_is_in_the_way_the_rest_is_adapted_and_its_place_marked(
    query: str, source: str, target: str, marked: str
) -> None:
    adapted, _ = made(query, source, target)
    assert (adapted.marked, adapted.safe) == (marked, False)
    assert adapted.is_partial


def test_of_two_differences_nothing_is_adapted() -> None:
    adapted, _ = made(
        "The draft was rejected on 4 May.", "The report was adopted on 3 May.", "Le rapport a été adopté le 3 mai."
    )
    assert adapted.marked == "Le rapport a été adopté le 3 mai."
    assert not adapted.is_partial


def test_a_name_that_only_the_sentences_of_other_units_hold_is_put_in() -> None:
    source, target = "The Working Group on Firearms met.", "Le Groupe de travail sur les armes à feu s’est réuni."
    adapted, _ = made("The Working Group on Asset Recovery met.", source, target)
    assert (adapted.target, adapted.safe) == ("Le Groupe de travail sur le recouvrement d’avoirs s’est réuni.", True)


def test_a_name_whose_end_in_the_other_unit_is_not_certain_is_not_put_in() -> None:
    source, target = "The Committee on Contributions met.", "Le Comité des contributions s’est réuni."
    adapted, _ = made("The Committee on Conferences met.", source, target)
    assert not adapted.safe


@pytest.mark.parametrize(
    ("habits", "expected"), [("Chapitre premier", "Chapitre premier"), ("Chapitre 1", "Chapitre 1")]
)
def test_the_first_chapter_is_written_as_the_memory_writes_it(habits: str, expected: str) -> None:
    adapted, _ = adapt(
        "Chapter 1", "Chapter 2", "Chapitre 2", source_language=ENGLISH, target_language=FRENCH, habits=habits
    )
    assert (adapted.target, adapted.safe) == (expected, True)


def test_a_language_that_the_house_does_not_write_takes_symbols_only() -> None:
    from dataclasses import replace

    from tmtool.languages.rendering import copied

    other = replace(FRENCH, rewrite=copied)

    def safe(query: str, source: str, target: str) -> bool:
        return adapt(query, source, target, source_language=ENGLISH, target_language=other)[0].safe

    assert safe("See A/75/3", "See A/75/2", "Voir A/75/2")
    assert not safe("See page 3", "See page 2", "Voir page 2")


PAIRS = [
    tuple(line.split("\t")[1:3])
    for path in sorted((REPOSITORY / "memories").glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()[1:]
]


def test_a_source_adapted_to_itself_keeps_its_target() -> None:
    for source, target in PAIRS:
        adapted, warnings = made(source, source, target)
        assert (adapted, warnings) == (Adaptation(target, (), True), ())


PIECES = st.sampled_from(
    [
        "1", "2", "3", "12", "06", "1,200", "1 200", "2015", "2,4", "2.4", "8e", "8th", "1er", "first", "premier",
        "May", "mars", "août", "septembre", ",", ";", ".", "-", "–", "(a)", "a)", "II", "IV", "item", "items", "point",
        "par.",
        "article", "paragraph", "resolution 7/1", "résolution 7/1", "A/RES/75/1", "Add.1", "%", "per cent", "pour cent",
        "million", "milliards", "de", "d’", "du", "au", "à", "et", "and", "10 a.m.", "3–6 p.m.", "10 heures", "15 h 30",
        "noon", "midi", "twenty-one", "vingt et un", "un", "une", "seventh", "septième", "«", "»", "“", "”", "lundi",
        "Tuesday", "1990s", "années 90", "the", "Committee", "Comité", "Le", "met", "not", "No.", "no", "XXe",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=8).map(" ".join)


@settings(max_examples=400)
@given(query=TEXTS, source=TEXTS, target=TEXTS, backwards=st.booleans())
def test_any_texts_can_be_tried(query: str, source: str, target: str, backwards: bool) -> None:
    one, other = (FRENCH, ENGLISH) if backwards else (ENGLISH, FRENCH)
    adapted, _ = adapt(query, source, target, source_language=one, target_language=other, known=known)
    assert adapted.safe == (not adapted.reasons)


@settings(max_examples=400)
@given(query=TEXTS, text=TEXTS)
def test_a_text_taken_for_its_own_translation_becomes_the_query_or_is_not_safe(query: str, text: str) -> None:
    adapted, _ = adapt(query, text, text, source_language=FRENCH, target_language=FRENCH)
    if adapted.safe:
        assert bare(adapted.target) == bare(query)


def bare(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.value.rpartition(":")[2]) for found in FRENCH.placeables(text)]


DAYS = st.integers(2, 28)
MONTHS = st.sampled_from(["March", "April", "May", "August", "October"])
FRENCH_MONTHS = {"March": "mars", "April": "avril", "May": "mai", "August": "août", "October": "octobre"}


@given(
    days=st.tuples(DAYS, DAYS), months=st.tuples(MONTHS, MONTHS), years=st.tuples(*[st.integers(2010, 2040)] * 2),
    items=st.tuples(*[st.integers(2, 9)] * 2), counts=st.tuples(*[st.integers(100, 99_999)] * 2),
)  # fmt: skip
def test_a_safe_result_has_the_values_of_the_query(
    days: tuple[int, int],
    months: tuple[str, str],
    years: tuple[int, int],
    items: tuple[int, int],
    counts: tuple[int, int],
) -> None:
    """Values that coincide ("item 5", "5 May") may make the result unsafe; never wrong."""

    def english(i: int) -> str:
        return f"On {days[i]} {months[i]} {years[i]}, {counts[i]:,} replies to item {items[i]} (a) came in."

    french = f"Le {days[0]} {FRENCH_MONTHS[months[0]]} {years[0]}, " + f"{counts[0]:,}".replace(",", "\u00a0")
    french += f" réponses au point {items[0]} a) sont parvenues."
    adapted, _ = made(english(1), english(0), french)
    if adapted.safe:
        found, wanted = FRENCH.placeables(adapted.target), ENGLISH.placeables(english(1))
        assert len(found) == len(wanted)
        assert all(map(is_same, found, wanted))
