"""A document is the same, whether it comes as a segment a line, as extracted text or as DOCX."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.documents.reading import Segmentation, parse_blocks, parse_lines
from tmtool.errors import InputError
from tmtool.formats.reading import read_document
from tmtool.model import Block, BlockKind, Document
from tmtool.text.tokens import normalise

SHARED = Path(__file__).parents[3] / "shared"
EXAMPLES = SHARED / "data" / "examples" / "agenda"
REAL = SHARED / "agenda" / "ctoc-cop-wg7-2020-1.fr.txt"

needs_examples = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no example agenda here")
needs_real = pytest.mark.skipif(not REAL.is_file(), reason="no real agenda here")


def from_text(text: str, language: str = "en", segmentation: Segmentation = "auto") -> Document:
    blocks = [Block(BlockKind.LINE, line, line=number) for number, line in enumerate(text.split("\n"), 1)]
    return parse_blocks(blocks, path=Path("a.txt"), language=language, segmentation=segmentation)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


@needs_examples
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["{}.raw.txt", "{}.docx", "{}.txt"])
def test_extracted_text_and_docx_give_the_segments_of_the_clean_text(name: str, language: str) -> None:
    """Only the space before a colon of the head, which the extraction lost, is left out of account."""
    clean = (EXAMPLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    document = read_document(EXAMPLES / name.format(language), language=language)
    labelled = [normalise(f"{segment.label} {segment.text}") for segment in document.segments]
    expected = [normalise(line) for line in clean]
    head = [re.sub(r"Original ?:", "Original:", line) for line in labelled]
    assert head == [re.sub(r"Original ?:", "Original:", line) for line in expected]


@needs_examples
@pytest.mark.parametrize("language", ["en", "fr"])
def test_in_lines_mode_each_line_is_a_segment_as_it_is(language: str) -> None:
    path = EXAMPLES / f"{language}.raw.txt"
    document = read_document(path, language=language, segmentation="lines")
    assert texts(document) == path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert {segment.label for segment in document.segments} == {""}


@needs_real
def test_the_real_agenda_is_whole_again() -> None:
    document = read_document(REAL, language="fr")
    kinds = [segment.kind for segment in document.segments]
    assert kinds.count(BlockKind.METADATA) == 4
    assert kinds.count(BlockKind.TITLE) == 3
    assert kinds.count(BlockKind.ITEM) == 7
    assert kinds.count(BlockKind.CELL) == 25
    assert (document.symbol, document.date) == ("", "2020-06-04")
    running = [segment.text for segment in document.segments if segment.kind is BlockKind.PARAGRAPH]
    assert not any("V.20" in text for text in texts(document))
    assert any("l'a encouragé à envisager de se réunir chaque année" in text for text in running)
    assert any("en étudiant les moyens de s'adapter aux applications modernes" in text for text in running)
    assert any(text.startswith("Le 1er mai 2020") for text in running)


def test_segments_know_their_block_their_number_and_their_label_once() -> None:
    document = from_text("1. The Group met. It adopted its agenda.\n\n2. It rose.\n")
    assert [(s.number, s.block, s.label, s.text) for s in document.segments] == [
        (1, 0, "1.", "The Group met."),
        (2, 0, "", "It adopted its agenda."),
        (3, 1, "2.", "It rose."),
    ]


def test_blank_lines_are_segments_in_lines_mode_and_none_else() -> None:
    assert texts(from_text("a\n\n  b \n", segmentation="lines")) == ["a", "", "  b ", ""]
    assert texts(from_text("a\n\n  b \n")) == ["a b"]


def test_in_lines_mode_a_paragraph_of_another_format_is_a_segment() -> None:
    raw = [Block(BlockKind.PARAGRAPH, "The Group\nmet. It rose.", line=1), Block(BlockKind.HEADING, "1. Annex", line=4)]
    document = parse_blocks(raw, path=Path("a.docx"), language="en", segmentation="lines")
    assert [(s.text, s.label, s.kind) for s in document.segments] == [
        ("The Group met. It rose.", "", BlockKind.PARAGRAPH),
        ("1. Annex", "", BlockKind.HEADING),
    ]


def test_a_language_that_is_not_shipped_is_read_all_the_same() -> None:
    assert texts(from_text("Erster Satz. Zweiter Satz.", "de")) == ["Erster Satz.", "Zweiter Satz."]


def test_a_text_without_any_word_is_an_error() -> None:
    with pytest.raises(InputError, match="holds no text"):
        from_text("\n \n\f\n")
    with pytest.raises(InputError, match="holds no text"):
        parse_lines(["", " "], language="en")


def test_a_file_that_holds_units_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text('<?xml version="1.0"?><tmx version="1.4"><header/><body/></tmx>', encoding="utf-8")
    with pytest.raises(InputError, match="no running text"):
        read_document(path, language="en")


lines = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Lm"], exclude_characters="^"), max_size=30),
        st.sampled_from(["1. Opening", "- a) Adoption ;", "Annex", "2/4 V.20-02918", "a\tb\tc", "\f", "", "of the"]),
    ),
    min_size=1,
    max_size=12,
)


@given(lines)
def test_lines_mode_gives_back_every_line(text: list[str]) -> None:
    if any(line.strip() for line in text):
        document = parse_lines(text, language="en")
        assert texts(document) == text
        assert [segment.number for segment in document.segments] == list(range(1, len(text) + 1))
        assert all(0 <= segment.block < len(document.blocks) for segment in document.segments)


@given(lines, st.sampled_from(["en", "fr", "de"]))
def test_nothing_is_made_up_or_put_out_of_order(text: list[str], language: str) -> None:
    """Only page furniture, dashes before labels and white space go."""
    try:
        document = from_text("\n".join(text), language)
    except InputError:
        return
    rest = iter("".join("".join(text).split()))
    found = "".join("".join(segment.label + segment.text for segment in document.segments).split())
    assert all(character in rest for character in found)
