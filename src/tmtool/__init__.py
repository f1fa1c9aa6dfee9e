"""Gives programs in Python a translation memory and term base for the agendas of United Nations bodies
(docs/python.md).

Each name is loaded when it is first asked for, so that to import the package costs next to nothing.
"""

from __future__ import annotations

import os

# Matrices here are small: threads that wait for each other cost more than they gain, beside another process twice the
# whole.
# NumPy's BLAS reads this when it is loaded, wherever that is; who wants threads sets it himself.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Type checkers take a name that is so called for true; `typing` itself takes longer to load than all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from tmtool.api import TranslationMemory, align, check, document, open  # noqa: A004 - as in gzip
    from tmtool.errors import TmtoolError
    from tmtool.model import (
        Answer,
        Bead,
        Concept,
        Document,
        Finding,
        Level,
        Match,
        MatchKind,
        Occurrence,
        Segment,
        Span,
        Suggestion,
        Term,
    )
    from tmtool.tasks.align import Alignment
    from tmtool.tasks.concordance import ConcordanceLine
    from tmtool.tasks.import_values import ImportReport

__version__ = "0.1.0"

__all__ = [
    "Alignment",
    "Answer",
    "Bead",
    "Concept",
    "ConcordanceLine",
    "Document",
    "Finding",
    "ImportReport",
    "Level",
    "Match",
    "MatchKind",
    "Occurrence",
    "Segment",
    "Span",
    "Suggestion",
    "Term",
    "TmtoolError",
    "TranslationMemory",
    "align",
    "check",
    "document",
    "open",
]

_HOMES = {
    "tmtool.api": "TranslationMemory align check document open",
    "tmtool.errors": "TmtoolError",
    "tmtool.tasks.align": "Alignment",
    "tmtool.tasks.concordance": "ConcordanceLine",
    "tmtool.tasks.import_values": "ImportReport",
}
"""Where the names are that are no nouns of `tmtool.model`."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = next((module for module, names in _HOMES.items() if name in names.split()), "tmtool.model")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
