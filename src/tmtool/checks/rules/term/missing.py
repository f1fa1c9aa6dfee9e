"""Is a concept of the source without any of its accepted terms in the translation? (docs/un-french.md, fact 97.)"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.register import is_free
from tmtool.checks.evidence.term.advice import best_term, counsel
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.sides import Side, in_place_of
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.languages.pairs.word_translations import WordTranslations
from tmtool.languages.stems import WHOLE_STEM, content
from tmtool.model import Concept, Level, Occurrence, Span, Term
from tmtool.model.span_index import Spanned
from tmtool.model.wording import say

_NOUNS = frozenset({"", "noun"})
"""Parts of speech of what is looked for: names are taken up by pronouns, verbs and set phrases said otherwise."""
_FREE, _FEW = 0.34, 3
"""Where a greater share of the words has no counterpart, the translation is too free to miss a word of a term; so many
words more a short text counts for."""
_SURPRISE = 1.0
"""A word is missed if it has no counterpart so seldom (`WordTranslations.surprise`)."""
_SURE = 1.5
"""Outside agendas a word is missed for sure if it has no counterpart so seldom."""
_LONG = 3
"""Words of content of a name that is looked for (not United States), and of a term that may hold another."""
_ROOT = 5
"""Letters in which two words of one family begin alike: égalité, également."""
_OFTEN = 3
_OF_GATHERINGS = "meetings"
"""The domain of sessions, meetings and what is in them."""
_JOINTS = 2
"""Small words at most between two words of a phrase: de la."""
_MARK = re.compile(r"[^\w\s'’‑-]")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the source names a concept, and other words are where its term should be."""
    terms = Spanned(pair.source_terms, lambda one: one.span)
    mentions = _mentions(pair, draft, terms)
    if not mentions:
        return
    assert draft.target is not None
    words = {draft.target.fold_case(span.of(pair.target)) for span in draft.target.words(pair.target)}
    both = linked(pair, draft)
    for mention in mentions:
        if (found := _instead(mention, pair, draft)) is not None:
            instead, surprise = found
            yield Flag(
                say("This is not an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=instead,
                source_span=mention.span,
                level=_level(instead.of(pair.target), surprise, mention, draft),
            )
            continue
        if not _stands_alone(mention, terms) or _traces(mention.concept, draft.target) & words:
            continue
        other = _in_its_place(mention, *both.sides) if both else None
        if other is not None:
            yield Flag(
                say("Nothing here is an accepted term for {counsel}", counsel=counsel(mention, pair, draft)),
                target_span=other,
                source_span=mention.span,
                level=Level.HINT if draft.language_pair is not None and draft.language_pair.is_turned else None,
            )


def _level(words: str, surprise: float, mention: Occurrence, draft: Draft) -> Level:
    """Returns the level of other words in the place of a term: an info for a short one outside an agenda, where it is
    rarely more than a common phrase (conditions de vie for quality of life), unless the word of it that is lost hardly
    ever is and it is of no meeting."""
    if _may_be_of_the_house(words, mention, draft):
        return Level.HINT
    if draft.is_close or _is_long(mention.term):
        return Level.WARNING
    sure = surprise >= _SURE and mention.concept.domain != _OF_GATHERINGS and not is_free(draft)
    return Level.WARNING if sure else Level.INFO


def _may_be_of_the_house(words: str, mention: Occurrence, draft: Draft) -> bool:
    """Tells whether a document may have words of its own for a concept: it has them each time, or they are about
    meetings and their papers, which each body calls in its way."""
    return _is_usage(words, mention.concept, draft) or (draft.is_document and mention.concept.domain == _OF_GATHERINGS)


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
            and " " in mention.span.of(pair.source or "")
            and best_term(mention.concept, draft) is not None
            and not _is_in_name(mention, pair.source or "")
            and not _is_part(mention, terms)
            and (_is_long(mention.term) or _stands_alone(mention, terms))
        ):
            found.append(mention)
            done.add(mention.concept.id)
    return found


def _is_long_name(term: Term) -> bool:
    return term.part_of_speech == "proper" and _is_long(term)


