"""Pairs of translated texts teach which words belong together."""

from __future__ import annotations

import pytest

from tmtool.alignment.align import align
from tmtool.alignment.training import Example, learn_lexicon

ZORBS = (("the zorb falls", "le gluk tombe"), ("a zorb rises", "un gluk monte"), ("my zorb sleeps", "mon gluk dort"))


def learnt(examples: tuple[tuple[str, str], ...], times: int = 1) -> dict[str, dict[str, float]]:
    pairs = [Example(source, target, times) for source, target in examples]
    return learn_lexicon(pairs, source_language="en", target_language="fr")


def test_words_that_always_meet_translate_each_other() -> None:
    lexicon = learnt(ZORBS)
    assert max(lexicon["zorb"], key=lexicon["zorb"].__getitem__) == "gluk"
    assert lexicon["zorb"]["gluk"] > 0.4


def test_a_single_meeting_teaches_nothing_unless_it_counts_more_often() -> None:
    assert "gluk" not in learnt((("zorb", "gluk"),)).get("zorb", {})
    assert learnt((("zorb", "gluk"),), times=3)["zorb"]["gluk"] > 0.3


def test_what_counts_three_times_teaches_what_three_examples_do() -> None:
    one, other = learnt(ZORBS, times=3), learnt(tuple(example for example in ZORBS for _ in range(3)))
    assert one == {word: pytest.approx(row) for word, row in other.items()}


def test_no_examples_teach_nothing() -> None:
    assert learnt(()) == {}


def test_numbers_and_marks_are_left_to_explain_themselves() -> None:
    lexicon = learnt((("35 zorbs?", "35 gluks ?"),) * 3)
    assert set(lexicon) == {"zorbs"}


def test_what_is_known_of_words_decides_where_lengths_cannot() -> None:
    source, target = ["My zorb.", "My frap."], ["Mon sloum.", "Mon gluk.", "Mon prist."]
    lexicon = learnt((("zorb", "gluk"), ("frap", "prist")), times=3)
    beads = align(source, target, lexicon=lexicon)
    assert [(bead.source, bead.target) for bead in beads if bead.source] == [((0,), (1,)), ((1,), (2,))]
