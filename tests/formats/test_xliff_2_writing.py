"""Tests units as XLIFF 2.1: what there is a place for is there, all else is in the metadata, and all is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tmtool.formats.xliff.unit_writing_2 import write_units
from tmtool.formats.xliff.validating import problems
from tmtool.model import Status, Unit, Variant
from tmtool.tasks.converting import convert
from tmtool.tasks.import_values import ImportOptions

from .conftest import Read

CORE = {"x": "urn:oasis:names:tc:xliff:document:2.0"}


def read_back(folder: Path, read: Read, *units: Unit) -> list[Unit]:
    """Writes the units, holds the file against the rules that `tmtool validate` knows, and reads it."""
    path = folder / "units.xliff"
    write_units(path, units, source_language="en", target_language="fr")
    assert not list(problems(path))
    again, skipped = read(path)
    assert not skipped
    return again


VERSION_2 = (
    'A <pc id="1" type="fmt">b</pc> <sc id="2"/>c<ec startRef="2"/><mrk id="m1" type="term">d</mrk><cp hex="001A"/>'
)


@pytest.mark.parametrize(
    ("markup", "vocabulary", "written"),
    [
        (
            VERSION_2,
            "xliff",
            VERSION_2,
        ),
        (
            'A <g id="1" ctype="bold">b</g> <x id="2"/><bpt id="3" rid="1">&lt;i&gt;</bpt>c'
            '<ept id="4" rid="1">&lt;/i&gt;</ept><mrk mtype="term">d</mrk>',
            "xliff",
            'A <pc id="1">b</pc> <ph id="2"/><sc id="3" dataRef="d1"/>c<ec startRef="3" dataRef="d2"/>'
            '<mrk id="c4" type="term">d</mrk>',
        ),
        (
            'A <bpt i="1" x="7">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> <it pos="end" x="2">&lt;/u&gt;</it>'
            '<ph x="3">@<sub>c</sub></ph><hi type="name">d</hi>',
            "tmx",
            'A <sc id="7" dataRef="d1"/>b<ec startRef="7" dataRef="d2"/> <ec id="2" isolated="yes" dataRef="d3"/>'
            '<ph id="3" dataRef="d4"/><mrk id="c4" type="tmtool:name">d</mrk>',
        ),
    ],
)
def test_codes_become_those_of_the_same_kind_and_native_code_goes_with_the_unit(
    tmp_path: Path, read: Read, markup: str, vocabulary: str, written: str
) -> None:
    unit = Unit((Variant("en", "A b cd", markup, vocabulary), Variant("fr", "A b cd", markup, vocabulary)))
    (again,) = read_back(tmp_path, read, unit)
    assert [variant.markup for variant in again.variants] == [written, written]
    assert read_back(tmp_path, read, again) == [replace(again, document="tmtool")]


def test_codes_of_source_and_target_keep_their_ids_in_another_order(tmp_path: Path, read: Read) -> None:
    texts = (
        Variant("en", "ab", '<ph x="1">[1]</ph>a<ph x="2">[2]</ph>b', "tmx"),
        Variant("fr", "ba", '<ph x="2">[2]</ph>b<ph x="1">[1]</ph>a', "tmx"),
    )
    (again,) = read_back(tmp_path, read, Unit(texts))
    assert again.variants[1].markup == '<ph id="2" dataRef="d2"/>b<ph id="1" dataRef="d1"/>a'
    assert [again.properties[f"originalData:d{number}"] for number in (1, 2)] == ["[1]", "[2]"]


def test_what_the_standard_has_no_attribute_for_is_in_the_metadata_and_comes_back(tmp_path: Path, read: Read) -> None:
    unit = Unit(
        (Variant("en", "A", properties={"x-origin": "scan"}), Variant("fr-CA", "B")),
        id="1 / a",
        document="A/1",
        position=1,
        source_language="en",
        status=Status.APPROVED,
        created="2020-01-02T03:04:05Z",
        created_by="UN\\jm",
        changed="2021-01-02T03:04:05Z",
        date="2020-01-01",
        context="title",
        note="one\ntwo",
        properties={
            "@translate": "yes",
            "@state": "reviewed",
            "@subState": "un:read",
            "@maxwidth": "12",
            "fs:fs": "p",
            "sdl:percent": "99",
            "metadata:phase/author": "ana",
            "originalData:d1": "<b>",
            "/note@category=reviser": "one",
            "/note": "two",
            "x-Client:SinglePicklist": "UN 100%",
        },
    )
    other = replace(unit, variants=(Variant("en-GB", "C"), Variant("fr-FR", "D")), id="2", position=2)
    assert [replace(one, line=None) for one in read_back(tmp_path, read, unit, other)] == [unit, other]
    root = etree.parse(tmp_path / "units.xliff").getroot()
    assert (root.get("srcLang"), root.get("trgLang")) == ("en", "fr-CA")
    (first, _) = root.iterfind(".//x:unit", CORE)
    assert [etree.QName(one).localname for one in first] == ["metadata", "notes", "originalData", "segment"]


@pytest.mark.parametrize(
    ("status", "state"),
    [(Status.DRAFT, "initial"), (Status.SUPERSEDED, "initial"), (Status.TRANSLATED, "translated")],
)
def test_a_status_that_became_another_one_is_written_and_not_what_the_file_said(
    tmp_path: Path, read: Read, status: Status, state: str
) -> None:
    said = {"@state": "final", "@subState": "a:b"}
    (again,) = read_back(tmp_path, read, Unit((Variant("en", "A"), Variant("fr", "B")), status=status, properties=said))
    assert again.status is status
    assert dict(again.properties) == {"@state": state}


def test_units_of_another_pair_are_left_out_and_counted(tmp_path: Path, read: Read) -> None:
    def unit(*tags: str) -> Unit:
        return Unit(tuple(Variant(tag, tag.upper()) for tag in tags))

    again = read_back(tmp_path, read, unit("es", "de"), unit("fr", "en"), unit("en", "es", "fr"))
    assert [[one.language for one in found.variants] for found in again] == [["en", "fr"], ["en", "fr"]]
    (alone,) = read_back(tmp_path, read, unit("es", "de"), unit("ru", "de"))
    assert [one.language for one in alone.variants] == ["es", "de"]
    path, out = tmp_path / "a.tsv", tmp_path / "b.xliff"
    path.write_text("en\tfr\tes\nA\tB\tC\nD\t\tE\n", encoding="utf-8")
    assert convert(path, out, ImportOptions()).losses["units without text in both languages"] == 1
