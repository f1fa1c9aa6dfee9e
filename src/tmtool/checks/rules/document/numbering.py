"""Do the items run on, and are list, annotations and table about the same items in order?

See docs/un-french.md, fact 112.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.titles import ANNOTATION, LIST, as_read, misnumbered, renumbered, titles
from tmtool.documents.agenda import Agenda, AgendaItem
from tmtool.documents.labels import value
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FIGURES = re.compile(r"\d+")


_MOST = 3
"""Where more is to report of a text without its source, its parts are not those of a list with annotations."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where items are misnumbered, or list, annotations and table are not about the
    same items."""
    assert draft.agenda is not None
    if draft.source_agenda is None and draft.has_source:
        # The source is not read as a list with annotations: what was found in the translation is no agenda either.
        return
    stated = titles(draft, draft.agenda)
    wrong = misnumbered(stated, draft.source_agenda)
    told = set()
    missing: set[str] = set()
    for title, label in wrong:
        if title.label.rpartition(".")[2] == label.rpartition(".")[2]:
            continue  # Only the number above it is another.
        told.add(title.pair.number)
        message = say(
            "In {place}, item {label} has the title of item {other}.",
            place=title.place,
            label=as_read(title.label),
            other=as_read(label),
        )
        yield title.pair, Flag(message, target_span=title.span)
    agenda = renumbered(draft.agenda, wrong)
    left_out = {value(pair.source_label) for pair in draft.pairs if not pair.target.strip()}
    in_source = {problem.what for problem in _problems(draft.source_agenda)} if draft.source_agenda else set()
    problems = list(_problems(agenda))
    if not draft.has_source and len(problems) > _MOST:
        return
    for problem in problems:
        pair = draft.pair(problem.segment)
        if pair is None or pair.number in told or problem.what in in_source or _has_numbers_of_source(pair):
            continue
        if problem.missing and _is_named_in_source(problem.missing, pair):
            continue  # The source names it, too.
        if problem.missing in missing or problem.missing.rpartition(".")[2] in left_out:
            continue  # It is reported where it is left out, or before.
        told.add(pair.number)
        missing.update({problem.missing} - {""})
        # Without its source a table may take the items in whatever order.
        level = Level.HINT if problem.what[0] == "table" and not draft.has_source else problem.level
        yield pair, Flag(problem.message, target_span=Span(0, len(pair.target)), level=level)


def _has_numbers_of_source(pair: Pair) -> bool:
    """Tells whether a segment has the figures of its source: then what is wrong with its number is wrong there too, or
    is reported where the two differ."""
    return bool(pair.source) and _FIGURES.findall(f"{pair.source_label} {pair.source}") == _FIGURES.findall(
        f"{pair.target_label} {pair.target}"
    )


def _is_named_in_source(label: str, pair: Pair) -> bool:
    """Tells whether a source has the figure of a label as often as its translation has."""
    there, here = (_FIGURES.findall(text) for text in (f"{pair.source_label} {pair.source or ''}", pair.target))
    return 0 < here.count(label) <= there.count(label)


@dataclass(frozen=True, slots=True)
class _Problem:
    """A `_Problem` is something wrong with the numbers at a segment. `what` tells it from another one without a word of
    the language, so that it can be seen whether the source has it too; `missing` is the label that the list lacks."""

    segment: int
    message: str
    what: tuple[str, ...]
    level: Level | None = None
    missing: str = ""


def _problems(agenda: Agenda) -> Iterator[_Problem]:
    yield from _broken(LIST, agenda.items)
    if agenda.annotations and _labels(agenda.items) != _labels(agenda.annotations):
        yield from _broken(ANNOTATION, agenda.annotations)
    yield from _without_counterpart(agenda)
    yield from _out_of_order(agenda)


def _labels(items: Sequence[AgendaItem]) -> list[str]:
    return [item.label for item in items]


def _broken(place: str, items: Sequence[AgendaItem]) -> Iterator[_Problem]:
    """Yields the labels that do not follow the one before them, each level counted for itself."""
    last: dict[str, str] = {}
    for item in items:
        parent, _, label = item.label.rpartition(".")
        before = last.get(parent, "")
        wanted = _next(before) if before else "1" if label.isdigit() else "a"
        last[parent] = label
        if label != wanted:
            message = say("In {place}, {label} is where {wanted} should be.", place=place, label=label, wanted=wanted)
            yield _Problem(item.segment, message, (place, label, wanted))


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else label[:-1] + chr(ord(label[-1]) + 1)


def _counted(label: str) -> list[tuple[int, str]]:
    """Returns what puts labels in the order in which they count: 2, 2.a, 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in label.split(".")]


