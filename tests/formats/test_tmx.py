"""Tests how TMX is read as the tools write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.tmx.writing import write_units
from tmtool.model import Status

from .conftest import HERE, Read, only

PAIR = '<tuv xml:lang="en"><seg>Hello</seg></tuv><tuv xml:lang="fr"><seg>Bonjour</seg></tuv>'
HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="{}" '
    'datatype="plaintext"/>'
)


def memory(folder: Path, *units: str, srclang: str = "en", root: str = '<tmx version="1.4">', top: str = "") -> Path:
    """Returns a TMX file with these units between the usual beginning and end."""
    path = folder / "memory.tmx"
    body = "\n".join(units)
    path.write_text(f"{top}{root}{HEADER.format(srclang)}<body>\n{body}</body></tmx>", encoding="utf-8")
    return path


def test_a_trados_memory_keeps_all_that_it_says(read: Read) -> None:
    units, skipped = read(HERE / "samples" / "trados.tmx")
    first, second = units
    assert [(variant.language, variant.text) for variant in first.variants] == [
        ("en-US", "Opening of the meeting"),
        ("fr-FR", "Ouverture de la réunion"),
    ]
    assert first.variants[0].markup == (
        '<bpt i="1" type="bold" x="1"/>Opening<ept i="1"/> of the meeting<ph x="2" type="footnote"/>'
    )
    assert (first.created, first.created_by) == ("2024-01-31T12:00:00Z", "DOM\\anna")
    assert (first.changed, first.changed_by) == ("2024-02-01T08:00:00Z", "DOM\\ben")
    assert first.status is Status.APPROVED
    assert second.status is Status.DRAFT
    assert dict(first.properties) == {
        "@datatype": "xml",
        "@lastusagedate": "19700101T000000Z",
        "@usagecount": "3",
        "x-LastUsedBy": "DOM\\ben",
        "x-ConfirmationLevel": "ApprovedTranslation",
        "x-Domain:MultiplePicklist": "Legal",
        "x-Domain:MultiplePicklist#2": "Meetings",
    }
    assert [variant.language for variant in second.variants] == ["en-US", "fr-FR", "fr-CA"]
    assert [entry.reason for entry in skipped] == ["the unit has text in en-US only"]
    assert (first.line, second.line, skipped[0].line) == (7, 19, 25)
    assert (first.position, second.position) == (1, 2)


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("a <ph x='1'>&lt;br/></ph>b", "a b"),
        ("<bpt i='1'>&lt;b></bpt>bold<ept i='1'>&lt;/b></ept> text", "bold text"),
        ("<it pos='begin'>&lt;i></it>half", "half"),
        ("a <hi type='term'>term</hi> here", "a term here"),
        ("<hi>all <bpt i='1'>{\\b </bpt>of it<ept i='1'>}</ept></hi>", "all of it"),
        ("see <ph x='1'>&lt;img alt=\"<sub>a picture</sub>\"></ph>here", "see here"),
        ("<ut>{\\cs6</ut>old", "old"),
        ("a<!-- a remark -->b", "ab"),
        ("5\u00a0%\u202f; \u2019", "5\u00a0%\u202f; \u2019"),
        ("e\u0301le\u0300ve", "élève"),
        (" two  spaces ", " two  spaces "),
    ],
)
def test_text_is_what_is_neither_code_nor_inside_one(tmp_path: Path, read: Read, segment: str, text: str) -> None:
    unit = only(read, memory(tmp_path, f'<tu><tuv xml:lang="en"><seg>{segment}</seg></tuv>{PAIR}</tu>'))
    assert unit.variants[0].text == text


def test_the_direction_comes_from_the_languages_and_not_from_their_order(tmp_path: Path, read: Read) -> None:
    swapped = '<tu><tuv lang="FR_FR"><seg>Bonjour</seg></tuv><tuv lang="EN"><seg>Hello</seg></tuv></tu>'
    unit = only(read, memory(tmp_path, swapped, srclang="*all*"))
    english = unit.variant("en")
    assert english is not None
    assert english.text == "Hello"
    assert unit.variants[0].language == "fr-FR"
    assert unit.source_language == ""


def test_a_unit_may_have_its_own_source_language(tmp_path: Path, read: Read) -> None:
    path = memory(tmp_path, f"<tu>{PAIR}</tu>", f'<tu srclang="FR-fr">{PAIR}</tu>', f'<tu srclang="*all*">{PAIR}</tu>')
    assert [unit.source_language for unit in read(path)[0]] == ["en", "fr-FR", ""]


def test_namespaces_and_properties_after_the_variants_do_no_harm(tmp_path: Path, read: Read) -> None:
    late = f'<tu>{PAIR}<prop type="x-client">UN</prop></tu>'
    for root in ('<tmx version="1.4" xmlns="http://www.lisa.org/tmx14">', '<tmx version="1.4b">'):
        assert only(read, memory(tmp_path, late, root=root)).properties["x-client"] == "UN"


@pytest.mark.parametrize(
    ("property_type", "value", "status"),
    [
        ("x-status", "superseded", Status.SUPERSEDED),
        ("x-status", " Approved ", Status.APPROVED),
        ("x-ConfirmationLevel", "Translated", Status.TRANSLATED),
        ("x-ConfirmationLevel", "RejectedSignOff", Status.DRAFT),
        ("x-MateCAT-status", "APPROVED", Status.APPROVED),
        ("approved", "no", Status.DRAFT),
        ("x-status", "who knows", Status.TRANSLATED),
        ("x-client", "UN", Status.TRANSLATED),
    ],
)
def test_the_status_is_read_wherever_a_tool_writes_it(
    tmp_path: Path, read: Read, property_type: str, value: str, status: Status
) -> None:
    unit = only(read, memory(tmp_path, f'<tu><prop type="{property_type}">{value}</prop>{PAIR}</tu>'))
    assert unit.status is status


@pytest.mark.parametrize("written", ["0", "2000000000000", "9" * 5000, "1.5", "²"])
def test_a_place_that_no_document_has_stays_a_property(tmp_path: Path, read: Read, written: str) -> None:
    unit = only(read, memory(tmp_path, f'<tu><prop type="x-position">{written}</prop>{PAIR}</tu>'))
    assert (unit.position, unit.properties["x-position"]) == (1, written)


def test_a_machine_translation_is_a_draft(tmp_path: Path, read: Read) -> None:
    assert only(read, memory(tmp_path, f'<tu creationid="MT!">{PAIR}</tu>')).status is Status.DRAFT


@pytest.mark.parametrize("name", ["x-document", "x-MateCAT-filename", "Txt::FileName", "file"])
def test_the_document_is_read_wherever_a_tool_writes_it(tmp_path: Path, read: Read, name: str) -> None:
    assert only(read, memory(tmp_path, f'<tu><prop type="{name}">A/1.docx</prop>{PAIR}</tu>')).document == "A/1.docx"


def test_what_is_no_date_is_kept_among_the_properties(tmp_path: Path, read: Read) -> None:
    unit = only(read, memory(tmp_path, f'<tu creationdate="yesterday" changedate="19000101T000000Z">{PAIR}</tu>'))
    assert (unit.created, unit.changed) == ("", "")
    assert dict(unit.properties) == {"@creationdate": "yesterday"}


def test_context_and_notes_of_units_and_variants_are_kept(tmp_path: Path, read: Read) -> None:
    unit = only(
        read,
        memory(
            tmp_path,
            '<tu tuid="7"><note>one</note><note>two</note><prop type="x-context">item 3</prop>'
            '<tuv xml:lang="en"><note>mind</note><prop type="x-context-pre">Before</prop><seg>A</seg></tuv>'
            '<tuv xml:lang="fr" changeid="eve"><seg>B</seg></tuv></tu>',
        ),
    )
    assert (unit.id, unit.note, unit.context) == ("7", "one\ntwo", "item 3")
    assert dict(unit.variants[0].properties) == {"/note": "mind", "x-context-pre": "Before"}
    assert unit.variants[1].changed_by == "eve"


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        ("<tu></tu>", "no text"),
        ('<tu><tuv xml:lang="en"><seg> </seg></tuv><tuv xml:lang="fr"><seg/></tuv></tu>', "no text"),
        ('<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="fr"></tuv></tu>', "in en only"),
        ('<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="EN"><seg>B</seg></tuv></tu>', "in en only"),
        ("<tu><tuv xml:lang='en'><seg>A</seg></tuv><tuv><seg>B</seg></tuv></tu>", "no language"),
        ("<tu><tuv xml:lang='en'><seg>A</seg></tuv><tuv xml:lang='fr'><seg><ph>x</ph></seg></tuv></tu>", "in en only"),
    ],
)
def test_a_unit_without_two_languages_is_skipped_and_told(tmp_path: Path, read: Read, unit: str, reason: str) -> None:
    units, skipped = read(memory(tmp_path, unit, f"<tu>{PAIR}</tu>"))
    assert len(units) == 1
    assert [entry.line for entry in skipped] == [2]
    assert reason in skipped[0].reason


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        (f"<tmx>\n<body>\n<tu>{PAIR}</tu>\n<tu><tuv xml:lang='en'><seg>Cut", "Premature end", 4),
        ("<tmx>\n<body><tu><tuv><seg>a\x08b</seg></tuv></tu></body></tmx>", "Char value 8", 2),
        ("<tmx>\n<body>&nbsp;</body></tmx>", "Entity 'nbsp' not defined", 2),
        ("<tmx><body>\n\n<tu m:x='1'/></body></tmx>", "Namespace prefix m", 3),
        ("<!DOCTYPE tmx [\n<!ENTITY a 'ha'>]>\n<tmx><body><tu>&a;</tu></body></tmx>", "declares entities", 2),
        (
            f"<!DOCTYPE tmx SYSTEM 'a.dtd'>\n<tmx><body>\n<tu>{PAIR.replace('lo', '&nbsp;')}</tu></body></tmx>",
            "unknown entity",
            3,
        ),
    ],
)
def test_a_broken_file_is_an_error_with_its_line(
    tmp_path: Path, read: Read, content: str, problem: str, line: int
) -> None:
    path = tmp_path / "broken.tmx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        read(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.remedy


def test_an_external_entity_is_never_fetched(tmp_path: Path, read: Read) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET", encoding="utf-8")
    top = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(InputError) as caught:
        read(memory(tmp_path, f"<tu>{PAIR.replace('Hello', '&x;')}</tu>", top=top))
    assert "SECRET" not in str(caught.value)


def test_lines_beyond_65535_are_counted(tmp_path: Path, read: Read) -> None:
    unit = only(read, memory(tmp_path, "\n" * 70_000 + f"<tu>{PAIR}</tu>"))
    assert unit.line == 70_002


def test_one_giant_segment_is_a_clear_error(tmp_path: Path, read: Read) -> None:
    with pytest.raises(InputError, match=r"not well-formed.*10 million"):
        read(memory(tmp_path, f"<tu>{PAIR.replace('Hello', 'a' * 10_000_100)}</tu>"))


def test_a_unit_that_serves_both_directions_says_so_again(tmp_path: Path, read: Read) -> None:
    units, _ = read(memory(tmp_path, f'<tu srclang="*all*">{PAIR}</tu>'))
    out = tmp_path / "b.tmx"
    write_units(out, units, source_language="en", target_language="fr")
    assert '<tu srclang="*all*">' in out.read_text(encoding="utf-8")
    assert only(read, out).source_language == ""
