"""How far is a segment of an XLIFF file? The states of the standards and of the tools, as Status.

Sources: XLIFF 1.2 (2.3.2 state, state-qualifier, approved), XLIFF 2.1 (4.3.1.29 state), Okapi's reading of SDLXLIFF's
``conf``, and memoQ's ``mq:status`` and Phrase's ``m:confirmed`` as other tools read them.
"""

from __future__ import annotations

from collections.abc import Mapping

from tmtool.model import Status

_DRAFT, _TRANSLATED, _APPROVED = Status.DRAFT, Status.TRANSLATED, Status.APPROVED

_XLIFF_1 = {"translated": _TRANSLATED, "signed-off": _APPROVED, "final": _APPROVED}
_XLIFF_2 = {"initial": _DRAFT, "translated": _TRANSLATED, "reviewed": _APPROVED, "final": _APPROVED}
_MACHINE = frozenset({"leveraged-mt", "mt-suggestion"})
_FROM_MEMORY = frozenset({"exact-match", "id-match", "leveraged-inherited", "leveraged-repository", "leveraged-tm"})
_SDL = {"Translated": _TRANSLATED, "ApprovedTranslation": _APPROVED, "ApprovedSignOff": _APPROVED}
_MEMOQ = {"ManuallyConfirmed": _TRANSLATED, "Reviewer1Confirmed": _APPROVED, "Proofread": _APPROVED}

STATUS_PROPERTIES = frozenset({"sdl:conf", "mq:status", "m:confirmed", "@approved", "@state", "@state-qualifier"})
"""The properties that `status_1` looks at."""


def status_1(properties: Mapping[str, str]) -> Status:
    """Returns the status of a unit of XLIFF 1.x by its attributes; translated if they say nothing.

    A tool's own mark decides before the standard's, approval before the state, and any word that
    means work in progress, or nothing known, makes a draft. What is approved without a state since a memory has it so
    is translated: no person has said so of this text.
    """
    for name, values in (("sdl:conf", _SDL), ("mq:status", _MEMOQ)):
        if name in properties:
            return values.get(properties[name], _DRAFT)
    confirmed = properties.get("m:confirmed")
    if confirmed is not None:
        return _TRANSLATED if confirmed == "1" else _DRAFT
    approved = properties.get("@approved")
    state, qualifier = properties.get("@state"), properties.get("@state-qualifier")
    if approved == "yes":
        return _TRANSLATED if state is None and qualifier in _FROM_MEMORY else _APPROVED
    if qualifier in _MACHINE:
        return _DRAFT
    if state is not None:
        return _XLIFF_1.get(state, _DRAFT)
    return _TRANSLATED if approved is None else _DRAFT


def status_2(state: str | None) -> Status:
    """Returns the status of a segment of XLIFF 2.x with a target; translated if no state is written."""
    return _TRANSLATED if state is None else _XLIFF_2.get(state, _DRAFT)
