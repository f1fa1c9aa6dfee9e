"""Is a concept of the source without any of its accepted terms in the translation? (docs/un-french.md, fact 97.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.advice import best_term, counsel
from tmtool.checks.evidence.linked import linked
from tmtool.checks.evidence.sides import Side, in_place_of
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import Concept, Level, Occurrence, Span, Term
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say

_NOUNS = frozenset({"", "noun"})
"""Parts of speech of what is looked for: names are taken up by pronouns, verbs and set phrases said otherwise."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the source names a concept, and other words are where its term should be."""
    mentions = _mentions(pair, draft)
    if not mentions:
        return
    assert draft.target is not None
    words = {draft.target.fold_case(span.of(pair.target)) for span in draft.target.words(pair.target)}
    both = linked(pair, draft)
    for mention in mentions:
        if _traces(mention.concept, draft.target) & words:
            continue
        other = _in_its_place(mention, *both.sides) if both else None
        if other is not None:
            yield Flag(
                say("Nothing here is an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=other,
                source_span=mention.span,
            )


def _mentions(pair: Pair, draft: Draft) -> list[Occurrence]:
    """Returns the first mention of each concept that the translation has no term for, of those worth looking for."""
    done = {occurrence.concept.id for occurrence in (*pair.target_terms, *pair.split_terms)}
    terms = Spanned(pair.source_terms, lambda one: one.span)
    found = []
    for mention in pair.source_terms:
        if (
            mention.concept.id not in done
            and mention.term.part_of_speech in _NOUNS
            and " " in mention.span.of(pair.source or "")
            and best_term(mention.concept, draft) is not None
            and not _is_in_name(mention, pair.source or "")
            and all(other.span == mention.span for other in terms.touching(mention.span))
        ):
            found.append(mention)
            done.add(mention.concept.id)
    return found


def _is_in_name(mention: Occurrence, source: str) -> bool:
    """Tells whether a term has capitals that are not its own: Office for Outer Space Affairs."""
    text, term = mention.span.of(source), mention.term.text
    return any(word[0].isupper() for word in text.split()[mention.span.start == 0 :]) and text != term


def _traces(concept: Concept, language: Language) -> set[str]:
    """Returns the forms of every word of content in the accepted terms: "le Conseil" is a trace of the Conseil de
    sécurité."""
    return {
        form
        for term in concept.in_language(language.tag)
        if term.status.accepted
        for span in language.words(term.text)
        if language.fold(span.of(term.text)) not in language.function_words
        for form in language.forms(span.of(term.text), "")
    }


def _in_its_place(mention: Occurrence, of_source: Side, of_target: Side) -> Span | None:
    """Returns the noun of the translation that is where the term should be and answers to nothing in the source, or
    None where there is none, or where a word of the term has its counterpart."""
    inside = [place for place, word in enumerate(of_source.words) if mention.span.overlaps(word.span)]
    if not all(of_source.strictly_alone[place] for place in inside):
        return None
    for index, word in enumerate(of_target.words):
        if (
            of_target.strictly_alone[index]
            and language_of(of_target.language).word_classes.is_noun(word.span.of(of_target.text).lower())
            and any(in_place_of(of_source, place, index, len(of_target.words)) for place in inside)
        ):
            return word.span
    return None


_ASSISTANCE = Concept("assistance", (Term("technical assistance", "en"), Term("assistance technique", "fr")))
_MANDATE = Concept("terms-of-reference", (Term("terms of reference", "en"), Term("mandat", "fr")))

CHECK = SegmentCheck(
    name="term-missing",
    level=Level.INFO,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, pair="word_links.tsv"),
    yields_to=("term-contrast", "term-deprecated", "term-variant"),
    summary="The source names a concept, and other words are where its term should be.",
    reason=(
        "French takes up a term by a pronoun or another construction, so that its absence alone tells nothing. It is "
        "noted where no word of the term has a counterpart, and a noun to which nothing in the source answers is "
        "in its place. A word of an accepted term is enough for silence (le Conseil); terms of one word in the source, "
        "names, verbs and set phrases are not looked for."
    ),
    examples=(
        Example(
            source="The Commission developed the terms of reference of the review.",
            target="La Commission a élaboré les directives de l’examen.",
            flagged=("directives",),
            concepts=(_MANDATE,),
        ),
        Example(
            source="The Commission developed the terms of reference of the review.",
            target="La Commission a élaboré son mandat.",
            concepts=(_MANDATE,),
        ),
        Example(
            source="The Commission developed the terms of reference of the review.",
            target="La Commission l’a élaboré pour l’examen.",
            concepts=(_MANDATE,),
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
            source="The Technical Assistance Trust has an office.",
            target="Le fonds dispose d’un local.",
            concepts=(_ASSISTANCE,),
        ),
    ),
    look=look,
)
