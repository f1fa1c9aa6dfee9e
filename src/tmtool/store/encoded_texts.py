"""What has a text of one character a token become by a correction? What begins or ends as before is not cut into tokens
again, where the place of the correction can be told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tmtool.text.rewording import Rewording, Swap
from tmtool.text.tokens import tokens


class Lengths(dict[str, int]):
    """`Lengths` holds how many tokens are between two spaces, counted once: no token goes over one."""

    def __missing__(self, chunk: str) -> int:
        self[chunk] = found = len(tokens(chunk))
        return found

    def of(self, text: str) -> int:
        """Returns how many tokens a text has."""
        return sum(map(self.__getitem__, text.split()))


class Splice(NamedTuple):
    """A `Splice` tells between which tokens of a text others come, whatever characters they have: where these begin,
    counted from the end if that is below 0, how many there are, and the text in their place."""

    start: int
    number: int
    put: str


def splice_of(text: Rewording, length: Callable[[str], int]) -> Splice:
    """Returns the splice that a correction is, given the function that tells how many tokens any part has. What is
    longer of beginning and end is not counted, unless nothing follows."""
    number = length(text.before)
    from_end = number + length(text.end) if len(text.beginning) >= len(text.end) else 0
    return Splice(-from_end if from_end else length(text.beginning), number, text.after)


def spliced(encoded: str, splice: Splice, put: str) -> str:
    """Returns the characters of the tokens after a correction, given those before it and those that are put in."""
    start = splice.start if splice.start >= 0 else len(encoded) + splice.start
    return encoded[:start] + put + encoded[start + splice.number :]


class Encoding(dict[tuple[str, str], tuple[str, str]]):
    """An `Encoding` gives the parts that texts differ in with one character a token. It holds those of what was swapped
    (`Swap`), where that was one token: in many texts it is the same."""

    def __init__(self, of: Callable[[str], str]) -> None:
        """Takes the function that encodes such a part."""
        super().__init__()
        self.of = of

    def __missing__(self, swapped: tuple[str, str]) -> tuple[str, str]:
        old, new = map(self.of, swapped)
        self[swapped] = found = (old, new) if len(old) == 1 else ("", "")
        return found


def reworded(encoded: str, text: Rewording, kernel: Swap, encoding: Encoding, length: Callable[[str], int]) -> str:
    """Returns the characters of the tokens of a text, given those of the text before the correction, its kernel, what
    gives those of what differs, and the function that tells how many tokens any part has."""
    if kernel.times:
        old, new = encoding[kernel.before, kernel.after]
        if old and encoded.count(old) == kernel.times:
            # One word has become another, wherever it was.
            return encoded.replace(old, new)
    return spliced(encoded, splice_of(text, length), encoding.of(text.after))
