"""Which term is right for a concept, what is there to say about it, and where is one? The checks on terms share the
answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.languages import letters
from tmtool.model import Concept, Occurrence, Span, Term
from tmtool.model.wording import Wording, joined, say, word
from tmtool.text.term_words import abbreviation


def best_term(concept: Concept, draft: Draft, rejected: Term | None = None) -> Term | None:
    """Returns what to write for a concept: the term that replaces a `rejected` one, else the accepted one that the
    document writes most often elsewhere, else the best; None if the term base has none."""
    terms = concept.in_language(draft.target_language)
    if rejected is not None and rejected.replaced_by:
        known = next((term for term in terms if term.text == rejected.replaced_by), None)
        return known or Term(rejected.replaced_by, rejected.language)
    accepted = [term for term in terms if term.status.accepted]
    if rejected is not None:
        alike = next((term for term in accepted if _letters(term.text) == _letters(rejected.text)), None)
        if alike is not None:
            return alike
    if rejected is not None and abbreviation(rejected.text):
        short = next((term for term in accepted if abbreviation(term.text)), None)
        if short is not None:
            return replace(short, gender=short.gender or accepted[0].gender)
    if not accepted or abbreviation(accepted[0].text) or not draft.is_document:
        return next(iter(accepted), None)
    used = _used(Same(draft.pairs))[concept.id]
    return max((term for term in accepted if not abbreviation(term.text)), key=lambda term: used[term.text])


@lru_cache(maxsize=2)  # asked at each finding
def _used(pairs: Same[Pair]) -> defaultdict[str, Counter[str]]:
    """Returns how often a document writes each term of each concept that the sources name there."""
    used: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        named = {one.concept.id for one in pair.source_terms}
        for one in pair.target_terms:
            if one.concept.id in named or pair.source is None:
                used[one.concept.id][one.term.text] += 1
    return used


def _letters(text: str) -> str:
    """Returns the letters of a term without case, accents, hyphens and spaces: États Unis is États-Unis."""
    return re.sub(r"[\W_]", "", letters.fold(text))


def counsel(mention: Occurrence, pair: Pair, draft: Draft, rejected: Term | None = None) -> Wording:
    """Returns the concept that is meant, by its words in the source, its term, and the notes on both: "“demand”; the
    term is “demande”. Note: …"."""
    return _said(mention.span.of(pair.source or ""), mention.concept, draft, rejected)


def counsel_alone(concept: Concept, draft: Draft, rejected: Term | None = None) -> Wording:
    """Returns the same as `counsel` where the source does not have the concept, or there is none: the concept by its
    own term."""
    named = next((term.text for term in concept.in_language(draft.source_language)), "") or concept.id
    return _said(named, concept, draft, rejected)


def _said(named: str, concept: Concept, draft: Draft, rejected: Term | None) -> Wording:
    best = best_term(concept, draft, rejected)
    domain = say(" ({domain})", domain=word(concept.domain)) if concept.domain else ""
    advice = say("; the term is “{term}”", term=best.text) if best else ""
    of_terms = (rejected.note if rejected else "", best.note if best else "")
    of_concept = concept.note_between(draft.source_language, draft.target_language)
    notes = dict.fromkeys(note for note in (*of_terms, of_concept) if note.strip())
    note = say(" Note: {notes}.", notes=joined(notes, say("; "))) if notes else ""
    return say("“{named}”{domain}{advice}.{note}", named=named, domain=domain, advice=advice, note=note)


def pieces(occurrence: Occurrence) -> tuple[Span, ...]:
    """Returns the places of the words of a term: one span, or several with other words between."""
    return occurrence.parts or (occurrence.span,)


def is_in_name(mention: Occurrence, source: str) -> bool:
    """Tells whether a term has capitals that are not its own: Office for Outer Space Affairs."""
    text, term = mention.span.of(source), mention.term.text
    return any(word[0].isupper() for word in text.split()[mention.span.start == 0 :]) and text != term
