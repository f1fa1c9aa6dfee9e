"""Which format a file has is told by its content, and an impostor is named for what it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.registry import by_extension, by_name, detect, formats

TMX = b'<?xml version="1.0"?>\n<tmx version="1.4"><header/><body/></tmx>'
XLIFF = b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"/>'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("memory.tmx", TMX, "tmx"),
        ("memory.txt", TMX, "tmx"),
        ("memory.xml", TMX.decode().encode("utf-16"), "tmx"),
        ("work.sdlxliff", b"\xef\xbb\xbf" + XLIFF, "xliff"),
        ("work.xml", XLIFF, "xliff"),
        ("pairs.tsv", b"id\ten\tfr\n", "table"),
        ("pairs.txt", b"id\ten\tfr\n", "table"),
        ("excel.txt", "en\tfr\n".encode("utf-16"), "table"),
        ("glossary.txt", b"# Glossary in tab-separated format -*- coding: utf-8 -*-\n", "table"),
        ("pairs.csv", b"en;fr\n", "table"),
        ("messages.po", b'msgid "a"\nmsgstr "b"\n', "po"),
        ("agenda.txt", b"1. Opening of the meeting\n", "text"),
        ("agenda.txt", b"English, French\n", "text"),
    ],
)
def test_content_decides_and_then_the_name(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert detect(path).name == expected


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("memory.tmx", b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
        ("memory.tmx", b"\r\n<html>", "web page"),
        ("memory.tmx", b"PK\x03\x04aaaa", "ZIP"),
        ("memory.tmx", b"\x1f\x8b\x08aaaa", "gzip"),
        ("agenda.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"),
        ("noise.tmx", b"\x93\x00\x01\xfe\x80\x00", "binary"),
        ("memory.tmx", b"", "empty"),
        ("memory.tmx", b" \r\n", "empty"),
        ("memory.xyz", b"hello", "not a file format"),
    ],
)
def test_an_impostor_is_refused_by_what_it_is(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=word) as caught:
        detect(path)
    assert caught.value.path == path
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        detect(tmp_path / "nowhere.tmx")
    with pytest.raises(InputError, match="cannot be read"):
        detect(tmp_path)


def test_a_format_is_found_by_its_name_and_by_an_ending() -> None:
    assert by_name("tmx").write_units is not None
    found = by_extension(Path("OUT.TMX"))
    assert found is not None
    assert found.name == "tmx"
    assert by_extension(Path("out.unknown")) is None
    with pytest.raises(LookupError, match="tmx"):
        by_name("quark")


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    names = [known.name for known in formats()]
    endings = [ending for known in formats() for ending in known.extensions]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


def test_another_package_adds_a_format_by_an_entry_point(tmp_path: Path) -> None:
    (tmp_path / "quark.py").write_text(
        "from tmtool.formats.registry import Format\n"
        "QUARK = Format('quark', ('.quark',), lambda head: head.startswith(b'QUARK'))\n",
        encoding="utf-8",
    )
    folder = tmp_path / "quark-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: quark\nVersion: 1.0\n", encoding="utf-8")
    (folder / "entry_points.txt").write_text("[tmtool.formats]\nquark = quark:QUARK\n", encoding="utf-8")
    (tmp_path / "a.bin").write_bytes(b"QUARK 1")
    script = (
        "import sys; from pathlib import Path; from tmtool.formats.registry import by_extension, by_name, detect\n"
        "found = detect(Path(sys.argv[1])), by_name('quark'), by_extension(Path('x.quark'))\n"
        "print([known and known.name for known in found])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.bin")],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "['quark', 'quark', 'quark']", done.stderr


def test_telling_a_format_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("en\tfr\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from tmtool.formats.registry import detect\n"
        "detect(Path(sys.argv[1]))\n"
        "print(sorted({'numpy', 'translate', 'sqlite_utils', 'sacrebleu', 'docx', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "pairs.tsv")], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
