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


def test_sentences_of_which_one_holds_a_part_of_the_next_go_together() -> None:
    source = (
        "The choir is an advisory body: it has no power to set the fees, which rests with the mayor and the council. "
        "Its advice is heard by both. The fair opens in May."
    )
    target = (
        "Le chœur est un organe consultatif. Il n’a pas le pouvoir de fixer les droits, qui revient au maire et au "
        "conseil, lesquels entendent tous deux ses avis. La foire s’ouvre en mai."
    )

    first, last = sentences(source, target, 1)

    assert first[0].endswith("by both.")
    assert first[1].endswith("ses avis.")
    assert last == ("The fair opens in May.", "La foire s'ouvre en mai.")
