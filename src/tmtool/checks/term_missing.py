"""Is a concept of the source without any of its accepted terms in the translation? (docs/un-french.md, fact 97.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.advice import best_term, counsel
from tmtool.checks.check import Example, SegmentCheck, Spot
from tmtool.checks.draft import Draft, Pair
from tmtool.languages.language import Language
from tmtool.model import Concept, Level, Term

_TAKEN_UP = frozenset({"proper", "phrase"})
"""Parts of speech of what French takes up by a pronoun or words otherwise all the time: names and set phrases."""


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    if not pair.target.strip() or draft.target is None:
        return
    done = {occurrence.concept.id for occurrence in (*pair.target_terms, *pair.split_terms)}
    words = {draft.target.fold_case(span.of(pair.target)) for span in draft.target.words(pair.target)}
    for mention in pair.source_terms:
        concept = mention.concept
        if (
            mention.term.part_of_speech in _TAKEN_UP
            or concept.id in done
            or best_term(concept, draft) is None
            or " " not in mention.span.of(pair.source or "")
        ):
            continue
        done.add(concept.id)
        if not _traces(concept, draft.target) & words:
            yield Spot(
                f"Nothing here is an accepted term for {counsel(mention, pair, draft)}",
                source_span=mention.span,
            )


def _traces(concept: Concept, language: Language) -> set[str]:
    """The forms of every word of content in the accepted terms: "le Conseil" is a trace of the Conseil de sécurité."""
    return {
        form
        for term in concept.in_language(language.tag)
        if term.status.accepted
        for span in language.words(term.text)
        if language.fold(span.of(term.text)) not in language.function_words
        for form in language.forms(span.of(term.text), "")
    }


_ASSISTANCE = Concept("assistance", (Term("technical assistance", "en"), Term("assistance technique", "fr")))
_COUNCIL = Concept(
    "security-council",
    (
        Term("Security Council", "en", part_of_speech="proper"),
        Term("Conseil de sécurité", "fr", part_of_speech="proper"),
    ),
)

CHECK = SegmentCheck(
    name="term-missing",
    level=Level.INFO,
    its_type="terminology",
    needs_source=True,
    yields_to=("term-contrast", "term-deprecated", "term-variant"),
    summary="The source names a concept and the translation has none of its accepted terms.",
    reason=(
        "Often right all the same: French takes up a term by a pronoun or another construction, so on published "
        "texts most of these are false alarms, and the level is info. A word of the term is enough for silence (le "
        "Conseil); terms of one word in the source, names and set phrases are not looked for."
    ),
    examples=(
        Example(
            source="Technical assistance was offered.",
            target="Une aide a été offerte.",
            flagged=("",),
            concepts=(_ASSISTANCE,),
        ),
        Example(
            source="Technical assistance was offered.",
            target="Une assistance technique a été offerte.",
            concepts=(_ASSISTANCE,),
        ),
        Example(
            source="Technical assistance was offered.", target="L’assistance a été offerte.", concepts=(_ASSISTANCE,)
        ),
        Example(
            source="Technical assistance was offered.",
            target="L’assistance, financière et technique, a été offerte.",
            concepts=(_ASSISTANCE,),
        ),
        Example(
            source="The Security Council met, and the Security Council decided.",
            target="Il s’est réuni et a décidé.",
            concepts=(_COUNCIL,),
        ),
    ),
    look=look,
)
