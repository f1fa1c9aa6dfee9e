"""Writes pieces of HTML in which nothing of a memory can be more than text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tmtool.errors import TmtoolError, in_one_line
from tmtool.model import DiffPart, Span
from tmtool.present.reader import Reader


def attributes(**values: str | int | bool | None) -> str:
    """Returns attributes, a leading space before each; an underscore is a hyphen, one at the end is dropped. None and
    False leave one out."""
    written = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        shown = name.rstrip("_").replace("_", "-")
        written.append(f" {shown}" if value is True else f' {shown}="{escape(str(value))}"')
    return "".join(written)


def text(content: str, language: str, kind: str, element: str = "p", inside: str = "") -> str:
    """Returns an element with a text in its language, whose direction the text itself says; `inside` is its HTML where
    it is more than the text."""
    return f"<{element}{attributes(class_=kind, lang=language, dir='auto')}>{inside or escape(content)}</{element}>"


def marked(content: str, span: Span | None) -> str:
    """Returns a text with a stretch of it marked."""
    if span is None:
        return escape(content)
    before, inside, after = content[: span.start], span.of(content), content[span.end :]
    return f"{escape(before)}<mark>{escape(inside)}</mark>{escape(after)}"


def difference(parts: Iterable[DiffPart]) -> str:
    """Returns a stored source with what the query has not struck out, and what it has put in."""
    pieces = []
    for part in parts:
        if part.kind == "equal":
            pieces.append(escape(part.stored))
            continue
        pieces.append(f"<del>{escape(part.stored)}</del>" if part.stored else "")
        pieces.append(f"<ins>{escape(part.query)}</ins>" if part.query else "")
    return "".join(pieces)


def problem(reader: Reader, error: TmtoolError) -> str:
    """Returns what is wrong, for a person."""
    return f'<p class="problem" role="alert">{escape(in_one_line(reader.read(error.wording)))}</p>'
