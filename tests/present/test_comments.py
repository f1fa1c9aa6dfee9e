"""Tests findings as comments of Word, in the draft and in a table of its pairs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.waivers import Waiver, key_of, waived
from tmtool.documents.reading import Segmentation
from tmtool.formats.docx.reading import read_blocks
from tmtool.formats.docx.table import table_document
from tmtool.formats.reading import read_document
from tmtool.model import Finding, Level, Span
from tmtool.present.comments import write_comments
from tmtool.present.reader import Reader
from tmtool.present.report import Report
from tmtool.tasks.check import Checked, check

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def comments(path: Path) -> list[tuple[str, str]]:
    """Returns the words that each comment is at, and what it says."""
    with ZipFile(path) as parts:
        document, said = (
            etree.fromstring(parts.read("word/document.xml")),
            etree.fromstring(parts.read("word/comments.xml")),
        )
    words: dict[str, str] = {}
    inside: set[str] = set()
    for element in document.iter():
        number = element.get(f"{W}id") or ""
        if element.tag == f"{W}commentRangeStart":
            inside.add(number)
            words[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            inside.remove(number)
        elif element.tag == f"{W}t":
            for one in inside:
                words[one] += element.text or ""
    return [
        (words[one.get(f"{W}id") or ""], "|".join("".join(map(str, line.itertext())) for line in one)) for one in said
    ]


PAIRS = (
    Pair(1, "Le lundi 3 mai", "Tuesday, 3 May", target_label="a)", source_label="(a)"),
    Pair(2, "Sans faute", "Without a fault", id="u2"),
    Pair(2, "", "Not translated"),
)


def finding(
    pair: Pair, check: str, target: Span | None, source: Span | None = None, right: str | None = None
) -> Finding:
    return Finding(
        pair.number, check, Level.ERROR, f"About {check}.", "other", source=pair.source or "", target=pair.target,
        target_span=target, source_span=source, suggestion=right,
    )  # fmt: skip


FINDINGS = (
    finding(PAIRS[0], "dates-weekday", Span(3, 8), None, "mardi"),
    finding(PAIRS[0], "style-calque", Span(0, 2)),
    finding(PAIRS[1], "completeness-length", None, Span(0, 7)),
    finding(PAIRS[2], "completeness-empty", None, Span(0, 3)),
)


def report(path: Path, findings: tuple[Finding, ...], waivers: tuple[Waiver, ...] = ()) -> Report:
    return Report(path, None, Checked(Draft(PAIRS, "en", "fr"), tuple(waived(findings, waivers))), waivers, "auto")


def test_a_draft_that_is_no_docx_becomes_a_table_with_comments(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("en\tfr\n")
    waiver = Waiver(key_of(FINDINGS[1]), "so said")

    write_comments(tmp_path / "out.docx", report(tmp_path / "a.tsv", FINDINGS, (waiver,)), Reader("en"))

    cells = [(block.row, block.column, block.text) for block in read_blocks(tmp_path / "out.docx")]
    assert cells == [
        (0, 1, "en"), (0, 2, "fr"),
        (1, 0, "1"), (1, 1, "(a) Tuesday, 3 May"), (1, 2, "a) Le lundi 3 mai"),
        (2, 0, "2 u2"), (2, 1, "Without a fault"), (2, 2, "Sans faute"),
        (3, 0, "2"), (3, 1, "Not translated"),
    ]  # fmt: skip
    assert comments(tmp_path / "out.docx") == [
        ("lundi", "✘ error · dates-weekday · segment 1|About dates-weekday.|✎ lundi → mardi"),
        ("Sans faute", "✘ error · completeness-length · segment 2|About completeness-length."),
        ("Not", "✘ error · completeness-empty · segment 2|About completeness-empty."),
    ]


@pytest.mark.parametrize("segmentation", ["auto", "lines"])
def test_a_draft_in_docx_has_the_comments_at_its_words(tmp_path: Path, segmentation: Segmentation) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(table_document([["1", "Le Groupe de de travail  examinera la question."]], ["fr"]))
    found = check(None, draft, home=None, segmentation=segmentation)
    before = read_document(draft, language="fr")

    write_comments(tmp_path / "out.docx", Report(draft, None, found, (), segmentation), Reader("en"))

    assert ("de de", "▲ warning · duplication-word|“de” is written twice in a row.|✎ de de → de") in comments(
        tmp_path / "out.docx"
    )
    assert read_document(tmp_path / "out.docx", language="fr").segments == before.segments


def test_another_library_reads_what_is_written(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    (tmp_path / "a.tsv").write_text("en\tfr\n")
    write_comments(tmp_path / "out.docx", report(tmp_path / "a.tsv", FINDINGS), Reader("en"))

    read = docx.Document(BytesIO((tmp_path / "out.docx").read_bytes()))

    assert [cell.text for cell in read.tables[0].rows[1].cells] == ["1", "(a) Tuesday, 3 May", "a) Le lundi 3 mai"]
    assert {(one.author, one.initials) for one in read.comments} == {("tmtool", "tm")}
    assert len(read.comments) == len(FINDINGS)
    assert all(re.match("2[0-9]{3}-", str(one.timestamp)) for one in read.comments)
