"""Files are known by their content, and an impostor is named for what it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from tmtool.errors import InputError, OutputError, UsageError
from tmtool.formats.format import Format
from tmtool.formats.registry import by_name, detect, formats, variants, writer
from tmtool.model import Document

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


def test_a_format_is_found_by_its_name() -> None:
    assert by_name("tmx").read_units is not None
    with pytest.raises(LookupError, match="tmx"):
        by_name("quark")


def test_a_writer_is_found_by_the_ending_and_for_a_program() -> None:
    assert writer(lambda known: known.unit_outputs, Path("OUT.TMX"))
    assert writer(lambda known: known.concept_outputs, Path("a.tsv"), tool="omegat") is not writer(
        lambda known: known.concept_outputs, Path("a.tsv")
    )
    assert variants(lambda known: known.concept_outputs, "style") == ("dca", "dct", "v2")


@pytest.mark.parametrize(
    ("name", "wanted", "said"),
    [
        ("a.doc", {}, "cannot write 'a.doc'; end its name in .tbx, .xlsx, .tsv, .csv, .utx, .txt, .tab, .utf8, .html"),
        ("a.xlsx", {"tool": "omegat"}, "cannot write 'a.xlsx' for omegat; end its name in .tbx, .tsv"),
        ("a.tsv", {"style": "dct"}, "cannot write 'a.tsv' in the style dct; end its name in .tbx"),
        ("a.tbx", {"tool": "quark"}, "nothing is written for quark; there are deepl, matecat, omegat, weblate"),
    ],
)
def test_what_is_not_written_is_refused_with_what_is(name: str, wanted: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        writer(lambda known: known.concept_outputs, Path(name), elsewhere=(".html",), **wanted)
    assert str(caught.value).startswith(said)


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    names = [known.name for known in formats()]
    endings = [ending for known in formats() for ending in known.extensions]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize("outputs", ["unit_outputs", "concept_outputs", "suggestion_outputs"])
def test_no_two_outputs_are_for_the_same_ending_and_program(outputs: str) -> None:
    found = [
        (ending, output.tool, output.style)
        for known in formats()
        for output in getattr(known, outputs)
        for ending in output.endings
    ]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("known", list(formats()), ids=lambda known: known.name)
def test_every_reader_and_writer_that_a_format_names_is_there(known: Format, tmp_path: Path) -> None:
    """They are imported when they are called: a missing file must be what is wrong, and not a missing name."""
    path = tmp_path / "none" / f"a{known.extensions[0]}"
    pair = {"source_language": "en", "target_language": "fr"}
    readers: list[Callable[[], Iterable[object]]] = [
        partial(read, path, **pair) for read in (known.read_units, known.read_concepts) if read
    ]
    readers += [partial(known.read_blocks, path)] if known.read_blocks else []
    for read in readers:
        with pytest.raises(InputError):
            list(read())
    if known.read_editable:
        with pytest.raises(InputError):
            known.read_editable(path, target_language="fr")
    if known.kind_of:
        with pytest.raises(InputError):
            known.kind_of(path)
    for units in known.unit_outputs:
        with pytest.raises(OutputError):
            units.write(path, [], **pair)
    for concepts in known.concept_outputs:
        with pytest.raises(OutputError):
            concepts.write(path, [], **pair)
    for suggestions in known.suggestion_outputs:
        with pytest.raises(OutputError):
            suggestions.write(path, Document("a.txt", "en", (), ()), [], target_language="fr")


@pytest.mark.parametrize(
    ("name", "content", "loaded"),
    [
        ("agenda.txt", "1. Opening of the meeting", set()),
        ("agenda.pdf", "%PDF-1.7", set()),
        ("pairs.tsv", "en\tfr\n", {"zipfile"}),
        ("memory.tmx", "<tmx/>", {"lxml"}),
    ],
)
def test_telling_a_format_loads_only_what_the_file_needs(
    tmp_path: Path, name: str, content: str, loaded: set[str]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    heavy = {"numpy", "translate", "sqlite_utils", "docx", "lxml", "openpyxl", "pypdfium2", "zipfile", "csv"}
    script = (
        "import sys; from pathlib import Path; from tmtool.formats import registry\n"
        "registry._foreign_formats = lambda: ()  # what importlib.metadata loads is not meant\n"
        f"registry.detect(Path(sys.argv[1]))\nprint(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / name)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == str(sorted(loaded)), done.stderr
