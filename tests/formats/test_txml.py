"""Tests the bilingual files of Wordfast Pro: read, filled, and every other byte kept."""

from __future__ import annotations

from pathlib import Path

from tmtool.formats.filling import Filling, State
from tmtool.formats.registry import detect
from tmtool.formats.txml.filling import read_fillable
from tmtool.model import Span, Status

from .conftest import Read

CODES = '<ut x="1" type="unknown">&lt;b&gt;</ut>', '<ut x="2" type="unknown">&lt;/b&gt;</ut>'
FILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\r\n'
    '<txml locale="EN" version="1.0" segtype="sentence" targetlocale="FR_CA">\r\n<skeleton>&lt;p&gt;</skeleton>\r\n'
    '<translatable blockId="1"><segment segmentId="1" gtmt="false"><source>One</source><ws> </ws></segment>'
    '<segment segmentId="2" gtmt="true"><source>Two</source><target score="0">Deux</target></segment>'
    "</translatable>\r\n"
    '<translatable blockId="2"><segment segmentId="1" gtmt="false" modified="true">'
    f"<source>A {CODES[0]}bold{CODES[1]} word</source><target score='100'>Un mot {CODES[0]}gras{CODES[1]}</target>"
    "<comments><comment>Seen.</comment></comments></segment></translatable>\r\n</txml>"
)


def txml(folder: Path) -> Path:
    path = folder / "page.html.txml"
    path.write_bytes(FILE.encode())
    return path


def test_segments_have_their_languages_ids_codes_and_comments(tmp_path: Path, read: Read) -> None:
    units, skipped = read(txml(tmp_path))
    assert [one.reason for one in skipped] == ["unit '1/1' has no target"]
    machine, made = units
    assert (machine.status, made.status) == (Status.DRAFT, Status.TRANSLATED)
    assert [(one.language, one.text) for one in made.variants] == [("en", "A bold word"), ("fr-CA", "Un mot gras")]
    assert made.variants[1].markup == f"Un mot {CODES[0]}gras{CODES[1]}"
    assert (made.id, made.note, made.document, made.properties["@score"]) == ("2/1", "Seen.", "page.html", "100")


def test_targets_are_filled_with_their_scores_and_all_else_is_kept(tmp_path: Path) -> None:
    file = read_fillable(txml(tmp_path), source_language="en")
    assert [(slot.source, slot.target) for slot in file.slots] == [
        ("One", ""),
        ("Two", "Deux"),
        ("A bold word", "Un mot gras"),
    ]
    assert file.content({}, target_language="fr") == FILE.encode()

    places = (Span(7, 7), Span(11, 11))
    written = file.content(
        {
            0: Filling("Un & un", (), State.READY, 100),
            1: Filling("Paire", (), State.TO_REVIEW, 100),
            2: Filling("Le mot gras", places, State.READY, 100),
        },
        target_language="fr",
    ).decode()

    expected = (
        FILE.replace(
            '"1" gtmt="false"><source>One</source><ws> </ws>',
            '"1" gtmt="false" modified="true"><source>One</source><ws> </ws><target score="100">Un &amp; un</target>',
        )
        .replace('"2" gtmt="true">', '"2" gtmt="false" modified="true">')
        .replace('<target score="0">Deux', '<target score="99">Paire')
        .replace(f"Un mot {CODES[0]}", f"Le mot {CODES[0]}")
    )
    assert written == expected


def test_a_file_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(FILE.encode())
    assert detect(path).name == "txml"
