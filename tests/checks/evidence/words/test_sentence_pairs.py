"""Tests which sentences of a source and its translation are held to belong together."""

from __future__ import annotations

from tmtool.checks.evidence.words.sentence_pairs import sentences


def test_a_semicolon_of_one_side_and_an_abbreviation_part_no_sentences() -> None:
    first = "Women grow the rice, yet they earn less of it.", "Les femmes sèment le riz ; or, elles gagnent moins."
    second = "The report is long; see the note by Ms. Bell.", "Le rapport est long ; voir la note de Mme Bell."
    source, target = (" ".join(parts) for parts in zip(first, second, strict=True))

    assert sentences(source, target) == (first, second)


def test_sentences_of_unlike_lengths_stay_in_their_texts() -> None:
    source = "It rains. The boats stay in port, for the wind is strong and the sea is high; nobody sails."
    target = "Comme il pleut et que le vent est fort, les bateaux restent au port, la mer étant haute. Nul ne sort."

    assert sentences(source, target) == ((source, target),)
