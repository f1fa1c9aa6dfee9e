"""Corrects a unit of the memory by hand: its texts, its status. A new import of its file leaves a corrected unit alone.

One transaction with a line in the history, before and after; what was there can be had back.
"""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.errors import UsageError
from tmtool.languages.tags import same_language
from tmtool.model import Status, StoredPair
from tmtool.model.wording import say
from tmtool.store.authorship import author, now
from tmtool.store.home import Home
from tmtool.store.values import UnitState
from tmtool.tasks.indexing import index

_EDIT, _UNDO = "edit", "undo edit"
REPLACE = "replace"
"""The action of `tasks.replacing`, of which a unit's part is taken back as a correction is."""


@dataclass(frozen=True, slots=True)
class UnitEdit:
    """A `UnitEdit` says what is to be in a unit; None stays as it is. It raises UsageError for an empty text."""

    source: str | None = None
    target: str | None = None
    status: Status | None = None

    def __post_init__(self) -> None:
        """Refuses an empty text."""
        if any(text is not None and not text.strip() for text in (self.source, self.target)):
            raise UsageError(say("a text of a unit is not empty"), say("write what it should say"))


@dataclass(frozen=True, slots=True)
class Corrected:
    """`Corrected` holds a unit before and after; both are the same where there was nothing to correct."""

    before: StoredPair
    after: StoredPair


def named_unit(home: Home, unit: int, source_language: str, target_language: str) -> StoredPair:
    """Returns the unit of that number as a pair. Raises UsageError if there is none in both languages."""
    pair = home.units.pair(unit, source_language, target_language)
    if pair is None:
        raise UsageError(
            say(
                "there is no unit {unit} with text in {source_language} and {target_language}",
                unit=unit,
                source_language=source_language,
                target_language=target_language,
            ),
            say("'tmtool -v lookup' gives the number of each match"),
        )
    return pair


def edit(home: Home, unit: int, wanted: UnitEdit, source_language: str, target_language: str) -> Corrected:
    """Corrects a unit; a new text has no inline codes. Raises UsageError if there is no such unit."""
    with home.transaction():
        corrected = write_edit(home, unit, wanted, source_language, target_language)
    index(home)
    return corrected


def write_edit(home: Home, unit: int, wanted: UnitEdit, source_language: str, target_language: str) -> Corrected:
    """Corrects a unit as `edit` does, in a transaction that is open."""
    home.units.hold([unit])
    before = named_unit(home, unit, source_language, target_language)
    if before.joined is not None and wanted.target not in (None, before.target):
        raise UsageError(
            say(
                "the text in {language} is of unit {unit}, which another file gave",
                language=target_language,
                unit=before.joined,
            ),
            say("correct unit {unit}, in the languages that it has", unit=before.joined),
        )
    old = home.units.state(unit)
    at, by = now(), author()
    variants = list(old.variants)
    texts = ((source_language, wanted.source, before.source), (target_language, wanted.target, before.target))
    for language, text, stored in texts:
        if text is not None and text != stored:
            place = next(n for n, one in enumerate(variants) if same_language(one.language, language))
            variants[place] = variants[place]._replace(
                text=text, markup="", markup_format="", changed=at, changed_by=by
            )
    new = old._replace(status=wanted.status or old.status, variants=tuple(variants))
    if new == old:
        return Corrected(before, before)
    new = new._replace(changed=at, changed_by=by, edited=1)
    after = _write(home, _EDIT, unit, old, new, source_language, target_language)
    return Corrected(before, after)


def undo(home: Home, unit: int, source_language: str, target_language: str) -> Corrected:
    """Makes a unit what it was before its last correction. Raises UsageError if that was not the last change to it."""
    with home.transaction():
        corrected = write_undo(home, unit, source_language, target_language)
    index(home)
    return corrected


def write_undo(home: Home, unit: int, source_language: str, target_language: str) -> Corrected:
    """Takes a correction back as `undo` does, in a transaction that is open."""
    home.units.hold([unit])
    before = named_unit(home, unit, source_language, target_language)
    last = home.history.last("units", unit)
    if last is None or last.action not in (_EDIT, REPLACE) or last.before is None:
        raise UsageError(
            say("unit {unit} has no correction to take back", unit=unit),
            say("correct it with --target or --source"),
        )
    old, new = home.units.state(unit), UnitState.of(last.before)
    after = _write(home, _UNDO, unit, old, new, source_language, target_language)
    return Corrected(before, after)


def _write(
    home: Home, action: str, unit: int, old: UnitState, new: UnitState, source_language: str, target_language: str
) -> StoredPair:
    home.units.rewrite(unit, new)
    home.history.record(action, "units", unit, before=old.content(), after=new.content())
    return named_unit(home, unit, source_language, target_language)
