"""Is it as good as certain that a word is in the place of another, by the probabilities of translation?

What exchange_in_place.py finds by a table is often good French: a word of the same field, in a free translation. The
answers of answers.py tell it from a slip: neither word has a counterpart, none that it might have is anywhere in the
other text, and the one is where the neighbours of the other have their counterparts.
"""

from __future__ import annotations

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.words.answers import Answers, answers, neighbours
from tmtool.model import Span

_ALONE, _LOOSE = 0.2, 0.1
"""So probably a word may have a counterpart at most, and so well may any word of the other text translate it."""
_WANTING = 0.02
"""So well a word translates another that it is linked with only for want of a better one, at most."""
_OFF = 1
"""Words between an exchanged word and the place that the neighbours of the other tell, at most."""
_BETWEEN = 2
"""Words at most between the counterparts of what frames an exchanged word."""
_FREE = 0.67
"""The share of the words of the source without counterpart from which a translation is too free to tell."""


def are_odd(flag: Flag, pair: Pair, draft: Draft, *, framed: bool = False) -> bool:
    """Tells whether neither word of an exchange has a counterpart or could have one, and each is in the other's place;
    no where the pair of languages has no probabilities. With `framed` the words right before and after the one of the
    source must have their counterparts, next to each other but for a word or two."""
    known = draft.language_pair
    if known is None or known.translations is None or flag.source_span is None or flag.target_span is None:
        return False
    both = answers(pair.source or "", pair.target, known, known.translations)
    if both is None:
        return False
    there, here = both
    lost, gained = _places(there, flag.source_span), _places(here, flag.target_span)
    if not (_are_told_apart(there, lost, gained) and _are_told_apart(here, gained, lost)):
        return False
    if sum(there.alone) >= _FREE * len(there.words):
        return False
    return _share_a_word(there, lost, gained) or _is_in_place(there, lost, here, gained, framed=framed)


def _places(side: Answers, span: Span) -> range:
    """Returns the places of the words of content that begin in a span."""
    inside = [place for place, word in enumerate(side.words) if span.start <= word.span.start < span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _are_told_apart(side: Answers, places: range, others: range) -> bool:
    """Tells whether a word or phrase has a word that could have no counterpart, and any other word of it has its own in
    the phrase that was put for it: crime de guerre for crime against humanity."""
    alone = [_is_alone(side, place, others) for place in places]
    return any(alone) and all(one or side.place[place] in others for place, one in zip(places, alone, strict=True))


def _is_alone(side: Answers, place: int, others: range) -> bool:
    """Tells whether a word could have no counterpart; a link to what was put for it, made for want of a better one, is
    none."""
    if side.answered[place] < _ALONE:
        return side.loose[place] < _LOOSE
    return side.place[place] in others and side.loose[place] < _WANTING


def _share_a_word(side: Answers, places: range, others: range) -> bool:
    """Tells whether a word of a phrase has its counterpart in the phrase that was put for it, which so is in its
    place."""
    return any(not _is_alone(side, place, others) for place in places)


def _is_in_place(there: Answers, lost: range, here: Answers, gained: range, *, framed: bool) -> bool:
    """Tells whether what was gained lies between the counterparts of the nearest words about what was lost, or next to
    them."""
    before, after = neighbours(there.alone, lost.start, lost.stop)
    if framed and (before not in (lost.start - 1, -1) or after not in (lost.stop, len(there.words))):
        return False
    about = there.places_about(before, after, len(here.words))
    low, high = min(about), max(about)
    if framed and high - low - 1 > _BETWEEN:
        return False
    return low - _OFF <= gained[-1] and gained[0] <= high + _OFF
