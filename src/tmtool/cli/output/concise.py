"""Prints findings for editors, one a line: ``FILE:LINE:COLUMN: level check message``, as compilers do.

Line and column are those of the file where it is text. In another (DOCX, PDF) the line is the number of the paragraph
or of the line read from the page, and there is no column; what is missing in the draft has none either.
"""

from __future__ import annotations

from tmtool.cli.output import screen
from tmtool.cli.reader import read
from tmtool.model import Finding, Span
from tmtool.present.report import Report
from tmtool.tasks.regions import PlacesInFile


def show(report: Report) -> None:
    """Prints the findings that are not waived."""
    places = PlacesInFile(report.target, report.checked, report.segmentation)
    for pair, findings in report.checked.by_pair():
        for finding in findings:
            if not finding.waived:
                where = _where(report, places, finding, pair)
                said = f"{where}: {finding.level.value} {finding.check} {read(finding.message)}"
                screen.show(screen.safe(said))


def _where(report: Report, places: PlacesInFile, finding: Finding, pair: int) -> str:
    words = finding.target_span or Span(0, len(finding.target))
    region = places.region(pair, words)
    if region is not None:
        return f"{report.called}:{region.start_line}:{region.start_column}"
    document = report.checked.document
    line = places.line(pair)
    if not line and document is not None:
        line = document.blocks[document.segments[max(finding.segment, 1) - 1].block].line
    return f"{report.called}:{line or finding.segment}"
