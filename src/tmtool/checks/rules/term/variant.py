"""Is a term rendered word for word, or with one word of its translation changed? (docs/un-french.md, facts 97 and 98.)

No list holds every wrong term; `evidence.term.word_for_word` finds the phrases that were made up. One that is a term
for something else in the source is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.put_otherwise import leaving_phrases
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.term.advice import best_term, counsel, is_in_name
from tmtool.checks.evidence.term.domains import MEETINGS
from tmtool.checks.evidence.term.repair import replacement
from tmtool.checks.evidence.term.word_for_word import WordForWord
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, unanswered_odds
from tmtool.model import Concept, Level, Occurrence, Span, Term, TermStatus
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a term of the source is rendered word for word, or by its term with one word
    changed."""
    known = draft.language_pair
    assert draft.source is not None and draft.target is not None and known is not None and known.links is not None
    done = {one.concept.id for one in (*pair.target_terms, *pair.split_terms)}
    terms = Spanned(pair.source_terms, lambda one: one.span)
    goes_on = draft.source.pattern("goes-on")
    mentions = [
        one
        for one in pair.source_terms
        if one.concept.id not in done
        and _is_whole(one, terms)
        and not is_in_name(one, pair.source or "")
        and not goes_on.match(pair.source or "", one.span.end)
    ]
    if not mentions or not pair.target:
        return
    phrases = WordForWord(pair.source or "", pair.target, draft.source, draft.target, known.links)
    for mention in mentions:
        if mention.concept.id in done:
            continue
        done.add(mention.concept.id)
        calque = phrases.calque(mention)
        found = calque or phrases.near_miss(mention)
        best = best_term(mention.concept, draft)
        if found is None or best is None or _taken(found, pair, mention):
            continue
        text = found.of(pair.target)
        wrong = Occurrence(
            found, mention.concept, Term(text.lower(), best.language, part_of_speech=best.part_of_speech)
        )
        right = replacement(wrong, best, pair, draft)
        flag = Flag(
            say("“{here}” is no term for {counsel}", here=text, counsel=counsel(mention, pair, draft)),
            target_span=right.span,
            source_span=mention.span,
            suggestion=right.text,
        )
        at = replace(flag, target_span=found)
        is_sure = calque is None and mention.concept.domain != MEETINGS and are_odd(at, pair, draft)
        yield replace(flag, level=Level.WARNING) if is_sure else flag


def _is_whole(mention: Occurrence, others: Spanned[Occurrence]) -> bool:
    """Tells whether a term is whole: not inside another or across it, which its translation may not show."""
    if mention.parts or mention.term.part_of_speech not in ("", "noun"):
        return False
    return others.none_beyond(mention.span)


def _taken(found: Span, pair: Pair, mention: Occurrence) -> bool:
    """Tells whether the words found are a term for something else in the source."""
    taking = [one for one in pair.target_terms if one.span.overlaps(found) and one.term.status.accepted]
    if any(one.span.start < found.start or one.span.end > found.end for one in taking):
        return True
    named = {one.concept.id for one in pair.source_terms if taking and not one.span.overlaps(mention.span)}
    return any(one.concept.id in named for one in taking)


def _concept(name: str, en: str, fr: str) -> Concept:
    return Concept(name, (Term(en, "en"), Term(fr, "fr")))


_ENTRY = _concept("illegal-entry", "illegal entry", "entrée irrégulière")
_GROUP = _concept("organized-criminal-group", "organized criminal group", "groupe criminel organisé")
_STAFF = Concept(
    "national-staff",
    (
        Term("national staff", "en"),
        Term("personnel recruté sur le plan national", "fr"),
        Term("personnel national", "fr", TermStatus.ADMITTED),
    ),
)
_ASSISTANCE = Concept(
    "assistance",
    (
        Term("technical assistance", "en"),
        Term("assistance technique", "fr"),
        Term("aide technique", "fr", TermStatus.DEPRECATED),
    ),
)

CHECK = SegmentCheck(
    name="term-variant",
    level=Level.HINT,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, pair="word_links.tsv.xz", one_way=True, lexicon=True),
    yields_to=("term-contrast", "term-deprecated"),
    summary="A term of the source is rendered word for word, or by its term with one word changed.",
    reason=(
        "Who does not look a term up translates its words, and gets a phrase that reads well and is not the term. It "
        "is reported where the translation has no accepted term for the concept, and a noun phrase of which each word "
        "translates a word of the source term; or the accepted term but for one word, to which nothing in the source "
        "answers. Only the latter is shown unless it is asked for, as a warning: where neither that word nor the one "
        "of the source could have a counterpart, by learnt probabilities of translation, and it is of no meeting. A "
        "phrase of which each word is right may be the term of another house. Only from English to French, for which "
        "there is a table of words that translate each other."
    ),
    examples=(
        Example(
            source="Prevention of crime against the environment",
            target="La prévention des infractions visant l’environnement",
            concepts=(_concept("prevention", "prevention of crime", "prévention du crime"),),
        ),
        Example(
            source="Illegal entry is an offence.",
            target="L’entrée clandestine est une infraction.",
            flagged=("entrée clandestine",),
            concepts=(_ENTRY,),
        ),
        Example(
            source="The organized criminal group used drones.",
            target="La bande criminelle organisée utilisait des drones.",
            flagged=("La bande criminelle organisée",),
            concepts=(_GROUP,),
        ),
        Example(
            source="The organized criminal group used drones.",
            target="Le groupe utilisait des drones.",
            concepts=(_GROUP,),
        ),
        Example(
            source="Nine teachers left, most of them national staff.",
            target="Neuf enseignants, la plupart recrutés sur le plan national, sont partis.",
            concepts=(_STAFF,),
        ),
        Example(
            source="Nine teachers left, most of them national staff.",
            target="Neuf enseignants, la plupart payés sur le plan national, sont partis.",
            flagged=("plan national",),
            concepts=(_STAFF,),
        ),
        Example(
            source="Technical assistance was offered.",
            target="Une aide technique a été offerte.",
            concepts=(_ASSISTANCE,),
        ),
        Example(
            source="The exchange rate was fixed at 1.20 dollars.",
            target="Le taux d’intérêt a été fixé à 1,20 dollar.",
            flagged=("taux d’intérêt",),
            concepts=(_concept("exchange-rate", "exchange rate", "taux de change"),),
        ),
        Example(source="Illegal entry is an offence.", target="Cet acte est une infraction.", concepts=(_ENTRY,)),
    ),
    look=leaving_phrases(hints_where_free(look)),
)
