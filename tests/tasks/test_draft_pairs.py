"""Which segments of two documents make the pairs of a draft."""

from __future__ import annotations

from tmtool.documents.reading import parse_text
from tmtool.model import Document
from tmtool.tasks.align import LONG_WITHOUT_END, align_documents
from tmtool.tasks.draft_pairs import is_one_long_pair, line_by_line


def line(language: str, word: str, characters: int = LONG_WITHOUT_END + 100) -> Document:
    return parse_text(f"{word} {' '.join(f'{word}{n}' for n in range(characters // len(word)))}", language=language)


def test_two_long_lines_are_a_pair_as_alignment_would_have_it_in_the_end() -> None:
    source, target = line("en", "report"), line("fr", "loi")
    assert is_one_long_pair(source, target)
    beads = align_documents(source, target, anyway=True).beads
    assert [(one.source, one.target) for one in beads] == [
        (one.source, one.target) for one in line_by_line(source, target)
    ]


def test_short_lines_and_lines_of_sentences_are_aligned() -> None:
    assert not is_one_long_pair(line("en", "report"), line("fr", "loi", 1000))
    sentences = parse_text("Le rapport a été adopté par la Conférence. " * 400, language="fr")
    assert not is_one_long_pair(line("en", "report"), sentences)
