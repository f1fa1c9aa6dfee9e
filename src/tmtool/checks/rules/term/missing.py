"""Is a concept of the source without any of its accepted terms in the translation? (docs/un-french.md, fact 97.)"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.put_otherwise import leaving_phrases
from tmtool.checks.evidence.register import is_free
from tmtool.checks.evidence.term.absent import may_go_unnamed
from tmtool.checks.evidence.term.advice import best_term, counsel, is_in_name
from tmtool.checks.evidence.term.domains import MEETINGS
from tmtool.checks.evidence.term.instead import noun_instead, phrase_instead
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages.language import Language
from tmtool.languages.stems import WHOLE_STEM, content
from tmtool.model import Concept, Level, Occurrence, Term
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say

_NOUNS = frozenset({"", "noun"})
"""Parts of speech of what is looked for: names are taken up by pronouns, verbs and set phrases said otherwise."""
_SURE = 1.5
"""Outside agendas a word is missed for sure if it has no counterpart so seldom."""
_LONG = 3
"""Words of content of a name that is looked for (not United States), and of a term that may hold another."""
_OFTEN = 3


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the source names a concept, and other words are where its term should be."""
    terms = Spanned(pair.source_terms, lambda one: one.span)
    mentions = _mentions(pair, draft, terms)
    if not mentions:
        return
    assert draft.target is not None
    words = set(map(draft.target.fold_case, draft.target.words_written(pair.target)))
    both = linked(pair, draft)
    for mention in mentions:
        if (instead := phrase_instead(mention, pair, draft)) is not None:
            yield Flag(
                say("This is not an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=instead.span,
                source_span=mention.span,
                level=_level(instead.span.of(pair.target), instead.surprise, mention, draft),
            )
            continue
        if not _stands_alone(mention, terms) or _traces(mention.concept, draft.target) & words:
            continue
        other = noun_instead(mention, *both.sides) if both else None
        if other is not None and not may_go_unnamed(mention, pair, draft):
            yield Flag(
                say("Nothing here is an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=other,
                source_span=mention.span,
                level=Level.HINT if draft.is_turned else None,
            )


def _level(words: str, surprise: float, mention: Occurrence, draft: Draft) -> Level:
    """Returns the level of other words in the place of a term: an info for a short one outside an agenda, where it is
    rarely more than a common phrase (conditions de vie for quality of life), unless the word of it that is lost hardly
    ever is and it is of no meeting."""
    if _may_be_of_the_house(words, mention, draft):
        return Level.HINT
    if draft.is_close or _is_long(mention.term):
        return Level.WARNING
    sure = surprise >= _SURE and mention.concept.domain != MEETINGS and not is_free(draft)
    return Level.WARNING if sure else Level.INFO


def _may_be_of_the_house(words: str, mention: Occurrence, draft: Draft) -> bool:
    """Tells whether a document may have words of its own for a concept: it has them each time, or they are about
    meetings and their papers, which each body calls in its way."""
    return _is_usage(words, mention.concept, draft) or (draft.is_document and mention.concept.domain == MEETINGS)


def _is_usage(words: str, concept: Concept, draft: Draft) -> bool:
    """Tells whether a document has these words for a concept each time, three times or more: its body's own term."""
    if not draft.is_document:
        return False
    targets = [pair.target for pair in draft.pairs if any(one.concept.id == concept.id for one in pair.source_terms)]
    return len(targets) >= _OFTEN and all(words.lower() in target.lower() for target in targets)


def _mentions(pair: Pair, draft: Draft, terms: Spanned[Occurrence]) -> list[Occurrence]:
    """Returns the first mention of each concept that the translation has no term for, of those worth looking for."""
    done = {occurrence.concept.id for occurrence in (*pair.target_terms, *pair.split_terms)}
    found = []
    for mention in pair.source_terms:
        if (
            mention.concept.id not in done
            and (mention.term.part_of_speech in _NOUNS or _is_long_name(mention.term))
            and not mention.parts
            and " " in mention.span.of(pair.source or "")
            and best_term(mention.concept, draft) is not None
            and "," not in mention.span.of(pair.source or "")  # use, and irrespective of the date
            and not is_in_name(mention, pair.source or "")
            and not _is_part(mention, terms)
            and (_is_long(mention.term) or _stands_alone(mention, terms))
        ):
            found.append(mention)
            done.add(mention.concept.id)
    return found


def _is_long_name(term: Term) -> bool:
    return term.is_name and _is_long(term)


def _is_long(term: Term) -> bool:
    """Tells whether a term has so many words of content that a few of them tell it."""
    return len(content(term.text, term.language, WHOLE_STEM)) >= _LONG


def _is_part(mention: Occurrence, terms: Spanned[Occurrence]) -> bool:
    """Tells whether a term lies in a longer one, or overlaps one."""
    return not terms.none_beyond(mention.span)


def _stands_alone(mention: Occurrence, terms: Spanned[Occurrence]) -> bool:
    """Tells whether a term is no name, and holds no other one."""
    near = terms.touching(mention.span)
    return mention.term.part_of_speech in _NOUNS and all(other.span == mention.span for other in near)


def _traces(concept: Concept, language: Language) -> set[str]:
    """Returns the forms of every word of content in the accepted terms: "le Conseil" is a trace of the Conseil de
    sécurité."""
    return {
        form
        for term in concept.accepted_in(language.tag)
        for span in language.words(term.text)
        if language.fold(span.of(term.text)) not in language.function_words
        for form in language.forms(span.of(term.text), "")
    }


_ASSISTANCE = Concept("assistance", (Term("technical assistance", "en"), Term("assistance technique", "fr")))
_MIDDLE_INCOME = Concept(
    "middle-income-country", (Term("middle-income country", "en"), Term("pays à revenu intermédiaire", "fr"))
)
_POPULATION = Concept(
    "commission-on-population-and-development",
    (
        Term("Commission on Population and Development", "en", part_of_speech="proper"),
        Term("Commission de la population et du développement", "fr", part_of_speech="proper"),
    ),
)
_MANDATE = Concept("terms-of-reference", (Term("terms of reference", "en"), Term("mandat", "fr")))

CHECK = SegmentCheck(
    name="term-missing",
    level=Level.HINT,
    its_type="terminology",
    requires=Needs(source=True, terms=Sides.BOTH, pair="word_links.tsv.xz"),
    yields_to=(
        "meaning-opposite",
        "term-concept",
        "term-contrast",
        "term-deprecated",
        "term-field",
        "term-variant",
    ),
    summary="The source names a concept, and other words are in the place of its term.",
    reason=(
        "French takes up a term by a pronoun or another construction, so that its absence alone tells nothing. It is "
        "noted where no word of the term has a counterpart, and a noun to which nothing in the source answers is "
        "in its place. A word of an accepted term is enough for silence (le Conseil), unless a word to which nothing "
        "answers is joined to it on the side where the term has another one: pays à revenu élevé for middle-income "
        "countries. That is a warning in an agenda, elsewhere "
        "for long terms and words that are hardly ever lost. Terms of one word in "
        "the source, names, verbs and set phrases are not looked for."
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
            source="Of those 51 countries, 43 are classified by the World Bank as middle-income countries.",
            target="Dans ce groupe, 43 pays sont classés pays à revenu élevé par la Banque mondiale.",
            flagged=("revenu élevé",),
            concepts=(_MIDDLE_INCOME,),
        ),
        Example(
            source="Of those 51 countries, 43 are classified by the World Bank as middle-income countries.",
            target="Dans ce groupe, 43 pays sont classés pays à revenu intermédiaire par la Banque mondiale.",
            concepts=(_MIDDLE_INCOME,),
        ),
        Example(
            source="The Commission on Population and Development took note of the report.",
            target="La Commission de la population et du budget a pris note du rapport.",
            flagged=("population et du budget",),
            concepts=(_POPULATION,),
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
    look=leaving_phrases(look),
)
