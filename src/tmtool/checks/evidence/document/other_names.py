"""Is another name in the place of one that stands alone in a line of its own: le Département des normes for the
Sectoral Policies Department of the cover?

It begins with the same word, and no other word of it answers to anything in the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.phrases import Phrase, is_parted, phrase
from tmtool.checks.evidence.document.repeats import Passage, contained
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content

_LEAST = 3
"""Words of content of a name that is told by all of them."""
_TOLD_BY = 2
"""Words after the first that tell another name."""


def other_names(draft: Draft) -> Iterator[tuple[Pair, Passage, Phrase]]:
    """Yields the pairs whose source has a name that stands alone elsewhere, that line, and the other name in its
    place."""
    known = draft.language_pair
    if known is None or known.links is None:
        return
    for pair, passage in contained(draft):
        if passage.whole and _is_name(passage, known):
            model, text = (phrase(one, known.target) for one in (passage.target.text, pair.target))
            found = _other(model, text)
            if found is not None and _answers_nothing(found, pair, known):
                yield pair, passage, found


def _is_name(passage: Passage, known: LanguagePair) -> bool:
    """Tells whether all words of content of the source begin with a capital, and go on in lower case."""
    words = [word.span.of(passage.source.text) for word in content(passage.source.text, known.source)]
    return len(words) >= _LEAST and all(word.istitle() for word in words)


def _other(model: Phrase, text: Phrase) -> Phrase | None:
    """Returns the only place of a text that begins as the model does, with as many words, none of them one of its."""
    if len(model.words) < _LEAST or not model.surfaces[0].istitle():
        return None
    stems = {word.stem for word in model.words}
    places = [place for place, surface in enumerate(text.surfaces) if surface == model.surfaces[0]]
    if len(places) != 1 or any(
        word.stem in stems for word in text.words if word.span.start != text.words[places[0]].span.start
    ):
        return None
    found = text.part(places[0], places[0] + 1 + _TOLD_BY)
    return None if len(found.words) <= _TOLD_BY or is_parted(found) else found


def _answers_nothing(found: Phrase, pair: Pair, known: LanguagePair) -> bool:
    """Tells whether no word of a name but its first answers to a word of the source."""
    assert known.links is not None
    source = content(pair.source or "", known.source)
    return not any(known.links.counterparts(word, source, known.target) for word in found.words[1:])
