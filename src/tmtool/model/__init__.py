"""Holds the nouns that every layer shares; they have no behaviour beyond small derived values.

Words are those of the field: translation unit (TU) with a variant (TUV) a language, segment,
match rate, bead, concept, term, finding, placeable. Offsets are 0-based, half-open, in Unicode
code points. Languages are BCP 47 tags. Dates are ISO 8601 strings; times end in ``Z``.

Each is loaded with its module when it is first asked for: making two dozen data classes takes a
program longer to start than its interpreter.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.model.documents import Bead, Block, BlockKind, Document, Location, Segment
    from tmtool.model.findings import Finding, Level, Remark
    from tmtool.model.matches import (
        COMPLETE,
        Adaptation,
        Answer,
        Conflict,
        Difference,
        DiffPart,
        Match,
        MatchKind,
        OpenPlace,
        Penalty,
        Substitution,
    )
    from tmtool.model.properties import NO_PROPERTIES
    from tmtool.model.status import Status
    from tmtool.model.stored import PassageUnit, Place, StoredPair, UnitFilter
    from tmtool.model.suggestions import Change, Fragment, Revision, Suggestion
    from tmtool.model.terms import Concept, Occurrence, Term, TermStatus
    from tmtool.model.texts import Placeable, PlaceableKind, Span
    from tmtool.model.units import Notice, Skipped, Unit, Variant

__all__ = [
    "COMPLETE",
    "NO_PROPERTIES",
    "Adaptation",
    "Answer",
    "Bead",
    "Block",
    "BlockKind",
    "Change",
    "Concept",
    "Conflict",
    "DiffPart",
    "Difference",
    "Document",
    "Finding",
    "Fragment",
    "Level",
    "Location",
    "Match",
    "MatchKind",
    "Notice",
    "Occurrence",
    "OpenPlace",
    "PassageUnit",
    "Penalty",
    "Place",
    "Placeable",
    "PlaceableKind",
    "Remark",
    "Revision",
    "Segment",
    "Skipped",
    "Span",
    "Status",
    "StoredPair",
    "Substitution",
    "Suggestion",
    "Term",
    "TermStatus",
    "Unit",
    "UnitFilter",
    "Variant",
]

_HOMES = {
    "documents": "BlockKind Block Segment Location Document Bead",
    "findings": "Level Finding Remark",
    "matches": "COMPLETE MatchKind Penalty DiffPart Difference Substitution OpenPlace Adaptation Conflict Match Answer",
    "properties": "NO_PROPERTIES",
    "status": "Status",
    "stored": "StoredPair PassageUnit Place UnitFilter",
    "suggestions": "Change Fragment Revision Suggestion",
    "terms": "TermStatus Term Concept Occurrence",
    "texts": "PlaceableKind Span Placeable",
    "units": "Variant Unit Skipped Notice",
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names.split():
            found: object = getattr(import_module(f"tmtool.model.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
