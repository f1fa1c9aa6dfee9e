"""Is a stretch that has nothing on the other side said in the sentence before or after?

A good translator joins what belongs together: a clause of one sentence goes to the end of the one before it. Then that
one has words to which nothing in its own source answers, and they are the counterparts of the clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.sentences import sentences_of
from tmtool.checks.evidence.words.answers import answers
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import WHOLE_STEM, content

_FEWEST, _SHARE = 2, 0.6
"""The words of a stretch that must have a counterpart beside it, and the share of them."""
_MOST_TAKEN_UP = 2
"""Words of content at most for which a pronoun may stand."""
_SENTENCES_BEFORE = 3
"""Segments before one that may name what it takes up."""


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


def is_said_by_the_rest(words: str, pair: Pair, known: LanguagePair, *, is_added: bool) -> bool:
    """Tells whether most words of a stretch of the source that have no counterpart, or of the translation where it
    `is_added`, have a rendering among those of the other text that answer to nothing either: a clause that the
    translation has at its beginning, or says by another part of speech."""
    free, side = _free(pair, known), 1 if is_added else 0
    both = rendered(*((free[0], words) if is_added else (words, free[1])), known) if free else None
    if both is None or free is None:
        return False
    language = known.target if is_added else known.source
    alone = {word.stem for word in content(free[side], language, WHOLE_STEM)}
    told = [
        one is not None and not lone
        for word, one, lone in zip(both[side].answers.words, both[side].listed, both[side].unrendered, strict=True)
        if word.stem in alone
    ]
    return bool(told) and sum(told) >= (_SHARE * len(told) if len(told) > _MOST_TAKEN_UP else len(told))


def _free(pair: Pair, known: LanguagePair) -> tuple[str, str] | None:
    """Returns the words of both texts of a pair that have no counterpart in the other."""
    table = known.translations
    both = answers(pair.source or "", pair.target, known, table) if table else None
    if both is None:
        return None
    source, target = (
        " ".join(word.span.of(side.text) for word, lone in zip(side.words, side.alone, strict=True) if lone)
        for side in both
    )
    return source, target


def is_taken_up(words: str, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether a stretch of the source is a word of content or two which the sentences before have too, and the
    translation has a pronoun that may stand for it: the guide was sent out, il a été diffusé."""
    inside = {word.stem for word in content(words, known.source, WHOLE_STEM)}
    if draft.target is None or not 0 < len(inside) <= _MOST_TAKEN_UP:
        return False
    if draft.target.pattern("noun-taken-up").search(pair.target) is None:
        return False
    before = [pair.source or "", *(other.source or "" for other in _before(pair, draft))]
    seen = Counter(word.stem for text in before for word in content(text, known.source, WHOLE_STEM))
    return all(seen[stem] > 1 for stem in inside)


def is_named_again(words: str, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether a stretch of the translation is a word of content or two which the translation has in the sentences
    before, too, and the source has a pronoun or the like that it may say in full: one will be closed, un programme sera
    clos."""
    inside = {word.stem for word in content(words, known.target, WHOLE_STEM)}
    if draft.source is None or not 0 < len(inside) <= _MOST_TAKEN_UP:
        return False
    if draft.source.pattern("noun-taken-up").search(pair.source or "") is None:
        return False
    before = [pair.target, *(other.target for other in _before(pair, draft))]
    seen = Counter(word.stem for text in before for word in content(text, known.target, WHOLE_STEM))
    return all(seen[stem] > 1 for stem in inside)


def _before(pair: Pair, draft: Draft) -> Iterator[Pair]:
    """Yields the sentences of a paragraph before one, where it is one of several, and the segments before it."""
    whole = draft.pair(pair.number)
    if whole is not None and whole.target != pair.target:
        sentences = [one.pair for one in sentences_of(whole)]
        at = next((place for place, one in enumerate(sentences) if one.target == pair.target), 0)
        yield from sentences[:at]
    yield from reversed(draft.before(pair, _SENTENCES_BEFORE))


def _parts(pair: Pair, draft: Draft) -> Iterator[Pair]:
    """Yields the other sentences of the pair that this one is a sentence of."""
    whole = draft.pair(pair.number)
    if whole is not None and whole.target != pair.target:
        yield from (one.pair for one in sentences_of(whole) if one.pair.target != pair.target)
