"""Tests suggestions as XLIFF 1.2: what is filled, what is offered, what is noted."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tmtool.formats.xliff.unit_writing import write_units
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
    assert {(target.get("state"), target.get("state-qualifier")) for _, target in filled} == {
        ("translated", "exact-match")
    }
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
