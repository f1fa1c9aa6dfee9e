"""How alike are two texts, in a number that anyone can recompute?

Tokens and rate are defined in docs/reference.md: NFC, case-folded, words and single marks; the Levenshtein
distance over tokens by rapidfuzz.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """The words and marks of a text, case-folded; white space separates and is dropped."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def match_rate(a: str, b: str) -> int:
    """Likeness of two texts in per cent, 0 to 100, symmetric.

    100 * (longer − distance) // longer, in tokens. 100 is kept for texts equal after NFC and folding white
    space, case included; all others have 99 at most, those without any token 0.
    """
    if a == b or normalise(a) == normalise(b):
        return 100
    return min(token_rate(tokens(a), tokens(b)), 99)


def token_rate(a: list[str], b: list[str]) -> int:
    """The rate of two token lists, 0 to 100: what `match_rate` gives before case and marks decide about 100."""
    longer = max(len(a), len(b))
    if longer == 0:
        return 0
    return 100 * (longer - Levenshtein.distance(a, b)) // longer


def normalise(text: str) -> str:
    """NFC, every run of white space one space, none at the ends; case and typography kept."""
    return " ".join(unicodedata.normalize("NFC", text).split())
