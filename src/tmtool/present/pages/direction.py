"""Says in a page which language a text is in, and from which side it is written."""

from __future__ import annotations

from html import escape

from tmtool.languages.writing import is_right_to_left


def lang(tag: str) -> str:
    """Returns the attributes of an element with a text in a language: its tag and, where lines begin on the right, that
    they do. An element of its own keeps the direction from what is around it."""
    return f'lang="{escape(tag)}"' + (' dir="rtl"' if is_right_to_left(tag) else "")
