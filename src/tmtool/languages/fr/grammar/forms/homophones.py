"""When is a word impossible in its place, so that the one that sounds alike must be meant: il a commencé *a* examiner?

The rules are the rows of ``homophones.tsv``, whose head explains them; for each written word the first row decides
whose conditions all hold. The examples of the rows are tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.fr.grammar.forms.homophone_conditions import condition
from tmtool.languages.fr.grammar.forms.homophone_places import Place
from tmtool.languages.fr.grammar.forms.homophone_sentences import Condition
from tmtool.languages.fr.grammar.words.reading import Word

TABLE = Path(__file__).with_suffix(".tsv")
_STAYS = "="


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` is a row of the table: where `written` is read, `meant` is meant if all the conditions hold; "" if the
    word may stay, whatever later rows say. In the examples asterisks mark the word; `wrong` is "" where nothing is
    meant."""

    written: str
    meant: str
    asked: str
    conditions: tuple[Condition, ...]
    wrong: str
    right: str

    def holds(self, place: Place) -> bool:
        """Tells whether all the conditions hold."""
        for asks in self.conditions:  # noqa: SIM110 (all() with a generator takes twice as long)
            if not asks(place):
                return False
        return True


def meant(words: tuple[Word, ...], at: int) -> str:
    """Returns the word that is meant by the one at `at`, in lower case with the plain apostrophe; "" if it may stay."""
    found = deciding(words, at)
    return found.meant if found else ""


def deciding(words: tuple[Word, ...], at: int) -> Row | None:
    """Returns the row that decides on the word at `at`, None if there is none."""
    of_the_word = rows().get(words[at].lower)
    if of_the_word is None:
        return None
    place = Place.of(words, at)
    for row in of_the_word:
        if row.holds(place):
            return row
    return None


@cache
def rows() -> Mapping[str, tuple[Row, ...]]:
    """Returns the rows by the word written, in the order in which they are asked. Raises ValueError for one that is not
    as the head of the table says."""
    found: dict[str, tuple[Row, ...]] = {}
    for cells in tables.rows(TABLE):
        row = _row(cells)
        found[row.written] = (*found.get(row.written, ()), row)
    return found


def _row(cells: tuple[str, ...]) -> Row:
    try:
        written, right_word, asked, wrong, right = cells
        stays = right_word == _STAYS
        if right.count("*") != 2 or wrong.count("*") != (0 if stays else 2):
            raise ValueError("an example is missing or does not mark its word")
        conditions = tuple(map(condition, asked.split("; ")))
    except ValueError as error:
        raise ValueError(f"{TABLE.name}: {' · '.join(cells[:3])}: {error}") from error
    return Row(written, "" if stays else right_word, asked, conditions, wrong, right)
