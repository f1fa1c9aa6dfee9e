"""Does the translation name the other half of a contrast pair? (docs/un-french.md, facts 90, 92 and 98.)"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.register import is_free
from tmtool.checks.evidence.term.advice import best_term, counsel
from tmtool.checks.evidence.term.domains import BODIES, MEETINGS
from tmtool.checks.evidence.term.other_house import is_of_another_house
from tmtool.checks.evidence.term.repair import replacement
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.span_index import SpanIndex, Spanned
from tmtool.model.wording import say
from tmtool.text.term_words import forms_of, has_content, words_in

_BEFORE = 80
"""Characters before a term in which what numbers it may be."""
_USUAL = 2
"""In how many segments a document must have the term of a gathering for another one to be out of place."""
_FAMILY = 6
"""Letters that the words of a family begin with."""
_NEAR = 7
"""How many words away from a term another one may be named in short."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the source names one of two concepts that must not be confused, the
    translation the other."""
    in_source = {occurrence.concept.id: occurrence for occurrence in reversed(pair.source_terms)}
    terms = (*pair.target_terms, *pair.split_terms)
    in_target = {occurrence.concept.id for occurrence in terms if occurrence.term.status.accepted}
    lacking = [mention for concept_id, mention in in_source.items() if concept_id not in in_target]
    if not lacking:
        return
    longer = SpanIndex(one.span for one in pair.source_terms)
    by_concept: dict[str, list[int]] = {}
    for at, occurrence in enumerate(pair.target_terms):
        by_concept.setdefault(occurrence.concept.id, []).append(at)
    touching = Spanned(pair.target_terms, lambda one: one.span)
    for mention in lacking:
        if longer.holds_more_than(mention.span):
            continue  # the developed countries of "least developed countries"
        if not mention.concept.in_language(draft.target_language):
            continue  # nobody can say that its term is another
        if mention.concept.domain == BODIES and is_of_another_house(mention, pair.source or ""):
            continue
        places = sorted(at for other_id in {*mention.concept.contrasts} for at in by_concept.get(other_id, ()))
        for occurrence in (pair.target_terms[at] for at in places):
            if occurrence.concept.id in in_source or _may_be_right(occurrence, mention, pair, draft):
                continue
            around = touching.touching(occurrence.span)
            if any(third.concept.id in in_source and _accounts_for(third, occurrence) for third in around):
                continue
            usual, otherwise = _usage(mention, draft) if mention.concept.domain == MEETINGS else (0, 0)
            if otherwise > 2 or otherwise > max(1, usual):  # what is a meeting in English is a session for some bodies
                continue
            if _is_of_a_body(mention, pair, draft):
                continue
            yield _flag(occurrence, mention, pair, draft, is_usual=usual >= _USUAL)
            break


def _may_be_right(occurrence: Occurrence, mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a term of the translation is none that must be told, or may stand for other words of the source
    than the term of the other concept."""
    other, source = occurrence.concept, pair.source or ""
    return (
        not occurrence.term.status.accepted
        or _has_besides(occurrence.span.of(pair.target), mention, source)
        or _is_of_a_family(other, mention, pair, draft)
        or _may_be_named(other, mention, pair, draft)
        or _is_meant_loosely(mention, source, draft.source_language)
    )


