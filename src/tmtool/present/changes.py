"""Says what people changed by hand: units, concepts, how memories are weighed, what was removed; and the history of
it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.model import StoredPair
    from tmtool.present.shapes.changes import (
        ConceptChangesJson,
        CorrectedJson,
        ForgottenJson,
        MovedIntoJson,
        PastConceptChangeJson,
        PastJson,
        PurgeableJson,
        PurgedJson,
        PutBackJson,
        RenamedJson,
        ReplacedJson,
        ReplacedTextJson,
        ReplacementUndoneJson,
        SettledJson,
        TextsJson,
        UnitJson,
        WeighedJson,
    )
    from tmtool.store.values import Extent, Purged
    from tmtool.tasks.audit import Past
    from tmtool.tasks.forgetting import Purgeable, PutBack
    from tmtool.tasks.replacing import Replaced, Undone
    from tmtool.tasks.settling import Settled
    from tmtool.tasks.term_history import PastChange
    from tmtool.tasks.unit_editing import Corrected
    from tmtool.terminology.concept_changes import Changed


def corrected(value: Corrected) -> CorrectedJson:
    """Returns a unit that `edit` has corrected."""
    return {"unit": value.after.unit, "before": _texts(value.before), "after": _texts(value.after)}


def replaceable_text(value: Replaced) -> ReplacedTextJson:
    """Returns a text that a replacement would change."""
    return {"unit": value.unit, "before": value.before, "after": value.after}


def replaced_in(units: int) -> ReplacedJson:
    """Returns in how many units a replacement was made."""
    return {"units": units}


def replacement_undone(value: Undone) -> ReplacementUndoneJson:
    """Returns in how many units a replacement was taken back."""
    return {"units": value.units, "left": value.left}


def settled(value: Settled, *, undone: bool) -> SettledJson:
    """Returns a conflict that `settle` has settled, or `undone`."""
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
    """Returns a memory whose penalty or trust `memory` has set."""
    return {"name": name, "before": dict(before), "after": dict(after)}


def renamed(before: str, after: str) -> RenamedJson:
    """Returns the names of a memory that `memory` has renamed."""
    return {"before": before, "after": after}


def moved_into(value: Extent, old: str, new: str) -> MovedIntoJson:
    """Returns how much `memory` has put from one memory into another."""
    return {"from": old, "into": new, "units": value.units, "concepts": value.concepts, "files": value.files}


def forgotten(value: Extent, *, removed: bool) -> ForgottenJson:
    """Returns what `forget` removes, or would."""
    return {"units": value.units, "concepts": value.concepts, "files": value.files, "removed": removed}


def purgeable(value: Purgeable) -> PurgeableJson:
    """Returns what `forget --purge` would remove for good."""
    return {
        "units": value.extent.units,
        "concepts": value.extent.concepts,
        "files": value.extent.files,
        "removed": False,
        "backups": [str(path) for path in value.backups],
        "changes": value.changes,
    }


def put_back(value: PutBack) -> PutBackJson:
    """Returns what `forget --undo` has put back."""
    return {
        "memory": value.part.memory,
        "source": value.part.source,
        "document": value.part.document,
        "units": value.extent.units,
        "concepts": value.extent.concepts,
        "files": value.extent.files,
    }


def purged(value: Purged) -> PurgedJson:
    """Returns what `forget --purge` has removed for good."""
    return {
        "units": value.extent.units,
        "concepts": value.extent.concepts,
        "files": value.extent.files,
        "removed": True,
        "complete": value.complete,
        "copies_purged": list(value.purged),
        "copies_left": list(value.left),
        "backups_gone": list(value.gone),
        "backups_behind": list(value.behind),
    }


def concept_changes(value: Changed) -> ConceptChangesJson:
    """Returns a concept that `terms edit`, `retire` or `merge` has changed."""
    return {"concept": value.before.id, "changes": _differences(value)}


def past_concept_change(value: PastChange) -> PastConceptChangeJson:
    """Returns a line of `terms history`."""
    return {
        "at": value.at,
        "author": value.author,
        "action": value.action,
        "changes": _differences(value.change),
    }


def past(value: Past) -> PastJson:
    """Returns a line of `history`."""
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
