"""How alike are two texts, in a number that anyone can recompute?

Tokens and rate are defined in docs/reference.md: NFC, case-folded, words, Han and kana characters, and
single marks; the Levenshtein distance over tokens by rapidfuzz.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tmtool.languages.letters import SINGLE
from tmtool.text.composition import composed

_TOKEN = re.compile(r"\w+|[^\w\s]")
_TOKEN_WITH_SINGLES = re.compile(rf"[{SINGLE}]|[^\W{SINGLE}]+|[^\w\s]")
_SPACED = re.compile(rf"(\s*)({_TOKEN.pattern})")
_SPACED_WITH_SINGLES = re.compile(rf"(\s*)({_TOKEN_WITH_SINGLES.pattern})")
_EAST = re.compile("[\u3041-\U0003ffff]")
"""What has to be there for the two to differ, and for `folded` to be more than NFC and folded case."""
_WIDTHS = re.compile("[\uff01-\uffee]")
"""The forms of letters and marks that fit between Han characters (Halfwidth and Fullwidth Forms)."""


def tokens(text: str) -> list[str]:
    """Returns the words, Han and kana characters and marks of a text, folded; white space separates and is dropped."""
    # An import cuts millions of texts: those in Latin letters get here and no further.
    if text.isascii():
        return _TOKEN.findall(text.lower())
    text = composed(text)
    if not _EAST.search(text):
        return _TOKEN.findall(text.casefold())
    text = folded(text)
    return pattern_for(text).findall(text)


def pattern_for(text: str) -> re.Pattern[str]:
    """Returns the expression of the tokens of a text: the faster one, which takes what letters there are together,
    unless some are words of their own."""
    return _TOKEN_WITH_SINGLES if may_have_singles(text) else _TOKEN


def spaced(text: str) -> list[tuple[str, str]]:
    """Returns the tokens of a text as they are written, each with the white space before it."""
    return (_SPACED_WITH_SINGLES if may_have_singles(text) else _SPACED).findall(text)


def may_have_singles(text: str) -> bool:
    """Tells whether a text may have letters that are tokens of their own, or full-width forms."""
    return not text.isascii() and _EAST.search(text) is not None


def folded(text: str) -> str:
    """Returns the text as tokens are compared: in NFC, case-folded, full-width and half-width forms as the usual
    ones."""
    if text.isascii():
        return text.lower()
    text = composed(text)
    if may_have_singles(text):
        text = composed(_WIDTHS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text))
    return text.casefold()


def match_rate(a: str, b: str) -> int:
    """Returns the likeness of two texts in per cent, 0 to 100, symmetric.

    100 * (longer − distance) // longer, in tokens. 100 is kept for texts equal after NFC and folding white
    space, case included; all others have 99 at most, those without any token 0.
    """
    if a == b or normalise(a) == normalise(b):
        return 100
    return min(token_rate(tokens(a), tokens(b)), 99)


def token_rate(a: Sequence[str], b: Sequence[str], least: int = 0) -> int:
    """Returns the rate of two token sequences (lists, or strings of one character a token), 0 to 100: what `match_rate`
    gives before case and marks decide about 100. One below `least` is returned as 0, and sooner."""
    longer = max(len(a), len(b))
    if longer == 0:
        return 0
    allowed = (100 - least) * longer // 100
    distance = Levenshtein.distance(a, b, score_cutoff=allowed)
    return 100 * (longer - distance) // longer if distance <= allowed else 0


def token_rates(query: str, texts: Sequence[str], least: int) -> Iterator[tuple[int, int]]:
    """Yields which of many texts of one character a token have a rate of `least` (1 to 100) or more with a query: its
    place among them, and the rate, as `token_rate` gives it. The best come first, but for texts of other lengths."""
    longest = max(len(query), max(map(len, texts), default=0))
    allowed = (100 - least) * longest // 100
    # All at once: one by one the calls take longer than the comparisons.
    for text, distance, place in process.extract(
        query, texts, scorer=Levenshtein.distance, limit=None, score_cutoff=allowed
    ):
        longer = max(len(query), len(text))
        if longer and (rate := 100 * (longer - distance) // longer) >= least:
            yield place, rate


def normalise(text: str) -> str:
    """Returns the text in NFC, every run of white space one space, none at the ends; case and typography are kept."""
    text = composed(text)
    # Of all white space only the space is printable, and most texts need no more than to be looked at.
    folded = text.isprintable() and "  " not in text and not text.startswith(" ") and not text.endswith(" ")
    return text if folded else " ".join(text.split())
