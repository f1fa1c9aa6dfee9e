"""What people changed by hand: units, concepts, how memories are weighed, what was removed; and the history of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

if TYPE_CHECKING:
    from tmtool.model import StoredPair
    from tmtool.store.values import Extent
    from tmtool.tasks.audit import Past
    from tmtool.tasks.settling import Settled
    from tmtool.tasks.term_history import PastChange
    from tmtool.tasks.unit_editing import Corrected
    from tmtool.terminology.concept_changes import Changed


class TextsJson(TypedDict):
    """What of a unit can be corrected."""

    source: str
    target: str
    status: str


class CorrectedJson(TypedDict):
    """A unit before and after its correction."""

    unit: int
    before: TextsJson
    after: TextsJson


class UnitJson(TypedDict):
    """A unit with its translation and its place."""

    unit: int
    target: str
    memory: str
    document: str
    position: int


class SettledJson(UnitJson):
    """The unit that is right, and those that are superseded for it, or have their status again."""

    superseded: NotRequired[list[UnitJson]]
    restored: NotRequired[list[UnitJson]]


class WeighedJson(TypedDict):
    """A memory's penalty and trust before and after; only what was set."""

    name: str
    before: dict[str, int]
    after: dict[str, int]


class ForgottenJson(TypedDict):
    """How much is in a part of the database, and whether it was removed."""

    units: int
    concepts: int
    files: int
    removed: bool


class ConceptChangesJson(TypedDict):
    """What changed in a concept, in words."""

    concept: str
    changes: list[str]


class PastConceptChangeJson(TypedDict):
    """What somebody changed in a concept, and when."""

    at: str
    author: str
    action: str
    changes: list[str]


class PastJson(TypedDict):
    """A change of anything; `before` and `after` are what the history keeps of it, None for nothing."""

    at: str
    author: str
    action: str
    what: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def corrected(value: Corrected) -> CorrectedJson:
    """A unit that `edit` has corrected."""
    return {"unit": value.after.unit, "before": _texts(value.before), "after": _texts(value.after)}


def settled(value: Settled, *, undone: bool) -> SettledJson:
    """A conflict that `settle` has settled, or `undone`."""
    kept = _unit(value.kept)
    found: SettledJson = {
        "unit": kept["unit"],
        "target": kept["target"],
        "memory": kept["memory"],
        "document": kept["document"],
        "position": kept["position"],
    }
    found["restored" if undone else "superseded"] = [_unit(one) for one in value.changed]
    return found


def weighed(name: str, before: Mapping[str, int], after: Mapping[str, int]) -> WeighedJson:
    """A memory whose penalty or trust `memory` has set."""
    return {"name": name, "before": dict(before), "after": dict(after)}


def forgotten(value: Extent, *, removed: bool) -> ForgottenJson:
    """What `forget` removes, or would."""
    return {"units": value.units, "concepts": value.concepts, "files": value.files, "removed": removed}


def concept_changes(value: Changed) -> ConceptChangesJson:
    """A concept that `terms edit`, `retire` or `merge` has changed."""
    return {"concept": value.before.id, "changes": _differences(value)}


def past_concept_change(value: PastChange) -> PastConceptChangeJson:
    """A line of `terms history`."""
    return {
        "at": value.at,
        "author": value.author,
        "action": value.action,
        "changes": _differences(value.change),
    }


def past(value: Past) -> PastJson:
    """A line of `history`."""
    return {
        "at": value.at,
        "author": value.author,
        "action": value.action,
        "what": value.what,
        "before": value.before,
        "after": value.after,
    }


def _differences(value: Changed) -> list[str]:
    # Imported when asked for: the words for what changed are those of TBX.
    from tmtool.terminology.concept_changes import differences

    return list(differences(value))


def _texts(pair: StoredPair) -> TextsJson:
    return {"source": pair.source, "target": pair.target, "status": pair.status.value}


def _unit(pair: StoredPair) -> UnitJson:
    return {
        "unit": pair.unit,
        "target": pair.target,
        "memory": pair.memory,
        "document": pair.document,
        "position": pair.position,
    }
