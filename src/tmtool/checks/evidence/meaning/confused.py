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
from tmtool.languages.pairs.renderings import Rendered
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
    words, others = there.answers.words, translation.answers.words
    free = _free(translation, said_here, pair)
    denies = bool(free) and denies_alone(source, target, pair)
    if not free or (denies and (not is_close or _denies_somewhere(source, pair.source))):
        return
    accounted = _accounted(translation, free, {word.stem for word in words}, pair)
    lacking = _listed_for_alone(there)
    for index, place in _pairs(there, others, free, SpanIndex(said), wrong):
        word, other = words[index], others[place]
        if other.stem in accounted and not (is_close and other.stem in known.near(word.stem)):
            continue
        if any(other.stem in stems for at, stems in lacking.items() if at != index):
            continue
        if _is_turned(word, other, source, target, pair) or _is_loosely_rendered(word.stem, here, pair):
            continue
        if is_close:
            denied = denies and _is_denied(other, target, pair.target)
            is_wrong = not denied and (other.stem in known.of(word.stem) or _is_unlikely(word.stem, other.stem, pair))
        else:
            is_wrong = not (_is_beside_one_alone(there, index) and _is_beside_one_alone(translation, place))
        if is_wrong:
            yield word.span, other.span


def _free(translation: RenderedSide, said: Iterable[Span], pair: LanguagePair) -> list[int]:
    """Returns the places of the words of the translation that answer nothing, though such words mostly do, and that are
    not part of what is `said` otherwise."""
    words = translation.answers.words
    lone = [place for place, flag in enumerate(translation.answers.alone) if flag]
    free = [place for place in lone if not _is_often_free(words[place].stem, pair)]
    otherwise = SpanIndex(said if free else ())
    return [place for place in free if not otherwise.holds(words[place].span)]


def _is_turned(word: Word, other: Word, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether something beside a word of the source, or beside one of the translation alone, turns it into its
    contrary or into another word."""
    denied = _is_denied(word, source, pair.source) is not _is_denied(other, target, pair.target)
    return denied or _is_another(word, source, pair)


def _is_loosely_rendered(stem: str, here: Set[str], pair: LanguagePair) -> bool:
    """Tells whether one of the stems of the translation seldom renders a word of the source, or may, since nothing is
    listed for that word."""
    listed = _listed(stem, pair.source, pair)
    return listed is None or not listed.loose.isdisjoint(here)


def _is_unlikely(there: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether it is very surprising in a right agenda that a word of the source and one of the translation have
    no counterpart: whether the logarithms of how often that is so have a low sum."""
    listed = (_listed(there, pair.source, pair), _listed(here, pair.target, pair))
    return sum(_UNLISTED if one is None else one.close for one in listed) >= _UNLIKELY


def _listed(stem: str, language: str, pair: LanguagePair) -> Rendered | None:
    """Returns what may render a word, None where it is in no list."""
    return pair.renderings.of(stem, language) if pair.renderings is not None else None


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


def _is_often_free(stem: str, pair: LanguagePair) -> bool:
    """Tells whether a word of the translation often renders nothing, as good French adds it: procéder à, faire."""
    listed = _listed(stem, pair.target, pair)
    return listed is not None and (listed.kind <= _OPEN or listed.published < _SURPRISING)


def _renders_nothing(stem: str, sources: Set[str], pair: LanguagePair) -> bool:
    """Tells whether a word of the translation that has no list of its own could render no word of the source."""
    table = pair.possible_translations
    if table is None or _listed(stem, pair.target, pair) is not None:
        return False
    return not any(stem in table.of(one) or likeness(one, stem) for one in sources)
