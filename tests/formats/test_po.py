"""Message catalogues give translated messages, whatever their charset."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.model import Status, Variant

from .conftest import Read

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr_CA\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'


def file(folder: Path, content: str, charset: str = "UTF-8", header: str = HEADER) -> Path:
    path = folder / "messages.po"
    path.write_bytes((header.format(charset) + content).encode(charset if charset != "CHARSET" else "utf-8"))
    return path


@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-1", "CHARSET"])
def test_messages_are_read_in_the_charset_of_the_header(tmp_path: Path, read: Read, charset: str) -> None:
    (unit,), _ = read(file(tmp_path, 'msgctxt "menu"\nmsgid "summer"\nmsgstr "été"\n', charset))
    assert unit.variants == (Variant("en", "summer"), Variant("fr-CA", "été"))
    assert (unit.context, unit.status, unit.line, unit.document) == ("menu", Status.TRANSLATED, 7, "messages.po")


def test_fuzzy_is_draft_and_the_rest_is_told(tmp_path: Path, read: Read) -> None:
    units, skipped = read(
        file(
            tmp_path,
            '#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\n#~ msgid "d"\n#~ msgstr "e"\n\n'
            '# remark\n#: a.c:1\nmsgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\nmsgstr[1] "i"\n',
        )
    )
    assert [(unit.variants[0].text, unit.variants[1].text, unit.status.value, unit.line) for unit in units] == [
        ("a", "b", "draft", 7),
        ("f", "h", "translated", 18),
        ("g", "i", "translated", 18),
    ]
    assert (units[1].note, dict(units[1].properties)) == ("remark", {"location": "a.c:1"})
    assert [(entry.reason, entry.line) for entry in skipped] == [
        ("the message has no translation", 10),
        ("the message is obsolete", None),
    ]


def test_a_catalogue_out_of_order_is_a_clear_error(tmp_path: Path, read: Read) -> None:
    with pytest.raises(InputError, match=r"messages.po:\d+: a PO entry is incomplete"):
        read(file(tmp_path, 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nrubbish\nmsgstr "d"\n'))


def test_a_charset_that_is_not_that_of_the_file_is_a_clear_error(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "messages.po"
    path.write_bytes(HEADER.format("ascii").encode() + 'msgid "a"\nmsgstr "é"\n'.encode())
    with pytest.raises(InputError, match="charset it names"):
        read(path)


def test_a_plural_cut_off_is_a_clear_error(tmp_path: Path, read: Read) -> None:
    with pytest.raises(InputError, match="a PO entry is incomplete"):
        read(file(tmp_path, '#, fuzzy\nmsgid "one"\nmsgid_plural "many"\nmsgstr[\nmsgstr[0] "un"\n'))
