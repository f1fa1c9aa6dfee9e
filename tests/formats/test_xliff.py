"""XLIFF files of every kind that a translator has worked through give units with their status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.xliff.reading import read_units
from tmtool.model import Notice, Status

from .conftest import HERE, Read, only

NS_1 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"'
NS_2 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"'


def version_1(folder: Path, units: str, extra: str = "") -> Path:
    path = folder / "work.xlf"
    path.write_text(
        f'<xliff {NS_1} {extra}><file original="dir/a.docx" source-language="EN" target-language="fr" datatype="x">'
        f"<body>{units}</body></file></xliff>",
        encoding="utf-8",
    )
    return path


def version_2(folder: Path, units: str) -> Path:
    path = folder / "work.xliff"
    path.write_text(f'<xliff {NS_2}><file id="f" original="a.docx">{units}</file></xliff>', encoding="utf-8")
    return path


def test_a_trados_file_is_read_segment_by_segment(read: Read) -> None:
    units, skipped = read(HERE / "samples" / "translated.sdlxliff")
    assert [(unit.id, unit.variants[0].text, unit.variants[1].text, unit.status.value) for unit in units] == [
        ("u1/1", "Opening of the meeting.", "Ouverture de la réunion.", "approved"),
        ("u1/2", "It was opened.", "Elle a été ouverte.", "translated"),
        ("u2", "Other matters", "Questions diverses", "draft"),
    ]
    first, second, _ = units
    assert [variant.language for variant in first.variants] == ["en-US", "fr-FR"]
    assert first.variants[0].markup == 'Opening of <g id="2">the</g> meeting.'
    assert first.variants[0].markup_format == "xliff"
    assert first.document == "agenda.docx"
    assert (first.created, first.created_by) == ("2024-01-31T12:00:00Z", "DOM\\anna")
    assert (first.changed, first.changed_by) == ("2024-02-01T08:00:00Z", "DOM\\ben")
    assert second.properties["sdl:percent"] == "100"
    assert [unit.position for unit in units] == [1, 2, 3]
    assert [(entry.reason, entry.line) for entry in skipped] == [
        ("unit 'u3' has no target", 4),
        ("unit 'u4' is not to be translated", 5),
    ]


@pytest.mark.parametrize(
    ("of_unit", "of_target", "status"),
    [
        ("", "", Status.TRANSLATED),
        ('approved="yes"', "", Status.APPROVED),
        ('approved="yes"', 'state-qualifier="exact-match"', Status.TRANSLATED),
        ('approved="yes"', 'state="final" state-qualifier="exact-match"', Status.APPROVED),
        ('approved="no"', "", Status.DRAFT),
        ('approved="no"', 'state="translated"', Status.TRANSLATED),
        ("", 'state="translated"', Status.TRANSLATED),
        ("", 'state="final"', Status.APPROVED),
        ("", 'state="signed-off"', Status.APPROVED),
        ("", 'state="needs-review-translation"', Status.DRAFT),
        ("", 'state="x-odd"', Status.DRAFT),
        ("", 'state="translated" state-qualifier="leveraged-mt"', Status.DRAFT),
        ("", 'state="translated" state-qualifier="exact-match"', Status.TRANSLATED),
        ('mq:status="ManuallyConfirmed"', "", Status.TRANSLATED),
        ('mq:status="Proofread"', "", Status.APPROVED),
        ('mq:status="Reviewer1Confirmed"', 'state="new"', Status.APPROVED),
        ('mq:status="MachineTranslated"', "", Status.DRAFT),
        ('m:confirmed="1"', "", Status.TRANSLATED),
        ('m:confirmed="0"', "", Status.DRAFT),
    ],
)
def test_states_of_version_1_and_its_dialects(
    tmp_path: Path, read: Read, of_unit: str, of_target: str, status: Status
) -> None:
    unit = f'<trans-unit id="1" {of_unit}><source>A</source><target {of_target}>B</target></trans-unit>'
    found = only(read, version_1(tmp_path, unit, 'xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"'))
    assert found.status is status


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("", Status.TRANSLATED),
        ('state="initial"', Status.DRAFT),
        ('state="translated"', Status.TRANSLATED),
        ('state="reviewed"', Status.APPROVED),
        ('state="final"', Status.APPROVED),
    ],
)
def test_states_of_version_2(tmp_path: Path, read: Read, state: str, status: Status) -> None:
    segment = f'<unit id="1"><segment {state}><source>A</source><target>B</target></segment></unit>'
    assert only(read, version_2(tmp_path, segment)).status is status


def test_a_unit_of_version_2_has_several_segments(tmp_path: Path, read: Read) -> None:
    path = version_2(
        tmp_path,
        '<unit id="u" name="title"><notes><note>mind</note></notes>'
        '<originalData><data id="d">&lt;b&gt;</data></originalData>'
        '<segment id="s1"><source>A <pc id="1">b</pc><ph id="2" dataRef="d"/> <mrk id="m">c</mrk></source>'
        '<target>D <pc id="1">e</pc></target></segment><ignorable><source> </source></ignorable>'
        "<segment><source>F</source></segment></unit>",
    )
    (unit,), (skipped,) = read(path)
    assert (unit.id, unit.context, unit.note) == ("u/s1", "title", "mind")
    assert [variant.text for variant in unit.variants] == ["A b c", "D e"]
    assert unit.variants[1].markup == 'D <pc id="1">e</pc>'
    assert skipped.reason == "unit 'u/2' has no target"


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ('a<x id="1"/> <ph id="2">%s</ph>b', "a b"),
        ('<bpt id="1">&lt;b></bpt>bold<ept id="1">&lt;/b></ept>', "bold"),
        ('<g id="1">all <mrk mtype="term">of</mrk> it</g>', "all of it"),
        ('<ph id="1">&lt;img alt="<sub>alt</sub>"></ph>text', "text"),
        ('<bx id="1" rid="1"/>a<ex id="2" rid="1"/><it id="3" pos="open">[</it>', "a"),
    ],
)
def test_codes_are_no_text(tmp_path: Path, read: Read, segment: str, text: str) -> None:
    unit = only(
        read, version_1(tmp_path, f'<trans-unit id="1"><source>{segment}</source><target>B</target></trans-unit>')
    )
    assert unit.variants[0].text == text


def test_matches_and_older_versions_inside_a_unit_are_not_its_target(tmp_path: Path, read: Read) -> None:
    units, skipped = read(
        version_1(
            tmp_path,
            '<trans-unit id="1"><source>A</source><alt-trans><target>no</target></alt-trans></trans-unit>',
        )
    )
    assert not units
    assert [entry.reason for entry in skipped] == ["unit '1' has no target"]


def test_notes_keys_and_contexts_are_kept(tmp_path: Path, read: Read) -> None:
    unit = only(
        read,
        version_1(
            tmp_path,
            '<trans-unit id="1" resname="menu.open" maxwidth="9"><source>A</source><target>B</target>'
            "<note>one</note><note> two </note>"
            '<context-group><context context-type="x-mmq-context-pre">Before</context></context-group></trans-unit>',
        ),
    )
    assert (unit.context, unit.note) == ("menu.open", "one\ntwo")
    assert dict(unit.properties) == {
        "@maxwidth": "9",
        "context:x-mmq-context-pre": "Before",
        "/note": "one",
        "/note#2": " two ",
    }


def test_the_files_of_one_document_may_have_different_languages(tmp_path: Path, read: Read) -> None:
    unit = '<body><trans-unit id="1"><source>A</source><target>B</target></trans-unit></body></file>'
    path = tmp_path / "two.xlf"
    path.write_text(
        f'<xliff {NS_1}><file original="a" source-language="en" target-language="fr">{unit}'
        f'<file original="b" source-language="fr-CA">{unit}</xliff>',
        encoding="utf-8",
    )
    units, _ = read(path)
    assert [(found.document, found.position, *(v.language for v in found.variants)) for found in units] == [
        ("a", 1, "en", "fr"),
        ("b", 1, "fr-CA", "fr"),
    ]


def test_a_prefix_without_namespace_is_named(tmp_path: Path, read: Read) -> None:
    with pytest.raises(InputError, match="Namespace prefix iws"):
        read(version_1(tmp_path, '<trans-unit id="1" iws:x="1"/>'))


def notices(path: Path) -> list[str]:
    found = read_units(path, source_language="en", target_language="fr")
    return [one.text for one in found if isinstance(one, Notice)]


def test_ids_that_repeat_are_told_once_and_every_unit_is_kept(tmp_path: Path, read: Read) -> None:
    path = version_1(tmp_path, '<trans-unit id="1"><source>A</source><target>B</target></trans-unit>' * 3)
    assert notices(path) == ["the id '1' is there more than once: each unit is kept"]
    assert len(read(path)[0]) == 3


def test_a_version_that_is_not_that_of_its_namespace_is_told(tmp_path: Path) -> None:
    path = version_1(tmp_path, '<trans-unit id="1"><source>A</source><target>B</target></trans-unit>')
    assert notices(path) == []
    path.write_text(path.read_text(encoding="utf-8").replace('version="1.2"', 'version="2.1"'), encoding="utf-8")
    assert notices(path) == ["says that it is XLIFF 2.1, but is in the namespace of another"]
