"""Where an entry of a list is left out, the entries after it keep their counterparts: their symbols tell."""

from __future__ import annotations

from tmtool.documents.reading import parse_text
from tmtool.model import Bead
from tmtool.tasks.values_in_order import by_values

ENGLISH = """Note on rivers (E/CN.9/2030/2)
Note on lakes (E/CN.9/2030/3)
Note on seas (E/CN.9/2030/4)"""
FRENCH = """Note sur les cours d’eau (E/CN.9/2030/2)
Note sur les mers (E/CN.9/2030/4)"""


def paired(english: str, french: str, *beads: tuple[tuple[int, ...], tuple[int, ...]]) -> list[tuple[object, object]]:
    source, target = parse_text(english, language="en"), parse_text(french, language="fr")
    found = by_values([Bead(first, second, 1.0) for first, second in beads], source, target)
    return [(bead.source, bead.target) for bead in found]


def test_an_entry_is_paired_with_the_one_that_has_its_symbol() -> None:
    assert paired(ENGLISH, FRENCH, ((0,), (0,)), ((1,), (1,)), ((2,), ())) == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
    ]


def test_a_wrong_symbol_where_none_is_gone_stays_with_its_source() -> None:
    french = FRENCH.replace("Note sur les mers", "Note sur les lacs\u00a0(E/CN.9/2030/5)\nNote sur les mers")
    straight = [((place,), (place,)) for place in range(3)]
    assert paired(ENGLISH, french, *straight) == straight


def test_text_without_values_is_left_as_it_was() -> None:
    beads = [((0,), (0,)), ((1,), ())]
    assert paired("The Group met.\nIt will meet.", "Le Groupe s’est réuni.", *beads) == beads
