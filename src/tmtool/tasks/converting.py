"""Writes the units or terms of a file in another format, without a database, and says what the other has no place for.

What was lost of units is not said by the writers but seen: the file that was written is read again and compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from tmtool.errors import UsageError
from tmtool.formats.format import Format, Written
from tmtool.formats.inline import code_offsets
from tmtool.formats.registry import detect, writer
from tmtool.formats.remarks import remarked
from tmtool.formats.xliff.code_writing_2 import is_version_2
from tmtool.model import Concept, Notice, Skipped, Unit, Variant
from tmtool.model.wording import say
from tmtool.store.values import SourceKind
from tmtool.tasks.import_format import format_and_kind
from tmtool.tasks.import_values import ImportOptions
from tmtool.tasks.term_export import concept_writer

T = TypeVar("T")

_FIELDS: dict[str, Callable[[Unit], object]] = {
    say("ids"): lambda unit: unit.id,
    say("documents"): lambda unit: unit.document,
    say("statuses"): lambda unit: unit.status,
    say("dates"): lambda unit: (unit.date, unit.created, unit.changed),
    say("users"): lambda unit: (unit.created_by, unit.changed_by),
    say("contexts"): lambda unit: unit.context,
    say("notes"): lambda unit: unit.note,
    say("properties"): lambda unit: dict(unit.properties),
    say("inline codes"): lambda unit: [_Codes(variant) for variant in unit.variants if variant.markup],
    say("properties of texts"): lambda unit: [dict(one.properties) for one in unit.variants if one.properties],
    say("further languages"): lambda unit: sorted(variant.language for variant in unit.variants)[2:],
}
"""What a unit has beyond its texts, by the name under which its loss is told."""


class _Codes:
    """A `_Codes` is the inline codes of a text. They are the same as others in another vocabulary if there are as many
    at the same places."""

    __hash__ = None  # type: ignore[assignment]  # only ever compared

    def __init__(self, variant: Variant) -> None:
        is_later = is_version_2(variant.markup, variant.markup_format)
        self._vocabulary = (variant.markup_format, is_later)
        self._markup = variant.markup

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Codes):
            return NotImplemented
        if self._vocabulary == other._vocabulary:
            return self._markup == other._markup
        return code_offsets(self._markup) == code_offsets(other._markup)


@dataclass(frozen=True, slots=True)
class Converted:
    """A `Converted` says how many units or concepts were written, what of them the format has no place for, with how
    many have it, and what was skipped or assumed on reading."""

    kind: SourceKind
    entries: int
    losses: dict[str, int]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...]


def convert(path: Path, out: Path, options: ImportOptions, *, tool: str = "", style: str = "") -> Converted:
    """Writes what the file `path` holds to `out`, in the format of its ending, as `tool` reads it or in a `style`.

    Raises UsageError for an ending that cannot be written or that is the file itself; InputError for a file that cannot
    be read, and OutputError where the other cannot be written: nothing is written then.
    """
    if out.exists() and out.samefile(path):
        raise UsageError(say("{out} is the file itself", out=out), say("give another name"))
    _refuse_unknown(out, tool, style)
    found, kind = format_and_kind(path, options)
    languages = {"source_language": options.source_language, "target_language": options.target_language}
    skipped: list[Skipped] = []
    notices: list[Notice] = []
    if kind == "terms":
        assert found.read_concepts is not None  # `format_and_kind` has seen to it
        concepts = _only(Concept, remarked(found.read_concepts(path, **languages), **languages), skipped, notices)
        write_terms: Callable[..., Written] = concept_writer(out, tool, style)
        if found.read_header is not None and not tool and out.suffix.lower() in found.extensions:
            write_terms = partial(write_terms, header=found.read_header(path))
        written = write_terms(out, concepts, **languages)
        losses = dict(written.losses) | _header_losses(found, path, out)
        return Converted(kind, written.entries, losses, tuple(skipped), tuple(notices))
    if style:
        raise UsageError(say("--style is for terms"), say("leave it out"))
    assert found.read_units is not None
    # Of a format with headers the writer takes one.
    write: Callable[..., int] = writer(lambda known: known.unit_outputs, out, tool=tool)
    if found.read_header is not None and not tool and out.suffix.lower() in found.extensions:
        write = partial(write, header=found.read_header(path))
    units = remarked(found.read_units(path, **languages), **languages)
    count = write(out, _only(Unit, units, skipped, notices), **languages)
    again = detect(out).read_units
    assert again is not None  # what writes units reads them
    losses = _header_losses(found, path, out)
    losses |= _losses(
        _only(Unit, found.read_units(path, **languages), [], []), _only(Unit, again(out, **languages), [], [])
    )
    return Converted(kind, count, losses, tuple(skipped), tuple(notices))


def _header_losses(found: Format, path: Path, out: Path) -> dict[str, int]:
    """Returns how much of the header another format, or another program's file, has no place for."""
    if found.read_header is None:
        return {}
    before, again = found.read_header(path), detect(out).read_header
    after = again(out) if again is not None else None
    there = after.beyond_entries() if after is not None else {}
    lost = {what: count - there.get(what, 0) for what, count in before.beyond_entries().items()}
    return {say("{what} of the header", what=what): count for what, count in lost.items() if count > 0}


def _refuse_unknown(out: Path, tool: str, style: str) -> None:
    """Raises UsageError for an ending in which neither terms nor units are written, before anything is read."""
    try:
        concept_writer(out, tool, style)
    except UsageError:
        if style:
            raise
        writer(lambda known: known.unit_outputs, out, tool=tool)


def _only(
    kind: type[T], entries: Iterator[T | Skipped | Notice], skipped: list[Skipped], notices: list[Notice]
) -> Iterator[T]:
    """Yields the entries of that kind and keeps the others."""
    for entry in entries:
        if isinstance(entry, kind):
            yield entry
        elif isinstance(entry, Skipped):
            skipped.append(entry)
        elif isinstance(entry, Notice):
            notices.append(entry)


def _losses(before: Iterator[Unit], after: Iterator[Unit]) -> dict[str, int]:
    """Returns how many units lost what; those written are met in their order, what is not there was left out."""
    lost: Counter[str] = Counter()
    written = next(after, None)
    for unit in before:
        if written is None or not _same_texts(unit, written):
            lost[say("units without text in both languages")] += 1
            continue
        lost.update(name for name, value in _FIELDS.items() if not _is_kept(value(unit), value(written)))
        written = next(after, None)
    return dict(lost)


def _is_kept(value: object, written: object) -> bool:
    """Tells whether all that there was is there again; a format may say more of its own."""
    if isinstance(value, dict) and isinstance(written, dict):
        return value.items() <= written.items()
    return not value or value == written


def _same_texts(unit: Unit, written: Unit) -> bool:
    """Tells whether every text of the unit that was written is one of the unit."""
    texts = {variant.text.strip() for variant in unit.variants}
    return all(variant.text.strip() in texts for variant in written.variants)
