"""Tests what each word of a text has for its counterpart, and how probably."""

from __future__ import annotations

import tracemalloc

from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.languages.pairs.en_fr import PAIR

assert PAIR.translations is not None
TABLE = PAIR.translations


def _sides(source: str, target: str) -> tuple[Answers, Answers]:
    found = answers(source, target, PAIR, TABLE)
    assert found is not None
    return found


def _alone(side: Answers) -> list[str]:
    return [word.span.of(side.text) for word, alone in zip(side.words, side.alone, strict=True) if alone]


def test_each_word_of_a_whole_translation_has_its_counterpart() -> None:
    source, target = _sides("Men and boys have the same rights.", "Les hommes et les garçons ont les mêmes droits.")

    assert _alone(source) == []
    assert _alone(target) == []


def test_a_word_whose_counterpart_is_missing_is_alone() -> None:
    source, _ = _sides("Men and boys have the same rights.", "Les hommes ont les mêmes droits.")

    assert _alone(source) == ["boys"]


def test_one_word_does_not_answer_two() -> None:
    source, _ = _sides("the rights of women and the rights of children", "les droits des femmes et des enfants")

    assert sum(source.answered[index] for index, word in enumerate(source.words) if word.stem == "right") < 1.5


def test_words_alike_answer_each_other_though_the_table_lacks_them() -> None:
    source, _ = _sides("the zyxwander protocol", "le protocole zyxwander")

    assert _alone(source) == []


def test_a_text_without_words_has_no_answers() -> None:
    assert answers("12", "Les hommes", PAIR, TABLE) is None


def test_the_pair_turned_round_has_the_same_answers() -> None:
    source, target = _sides("The rights of children", "Les droits des enfants")

    assert answers("Les droits des enfants", "The rights of children", PAIR.turned(), TABLE) == (target, source)


def test_a_word_repeated_in_a_long_text_fills_no_memory() -> None:
    tracemalloc.start()
    try:
        assert answers("child " * 8_000, "enfant " * 8_000, PAIR, TABLE) is None
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
