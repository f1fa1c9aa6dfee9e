"""Tests which sentences of a source and its translation are held to belong together."""

from __future__ import annotations

from tmtool.checks.evidence.words.sentence_pairs import sentence_pairs


def texts(source: str, target: str, shortest: int = 1) -> list[tuple[str, str]]:
    """Returns the texts of the sentences that belong together."""
    return [(one.source, one.target) for one in sentence_pairs(source, target, shortest)]


def test_a_semicolon_of_one_side_and_an_abbreviation_part_no_sentences() -> None:
    first = "Women grow the rice, yet they earn less of it.", "Les femmes sèment le riz ; or, elles gagnent moins."
    second = "The report is long; see the note by Ms. Bell.", "Le rapport est long ; voir la note de Mme Bell."
    source, target = (" ".join(parts) for parts in zip(first, second, strict=True))

    assert texts(source, target) == [first, second]


def test_sentences_of_unlike_lengths_stay_in_their_texts() -> None:
    source = "It rains. The boats stay in port, for the wind is strong and the sea is high; nobody sails."
    target = "Comme il pleut et que le vent est fort, les bateaux restent au port, la mer étant haute. Nul ne sort."

    assert texts(source, target) == [(source, target)]


def test_sentences_of_which_one_holds_a_part_of_the_next_go_together() -> None:
    source = (
        "The choir is an advisory body: it has no power to set the fees, which rests with the mayor and the council. "
        "Its advice is heard by both. The fair opens in May."
    )
    target = (
        "Le chœur est un organe consultatif. Il n’a pas le pouvoir de fixer les droits, qui revient au maire et au "
        "conseil, lesquels entendent tous deux ses avis. La foire s’ouvre en mai."
    )

    first, last = texts(source, target)

    assert first[0].endswith("by both.")
    assert first[1].endswith("ses avis.")
    assert last == ("The fair opens in May.", "La foire s'ouvre en mai.")


def test_a_full_stop_before_a_word_in_lower_case_parts_nothing() -> None:
    source = "Papers are due before 11 a.m. the following day. The chair reads them."
    target = "Les documents sont attendus le lendemain avant 11 heures. Le président les lit."

    assert texts(source, target)[1] == ("The chair reads them.", "Le président les lit.")


def test_a_place_in_a_sentence_is_one_in_its_text_though_the_sentence_is_there_twice() -> None:
    source, target = "The tide is in. The tide is in.", "C’est marée haute. C’est marée haute."

    _, last = sentence_pairs(source, target, 1)

    assert last.source_start == source.rindex("The")
    assert last.whole_target.of(target) == "C’est marée haute."
    assert last.whole_target.start == target.rindex("C’est")
