"""Is a body, an office or a title another one than in the source? (docs/un-french.md, sections 8 and 10.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.languages.pairs.concepts import LONGEST, named_in
from tmtool.model import Concept, Level, Occurrence, Span, Term
from tmtool.model.span_index import Spanned

_CONCEPTS, _OFFICERS, _OFFICERS_CLOSE = "bodies.tsv", "officers.tsv", "officers_close.tsv"

_TITLE = 4
"""Letters that the title of a person has at most: Mme."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a body or an office is exchanged for another."""
    for flag in exchanges(_CONCEPTS, pair, draft):
        named = (flag.target_span, pair.target), (flag.source_span, pair.source or "")
        certain = all(span is not None and _is_whole(span.of(text)) for span, text in named)
        if not certain and _is_in_small_letters(flag, pair):
            continue
        short = all(span is not None and span.end - span.start > _TITLE for span, _ in named)
        # The Board of a law is its Commission; in an agenda, which is translated closely, it is another body, and so it
        # is where neither word could have a counterpart.
        is_sure = not short or draft.is_close or are_odd(flag, pair, draft, framed=True)
        yield flag if certain else replace(flag, level=Level.WARNING if is_sure else Level.HINT)
    yield from _offices(pair, draft)
    yield from _other_names(pair)


def _is_in_small_letters(flag: Flag, pair: Pair) -> bool:
    """Tells whether the translation has the body of the source in small letters: a Commission of Inquiry, une
    commission d’enquête."""
    name = flag.source_span.of(pair.source or "").lower() if flag.source_span else ""
    return bool(name) and re.search(rf"\b{re.escape(name)}", pair.target) is not None


