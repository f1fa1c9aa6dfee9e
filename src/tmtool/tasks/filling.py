"""Puts the suggestions for a file into the file: the translations that are complete, each in the place of its source.

Complete are context, exact and adapted matches. What the file has already stays unless it is to be overwritten; what
it locks stays in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.documents.reading import Segmentation, parse_lines
from tmtool.formats.filling import Fillable, Filling, Slot, State
from tmtool.formats.reading import document_of, read_document
from tmtool.formats.registry import detect
from tmtool.languages.typography import Habit
from tmtool.model import COMPLETE, Document, MatchKind, Suggestion
from tmtool.store.home import Home
from tmtool.tasks.carrying import carried
from tmtool.tasks.document_filling import DocumentFile, has_words
from tmtool.tasks.suggest import suggest

_SPACE = " \t\r\n"


def gives_back(path: Path, out: Path) -> bool:
    """Tells whether the file `out` is to be the file `path` with its translations: one of the same format, by its name.

    Raises InputError for a file that cannot be read or has no known format.
    """
    found = detect(path)
    same = out.suffix.lower() == path.suffix.lower()
    return same and (found.read_texts is not None or found.read_fillable is not None)


def read_to_fill(
    path: Path, *, language: str, segmentation: Segmentation = "auto", srx: Path | None = None
) -> tuple[Document, Fillable]:
    """Returns the document to translate in a file, as `read_sources` does, and the file with its segments as slots, one
    a segment, in order.

    Further slots are texts that are no part of the document, such as headers and footers.

    `gives_back` says for which files there is one. Raises InputError for a file that cannot be read.
    """
    found = detect(path)
    if found.read_fillable is not None:
        file = found.read_fillable(path, source_language=language)
        return document_of(file, language=language, path=path), file
    assert found.read_texts is not None, "gives_back was not asked"
    document = read_document(path, language=language, segmentation=segmentation, srx=srx)
    return document, DocumentFile(found.read_texts(path), document, segmentation)


def furniture_of(
    home: Home, file: Fillable, document: Document, target_language: str, habit: Habit | None = None
) -> tuple[Suggestion, ...]:
    """Returns the suggestions for what a file has beyond its document: headers and footers."""
    texts = [slot.source for slot in file.slots[len(document.segments) :]]
    if not texts:
        return ()
    lines = parse_lines(texts, language=document.language)
    return suggest(home, lines, target_language=target_language, habit=habit)


@dataclass(frozen=True, slots=True)
class Filled:
    """A `Filled` is a file with its translations.

    `filled` are the segments that got one, by number; `to_review` those of them that a person has to look at;
    `unsure` those in which a code or look has no sure place; `kept` had a translation or are locked; `left` have
    none.
    """

    content: bytes
    filled: tuple[int, ...]
    to_review: tuple[int, ...]
    unsure: tuple[int, ...]
    kept: tuple[int, ...]
    left: tuple[int, ...]


def fill(
    file: Fillable,
    suggestions: Sequence[Suggestion],
    furniture: Sequence[Suggestion] = (),
    *,
    source_language: str,
    target_language: str,
    overwrite: bool = False,
) -> Filled:
    """Fills a file; the suggestions are one a slot, in order, those for headers and footers apart.

    With `overwrite` translations that are there give way.
    """
    given = (*suggestions, *furniture)
    fillings: dict[int, Filling] = {}
    kept, left, unsure = [], [], []
    for index, (slot, suggestion) in enumerate(zip(file.slots, given, strict=True)):
        number = suggestion.segment.number
        if not slot.source.strip():
            continue
        if slot.locked or (slot.target.strip() and not overwrite):
            kept.append(number)
        elif suggestion.kind in COMPLETE and suggestion.target is not None:
            fillings[index], is_sure = _filling(slot, suggestion, source_language, target_language)
            unsure += [] if is_sure else [number]
        elif index < len(suggestions) and has_words(slot.source):
            left.append(number)
    numbers = {index: given[index].segment.number for index in fillings}
    return Filled(
        content=file.content(fillings, target_language=target_language),
        filled=tuple(numbers.values()),
        to_review=tuple(numbers[index] for index, one in fillings.items() if one.state is State.TO_REVIEW),
        unsure=tuple(unsure),
        kept=tuple(kept),
        left=tuple(left),
    )


def _filling(slot: Slot, suggestion: Suggestion, source_language: str, target_language: str) -> tuple[Filling, bool]:
    """Returns what goes into a slot, with the white space of the source at its ends, and whether its codes are sure."""
    source = slot.source.strip(_SPACE)
    start = len(slot.source) - len(slot.source.lstrip(_SPACE))
    text = slot.source[:start] + (suggestion.target or "").strip(_SPACE) + slot.source[start + len(source) :]
    found = carried(slot.source, text, slot.codes, source_language=source_language, target_language=target_language)
    is_sure = not found.unsure and slot.is_whole
    ready = is_sure and suggestion.kind is not MatchKind.ADAPTED
    return Filling(text, found.places, State.READY if ready else State.TO_REVIEW, suggestion.rate), is_sure
