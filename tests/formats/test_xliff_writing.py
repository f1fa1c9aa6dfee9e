"""Tests suggestions as XLIFF 1.2: what is filled, what is offered, what is noted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tmtool.formats.xliff.unit_writing import write_units
from tmtool.formats.xliff.unit_writing_2 import write_units as write_units_2
from tmtool.formats.xliff.validating import problems
from tmtool.formats.xliff.writing import write_suggestions
from tmtool.formats.xliff.writing_2 import write_suggestions as write_suggestions_2
from tmtool.model import (
    BlockKind,
    Concept,
    Document,
    Match,
    MatchKind,
    Occurrence,
    Segment,
    Span,
    Status,
    Suggestion,
    Term,
    TermStatus,
    Unit,
    Variant,
)

from .conftest import Read, assert_valid

NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
SMUGGLING = Concept(
    "smuggling",
    (
        Term("smuggling of migrants", "en"),
        Term("trafic illicite de migrants", "fr"),
        Term("traite de migrants", "fr", TermStatus.DEPRECATED),
        Term("contrebande de migrants", "fr", TermStatus.DEPRECATED),
    ),
)


def match(kind: MatchKind, rate: int, source: str, target: str, score: int | None = None) -> Match:
    return Match(
        rate, rate if score is None else score, kind, source, target, "main", "X/1", 3, Status.APPROVED, "", ()
    )


def written(folder: Path, *suggestions: Suggestion) -> Path:
    path = folder / "out.xlf"
    write_suggestions(path, Document("folder/new.txt", "en", (), ()), suggestions, target_language="fr")
    assert_valid(path, "xliff12.dtd")
    return path


def suggestion(number: int, text: str, kind: MatchKind, *matches: Match, label: str = "", **more: object) -> Suggestion:
    target = matches[0].target if matches else None
    rate = matches[0].rate if matches else 0
    segment = Segment(number, text, number - 1, label, BlockKind.ITEM)
    return Suggestion(segment, kind, rate, target, more.get("repeats"), matches, tuple(more.get("terms", ())))  # type: ignore[arg-type]


def test_only_the_same_text_fills_the_target(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        suggestion(1, "A", MatchKind.CONTEXT, match(MatchKind.CONTEXT, 100, "A", "Un")),
        suggestion(2, "B", MatchKind.EXACT, match(MatchKind.EXACT, 100, "B", "Deux")),
        suggestion(3, "C d e", MatchKind.FUZZY, match(MatchKind.FUZZY, 80, "C d f", "Trois")),
        suggestion(4, "D", MatchKind.NONE),
    )
    root = etree.parse(str(path)).getroot()
    units = [(unit, unit.find("x:target", NAMESPACE)) for unit in root.iterfind(".//x:trans-unit", NAMESPACE)]
    filled = [(unit.get("id"), target) for unit, target in units if target is not None]
    assert [(unit, target.text) for unit, target in filled] == [("1", "Un"), ("2", "Deux")]
    assert {(target.get("state"), target.get("state-qualifier")) for _, target in filled} == {(None, "exact-match")}
    assert [unit.get("approved") for unit, _ in units] == ["yes", "yes", None, None]
    assert root.xpath("//x:file/@original", namespaces=NAMESPACE) == ["new.txt"]


def test_every_match_is_an_alternative_with_its_score_and_origin(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        suggestion(
            1,
            "A b c",
            MatchKind.FUZZY,
            match(MatchKind.FUZZY, 87, "A b d", "Un", score=85),
            match(MatchKind.FUZZY, 72, "A x", "Deux"),
        ),
    )
    found = etree.parse(str(path)).getroot().findall(".//x:alt-trans", NAMESPACE)
    assert [(one.get("match-quality"), one.get("origin"), one[0].text, one[1].text) for one in found] == [
        ("85", "main, X/1", "A b d", "Un"),
        ("72", "main, X/1", "A x", "Deux"),
    ]


def test_label_repeats_and_terms_are_notes(tmp_path: Path) -> None:
    text = "Smuggling of migrants"
    occurrence = Occurrence(Span(0, 21), SMUGGLING, SMUGGLING.terms[0])
    path = written(
        tmp_path,
        suggestion(1, text, MatchKind.NONE, label="3.", repeats=1, terms=(occurrence, occurrence)),
    )
    notes = etree.parse(str(path)).getroot().xpath("//x:trans-unit/x:note/text()", namespaces=NAMESPACE)
    assert notes == [
        "label: 3.",
        "repeats segment 1",
        "term: Smuggling of migrants → trafic illicite de migrants (not: traite de migrants, contrebande de migrants)",
    ]


def test_our_file_comes_back_as_units(tmp_path: Path, read: Read) -> None:
    text = "A < B & C\u00a0; \x08"
    path = written(
        tmp_path,
        suggestion(1, text, MatchKind.EXACT, match(MatchKind.EXACT, 100, text, "Ä")),
        suggestion(2, "B", MatchKind.NONE),
    )
    (unit,), (skipped,) = read(path)
    assert [variant.text for variant in unit.variants] == ["A < B & C\u00a0; ", "Ä"]
    assert (unit.document, unit.status) == ("new.txt", Status.TRANSLATED)
    assert skipped.reason == "unit '2' has no target"


def test_translate_toolkit_reads_our_matches(tmp_path: Path) -> None:
    from translate.storage.xliff import xlifffile

    path = written(tmp_path, suggestion(1, "A b", MatchKind.FUZZY, match(MatchKind.FUZZY, 80, "A c", "Un")))
    with path.open("rb") as stream:
        (unit,) = xlifffile.parsefile(stream).units
    assert unit.source == "A b"
    assert not unit.target
    assert [alternative.target for alternative in unit.getalttrans()] == ["Un"]


MODULES = {
    "x": "urn:oasis:names:tc:xliff:document:2.0",
    "m": "urn:oasis:names:tc:xliff:matches:2.0",
    "g": "urn:oasis:names:tc:xliff:glossary:2.0",
}


def test_xliff_2_has_matches_and_terms_in_their_modules_and_what_was_adapted_is_but_a_beginning(tmp_path: Path) -> None:
    terms = (Occurrence(Span(0, 20), SMUGGLING, SMUGGLING.terms[0]),)
    given = (
        suggestion(
            1,
            "Smuggling of migrants",
            MatchKind.CONTEXT,
            match(MatchKind.CONTEXT, 100, "Smuggling of migrants", "Trafic illicite de migrants"),
            terms=terms,
        ),
        suggestion(2, "Item 2", MatchKind.ADAPTED, match(MatchKind.ADAPTED, 50, "Item 3", "Point 2")),
        suggestion(3, "New", MatchKind.FUZZY, match(MatchKind.FUZZY, 75, "Newer", "Plus nouveau", score=70)),
    )
    path = tmp_path / "out.xliff"
    write_suggestions_2(path, Document("folder/new.txt", "en", (), ()), given, target_language="fr")
    root = etree.parse(path).getroot()

    segments = root.findall(".//x:segment", MODULES)
    assert [one.get("state") for one in segments] == ["translated", "initial", None]
    assert [one.findtext("x:target", None, MODULES) for one in segments] == [
        "Trafic illicite de migrants",
        "Point 2",
        None,
    ]
    assert [one.get("type") for one in root.iterfind(".//m:match", MODULES)] == ["icm", "tm", "tm"]
    assert root.find(".//m:match[@similarity='75'][@matchQuality='70']", MODULES) is not None
    assert [one.text for one in root.iterfind(".//g:translation", MODULES)] == ["Trafic illicite de migrants".lower()]
    children = [etree.QName(one).localname for one in root.find(".//x:unit", MODULES)]  # type: ignore[union-attr]
    assert children == ["matches", "glossary", "notes", "segment"]


def test_units_are_written_a_file_a_document_and_read_back_with_their_states(tmp_path: Path, read: Read) -> None:
    def unit(number: int, status: Status, document: str = "A/1", note: str = "") -> Unit:
        texts = (Variant("en", f"Text <{number}>"), Variant("fr", f"Texte <{number}>"))
        return Unit(texts, id="same", document=document, status=status, note=note, context="title")

    units = [unit(1, Status.APPROVED, note="so"), unit(2, Status.DRAFT), unit(3, Status.TRANSLATED, "B/2")]
    alone = Unit((Variant("en", "Alone"),), document="B/2")
    path = tmp_path / "units.xlf"

    assert write_units(path, [*units, alone], source_language="en", target_language="fr") == 3
    assert_valid(path, "xliff12.dtd")
    again, skipped = read(path)

    assert not skipped
    assert [(one.document, one.status, one.context, one.note) for one in again] == [
        (one.document, one.status, one.context, one.note) for one in units
    ]
    assert [one.variants[1].text for one in again] == ["Texte <1>", "Texte <2>", "Texte <3>"]
    assert len({one.id for one in again[:2]}) == 2
    assert path.read_text(encoding="utf-8").count('approved="yes"') == 1
    assert [one.properties["@state"] for one in again] == ["signed-off", "needs-review-translation", "translated"]


INLINE_1 = (
    'A <g id="1" ctype="bold">b <x id="2"/></g> <bpt id="3" rid="3">&lt;i&gt;</bpt>c'
    '<ept id="4" rid="3">&lt;/i&gt;</ept>'
    '<ph id="5" equiv-text="@">{0}<sub>alt</sub></ph> <mrk mtype="term">d</mrk>'
)


def read_back(folder: Path, read: Read, *units: Unit) -> list[Unit]:
    """Writes the units, holds the file against the rules that `tmtool validate` knows, and reads it."""
    path = folder / "units.xlf"
    write_units(path, units, source_language="en", target_language="fr")
    assert not list(problems(path))
    again, skipped = read(path)
    assert not skipped
    return again


def test_codes_of_xliff_1_come_back_as_they_were(tmp_path: Path, read: Read) -> None:
    unit = Unit((Variant("en", "A b  c d", INLINE_1, "xliff"), Variant("fr", "A b  c d", INLINE_1, "xliff")))
    (again,) = read_back(tmp_path, read, unit)
    assert [variant.markup for variant in again.variants] == [INLINE_1, INLINE_1]


@pytest.mark.parametrize(
    ("markup", "vocabulary", "written"),
    [
        (
            'A <bpt i="1" x="7" type="bold">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> <hi type="name">c</hi>',
            "tmx",
            'A <bpt ctype="bold" id="7" rid="1">&lt;b&gt;</bpt>b<ept id="1" rid="1">&lt;/b&gt;</ept> '
            '<mrk mtype="name">c</mrk>',
        ),
        ('A <it pos="begin">&lt;b&gt;</it>b <ut>x</ut>c', "tmx",
         'A <it pos="open" id="tmtool-1">&lt;b&gt;</it>b <ph id="tmtool-2">x</ph>c'),
        (
            'A <pc id="1" type="fmt">b</pc> <sc id="2"/>c<ec startRef="2"/><sm id="m1" type="term"/>',
            "xliff",
            'A <g id="1" ctype="x-fmt">b</g> <bx id="2" rid="2"/>c<ex id="2" rid="2"/>',
        ),
    ],
)  # fmt: skip
def test_codes_of_tmx_and_xliff_2_become_those_of_the_same_kind(
    tmp_path: Path, read: Read, markup: str, vocabulary: str, written: str
) -> None:
    (again,) = read_back(tmp_path, read, Unit((Variant("en", "A b c", markup, vocabulary), Variant("fr", "A b c"))))
    assert again.variants[0].markup == written
    assert again.variants[0].text == "A b c"


def test_attributes_notes_properties_dates_and_users_come_back(tmp_path: Path, read: Read) -> None:
    unit = Unit(
        (Variant("en", "A", properties={"x-origin": "scan"}), Variant("fr", "B")),
        status=Status.APPROVED,
        created="2020-01-02T03:04:05Z",
        created_by="UN\\jm",
        changed="2021-01-02T03:04:05Z",
        changed_by="a b",
        date="2020-01-01",
        note="one\ntwo",
        properties={
            "@approved": "yes",
            "@state": "final",
            "@restype": "x-paragraph",
            "@maxwidth": "12",
            "mq:status": "Proofread",
            "context:x-mmq-context-pre": "Before",
            "/note@from=reviser": "one",
            "/note": "two",
            "x-Client:SinglePicklist": "UN 100%",
            "x-Client:SinglePicklist#2": "WHO",
        },
    )
    (again,) = read_back(tmp_path, read, unit)
    assert dict(again.properties) == dict(unit.properties)
    assert dict(again.variants[0].properties) == {"x-origin": "scan"}
    assert replace(again, properties=unit.properties, variants=unit.variants, line=None) == replace(
        unit, id="1", document="tmtool", source_language="en", position=1
    )


def test_a_status_that_became_another_one_is_written_and_not_what_the_file_said(tmp_path: Path, read: Read) -> None:
    said = {"@state": "final", "@approved": "yes", "@maxwidth": "9"}
    texts = (Variant("en", "A"), Variant("fr", "B"))
    for status in (Status.DRAFT, Status.SUPERSEDED):
        (again,) = read_back(tmp_path, read, Unit(texts, status=status, properties=said))
        assert again.status is status
        assert dict(again.properties) == {"@maxwidth": "9", "@state": "needs-review-translation"}


def test_a_value_that_the_standard_does_not_list_is_a_context(tmp_path: Path, read: Read) -> None:
    unit = Unit((Variant("en", "A"), Variant("fr", "B")), properties={"@datatype": "PlainText"})
    (again,) = read_back(tmp_path, read, unit)
    assert again.properties["@datatype"] == "PlainText"
    assert "x-tmtool-property:@datatype" in (tmp_path / "units.xlf").read_text(encoding="utf-8")


def test_units_of_another_pair_are_in_a_file_of_that_pair(tmp_path: Path, read: Read) -> None:
    units = [
        Unit((Variant("en", "A"), Variant("fr", "B"), Variant("es", "C"))),
        Unit((Variant("es", "D"), Variant("de", "E")), source_language="de"),
    ]
    again = read_back(tmp_path, read, *units)
    assert [[(one.language, one.text) for one in unit.variants] for unit in again] == [
        [("en", "A"), ("fr", "B")],
        [("de", "E"), ("es", "D")],
    ]


@pytest.mark.parametrize("write", [write_units, write_units_2])
def test_thousands_of_codes_in_a_text_take_time_by_their_number(tmp_path: Path, write: Callable[..., object]) -> None:
    markup = "a<ph>x</ph>" * 20_000
    unit = Unit(tuple(Variant(language, "a" * 20_000, markup, "tmx") for language in ("en", "fr")))
    begin = time.process_time()
    write(tmp_path / "units.xlf", [unit], source_language="en", target_language="fr")
    assert time.process_time() - begin < 4
