"""Which known French words are one slip of the hand, and any accents, away from one that the lexicon does not know?

A slip is two letters exchanged, one doubled, lost, added or wrong, a hyphen or the œ lost; letters that sound like
others (parket, parquet); or a few letters left out in the middle. Looked up are the words in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tmtool.languages.fr import lexicon
from tmtool.languages.letters import fold, shared_beginning
from tmtool.languages.slips import Sureness

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 3
_LONGEST = 64
"""Letters of the longest word that is looked up with slips, of which each place may have one; the lexicon has none as
long."""
_BEGINNING, _END, _MOST_LOST = 5, 3, 3
"""Letters that must be right, and that may be left out, of a word that has lost some."""
_SOUND_ALIKE = (
    ("k", "qu"),
    ("qu", "k"),
    ("qu", "c"),
    ("c", "qu"),
    ("f", "ph"),
    ("ph", "f"),
    ("o", "au"),
    ("au", "o"),
    ("o", "eau"),
    ("eau", "o"),
    ("au", "eau"),
    ("eau", "au"),
    ("ct", "x"),
    ("x", "ct"),
    ("cs", "x"),
    ("x", "cs"),
    ("ai", "e"),
    ("e", "ai"),
)
"""Letters and others that are spoken alike, without accents; single letters are any slips."""
_SMALL = frozenset({"ADV", "PREP", "CONJC", "CONJS", "PRO", "DET"})


@lru_cache(maxsize=4096)
def near(word: str) -> tuple[tuple[str, Sureness], ...]:
    """Returns the known words one slip away from one in lower case, with how sure the slip is, the likeliest first."""
    if len(word) > _LONGEST:
        return ()
    plain = fold(word)
    found: dict[str, Sureness] = {}
    for letters, slip in _slips(plain):
        known = sorted(lexicon.spelt(letters), key=lambda one: _differences(one, word))
        for other in known or (lexicon.spelt(letters, in_use=False) if slip == Sureness.ACCENT else ()):
            if len(other) >= _SHORTEST and other != word:
                found.setdefault(other, slip)
    for place in range(len(word)):
        other = f"{word[:place]}œ{word[place:]}"
        if lexicon.entries(other):
            found = {other: Sureness.ACCENT} | found
    return tuple(found.items())


def lengthened(word: str) -> Iterator[str]:
    """Yields the words in use of which two or three letters in the middle were left out: sensibilation."""
    if len(word) > _LONGEST:
        return
    letters = fold(word)
    for other, whole in lexicon.beginning(letters[:_BEGINNING]) if len(letters) > _BEGINNING + _END else ():
        if 1 < len(whole) - len(letters) <= _MOST_LOST and whole.endswith(letters[shared_beginning(letters, whole) :]):
            yield other


def accented(word: str) -> str | None:
    """Returns the word in use that differs from this one in accents only, None for none or a choice."""
    found = [other for other in lexicon.spelt(fold(word)) if other != word]
    return found[0] if len(found) == 1 else None


def is_small(word: str) -> bool:
    """Tells whether a word in lower case is one that every document uses: an adverb, a preposition, a pronoun and the
    like."""
    return any(entry.category in _SMALL for entry in lexicon.entries(word))


def _slips(plain: str) -> Iterator[tuple[str, Sureness]]:
    """Yields the letters that may have been meant, with how sure the slip is; the first letter is seldom wrong."""
    splits = [(plain[:place], plain[place:]) for place in range(len(plain) + 1)]
    yield plain, Sureness.ACCENT
    yield from ((head + tail[1] + tail[0] + tail[2:], Sureness.SURE) for head, tail in splits if len(tail) > 1)
    yield from ((head + tail[1:], Sureness.SURE) for head, tail in splits if head and tail and head[-1] == tail[0])
    yield from ((f"{head}-{tail}", Sureness.SURE) for head, tail in splits[2:-2])
    yield from ((head + head[-1] + tail, Sureness.SURE) for head, tail in splits if head)
    yield from ((head + letter + tail, Sureness.LIKELY) for head, tail in splits if head for letter in _LETTERS)
    yield from ((head + tail[1:], Sureness.LIKELY) for head, tail in splits if head and tail)
    yield from (
        (head + letter + tail[1:], Sureness.LIKELY) for head, tail in splits if head and tail for letter in _LETTERS
    )
    yield from (
        (head + other + tail.removeprefix(letters), Sureness.LIKELY)
        for head, tail in splits
        for letters, other in _SOUND_ALIKE
        if tail.startswith(letters)
    )
    yield from ((letter + plain, Sureness.DOUBTFUL) for letter in _LETTERS)


def _differences(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=False))
