"""Writes the page on which a person accepts, mends or rejects the terms that `terms extract` proposes."""

from __future__ import annotations

from pathlib import Path

from tmtool.cli.reader import person
from tmtool.model.wording import say
from tmtool.present.pages.offline import write_page
from tmtool.present.spans import span
from tmtool.tasks.term_extraction import Extraction
from tmtool.terminology.candidates import Candidate

PACKAGE = "tmtool.cli.output.candidates"
SCRIPTS = ("terms.js", "drawing.js", "page.js")


def write_candidates(path: Path, extraction: Extraction) -> None:
    """Writes the page. Raises OutputError."""
    data = {
        "name": extraction.name,
        "source": extraction.source_language,
        "target": extraction.target_language,
        "domains": list(extraction.domains),
        "rejected": [list(pair) for pair in extraction.rejected],
        "candidates": [_candidate(one) for one in extraction.candidates],
    }
    write_page(path, PACKAGE, person(), kind=say("Terms"), title=extraction.name, scripts=SCRIPTS, data=data)


def _candidate(one: Candidate) -> dict[str, object]:
    return {
        "source": one.source,
        "target": one.target,
        "count": one.count,
        "gender": one.gender,
        "alternatives": [[other.target, other.together] for other in one.alternatives],
        "contexts": [
            [context.source, span(context.source_span), context.target, span(context.target_span)]
            for context in one.contexts
        ],
    }
