"""What cleaning did can be told, line by line."""

from __future__ import annotations

from pathlib import Path

from tmtool.documents.changes import ChangeKind, changes
from tmtool.documents.reading import Segmentation, parse_blocks
from tmtool.model import Block, BlockKind

PAGE = """\
CTOC/COP/WG.7/2020/1

La réunion s’ouvrira le 1^{er} septembre et le Groupe
de travail, qui a été créé par la

V.20-02918 (F)

2/4 V.20-02918

résolution 5/3, tiendra ses séances ici.

1. Ouverture de la réunion

a) Adoption
"""


def explained(text: str, segmentation: Segmentation = "auto") -> list[tuple[ChangeKind, int, str]]:
    raw = tuple(Block(BlockKind.LINE, line, line=number) for number, line in enumerate(text.split("\n"), 1))
    document = parse_blocks(raw, path=Path("a.txt"), language="fr", segmentation=segmentation)
    return [(change.kind, change.line, change.text) for change in changes(raw, document)]


def test_every_line_left_out_or_joined_and_every_letter_changed_is_told() -> None:
    assert explained(PAGE) == [
        (ChangeKind.REWRITTEN, 3, "1^{er} → 1er"),
        (ChangeKind.JOINED, 4, "septembre et le Groupe ⏎ de travail, qui a"),
        (ChangeKind.LEFT_OUT, 6, "V.20-02918 (F)"),
        (ChangeKind.LEFT_OUT, 8, "2/4 V.20-02918"),
        (ChangeKind.JOINED, 10, "été créé par la ⏎ résolution 5/3, tiendra ses"),
    ]


def test_what_is_taken_away_becomes_nothing_in_so_many_words() -> None:
    assert explained("  - a) Adoption\n") == [(ChangeKind.REWRITTEN, 1, "- → ‹nothing›")]


def test_labels_taken_off_are_no_change_nor_are_tables_and_blanks() -> None:
    assert explained("1.  Ouverture\n\na)\tAdoption\n\n\nLundi\t10 heures\tPoint 1\nMardi\t11 heures\tPoint 2\n") == []


def test_lines_as_they_are_are_not_changed() -> None:
    assert explained(PAGE, "lines") == []


def test_a_label_that_a_format_counts_is_no_change() -> None:
    raw = (Block(BlockKind.PARAGRAPH, "Opening of the meeting", label="(a)", line=1),)
    assert changes(raw, parse_blocks(raw, path=Path("a.docx"), language="en")) == ()


def test_a_line_without_letters_that_is_left_out_is_told_as_such() -> None:
    assert explained("Le Groupe s’est réuni.\n\n__________________\n\nIl a adopté son rapport.\n") == [
        (ChangeKind.LEFT_OUT, 3, "__________________")
    ]
