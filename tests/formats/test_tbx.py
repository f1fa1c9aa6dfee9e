"""Term bases in TBX are read in every version and style."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.processor import at_most
from tmtool.errors import InputError
from tmtool.formats.registry import detect
from tmtool.formats.tbx import reading as tbx
from tmtool.formats.tbx.frame import read_frame
from tmtool.model import Concept, Notice, Skipped, Term, TermStatus

from .test_interop_samples import rows

PREFERRED, ADMITTED = TermStatus.PREFERRED, TermStatus.ADMITTED
DEPRECATED, SUPERSEDED = TermStatus.DEPRECATED, TermStatus.SUPERSEDED


def read(path: Path, source_language: str = "en") -> list[Concept | Skipped | Notice]:
    return list(tbx.read_concepts(path, source_language=source_language, target_language="fr"))


def file(folder: Path, body: str, root: str = '<martif type="TBX-Basic" xml:lang="en">') -> Path:
    path = folder / "a.tbx"
    name = root[1:].split()[0]
    path.write_text(f"<?xml version='1.0'?>\n{root}<text><body>{body}</body></text></{name}>", encoding="utf-8")
    return path


def only(path: Path) -> Concept:
    (concept,) = read(path)
    assert isinstance(concept, Concept)
    return replace(concept, line=None)


EXPECTED = Concept(
    "c1",
    (
        Term("smuggling", "en", PREFERRED, "noun"),
        Term("trafic illicite", "fr", PREFERRED, "noun", "m", note="pluriel: trafics", type="fullForm"),
        Term("contrebande", "fr", DEPRECATED),
    ),
    domain="crime",
    definition="A crime.",
    properties={"admin/source": "UN"},
)
DCA = """<conceptEntry id="c1"><descrip type="subjectField">crime</descrip><descrip type="definition">A
    crime.</descrip><admin type="source">UN</admin>
  <langSec xml:lang="EN"><termSec><term>smuggling</term>
    <termNote type="partOfSpeech">noun</termNote></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>trafic
    illicite</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalGender">masculine</termNote>
    <termNote type="termType">fullForm</termNote><note>pluriel: trafics</note></termSec>
  <termSec><term>contrebande</term>
    <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec></conceptEntry>"""
DCT = """<conceptEntry id="c1"><min:subjectField>crime</min:subjectField><basic:definition>A crime.</basic:definition>
  <basic:source>UN</basic:source>
  <langSec xml:lang="en"><termSec><term>smuggling</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>trafic illicite</term>
    <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
    <termNote type="partOfSpeech">noun</termNote>
    <basic:grammaticalGender>masculine</basic:grammaticalGender><basic:termType>fullForm</basic:termType>
    <note>pluriel: trafics</note></termSec>
  <termSec><term>contrebande</term><min:administrativeStatus>deprecatedTerm</min:administrativeStatus></termSec>
  </langSec></conceptEntry>"""
VERSION_2 = """<termEntry id="c1"><descrip type="subjectField">crime</descrip><descripGrp>
  <descrip type="definition">A crime.</descrip></descripGrp><adminGrp><admin type="source">UN</admin></adminGrp>
  <langSet xml:lang="en"><ntig><termGrp><term>smuggling</term><termNote type="partOfSpeech">noun</termNote>
  </termGrp></ntig></langSet>
  <langSet xml:lang="fr"><tig><term>trafic illicite</term><termNote type="partOfSpeech">noun</termNote>
  <termNote type="grammaticalGender">masculine</termNote><termNote type="termType">fullForm</termNote>
  <note>pluriel: trafics</note></tig></langSet>
  <langSet xml:lang="fr"><tig><term>contrebande</term><termNote type="normativeAuthorization">forbidden</termNote></tig>
  </langSet></termEntry>"""
MINIMAL = """<termEntry id="c1"><subjectField>crime</subjectField><definition>A crime.</definition><source>UN</source>
  <langSet xml:lang="en"><tig><term>smuggling</term><partOfSpeech>noun</partOfSpeech></tig></langSet>
  <langSet xml:lang="fr"><tig><term>trafic illicite</term><termStatus>preferred</termStatus>
  <partOfSpeech>noun</partOfSpeech><grammaticalGender>masculine</grammaticalGender><termType>fullForm</termType>
  <noteGrp><note>pluriel: trafics</note></noteGrp></tig><tig><term>contrebande</term>
  <termStatus>notRecommended</termStatus></tig></langSet></termEntry>"""
V3 = 'xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"'
MODULES = 'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'


@pytest.mark.parametrize(
    ("body", "root"),
    [
        (DCA, f'<tbx type="TBX-Basic" style="dca" {V3}>'),
        (DCT, f'<tbx type="TBX-Basic" style="dct" {V3} {MODULES}>'),
        (VERSION_2, '<martif type="TBX" xml:lang="en">'),
        (VERSION_2, f'<martif type="TBX" {V3}>'),
        (MINIMAL, '<TBX dialect="TBX-Min">'),
    ],
)
def test_every_version_and_style_says_the_same(tmp_path: Path, body: str, root: str) -> None:
    path = file(tmp_path, body, root)
    assert detect(path).name == "tbx"
    assert only(path) == EXPECTED


@pytest.mark.parametrize("row", rows("tbx/"))
def test_a_sample_gives_the_concepts_that_the_index_counts(row: dict[str, str], interop: Path) -> None:
    found = read(interop / row["path"])
    concepts = [entry for entry in found if isinstance(entry, Concept)]
    assert not any(isinstance(entry, Skipped) for entry in found)
    if row["units"]:
        assert len(concepts) == int(row["units"])
        languages = [{term.language.split("-")[0] for term in concept.terms} for concept in concepts]
        assert sum({"en", "fr"} <= spoken for spoken in languages) == int(row["en_fr_units"])


def test_a_superseded_term_of_weblate_is_superseded(interop: Path) -> None:
    first, _ = read(interop / "tbx" / "weblateorg-fr-extended-metadata.tbx")
    assert isinstance(first, Concept)
    assert {term.status for term in first.terms} == {SUPERSEDED}


def test_an_unknown_status_is_kept_and_told(interop: Path) -> None:
    notice, concept, _ = read(interop / "hostile" / "tbx" / "unknown_status.tbx")
    assert isinstance(concept, Concept)
    assert isinstance(notice, Notice)
    assert "'banned' of 'président'" in notice.text
    assert concept.properties == {"fr.1/termNote/administrativeStatus": "banned"}


def test_an_entry_without_term_is_left_out_and_told(interop: Path) -> None:
    skipped, concept = read(interop / "hostile" / "tbx" / "empty_langset.tbx")
    assert isinstance(skipped, Skipped)
    assert isinstance(concept, Concept)


@pytest.mark.parametrize(
    ("statuses", "meant"),
    [
        (["", "", ""], [PREFERRED, ADMITTED, ADMITTED]),
        (["", "preferredTerm-admn-sts", ""], [ADMITTED, PREFERRED, ADMITTED]),
        (["deprecated", "", ""], [DEPRECATED, PREFERRED, ADMITTED]),
        (["standardizedTerm-admin-sts", "superseded-admn-sts", "obsolete"], [PREFERRED, SUPERSEDED, SUPERSEDED]),
        (["notRecommended", "Forbidden", "admittedTerm"], [DEPRECATED, DEPRECATED, ADMITTED]),
    ],
)
def test_statuses_are_read_in_the_words_of_every_tool(
    tmp_path: Path, statuses: list[str], meant: list[TermStatus]
) -> None:
    terms = "".join(
        f"<tig><term>t{number}</term>"
        + (f'<termNote type="administrativeStatus">{status}</termNote>' if status else "")
        + "</tig>"
        for number, status in enumerate(statuses)
    )
    body = f'<termEntry><langSet xml:lang="fr">{terms}</langSet></termEntry>'
    assert [term.status for term in only(file(tmp_path, body)).terms] == meant


def test_a_term_without_language_and_what_comes_after_the_entries_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(
        '<martif type="TBX"><text><body><termEntry><langSet><tig><term>a</term></tig></langSet>'
        '<langSet xml:lang="fr"><tig><term>b</term></tig></langSet></termEntry></body>'
        '<back><refObjectList type="respPerson"><refObject id="r1"/></refObjectList></back></text></martif>',
        encoding="utf-8",
    )
    told = [entry.text for entry in read(path) if isinstance(entry, Notice)]
    assert told == [
        "'a' is in no language: left out",
        "what follows the entries (persons, sources) is kept by a conversion into TBX only",
    ]


def test_ids_that_are_there_twice_are_told_apart(tmp_path: Path) -> None:
    entry = '<termEntry id="a"><langSet xml:lang="en"><tig><term>a</term></tig></langSet></termEntry>'
    assert [entry.id for entry in read(file(tmp_path, entry + entry)) if isinstance(entry, Concept)] == ["a", "a-2"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("<martif><text><body><termEntry>", "cut off"),
        ('<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', "entities"),
        (
            '<!DOCTYPE martif SYSTEM "x.dtd"><martif><termEntry><note>&eacute;</note></termEntry></martif>',
            "entity",
        ),
        ("<martif><text><body>" + "<termEntry>" * 2000, "nested|not well-formed"),
    ],
)
def test_a_hostile_file_is_refused_with_its_name(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem) as raised:
        read(path)
    assert raised.value.path == path


def test_an_entity_bomb_is_refused_at_once(interop: Path) -> None:
    with at_most(1), pytest.raises(InputError, match="entities"):
        read(interop / "hostile" / "tbx" / "billion_laughs.tbx")


def test_what_a_term_base_does_not_keep_of_the_frame_of_a_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(
        '<martif type="TBX"><martifHeader><fileDesc><titleStmt><title>Terms</title></titleStmt><sourceDesc><p>House</p>'
        '</sourceDesc></fileDesc></martifHeader><text><body><termEntry id="c"/></body><back><refObjectList type="r">'
        '<refObject id="r"><item type="fn">Ana</item></refObject></refObjectList></back></text></martif>',
        encoding="utf-8",
    )
    assert read_frame(path).beyond_entries() == {"“Terms”": 1, "“House”": 1, "persons and sources": 1}
