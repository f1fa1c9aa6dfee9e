"""Is another term of its field in the place of the one that the source names: décaissement for recovery?

No list of wrong terms holds them all. What is known is which words belong to one field, what each of them is
normally called, and that neither has anything to answer to in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.meaning.exchange_in_place import are_alone, exchanged_in_place, have_parties_swapped
from tmtool.checks.evidence.register import hints_where_free, is_only_exchange, is_short
from tmtool.checks.evidence.term.said_by_term import leaving_terms
from tmtool.checks.evidence.values.conversions import are_units, is_converted
from tmtool.checks.evidence.values.frequencies import say_the_same
from tmtool.checks.evidence.values.same_value import Side
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, unanswered_odds
from tmtool.checks.evidence.words.rendered import RenderedSide, is_rendered, rendered
from tmtool.languages.stems import Word
from tmtool.model import Concept, Level, Span, Term

_FIELDS = "fields"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a term of the source has another of its field for its translation."""
    found = list(exchanged_in_place(_FIELDS, pair, draft, keeps_sense=True))
    for flag in found:
        if any(_is_within(flag, other) for other in found):
            continue  # infantile, in mortalité infantile
        if _is_measured_otherwise(flag, pair, draft) or say_the_same(flag.target_span, flag.source_span, pair, draft):
            continue
        if have_parties_swapped(flag, pair, draft) or _may_both_be_right(flag, pair, draft):
            continue
        yield replace(flag, level=_level(flag, pair, draft))


def _is_within(flag: Flag, other: Flag) -> bool:
    """Tells whether an exchange is only a part of another one, whose words are more."""
    inner, outer = flag.target_span, other.target_span
    return (
        inner is not None
        and outer is not None
        and inner != outer
        and outer.start <= inner.start <= inner.end <= outer.end
    )


def _may_both_be_right(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether each of two words has something in the other text that may render it: a single word the other one,
    as published translations have it (distributed, diffusé), or both something else than each other."""
    known = draft.language_pair
    there, here = flag.source_span, flag.target_span
    if known is None or known.translations is None or there is None or here is None:
        return False
    both = rendered(pair.source or "", pair.target, known)
    if both is None or not (_is_rendered(there, both[0]) and _is_rendered(here, both[1])):
        return False
    words, others = (_within(span, side) for span, side in zip((there, here), both, strict=True))
    if len(words) == len(others) == 1:
        first, second = (words, others) if known.source == known.translations.first else (others, words)
        if second[0].stem in known.translations.of(first[0].stem):
            return True
    return not _lists(both[0], there, others) and not _lists(both[1], here, words)


def _within(span: Span, side: RenderedSide) -> Sequence[Word]:
    """Returns the words of content of a stretch."""
    return [word for word in side.answers.words if span.overlaps(word.span)]


def _is_rendered(span: Span, side: RenderedSide) -> bool:
    """Tells whether words of one text have lists of what may render them, and the other text has something of each."""
    listed = (one for word, one in zip(side.answers.words, side.listed, strict=True) if span.overlaps(word.span))
    return is_rendered(span, side) and None not in listed


def _lists(side: RenderedSide, span: Span, others: Sequence[Word]) -> bool:
    """Tells whether the list of a word of one text has one of some words of the other."""
    stems = {word.stem for word in others}
    return any(
        one is not None and not one.words.isdisjoint(stems)
        for word, one in zip(side.answers.words, side.listed, strict=True)
        if span.overlaps(word.span)
    )


def _is_measured_otherwise(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether the exchange is of units in which one measure is given: within 72 hours, dans les trois jours."""
    if flag.source_span is None or flag.target_span is None or draft.source is None or draft.target is None:
        return False
    source, known = pair.source or "", draft.language_pair
    if not are_units(flag.source_span.of(source), flag.target_span.of(pair.target), known):
        return False
    there = Side(source, draft.source.tag, pair.source_placeables)
    return is_converted(there, Side(pair.target, draft.target.tag, pair.target_placeables), known)


def _level(flag: Flag, pair: Pair, draft: Draft) -> Level:
    """Returns how gravely an exchange is reported: by whether either word could have a counterpart anywhere, and
    whether the words right before and after have theirs."""
    odd = are_odd(flag, pair, draft)
    if is_short(pair, draft) and is_only_exchange(flag, pair, draft) and (odd or are_alone(flag, pair, draft)):
        return Level.WARNING
    if not odd:
        return Level.HINT
    return Level.WARNING if are_odd(flag, pair, draft, framed=True) else Level.HINT


_ORGANIC = Concept("organic", (Term("organic farming", "en"), Term("culture biologique", "fr")))

CHECK = SegmentCheck(
    name="term-field",
    level=Level.HINT,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="terminology",
    requires=Needs(source=True, pair=_FIELDS),
    yields_to=(
        "completeness-omission",
        "completeness-length",
        "dates-time",
        "meaning-act",
        "meaning-opposite",
        "names-body",
        "names-country",
        "names-direction",
        "names-kind",
        "names-language",
        "numbers-frequency",
        "numbers-word",
        "references-noun",
        "term-body",
        "term-concept",
        "term-contrast",
        "term-deprecated",
        "term-variant",
        "units-exchange",
    ),
    summary="Another term of its field is in the place of the one of the source.",
    reason=(
        "A tired translator keeps to the field and misses the word: données géographiques for demographic data. "
        "Reported where nothing answers to the word of the source in its place, and a word of the same field that "
        "answers to nothing is there. It is a warning where neither could have a counterpart anywhere, by learnt "
        "probabilities of translation, and the words right before and after have theirs or the text is short; "
        "else a hint."
    ),
    examples=(
        Example(
            source="Use of organic farming in the islands",
            target="Recours à la culture biologique dans les îles",
            concepts=(_ORGANIC,),
        ),
        Example(
            source="Ten meetings are planned, all of which will be closed to the public.",
            target="Dix séances sont prévues, toutes privées.",
        ),
        Example(
            source="Financial matters and assessed contributions",
            target="Questions financières et contributions obligatoires",
        ),
        Example(
            source="Three dialogues, each of 90 minutes, will deal with water, chemicals and finance.",
            target="Trois dialogues, d’une heure et demie chacun, porteront sur l’eau, les produits chimiques et le "
            "financement.",
        ),
        Example(
            source="The suspects must be brought before a judge within 72 hours of their arrest.",
            target="Les suspects doivent être déférés devant un juge dans les trois jours de leur arrestation.",
        ),
        Example(
            source="The report of the Commission strengthens the demographic evidence on migration.",
            target="Le rapport de la Commission renforce les données géographiques sur les migrations.",
            flagged=("géographiques",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(leaving_terms(look)),
    by_sentence=True,
)
