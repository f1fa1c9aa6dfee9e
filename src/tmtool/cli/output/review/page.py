"""Writes the page on which a person reviews an alignment: what is sure is taken, what is doubtful is shown."""

from __future__ import annotations

from pathlib import Path

from tmtool import __version__
from tmtool.cli.reader import person
from tmtool.languages.writing import is_right_to_left
from tmtool.model import Document
from tmtool.model.wording import say
from tmtool.present.pages.offline import write_page
from tmtool.tasks.align import Alignment

PACKAGE = "tmtool.cli.output.review"
SCRIPTS = ("groups.js", "saving.js", "page.js")


def write_review(path: Path, alignment: Alignment, minimum: float) -> None:
    """Writes the page; groups with `minimum` confidence or more count as sure. Raises OutputError."""
    data = {
        "document": alignment.document,
        "date": alignment.date,
        "version": __version__,
        "sure": minimum,
        "source": _side(alignment.source),
        "target": _side(alignment.target),
        "beads": [[bead.source, bead.target, round(alignment.confidence(bead), 4)] for bead in alignment.beads],
    }
    write_page(path, PACKAGE, person(), kind=say("Review"), title=alignment.document, scripts=SCRIPTS, data=data)


def _side(document: Document) -> dict[str, object]:
    return {
        "language": document.language,
        "direction": "rtl" if is_right_to_left(document.language) else "ltr",
        "name": Path(document.path).name,
        "texts": [segment.text for segment in document.segments],
        "labels": [segment.label for segment in document.segments],
    }
