"""MultiTerm XML is read with the fields that termbases usually have; the others are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.multiterm.reading import read_concepts
from tmtool.formats.registry import detect
from tmtool.model import Concept, Notice, Skipped, Term, TermStatus


def read(path: Path) -> list[Concept | Skipped | Notice]:
    return list(read_concepts(path, source_language="en", target_language="fr"))


def file(folder: Path, body: str, encoding: str = "utf-16") -> Path:
    path = folder / "termbase.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>\n<mtf>{body}</mtf>'.encode(encoding))
    return path


def descrip(name: str, text: str, below: str = "") -> str:
    return f'<descripGrp><descrip type="{name}">{text}</descrip>{below}</descripGrp>'


ENTRY = (
    "<conceptGrp><concept>12</concept><system type='entryClass'>1</system>"
    "<transacGrp><transac type='origination'>anna</transac><date>2019-05-02T10:00:00</date></transacGrp>"
    + descrip("Subject", "Crime")
    + descrip("Definition", "A crime.", descrip("Source", "UN"))
    + descrip("Client", "UNODC")
    + "<languageGrp><language type='English' lang='EN'/>"
    + "<termGrp><term>smuggling</term>" + descrip("Part of speech", "noun") + "</termGrp></languageGrp>"
    + "<languageGrp><language type='French' lang='FR'/>" + descrip("Region", "all")
    + "<termGrp><term>trafic illicite</term>" + descrip("Gender", "masculine") + descrip("Note", "pluriel: trafics")
    + descrip("Context", "Le trafic illicite.", descrip("Source", "ONU")) + "</termGrp>"
    + "<termGrp><term>contrebande</term>" + descrip("Status", "Forbidden") + "</termGrp></languageGrp></conceptGrp>"
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "windows-1252"])
def test_an_entry_is_a_concept_with_all_its_fields(tmp_path: Path, encoding: str) -> None:
    path = file(tmp_path, ENTRY, encoding)
    assert detect(path).name == "multiterm"
    (concept,) = read(path)
    assert concept == Concept(
        "12",
        (
            Term("smuggling", "en", part_of_speech="noun"),
            Term("trafic illicite", "fr", gender="m", note="pluriel: trafics"),
            Term("contrebande", "fr", TermStatus.DEPRECATED),
        ),
        domain="Crime",
        definition="A crime.",
        properties={
            "entryClass": "1",
            "origination": "2019-05-02T10:00:00 anna",
            "Definition/Source": "UN",
            "Client": "UNODC",
            "fr/Region": "all",
            "fr.1/Context": "Le trafic illicite.",
            "fr.1/Context/Source": "ONU",
        },
        line=2,
    )


def test_a_language_without_code_is_told_by_its_name(tmp_path: Path) -> None:
    body = (
        "<conceptGrp><languageGrp><language type='English (United States)'/>"
        "<termGrp><term>a</term></termGrp></languageGrp>"
        "<languageGrp><language type='Martian'/><termGrp><term>b</term></termGrp></languageGrp></conceptGrp>"
    )
    notice, concept = read(file(tmp_path, body))
    assert isinstance(notice, Notice)
    assert notice.text == "'b' is in no language: left out"
    assert isinstance(concept, Concept)
    assert [(term.text, term.language) for term in concept.terms] == [("a", "en-US")]


def test_an_unknown_status_is_kept_and_told_and_an_empty_entry_left_out(tmp_path: Path) -> None:
    language = "<languageGrp><language type='French' lang='FR'/><termGrp><term>a</term>{}</termGrp></languageGrp>"
    body = f"<conceptGrp>{language.format(descrip('Statut', 'douteux'))}</conceptGrp><conceptGrp/>"
    notice, concept, skipped = read(file(tmp_path, body))
    assert isinstance(notice, Notice)
    assert isinstance(concept, Concept)
    assert concept.properties == {"fr.1/Status": "douteux"}
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize(
    ("body", "problem"),
    [("<conceptGrp>", "not well-formed"), ("<conceptGrp><concept>&x;</concept></conceptGrp>", "ntity")],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, body: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as raised:
        read(file(tmp_path, body))
    assert raised.value.line == 2
