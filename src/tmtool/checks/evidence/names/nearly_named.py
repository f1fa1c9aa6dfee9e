"""Where has a text nearly the words of a name: in another order, a few of them others, or some left out?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.phrases import Phrase, Searched, is_parted
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import content
from tmtool.model import Occurrence, Span

_NOMINAL = frozenset({"N", "A"})
FEWEST = 3
"""Words of content of a name that is known again by them."""
_LONG = 7
"""Of a name of so many, two words may be others or left out."""


def nearly_named(
    names: Sequence[Phrase], text: Searched, mention: Occurrence, pair: Pair, draft: Draft
) -> Phrase | None:
    """Returns the first place that has nearly the words of a name, unless the text has one of them elsewhere."""
    known = [place for name in names for place in text.forms_of(name)]
    for name in names:
        if any(True for _ in text.forms_of(name)):
            continue
        near = _cut_short(name, text) if known else _near(name, text, mention, pair, draft)
        if near is not None and all(_is_within(place, near) for place in known):
            return near
    return None


def _is_within(place: Phrase, near: Phrase) -> bool:
    """Tells whether a place where a text has the name in short is part of a place that is nearly the name in full."""
    return near.span.start <= place.span.start and place.span.end < near.span.end


def _near(name: Phrase, text: Searched, mention: Occurrence, pair: Pair, draft: Draft) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in another order, or all but a few of them, be that
    others, or some left out within the name."""
    wanted = [word.stem for word in name.words]
    if len(wanted) < FEWEST:
        return None
    others = 1 if len(wanted) < _LONG else 2
    for place in text.stretches(name, len(wanted), len(wanted) - others):
        if not _may_be(place, name):
            continue
        stems = [word.stem for word in place.words]
        unlike = [at for at, stem in enumerate(stems) if stem != wanted[at]]
        if sorted(stems) == sorted(wanted) or (
            len(unlike) <= others
            and (unlike[0] or len(wanted) > FEWEST)
            and all(_stands_for(place, at, mention, pair, draft) for at in unlike)
        ):
            return place
    return _cut_short(name, text)


def _cut_short(name: Phrase, text: Searched) -> Phrase | None:
    """Returns the stretch of a text that has the words of a name in their order but for one between the first and the
    last, or two in a row of a long name, if these are no name."""
    wanted = [word.stem for word in name.words]
    for fewer in range(1, 1 if len(wanted) <= FEWEST else 2 if len(wanted) < _LONG else 3):
        size = len(wanted) - fewer
        shortened = [
            [*wanted[:at], *wanted[at + fewer :]] for at in range(1, size) if fewer == 1 or name.surfaces[at].islower()
        ]
        for place in text.stretches(name, size, size):
            if _may_be(place, name) and [word.stem for word in place.words] in shortened:
                return place
    return None


def _may_be(place: Phrase, name: Phrase) -> bool:
    """Tells whether a stretch begins with a capital and has no mark inside, unless the name has one."""
    return place.text[place.span.start].isupper() and (not is_parted(place) or is_parted(name))


def _stands_for(place: Phrase, at: int, mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether nothing in the source outside the name answers to the word of a stretch that the name has not."""
    assert draft.language_pair is not None and draft.language_pair.links is not None
    links, own = draft.language_pair.links, draft.language_pair.target
    word = place.words[at].span.of(place.text).lower()
    if draft.target is None or not any(entry.category in _NOMINAL for entry in draft.target.lexicon(word)):
        return False
    of_source = pair.source or "", draft.language_pair.source
    answering = _answering(links, place.words[at].stem, own, *of_source)
    return all(span.overlaps(mention.span) for stem in answering for span in _places(*of_source)[stem])


@lru_cache(maxsize=1024)  # many names of a long text have the same words
def _answering(links: WordLinks, stem: str, language: str, source: str, of_source: str) -> frozenset[str]:
    """Returns the stems of a source that can stand for one of the translation's `language`."""
    return links.answering(stem, _places(source, of_source), language)


@lru_cache(maxsize=4)
def _places(text: str, language: str) -> Mapping[str, Sequence[Span]]:
    """Returns where the words of content of a text are, by their stems."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for word in content(text, language):
        found[word.stem].append(word.span)
    return found
