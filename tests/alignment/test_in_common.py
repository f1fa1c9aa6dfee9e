"""Texts have nothing in common only where next to no word of one has a counterpart in the other."""

from __future__ import annotations

from tmtool.alignment.in_common import Joined, have_too_little_in_common

PAIRS = [
    ("The committee considers the budget of the programme.", "Le comité examine le budget du programme."),
    ("Two experts will visit the country in September.", "Deux experts visiteront le pays en septembre."),
    ("The prison holds women and children.", "La prison accueille des femmes et des enfants."),
    ("Water and energy are expensive in the north.", "L’eau et l’énergie coûtent cher dans le nord."),
    ("Fishermen sell their boats and leave the island.", "Les pêcheurs vendent leurs bateaux et quittent l’île."),
    ("A judge signed the treaty on behalf of the king.", "Un juge a signé le traité au nom du roi."),
    ("Young people learn languages at school.", "Les jeunes apprennent les langues à l’école."),
    ("The bank lends money to small farmers.", "La banque prête de l’argent aux petits agriculteurs."),
]
SLIPPED = [(source, PAIRS[place - 3][1]) for place, (source, _) in enumerate(PAIRS)]


def joined(pairs: list[tuple[str, str]], confidence: float = 1.0) -> list[Joined]:
    return [Joined(source, target, confidence) for source, target in pairs]


def test_translations_have_their_words_in_common() -> None:
    assert not have_too_little_in_common(joined(PAIRS), "en", "fr")
    assert not have_too_little_in_common(joined([(target, source) for source, target in PAIRS]), "fr", "en")


def test_rows_that_have_slipped_have_not() -> None:
    assert have_too_little_in_common(joined(SLIPPED), "en", "fr")


def test_a_few_rows_tell_nothing() -> None:
    assert not have_too_little_in_common(joined(SLIPPED[:4]), "en", "fr")


def test_what_an_alignment_is_sure_of_belongs_together() -> None:
    assert not have_too_little_in_common(joined(SLIPPED, 0.9), "en", "fr")


def test_lines_that_are_all_alike_go_with_their_translations_though_none_is_sure() -> None:
    assert not have_too_little_in_common(joined(PAIRS[:1] * 40, 0.003), "en", "fr")
    assert have_too_little_in_common(joined([(PAIRS[0][0], PAIRS[4][1])] * 40, 0.003), "en", "fr")


def test_documents_that_no_alignment_joins_have_too_little_in_common() -> None:
    assert have_too_little_in_common(
        [*joined([(one, "") for one, _ in PAIRS * 3], 0.9), *joined([("", PAIRS[0][1])] * 20)], "en", "fr"
    )
    assert not have_too_little_in_common(joined([(one, "") for one, _ in PAIRS * 3], 0.9), "en", "fr")


def test_of_other_languages_shared_numbers_speak_for_a_translation() -> None:
    pairs = [(f"Ziffer {number}", f"cyfra {number}") for number in range(10, 20)]
    slipped = [(source, f"cyfra {number}") for number, (source, _) in enumerate(pairs, 70)]
    assert not have_too_little_in_common(joined(pairs, 0.001), "de", "pl")
    assert have_too_little_in_common(joined(slipped, 0.001), "de", "pl")


def test_a_line_that_no_alignment_joins_to_anything_belongs_to_another_document() -> None:
    source = [(one, "") for one, _ in PAIRS * 2]
    alone = ("", "La tarte aux pommes demande trois œufs.")
    assert have_too_little_in_common(joined([*source, alone], 0.9), "en", "fr")
    assert not have_too_little_in_common(joined([*source[:3], alone], 0.9), "en", "fr"), "too short to tell"
    assert not have_too_little_in_common(joined([*source, ("", "***")], 0.9), "en", "fr")
    assert not have_too_little_in_common(joined([*source, PAIRS[0], alone], 0.9), "en", "fr"), "a part is translated"
