"""A segment of any length is checked in time that grows with its length, not with the square of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.processor import at_most
from tmtool import languages
from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.evidence.language.copied_words import terms_left
from tmtool.checks.evidence.language.set_apart import SET_APART
from tmtool.checks.evidence.markup.partners import without_partner
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.words.word_alignment import align
from tmtool.languages import pairs
from tmtool.languages.stems import content
from tmtool.model import Concept, Occurrence, Span, Term, TermStatus

ALONE = {
    "opening marks": "« " * 4_000,
    "one word": "abcdefghi" * 3_000,
    "one word of prefixes": "re" * 8_000,
    "small words": "que la " * 2_000,
    "capitals": "A/" * 8_000,
    "wrong forms": "quelque soit la 2ème " * 1_000,
    "brackets": "(" * 10_000,
    "marks on one letter": "\u0628" + "\u0651\u064e" * 8_000,
}


@pytest.fixture(scope="module", autouse=True)
def _tables() -> None:
    """Reads the tables of the checks before the time is taken."""
    registry.run_checks(prepare([Pair(1, "Le proejt.", "The draft.")], source_language="en", target_language="fr"))


@pytest.mark.parametrize("kind", ALONE)
def test_a_long_segment_is_checked_in_reasonable_time(kind: str) -> None:
    draft = prepare([Pair(1, ALONE[kind])], source_language="en", target_language="fr")

    with at_most(3):
        registry.run_checks(draft, "segment")


def test_a_check_reports_a_hundred_places_of_a_segment_at_most() -> None:
    """Each finding has both texts, so that thousands in one segment would take the square of its length to write."""
    draft = prepare([Pair(1, "mot , " * 300), Pair(2, "mot , mot")], source_language="en", target_language="fr")
    found = registry.run_checks(draft, "segment", ["typography-stray-space"])

    assert [one.segment for one in found] == [1] * 100 + [2]


VALUES = {
    "one word": ("abcdefgh" * 4_000, "abcdefgh" * 4_000),
    "names": (
        " ".join(f"Mr. Paul Mar{n}" for n in range(2, 3_000)),
        " ".join(f"M. Paul Mar{3 * n}" for n in range(2, 3_000)),
    ),
    "measures": (" ".join(f"{n} days" for n in range(2, 2_000)), " ".join(f"{3 * n} jours" for n in range(2, 2_000))),
    "months": ("May 2020, " * 1_500, " ".join(f"{n % 28 + 1} mai {1900 + n % 90}," for n in range(1_500))),
    "figures": ("1 234 " * 1_500, "1 234 " * 1_500),
    "dates in figures": (
        " ".join(f"{n % 12 + 1}/{n % 28 + 1}/{1900 + n % 97}" for n in range(6_000)),
        " ".join(f"{n % 28 + 1}.{n % 12 + 1}.{1900 + n % 97}" for n in range(3_000)),
    ),
    "references": (
        " ".join(f"article {n}, paragraph {n % 9}" for n in range(1_000)),
        " ".join(f"article {n + 1}, paragraphe {n % 9}" for n in range(1_000)),
    ),
    "levels": (
        " ".join(f"decision {n % 97 + 1}.{n % 89 + 1}" for n in range(2_000)),
        " ".join(f"décision {n % 89 + 1}.{n % 97 + 1}" for n in range(2_000)),
    ),
    "symbols": (" ".join(f"A/{n}/1" for n in range(1_500)), " ".join(f"A/{n}/2" for n in range(1_500))),
}


@pytest.mark.parametrize("kind", VALUES)
def test_thousands_of_values_are_compared_with_those_around_them(kind: str) -> None:
    source, target = VALUES[kind]
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(3):
        facts(draft.pairs[0], draft)


def test_what_excuses_a_calque_is_looked_for_once_in_a_text() -> None:
    source = "The States reached a bank reconciliation. " + "They keep the funds. " * 20_000
    draft = prepare([Pair(1, "Une conciliation bancaire.", source)], source_language="en", target_language="fr")

    with at_most(1):
        assert registry.run_checks(draft, "segment", ["style-calque"])


def test_a_final_mark_is_looked_for_past_any_number_of_spaces() -> None:
    source, target = (f"{one}{' ' * 20_000}{other}" for one, other in (("It was", "adopted."), ("Il a", "été adopté")))
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(1):
        assert len(registry.run_checks(draft, "segment", ["typography-final-mark"])) == 1


def test_a_word_that_is_in_a_text_a_thousand_times_is_linked_to_those_close_by() -> None:
    table = pairs.get("en", "fr")
    assert table is not None and table.links is not None
    english, french = content("migrant " * 1_500, "en"), content("migrant " * 1_500, "fr")

    with at_most(1):
        there, back = align(english, french, "en", table.links)

    assert there == back == list(range(1_500))


def test_a_word_that_is_repeated_a_thousand_times_on_both_sides_is_gone_past_at_once() -> None:
    draft = prepare([Pair(1, "migrant " * 6_000, "migrant " * 6_000)], source_language="en", target_language="fr")

    with at_most(1):
        assert not registry.run_checks(draft, "segment", ["duplication-word"])


def test_what_has_no_counterpart_is_weighed_in_texts_of_a_length_that_is_written() -> None:
    draft = prepare(
        [Pair(1, "le proejt, la comision, " * size, "the draft " * size) for size in (3_000, 400)],
        source_language="en",
        target_language="fr",
    )

    with at_most(2):
        registry.run_checks(draft, "segment", ["completeness-addition", "completeness-omission"])


def test_a_percentage_that_has_lost_its_sign_is_looked_for_among_equal_numbers() -> None:
    source, target = (" ".join(f"{n}{sign}" for n in range(2, 16_000)) for sign in (" per cent", "%"))
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(2):
        assert not registry.run_checks(draft, "segment", ["numbers-percent"])


def test_words_with_a_prefix_that_denies_are_counted_once_in_a_text() -> None:
    source, target = "non-governmental and non-formal, " * 300, "les non-gouvernementales, " * 300
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(1):
        registry.run_checks(draft, "segment", ["meaning-negation"])


def test_opposites_are_looked_for_where_words_say_them_not_in_each_pair_of_words() -> None:
    source, target = "States increase the restrictions. " * 280, "Les organes réduisent les limites. " * 280
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(1):
        registry.run_checks(draft, "segment", ["meaning-opposite"])


@pytest.mark.parametrize(("times", "found"), [(1, 1), (400, 0)])
def test_meaning_is_compared_in_segments_as_long_as_translators_write_them(times: int, found: int) -> None:
    source, target = "The Chair may suspend it. " * times, "Le Président doit la suspendre. " * times
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    assert len(registry.run_checks(draft, "segment", ["meaning-modality"])) == found


@pytest.mark.parametrize("text", ["«" * 30_000, "(" * 30_000, '"a' * 20_001, "a" * 60_000, ":a" * 20_000, "`" * 30_000])
def test_what_is_set_apart_is_looked_for_only_so_far(text: str) -> None:
    with at_most(2):
        list(SET_APART.finditer(text))


def test_a_quotation_as_long_as_a_paragraph_is_set_apart() -> None:
    quotation = f"«{'mot ' * 450}»"

    assert [found.group() for found in SET_APART.finditer(f"Il dit : {quotation}.")] == [quotation]


def test_marks_of_two_kinds_are_counted_not_compared() -> None:
    with at_most(1):
        assert len(without_partner("“" * 15_000 + "»" * 15_000, {"«": "»", "“": "”"})) == 30_000


def test_symbols_that_the_translation_has_otherwise_are_looked_up_not_searched_for_one_by_one() -> None:
    source, target = (" ".join(f"A/{number}/{last}" for number in range(2, 8_000)) for last in (1, 2))
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(2):
        facts(draft.pairs[0], draft)


def test_a_long_word_after_an_abbreviation_and_a_slash_is_read_once() -> None:
    rejected = Term("UNAIDS", "fr", TermStatus.DEPRECATED)
    concept = Concept("aids", (Term("UNAIDS", "en"), Term("ONUSIDA", "fr"), rejected))
    text = "UNAIDS/" + "A" * 30_000
    draft = prepare([Pair(1, text, text)], source_language="en", target_language="fr", concepts=[concept])

    with at_most(2):
        assert len(registry.run_checks(draft, "segment", ["term-deprecated"])) == 1


def test_terms_of_a_source_are_looked_for_in_its_translation_once_each() -> None:
    french = languages.get("fr")
    term = Term("safe haven", "en")
    concept = Concept("safe-haven", (term, Term("refuge", "fr")))
    source = f"{term.text} " * 4_000
    places = [Span(at, at + len(term.text)) for at in range(0, len(source), len(term.text) + 1)]
    terms = [Occurrence(place, concept, term) for place in places]

    with at_most(1):
        found = list(terms_left("Il a siégé. " * 8_000 + source, source, french, terms, ()))

    assert len(found) == len(terms)


def test_what_thousands_of_numbers_count_is_found_next_to_each() -> None:
    source, target = (" ".join(f"{number} {unit}" for number in range(2, 6_000)) for unit in ("days", "jours"))
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(2):
        assert registry.run_checks(draft, "segment", ["numbers-order"]) == []


def test_thousands_of_persons_with_one_first_name_are_looked_up_by_name() -> None:
    source, target = (
        ", ".join(f"{title} Paul Mar{letter * 3}n" for letter in "abcde" * 1_000) for title in ("Mr.", "M.")
    )
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(1):
        assert registry.run_checks(draft, "segment", ["names-title"]) == []


def test_hundreds_of_names_are_looked_up_in_a_text_not_sought_through_all_of_it() -> None:
    concepts = [
        Concept(
            f"body-{n}",
            (
                Term(f"Advisory Committee on Subject{n} and Matter{n}", "en", part_of_speech="proper"),
                Term(f"Comité consultatif des sujet{n} et matière{n}", "fr", part_of_speech="proper"),
            ),
        )
        for n in range(600)
    ]
    source = "; ".join(concept.terms[0].text for concept in concepts)
    target = "; ".join("Organe Chargé du Travail" for _ in concepts)
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr", concepts=concepts)
    assert len(draft.pairs[0].source_terms) >= len(concepts)

    with at_most(2):
        assert registry.run_checks(draft, "segment", ["names-official"]) == []


def test_the_capitals_of_one_long_word_are_read_from_its_beginning_only() -> None:
    pair = Pair(1, "abcdefgh" * 5_000, "abcdefgh" * 5_000)
    draft = prepare([pair], source_language="en", target_language="fr")

    with at_most(2):
        assert registry.run_checks(replace(draft, is_document=True), "document", ["document-capital"]) == []


IN_ONE_LINE = {
    "document-capital": ("The migrant " * 8_000, "Le migrant " * 8_000),
    "document-manner": (
        " ".join(f"{n % 28 + 1} May {1900 + n % 90}," for n in range(7_000)),
        " ".join(f"{n % 28 + 1} juin {1900 + n % 90}," for n in range(7_000)),
    ),
    "numbers-value": (
        " ".join(f"{n} days" for n in range(2, 10_000)),
        " ".join(f"{3 * n} jours" for n in range(2, 10_000)),
    ),
    "spelling-word": ("A-" * 40_000, "A-" * 40_000),
}


@pytest.mark.parametrize("check", IN_ONE_LINE)
def test_a_check_goes_once_through_a_document_of_one_long_line(check: str) -> None:
    source, target = IN_ONE_LINE[check]
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")

    with at_most(1.5):
        registry.run_checks(replace(draft, is_document=True), "document", [check])
