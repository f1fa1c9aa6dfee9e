"""Writes the page on which a person reviews an alignment: what is sure is taken, what is doubtful is shown.

One file that needs no network and may be mailed: style, scripts and the alignment itself are inside. Its security
policy names the scripts by their digest, so that no text of a document can ever run as one.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib import resources
from pathlib import Path
from string import Template

from tmtool import __version__
from tmtool.formats.writing import whole_file
from tmtool.model import Document
from tmtool.tasks.align import Alignment

SCRIPTS = ("groups.js", "saving.js", "page.js")


def write_review(path: Path, alignment: Alignment, minimum: float) -> None:
    """Writes the page; groups with `minimum` confidence or more count as sure. Raises OutputError."""
    style, scripts = _inside("page.css"), [_inside(name) for name in SCRIPTS]
    page = Template(_inside("page.html")).substitute(
        title=escape(alignment.document),
        style=style,
        style_digest=_digest(style),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
        script_digests=" ".join(_digest(script) for script in scripts),
        alignment=_json(alignment, minimum),
    )
    with whole_file(path) as out:
        out.write(page)


def _inside(name: str) -> str:
    return resources.files("tmtool.cli.output.review").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _json(alignment: Alignment, minimum: float) -> str:
    """What page.js reads; nothing in it can close the element that it stands in."""
    data = {
        "document": alignment.document,
        "date": alignment.date,
        "version": __version__,
        "sure": minimum,
        "source": _side(alignment.source),
        "target": _side(alignment.target),
        "beads": [[bead.source, bead.target, round(bead.confidence, 4)] for bead in alignment.beads],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _side(document: Document) -> dict[str, object]:
    return {
        "language": document.language,
        "name": Path(document.path).name,
        "texts": [segment.text for segment in document.segments],
        "labels": [segment.label for segment in document.segments],
    }
