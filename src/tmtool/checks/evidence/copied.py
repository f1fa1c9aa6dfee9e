"""Is a place of the translation inside words kept from the source: the title of a book, the name of a firm?"""

from __future__ import annotations

import re

from tmtool.model import Span

_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]{2,}\s+$")
_REACH = 40
"""Characters of the word before a place."""


def is_copied(span: Span, text: str, source: str) -> bool:
    """Tells whether the source has the words at a place together with the word before them, as the text has."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return before is not None and text[before.start() : span.end].strip() in source
