"""Tests which words of a source are read beside each word of its translation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from tmtool.checks.evidence.words.linked import linked_places
from tmtool.languages.fr.grammar.contexts.beside import FAR, LINKED, NEAR, beside, source_words
from tmtool.languages.fr.grammar.contexts.doubts import doubts
from tmtool.languages.fr.grammar.contexts.tokens import tokens
from tmtool.languages.pairs.en_fr import PAIR

SOURCE = "The report was submitted to the Conference after the deadline."
TEXT = "Le rapport a été présenté à la Conférence après la date limite."


def place_of(word: str) -> tuple[str, int]:
    words = tokens(TEXT)
    there = beside(words, SOURCE, linked_places(SOURCE, TEXT, PAIR))
    assert there is not None
    at = [one.text for one in words].index(word)
    return there.words[there.places[at]], there.kinds[at]


def test_a_word_of_content_stands_beside_its_counterpart() -> None:
    assert place_of("rapport") == ("report", LINKED)
    assert place_of("conférence") == ("conference", LINKED)


def test_a_small_word_stands_beside_the_counterpart_of_the_next_word() -> None:
    assert place_of("à") == ("conference", NEAR)


def test_without_counterparts_the_lengths_tell_the_place() -> None:
    there = beside(tokens("un deux trois"), "one two three", ())

    assert there is not None
    assert (there.places, there.kinds) == ((0, 1, 2), (FAR, FAR, FAR))


def test_a_source_without_words_stands_beside_nothing() -> None:
    assert beside(tokens(TEXT), " ", ()) is None


def test_figures_and_marks_of_a_source_are_read_as_those_of_a_text_are() -> None:
    assert source_words("“15” of 2027")[0] == ['"', "0", '"', "of", "00"]


@given(some.text(max_size=200), some.text(max_size=200))
def test_any_two_texts_are_read_beside_each_other(source: str, text: str) -> None:
    there = beside(tokens(text), source, linked_places(source, text, PAIR))

    assert there is None or all(0 <= place < len(there.words) for place in there.places)
    assert all(one.span.of(text) for one in doubts(text, source, linked_places(source, text, PAIR)))
