"""Tests the match rate of docs/reference.md against a plain implementation of its definition."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.text.tokens import match_rate, normalise, token_rate, token_rates, tokens

words = st.sampled_from(
    [
        *(
            "Item",
            "item",
            "ITEM",
            "7",
            "(",
            "a",
            "œuvre",
            "e\u0301tat",
            "état",
            "1er",
            "’",
            "ß",
            ".",
            "\u00a0",
            " ",
            "\n ",
        ),
        *("理事会", "第7次", "（", "カナ", "ｶﾞ", "Ａ", "г.", "مُحَمَّد", "، ", "\u00a0"),
    ]
)
texts = st.one_of(st.text(max_size=20), st.lists(words, max_size=14).map("".join))


HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d"


def folded(text: str) -> str:
    """Returns the text in NFC, the forms of another width by NFKC, in NFC again, case-folded."""
    whole = unicodedata.normalize("NFC", text)
    usual = "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uffee" else c for c in whole)
    return unicodedata.normalize("NFC", usual).casefold()


def reference_rate(a: str, b: str) -> int:
    """Returns the definition, with the whole matrix."""
    x, y = (re.findall(rf"[{HAN}{KANA}]|[^\W{HAN}{KANA}]+|[^\w\s]", folded(text)) for text in (a, b))
    matrix = [[i + j if i * j == 0 else 0 for j in range(len(y) + 1)] for i in range(len(x) + 1)]
    for i in range(1, len(x) + 1):
        for j in range(1, len(y) + 1):
            matrix[i][j] = min(
                matrix[i - 1][j] + 1, matrix[i][j - 1] + 1, matrix[i - 1][j - 1] + (x[i - 1] != y[j - 1])
            )
    longer = max(len(x), len(y))
    same = " ".join(unicodedata.normalize("NFC", a).split()) == " ".join(unicodedata.normalize("NFC", b).split())
    if same:
        return 100
    return min(99, 100 * (longer - matrix[-1][-1]) // longer) if longer else 0


@given(texts, texts)
def test_the_rate_is_that_of_the_definition(a: str, b: str) -> None:
    assert match_rate(a, b) == reference_rate(a, b)


@given(texts, texts)
def test_the_rate_is_symmetric_and_between_0_and_100(a: str, b: str) -> None:
    assert match_rate(a, b) == match_rate(b, a)
    assert 0 <= match_rate(a, b) <= 100


@given(texts, texts)
def test_100_means_equal_but_for_white_space_and_composition(a: str, b: str) -> None:
    assert (match_rate(a, b) == 100) == (normalise(a) == normalise(b))


@given(texts)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("a", "b", "rate"),
    [
        ("Opening of the meeting", "Opening of the meeting", 100),
        ("Opening of the meeting", "Opening  of the\u00a0meeting ", 100),
        ("Opening of the meeting", "OPENING of the meeting", 99),
        ("Opening of the session", "Opening of the meeting", 75),
        ("", "", 100),
        ("", "Annex", 0),
        ("…", "", 0),
        ("安全理事会的报告。", "安全理事会的报告", 88),
        ("安全理事会报告", "大会报告", 42),
        ("第 7364 次（会议）", "第7364次(会议)", 99),
    ],
)
def test_rates_of_everyday_pairs(a: str, b: str, rate: int) -> None:
    assert match_rate(a, b) == rate


def test_tokens_are_folded_words_and_single_marks() -> None:
    assert tokens("L’Article 57 (a)…") == ["l", "’", "article", "57", "(", "a", ")", "…"]


def test_each_han_and_kana_character_is_a_token_and_latin_letters_and_digits_are_taken_together() -> None:
    assert tokens("第7364次ABC会议，ｶﾞ") == ["第", "7364", "次", "abc", "会", "议", ",", "ガ"]


@given(
    query=st.text("abcd", min_size=1, max_size=9),
    stored=st.lists(st.text("abcd", max_size=12), max_size=8),
    least=st.integers(1, 100),
)
def test_rates_of_many_texts_are_those_of_each(query: str, stored: list[str], least: int) -> None:
    wanted = {place: rate for place, text in enumerate(stored) if (rate := token_rate(query, text, least))}
    assert dict(token_rates(query, stored, least)) == wanted
