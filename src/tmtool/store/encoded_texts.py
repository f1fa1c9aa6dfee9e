"""What has a text of one character a token become by a correction? What begins or ends as before is not cut into tokens
again, where the place of the correction can be told otherwise."""

from __future__ import annotations

from collections.abc import Callable

from tmtool.text.rewording import Rewording


def reworded(encoded: str, text: Rewording, encode: Callable[[str], str], length: Callable[[str], int]) -> str:
    """Returns the characters of the tokens of a text, given those of the text before the correction, and the functions
    that give those of what differs, and how many any part has."""
    before, after = text.before.split(), text.after.split()
    if len(before) == len(after):
        changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        if changed and changed.count(changed[0]) == len(changed):
            old, new = map(encode, changed[0])
            if len(old) == 1 and encoded.count(old) == len(changed):
                # One word has become another, wherever it was.
                return encoded.replace(old, new)
    middle = length(text.before)
    from_start = len(text.beginning) < len(text.end)
    start = length(text.beginning) if from_start else len(encoded) - length(text.end) - middle
    return encoded[:start] + encode(text.after) + encoded[start + middle :]
