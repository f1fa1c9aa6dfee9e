"""Which verb of a close translation has lost its modal verb, or got one: sont admis for may be admitted, pourra être lu
for will be read?

Verbs are counterparts by the links of their words. A modal verb is lost where the counterpart of its verb is a finite
verb of its own and the sentence has fewer words that say what it says, in any way, than that of the source; it is added
where nothing in the sentence of the source is a reason for it. The words are in ``modals_kept.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.sentence_spans import SentenceSpans, sentence_spans
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.meaning.verbs_of_sentences import counterparts, verbs_in
from tmtool.checks.evidence.words.linked import Linked
from tmtool.languages.alternatives import NEVER
from tmtool.languages.pairs.concepts import NONE
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.verb_groups import Time, VerbGroup
from tmtool.model import Level, Span

_TABLE = "modals_kept.tsv"
_BEFORE, _DENIED = 48, 12
"""Characters before a verb in which its modal verb is, and before a finite verb in which its denial begins."""
_LEFT_OPEN = {"open": Time.FUTURE, "wished": Time.PRESENT}
"""The time of a verb by which what may or should be done is said with some words of the source: such changes as it may
make, celles qu'il y apportera."""


@dataclass(frozen=True, slots=True)
class _Modal:
    """A `_Modal` is what a modal verb says: the times of a verb that lacks it, how it is known before a verb, what is
    counted in the source, and what in the translation."""

    times: frozenset[Time]
    verb: re.Pattern[str]
    there: re.Pattern[str]
    here: re.Pattern[str]


@cache
def _modals(pair: LanguagePair, case: str) -> tuple[_Modal, ...]:
    return tuple(
        _Modal(
            frozenset(Time(one) for one in times.split() if one != NONE),
            *(re.compile(NEVER if words == NONE else words) for words in expressions),
        )
        for of, times, *expressions in pair.rows(_TABLE)
        if of == case
    )


def changed_modals(found: Linked) -> Iterator[Flag]:
    """Yields the verbs of a close translation that have lost the modal verb of the source, or have one more."""
    of_source, of_target = found.sides
    if of_source.pair.is_turned:
        return
    for sentence in sentence_spans(of_source.text, of_target.text):
        for modal in _modals(of_source.pair, "lost"):
            many = _count(modal.there, of_source.text, sentence.source)
            if many > _count(modal.here, of_target.text, sentence.target):
                yield from _lost(modal, sentence, found)
        for modal in _modals(of_source.pair, "gained"):
            is_here = modal.here.search(of_target.text, sentence.target.start, sentence.target.end)
            if is_here and not _count(modal.there, of_source.text, sentence.source):
                yield from _gained(modal, sentence, found)


def _count(words: re.Pattern[str], text: str, part: Span) -> int:
    return sum(1 for _ in words.finditer(text, part.start, part.end))


def _lost(modal: _Modal, sentence: SentenceSpans, found: Linked) -> Iterator[Flag]:
    """Yields the first verb of a sentence that has lost a modal verb."""
    of_source, of_target = found.sides
    verbs = [
        one
        for one in verbs_in(of_source.language, of_source.text, sentence.source)
        if one.time is Time.OTHER and modal.verb.match(of_source.text, one.span.start)
    ]
    others = (
        {one.main.start: one for one in verbs_in(of_target.language, of_target.text, sentence.target)} if verbs else {}
    )
    left_open = {
        time
        for case, time in _LEFT_OPEN.items()
        for one in _modals(of_source.pair, case)
        if one.there.search(of_source.text, sentence.source.start, sentence.source.end)
    }
    for verb in verbs:
        for start in counterparts(verb.main.start, found):
            here = others.get(start)
            if here is None or here.time not in modal.times - left_open:
                continue
            if not _is_said(verb, here, found):
                yield exchanged(here.span, of_target.text, verb.span, of_source.text, Level.INFO)
                return


def _is_said(verb: VerbGroup, here: VerbGroup, found: Linked) -> bool:
    """Tells whether one of two verbs is denied, which says of itself what cannot be, or the other one says by its
    ending what can: could not reach, n'a pas abouti; may be re-elected, est rééligible."""
    of_source, of_target = found.sides
    start = max(0, here.span.start - _DENIED)
    return any(
        one.there.search(of_source.text, verb.span.start, verb.span.end) is not None
        or one.here.search(of_target.text, start, here.span.end) is not None
        for one in _modals(of_source.pair, "said")
    )


def _gained(modal: _Modal, sentence: SentenceSpans, found: Linked) -> Iterator[Flag]:
    """Yields the first verb of a sentence that has got a modal verb, which may be denied where the source denies."""
    of_source, of_target = found.sides
    for verb in verbs_in(of_source.language, of_source.text, sentence.source):
        for start in counterparts(verb.main.start, found) if verb.time in modal.times else ():
            first = max(sentence.target.start, start - _BEFORE)
            before = of_target.text[first:start]
            said = modal.verb.search(before)
            if said is None or any(one.here.search(before) for one in _modals(of_source.pair, "said")):
                continue
            place = Span(first + said.start("modal"), first + said.end("modal"))
            yield exchanged(place, of_target.text, verb.span, of_source.text, Level.INFO)
            return
