"""Finds the words of a French text, elisions apart."""

from __future__ import annotations

import re

from tmtool.model import Span

_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[^\W_])"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|{_ELIDED}|(?:[^\W_]|(?<=[^\W_])['’](?=[^\W_]))+", re.IGNORECASE)


def words(text: str) -> tuple[Span, ...]:
    """Returns the spans of the words; hyphens divide, an elided word keeps its apostrophe: "l'|organisation",
    "aujourd'hui"."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))
