"""An agenda laid out as published gives its own segments, words and structure, in whatever file it comes.

The layouts are those of `benchmarks/typeset`; what they cost in aligned pairs is measured by
`benchmarks/raw_documents.py`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.typeset.agenda import Agenda, read_agenda
from benchmarks.typeset.layout import A4, A5, LAYOUTS, LETTER, Layout, varied
from benchmarks.typeset.plain import STYLES, write_text
from benchmarks.typeset.word import write_docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tmtool.documents.labels import value
from tmtool.formats.reading import read_document
from tmtool.model import BlockKind, Document
from tmtool.text.tokens import normalise

MEMORIES = Path(__file__).parents[2] / "memories"
OFFICE = shutil.which("soffice")
AGENDAS = [side for name in ("ctoc-cop-wg7-2029-1", "e-cn15-2028-1") for side in read_agenda(MEMORIES / f"{name}.tsv")]
SAVED = ("odt", "pdf", "html")

agendas = st.sampled_from(AGENDAS)
written_here = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def name_of(agenda: Agenda) -> str:
    return f"{agenda.name}-{agenda.language}"


def shown(label: str, text: str) -> str:
    """Returns label and text, dashes alike. LibreOffice saves "(a)" as "a." in HTML, so that the value of a label
    counts."""
    return normalise(f"{value(label)} {re.sub('[‐‑–]', '-', text)}").strip()


def segments(document: Document) -> list[str]:
    """Returns label and text of each segment."""
    return [shown(segment.label, segment.text) for segment in document.segments]


def expected(agenda: Agenda) -> list[str]:
    """Returns what is in the agenda, the notes after the text."""
    found = []
    for part in agenda.parts:
        for number, text in enumerate(part.texts):
            found.append(shown(part.label if number == 0 else "", text))
    return found + [shown("", text) for note in agenda.notes for text in note]


def lost(agenda: Agenda, document: Document) -> Counter[str]:
    """Returns the words of the body that did not come out."""
    found = " ".join(f"{segment.label} {segment.text}" for segment in document.segments)
    return Counter(agenda.words()) - Counter(re.findall(r"\w+", found))


@pytest.mark.parametrize("agenda", AGENDAS, ids=name_of)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_docx_gives_the_segments_that_are_in_it(tmp_path: Path, agenda: Agenda, layout: Layout) -> None:
    path = tmp_path / "agenda.docx"
    write_docx(agenda, varied(layout, agenda.name), path)
    assert segments(read_document(path, language=agenda.language)) == expected(agenda)


@pytest.mark.parametrize("agenda", AGENDAS, ids=name_of)
def test_the_structure_survives(tmp_path: Path, agenda: Agenda) -> None:
    path = tmp_path / "agenda.docx"
    write_docx(agenda, LAYOUTS[0], path)
    document = read_document(path, language=agenda.language)
    kinds = {normalise(block.text).replace("‑", "-"): block.kind for block in document.blocks}
    for part in agenda.parts:
        found = kinds[normalise(part.text)]
        # Running text of one sentence looks like what it is, a paragraph; the last title heads the list of items.
        assert found is part.kind or (part.kind, found) in {
            (BlockKind.TITLE, BlockKind.HEADING),
            (BlockKind.ITEM, BlockKind.CELL),
            (BlockKind.HEADING, BlockKind.CELL),
        }, part.text
    assert [block.text for block in document.blocks if block.kind is BlockKind.FOOTNOTE] == [
        " ".join(note) for note in agenda.notes
    ]


layouts = st.builds(
    Layout,
    name=st.just("drawn"),
    page=st.sampled_from([A4, A5, LETTER]),
    margin=st.integers(40, 90),
    fonts=st.just(("Liberation Serif",)),
    size=st.sampled_from([8, 9.5, 11, 14]),
    cover=st.sampled_from(["table", "lines"]),
    labels=st.sampled_from(["counted", "typed"]),
    columns=st.integers(1, 3),
    justified=st.booleans(),
    softened=st.booleans(),
    ruled=st.booleans(),
    seed=st.text("abc", max_size=3),
)


@written_here
@given(agendas, layouts)
def test_no_word_of_the_body_is_lost_in_a_docx(tmp_path: Path, agenda: Agenda, layout: Layout) -> None:
    path = tmp_path / "agenda.docx"
    write_docx(agenda, layout, path)
    assert not lost(agenda, read_document(path, language=agenda.language))


@written_here
@given(agendas, st.sampled_from([style for style in STYLES if style != "wrapped"]), st.integers(0, 10**6))
def test_no_word_of_the_body_is_lost_in_extracted_text(tmp_path: Path, agenda: Agenda, style: str, seed: int) -> None:
    path = tmp_path / "agenda.txt"
    write_text(replace(agenda, name=str(seed)), style, path)
    assert not lost(agenda, read_document(path, language=agenda.language))


@written_here
@given(agendas, st.integers(0, 10**6))
def test_a_word_that_the_margin_cut_is_whole_or_has_its_hyphen(tmp_path: Path, agenda: Agenda, seed: int) -> None:
    path = tmp_path / "agenda.txt"
    write_text(replace(agenda, name=str(seed)), "wrapped", path)
    document = read_document(path, language=agenda.language)
    found = re.sub(r"[-‐\s]", "", "".join(segment.label + segment.text for segment in document.segments))
    assert all(word in found for word in agenda.words())


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder with each agenda in each layout and in each format that LibreOffice was told to save it in."""
    if OFFICE is None:
        pytest.skip("no LibreOffice here")
    folder = tmp_path_factory.mktemp("laid-out")
    sources = []
    for agenda in AGENDAS:
        for layout in LAYOUTS:
            sources.append(folder / f"{agenda.name}.{layout.name}.{agenda.language}.docx")
            write_docx(agenda, varied(layout, agenda.name), sources[-1])
    for ending in SAVED:
        command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize("ending", SAVED)
@pytest.mark.parametrize("layout", ["un", "letter"])
@pytest.mark.parametrize("agenda", AGENDAS, ids=name_of)
def test_every_format_of_an_agenda_gives_the_same_segments(
    saved: Path, agenda: Agenda, layout: str, ending: str
) -> None:
    document = read_document(saved / f"{agenda.name}.{layout}.{agenda.language}.{ending}", language=agenda.language)
    assert segments(document) == expected(agenda)


@pytest.mark.parametrize("layout", [layout.name for layout in LAYOUTS])
@pytest.mark.parametrize("agenda", AGENDAS, ids=name_of)
def test_a_pdf_of_any_layout_gives_nearly_all_segments_and_every_word(saved: Path, agenda: Agenda, layout: str) -> None:
    document = read_document(saved / f"{agenda.name}.{layout}.{agenda.language}.pdf", language=agenda.language)
    found, known = Counter(segments(document)), Counter(expected(agenda))
    assert (found & known).total() >= 0.95 * known.total()
    assert lost(agenda, document).total() <= 2
