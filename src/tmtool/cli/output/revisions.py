"""Says what a new version of a document made of a segment, in words: the screen and the page say it alike."""

from __future__ import annotations

from tmtool.model import Change, Revision
from tmtool.model.wording import Wording, say


def what_became(revision: Revision) -> Wording:
    """Returns what has become of a segment, with its number in the earlier version."""
    if revision.change is Change.ADDED:
        return say("new in this version")
    if revision.change is Change.REMOVED:
        return say("gone, was segment {number}", number=revision.segment)
    if revision.change is Change.MOVED:
        return say("moved, was segment {number}", number=revision.segment)
    return say("changed, was segment {number}", number=revision.segment)


def unknown() -> Wording:
    """Returns what is said where the old translation is not known."""
    return say("its old translation is not known")
