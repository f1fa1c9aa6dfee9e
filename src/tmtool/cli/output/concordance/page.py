"""Writes the page of a concordance: its lines by translation, each with the document that it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tmtool.cli.output.json_lines import span
from tmtool.cli.output.pages.offline import write_page
from tmtool.store.passages import Place
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
    places = {place: number for number, place in enumerate(documents)}
    names = {Place.of(line.pair): line for line in reversed(lines)}
    data = {
        "phrase": phrase,
        "source": language,
        "target": other_language,
        "renderings": [[text, count] for text, count in found.counts],
        "lines": [_line(line, places, found.of_lines[number], documents) for number, line in enumerate(lines)],
        "documents": [_document(documents[place], names[place]) for place in documents],
    }
    write_page(path, PACKAGE, kind="Concordance", title=phrase, scripts=SCRIPTS, data=data)


def _line(
    line: ConcordanceLine, places: Mapping[Place, int], rendering: int | None, documents: Mapping[Place, Passage]
) -> dict[str, object]:
    place = Place.of(line.pair)
    units = [one.unit for one in documents[place].units]
    return {
        "document": places[place],
        "unit": units.index(line.pair.unit),
        "rendering": rendering,
        "source": line.pair.source,
        "target": line.pair.target,
        "sourceSpan": span(line.source_span),
        "targetSpan": span(line.target_span),
        "confidence": line.confidence,
        "status": line.pair.status,
    }


def _document(passage: Passage, line: ConcordanceLine) -> dict[str, object]:
    return {
        "name": line.pair.document,
        "memory": line.pair.memory,
        "date": line.pair.date,
        "units": [[one.position, one.context, one.source, one.target] for one in passage.units],
        "missing": list(passage.missing),
    }
