"""Which word of a translation is one that tired translators put for a word of its source, and that is wrong there?

Neither of the two has a counterpart, by all that may render them (evidence/words/rendered.py): nothing in the
source accounts for the one, the other is not rendered where it should be; and the one is where the neighbours of the
other have their counterparts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from tmtool.checks.evidence.meaning.denied_sentences import denies_alone
from tmtool.checks.evidence.words.answers import likeness, neighbours
from tmtool.checks.evidence.words.rendered import RenderedSide, rendered
from tmtool.languages.pairs.confusions import Confusions
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.renderings import Renderings
from tmtool.languages.stems import WHOLE_STEM, Word, content
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_OPEN, _SURPRISING = 1, 1.5
"""How closed the list of a word is that says nothing, and how surprising it must be that it has nothing of it."""
_OFF = 2
"""Words between a confused word and the place that the neighbours of the other tell, at most."""


def confused(
    source: str, target: str, pair: LanguagePair, said: Iterable[Span] = (), said_here: Iterable[Span] = ()
) -> Iterator[tuple[Span, Span]]:
    """Yields words of the source with the words of the translation that are put for them wrongly. What is `said`
    otherwise in either text, as a term or a value is, is not confused."""
    known = pair.confusions
    if known is None:
        return
    here = {word.stem for word in content(target, pair.target, WHOLE_STEM)}
    if all(here.isdisjoint(known.of(word.stem)) for word in content(source, pair.source, WHOLE_STEM)):
        return
    both = rendered(source, target, pair)
    if both is None:
        return
    there, translation = both
    usual, usual_here = SpanIndex(said), SpanIndex(said_here)
    words, others = there.answers.words, translation.answers.words
    sources = {word.stem for word in words}
    renderings = pair.renderings
    assert renderings is not None  # or nothing would be rendered
    free = [
        place
        for place, word in enumerate(others)
        if translation.answers.alone[place]
        and (translation.unrendered[place] or _renders_nothing(word.stem, sources, pair))
        and not _is_often_free(word.stem, pair.target, renderings)
        and not usual_here.holds(word.span)
    ]
    if not free or denies_alone(source, target, pair):
        return
    for index, place in _pairs(there, others, free, usual, known):
        listed = renderings.of(words[index].stem, pair.source)
        if listed is None or not listed.loose.isdisjoint(here):
            continue  # rendered by a word that seldom renders it
        if not (_is_beside_one_alone(there, index) and _is_beside_one_alone(translation, place)):
            yield words[index].span, others[place].span


def _is_beside_one_alone(side: RenderedSide, place: int) -> bool:
    """Tells whether the word before or after one has no counterpart either."""
    alone = side.answers.alone
    return any(0 <= at < len(alone) and alone[at] for at in (place - 1, place + 1))


def _pairs(
    there: RenderedSide, others: Sequence[Word], free: Sequence[int], usual: SpanIndex, known: Confusions
) -> Iterator[tuple[int, int]]:
    """Yields the places of words of the source with those of the words that are put for them."""
    alone = there.answers.alone
    for index, word in enumerate(there.answers.words):
        if not alone[index] or usual.holds(word.span):
            continue
        wrong = known.of(word.stem)
        about = there.answers.places_about(*neighbours(alone, index, index + 1), len(others))
        low, high = min(about), max(about)
        place = next((at for at in free if others[at].stem in wrong and low - _OFF <= at <= high + _OFF), None)
        if place is not None:
            yield index, place


def _is_often_free(stem: str, language: str, renderings: Renderings) -> bool:
    """Tells whether a word of the translation often renders nothing, as good French adds it: procéder à, faire."""
    listed = renderings.of(stem, language)
    return listed is not None and (listed.kind <= _OPEN or listed.published < _SURPRISING)


def _renders_nothing(stem: str, sources: Set[str], pair: LanguagePair) -> bool:
    """Tells whether a word of the translation that has no list of its own could render no word of the source."""
    table, renderings = pair.possible_translations, pair.renderings
    if table is None or renderings is None or renderings.of(stem, pair.target) is not None:
        return False
    return not any(stem in table.of(one) or likeness(one, stem) for one in sources)
