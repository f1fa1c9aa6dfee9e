"""Says in a page which language a text is in, and from which side it is written."""

from __future__ import annotations

import re
from html import escape

from tmtool.languages.writing import is_right_to_left

_QUOTED = re.compile("(?<=“)[^“”]+(?=”)|(?<=«\u00a0)[^«»]+(?=\u00a0»)")
"""What a message quotes, in English or French."""


def lang(tag: str) -> str:
    """Returns the attributes of an element with a text in a language: its tag and, where lines begin on the right, that
    they do. An element of its own keeps the direction from what is around it."""
    return f'lang="{escape(tag)}"' + (' dir="rtl"' if is_right_to_left(tag) else "")


def column_head(tag: str) -> str:
    """Returns the head of a column of texts in a language, over the side on which they begin."""
    direction = ' dir="rtl"' if is_right_to_left(tag) else ""
    return f"<span{direction}>{escape(tag)}</span>"


def message(text: str) -> str:
    """Returns a message as HTML, in which what it quotes keeps its own direction."""
    return _QUOTED.sub(lambda found: f"<bdi>{found.group()}</bdi>", escape(text))