def _is_of_a_body(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a noun of the source is that of a body which is named right behind it."""
    of_a_body = language_of(draft.source_language).pattern("of-a-body")
    return " " not in mention.term.text and of_a_body.match(pair.source or "", mention.span.end) is not None


def _flag(occurrence: Occurrence, mention: Occurrence, pair: Pair, draft: Draft, *, is_usual: bool) -> Flag:
    """Returns the flag for a term of the translation that is another concept than the one mentioned, as a hint where
    that is a gathering of which the document does not mostly say so."""
    is_loose = mention.concept.domain == MEETINGS and not _is_certain(mention, occurrence, pair, draft)
    best = best_term(mention.concept, draft)
    right = replacement(occurrence, best, pair, draft) if best else None
    return Flag(
        say(
            "“{here}” is another concept than {counsel}",
            here=occurrence.span.of(pair.target),
            counsel=counsel(mention, pair, draft),
        ),
        target_span=right.span if right else occurrence.span,
        source_span=mention.span,
        suggestion=right.text if right else None,
        level=Level.HINT if is_loose and not is_usual else _level(mention, occurrence, pair, draft),
    )


def _has_besides(words: str, mention: Occurrence, source: str) -> bool:
    """Tells whether a source has the words of the translation too, not as the term that it mentions: candidatures for
    the appointment, candidatures aux fonctions."""
    return words.lower() in f"{source[: mention.span.start]} {source[mention.span.end :]}".lower()


def _is_of_a_family(other: Concept, mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a word of the source outside the term that it mentions is of the family of the other one: nominate
    two candidates for appointment, beside nomination."""
    source = (pair.source or "").lower()
    around = f"{source[: mention.span.start]} {source[mention.span.end :]}"
    families = {
        term.text[:_FAMILY].lower()
        for term in other.terms
        if term.language == draft.source_language and term.text.isalpha() and len(term.text) > _FAMILY + 1
    }
    families.discard(mention.term.text[:_FAMILY].lower())
    return any(word.startswith(tuple(families)) for word in around.split()) if families else False


def _usage(mention: Occurrence, draft: Draft) -> tuple[int, int]:
    """Returns in how many segments of a document a gathering has its term, and in how many that of its contrast.
    "Opening of the meeting" goes with "meeting"."""
    usual = otherwise = 0
    for pair in draft.pairs if draft.is_document else ():
        named = {one.concept.id for one in pair.target_terms if one.term.status.accepted}
        in_source = {one.concept.id: one for one in pair.source_terms}
        for concept_id, one in in_source.items():
            if one.term.text.lower() in mention.term.text.lower():
                usual += concept_id in named
                otherwise += bool(named.intersection(one.concept.contrasts) - in_source.keys() - {concept_id}) and (
                    concept_id not in named
                )
    return usual, otherwise


def _level(mention: Occurrence, occurrence: Occurrence, pair: Pair, draft: Draft) -> Level | None:
    """Returns the level of an exchange, None for that of the check."""
    if draft.is_turned:
        if is_free(draft):
            return Level.HINT  # who writes for no body uses its words as everybody does: sécurité nucléaire
        if mention.concept.domain == MEETINGS and not draft.is_document:
            return Level.HINT  # what is a session of one body is a meeting of another
    if mention.concept.domain == BODIES and _has_several(mention.concept.id, draft):
        return Level.HINT
    return None if _is_certain(mention, occurrence, pair, draft) else Level.WARNING


def _has_several(concept_id: str, draft: Draft) -> bool:
    """Tells whether the text says that there are several of an office or body, which then is that of an organization
    that has names of its own: any Deputy Secretary-General."""
    return any(
        one.concept.id == concept_id and _is_one_of_many(one, pair.source or "", draft)
        for pair in draft.pairs
        for one in pair.source_terms
    )


def _is_certain(mention: Occurrence, occurrence: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether two terms of several words can be nothing else; the office of another organization may have a title
    of its own."""
    of_another = language_of(draft.source_language).pattern("of-another-body")
    if of_another.match(pair.source or "", mention.span.end):
        return False
    return " " in mention.term.text and " " in occurrence.term.text


def _is_one_of_many(mention: Occurrence, source: str, draft: Draft) -> bool:
    """Tells whether an office or body is one of several of its kind."""
    known, written = language_of(draft.source_language), mention.span.of(source)
    plural = known.pattern("plural")
    several = plural.search(written) is not None and plural.search(mention.term.text) is None
    return several or known.pattern("indefinite").search(source[: mention.span.start]) is not None


def _is_meant_loosely(mention: Occurrence, source: str, language: str) -> bool:
    """Tells whether a term stands for anything of its kind: nothing before it numbers or owns the thing."""
    known = language_of(language)
    start = mention.span.start
    is_loose = known.pattern("loose-term").fullmatch(mention.term.text) is not None
    return is_loose and not known.pattern("in-series").search(source, max(0, start - _BEFORE), start)


def _may_be_named(other: Concept, mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether the words in which another concept differs are near the term in the source, so that it may be named
    in short: "climate change mitigation, adaptation and early warning"."""
    if draft.source is None or pair.source is None:
        return False
    words = words_in(pair.source, draft.source)
    before = bisect_right(words, mention.span.start, key=lambda word: word.end)
    after = bisect_left(words, mention.span.end, key=lambda word: word.start)
    around = {word.plain for word in (*words[max(0, before - _NEAR) : before], *words[after : after + _NEAR])}
    common = _contents(mention.term, draft.source)
    return any(
        (own := [forms for forms in _contents(term, draft.source) if not any(forms & one for one in common)])
        and all(not forms.isdisjoint(around) for forms in own)
        for term in other.accepted_in(draft.source_language)
    )


def _contents(term: Term, language: Language) -> list[frozenset[str]]:
    """Returns the words of content of a term, each in its forms."""
    words = words_in(term.text, language)
    return [forms_of(words, at, term.part_of_speech, language) for at, word in enumerate(words) if has_content(word)]


def _accounts_for(third: Occurrence, occurrence: Occurrence) -> bool:
    """Tells whether a term of a third concept of the source covers these words: not inside them, as « corruption » does
    in « corruption passive »."""
    inside = occurrence.span.holds(third.span)
    return third.span.overlaps(occurrence.span) and (third.span == occurrence.span or not inside)


_SMUGGLING = Concept(
    "smuggling",
    (Term("smuggling of migrants", "en"), Term("trafic illicite de migrants", "fr")),
    contrasts=("trafficking",),
)
_TRAFFICKING = Concept(
    "trafficking", (Term("trafficking in persons", "en"), Term("traite des personnes", "fr")), contrasts=("smuggling",)
)
_PAIR = (_SMUGGLING, _TRAFFICKING)
_APPOINTMENT = Concept("appointment", (Term("appointment", "en"), Term("nomination", "fr")), contrasts=("candidature",))
_CANDIDATURE = Concept("candidature", (Term("nomination", "en"), Term("candidature", "fr")), contrasts=("appointment",))

CHECK = SegmentCheck(
    name="term-contrast",
    level=Level.ERROR,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH),
    yields_to=("names-country", "term-deprecated"),
    summary="The source names one of two concepts that must not be confused, the translation the other.",
    reason=(
        "Trafficking in persons and smuggling of migrants are two crimes, a refugee and an asylum-seeker two "
        "statuses. The exchange reads well and nobody notices. Where the source names both, or the translation has "
        "the right term too, nothing is reported. Between single words (session, réunion), which have other senses, "
        "it is a warning, and of gatherings and their records, which each body has its own words for, only where the "
        "rest of the document has the right term."
    ),
    examples=(
        Example(
            source="The smuggling of migrants increased.",
            target="La traite des personnes a augmenté.",
            flagged=("La traite des personnes",),
            concepts=_PAIR,
        ),
        Example(
            source="The smuggling of migrants increased.",
            target="Le trafic illicite de migrants a augmenté.",
            concepts=_PAIR,
        ),
        Example(
            source="Smuggling of migrants and trafficking in persons increased.",
            target="Ce trafic et la traite des personnes ont augmenté.",
            concepts=_PAIR,
        ),
        Example(source="The phenomenon increased.", target="La traite des personnes a augmenté.", concepts=_PAIR),
        Example(
            source="Candidatures for the appointment of an auditor",
            target="Candidatures aux fonctions de commissaire aux comptes",
            concepts=(_APPOINTMENT, _CANDIDATURE),
        ),
        Example(
            source="The town will nominate two persons for appointment by the Council.",
            target="La ville proposera deux candidatures au Conseil, qui choisira.",
            concepts=(_APPOINTMENT, _CANDIDATURE),
        ),
        Example(
            source="The town will propose two persons for appointment by the Council.",
            target="La ville proposera deux candidatures au Conseil, qui choisira.",
            flagged=("candidatures",),
            concepts=(_APPOINTMENT, _CANDIDATURE),
        ),
    ),
    look=look,
    by_sentence=True,
)
