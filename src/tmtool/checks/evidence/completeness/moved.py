"""Is a stretch that has nothing on the other side said in the sentence before or after?

A good translator joins what belongs together: a clause of one sentence goes to the end of the one before it. Then that
one has words to which nothing in its own source answers, and they are the counterparts of the clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.sentences import sentences_of
from tmtool.checks.evidence.words.answers import answers
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.languages.language import Language
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
    others = (one for one in _sentences_about(pair, draft) if one.target != pair.target)
    for other in (*others, *draft.beside(pair)):
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
    table, side = known.translations, 1 if is_added else 0
    own = answers(pair.source or "", pair.target, known, table) if table else None
    if own is None:
        return False
    both = rendered(*((own[0].unanswered, words) if is_added else (words, own[1].unanswered)), known)
    if both is None:
        return False
    language = known.target if is_added else known.source
    alone = {word.stem for word in content(own[side].unanswered, language, WHOLE_STEM)}
    asked = both[side]
    told = [has for word, has in zip(asked.answers.words, asked.has_rendering, strict=True) if word.stem in alone]
    return bool(told) and sum(told) >= (_SHARE * len(told) if len(told) > _MOST_TAKEN_UP else len(told))


def is_taken_up(words: str, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether a stretch of the source is a word of content or two which the sentences before have too, and the
    translation has a pronoun that may stand for it: the guide was sent out, il a été diffusé."""
    texts = (one.source or "" for one in chain((pair,), _before(pair, draft)))
    return _may_take_up(draft.target, pair.target) and _are_there_again(words, texts, known.source)


def is_named_again(words: str, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether a stretch of the translation is a word of content or two which the translation has in the sentences
    before, too, and the source has a pronoun or the like that it may say in full: one will be closed, un programme sera
    clos."""
    texts = (one.target for one in chain((pair,), _before(pair, draft)))
    return _may_take_up(draft.source, pair.source or "") and _are_there_again(words, texts, known.target)


def _may_take_up(language: Language | None, text: str) -> bool:
    """Tells whether a text has a pronoun or the like that may stand for a noun."""
    return language is not None and language.pattern("noun-taken-up").search(text) is not None


def _are_there_again(words: str, texts: Iterable[str], language: str) -> bool:
    """Tells whether a stretch is a word of content or two, each of which some texts, its own among them, have twice."""
    inside = {word.stem for word in content(words, language, WHOLE_STEM)}
    if not 0 < len(inside) <= _MOST_TAKEN_UP:
        return False
    seen = Counter(word.stem for text in texts for word in content(text, language, WHOLE_STEM))
    return all(seen[stem] > 1 for stem in inside)


def _before(pair: Pair, draft: Draft) -> Iterator[Pair]:
    """Yields the sentences of a paragraph before one, where it is one of several, and the segments before it."""
    sentences = _sentences_about(pair, draft)
    at = next((place for place, one in enumerate(sentences) if one.target == pair.target), 0)
    yield from sentences[:at]
    yield from reversed(draft.before(pair, _SENTENCES_BEFORE))


def _sentences_about(pair: Pair, draft: Draft) -> list[Pair]:
    """Returns the sentences of the pair that this one is a sentence of; none where it is whole."""
    whole = draft.whole(pair)
    return [one.pair for one in sentences_of(whole)] if whole is not None else []
