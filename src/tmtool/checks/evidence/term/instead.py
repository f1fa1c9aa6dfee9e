"""Which words of a translation are in the place of a term that it lacks?

Either a phrase that has a counterpart of one word of the term and another word for the rest, or a noun where nothing
answers to any word of the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.checks.evidence.words.sides import Side, places_about, places_within
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.languages.pairs.word_translations import WordTranslations
from tmtool.languages.stems import WHOLE_STEM, content
from tmtool.model import Occurrence, Span

_FREE, _FEW = 0.34, 3
"""Where a greater share of the words has no counterpart, the translation is too free to miss a word of a term; so many
words more a short text counts for."""
_SURPRISE = 1.0
"""A word is missed if it has no counterpart so seldom (`WordTranslations.surprise`)."""
_ROOT = 5
"""Letters in which two words of one family begin alike: égalité, également."""
_JOINTS = 2
"""Small words at most between two words of a phrase: de la."""
_MARK = re.compile(r"[^\w\s'’‑-]")


@dataclass(frozen=True, slots=True)
class PhraseInstead:
    """A `PhraseInstead` is a phrase in the place of a term, and how surprising the loss of the word is that it has
    nothing for (`WordTranslations.surprise`)."""

    span: Span
    surprise: float


def phrase_instead(mention: Occurrence, pair: Pair, draft: Draft) -> PhraseInstead | None:
    """Returns the phrase of the translation that has the counterpart of a word of the term, next to it a word that
    nothing in the source accounts for, and nothing for another word of the term; None where there is none."""
    known, language = draft.language_pair, draft.target
    table = known.translations if known else None
    if known is None or table is None or language is None:
        return None
    both = answers(pair.source or "", pair.target, known, table)
    if both is None or any(_free(side) > _FREE for side in both):
        return None
    here, there = both
    inside = places_within(here.words, mention.span)
    alone, alone_there = here.alone, there.alone
    surprise = max((here.surprise[at] for at in inside if alone[at]), default=0.0)
    if surprise < _SURPRISE:
        return None
    terms = [
        [word.stem[:_ROOT] for word in content(term.text, language.tag, WHOLE_STEM)]
        for term in mention.concept.accepted_in(language.tag)
    ]
    own = {root for roots in terms for root in roots}
    for place in sorted({here.place[at] for at in inside if not alone[at]}):
        for other in _sides_lacking(there.words[place].stem[:_ROOT], place, terms):
            if not 0 <= other < len(there.words) or not alone_there[other] or there.surprise[other] < _SURPRISE:
                continue
            word, anchor = there.words[other], there.words[place]
            if word.stem[:_ROOT] in own or any(_may_translate(here.words[at].stem, word.stem, table) for at in inside):
                continue
            first, last = sorted((word.span, anchor.span))
            both_words = word.span.of(pair.target), anchor.span.of(pair.target)
            if _go_together(*both_words, language) and _is_joined(pair.target[first.end : last.start], language):
                return PhraseInstead(Span(first.start, last.end), surprise)
    return None


def _sides_lacking(root: str, place: int, terms: Iterable[list[str]]) -> list[int]:
    """Returns the places next to a word of the translation on that side on which its terms have another word."""
    sides = []
    for roots in terms:
        if root in roots:
            sides += [place + 1] if roots[-1] != root else []
            sides += [place - 1] if roots[0] != root else []
    return list(dict.fromkeys(sides))


def _free(side: Answers) -> float:
    """Returns the share of words without counterpart, to which a short text adds nothing."""
    return sum(side.alone) / (_FEW + len(side.words))


def _may_translate(stem: str, other: str, table: WordTranslations) -> bool:
    return other in table.of(stem) or stem in table.of(other)


def _go_together(word: str, anchor: str, language: Language) -> bool:
    """Tells whether a word may be another noun next to the anchor, or an adjective that agrees with it, and no name."""
    known = language.word_classes
    agreements = known.agreements(word)
    return (
        word.islower()
        and bool(agreements)
        and (known.is_noun(word) or not agreements.isdisjoint(known.agreements(anchor)))
    )


def _is_joined(between: str, language: Language) -> bool:
    """Tells whether two words of a phrase may have this between them: nothing, a hyphen, small words."""
    words = [language.fold(word) for word in language.words_written(between)]
    return (
        len(words) <= _JOINTS and not _MARK.search(between) and all(word in language.function_words for word in words)
    )


def noun_instead(mention: Occurrence, of_source: Side, of_target: Side) -> Span | None:
    """Returns the noun of the translation that is where the term should be and answers to nothing in the source, or
    None where there is none, or where a word of the term has its counterpart."""
    inside = places_within(of_source.words, mention.span)
    if not all(of_source.strictly_alone[place] for place in inside):
        return None
    is_noun = language_of(of_target.language).word_classes.is_noun
    for index in sorted({at for place in inside for at in places_about(of_source, place, len(of_target.words))}):
        span = of_target.words[index].span
        if of_target.strictly_alone[index] and is_noun(span.of(of_target.text).lower()):
            return span
    return None
