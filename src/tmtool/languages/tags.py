"""Brings language tags into one spelling (BCP 47, section 2.1.1), whatever case or separator a file uses.

Case has no meaning in a tag, and older tools write ``EN_US``: the spelling in the file is not kept.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|[xX](-[A-Za-z0-9]{1,8})+")


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """Returns the tag with `-`, language in lower case, Script with a capital and REGION in capitals; "" for no tag."""
    first, *others = tag.strip().replace("_", "-").split("-")
    parts = [first.lower()]
    for part in others:
        if parts[-1] == "x" or len(parts[0]) == 1:
            parts.append(part.lower())
        elif len(part) == 2:
            parts.append(part.upper())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.capitalize())
        else:
            parts.append(part.lower())
    return "-".join(parts)


def is_tag(text: str) -> bool:
    """Tells whether the text has the shape of a language tag."""
    return _TAG.fullmatch(text.replace("_", "-")) is not None


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """Returns the language without script and region: ``fr`` for ``fr-CA``."""
    return canonical(tag).split("-")[0]


@lru_cache(maxsize=1024)
def same_language(stored: str, asked: str) -> bool:
    """Tells whether the tags name the same language: by primary subtag, and by region where both have one."""
    one, other = (tag.replace("_", "-").lower().split("-") for tag in (stored, asked))
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one == other)
