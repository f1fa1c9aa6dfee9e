"""What is written as TMX is valid, is read back equal, and is read by others."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tmtool.errors import InputError
from tmtool.formats.inline import inner_xml, plain_text
from tmtool.formats.tmx import names
from tmtool.formats.tmx import reading as tmx
from tmtool.formats.tmx.writing import write_units
from tmtool.formats.xml_reading import attributes_of
from tmtool.model import Notice, Skipped, Status, Unit, Variant

from .conftest import HERE, Read, assert_valid

Write = Callable[[Iterable[Unit]], Path]

RESERVED = {
    *(names.DOCUMENT, names.DATE, names.STATUS, names.POSITION, names.CONTEXT),
    *names.STATUS_ELSEWHERE,
    *names.DOCUMENTS_ELSEWHERE,
}
legal = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n\r")
any_text = st.text(legal, max_size=20)
texts = st.builds("{}{}{}".format, any_text, st.sampled_from("aé’«"), any_text).map(
    lambda text: unicodedata.normalize("NFC", text)
)
moments = st.just("") | st.datetimes(min_value=datetime(1971, 1, 1)).map(
    lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")
)
property_names = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="@/#"), min_size=1, max_size=8
).filter(lambda name: name not in RESERVED)
properties = st.dictionaries(
    property_names | st.sampled_from(["@usagecount", "@datatype", "@unknown", "x-Domain:MultiplePicklist"]),
    texts,
    max_size=3,
)
codes = st.sampled_from(
    [
        '<bpt i="1" x="1">{0}</bpt>{1}<ept i="1"/>',
        '{0}<ph x="1" type="image">&lt;img alt="<sub>{1}</sub>"&gt;</ph>',
        '<hi type="term">{0}<it pos="begin">&lt;b&gt;</it></hi>{1}',
        "<ut>{1}</ut>{0}",
    ]
)


def escaped(text: str) -> str:
    return text.translate({ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"})


@st.composite
def variants(draw: st.DrawFn, language: str, stamps: tuple[str, str, str, str]) -> Variant:
    """Returns a variant of the form that reading gives: no stamp repeats the unit's, the text is that of the markup."""
    text, markup = draw(texts), ""
    if draw(st.booleans()):
        markup = draw(codes).format(escaped(text), escaped(draw(texts)))
        segment = etree.fromstring(f"<seg>{markup}</seg>")
        text = unicodedata.normalize("NFC", plain_text(segment))
        markup = inner_xml(segment)
    own = [draw(kind) for kind in (moments, any_text, moments, any_text)]
    created, created_by, changed, changed_by = (
        "" if value == of_unit else value for value, of_unit in zip(own, stamps, strict=True)
    )
    return Variant(
        language,
        text,
        markup,
        "tmx" if markup else "",
        created=created,
        created_by=created_by,
        changed=changed,
        changed_by=changed_by,
        properties=draw(properties),
    )


@st.composite
def unit(draw: st.DrawFn) -> Unit:
    stamps = (draw(moments), draw(any_text), draw(moments), draw(any_text))
    languages = draw(st.lists(st.sampled_from(["fr", "fr-CA", "es", "zh-Hant-TW"]), min_size=1, max_size=3))
    return Unit(
        variants=tuple(draw(variants(language, stamps)) for language in ("en", *languages)),
        id=draw(any_text),
        document=draw(any_text),
        position=draw(st.integers(1, 10**6)),
        status=draw(st.sampled_from(Status)),
        date=draw(st.sampled_from(["", "2024", "2024-01", "2024-01-31"])),
        created=stamps[0],
        created_by=stamps[1],
        changed=stamps[2],
        changed_by=stamps[3],
        source_language=draw(st.sampled_from(["en", "fr", "en-GB"])),
        context=draw(any_text),
        note=draw(any_text),
        properties=draw(properties),
    )


def written_and_read(units: list[Unit]) -> list[Unit | Skipped | Notice]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        count = write_units(path, units, source_language="en", target_language="fr")
        assert count == len(units)
        assert_valid(path, "tmx14.dtd")
        found = list(tmx.read_units(path, source_language="en", target_language="fr"))
    return [replace(entry, line=None) if isinstance(entry, Unit) else entry for entry in found]


@settings(deadline=None, max_examples=60)
@given(st.lists(unit(), max_size=3))
def test_units_written_and_read_are_equal(units: list[Unit]) -> None:
    assert written_and_read(units) == units


def test_every_sample_of_the_tools_goes_out_as_it_came_in(interop: Path, tmp_path: Path, read: Read) -> None:
    repaired = {"ept_before_bpt.tmx", "heartsome-fc9771c-utf-16be.tmx"}
    tried = 0
    for path in sorted(interop.rglob("*.tmx")):
        try:
            units, _ = read(path)
        except InputError:
            continue
        first, second = tmp_path / "first.tmx", tmp_path / "second.tmx"
        write_units(first, units, source_language="en", target_language="fr")
        assert_valid(first, "tmx14.dtd")
        again, _ = read(first) if units else ([], [])
        if path.name not in repaired:
            assumed = ["" if "@srclang" in entry.properties else entry.source_language or "en" for entry in units]
            expected = [replace(one, line=None, source_language=tag) for one, tag in zip(units, assumed, strict=True)]
            assert [replace(entry, line=None) for entry in again] == expected, path
        write_units(second, again, source_language="en", target_language="fr")
        assert first.read_bytes() == second.read_bytes(), path
        tried += 1
    assert tried > 60