def _without_counterpart(agenda: Agenda) -> Iterator[_Problem]:
    annotated = {item.label for item in agenda.annotations}
    in_table = {label.split(".")[0] for row in agenda.sittings for label in row.item.split(", ")}
    known = {item.label for item in agenda.items}
    for item in agenda.items:
        if "." in item.label:
            continue
        if not agenda.annotations:
            continue  # Such a table may name several items in a cell, or some of them only.
        if item.label not in annotated:
            message = say("Item {label} of the list has no annotation.", label=as_read(item.label))
            level = None if len(known - annotated) == 1 else Level.WARNING
            yield _Problem(item.segment, message, ("no annotation", item.label), level)
        elif in_table and item.label not in in_table:
            message = say("Item {label} of the list is not in the table.", label=as_read(item.label))
            # A timetable may be that of a part of the session.
            level = Level.WARNING if 2 * len(in_table & known) > len(known) else Level.HINT
            yield _Problem(item.segment, message, ("not in the table", item.label), level)
    for annotation in agenda.annotations:
        if annotation.label not in known:
            message = say("The list has no item {label}, annotated here.", label=as_read(annotation.label))
            yield _Problem(annotation.segment, message, ("not in the list", annotation.label), missing=annotation.label)
    for row in agenda.sittings:
        for label in row.item.split(", "):
            if label not in known:
                message = say("The list has no item {label}, which the table names.", label=as_read(label))
                yield _Problem(row.segments[-1], message, ("table, not in the list", label), missing=label)


def _out_of_order(agenda: Agenda) -> Iterator[_Problem]:
    labels = sorted((item.label for item in agenda.items), key=_counted)
    order = {label: place for place, label in enumerate(labels)}
    last = -1
    for row in agenda.sittings:
        places = [order[label] for label in row.item.split(", ") if label in order]
        if places and min(places) < last:
            after = labels[last]
            message = say(
                "In the table, item {label} comes after item {after}.", label=as_read(row.item), after=as_read(after)
            )
            yield _Problem(row.segments[-1], message, ("table", row.item, after), Level.WARNING)
        last = max([last, *places])


_LIST = """Ordre du jour provisoire
1. Élection du Bureau.
2. Assistance technique.
3. Questions diverses.
Annotations
"""

CHECK = DocumentCheck(
    name="document-numbering",
    level=Level.ERROR,
    its_type="inconsistency",
    requires=Needs(agenda=True),
    summary="Items are misnumbered, or list, annotations and table are not about the same items.",
    reason=(
        "Delegates find their way by the numbers. Items must run 1, 2, 3 and a), b), c), each with its annotation "
        "and, if there is a table, a row, under its own title. A row out of order, an item that is not in the table "
        "and several without annotation may be meant and are warnings, or hints if the table has few of the items. A "
        "number that the source has too is left alone."
    ),
    examples=(
        Example(
            target="Ordre du jour provisoire\n1. Élection du Bureau.\n3. Questions diverses.\nAnnotations\n"
            "1. Élection du Bureau\nLe Bureau sera élu.\n3. Questions diverses\nAucune.",
            flagged=("3. Questions diverses.",),
        ),
        Example(
            target=_LIST
            + "1. Élection du Bureau\nLe Bureau sera élu.\n2. Assistance technique\nLe Groupe l’examinera.",
            flagged=("3. Questions diverses.",),
        ),
        Example(
            target=_LIST
            + "1. Élection du Bureau\nLe Bureau sera élu.\n2. Assistance technique\nLe Groupe l’examinera.\n"
            + "3. Questions diverses\nAucune.",
        ),
        Example(target="1. Ce n’est pas un ordre du jour.\n3. Ce sont des paragraphes."),
    ),
    look=look,
)
