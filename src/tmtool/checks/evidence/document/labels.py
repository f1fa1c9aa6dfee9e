"""Where does a text begin after the label that numbers it, or after the symbol of the document whose title it is?"""

from __future__ import annotations

import re

LABEL = re.compile(r"([^\W\d_]{3,}(?: [^\W\d_]+){0,2})[ \u00a0](?:\d{1,2}|[A-Z])[ \u00a0\u202f]?: ?(?=[^\W\d_])")
"""The words and the figure or letter that number a text: Session 2:, Group A:."""
AFTER_COLON = re.compile(r"(?<=\w)\s?:\s(?=[^\W\d_])")
"""A colon in a text before a word, with its spaces."""
_TITLED = re.compile(r"[A-Z][\w.-]*(?:/[\w.()-]+){2,}[ \u00a0\u202f]?: ?(?=[^\W\d_])")
"""The symbol before the title of a document."""


def after_label(text: str) -> tuple[str, int] | None:
    """Returns the words of the label that numbers a text and where the text after it begins: Point 8 : rapport. The
    symbol of a document is one without words."""
    if found := _TITLED.match(text):
        return "", found.end()
    found = LABEL.match(text)
    return (found[1], found.end()) if found else None
