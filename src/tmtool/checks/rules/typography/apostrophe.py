"""Is something else in the place of an apostrophe, or another one than in the document? (docs/un-french.md, fact 6.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages import language_of
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FEW = 5
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_«])")


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where an apostrophe differs from those of the rest of the document, or is no
    apostrophe."""
    usual = draft.habit.apostrophe if draft.habit else ""
    prescribed = draft.habit is not None and "'" in draft.habit.prescribed
    in_its_place = language_of(draft.target_language).pattern("no-apostrophe")
    other = []
    for pair in draft.pairs:
        for found in in_its_place.finditer(pair.target):
            yield (
                pair,
                _flag(found, say("“{written}” is in the place of an apostrophe.", written=found.group()), usual or "’"),
            )
        other += [(pair, found) for found in _APOSTROPHE.finditer(pair.target) if usual and found.group() != usual]
    for place, (pair, found) in enumerate(other):
        rule = (
            say("the house writes {usual}", usual=usual)
            if prescribed
            else say("mostly {usual} in this document", usual=usual)
        )
        message = say("The apostrophe {written} here, but {rule}.", written=found.group(), rule=rule)
        # More than a few are a second habit, of which one warning is enough.
        level = Level.INFO if place and len(other) > _FEW else None
        yield pair, _flag(found, message, usual, level)


def _flag(found: re.Match[str], message: str, apostrophe: str, level: Level | None = None) -> Flag:
    return Flag(message, target_span=Span(*found.span()), suggestion=apostrophe, fixable=True, level=level)


CHECK = DocumentCheck(
    name="typography-apostrophe",
    level=Level.WARNING,
    its_type="typographical",
    requires=Needs(into="fr"),
    summary="An apostrophe differs from those of the rest of the document, or is no apostrophe.",
    reason=(
        "Word files have ’, text files often '; either will do if there is one. A mixture comes from passages pasted "
        "in, and searches miss half of what they look for. A backquote or an accent in its place is wrong everywhere."
    ),
    examples=(
        Example(
            target="L’ordre du jour de l’organe\nL’examen d’un point\nL'adoption du rapport",
            flagged=("'",),
            repaired="L’ordre du jour de l’organe\nL’examen d’un point\nL’adoption du rapport",
        ),
        Example(target="L`ordre du jour", flagged=("`",), repaired="L’ordre du jour"),
        Example(target="L'ordre du jour de l'organe\nL'examen d'un point"),
    ),
    look=look,
)
