"""Is a term of another concept in the place of the one that the source names: taux d’intérêt for exchange rate?

A contrast is declared for two concepts that are often taken for each other; a tired translator exchanges any two. What
tells an exchange from a free translation are the odds: nothing answers to either term, and each is where the words
about the other have their counterparts (docs/decisions/0036-exchanges-by-odds.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.put_otherwise import leaving_phrases
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.term.advice import best_term, counsel
from tmtool.checks.evidence.term.domains import MEETINGS
from tmtool.checks.evidence.term.set_phrases import is_in_set_phrase
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say
from tmtool.text.term_words import abbreviation

_NOUNS = frozenset({"", "noun"})
"""Parts of speech of what is compared: a name has checks of its own, a verb or a set phrase is said in many ways."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each term of the translation that is in the place of a term of the source and belongs to another
    concept."""
    lost, gained = _lost(pair, draft), _gained(pair, draft)
    level = Level.HINT if draft.is_turned else Level.WARNING
    done: set[str] = set()
    for mention in lost if gained else ():
        if mention.concept.id in done:
            continue
        others = [other for other in gained if _may_be_exchanged(mention, other, draft)]
        meant = counsel(mention, pair, draft) if others else ""
        for other in others:
            flag = Flag(
                say("“{here}” is another concept than {counsel}", here=other.span.of(pair.target), counsel=meant),
                target_span=other.span,
                source_span=mention.span,
                level=level,
            )
            several = " " in mention.term.text and " " in other.term.text
            if are_odd(flag, pair, draft, framed=not several):
                done.add(mention.concept.id)
                yield flag
                break


def _lost(pair: Pair, draft: Draft) -> list[Occurrence]:
    """Returns where the source names a concept that the translation has no term for."""
    done = {one.concept.id for one in (*pair.target_terms, *pair.split_terms)}
    return [
        one
        for one in _whole(pair.source_terms)
        if one.concept.id not in done and best_term(one.concept, draft) is not None
    ]


def _gained(pair: Pair, draft: Draft) -> list[Occurrence]:
    """Returns the accepted terms of the translation that are none of a concept of the source, not even in part, nor in
    a set phrase."""
    named = {one.concept.id for one in pair.source_terms}
    accepted = [one for one in pair.target_terms if one.term.status.accepted]
    meant = Spanned([one for one in accepted if one.concept.id in named], lambda one: one.span)
    return [
        one
        for one in _whole(accepted)
        if not any(True for _ in meant.touching(one.span))
        and not is_in_set_phrase(pair.target, one.span, draft.target_language)
    ]


def _whole(terms: list[Occurrence] | tuple[Occurrence, ...]) -> list[Occurrence]:
    """Returns the terms that are nouns in one piece and in no longer term, and no abbreviations."""
    every = Spanned(terms, lambda one: one.span)
    return [
        one
        for one in terms
        if one.term.part_of_speech in _NOUNS
        and not one.parts
        and not abbreviation(one.term.text)
        and every.none_beyond(one.span)
    ]


def _may_be_exchanged(mention: Occurrence, other: Occurrence, draft: Draft) -> bool:
    """Tells whether two terms say so much that the one cannot be another word for the other: both of several words, or
    of one field."""
    domains = mention.concept.domain, other.concept.domain
    if MEETINGS in domains:
        return False
    several = " " in mention.term.text and " " in other.term.text
    return (several or domains[0] == domains[1]) and not _is_term_of(other.term, mention.concept, draft)


def _is_term_of(term: Term, concept: Concept, draft: Draft) -> bool:
    """Tells whether a concept has this term too, be it accepted or not."""
    return any(one.text.lower() == term.text.lower() for one in concept.in_language(draft.target_language))


def _concept(name: str, en: str, fr: str) -> Concept:
    return Concept(name, (Term(en, "en"), Term(fr, "fr")))


_COASTAL = _concept("coastal-state", "coastal State", "État côtier")
_PORT = _concept("port-state", "port State", "État du port")

CHECK = SegmentCheck(
    name="term-concept",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, pair="word_translations.tsv.xz"),
    yields_to=("term-contrast", "term-deprecated", "term-variant"),
    summary="A term of another concept is in the place of the one that the source names.",
    reason=(
        "A tired translator keeps to the field and takes the next term: taux d’intérêt for exchange rate. "
        "Reported where the source names a concept of the term base and the translation has none of its "
        "terms, but one of a concept that the source does not name, if neither could have a counterpart anywhere, by "
        "learnt probabilities of translation. Both terms have several words, or are of one domain; names, verbs, and "
        "the words of meetings are left out, since each body has its own. A hint in laws, in free translations, and "
        "where the translation is not in the language for which this was counted."
    ),
    examples=(
        Example(
            source="Members lose their votes if they do not settle their arrears.",
            target="Faute de s’en acquitter, les membres perdent leurs voix.",
            concepts=(_concept("fault", "misconduct", "faute"), _concept("debt", "arrears", "arriérés")),
        ),
        Example(
            source="The flag of the coastal State was hoisted.",
            target="Le pavillon de l’État du port a été hissé.",
            flagged=("État du port",),
            concepts=(_COASTAL, _PORT),
        ),
        Example(
            source="The flag of the coastal State was hoisted.",
            target="Le pavillon de l’État côtier a été hissé.",
            concepts=(_COASTAL, _PORT),
        ),
        Example(
            source="The coastal State informed the port State.",
            target="Il en a informé l’État du port.",
            concepts=(_COASTAL, _PORT),
        ),
        Example(
            source="Unaccompanied minors were placed in foster families.",
            target="Les jeunes délinquants ont été placés dans des familles d’accueil.",
            flagged=("jeunes délinquants",),
            concepts=(
                _concept("unaccompanied-minor", "unaccompanied minor", "mineur non accompagné"),
                _concept("juvenile-offender", "juvenile offender", "jeune délinquant"),
            ),
        ),
        Example(
            source="Le pavillon de l’État du port a été hissé.",
            target="The flag of the coastal State was hoisted.",
            source_language="fr",
            target_language="en",
            flagged=("coastal State",),
            concepts=(_COASTAL, _PORT),
        ),
    ),
    look=leaving_phrases(hints_where_free(look)),
)
