"""Finds the one translation that may be given for a text without more words: context, exact or safely adapted."""

from __future__ import annotations

from tmtool.model import COMPLETE, Match
from tmtool.tasks.lookup import Wanted
from tmtool.web.desk import Desk

THRESHOLD = 70


def complete(desk: Desk, text: str, source: str, target: str) -> Match | None:
    """Returns the best match, if it is a translation of just this text; a fuzzy one is no translation."""
    found = Wanted(source, target, THRESHOLD, 1).answering(desk.home)(text).matches
    return found[0] if found and found[0].kind in COMPLETE else None
