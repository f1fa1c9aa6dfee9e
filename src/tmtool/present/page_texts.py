"""Puts the texts of pages into the language of their reader, and data into pages, for whatever face writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape

MARKED = re.compile(r"\[\[(.+?)\]\]")
"""A text in the body of a page, in double square brackets."""
_SAID = re.compile(r"""\bn?gettext\(\s*("(?:[^"\\]|\\.)*")""")
"""What a script says, or the first form of it."""


def read_body(body: str, read_fixed: Callable[[str], str]) -> str:
    """Returns a body whose texts are in the language that `read_fixed` renders them in, as HTML."""
    return MARKED.sub(lambda found: escape(read_fixed(found[1])), body)


def texts_of_script(code: str, forms_of: Callable[[str], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Returns what a script says, by what it is written with, in the forms that there are of it; nothing where there
    are none."""
    said = {json.loads(found): forms_of(json.loads(found)) for found in _SAID.findall(code)}
    return {text: forms for text, forms in said.items() if forms}


def quoted(data: object) -> str:
    """Returns JSON in which nothing can close the element that it is in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
