"""Makes the draft that checks look at: adds to bare pairs what the checks compare.

That is placeables by value, the terms recognised, the typographic habit of the target and what kind of document it
is. A task makes bare pairs of what it has read (two aligned documents, one bilingual file, a target alone).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.processes import both
from tmtool.checks.engine.same import Same
from tmtool.documents.agenda import agenda
from tmtool.documents.meeting_papers import is_meeting_paper
from tmtool.documents.programmes import is_programme
from tmtool.languages.language import Language
from tmtool.languages.pairs import get as pair_of
from tmtool.languages.pairs.sizes import Sizes, sizes
from tmtool.languages.typography import Habit
from tmtool.model import BlockKind, Concept, Document, Occurrence, Placeable, PlaceableKind, Span
from tmtool.model.span_index import SpanIndex
from tmtool.terminology.bodies import for_body
from tmtool.terminology.recognise import Recogniser
from tmtool.terminology.waiting import NeededWords

_REMEMBERED = 2048
"""Texts of which it is remembered what is in them: as many as a long document has on both sides. Segments are looked at
before they are put together, and a draft that is edited is prepared again and again."""
_WORDS_BETWEEN = 4
"""How many words of content may be inside a split term."""
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


_Found = tuple[tuple[Occurrence, ...], ...]
"""The terms in each text of a document."""
_Told = tuple[Span, int, int, tuple[Span, ...]]
"""An occurrence as another process tells of it: where, the places of its concept and its term, and its parts."""


@dataclass(frozen=True, slots=True)
class InTexts:
    """An `InTexts` is what is in the texts of some pairs whatever terms there are: the placeables of each source and
    its target, and the typographic habit of the targets, None in a language that has none."""

    values: tuple[tuple[tuple[Placeable, ...], tuple[Placeable, ...]], ...]
    habit: Habit | None


def prepare(
    pairs: Iterable[Pair],
    *,
    source_language: str,
    target_language: str,
    concepts: Sequence[Concept] = (),
    sides: Sides | None = None,
    document: Document | None = None,
    source_document: Document | None = None,
    symbol: str = "",
    needed: NeededWords | None = None,
    known: InTexts | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Draft:
    """Returns the draft of bare `pairs`, with placeables, and with the terms of `concepts` recognised on both sides.

    `document` is the target, where the pairs come from a document. The terms are taken as the body uses them that its
    symbol names, or else `symbol`. `sides` are those on which the term base has terms, where it has further concepts;
    None for the sides on which `concepts` have them. `needed` says of a language which words their terms need. `known`
    is what is in the texts of these pairs, where that is known already. Where there is something to do `meanwhile`,
    another process finds the terms of the targets.
    """
    source, target = _known(source_language), _known(target_language)
    given = list(pairs)
    known = known or in_texts(given, source_language, target_language)
    filled = [
        replace(pair, source_placeables=there, target_placeables=here)
        for pair, (there, here) in zip(given, known.values, strict=True)
    ]
    symbol = document.symbol or symbol if document else symbol
    concepts = [for_body(concept, symbol) for concept in concepts]
    if concepts:
        filled = _with_terms(filled, concepts, source_language, target_language, needed, meanwhile)
    return Draft(
        pairs=tuple(filled),
        source_language=source_language,
        target_language=target_language,
        source=source,
        target=target,
        language_pair=pair_of(source.tag, target.tag) if source and target else None,
        is_document=document is not None,
        agenda=agenda(document) if document else None,
        source_agenda=agenda(source_document) if source_document else None,
        is_programme=any(is_programme(one) or is_meeting_paper(one) for one in (document, source_document) if one),
        habit=known.habit,
        symbol=symbol,
        terms=sides or _sides_with_terms(concepts, source_language, target_language),
        concepts={concept.id: concept for concept in concepts},
        sizes=_sizes(filled, source, target) if source and target else None,
    )


def in_texts(pairs: Sequence[Pair], source_language: str, target_language: str) -> InTexts:
    """Returns what is in the texts of bare pairs by themselves."""
    source, target = _known(source_language), _known(target_language)
    values = tuple(
        (
            _placeables(pair.source, source) if source and pair.source else (),
            _placeables(pair.target, target) if target else (),
        )
        for pair in pairs
    )
    return InTexts(values, _habit(pairs, target) if target else None)


@lru_cache(maxsize=_REMEMBERED)
def _placeables(text: str, language: Language) -> tuple[Placeable, ...]:
    return language.placeables(text)


def look_ahead(
    texts: Iterable[str], language: str, concepts: Sequence[Concept], needed: NeededWords | None = None
) -> None:
    """Looks for values and terms in texts that `prepare` will be given, with others or by themselves, with the same
    concepts: it then knows them."""
    known, recogniser = _known(language), _recogniser(Same(concepts), language, needed) if concepts else None
    for text in texts:
        if known and text:
            _placeables(text, known)
        if recogniser:
            recogniser.find_again(text)


def _sizes(pairs: Sequence[Pair], source: Language, target: Language) -> Sizes | None:
    """Returns how large translations are to be expected, by what was measured and by those of the draft."""
    usual = sizes(source.tag, target.tag)
    return usual and usual.fitted((pair.source or "", pair.target) for pair in pairs)


def _habit(pairs: Sequence[Pair], language: Language) -> Habit | None:
    """Returns the habit of the text; the head block ("Original: anglais") comes from a form."""
    if language.typography is None:
        return None
    return language.typography.habit(
        (pair.target for pair in pairs if pair.kind is not BlockKind.METADATA),
        (pair.target for pair in pairs if pair.kind is BlockKind.CELL),
    )


def _sides_with_terms(concepts: Iterable[Concept], source_language: str, target_language: str) -> Sides:
    """Returns the sides on which a concept has terms, the two of one concept before those of several."""
    found = Sides.NONE
    for concept in concepts:
        here, there = (_can_be_recognised(concept, tag) for tag in (target_language, source_language))
        if here and there:
            return Sides.BOTH
        found |= (Sides.TARGET if here else Sides.NONE) | (Sides.SOURCE if there else Sides.NONE)
    return found if found is not Sides.BOTH else Sides.TARGET


def _can_be_recognised(concept: Concept, language: str) -> bool:
    """Tells whether a concept has a term in the language: where its words cannot be told apart, none is found."""
    terms = concept.in_language(language)
    return bool(terms) and (_known(language) is not None or not any(_WITHOUT_SPACES.search(one.text) for one in terms))


def _with_terms(
    pairs: Iterable[Pair],
    concepts: Sequence[Concept],
    source_language: str,
    target_language: str,
    needed: NeededWords | None,
    meanwhile: Callable[[], object] | None,
) -> list[Pair]:
    given, same = list(pairs), Same(concepts)
    of_source, of_target = (_recogniser(same, language, needed) for language in (source_language, target_language))
    sources, targets = [pair.source or "" for pair in given], [pair.target for pair in given]
    if meanwhile is None:
        in_source, in_target = of_source.find_in_document(sources), of_target.find_in_document(targets)
    else:
        in_source, in_target = _found_by_two((of_source, sources), (of_target, targets), concepts, meanwhile)
    recognised = [
        replace(
            pair,
            source_terms=_outside_symbols(there, pair.source_placeables),
            target_terms=_outside_symbols(here, pair.target_placeables),
        )
        for pair, there, here in zip(given, in_source, in_target, strict=True)
    ]
    missing = set[str]().union(*map(_missing, recognised))
    if not missing:
        return recognised
    wanted = [concept for concept in concepts if concept.id in missing]
    loosely = Recogniser(wanted, target_language, tolerant=True, gap=_WORDS_BETWEEN)
    return [replace(pair, split_terms=loosely.find(pair.target)) if _missing(pair) else pair for pair in recognised]


def _found_by_two(
    here: tuple[Recogniser, Sequence[str]],
    there: tuple[Recogniser, Sequence[str]],
    concepts: Sequence[Concept],
    meanwhile: Callable[[], object],
) -> tuple[_Found, _Found]:
    """Returns the terms in each text of two documents: in the first, which this process finds and then does what is to
    be done meanwhile, and in the second, which another one finds. That tells of each the places of its concept and its
    term, which are here."""
    places = {id(concept): place for place, concept in enumerate(concepts)}

    def find_first() -> _Found:
        recogniser, texts = here
        found = recogniser.find_in_document(texts)
        meanwhile()
        return found

    def find_second() -> list[list[_Told]]:
        recogniser, texts = there
        return [
            [(one.span, places[id(one.concept)], one.concept.terms.index(one.term), one.parts) for one in found]
            for found in recogniser.find_in_document(texts)
        ]

    told, in_first = both(find_second, find_first)
    in_second = tuple(
        tuple(
            Occurrence(span, concepts[concept], concepts[concept].terms[term], parts)
            for span, concept, term, parts in found
        )
        for found in told
    )
    return in_first, in_second


@lru_cache(maxsize=4)  # what is repaired or edited is checked again and again
def _recogniser(concepts: Same[Concept], language: str, needed: NeededWords | None) -> Recogniser:
    return Recogniser(concepts, language, needed=needed and needed(language))


def _missing(pair: Pair) -> set[str]:
    """Returns the concepts of the source without a term in the target."""
    return {one.concept.id for one in pair.source_terms} - {one.concept.id for one in pair.target_terms}


def _outside_symbols(terms: Iterable[Occurrence], placeables: Sequence[Placeable]) -> tuple[Occurrence, ...]:
    """Returns the occurrences outside document symbols: the COSP of CAC/COSP/WG.2/2027/1 names no body."""
    symbols = SpanIndex(one.span for one in placeables if one.kind is PlaceableKind.SYMBOL)
    return tuple(term for term in terms if not symbols.overlaps(term.span))


def _known(tag: str) -> Language | None:
    try:
        return languages.get(tag)
    except LookupError:
        return None
