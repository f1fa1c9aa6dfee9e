"""Writes findings as comments of Word at the words they are about: in the draft itself, or in a table of its pairs.

What the project has accepted is not said again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tmtool.checks.engine.draft import Pair
from tmtool.formats.docx.comments import Comment, commented
from tmtool.formats.docx.passages import DocxFile, read_paragraphs
from tmtool.formats.docx.table import table_document
from tmtool.formats.passages import Passage
from tmtool.formats.registry import detect
from tmtool.formats.writing import whole_file
from tmtool.model import Finding, Span
from tmtool.present.findings import MARKS, where
from tmtool.present.invisible import change
from tmtool.present.reader import Reader
from tmtool.present.report import Report
from tmtool.tasks.placing import Placing

AUTHOR, INITIALS = "tmtool", "tm"


def write_comments(path: Path, report: Report, reader: Reader) -> None:
    """Writes the draft, if it is a DOCX, else a table of source and target, with a comment for each finding."""
    language = report.checked.draft.target_language
    if detect(report.target).name == "docx":
        file = read_paragraphs(report.target, target_language=language)
        _write(path, file, list(_in_the_draft(report, reader, file)))
        return
    pairs = report.checked.draft.pairs
    both = any(pair.source is not None for pair in pairs)
    tags = [report.checked.draft.source_language, language] if both else [language]
    with TemporaryDirectory() as folder:
        table = Path(folder) / "table.docx"
        table.write_bytes(table_document([_row(pair, both) for pair in pairs], tags))
        file = read_paragraphs(table, target_language=language)
        _write(path, file, list(_in_the_table(report, reader, file.passages[len(tags) :], both)))


def _write(path: Path, file: DocxFile, comments: Sequence[Comment]) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with whole_file(path, "wb") as out:
        out.write(commented(file, comments, author=AUTHOR, initials=INITIALS, date=now))


def _row(pair: Pair, both: bool) -> list[str]:
    source = [_labelled(pair.source_label, pair.source or "")] if both else []
    return [f"{pair.number} {pair.id}".strip(), *source, _labelled(pair.target_label, pair.target)]


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label else text


def _in_the_table(report: Report, reader: Reader, passages: Sequence[Passage], both: bool) -> Iterator[Comment]:
    """Yields the comments at their cells: the number's where neither side has a place. Empty cells make no passage."""
    cells = iter(passages)
    found = dict(report.checked.by_pair())
    for index, pair in enumerate(report.checked.draft.pairs):
        row = [next(cells) if text else None for text in _row(pair, both)]
        number, source, target = row[0], row[1] if both else None, row[-1]
        for finding in found.get(index, ()):
            if finding.waived:
                continue
            if target is not None:
                span = _in_cell(finding.target_span, pair.target_label)
                yield Comment(_said(reader, finding, where(finding)), target, span)
            else:
                cell = source or number
                assert cell is not None
                yield Comment(
                    _said(reader, finding, where(finding)),
                    cell,
                    _in_cell(finding.source_span, pair.source_label) if source else None,
                )


def _in_cell(span: Span | None, label: str) -> Span | None:
    """Returns a span of a text in its cell, where the label comes before it."""
    shift = len(label) + 1 if label else 0
    return Span(span.start + shift, span.end + shift) if span else None


def _in_the_draft(report: Report, reader: Reader, file: DocxFile) -> Iterator[Comment]:
    placing = Placing(file, report.checked, report.segmentation)
    pairs = report.checked.draft.pairs
    last = file.passages[0]
    found = dict(report.checked.by_pair())
    for index, pair in enumerate(pairs):
        last = placing.around(index) or last
        for finding in found.get(index, ()):
            if finding.waived:
                continue
            words = finding.target_span or Span(0, len(pair.target))
            place = placing.find(index, words) if pair.target else None
            yield Comment(_said(reader, finding), *(place or (last, None)))


def _said(reader: Reader, finding: Finding, place: str = "") -> tuple[str, ...]:
    level = finding.level.value
    head = f"{MARKS[level]} {reader.read_fixed(level)} · {finding.check}"
    lines = [f"{head} · {reader.read(place)}" if place else head, reader.read(finding.message)]
    if finding.suggestion is not None and finding.target_span:
        lines.append("✎ " + reader.read(change(finding.target_span.of(finding.target), finding.suggestion)))
    return tuple(lines)