def _is_long(term: Term) -> bool:
    """Tells whether a term has so many words of content that a few of them tell it."""
    return len(content(term.text, term.language, WHOLE_STEM)) >= _LONG


def _is_part(mention: Occurrence, terms: Spanned[Occurrence]) -> bool:
    """Tells whether a term lies in a longer one, or overlaps one."""
    return any(not _covers(mention.span, other.span) for other in terms.touching(mention.span))


def _stands_alone(mention: Occurrence, terms: Spanned[Occurrence]) -> bool:
    """Tells whether a term is no name, and holds no other one."""
    near = terms.touching(mention.span)
    return mention.term.part_of_speech in _NOUNS and all(other.span == mention.span for other in near)


def _covers(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


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


def _instead(mention: Occurrence, pair: Pair, draft: Draft) -> tuple[Span, float] | None:
    """Returns the phrase of the translation that has the counterpart of a word of the term, next to it a word that
    nothing in the source accounts for, and nothing for another word of the term, with how surprising the loss of that
    is; None where there is none."""
    known, language = draft.language_pair, draft.target
    table = known.translations if known else None
    if known is None or table is None or language is None:
        return None
    both = answers(pair.source or "", pair.target, known, table)
    if both is None or any(_free(side) > _FREE for side in both):
        return None
    here, there = both
    inside = [at for at, word in enumerate(here.words) if mention.span.overlaps(word.span)]
    alone, alone_there = here.alone, there.alone
    surprise = max((here.surprise[at] for at in inside if alone[at]), default=0.0)
    if surprise < _SURPRISE:
        return None
    terms = [
        [word.stem[:_ROOT] for word in content(term.text, language.tag, WHOLE_STEM)]
        for term in mention.concept.in_language(language.tag)
        if term.status.accepted
    ]
    own = {root for roots in terms for root in roots}
    for place in sorted({here.place[at] for at in inside if not alone[at]}):
        for other in _sides_lacking(there.words[place].stem[:_ROOT], place, terms):
            if not 0 <= other < len(there.words) or not alone_there[other] or there.surprise[other] < _SURPRISE:
                continue
            word, anchor = there.words[other], there.words[place]
            if word.stem[:_ROOT] in own or any(_may_translate(here.words[at].stem, word.stem, table) for at in inside):
                continue
            first, last = sorted((word.span, anchor.span))
            both_words = word.span.of(pair.target), anchor.span.of(pair.target)
            if _go_together(*both_words, language) and _is_joined(pair.target[first.end : last.start], language):
                return Span(first.start, last.end), surprise
    return None


def _sides_lacking(root: str, place: int, terms: Iterable[list[str]]) -> list[int]:
    """Returns the places next to a word of the translation on that side on which its terms have another word."""
    sides = []
    for roots in terms:
        if root in roots:
            sides += [place + 1] if roots[-1] != root else []
            sides += [place - 1] if roots[0] != root else []
    return list(dict.fromkeys(sides))


def _free(side: Answers) -> float:
    """Returns the share of words without counterpart, to which a short text adds nothing."""
    return sum(side.alone) / (_FEW + len(side.words))


def _may_translate(stem: str, other: str, table: WordTranslations) -> bool:
    return other in table.of(stem) or stem in table.of(other)


def _go_together(word: str, anchor: str, language: Language) -> bool:
    """Tells whether a word may be another noun next to the anchor, or an adjective that agrees with it, and no name."""
    known = language.word_classes
    agreements = known.agreements(word)
    return (
        word.islower()
        and bool(agreements)
        and (known.is_noun(word) or not agreements.isdisjoint(known.agreements(anchor)))
    )


def _is_joined(between: str, language: Language) -> bool:
    """Tells whether two words of a phrase may have this between them: nothing, a hyphen, small words."""
    words = [language.fold(span.of(between)) for span in language.words(between)]
    return (
        len(words) <= _JOINTS and not _MARK.search(between) and all(word in language.function_words for word in words)
    )


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
    requires=Needs(source=True, terms=Sides.BOTH, pair="word_links.tsv"),
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
    look=look,
)