def test_our_header_and_units_are_what_omegat_and_trados_ask_for(write_tmx: Write) -> None:
    path = write_tmx(
        [
            Unit(
                (Variant("en", "Hello"), Variant("fr", "Bonjour")),
                id="1",
                document="CTOC/COP/WG.7/2020/1",
                date="2020-07-01",
                status=Status.APPROVED,
                position=4,
                changed="2024-01-31T12:00:00Z",
                changed_by="anna",
                source_language="en",
                context="item 3",
                note="checked",
                properties={"x-memory": "agendas", "colour": "red"},
            )
        ]
    )
    data = path.read_bytes()
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<tmx version=\"1.4\">")
    root = etree.fromstring(data)
    assert attributes_of(root[0]) == {
        "creationtool": "tmtool",
        "creationtoolversion": root[0].get("creationtoolversion"),
        "segtype": "sentence",
        "o-tmf": "tmtool",
        "adminlang": "en",
        "srclang": "en",
        "datatype": "plaintext",
    }
    (tu,) = root[1]
    assert attributes_of(tu) == {"tuid": "1", "changedate": "20240131T120000Z", "changeid": "anna"}
    assert [(child.get("type"), child.text) for child in tu.iter("prop")] == [
        ("x-status", "approved"),
        ("x-document", "CTOC/COP/WG.7/2020/1"),
        ("x-position", "4"),
        ("x-date", "2020-07-01"),
        ("x-context", "item 3"),
        ("x-memory", "agendas"),
        ("colour", "red"),
    ]
    english, french = tu.iter("tuv")
    assert english.get("changedate") is None
    assert (french.get("changedate"), french.get("changeid")) == ("20240131T120000Z", "anna")


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ('<ept i="1">x</ept>text<bpt i="1">y</bpt>', '<it pos="end">x</it>text<it pos="begin">y</it>'),
        ('<bpt i="1" x="2" type="b">y</bpt>text', '<it pos="begin" x="2" type="b">y</it>text'),
        ('<bpt i="1"/><bpt i="1"/>a<ept i="1"/>', '<it pos="begin"/><bpt i="1"/>a<ept i="1"/>'),
        ('<bpt i="1"/>a<ept i="1"/><bpt i="1"/>b<ept i="1"/>', '<bpt i="1"/>a<ept i="1"/><bpt i="1"/>b<ept i="1"/>'),
        ('<it pos="2">a<it pos="1">b</it>c</it>text', '<it pos="begin">abc</it>text'),
        ('<ph id="7" m:key="k" assoc="z">c</ph>text', '<ph x="7">c</ph>text'),
        ('<g id="3" ctype="bold">text</g> and <x id="4"/>', '<bpt i="1" x="3"/>text<ept i="1"/> and <ph x="4"/>'),
        ('<bx id="5" rid="a"/>text<ex id="6" rid="a"/>', '<bpt i="1" x="5"/>text<ept i="1"/>'),
        ('<pc id="p1">text</pc><sm id="2"/>!<em startRef="2"/>', '<bpt i="1"/>text<ept i="1"/>!'),
        ('<sc id="1"/>text<ec startRef="1"/>', '<bpt i="1" x="1"/>text<ept i="1"/>'),
        ('<it id="1" pos="close">c</it>text', '<it pos="end" x="1">c</it>text'),
        ('<mrk mtype="protected">text</mrk>', '<hi type="protected">text</hi>'),
        ("<sub>alt</sub>text", "<ph><sub>alt</sub></ph>text"),
        ("<span>code</span>text", "<ph>code</ph>text"),
        ("text <b", None),
    ],
)
def test_codes_of_every_kind_leave_as_valid_tmx(write_tmx: Write, markup: str, written: str | None) -> None:
    variant = Variant("en", "text", markup, "xliff" if "id=" in markup else "tmx")
    path = write_tmx([Unit((variant, Variant("fr", "texte")))])
    (unit,) = tmx.read_units(path, source_language="en", target_language="fr")
    assert isinstance(unit, Unit)
    assert unit.variants[0].markup == (written or "")


def test_forbidden_characters_are_left_out(write_tmx: Write) -> None:
    bad = "a\x00\x08\x0b\x1f\ud800\ufffe\uffffb"
    path = write_tmx(
        [
            Unit(
                (Variant("en", bad), Variant("fr", "b", f"<ph>{bad}</ph>b", "tmx", properties={f"p{bad}": bad})),
                id=bad,
                note=bad,
                properties={"@datatype": bad},
            )
        ]
    )
    (unit,) = tmx.read_units(path, source_language="en", target_language="fr")
    assert isinstance(unit, Unit)
    assert (unit.id, unit.note, unit.variants[0].text) == ("ab", "ab", "ab")
    assert dict(unit.variants[1].properties) == {"pab": "ab"}


def test_a_failing_source_of_units_leaves_no_file(tmp_path: Path) -> None:
    def units() -> Iterable[Unit]:
        yield Unit((Variant("en", "a"), Variant("fr", "b")))
        raise InputError("the database is gone")

    with pytest.raises(InputError):
        write_units(tmp_path / "out.tmx", units(), source_language="en", target_language="fr")
    assert list(tmp_path.iterdir()) == []


def test_translate_toolkit_reads_our_file(write_tmx: Write, read: Read) -> None:
    from translate.storage.tmx import tmxfile

    units, _ = read(HERE / "samples" / "trados.tmx")
    with write_tmx([*units, Unit((Variant("en", "A < B & C"), Variant("fr", "A < B & C\u00a0;")))]).open(
        "rb"
    ) as stream:
        found = tmxfile.parsefile(stream)
    assert [(unit.source, unit.target) for unit in found.units] == [
        ("Opening of the meeting", "Ouverture de la réunion"),
        ("Other matters", "Questions diverses"),
        ("A < B & C", "A < B & C\u00a0;"),
    ]
