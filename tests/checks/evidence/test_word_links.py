"""Links between words, and what stretches without a link tell."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.checks.evidence.word_links import alone, content, stems


def unlinked(english: str, french: str) -> list[str]:
    words = content(english, "en")
    flags = alone(words, content(french, "fr"), "en", "fr")
    return [word.span.of(english) for word, flag in zip(words, flags, strict=True) if flag]


def test_words_are_linked_by_the_table_and_by_likeness() -> None:
    assert unlinked("The children discussed the declaration.", "Les enfants ont examiné la déclaration.") == []


def test_a_word_without_counterpart_stands_alone() -> None:
    assert unlinked("The children and the weather", "Les enfants") == ["weather"]


def test_function_words_and_figures_are_no_content() -> None:
    assert stems("The 12 of them", "en") == []


def test_a_shifted_row_is_told_by_its_neighbour() -> None:
    rows = (
        ("The Committee elected its officers by acclamation.", "Le Secrétariat a présenté les prévisions de dépenses."),
        ("The Secretariat presented the estimates of expenditure.", "Le Comité a élu son bureau par acclamation."),
    )
    pairs = [Pair(number, french, english) for number, (english, french) in enumerate(rows, 1)]

    found = run_checks(prepare(pairs, source_language="en", target_language="fr"), scope="segment")

    assert {(one.segment, one.check) for one in found} == {(1, "language-other-segment"), (2, "language-other-segment")}


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({*stems("renforcer, renforcement, renforcés", "fr")}) == 1
    assert len({*stems("establish, established, establishing", "en")}) == 1


def test_words_that_only_begin_alike_have_different_stems() -> None:
    assert stems("international", "fr") != stems("interne", "fr")
