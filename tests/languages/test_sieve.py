"""Tests how the rows of a table are sifted by the letters that they need."""

from __future__ import annotations

from tmtool.languages.sieve import Sieve


def test_rows_are_let_through_where_a_text_has_their_letters_in_the_order_of_the_table() -> None:
    sieve = Sieve([(("floor", "storey"), "floors"), ((), "any"), (("no",), "short"), (("flood",), "floods")])

    assert sieve.let_through("the third storey, no less") == ["floors", "any", "short"]
    assert sieve.let_through("flooding") == ["any", "floods"]
    assert sieve.let_through("floo, lood") == ["any"]
    assert sieve.let_through("") == ["any"]


def test_a_row_is_let_through_once_whatever_letters_of_it_a_text_has() -> None:
    sieve = Sieve([(("week", "month", "mon"), "time")])

    assert sieve.let_through("a month and a week") == ["time"]
