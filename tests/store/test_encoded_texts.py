"""Tests that the tokens of a corrected text are those that it has when it is cut anew."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tmtool.store.encoded_texts import Encoding, Lengths, reworded, splice_of, spliced
from tmtool.text.rewording import Swaps, rewording
from tmtool.text.tokens import tokens

WORDS = ["la", "La", "là", "une", "l’un", "a-a", "a", "-", "trafic,", "3", "報告"]
texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


def encode(text: str) -> str:
    """Returns a text with one character a token."""
    return "".join(chr(0x100 + KNOWN.index(token)) for token in tokens(text))


KNOWN = list(dict.fromkeys(token for word in WORDS for token in tokens(word)))


@settings(max_examples=200)
@given(texts, texts)
@example("a a-a", "a une")
def test_a_corrected_text_has_the_tokens_that_it_is_cut_into(before: str, after: str) -> None:
    parts = rewording(before, after)
    assert reworded(
        encode(before), parts, Swaps()[parts.before, parts.after], Encoding(encode), Lengths().of
    ) == encode(after)
    assert spliced(encode(before), splice_of(parts, Lengths().of), encode(parts.after)) == encode(after)


@settings(max_examples=200)
@given(texts, st.sampled_from(WORDS), st.sampled_from(WORDS))
@example("La trafic, la 3", "la", "une")
def test_it_has_them_where_a_word_is_another_wherever_it_was(text: str, old: str, new: str) -> None:
    after = " ".join(new if word == old else word for word in text.split())
    parts = rewording(text, after)
    assert reworded(encode(text), parts, Swaps()[parts.before, parts.after], Encoding(encode), Lengths().of) == encode(
        after
    )
