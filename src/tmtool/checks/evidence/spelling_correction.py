"""Which known word was meant by one that the French lexicon does not know? One slip of the hand, and any accents.

Looked up are the words in use whose letters are those written but for one slip: two letters exchanged, one doubled,
lost, added or wrong, a hyphen or the œ lost. Of several the one is chosen that the source can mean, then one that
documents of the United Nations use (`languages.pairs.word_links`), then the likeliest slip. Slips that a new term looks
like (vapotage, capotage) count only where source or use speak for the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tmtool.languages.fr import lexicon
from tmtool.languages.letters import fold
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.stems import Word, content, stem
from tmtool.model import Span

_WORD = re.compile(r"[a-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 3
_LONG = 10
"""Letters of a word that looks like no other by chance."""
_BEGINNING, _END, _MOST_LOST = 5, 3, 3
"""Letters that must be right, and that may be left out, of a word that has lost some."""
_SMALL = frozenset({"ADV", "PREP", "CONJC", "CONJS", "PRO", "DET"})
"""The categories of words that every document uses."""
_LIKE = 4
"""Letters that words must share to be linked by their looks alone, which is not enough here."""
_ACCENT, _SURE, _LIKELY, _DOUBTFUL = range(4)


def correction(word: str, source: str = "") -> str | None:
    """The word meant by `word`, in lower case, None where nothing speaks for one; `source` is the English segment."""
    theirs = content(source, PAIR.source)
    best = min(
        (
            (slip != _ACCENT, not _means(other, theirs), not _is_used(other), slip, place, other)
            for place, (slip, other) in _near(word)
        ),
        default=None,
    )
    if best is None:
        return _with_more_letters(word, theirs)
    _, unlinked, unused, slip, _, other = best
    if slip > _SURE and (_resemblance(word, source) > _resemblance(other, source) or (unlinked and unused)):
        return None
    return None if unlinked and slip == _DOUBTFUL else other


def _with_more_letters(word: str, theirs: tuple[Word, ...]) -> str | None:
    """The word of which a few letters were left out in the middle, that source and use speak for: sensibilation."""
    letters = fold(word)
    for other in lexicon.beginning(letters[:_BEGINNING]) if len(letters) > _BEGINNING + _END else ():
        whole = fold(other)
        same = _same(letters, whole)
        lost = len(whole) - len(letters)
        likely = _is_used(other) and (len(letters) >= _LONG or _means(other, theirs))
        if 1 < lost <= _MOST_LOST and whole.endswith(letters[same:]) and likely:
            return other
    return None


def accented(word: str) -> str | None:
    """The word in use that differs from this one in accents only, None for none or a choice."""
    found = [other for other in lexicon.spelt(fold(word)) if other != word]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _near(word: str) -> tuple[tuple[int, tuple[int, str]], ...]:
    """The known words one slip away with how sure the slip is, numbered, the likeliest first."""
    plain = fold(word)
    found: dict[str, int] = {}
    for letters, slip in _slips(plain):
        known = sorted(lexicon.spelt(letters), key=lambda one: _differences(one, word))
        for other in known or (lexicon.spelt(letters, in_use=False) if slip == _ACCENT else ()):
            if len(other) >= _SHORTEST and other != word:
                found.setdefault(other, slip)
    for place in range(len(word)):
        other = f"{word[:place]}œ{word[place:]}"
        if lexicon.entries(other):
            found = {other: _ACCENT} | found
    return tuple(enumerate((slip, other) for other, slip in found.items()))


def _slips(plain: str) -> Iterator[tuple[str, int]]:
    """The letters that may have been meant, with how sure the slip is; the first letter is seldom wrong."""
    splits = [(plain[:place], plain[place:]) for place in range(len(plain) + 1)]
    yield plain, _ACCENT
    yield from ((head + tail[1] + tail[0] + tail[2:], _SURE) for head, tail in splits if len(tail) > 1)
    yield from ((head + tail[1:], _SURE) for head, tail in splits if head and tail and head[-1] == tail[0])
    yield from ((f"{head}-{tail}", _SURE) for head, tail in splits[2:-2])
    yield from ((head + head[-1] + tail, _SURE) for head, tail in splits if head)
    yield from ((head + letter + tail, _LIKELY) for head, tail in splits if head for letter in _LETTERS)
    yield from ((head + tail[1:], _LIKELY) for head, tail in splits if head and tail)
    yield from ((head + letter + tail[1:], _LIKELY) for head, tail in splits if head and tail for letter in _LETTERS)
    yield from ((letter + plain, _DOUBTFUL) for letter in _LETTERS)


def _differences(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=False))


def _is_used(word: str) -> bool:
    small = any(entry.category in _SMALL for entry in lexicon.entries(word))
    return small or (PAIR.links is not None and PAIR.links.is_known(_word(word), PAIR.target))


def _means(word: str, theirs: tuple[Word, ...]) -> bool:
    """True if a word of the source can stand for it."""
    ours = _word(word)
    linked = PAIR.links.counterparts(ours, theirs, PAIR.target) if PAIR.links else []
    return any(other.stem == ours.stem or other.stem[:_LIKE] != ours.stem[:_LIKE] for other in linked)


def _resemblance(word: str, source: str) -> int:
    """How many first letters it shares with a word of the source: a new term is made from one (inuite, Inuit)."""
    letters = fold(word)
    return max((_same(letters, other) for other in _WORD.findall(source.lower())), default=0)


def _same(one: str, other: str) -> int:
    """How many first letters are the same."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def _word(word: str) -> Word:
    return Word(Span(0, len(word)), stem(fold(word), PAIR.target))


def is_one_slip(one: str, other: str) -> bool:
    """True if two words differ by one letter lost, added or wrong, or two exchanged, or are the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    first = _same(one, other)
    left, right = one[first:], other[first:]
    return left[1:] in (right, right[1:]) or left == right[1:] or is_exchange(left, right)


def is_exchange(one: str, other: str) -> bool:
    """True if two words differ by two neighbouring letters exchanged; centre and center do by their language."""
    if len(one) != len(other) or {one[-2:], other[-2:]} == {"re", "er"}:
        return False
    wrong = [place for place in range(len(one)) if one[place] != other[place]]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return (one[wrong[0]], one[wrong[1]]) == (other[wrong[1]], other[wrong[0]])