def _offices(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the offices that are exchanged: in a close translation those too that one side names only more often than
    the other, in small letters too."""
    offices = list(exchanges(_OFFICERS, pair, draft))
    if draft.is_close:
        named = list(exchanges(_OFFICERS_CLOSE, pair, draft, counted=True))
        named = [replace(flag, level=Level.WARNING) for flag in named]
        yield from offices or named or _otherwise_than_elsewhere(pair, draft)
        return
    for flag in offices:
        named_here = flag.target_span.of(pair.target) if flag.target_span else ""
        # The président of a law is the Chief Commissioner of its English.
        yield replace(flag, level=Level.WARNING if named_here[:1].isupper() else Level.HINT)


def _otherwise_than_elsewhere(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the office that has its name elsewhere in the document, as in the source, and here that of another one, of
    which the source says nothing: the Executive Director, le Directeur général, elsewhere la Directrice exécutive. What
    excuses the name of an office excuses none that the document itself does not use."""
    known, source = draft.language_pair, pair.source or ""
    if known is None or max(len(source), len(pair.target)) > LONGEST:
        return
    here, there = known.target, known.source
    named = named_in(known, _OFFICERS_CLOSE, there, source)
    others = named_in(known, _OFFICERS_CLOSE, here, pair.target)
    lost = [
        one
        for some in named.values()
        for one in some
        if one.cues[there].all_names(source) and not one.cues[here].all_names(pair.target)
    ]
    gained = [
        one
        for some in others.values()
        for one in some
        if one.cues[here].all_names(pair.target) and not one.cues[there].all_names(source)
    ]
    if len(lost) != 1 or len(gained) != 1:
        return
    [office], [other] = lost, gained
    if any(
        office.cues[there].all_names(one.source or "") and office.cues[here].all_names(one.target)
        for one in draft.pairs
    ):
        place_here, place_there = other.cues[here].all_names(pair.target)[0], office.cues[there].all_names(source)[0]
        yield replace(exchanged(place_here, pair.target, place_there, source), level=Level.WARNING)


def _other_names(pair: Pair) -> Iterator[Flag]:
    """Flags an official name of the term base in the place of another one that the source has."""
    there = {one.concept.id for one in pair.source_terms}
    here = {one.concept.id for one in (*pair.target_terms, *pair.split_terms)}
    lost = [one for one in pair.source_terms if _is_official(one) and one.concept.id not in here]
    meant = {one.span for one in pair.target_terms if one.concept.id in there}
    gained = [one for one in pair.target_terms if _is_official(one) and one.span not in meant]
    terms_there, terms_here = (Spanned(terms, _span) for terms in (pair.source_terms, pair.target_terms))
    for name in lost:
        for other in gained:
            if (
                _are_alike(name, other)
                and not (_touches(name, terms_there) or _within(other, terms_here))
                and not (_has_words_of(pair.source or "", other) or _has_words_of(pair.target, name))
            ):
                yield exchanged(other.span, pair.target, name.span, pair.source or "")
                return


def _is_official(one: Occurrence) -> bool:
    return one.term.is_name and " " in one.term.text and one.term.status.accepted and not _is_shortened(one)


def _is_shortened(one: Occurrence) -> bool:
    """Tells whether this is the beginning of a longer name of the same thing, which other bodies may have too: Conseil
    exécutif, of Conseil exécutif de l’UNESCO."""
    return any(other.text.startswith(f"{one.term.text} ") for other in one.concept.in_language(one.term.language))


def _are_alike(name: Occurrence, other: Occurrence) -> bool:
    """Tells whether two names are of things of one kind: a committee and another one, a convention and another one."""
    kind = other.term.text.split()[0].lower()
    terms = name.concept.in_language(other.term.language)
    return any(one.status.accepted and one.text.split()[0].lower() == kind for one in terms)


def _span(one: Occurrence) -> Span:
    return one.span


def _within(one: Occurrence, others: Spanned[Occurrence]) -> bool:
    """Tells whether a name is part of a longer term, or crosses one: a term that is part of the name is neither."""
    return not others.none_beyond(one.span)


def _has_words_of(text: str, one: Occurrence) -> bool:
    """Tells whether a text has each word of a name in its language, if not side by side: the Paris, Berne and Lisbon
    Unions, for the Union of Paris."""
    words = text.lower()
    terms = (term for term in one.concept.terms if term.language != one.term.language and term.status.accepted)
    return any(all(word in words for word in term.text.lower().split()) for term in terms)


def _touches(one: Occurrence, others: Spanned[Occurrence]) -> bool:
    """Tells whether a name shares words with another term, which the translation may have without the rest of it: le
    recouvrement d’avoirs … le Groupe de travail correspondant."""
    return any(other.span != one.span for other in others.touching(one.span))


def _is_whole(name: str) -> bool:
    """Tells whether this is the name of one body: a Committee or a Commission may be any, and change from language to
    language."""
    return " " in name or name.isupper()


_OF_SAFETY, _OF_CREWS = (
    Concept(
        english,
        (
            Term(f"{english} Treaties", "en", part_of_speech="proper"),
            Term(f"Traités sur {french}", "fr", part_of_speech="proper"),
        ),
    )
    for english, french in (("Safety", "la sécurité"), ("Crew", "les équipages"))
)

CHECK = SegmentCheck(
    name="names-body",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair="bodies.tsv"),
    yields_to=(
        "names-title",
        "names-country",
        "term-contrast",
        "completeness-omission",
        "completeness-length",
        "language-other-segment",
    ),
    summary="A body or an office is exchanged for another.",
    reason=(
        "The General Assembly does not decide for the Security Council. Bodies are compared as whole names; "
        "an exchange is reported only where the one is missing and the other has no counterpart in the "
        "source, since French often takes up a body by a pronoun. Where one is named in short (the Committee), which "
        "body it is depends on the text, and the finding is a warning."
    ),
    examples=(
        Example(
            source="The Under-Secretary-General for Safety will open the debate.",
            target="Le (La) Secrétaire général(e) adjoint(e) à la sûreté ouvrira le débat.",
            is_close=True,
        ),
        Example(
            source="The Under-Secretary-General for Safety will open the debate.",
            target="Le (La) Secrétaire général(e) ouvrira le débat sur la sûreté.",
            flagged=("Secrétaire général",),
            is_close=True,
        ),
        Example(
            source="The General Assembly decided",
            target="Le Conseil de sécurité a décidé",
            flagged=("Conseil de sécurité",),
        ),
        Example(source="Mr. Okoye was elected.", target="Mme Okoye a été élue.", flagged=("Mme",)),
        Example(source="The Third Committee met.", target="La Troisième Commission s’est réunie."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
