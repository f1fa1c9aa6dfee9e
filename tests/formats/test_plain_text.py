"""Tests the lines of a text file, whatever system and word processor it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.plain_text import FORMAT
from tmtool.formats.plain_text.reading import read_blocks
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.model import BlockKind


def lines(folder: Path, content: bytes) -> list[str]:
    path = folder / "a.txt"
    path.write_bytes(content)
    blocks = read_blocks(path)
    assert {block.kind for block in blocks} == {BlockKind.LINE}
    assert [block.line for block in blocks] == list(range(1, len(blocks) + 1))
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a\nb\n", ["a", "b"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\r\n", ["a", "b", "c"]),
        ("a\n\n\nb\n\n", ["a", "", "", "b", ""]),
        ("  a \t\n", ["  a \t"]),
        ("a\u2028b\u0085c\x0bd\n", ["a\u2028b\u0085c\x0bd"]),
        ("a\n\fb\n", ["a", "\fb"]),
        ("\n", [""]),
    ],
)
def test_lines_end_at_line_ends_and_nowhere_else(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert lines(tmp_path, content.encode()) == expected


def test_any_encoding_of_the_office_will_do(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert lines(tmp_path, "l’été à l’œuvre\n".encode(encoding)) == ["l’été à l’œuvre"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00\x01\x02binary"])
def test_empty_and_binary_files_are_errors_that_name_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_blocks(path)
    assert caught.value.path == path
    assert caught.value.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_document_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("La réunion s’ouvre. Elle dure.\n".encode(encoding))
    texts = [segment.text for segment in read_document(path, language="fr").segments]
    assert texts == ["La réunion s’ouvre.", "Elle dure."]


def test_a_text_file_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_text("Provisional agenda\n", encoding="utf-8")
    assert detect(path) is FORMAT
