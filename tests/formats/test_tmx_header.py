"""What a TMX says of itself, in several notes and for one program or another, is there again in the next one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tmtool.formats.registry import variants
from tmtool.formats.tmx.header import read_header
from tmtool.formats.tmx.profiles import PROFILES
from tmtool.formats.tmx.reading import read_units
from tmtool.formats.tmx.writing import write_units
from tmtool.model import Status, Unit, Variant
from tmtool.tasks.converting import convert
from tmtool.tasks.import_values import ImportOptions

FILE = """<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="paragraph" o-tmf="b"
 adminlang="de" srclang="*all*" datatype="html">
<note xml:lang="de">Von Hand</note><prop type="p" xml:lang="fr">q</prop>
<prop type="r">s</prop></header>
<body><tu tuid="1"><note>one</note><note xml:lang="fr">deux</note><prop type="x" xml:lang="fr">y</prop>
<tuv xml:lang="en"><note>a</note><note>b</note><seg>The Group</seg></tuv>
<tuv xml:lang="fr"><seg>Le Groupe</seg></tuv></tu>
<tu segtype="phrase"><tuv xml:lang="en"><seg>Chair</seg></tuv>
<tuv xml:lang="fr"><seg>Présidence</seg></tuv></tu></body></tmx>
"""


def facts_of(path: Path) -> list[tuple[object, ...]]:
    """Returns every element with its attributes and text but what names the program."""
    return [
        (etree.QName(element).localname, sorted(element.items()), (element.text or "").strip())
        for element in etree.parse(str(path)).getroot().iter("note", "prop", "seg", "tu")
        if element.get("type") not in ("x-status", "x-position")
    ]


def test_a_file_converted_to_its_own_format_says_the_same_of_itself(tmp_path: Path) -> None:
    path, out = tmp_path / "a.tmx", tmp_path / "b.tmx"
    path.write_text(FILE, encoding="utf-8")
    done = convert(path, out, ImportOptions())
    assert read_header(out) == read_header(path)
    assert read_header(out).attributes["srclang"] == "*all*"
    assert sorted(map(str, facts_of(out))) == sorted(map(str, facts_of(path)))
    assert done.losses == {}


def test_what_a_memory_does_not_keep_of_a_header_is_told_and_the_rest_goes_to_the_units(tmp_path: Path) -> None:
    path, out = tmp_path / "a.tmx", tmp_path / "b.tmx"
    path.write_text(FILE, encoding="utf-8")
    found = list(read_units(path, source_language="en", target_language="fr"))
    assert read_header(path).beyond_entries() == {"properties and notes": 3, "o-tmf=b": 1, "adminlang=de": 1}
    write_units(out, [one for one in found if isinstance(one, Unit)], source_language="en", target_language="fr")
    written = [dict(tu.items()) for tu in etree.parse(str(out)).getroot().iter("tu")]
    assert written == [
        {"tuid": "1", "segtype": "paragraph", "datatype": "html"},
        {"segtype": "phrase", "datatype": "html"},
    ]


def test_what_another_format_has_no_place_for_in_a_header_is_a_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(FILE, encoding="utf-8")
    done = convert(path, tmp_path / "b.tsv", ImportOptions())
    assert done.losses["properties and notes of the header"] == 3
    assert done.losses["adminlang=de of the header"] == 1


TEXTS = (("One|two", "Un|deux"), ("The Group", "Le Groupe"), ("End", "Fin"))
UNITS = [
    Unit(
        (Variant("en", english), Variant("fr", french)),
        id=str(position),
        document="A/1",
        position=position,
        source_language="en",
        status=Status.APPROVED if position == 2 else Status.TRANSLATED,
        note="n",
    )
    for position, (english, french) in enumerate(
        (("One|two", "Un|deux"), ("The Group", "Le Groupe"), ("End", "Fin")), 1
    )
]


def written_for(folder: Path, tool: str) -> etree._Element:
    path = folder / "a.tmx"
    assert write_units(path, iter(UNITS), source_language="en", target_language="fr", tool=tool) == 3
    again = [one for one in read_units(path, source_language="en", target_language="fr") if isinstance(one, Unit)]
    assert [(one.id, one.status, one.document, one.note) for one in again] == [
        (one.id, one.status, one.document, one.note) for one in UNITS
    ]
    return etree.parse(str(path)).getroot()


def said(element: etree._Element | None, name: str) -> str:
    assert element is not None
    return "".join(str(prop.text) for prop in element.findall("prop") if prop.get("type") == name)


def test_trados_gets_its_own_header_levels_and_the_segment_before(tmp_path: Path) -> None:
    root = written_for(tmp_path, "trados")
    header = root.find("header")
    assert header is not None
    assert (header.get("creationtool"), header.get("o-tmf")) == ("SDL Language Platform", "SDL TM8 Format")
    assert said(header, "x-IncludesContextContent") == "True"
    first, second, _ = root.iter("tu")
    assert said(second, "x-ConfirmationLevel") == "ApprovedTranslation"
    assert said(second, "x-ContextContent") == "One||two |  | Un||deux | "
    assert said(first, "x-ContextContent") == ""
    assert said(second, "x-Document:SingleString") == "A/1"
    assert [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in second.iter("tuv")] == ["en-US", "fr-FR"]


def test_memoq_gets_the_neighbours_on_the_source_and_languages_in_small_letters(tmp_path: Path) -> None:
    root = written_for(tmp_path, "memoq")
    second = root.findall("body/tu")[1]
    source = second.find("tuv")
    assert source is not None
    assert source.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-us"
    assert (said(source, "x-context-pre"), said(source, "x-context-post")) == (
        "<seg>One|two</seg>",
        "<seg>End</seg>",
    )
    assert (said(second, "corrected"), said(second, "aligned")) == ("yes", "no")


def test_omegat_and_weblate_get_languages_without_region_and_okapi_what_is_approved(tmp_path: Path) -> None:
    regional = replace(UNITS[0], variants=(Variant("en-GB", "a"), Variant("fr-FR", "b")), source_language="en-GB")
    for tool in ("omegat", "weblate"):
        (unit,) = PROFILES[tool].adapted([regional], "en", "fr")
        assert [variant.language for variant in unit.variants] == ["en", "fr"]
    root = written_for(tmp_path, "okapi")
    assert [said(tu, "approved") for tu in root.iter("tu")] == ["no", "yes", "no"]


@pytest.mark.parametrize("tool", [tool for tool in PROFILES if tool])
def test_every_program_that_is_served_can_be_named(tool: str) -> None:
    assert tool in variants(lambda known: known.unit_outputs, "tool")


def test_a_header_that_tmtool_would_write_is_no_loss_and_what_no_standard_knows_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    write_units(path, UNITS, source_language="en", target_language="fr")
    assert not read_header(path).beyond_entries()
    path.write_text(FILE.replace(' adminlang="de"', ' adminlang="en" owner="UN"'), encoding="utf-8")
    assert "owner" in read_header(path).others
    done = convert(path, tmp_path / "b.tmx", ImportOptions())
    assert done.losses == {"owner of the header": 1}
