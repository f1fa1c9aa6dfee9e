"""Which word of a translation is one that tired translators put for a word of its source, and that is wrong there?

Neither of the two has a counterpart, by all that may render them (evidence/words/rendered.py): nothing in the
source accounts for the one, the other is not rendered where it should be; and the one is where the neighbours of the
other have their counterparts. In a close translation a word of the same field as the other (near_words.tsv) is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from tmtool.checks.evidence.meaning.denials import denials
from tmtool.checks.evidence.meaning.denied_sentences import denies_alone, expression
from tmtool.checks.evidence.words.answers import likeness, neighbours
from tmtool.checks.evidence.words.rendered import RenderedSide, rendered
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.pairs.renderings import Renderings
from tmtool.languages.stems import WHOLE_STEM, Word, content
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_OPEN, _SURPRISING = 1, 1.5
"""How closed the list of a word is that says nothing, and how surprising it must be that it has nothing of it."""
_OFF = 2
"""Words between a confused word and the place that the neighbours of the other tell, at most."""
_UNLIKELY, _UNLISTED = 7.0, 2.5
"""How surprising it is at least in right agendas that neither of two words has a counterpart, which are confused by one
hand alone or are of the same field; and how surprising that is of a word without a list."""
_NEAR = 20
"""Characters before a word in which a denial makes its contrary right: closed to observers, ne sont pas ouvertes."""


def confused(
    source: str,
    target: str,
    pair: LanguagePair,
    said: Iterable[Span] = (),
    said_here: Iterable[Span] = (),
    *,
    is_close: bool = False,
) -> Iterator[tuple[Span, Span]]:
    """Yields words of the source with the words of the translation that are put for them wrongly. What is `said`
    otherwise in either text, as a term or a value is, is not confused. In a close translation all words are asked that
    may be put for one, not only the likeliest."""
    known = pair.confusions
    if known is None:
        return
    wrong = known.in_close if is_close else known.of
    here = {word.stem for word in content(target, pair.target, WHOLE_STEM)}
    if all(here.isdisjoint(wrong(word.stem)) for word in content(source, pair.source, WHOLE_STEM)):
        return
    both = rendered(source, target, pair)
    if both is None:
        return
    there, translation = both
    usual, usual_here = SpanIndex(said), SpanIndex(said_here)
    words, others = there.answers.words, translation.answers.words
    renderings = pair.renderings
    assert renderings is not None  # or nothing would be rendered
    free = [
        place
        for place, word in enumerate(others)
        if translation.answers.alone[place]
        and not _is_often_free(word.stem, pair.target, renderings)
        and not usual_here.holds(word.span)
    ]
    denies = denies_alone(source, target, pair)
    if not free or (denies and (not is_close or _denies_somewhere(source, pair.source))):
        return
    accounted = _accounted(translation, free, {word.stem for word in words}, pair)
    lacking = _listed_for_alone(there)
    for index, place in _pairs(there, others, free, usual, wrong):
        stem, other = words[index].stem, others[place]
        if _is_another(words[index], source, pair) or _is_denied(words[index], source, pair.source) is not _is_denied(
            other, target, pair.target
        ):
            continue
        if other.stem in accounted and not (is_close and other.stem in known.near(stem)):
            continue
        if any(other.stem in stems for at, stems in lacking.items() if at != index):
            continue
        listed = renderings.of(stem, pair.source)
        if listed is None or not listed.loose.isdisjoint(here):
            continue  # rendered by a word that seldom renders it
        if is_close:
            surely = other.stem in known.of(stem) or _surprise(stem, other.stem, pair, renderings) >= _UNLIKELY
            if surely and not (denies and _is_denied(other, target, pair.target)):
                yield words[index].span, other.span
        elif not (_is_beside_one_alone(there, index) and _is_beside_one_alone(translation, place)):
            yield words[index].span, other.span


def _surprise(there: str, here: str, pair: LanguagePair, renderings: Renderings) -> float:
    """Returns how surprising it is in a right agenda that a word of the source and one of the translation have no
    counterpart, minus the sum of the logarithms of how often that is so."""
    listed = (renderings.of(there, pair.source), renderings.of(here, pair.target))
    return sum(_UNLISTED if one is None else one.close for one in listed)


def _accounted(translation: RenderedSide, free: Iterable[int], sources: Set[str], pair: LanguagePair) -> frozenset[str]:
    """Returns the stems of free words of the translation for which a word of the source could be the reason."""
    words = translation.answers.words
    return frozenset(
        words[place].stem
        for place in free
        if not translation.unrendered[place] and not _renders_nothing(words[place].stem, sources, pair)
    )


def _listed_for_alone(there: RenderedSide) -> Mapping[int, frozenset[str]]:
    """Returns for each word of the source that has no counterpart the stems that may render it, seldom ones too: what
    they bring in, ce que rapportent, for their revenue."""
    alone = there.answers.alone
    return {at: one.words | one.loose for at, one in enumerate(there.listed) if one is not None and alone[at]}


def _denies_somewhere(text: str, language: str) -> bool:
    return any(words.search(text) is not None for words in (denials(language), cue(language, "denial")))


def _is_denied(word: Word, text: str, language: str) -> bool:
    return denials(language).search(text, max(0, word.span.start - _NEAR), word.span.start) is not None


def _is_another(word: Word, text: str, pair: LanguagePair) -> bool:
    """Tells whether a word of the source is only the end of another: de-escalate, non-punishable."""
    before = expression(pair, "makes another")
    return before.search(text, max(0, word.span.start - _NEAR), word.span.start) is not None


def _is_beside_one_alone(side: RenderedSide, place: int) -> bool:
    """Tells whether the word before or after one has no counterpart either."""
    alone = side.answers.alone
    return any(0 <= at < len(alone) and alone[at] for at in (place - 1, place + 1))


def _pairs(
    there: RenderedSide,
    others: Sequence[Word],
    free: Sequence[int],
    usual: SpanIndex,
    put_for: Callable[[str], frozenset[str]],
) -> Iterator[tuple[int, int]]:
    """Yields the places of words of the source with those of the words that are put for them."""
    alone = there.answers.alone
    for index, word in enumerate(there.answers.words):
        if not alone[index] or usual.holds(word.span):
            continue
        wrong = put_for(word.stem)
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
