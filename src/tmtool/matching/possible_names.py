"""What may be a name in a text? Asked before anything of names is loaded: most segments hold none."""

from __future__ import annotations

import re

from tmtool.model import Span

QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\"")
"""A stretch in quotation marks, in one of the groups."""

_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]*(?:,?\s(?:[A-ZÀ-Ý][\w’'-]*|[a-zà-ÿ]{1,7}(?=\s)))+")
_NAME_WORD = re.compile(r"[\w’'-]+")
_LEAST_NAME = 3
_MOST_NAME = 40
"""Words of the longest stretch that may be a name: those of treaties have up to thirty."""


def possible_names(text: str) -> tuple[str, ...]:
    """Returns what may be a name in a text: what is in quotation marks, and stretches of at least three words from one
    word with a capital to another, with none but short words between."""
    quoted = [found[found.lastindex or 0] for found in QUOTED.finditer(text)]
    stretches = []
    for run in _CAPITALS.finditer(text):
        words = [Span(*word.span()) for word in _NAME_WORD.finditer(text, *run.span())]
        stretches += [
            text[first.start : last.end]
            for place, first in enumerate(words)
            if first.of(text)[0].isupper()
            for last in words[place + _LEAST_NAME - 1 : place + _MOST_NAME]
            if last.of(text)[0].isupper()
        ]
    return tuple(dict.fromkeys([*quoted, *stretches]))
