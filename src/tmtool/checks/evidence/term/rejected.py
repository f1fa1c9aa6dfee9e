"""Which terms that the term base rejects does a translation use, where nothing excuses it?

A list of wrong renderings is quiet only with a licence: the form is reported where the source names its concept and the
accepted terms in the target do not already account for that, and never where another concept of the source accepts the
same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.language.same_text import begins_a_kept_name, is_copied, is_in_an_address
from tmtool.checks.evidence.term.advice import pieces
from tmtool.checks.evidence.term.other_house import is_of_another_house, stands_for_several
from tmtool.checks.evidence.term.set_phrases import is_in_set_phrase
from tmtool.languages.language import Language
from tmtool.model import Concept, Occurrence, Span
from tmtool.model.span_index import Covered, Spanned

_IN_CAPITALS = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]")
_LAST_WORD, _FIRST_WORD = re.compile(r"(\w+) $"), re.compile(r"\w+")
_WORD = 40
"""Characters before a term in which the word right before it is."""


@dataclass(frozen=True, slots=True)
class RejectedUse:
    """A `RejectedUse` is a rejected term at a place of a translation, and where the source names its concept; None
    where it does not."""

    occurrence: Occurrence
    mention: Occurrence | None


def rejected_uses(pair: Pair, draft: Draft) -> Iterator[RejectedUse]:
    """Yields each use of a term that the term base rejects for its concept, of those that nothing excuses."""
    uses = _Uses(pair)
    reported = Covered(len(pair.target))
    for occurrence in uses.rejected:
        if reported.overlaps(occurrence.span) or _is_excused(occurrence, uses, pair, draft):
            continue
        mentions, rendered = uses.mentions(occurrence.concept), uses.rendered(occurrence)
        if mentions and rendered >= len(mentions):
            continue
        if not mentions and (
            occurrence.parts or " " not in occurrence.term.text or _is_cut_from_a_compound(occurrence.span, pair.target)
        ):
            continue
        reported.cover(occurrence.span)
        yield RejectedUse(occurrence, mentions[min(rendered, len(mentions) - 1)] if mentions else None)


class _Uses:
    """`_Uses` are the terms that both texts of a pair use: those of the target that are rejected, of concepts that the
    source names first, and those that are accepted; and where the source names a concept."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self.in_source = {occurrence.concept.id for occurrence in pair.source_terms}
        accepted = [occurrence for occurrence in pair.target_terms if occurrence.term.status.accepted]
        self.accepted = Spanned(accepted, lambda one: one.span)
        self.rejected = sorted(
            (occurrence for occurrence in pair.target_terms if not occurrence.term.status.accepted),
            key=lambda one: (one.concept.id not in self.in_source, one.span.start),
        )
        self._renderings: defaultdict[str, list[Occurrence]] = defaultdict(list)
        for other in accepted:
            self._renderings[other.concept.id].append(other)
        self._mentions: dict[str, list[Occurrence]] = {}

    def mentions(self, concept: Concept) -> list[Occurrence]:
        """Returns where the source names a concept: of "The Chair sat on a broken chair" only the first is the
        officer."""
        if concept.id not in self._mentions:
            named = [other for other in self._pair.source_terms if other.concept.id == concept.id]
            spelt = [other for other in named if _is_spelt_as_named(other, self._pair.source or "")]
            self._mentions[concept.id] = spelt or named
        return self._mentions[concept.id]

    def rendered(self, occurrence: Occurrence) -> int:
        """Counts how often accepted terms say the concept of a rejected one that they are no short form of, nor in
        brackets after it."""
        return sum(
            not _shortens(other.term.text, occurrence.term.text) and not self._is_in_brackets_after(occurrence, other)
            for other in self._renderings[occurrence.concept.id]
        )

    def _is_in_brackets_after(self, occurrence: Occurrence, other: Occurrence) -> bool:
        return self._pair.target[occurrence.span.end : other.span.start].strip() == "("


