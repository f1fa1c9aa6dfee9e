"""Is a word that the source has not a part of the name that the document has for the same thing elsewhere: the panel,
la réunion intersessions?

A title names a thing in full, Intersessional panel and réunion intersessions, which the source then names in short.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import islice

from tmtool import languages
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.marks import MARK
from tmtool.languages.pairs.concepts import LONGEST, Concept
from tmtool.languages.stems import content
from tmtool.model import Span

_FIRST = 200
"""Segments at the beginning of a document in which its things are named in full."""
_NOUN = "N"


def is_named_in_full(here: Span, concept: Concept, pair: Pair, draft: Draft) -> bool:
    """Tells whether the document has the concept that a pair names at a place of its translation alone as a part of a
    name elsewhere: beside a word that the source has, too, and beside a noun that stands at this place, too."""
    known = draft.language_pair
    if known is None:
        return False
    of_source = {word.stem for word in content(pair.source or "", known.source)}
    nouns = _beside(pair.target, [here], known.target, only_nouns=True)
    for other in islice(draft.pairs, _FIRST) if nouns else ():
        source, target = other.source or "", other.target
        if other is pair or max(len(source), len(target)) > LONGEST:
            continue
        named = concept.cues[known.source].all_names(source)
        named_here = concept.cues[known.target].all_names(target) if named else ()
        if not _beside(source, named, known.source).isdisjoint(of_source) and not nouns.isdisjoint(
            _beside(target, named_here, known.target)
        ):
            return True
    return False


def _beside(text: str, places: Iterable[Span], language: str, *, only_nouns: bool = False) -> Set[str]:
    """Returns what the words of content next to places in a text are cut to, those with no mark between."""
    found = set()
    words = content(text, language)
    for place in places:
        before = next((word for word in reversed(words) if word.span.end <= place.start), None)
        after = next((word for word in words if word.span.start >= place.end), None)
        for word in (before, after):
            if word is None or MARK.search(text, *_between(word.span, place)):
                continue
            if not only_nouns or _may_be_noun(word.span.of(text), language):
                found.add(word.stem)
    return found


def _between(one: Span, other: Span) -> tuple[int, int]:
    first, second = sorted((one, other))
    return first.end, second.start


def _may_be_noun(word: str, language: str) -> bool:
    return any(entry.category == _NOUN for entry in languages.get(language).lexicon(word.lower()))
