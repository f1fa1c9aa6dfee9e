"""Says what memory and term base know of the words of a document, for its alignment.

The terms that are in it, and for each of its words some units that hold it, teach which words translate each
other; without a database the packaged term base does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tmtool.alignment.training import Example, Lexicon, learn_lexicon
from tmtool.languages import language_of
from tmtool.model import Concept
from tmtool.tasks.packaged import packaged_concepts, packaged_for_texts
from tmtool.text.term_words import first_words, words_of

if TYPE_CHECKING:
    from tmtool.store.home import Home

UNITS_A_WORD = 4
MOST_UNITS = 1000
"""More would cost more than alignment itself."""

TERM_TIMES = 3
"""A term is sure to be translated by its counterpart, and is in the term base but once."""

_SEGMENTS_AT_ONCE = 500


def lexicon_for(
    home: Home | None,
    texts: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    without: str = "",
) -> Lexicon:
    """Returns for source words of the texts the target words that translate them, with probabilities: what the
    `examples_for` them teach."""
    examples = examples_for(
        home, texts, source_language=source_language, target_language=target_language, without=without
    )
    return learn_lexicon(examples, source_language=source_language, target_language=target_language)


def examples_for(
    home: Home | None,
    texts: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    without: str = "",
    concepts: Sequence[Concept] | None = None,
) -> list[Example]:
    """Returns the terms and units that tell of the words of the texts.

    Units that came from the file `without` are left out: what an earlier alignment of the same documents gave must
    not confirm itself. `concepts` are those of the database that may be in the texts, where they are known already.
    """
    if home is None:
        return list(_terms(_concepts_in(texts, source_language), source_language, target_language))
    if concepts is None:
        concepts = home.concepts.for_texts(texts, source_language)
    units = _units(home, texts, source_language, target_language, without)
    return [*_terms(concepts, source_language, target_language), *islice(units, MOST_UNITS)]


def _concepts_in(texts: Sequence[str], language: str) -> list[Concept]:
    """Returns the packaged concepts that may be in the texts, as `Concepts.for_texts` gives those of a home."""
    some = packaged_for_texts(texts, language)
    words = frozenset[str]().union(*(words_of(text, language) for text in texts))
    return [
        concept
        for concept in (packaged_concepts() if some is None else some)
        if any(first_words(term, language) & words for term in concept.in_language(language))
    ]


def _terms(concepts: Iterable[Concept], source_language: str, target_language: str) -> Iterator[Example]:
    for concept in concepts:
        for term in concept.in_language(source_language):
            for other in concept.in_language(target_language):
                if term.status.accepted and other.status.accepted and _comparable(term.text, other.text):
                    yield Example(term.text, other.text, TERM_TIMES)


def _comparable(term: str, other: str) -> bool:
    """Is false for an abbreviation and what it abbreviates, which say nothing of each other's words."""
    fewer, more = sorted((len(term.split()), len(other.split())))
    return more <= 2 * fewer + 1 and not (term.isupper() or other.isupper())


def _units(
    home: Home, texts: Sequence[str], source_language: str, target_language: str, without: str
) -> Iterator[Example]:
    own_sources = home.sources.called(without)
    own = home.segments.only_of(own_sources)
    content = language_of(source_language).function_words
    words = sorted(frozenset[str]().union(*(words_of(text, source_language) for text in texts)) - content)
    segments: dict[int, None] = {}
    for word in words:
        found = (segment for segment, _ in home.segments.with_words([[word]], source_language) if segment not in own)
        segments.update(dict.fromkeys(islice(found, UNITS_A_WORD)))
    chosen = list(segments)
    for start in range(0, len(chosen), _SEGMENTS_AT_ONCE):
        some = chosen[start : start + _SEGMENTS_AT_ONCE]
        for pair in home.units.of_segments(some, source_language, target_language):
            if pair.source_file not in own_sources:
                yield Example(pair.source, pair.target)
