"""The errors planted by hand fit the published text, and are put into it as their file says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from by_hand import HALVES, by_hand, changed
from check import pairs
from check_seeded import RIGHT_CHECKS
from tmtool.checks.engine.draft import Pair
from tmtool.languages.tables import rows

ROOT = Path(__file__).parents[2]
PLANTED = ROOT / "benchmarks" / "data" / "planted_by_hand.tsv"
PUBLISHED = ROOT.parent / "shared" / "data" / "un" / "unv1.0.dev.en-fr.tsv"


def test_what_is_put_in_is_in_place_of_what_was_there() -> None:
    text, span = changed("Le 8 septembre, à Vienne.", "8 septembre", "9 septembre")
    assert (text, span.of(text)) == ("Le 9 septembre, à Vienne.", "9 septembre")


def test_a_word_left_out_takes_one_of_its_spaces_with_it() -> None:
    text, span = changed("Un plan détaillé, et sans retard.", "détaillé", "")
    assert (text, span.of(text)) == ("Un plan, et sans retard.", "n,")
    assert changed("Un plan détaillé sans retard.", "détaillé", "")[0] == "Un plan sans retard."


def test_a_long_piece_is_told_by_its_ends() -> None:
    assert changed("Le texte, qui fut lu et relu, reste.", ", qui … relu,", "")[0] == "Le texte reste."


@pytest.mark.parametrize("piece", ["le", "absent", "le … absent"])
def test_a_piece_that_is_not_once_in_its_row_is_refused(piece: str) -> None:
    with pytest.raises(ValueError, match="not once"):
        changed("C'est le texte que le Comité lira.", piece, "un")


def test_an_error_says_which_half_it_is_of(tmp_path: Path) -> None:
    path = tmp_path / "planted.tsv"
    lines = ["row\tclass\terror\tseverity\tbefore\tafter\thalf"]
    lines += [f"{row}\tspelling\t\tm\tmot\tmto\t{half}" for row, half in enumerate(("tune", "report", "tune"), 1)]
    path.write_text("\n".join(lines), encoding="utf-8")
    published = [Pair(number, "Un mot.", "A word.") for number in (1, 2, 3)]
    assert [one.row for one in by_hand(path, published, "tune")] == [0, 2]
    assert [one.row for one in by_hand(path, published, "report")] == [1]


def test_the_errors_are_in_the_order_of_the_rows_one_a_row_and_are_of_known_classes() -> None:
    head, *errors = rows(PLANTED)
    numbers = [int(error[0]) for error in errors]
    assert head == ("row", "class", "error", "severity", "before", "after", "half")
    assert numbers == sorted(set(numbers))
    assert {error[1] for error in errors} == set(RIGHT_CHECKS)
    assert {error[3] for error in errors} == {"M", "m"}
    assert {error[6] for error in errors} == set(HALVES)


def test_no_piece_gives_place_to_the_same_other_piece_more_than_three_times() -> None:
    assert max(Counter(error[4:6] for error in rows(PLANTED)[1:]).values()) <= 3


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the development set of the corpus is not here")
def test_every_error_changes_its_row_of_the_published_text() -> None:
    published = list(pairs(PUBLISHED, 2001, 4000))
    errors = by_hand(PLANTED, published)
    assert len(errors) == len(rows(PLANTED)) - 1
    assert len(errors) == sum(len(by_hand(PLANTED, published, half)) for half in HALVES)
    for error in errors:
        assert error.target != published[error.row].target
        assert error.span.start < error.span.end <= len(error.target)