def _is_excused(occurrence: Occurrence, uses: _Uses, pair: Pair, draft: Draft) -> bool:
    """Tells whether words around a rejected term say that another thing is meant, or that it is a name or a copy."""
    span, text = occurrence.span, pair.target
    if draft.target is not None and is_in_set_phrase(text, span, draft.target.tag):
        return True
    around = uses.accepted.touching(span)
    if any(_licenses(other, occurrence, uses.in_source, alone=pair.source is None) for other in around):
        return True
    if draft.target is not None and _is_of_a_verb(span, text, draft.target):
        return True
    return (
        is_in_an_address(span, text)
        or _is_part_of_a_name(occurrence, pair, draft)
        or (not uses.mentions(occurrence.concept) and _is_in_capitals(occurrence, pair))
        or is_copied(span, text, pair.source or "")
        or begins_a_kept_name(span, text, pair.source or "")
        or _has_capitals_of_another_house(occurrence, uses, pair)
        or _is_of_several(occurrence, uses, pair)
    )


def _is_of_several(occurrence: Occurrence, uses: _Uses, pair: Pair) -> bool:
    """Tells whether each mention of a concept is an abbreviation of it in the plural."""
    mentions = uses.mentions(occurrence.concept)
    return bool(mentions) and all(stands_for_several(one, occurrence.term.text, pair.source or "") for one in mentions)


def _has_capitals_of_another_house(occurrence: Occurrence, uses: _Uses, pair: Pair) -> bool:
    """Tells whether a rejected term differs from an accepted one by its capitals alone, and the source names the office
    of an organization that may write it so."""
    mentions, term = uses.mentions(occurrence.concept), occurrence.term
    return (
        bool(mentions)
        and all(is_of_another_house(one, pair.source or "") for one in mentions)
        and any(
            one.status.accepted and one.text.lower() == term.text.lower()
            for one in occurrence.concept.in_language(term.language)
        )
    )


def _is_cut_from_a_compound(span: Span, text: str) -> bool:
    """Tells whether a term begins within a word with hyphens: état-*major général*."""
    return text.endswith("-", 0, span.start) and text[: span.start - 1][-1:].isalpha()


def _is_of_a_verb(span: Span, text: str, language: Language) -> bool:
    """Tells whether the first word is a verb, since it may be a finite one and a noun or a number is right before it:
    « le chapitre 3 traite des migrants », but « 96 résumés »."""
    before, first = _LAST_WORD.search(text, max(0, span.start - _WORD), span.start), _FIRST_WORD.match(text, span.start)
    if before is None or first is None or "verb" not in language.grammar(first[0].lower()):
        return False
    word = before[1].lower()
    return word.isdigit() or (word not in language.function_words and language.word_classes.is_noun(word))


def _is_part_of_a_name(occurrence: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether the words belong to an official name that the text has, in full or in short: « l’Agenda 2063 … cet
    agenda ». In an agenda the name may have been given in another segment."""
    words = occurrence.span.of(pair.target).lower()
    pairs = draft.pairs if draft.agenda is not None else (pair,)
    return any(
        one.term.is_name and one.term.status.accepted and f"{words} " in one.term.text.lower()
        for other in pairs
        for one in other.target_terms
    )


def _is_in_capitals(occurrence: Occurrence, pair: Pair) -> bool:
    """Tells whether a common term has a capital where the source has a row of them: it begins the name of something
    else, such as Comité technique spécialisé sur les migrations."""
    capital = occurrence.span.of(pair.target)[0].isupper() and not occurrence.term.text[0].isupper()
    return capital and _IN_CAPITALS.search(pair.source or "") is not None


def _licenses(other: Occurrence, occurrence: Occurrence, in_source: set[str], *, alone: bool) -> bool:
    """Tells whether `other`, an accepted term, covers the same words and is what the writer may have meant."""
    whole, covered = pieces(other), pieces(occurrence)
    if not all(any(out.holds(piece) for out in whole) for piece in covered):
        return False
    longer = sum(out.end - out.start for out in whole) > sum(piece.end - piece.start for piece in covered)
    return longer or alone or other.concept.id in in_source


def _is_spelt_as_named(mention: Occurrence, source: str) -> bool:
    """Tells whether a term is spelt as its concept; a single word without the capital of its term is not."""
    term = mention.term.text
    return " " in term or not term[0].isupper() or mention.span.of(source)[0].isupper()


def _shortens(accepted: str, rejected: str) -> bool:
    """Tells whether an accepted term is the rejected one without some of its words: « paragraphe » elsewhere in the
    text does not render what « paragraphe opérationnel » renders wrongly."""
    short, long = accepted.split(), rejected.split()
    return len(short) < len(long) and set(short) <= set(long)
