"""Is a stretch that has nothing on the other side said in the sentence before or after?

A good translator joins what belongs together: a clause of one sentence goes to the end of the one before it. Then that
one has words to which nothing in its own source answers, and they are the counterparts of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.sentences import sentences_of
from tmtool.checks.evidence.words.answers import answers
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import WHOLE_STEM, content

_FEWEST, _SHARE = 2, 0.6
"""The words of a stretch that must have a counterpart beside it, and the share of them."""


def is_moved(words: str, pair: Pair, draft: Draft, known: LanguagePair, *, is_added: bool) -> bool:
    """Tells whether a stretch of the source, or of the translation where it `is_added`, is said beside its sentence on
    the other side by words that answer to nothing else there."""
    table = known.translations
    if table is None:
        return False
    for other in (*_parts(pair, draft), *draft.beside(pair)):
        source = other.source or ""
        own = answers(source, other.target, known, table)
        both = answers(*((source, words) if is_added else (words, other.target)), known, table)
        if own is None or both is None:
            continue
        (there, here), side = (both[::-1], own[0]) if is_added else (both, own[1])
        answered = [at for at, lone in enumerate(there.alone) if not lone]
        if len(answered) < max(_FEWEST, _SHARE * len(there.words)) or len(here.words) != len(side.words):
            continue
        alone = [side.alone[place] for place in {there.place[at] for at in answered}]
        if sum(alone) >= _SHARE * len(alone):
            return True
    return False


def is_taken_up(words: str, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether a stretch of the source is one word of content which the sentence before has too, and the
    translation has a pronoun that may stand for it: the guide was sent out, il a été diffusé."""
    inside = content(words, known.source, WHOLE_STEM)
    if draft.target is None or len(inside) != 1 or draft.target.pattern("noun-taken-up").search(pair.target) is None:
        return False
    stem = inside[0].stem
    before = (*(other.source or "" for other in (*_parts(pair, draft), *draft.before(pair))), pair.source or "")
    return sum(word.stem == stem for text in before for word in content(text, known.source, WHOLE_STEM)) > 1


def _parts(pair: Pair, draft: Draft) -> Iterator[Pair]:
    """Yields the other sentences of the pair that this one is a sentence of."""
    whole = draft.pair(pair.number)
    if whole is not None and whole.target != pair.target:
        yield from (one.pair for one in sentences_of(whole) if one.pair.target != pair.target)
