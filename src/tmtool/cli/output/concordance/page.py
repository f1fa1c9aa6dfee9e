"""Writes the page of a concordance: its lines by translation, each with the document that it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tmtool.cli.reader import person, read_fixed
from tmtool.model import Place
from tmtool.model.wording import say
from tmtool.present.pages.offline import write_page
from tmtool.present.spans import span
from tmtool.tasks.concordance import ConcordanceLine
from tmtool.tasks.passages import Passage
from tmtool.tasks.renderings import Renderings

PACKAGE = "tmtool.cli.output.concordance"
SCRIPTS = ("page.js",)


def write_concordance(
    path: Path,
    phrase: str,
    lines: Sequence[ConcordanceLine],
    found: Renderings,
    documents: Mapping[Place, Passage],
    *,
    language: str,
    other_language: str,
) -> None:
    """Writes the page. Raises OutputError if it cannot be written."""
    first = {Place.of(line.pair): line for line in reversed(lines)}
    units = {place: {one.unit: number for number, one in enumerate(documents[place].units)} for place in documents}
    numbers = {place: number for number, place in enumerate(documents)}
    data = {
        "source": language,
        "target": other_language,
        "renderings": [[text, count] for text, count in found.counts],
        "lines": [
            {
                "document": numbers[place := Place.of(line.pair)],
                "unit": units[place][line.pair.unit],
                "rendering": rendering,
                "source": line.pair.source,
                "target": line.pair.target,
                "sourceSpan": span(line.source_span),
                "targetSpan": span(line.target_span),
                "status": line.pair.status,
                "statusName": read_fixed(line.pair.status.value),
            }
            for line, rendering in zip(lines, found.of_lines, strict=True)
        ],
        "documents": [_document(documents[place], first[place]) for place in documents],
    }
    write_page(path, PACKAGE, person(), kind=say("Concordance"), title=phrase, scripts=SCRIPTS, data=data)


def _document(passage: Passage, line: ConcordanceLine) -> dict[str, object]:
    return {
        "name": line.pair.document,
        "memory": line.pair.memory,
        "date": line.pair.date,
        "units": [[one.position, one.context, one.source, one.target] for one in passage.units],
        "missing": list(passage.missing),
    }
