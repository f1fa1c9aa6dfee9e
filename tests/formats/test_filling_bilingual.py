"""Targets are put into XLIFF and PO files; every byte but targets, states and comments stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.filling import Fillable, Filling, Slot, State
from tmtool.formats.registry import detect
from tmtool.model import Span

from .conftest import INTEROP

SAMPLES = [
    pytest.param(path, id=path.name[:40])
    for folder in ("xliff", "sdlxliff", "mqxliff", "po", "selfmade/mqxliff", "selfmade/txlf", "hostile/xliff")
    for path in sorted((INTEROP / folder).glob("*"))
]


def opened(path: Path) -> Fillable:
    reader = detect(path).read_fillable
    assert reader is not None
    return reader(path, source_language="en")


def filled(path: Path, *texts: str, state: State = State.READY) -> str:
    """Fills the empty slots of a file in order, each code around what it is around in the source."""
    file = opened(path)
    empty = [index for index, slot in enumerate(file.slots) if not slot.target and not slot.locked]
    fillings = {
        index: Filling(text, tuple(code.span for code in file.slots[index].codes), state, 100)
        for index, text in zip(empty, texts, strict=True)
    }
    return file.content(fillings, target_language="fr").decode("utf-8")


def xliff(folder: Path, unit: str, version: str = "1.2") -> Path:
    path = folder / "a.xlf"
    languages = 'srcLang="en"' if version.startswith("2") else ""
    file = '<file id="f">' if version.startswith("2") else '<file original="a" source-language="en" datatype="x">'
    path.write_text(f'<xliff version="{version}" {languages}>{file}{unit}</file></xliff>', encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SAMPLES)
def test_a_real_file_without_fillings_is_the_same_bytes_and_with_them_has_the_same_sources(
    path: Path, tmp_path: Path
) -> None:
    try:
        file = opened(path)
    except InputError:
        pytest.skip("not a file that can be read")
    copies = {
        index: Filling(slot.source, tuple(code.span for code in slot.codes), State.READY, 100)
        for index, slot in enumerate(file.slots)
        if slot.source.strip() and not slot.locked
    }
    out = tmp_path / path.name
    out.write_bytes(file.content(copies, target_language="fr"))
    again = opened(out).slots

    assert file.content({}, target_language="fr") == path.read_bytes()
    assert [slot.source for slot in again] == [slot.source for slot in file.slots]
    assert all(again[index].target in (one.text, "") for index, one in copies.items())


def test_a_target_comes_after_the_source_on_a_line_of_its_own_as_the_source_is(tmp_path: Path) -> None:
    path = xliff(tmp_path, '\n  <trans-unit id="1">\n    <source xml:lang="en">A &amp; B</source>\n  </trans-unit>')

    assert (
        '<source xml:lang="en">A &amp; B</source>\n    <target xml:lang="fr">A &lt;et&gt; B</target>\n  </trans-unit>'
    ) in filled(path, "A <et> B")


def test_a_ready_unit_is_approved_and_one_to_look_at_needs_a_review(tmp_path: Path) -> None:
    path = xliff(tmp_path, '<trans-unit id="1"><source>One</source><target/></trans-unit>')

    assert '<trans-unit id="1" approved="yes">' in filled(path, "Un")
    # Lokalize looks at `approved` only where no state is.
    assert "<target>Un</target>" in filled(path, "Un")
    assert '<trans-unit id="1"><source>' in filled(path, "Un", state=State.TO_REVIEW)
    assert '<target state="needs-review-translation">Un</target>' in filled(path, "Un", state=State.TO_REVIEW)


def test_a_state_that_says_less_is_taken_from_what_is_ready(tmp_path: Path) -> None:
    path = xliff(tmp_path, '<trans-unit id="1"><source>One</source><target state="new"/></trans-unit>')
    assert '<trans-unit id="1" approved="yes"><source>One</source><target>Un</target>' in filled(path, "Un")


def test_codes_of_all_kinds_are_written_again_around_the_translation(tmp_path: Path) -> None:
    source = 'The <g id="1">open <x id="2"/>meeting</g><bpt id="3">[b]</bpt> rose<ept id="3">[/b]</ept>.'
    path = xliff(tmp_path, f'<trans-unit id="1"><source>{source}</source></trans-unit>')
    file = opened(path)
    assert [(code.span, code.inside) for code in file.slots[0].codes] == [
        (Span(4, 16), -1),
        (Span(9, 9), 0),
        (Span(16, 21), -1),
    ]
    places = (Span(3, 17), Span(10, 10), Span(17, 32))
    content = file.content(
        {0: Filling("La séance privée est alors levée", places, State.READY, 100)}, target_language="fr"
    )

    assert (
        'La <g id="1">séance <x id="2"/>privée </g><bpt id="3">[b]</bpt>est alors levée<ept id="3">[/b]</ept></target>'
    ) in content.decode("utf-8")


def test_a_target_that_is_there_counts_and_a_copy_of_the_source_that_says_it_is_new_does_not(tmp_path: Path) -> None:
    there = '<trans-unit id="1"><source>One</source><target>Un</target></trans-unit>'
    copied = '<trans-unit id="2"><source>Two</source><target state="new">Two</target></trans-unit>'
    fixed = '<group translate="no"><trans-unit id="3"><source>Three</source></trans-unit></group>'
    path = xliff(tmp_path, there + copied + fixed)

    assert list(opened(path).slots) == [Slot("One", "Un"), Slot("Two"), Slot("Three", locked=True)]


def test_segments_of_a_unit_are_filled_one_by_one_and_the_space_between_them_stays(tmp_path: Path) -> None:
    marked = '<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>'
    unit = f'<trans-unit id="1"><source>One. Two.</source><seg-source>{marked}</seg-source></trans-unit>'
    file = opened(xliff(tmp_path, unit))
    content = file.content({1: Filling("Deux.", (), State.READY, 100)}, target_language="fr").decode("utf-8")

    assert '<target><mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg" mid="2">Deux.</mrk></target>' in content


def test_trados_is_told_by_its_own_definitions_where_a_segment_comes_from(tmp_path: Path) -> None:
    marked = '<mrk mtype="seg" mid="7">One.</mrk>'
    unit = (
        f'<trans-unit id="1"><source>One.</source><seg-source>{marked}</seg-source><target><mrk mtype="seg" mid="7"/>'
        '</target><sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:seg id="7">'
        '<sdl:value key="created_by">ana</sdl:value><sdl:value key="last_modified_by">ana</sdl:value></sdl:seg>'
        "</sdl:seg-defs></trans-unit>"
    )
    content = filled(xliff(tmp_path, unit), "Un.")

    assert '<mrk mtype="seg" mid="7">Un.</mrk></target>' in content
    assert '<sdl:seg id="7" conf="Translated" origin="tm" percent="100">' in content
    assert '"created_by">ana<' in content
    assert '"last_modified_by">tmtool<' in content
    assert "approved" not in content


def test_a_segment_of_xliff_2_gets_a_state_and_the_file_a_target_language(tmp_path: Path) -> None:
    path = xliff(tmp_path, '<unit id="1"><segment><source>One</source></segment></unit>', version="2.1")

    content = filled(path, "Un")

    assert '<xliff version="2.1" srcLang="en" trgLang="fr">' in content
    assert '<segment state="translated"><source>One</source><target>Un</target></segment>' in content


CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: a.c:1
#, c-format
msgid "%d p.m.\\n"
msgstr ""

#, fuzzy
msgid "May"
msgstr "peut"
"""


def test_a_message_is_filled_and_one_to_look_at_is_fuzzy(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    file = opened(path)

    ready = file.content({0: Filling('%d h "p"\n', (), State.READY, 100)}, target_language="fr").decode("utf-8")
    both = {0: Filling("%d h\n", (), State.TO_REVIEW, 90), 1: Filling("mai", (), State.READY, 100)}
    other = file.content(both, target_language="fr").decode("utf-8")

    assert ready == CATALOGUE.replace('msgstr ""\n\n#, fuzzy', 'msgstr "%d h \\"p\\"\\n"\n\n#, fuzzy')
    assert '#, fuzzy, c-format\nmsgid "%d p.m.\\n"\nmsgstr "%d h\\n"\n\nmsgid "May"\nmsgstr "mai"\n' in other


def test_a_catalogue_whose_charset_lacks_a_letter_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(CATALOGUE.replace("UTF-8", "ISO-8859-1"), encoding="latin-1")

    with pytest.raises(InputError, match="has no 'œ'"):
        opened(path).content({0: Filling("œuvre\n", (), State.READY, 100)}, target_language="fr")
