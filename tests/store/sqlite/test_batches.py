"""Values that a statement asks for come in few numbers, so that few statements are compiled."""

from __future__ import annotations

from tmtool.store.home import Home
from tmtool.store.sqlite.batches import evened, marks


def test_any_number_of_values_takes_one_of_few_statements() -> None:
    asked = {marks(evened(range(number))) for number in range(1, 257)}
    assert asked == {marks(range(1 << power)) for power in range(9)}
    assert evened([]) == [None]


def test_what_was_filled_up_is_equal_to_nothing(home: Home) -> None:
    assert home.units.of_segments([], "en", "fr") == home.units.with_source(["none at all"] * 3, "en", "fr") == []
