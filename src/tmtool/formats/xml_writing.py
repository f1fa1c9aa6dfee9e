"""Which characters may be in an XML file (XML 1.0, section 2.2)?"""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Returns the text without the characters that XML 1.0 forbids, also as references: a file with one is
    unreadable."""
    return _ILLEGAL.sub("", text)
