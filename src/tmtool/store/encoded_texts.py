"""What has a text of one character a token become by a correction? What begins or ends as before is not cut into tokens
again, where the place of the correction can be told otherwise."""

from __future__ import annotations

from collections.abc import Callable

from tmtool.text.rewording import Rewording


def reworded(encoded: str, text: Rewording, encode: Callable[[str], str], length: Callable[[str], int]) -> str:
    """Returns the characters of the tokens of a text, given those of the text before the correction, and the functions
    that give those of what differs, and how many any part has."""
    before = encode(text.before)
    start = encoded.find(before)
    if not before or encoded.find(before, start + 1) >= 0:
        # These tokens are there more than once, or none were there.
        if len(text.beginning) < len(text.end):
            start = length(text.beginning)
        else:
            start = len(encoded) - length(text.end) - len(before)
    return encoded[:start] + encode(text.after) + encoded[start + len(before) :]
