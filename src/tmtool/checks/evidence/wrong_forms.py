"""Which fixed wrong forms stand in a text? Shared by the checks that are tables of such forms.

A table has the columns language, pattern, right form, trigger. The pattern is a regular expression (``regex``);
its group ``wrong``, if it has one, is what is reported. The right form may take up groups (``\\1``) and is "?"
where none is certain. The trigger is a pattern that the source must have (behind "!": must not have) for the
form to be wrong; empty for any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex  # type: ignore[import-untyped]

from tmtool.languages import tables
from tmtool.languages.symbols import addresses
from tmtool.model import Span

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A form that stands in a text, and what should stand in its place ("" where nothing, None where unknown)."""

    span: Span
    right: str | None
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: regex.Pattern[str]
    right: str
    trigger: regex.Pattern[str] | None
    forbidden: bool


@cache
def _table(path: Path, language: str) -> tuple[_Row, ...]:
    found = []
    for tag, pattern, right, *rest in tables.rows(path):
        if tag != language:
            continue
        trigger = rest[0] if rest else ""
        compiled = regex.compile(trigger.removeprefix("!"), regex.IGNORECASE) if trigger else None
        found.append(_Row(regex.compile(pattern), right, compiled, trigger.startswith("!")))
    return tuple(found)


def wrong_forms(path: Path, language: str, text: str, source: str | None) -> Iterator[WrongForm]:
    """The forms of the table at `path` that stand in `text`, by place; each stretch of text is reported once.

    Without a source the rows that need one are left out.
    """
    closed = list(addresses(text))
    found: list[WrongForm] = []
    for row in _table(path, language):
        trigger = row.trigger.search(source) if row.trigger and source else None
        if row.trigger and (source is None or (trigger is None) is not row.forbidden):
            continue
        for match in row.pattern.finditer(text):
            span = Span(*match.span("wrong" if "wrong" in row.pattern.groupindex else 0))
            if any(span.overlaps(one.span) for one in found) or any(span.overlaps(one) for one in closed):
                continue
            right = None if row.right == UNKNOWN else match.expand(row.right)
            found.append(WrongForm(span, right, Span(*trigger.span()) if trigger else None))
    yield from sorted(found, key=lambda one: one.span)
