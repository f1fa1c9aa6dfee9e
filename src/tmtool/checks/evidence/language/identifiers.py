"""Where are paths, hosts and names of files in a text, whose parts are no words of any language?"""

from __future__ import annotations

import re
from functools import lru_cache

from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_TOKEN = re.compile(r"[A-Za-z0-9._/+~@:\\-]+")
_JOINED = re.compile(r"^/[A-Za-z]{2}|_|/[^/]*/|[A-Za-z]{2}\.[a-z]{2}")
"""What only an identifier has: /etc, copy_iso_to_ram, usr/share/doc, us.debian.org; not and/or, i.e."""


@lru_cache(maxsize=4)  # the words of a segment are asked for in turn
def identifiers(text: str) -> SpanIndex:
    """Returns the places of paths, hosts and names with underscores or points inside."""
    if "/" not in text and "_" not in text and "." not in text:
        return SpanIndex(())
    return SpanIndex(Span(*one.span()) for one in _TOKEN.finditer(text) if _JOINED.search(one.group()))
