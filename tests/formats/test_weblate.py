"""Tests the memory of Weblate in JSON: read, written, and told from other JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.registry import detect
from tmtool.formats.weblate.memory import write_units
from tmtool.model import Status, Unit, Variant

from .conftest import Read, only

ENTRY = {
    "source": "Opening",
    "target": "Ouverture",
    "source_language": "en",
    "target_language": "fr_CA",
    "origin": "site/pages",
    "context": "title",
    "category": 10000003,
    "status": 0,
}


def memory(folder: Path, *entries: object) -> Path:
    path = folder / "memory.json"
    path.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    return path


def test_an_entry_has_its_languages_origin_context_status_and_category(tmp_path: Path, read: Read) -> None:
    unit = only(read, memory(tmp_path, ENTRY))
    assert [(one.language, one.text) for one in unit.variants] == [("en", "Opening"), ("fr-CA", "Ouverture")]
    assert (unit.document, unit.context, unit.status) == ("site/pages", "title", Status.DRAFT)
    assert dict(unit.properties) == {"@category": "10000003"}


def test_what_lacks_a_text_or_language_is_skipped_with_its_line(tmp_path: Path, read: Read) -> None:
    units, skipped = read(memory(tmp_path, ENTRY, {**ENTRY, "target": " "}, 5, {**ENTRY, "target_language": None}))
    assert len(units) == 1
    assert [one.line for one in skipped] == [12, 22, 23]


def test_what_breaks_off_is_named_with_its_line(tmp_path: Path, read: Read) -> None:
    path = memory(tmp_path, ENTRY, ENTRY)
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    with pytest.raises(InputError, match=r"memory\.json:12: the JSON breaks off"):
        read(path)


def test_units_come_back_and_the_superseded_stay_out(tmp_path: Path, read: Read) -> None:
    texts = (Variant("en", "One “x”"), Variant("fr", "Un"), Variant("es", "Uno"))
    units = [
        Unit(texts, document="a/b", context="c", status=Status.DRAFT, properties={"@category": "7"}),
        Unit(texts, status=Status.SUPERSEDED),
        Unit((Variant("en", "Alone"),)),
    ]
    path = tmp_path / "out.json"
    assert write_units(path, units, source_language="en", target_language="fr") == 1
    again, skipped = read(path)
    assert not skipped
    assert [one.variants[1].text for one in again] == ["Un", "Uno"]
    assert {(one.document, one.context, one.status, one.properties["@category"]) for one in again} == {
        ("a/b", "c", Status.DRAFT, "7")
    }


def test_every_entry_has_what_the_schema_asks_for_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    write_units(path, [Unit((Variant("en", "A"), Variant("fr", "B")))], source_language="en", target_language="fr")
    (entry,) = json.loads(path.read_text(encoding="utf-8"))
    assert set(entry) == set(ENTRY)
    assert (entry["origin"], entry["category"], entry["status"]) == ("tmtool", 1, 1)


def test_other_json_is_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "messages.json"
    path.write_text('{"open": "Opening"}', encoding="utf-8")
    assert detect(path).name == "json"
    path.write_text("[]", encoding="utf-8")
    assert detect(path).name == "weblate"
