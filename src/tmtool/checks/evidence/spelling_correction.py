"""Which known word was meant by one that the French lexicon does not know?

Of the words one slip away (`languages.fr.grammar.slips`) the one is chosen that the source can mean, then one that
documents of the United Nations use (`languages.pairs.word_links`), then the likeliest slip. Slips that a new term looks
like (vapotage, capotage) count only where source or use speak for the word.
"""

from __future__ import annotations

import re

from tmtool.languages.fr.grammar.slips import Sureness, is_small, lengthened, near, shared_beginning
from tmtool.languages.letters import fold
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.stems import Word, content, stem
from tmtool.model import Span

_WORD = re.compile(r"[a-z]+")
_LONG = 10
"""Letters of a word that looks like no other by chance."""
_LIKE = 4
"""Letters that words must share to be linked by their looks alone, which is not enough here."""


def correction(word: str, source: str = "") -> str | None:
    """The word meant by `word`, in lower case, None where nothing speaks for one; `source` is the English segment."""
    theirs = content(source, PAIR.source)
    best = min(
        (
            (slip != Sureness.ACCENT, not _means(other, theirs), not _is_used(other), slip, place, other)
            for place, (other, slip) in enumerate(near(word))
        ),
        default=None,
    )
    if best is None:
        return next((other for other in lengthened(word) if _is_likely(other, word, theirs)), None)
    _, unlinked, unused, slip, _, other = best
    if slip > Sureness.SURE and (_resemblance(word, source) > _resemblance(other, source) or (unlinked and unused)):
        return None
    return None if unlinked and slip == Sureness.DOUBTFUL else other


def _is_likely(other: str, word: str, theirs: tuple[Word, ...]) -> bool:
    """True if source and use speak for a word of which letters were left out."""
    return _is_used(other) and (len(fold(word)) >= _LONG or _means(other, theirs))


def _is_used(word: str) -> bool:
    return is_small(word) or (PAIR.links is not None and PAIR.links.is_known(_word(word), PAIR.target))


def _means(word: str, theirs: tuple[Word, ...]) -> bool:
    """True if a word of the source can stand for it."""
    ours = _word(word)
    linked = PAIR.links.counterparts(ours, theirs, PAIR.target) if PAIR.links else []
    return any(other.stem == ours.stem or other.stem[:_LIKE] != ours.stem[:_LIKE] for other in linked)


def _resemblance(word: str, source: str) -> int:
    """How many first letters it shares with a word of the source: a new term is made from one (inuite, Inuit)."""
    letters = fold(word)
    return max((shared_beginning(letters, other) for other in _WORD.findall(source.lower())), default=0)


def _word(word: str) -> Word:
    return Word(Span(0, len(word)), stem(fold(word), PAIR.target))
