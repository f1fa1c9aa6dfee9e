"""Tests how the bytes of text files are read: the encodings people have, and the errors they get."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.errors import InputError
from tmtool.formats.encoding import decode, read_text

FRENCH = "Le 1er mai 2020, l’œuvre « achevée » a coûté 12 €…\nÀ l’ordre du jour – 2e point\n"
HERE = Path("x.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_french_text_is_read_in_every_encoding_an_office_uses(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), HERE) == FRENCH


def test_big_endian_utf16_with_a_mark_is_read() -> None:
    assert decode(b"\xfe\xff" + FRENCH.encode("utf-16-be"), HERE) == FRENCH


def test_two_byte_order_marks_are_both_taken_off() -> None:
    assert decode("\ufeff\ufeffAnnex".encode(), HERE) == "Annex"


def test_no_bytes_are_no_characters() -> None:
    assert decode(b"", HERE) == ""


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")))
def test_any_utf8_text_is_read_back(text: str) -> None:
    assert decode(text.encode(), HERE) == text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"a\x00b"]
)
def test_binary_content_is_an_error_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, HERE)
    assert caught.value.remedy


def test_one_bad_byte_in_utf8_names_its_line_instead_of_garbling_the_rest() -> None:
    with pytest.raises(InputError) as caught:
        decode("première réunion\n".encode() + b"pr\xe9sident\n", HERE)
    assert caught.value.line == 2


def test_utf16_cut_in_the_middle_of_a_character_is_an_error() -> None:
    with pytest.raises(InputError, match="UTF-16"):
        decode(FRENCH.encode("utf-16")[:-1], HERE)


def test_a_missing_file_and_a_folder_are_errors_that_name_them(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_text(tmp_path / "absent.txt")
    with pytest.raises(InputError, match="folder"):
        read_text(tmp_path)
