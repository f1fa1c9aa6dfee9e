"""Nothing of a term base is lost on the way out to TBX and back, and what a dialect has no place for is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tmtool.errors import OutputError
from tmtool.formats.tbx.frame import read_frame
from tmtool.formats.tbx.writing import Style, Tool, write_concepts
from tmtool.model import Concept, Term, TermStatus
from tmtool.tasks.converting import convert
from tmtool.tasks.import_values import ImportOptions
from tmtool.tasks.validating import validate

from .test_interop_samples import rows
from .test_tbx import DEPRECATED, EXPECTED, PREFERRED, SUPERSEDED, V3, file, only, read


@pytest.mark.parametrize("row", rows("tbx/"))
@pytest.mark.parametrize("tool", ["", "weblate"])
def test_a_sample_written_and_read_is_equal(row: dict[str, str], interop: Path, tool: Tool, tmp_path: Path) -> None:
    concepts = [entry for entry in read(interop / row["path"]) if isinstance(entry, Concept)]
    assert round_trip(tmp_path, concepts, tool) == [replace(concept, line=None) for concept in concepts]


def test_groups_attributes_and_markup_are_kept_as_they_were(tmp_path: Path) -> None:
    body = (
        '<termEntry id="a"><xref type="corpusTrace" target="x">y</xref><transacGrp>'
        '<transac type="transactionType">origination</transac>\n  <date>2010-04-17</date></transacGrp><descripGrp>'
        '<descrip type="context">a <hi type="bold">b</hi> c</descrip><admin type="source">s</admin></descripGrp>'
        '<langSet xml:lang="fr"><descrip type="definition">Un crime.</descrip><note>n</note>'
        "<tig><term>a</term></tig></langSet></termEntry>"
    )
    concept = only(file(tmp_path, body))
    assert concept.definition == ""
    assert concept.properties == {
        "xref": '<xref type="corpusTrace" target="x">y</xref>',
        "transacGrp": '<transacGrp><transac type="transactionType">origination</transac>'
        "<date>2010-04-17</date></transacGrp>",
        "descripGrp": '<descripGrp><descrip type="context">a <hi type="bold">b</hi> c</descrip>'
        '<admin type="source">s</admin></descripGrp>',
        "fr/descrip/definition": "Un crime.",
        "fr/note": "n",
    }
    assert round_trip(tmp_path, [concept]) == [concept]


def test_a_definition_with_its_source_is_the_concepts_and_stays_whole(tmp_path: Path) -> None:
    body = (
        '<termEntry id="a"><langSet xml:lang="en"><descripGrp><descrip type="definition">D.</descrip>'
        '<admin type="source">s</admin></descripGrp><tig><term>a</term></tig></langSet></termEntry>'
    )
    concept = only(file(tmp_path, body))
    assert concept.definition == "D."
    assert list(concept.properties) == ["en/descripGrp"]
    assert round_trip(tmp_path, [concept]) == [concept]


ODD = """<termEntry id="c1" xml:lang="en" rev="3"><descrip type="subjectField" id="s1">law <hi>and</hi> order</descrip>
  <adminGrp><admin type="annotatedNote">kept</admin><date>2020-01-01</date></adminGrp>
  <transacGrp><transac type="transactionType">modification</transac><date>2026-11-25</date></transacGrp>
  <transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility" target="r1">Ann
    </transacNote><date>2019</date></transacGrp>
  <note>one</note><note xml:lang="fr">deux <foreign xml:lang="en">two</foreign></note><xref type="x" target="u">u</xref>
  <langSet xml:lang="en" id="l1"><tig id="t1"><term id="t2">H<hi type="subscript">2</hi>O</term>
    <termNote type="termType">formula</termNote><descripGrp><descrip type="context">a <hi>b</hi></descrip>
    <admin type="source">S</admin></descripGrp></tig></langSet>
  <langSet xml:lang="fr"><ntig><termGrp><term>eau</term><termNoteGrp><termNote type="partOfSpeech">noun</termNote>
    <note>obvious</note></termNoteGrp><termCompList type="hyphenation"><termComp>e</termComp><termComp>au</termComp>
    </termCompList></termGrp><adminGrp><admin type="source">Littré</admin><note>p. 3</note></adminGrp>
    <admin type="customerSubset">CTOC</admin><admin type="customerSubset">A/HRC</admin><note>n <hi>m</hi></note>
    <note>second</note></ntig></langSet>
  <langSet xml:lang="zh-Hant"><descrip type="definition">水</descrip><tig><term>水</term></tig></langSet></termEntry>"""


def problems_of(path: Path) -> list[tuple[int | None, str]]:
    found = validate(path, source_language="en", target_language="fr").problems
    return [(one.line, one.text) for one in found if one.level == "error"]


@pytest.mark.parametrize("root", ['<martif type="TBX-Cnt" xml:lang="en">', f'<tbx type="TBX-House" style="dca" {V3}>'])
@pytest.mark.parametrize("tool", ["", "weblate"])
def test_what_an_odd_file_says_more_than_a_term_base_knows_comes_back(tmp_path: Path, root: str, tool: Tool) -> None:
    concept = only(file(tmp_path, ODD, root))
    english, french, chinese = concept.terms
    assert (concept.domain, concept.note, concept.date) == ("law and order", "one\ndeux two", "2026-11-25")
    assert (english.text, english.type, chinese.language) == ("H2O", "formula", "zh-Hant")
    assert (french.part_of_speech, french.source, french.bodies) == ("noun", "Littré", ("CTOC", "A/HRC"))
    assert french.note == "n m\nsecond"

    assert round_trip(tmp_path, [concept], tool) == [concept]

    if not tool:
        # TBX-Basic, which is what version 3 is, has no place for such things: they are in notes.
        assert problems_of(tmp_path / "written.tbx") == []
        return
    written = (tmp_path / "written.tbx").read_text(encoding="utf-8")
    for kept in (
        'rev="3"', 'id="s1"', "<hi>and</hi>", "2020-01-01", 'target="r1"', '<foreign xml:lang="en">two</foreign>',
        'id="l1"', 'id="t1"', '<term id="t2">H<hi type="subscript">2</hi>O</term>', "<note>obvious</note>",
        "<termComp>e</termComp>", "<note>p. 3</note>", "<note>n <hi>m</hi></note>", "<note>second</note>", "水",
    ):  # fmt: skip
        assert written.count(kept) == (2 if kept == "水" else 1), kept


def test_markup_is_dropped_when_the_text_is_changed(tmp_path: Path) -> None:
    concept = only(file(tmp_path, ODD))
    changed = replace(concept, terms=(replace(concept.terms[0], text="water"), *concept.terms[1:]))

    (again,) = round_trip(tmp_path, [changed])

    assert again.terms == changed.terms
    assert "<term>water</term>" in (tmp_path / "written.tbx").read_text(encoding="utf-8")


def round_trip(folder: Path, concepts: list[Concept], tool: Tool = "") -> list[Concept]:
    path = folder / "written.tbx"
    written = write_concepts(path, concepts, source_language="en", target_language="fr", tool=tool)
    # What has become a note is told, and is read back all the same.
    losses = {name for name in written.losses if "written as notes" not in name}
    assert (written.entries, losses) == (len(concepts), set())
    return [replace(entry, line=None) for entry in read(path) if isinstance(entry, Concept)]


CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\n\t\r"
)
texts = st.text(CHARACTERS, min_size=1, max_size=20).map(lambda text: normalize("NFC", text))
words = st.one_of(
    st.just(""), texts, st.sampled_from(["noun", "adj", "adjective", "other", "m", "feminine", "pl", "plural"])
)
terms = st.builds(
    Term,
    text=texts.filter(str.strip),
    language=st.sampled_from(["en", "fr", "fr-CA", "zh-Hant-TW"]),
    status=st.sampled_from(TermStatus),
    part_of_speech=words,
    gender=words,
    number=words,
    note=words,
    replaced_by=words,
    type=words,
    source=words,
    bodies=st.lists(texts, max_size=2).map(tuple),
    not_with=st.lists(texts, max_size=2).map(tuple),
)
PATHS = [
    "fr.1/admin/source",
    "fr.1/admin/customerSubset",
    "transacGrp",
    "markup:fr.1/note",
    "markup:note",
    "fr.1/@/id",
    "@/xml:lang",
    "fr/@/id",
    "admin/source",
    "descrip/context",
    "fr/note",
    "fr.1/termNote/termType",
    "en.2/descrip/context",
    "fr.9/note",
    "note",
]
names = st.one_of(
    texts, st.sampled_from([*PATHS, "descripGrp", "admin/x-id", "fr.1/termNote/partOfSpeech", "descrip/definition"])
)
concepts = st.builds(
    Concept,
    id=texts,
    terms=st.lists(terms, min_size=1, max_size=5).map(tuple),
    domain=words,
    definition=words,
    note=words,
    contrasts=st.lists(texts, max_size=2, unique=True).map(tuple),
    date=st.sampled_from(["", "2026-11-25"]),
    properties=st.dictionaries(names, words, max_size=4),
)


@given(
    written=st.lists(concepts, max_size=3, unique_by=lambda concept: concept.id), tool=st.sampled_from(["", "weblate"])
)
def test_concepts_written_and_read_are_equal(
    tmp_path_factory: pytest.TempPathFactory, written: list[Concept], tool: Tool
) -> None:
    assert round_trip(tmp_path_factory.mktemp("tbx"), written, tool) == written


@given(
    written=st.lists(concepts, max_size=2, unique_by=lambda concept: concept.id),
    style=st.sampled_from(["dca", "dct", "v2"]),
)
def test_concepts_are_equal_in_every_style(
    tmp_path_factory: pytest.TempPathFactory, written: list[Concept], style: Style
) -> None:
    path = tmp_path_factory.mktemp("tbx") / "a.tbx"
    write_concepts(path, written, source_language="en", target_language="fr", style=style)
    assert [replace(entry, line=None) for entry in read(path) if isinstance(entry, Concept)] == written


@pytest.mark.parametrize("name", ["descrip/definition", "descrip/subjectField"])
@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_beside_a_blank_field_a_property_that_is_called_like_it_is_kept(tmp_path: Path, name: str, blank: str) -> None:
    term = Term("vote", "en")
    written = [Concept("1", (term,), definition=blank, domain=blank, properties={name: "said otherwise"})]
    assert round_trip(tmp_path, written) == written


def test_in_dct_style_categories_are_elements_of_their_modules(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    written = write_concepts(path, [EXPECTED], source_language="en", target_language="fr", style="dct")
    text = path.read_text(encoding="utf-8")
    assert (
        '<tbx xmlns:xml="http://www.w3.org/XML/1998/namespace" xmlns="urn:iso:std:iso:30042:ed-2" style="dct"' in text
    )
    assert "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>" in text
    assert "<basic:definition>A crime.</basic:definition>" in text
    assert not written.losses
    assert only(path) == EXPECTED


def test_what_is_written_has_the_elements_and_order_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    write_concepts(path, [EXPECTED], source_language="en", target_language="fr")
    root = etree.parse(str(path)).getroot()
    space = "{urn:iso:std:iso:30042:ed-2}"
    assert (root.tag, root.get("type"), root.get("style")) == (f"{space}tbx", "TBX-Basic", "dca")
    assert [element.tag.removeprefix(space) for element in root] == ["tbxHeader", "text"]
    (term, *_) = [element for element in root.iter(f"{space}termSec") if element[0].text == "trafic illicite"]
    found = [(element.tag.removeprefix(space), element.get("type"), element.text) for element in term]
    assert found == [
        ("term", None, "trafic illicite"),
        ("termNote", "administrativeStatus", "preferredTerm-admn-sts"),
        ("termNote", "partOfSpeech", "noun"),
        ("termNote", "grammaticalGender", "masculine"),
        ("termNote", "termType", "fullForm"),
        ("note", None, "pluriel: trafics"),
    ]


def test_for_omegat_no_term_is_written_that_is_not_to_be_used(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    only_wrong = Concept("c2", (Term("a", "en"), Term("b", "fr", DEPRECATED)))
    written = write_concepts(path, [EXPECTED, only_wrong], source_language="en", target_language="fr", tool="omegat")
    assert written.entries == 1
    assert dict(written.losses) == {
        "terms not to be used": 2,
        "concepts without terms to be used in two languages": 1,
    }
    root = etree.parse(str(path)).getroot()
    assert root.tag == "martif"
    assert [element.text for element in root.iter("term")] == ["smuggling", "trafic illicite"]


def test_for_weblate_a_term_not_to_be_used_bears_the_word_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    write_concepts(path, [EXPECTED], source_language="en", target_language="fr", tool="weblate")
    assert '<termNote type="administrativeStatus">forbidden</termNote>' in path.read_text(encoding="utf-8")


def test_other_tools_read_what_is_written(tmp_path: Path) -> None:
    from translate.storage.tbx import tbxfile

    path = tmp_path / "a.tbx"
    write_concepts(path, [EXPECTED], source_language="en", target_language="fr", tool="weblate")
    (unit,) = tbxfile.parsefile(str(path)).units
    assert (unit.source, unit.target) == ("smuggling", "trafic illicite")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_concepts(tmp_path / "none" / "a.tbx", [EXPECTED], source_language="en", target_language="fr")


def test_a_second_term_in_one_section_and_a_note_of_key_and_value_are_read(tmp_path: Path) -> None:
    body = (
        '<termEntry id="a"><langSet xml:lang="fr"><tig><term>a</term><term>b</term>'
        "<termStatus>obsoleteTerm</termStatus><noteGrp><note><noteKey>k</noteKey><noteValue>v</noteValue></note></noteGrp></tig></langSet></termEntry>"
    )
    concept = only(file(tmp_path, body, '<TBX dialect="TBX-Min">'))
    assert [(term.text, term.status, term.note) for term in concept.terms] == [
        ("a", SUPERSEDED, "k: v"),
        ("b", PREFERRED, ""),
    ]
    assert round_trip(tmp_path, [concept]) == [concept]


def test_what_a_file_has_around_its_entries_is_there_again_in_another_tbx(tmp_path: Path) -> None:
    path, out = tmp_path / "a.tbx", tmp_path / "b.tbx"
    path.write_text(
        '<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>Crime terms</title></titleStmt>'
        "<sourceDesc><p>Treaties</p></sourceDesc></fileDesc></martifHeader><text><body><termEntry id='a'><langSet"
        " xml:lang='en'><tig><term>traffic</term></tig></langSet></termEntry></body><back><refObjectList type='resp'>"
        "<refObject id='r'><item type='fn'>Ana</item></refObject></refObjectList></back></text></martif>",
        encoding="utf-8",
    )
    convert(path, out, ImportOptions())
    assert read_frame(out) == read_frame(path)
    assert "<title>Crime terms</title>" in out.read_text(encoding="utf-8")
    assert problems_of(out) == []


def test_who_made_an_entry_stays_where_the_standard_has_it_if_the_persons_are_kept(tmp_path: Path) -> None:
    made = (
        '<transacGrp><transac type="transactionType">origination</transac><date>2010-04-17</date>'
        '<transacNote type="responsibility" target="ana">Ana</transacNote></transacGrp>'
    )
    path, out = tmp_path / "a.tbx", tmp_path / "b.tbx"
    path.write_text(
        f'<tbx type="TBX-Basic" style="dca" {V3}><tbxHeader><fileDesc><sourceDesc><p>a</p></sourceDesc></fileDesc>'
        f'</tbxHeader><text><body><conceptEntry id="a">{made}<langSec xml:lang="en"><termSec><term>traffic</term>'
        '</termSec></langSec></conceptEntry></body><back><refObjectSec type="respPerson"><refObject id="ana">'
        '<item type="fn">Ana</item></refObject></refObjectSec></back></text></tbx>',
        encoding="utf-8",
    )
    done = convert(path, out, ImportOptions())
    assert made in out.read_text(encoding="utf-8")
    assert (done.losses, problems_of(out)) == ({}, [])


def test_a_category_that_tbx_basic_has_not_is_a_note_and_told(tmp_path: Path) -> None:
    path, out = tmp_path / "a.tbx", tmp_path / "b.tbx"
    path.write_text(
        '<martif type="TBX"><text><body><termEntry id="a"><admin type="productSubset">x</admin><langSet xml:lang="en">'
        "<tig><term>traffic</term></tig></langSet></termEntry></body></text></martif>",
        encoding="utf-8",
    )
    done = convert(path, out, ImportOptions())
    assert done.losses == {"categories that TBX-Basic has not, written as notes": 1}
    assert "<note>x-property:admin/productSubset = x</note>" in out.read_text(encoding="utf-8")
    assert problems_of(out) == []


def test_a_type_of_term_that_tbx_basic_has_not_is_a_loss_that_is_named(tmp_path: Path) -> None:
    known, other = Term("fr", "ONU", type="acronym"), Term("en", "UN", type="entryTerm")
    written = write_concepts(
        tmp_path / "a.tbx", [Concept("c", (known, other))], source_language="en", target_language="fr"
    )
    assert written.losses == {"categories that TBX-Basic has not, written as notes": 1}
