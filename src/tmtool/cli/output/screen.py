"""Prints the readable output: short lines, aligned, a mark next to each colour so that none is needed.

Text of a memory or a draft is data: control characters in it are shown, never sent to the terminal.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence

import click

from tmtool.cli.output import cells
from tmtool.cli.output.origin import conflict, origin
from tmtool.cli.reader import read, read_fixed
from tmtool.errors import in_one_line
from tmtool.model import (
    Adaptation,
    DiffPart,
    Fragment,
    Level,
    Match,
    MatchKind,
    Occurrence,
    Span,
    Substitution,
    TermStatus,
)
from tmtool.model.wording import Wording, joined, say
from tmtool.tasks.term_finding import outermost

_COLOURS = {
    MatchKind.CONTEXT: "green", MatchKind.EXACT: "green", MatchKind.ADAPTED: "green", MatchKind.FUZZY: "yellow",
    MatchKind.NONE: "bright_black",
    Level.ERROR: "red", Level.WARNING: "yellow", Level.INFO: "blue", Level.HINT: "bright_black",
}  # fmt: skip

_MARKS = {
    "[-": "\x1b[31m{}", "-]": "{}\x1b[0m", "{+": "\x1b[32m{}", "+}": "{}\x1b[0m", "⟦": "\x1b[1m{}", "⟧": "{}\x1b[0m",
}  # fmt: skip


def show(line: str = "") -> None:
    """Prints a line; colours only where a terminal reads and NO_COLOR is not set."""
    click.echo(read(line), color=None if sys.stdout.isatty() and "NO_COLOR" not in os.environ else False)


def width() -> int:
    """Returns columns to fill: the terminal's, at most 100 so that lines stay readable."""
    return min(shutil.get_terminal_size((100, 24)).columns, 100)


def safe(text: str) -> str:
    """Returns text without anything that a terminal obeys."""
    return in_one_line(read(text))


def paint(text: str, of: MatchKind | Level) -> str:
    """Returns the text in the colour of its meaning."""
    return click.style(text, fg=_COLOURS[of])


def paragraph(text: str, indent: str, first: str | None = None) -> None:
    """Prints wrapped text; no-break spaces stay with their words, marks (see below) get their colours."""
    # textwrap breaks at any white space, so the no-break spaces are hidden from it.
    hidden = safe(read(text)).replace("\u00a0", "\ue000").replace("\u202f", "\ue001")
    start, is_message = indent if first is None else first, isinstance(text, Wording)
    lines = cells.wrapped(hidden, width(), start, indent, is_message=is_message) or [first or indent]
    shown = "\n".join(lines)
    for mark, colour in _MARKS.items():
        shown = shown.replace(mark, colour.format(mark))
    show(shown.replace("\ue000", "\u00a0").replace("\ue001", "\u202f"))


def difference(parts: Iterable[DiffPart]) -> str:
    """Returns the stored source turned into the query: [-stored-]{+query+}."""
    return "".join(
        part.stored if part.kind == "equal" else _changed(part.stored, "[-", "-]") + _changed(part.query, "{+", "+}")
        for part in parts
    )


def marked(text: str, span: Span | None) -> str:
    """Returns the text with the span between marks that no text uses: ⟦…⟧."""
    return f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}" if span else text


def match(number: int, value: Match, *, with_unit: bool = False) -> None:
    """Prints a match: rate, kind, provenance, and the number of its unit if that is wanted; then the source with its
    differences; then the target, or what a substitution makes of it, with what was replaced or why it is not safe."""
    rate = f"{value.rate:3} %"
    unit = read(say(" · unit {unit}", unit=value.unit)) if with_unit else ""
    kind = read_fixed(value.kind.value).ljust(max(len(read_fixed(one.value)) for one in MatchKind) + 1)
    show(f"  {number}. {paint(f'{rate} {kind}', value.kind)} {safe(origin(value))}{unit}")
    if value.rate < 100:
        paragraph(difference(value.diff), " " * 7)
    for warning in value.warnings:
        paragraph(
            joined([read_fixed(warning.kind), warning.detail], say(": ")), " " * 9, f"     {paint('!', Level.WARNING)} "
        )
    paragraph(value.offered, " " * 9, "     → ")
    if value.adapted:
        _adaptation(value.adapted, warned=bool(value.warnings))
    if value.conflict:
        paragraph(conflict(value, value.conflict), " " * 9, f"     {paint('!', Level.WARNING)} ")


def _adaptation(value: Adaptation, *, warned: bool) -> None:
    if value.safe:
        changes = " · ".join(dict.fromkeys(map(_change, value.substitutions)))
        paragraph(say("replaced and verified: {changes}", changes=changes), " " * 9)
        return
    if value.is_partial:
        paragraph(say("in part adapted: {target}", target=value.marked), " " * 9)
    if reasons := value.reasons[warned:]:
        # The first reason only sums up the warnings, which are above.
        paragraph(say("not adapted: {reasons}", reasons=joined(reasons, say("; "))), " " * 9)


def _change(one: Substitution) -> str:
    """Returns "neuf → dix"; "+ b)" where nothing was, "− b)" where nothing is now."""
    if one.target_from and one.target_to:
        return f"{one.target_from} → {one.target_to}"
    return f"+ {one.target_to}" if one.target_to else f"− {one.target_from}"


def fragments(found: Sequence[Fragment], text: str) -> None:
    """Prints the units that are parts of a text, with their translations and their places; terms have their own
    list."""
    for fragment in (one for one in found if not one.concept):
        head = f"  ▪ {safe(fragment.span.of(text))} → "
        paragraph(f"{fragment.target} ({fragment.origin})", " " * 6, head)


def terms(found: Sequence[Occurrence], text: str, target_language: str) -> None:
    """Prints the terms of a text with their translations, and what not to write; concepts that say the same of the same
    words are a line."""
    hits = [hit for hit in outermost(found) if hit.concept.in_language(target_language)]
    longest = min(max((cells.cells(hit.span.of(text)) for hit in hits), default=0), 40)
    shown: set[tuple[Span, str, str]] = set()
    for hit in hits:
        translations = hit.concept.in_language(target_language)
        good = ", ".join(term.text for term in translations if term.status.accepted)
        bad = ", ".join(
            f"{term.text} → {term.replaced_by}" if term.replaced_by else term.text
            for term in translations
            if not term.status.accepted and (term.status is TermStatus.DEPRECATED or term.replaced_by)
        )
        if (hit.span, good, bad) in shown:
            continue
        shown.add((hit.span, good, bad))
        head = f"  ▸ {cells.isolated(cells.filled(safe(hit.span.of(text)), longest))}  "
        paragraph(good + (read(say(" (not: {bad})", bad=bad)) if bad else ""), " " * (longest + 6), head)


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Prints rows in aligned columns; `right` are the columns set to the right. The first row is the head."""
    rows = [[read(cell) for cell in row] for row in rows]
    widths = [max(cells.cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        filled = [
            cells.filled(cell, size, right=column in right)
            for column, (cell, size) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(map(cells.isolated, filled)).rstrip()
        show(click.style(line, bold=True) if number == 0 else line)


def _changed(text: str, before: str, after: str) -> str:
    # White space stays outside the marks, so that they show what changed and nothing else.
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    return f"{text[:start]}{before}{core}{after}{text[start + len(core) :]}"
