"""In which encoding is an XML file, by its mark or its declaration?"""

from __future__ import annotations

import re
from pathlib import Path

from tmtool.formats.encoding import mark_of

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")


def declared_encoding(path: Path) -> str:
    """Returns the name of the encoding in capitals, "" where nothing says it, which means UTF-8."""
    with path.open("rb") as stream:
        head = stream.read(400)
    if marked := mark_of(head):
        return marked.upper().removesuffix("-LE").removesuffix("-BE")
    found = _DECLARED.search(head.replace(b"\0", b""))
    return found[1].decode("ascii").upper() if found else ""
