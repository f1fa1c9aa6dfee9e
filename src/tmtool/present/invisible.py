"""Says what differs between two texts where the eye sees nothing: spaces and signs without ink, called by their
names."""

from __future__ import annotations

import unicodedata

from tmtool.model.wording import Wording, joined, say

ARROW = " → "
"""What is between the old text and the new."""
_NAMES = {
    "\u00a0": say("no-break space"),
    "\u202f": say("narrow no-break space"),
    "\u2009": say("thin space"),
    "\u2011": say("no-break hyphen"),
    "\u00ad": say("soft hyphen"),
    "\t": say("tab"),
    "\n": say("line break"),
}


def change(old: str, new: str) -> Wording:
    """Returns "old → new"; where they differ in white space or signs without ink, these are named: "‹space›;"."""
    bare_old, bare_new = _core(old, new)
    edges = any(text != text.strip() for text in (old, new, bare_old, bare_new))
    hidden = edges or any(map(_unseen, bare_old + bare_new))
    return joined([_named(old), _named(new)] if hidden else [old, new or say("‹nothing›")], ARROW)


def _core(old: str, new: str) -> tuple[str, str]:
    """Returns the two texts without what both begin and end with."""
    shortest = min(len(old), len(new))
    first = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    shortest -= first
    last = next((at for at in range(shortest) if old[-1 - at] != new[-1 - at]), shortest)
    return old[first : len(old) - last], new[first : len(new) - last]


def _unseen(character: str) -> bool:
    return character in _NAMES or (character != " " and unicodedata.category(character) in ("Cf", "Cc", "Zs"))


def _named(text: str) -> Wording:
    pieces: list[str] = []
    for place, character in enumerate(text):
        around = text[place - 1 : place] + text[place + 1 : place + 2]
        if character == " " and (len(around) < 2 or not around.strip() or not all(map(str.isalnum, around))):
            pieces.append(say("‹space›"))
        elif _unseen(character):
            pieces.append(say("‹{sign}›", sign=_NAMES.get(character) or "U+" + format(ord(character), "04X")))
        else:
            pieces.append(character)
    return joined(pieces, "") if pieces else say("‹nothing›")
