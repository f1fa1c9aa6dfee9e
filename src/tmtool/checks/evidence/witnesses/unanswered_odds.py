"""How surely have the words that a check speaks of no counterpart in a close translation?

The trees of ``unrendered.py`` know a hundred signs of that, and a check that misses a term, a word or a conjunction has
mostly looked at one. Where both say so, the check is hardly ever wrong (docs/decisions/0078).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.sentences import Sentence, moved, sentences_or_whole
from tmtool.checks.evidence.completeness.trees import trees
from tmtool.checks.evidence.completeness.unrendered import TABLE, stretches
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

GRADES = (0.0, 1.5)
"""The odds from which a finding has the next grade."""
_NONE = -9.0
"""The odds of words that all have a counterpart."""


def unanswered_odds(flag: Flag, pair: Pair, draft: Draft) -> float:
    """Returns the logarithm of the odds that words at the places of a flag, in the source or in the translation, were
    left out, put wrongly or added: that of the stretch which is most surely so."""
    known = draft.language_pair
    if known is None or not pair.source:
        return _NONE
    sides = ((known.source, flag.source_span), (known.target, flag.target_span))
    return max(
        (odds for language, span in sides if span for odds in _of_stretches(span, pair, known, language)),
        default=_NONE,
    )


def are_unanswered(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether words at the places of a flag are likelier left out, put wrongly or added than not."""
    return unanswered_odds(flag, pair, draft) >= GRADES[0]


def _of_stretches(span: Span, pair: Pair, known: LanguagePair, language: str) -> Iterator[float]:
    """Yields the odds of each stretch of the text in that language which shares letters with a span."""
    for sentence in sentences_or_whole(pair):
        start, one = _start(sentence, known, language), sentence.pair
        for place, odds in _weighed(one.source or "", one.target, known, language):
            if moved(place, start).overlaps(span):
                yield odds


@lru_cache(maxsize=16)  # several checks speak of one sentence
def _weighed(source: str, target: str, known: LanguagePair, language: str) -> tuple[tuple[Span, float], ...]:
    """Returns the places of the stretches of a text, in that language, each with its odds."""
    model, renderings = trees(known, TABLE, language), known.renderings
    if model is None or renderings is None:
        return ()
    found = stretches(source, target, known, renderings, language)
    return tuple((stretch.span, model.odds(stretch.signs)) for stretch in found)


def _start(sentence: Sentence, known: LanguagePair, language: str) -> int:
    """Returns where the part of a sentence in that language begins in the whole text."""
    return (sentence.source if language == known.source else sentence.target).start
