"""Says what is to be replaced in a target, and replaces it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tmtool.model import Span, Substitution


@dataclass(frozen=True, slots=True)
class Edit:
    """An `Edit` is a stretch of the target to be replaced, and what is said of it."""

    span: Span
    text: str
    substitution: Substitution


def applied(target: str, edits: Sequence[Edit]) -> str:
    """Returns the target with all edits made."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        target = target[: edit.span.start] + edit.text + target[edit.span.end :]
    return target
