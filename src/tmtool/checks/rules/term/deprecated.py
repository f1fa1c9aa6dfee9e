"""Does the translation use a term that the term base rejects? (docs/un-french.md, facts 97 and 98.)

A list of wrong renderings is quiet only with a licence: the form is reported where the source names its
concept and the accepted terms in the target do not already account for that, and never where another concept
of the source accepts the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language.same_text import is_copied, is_in_an_address
from tmtool.checks.evidence.term.advice import best_term, counsel, counsel_alone, pieces
from tmtool.checks.evidence.term.other_house import is_of_another_house
from tmtool.checks.evidence.term.repair import Replacement, replacement
from tmtool.languages.language import Language
from tmtool.languages.stems import stems
from tmtool.model import Concept, Level, Occurrence, Span, Term, TermStatus
from tmtool.model.span_index import Covered, Spanned
from tmtool.model.wording import say
from tmtool.text.term_words import words_in

_WORDS_OF_A_TITLE = 2
_LISTED = re.compile(r"(?:\d+\s)?[A-Z][\w.]*(?:/[\w.()-]+)+(?:\s[\w.]+){1,3}")
"""A line of a list of documents that is a symbol and a word or two, as the house has them: EX/CR and Addenda."""
_SYMBOL_AFTER = re.compile(
    r"[\s/-](?:[A-Z][A-Za-z]*[\s/-])?(?:[A-Z][A-Za-z]*\.?[\s/-]?)?\(?\d+\)?[-/.][A-Z\d]"
    r"|/[A-Z][\w.-]*(?:/[\w.-]*)?\d"
)
"""What follows an abbreviation that begins the symbol of a document: ICC 148-0, UNAIDS/PCB (66)/30.1, UNESCO/INF.4,
UNEP/MED IG.28/1."""
_CAPITAL_AFTER = re.compile(r"\s(?:\w+\s)?[A-Z]")
_IN_CAPITALS = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]")
_NAME = "proper"
"""The part of speech of names in the term base."""


_LAST_WORD, _FIRST_WORD = re.compile(r"(\w+) $"), re.compile(r"\w+")
_WORD = 40
"""Characters before a term in which the word right before it is."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation uses a term that the term base rejects for this concept."""
    uses = _Uses(pair)
    reported = Covered(len(pair.target))
    for occurrence in uses.rejected:
        if reported.overlaps(occurrence.span) or _is_excused(occurrence, uses, pair, draft):
            continue
        mentions, rendered = uses.mentions(occurrence.concept), uses.rendered(occurrence)
        if mentions and rendered >= len(mentions):
            continue
        if not mentions and (" " not in occurrence.term.text or _is_cut_from_a_compound(occurrence.span, pair.target)):
            continue
        reported.cover(occurrence.span)
        yield from _flag(occurrence, mentions[min(rendered, len(mentions) - 1)] if mentions else None, pair, draft)


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
        self._renderings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for other in accepted:
            self._renderings[other.concept.id][other.term.text] += 1
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
        """Counts how often accepted terms say the concept of a rejected one that they are no short form of."""
        renderings = self._renderings[occurrence.concept.id]
        return sum(times for term, times in renderings.items() if not _shortens(term, occurrence.term.text))


def _is_excused(occurrence: Occurrence, uses: _Uses, pair: Pair, draft: Draft) -> bool:
    """Tells whether words around a rejected term say that another thing is meant, or that it is a name or a copy."""
    span, text = occurrence.span, pair.target
    if draft.target is not None and _is_set_phrase(text, span, draft.target.tag):
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
        or _has_capitals_of_another_house(occurrence, uses, pair)
    )


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


def _flag(occurrence: Occurrence, mention: Occurrence | None, pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for a rejected term, whose concept the source names at `mention` or nowhere; none where it begins
    the symbol of a document in both texts."""
    concept, term = occurrence.concept, occurrence.term
    here = occurrence.span.of(pair.target)
    is_the_same = mention is not None and here == mention.span.of(pair.source or "")
    if is_the_same and _SYMBOL_AFTER.match(pair.target, occurrence.span.end):
        return
    said = counsel_alone(concept, draft, term) if mention is None else counsel(mention, pair, draft, term)
    if is_the_same:
        message = say("Here as in the source: {counsel}", counsel=said)
    elif term.status is TermStatus.SUPERSEDED:
        message = say("“{here}” is superseded for {counsel}", here=here, counsel=said)
    else:
        message = say("“{here}” is rejected for {counsel}", here=here, counsel=said)
    best = best_term(concept, draft, term)
    right = replacement(occurrence, best, pair, draft) if best else Replacement(occurrence.span, None)
    if best is not None and right.text is None and not occurrence.parts:
        message = say("{message} Words around it may have to change with it: write it by hand.", message=message)
    if (mention is not None and not concept.contrasts and _is_in_a_title(mention, pair.source or "")) or (
        is_the_same and _LISTED.fullmatch(pair.target)
    ):
        level = Level.HINT
    elif is_the_same and " " not in here:  # a word of both languages may be that of a house: Addenda
        level = Level.WARNING
    else:
        level = _level(occurrence, draft, named=mention is not None, alone=pair.source is None)
    yield Flag(
        message,
        target_span=right.span,
        source_span=mention.span if mention else None,
        suggestion=right.text,
        fixable=right.certain and mention is not None and not _is_qualified(mention, pair, draft),
        level=level,
    )


def _is_cut_from_a_compound(span: Span, text: str) -> bool:
    """Tells whether a term begins within a word with hyphens: état-*major général*."""
    return text.endswith("-", 0, span.start) and text[: span.start - 1][-1:].isalpha()


def _is_in_a_title(mention: Occurrence, source: str) -> bool:
    """Tells whether the source writes a common term with capitals within a longer name, whose translation is that of
    the name: "the Indigenous and Tribal Peoples Convention"."""
    written = mention.span.of(source).split()
    if len(written) < _WORDS_OF_A_TITLE or mention.term.text.split()[-1][:1].isupper():
        return False
    return (
        all(word[:1].isupper() for word in (written[0], written[-1]))
        and _CAPITAL_AFTER.match(source, mention.span.end) is not None
    )


def _is_qualified(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a word of content qualifies a term of one word in the source, so that another thing may be meant:
    the agenda of a development agenda is a programme."""
    if draft.source is None or " " in mention.term.text or mention.term.text.isupper():
        return False
    source = (pair.source or "")[max(0, mention.span.start - _WORD) : mention.span.start]
    before = words_in(source, draft.source)
    return bool(before) and not before[-1].function and not source[before[-1].end :].strip(" -")


def _is_set_phrase(text: str, span: Span, language: str) -> bool:
    """Tells whether a word is inside a phrase in which nobody means the concept: « à l'évidence »."""
    return any(
        phrase in text[max(0, span.end - len(phrase)) : span.start + len(phrase)].lower().replace("'", "’")
        for phrase in _set_phrases(language)
    )


def _is_of_a_verb(span: Span, text: str, language: Language) -> bool:
    """Tells whether the first word is a verb, since a noun or a number is right before it: « le chapitre 3 traite des
    migrants »."""
    before, first = _LAST_WORD.search(text, max(0, span.start - _WORD), span.start), _FIRST_WORD.match(text, span.start)
    if before is None or first is None or not any(one.category == "V" for one in language.lexicon(first[0].lower())):
        return False
    word = before[1].lower()
    return word.isdigit() or (word not in language.function_words and language.word_classes.is_noun(word))


@cache
def _set_phrases(language: str) -> tuple[str, ...]:
    return tuple(phrase for (phrase,) in languages.get(language).rows("set_phrases.tsv"))


def _is_part_of_a_name(occurrence: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether the words belong to an official name that the text has, in full or in short: « l’Agenda 2063 … cet
    agenda ». In an agenda the name may have been given in another segment."""
    words = occurrence.span.of(pair.target).lower()
    pairs = draft.pairs if draft.agenda is not None else (pair,)
    return any(
        one.term.part_of_speech == _NAME and one.term.status.accepted and f"{words} " in one.term.text.lower()
        for other in pairs
        for one in other.target_terms
    )


def _is_in_capitals(occurrence: Occurrence, pair: Pair) -> bool:
    """Tells whether a common term has a capital where the source has a row of them: it begins the name of something
    else, such as Comité technique spécialisé sur les migrations."""
    capital = occurrence.span.of(pair.target)[0].isupper() and not occurrence.term.text[0].isupper()
    return capital and _IN_CAPITALS.search(pair.source or "") is not None


def _level(occurrence: Occurrence, draft: Draft, *, named: bool, alone: bool) -> Level:
    """Returns the level: an error where the source names the concept, and that is a name, or the words are those of one
    with which it must not be confused; a common noun may well be right in another sense, house or treaty."""
    concept = occurrence.concept
    if named:
        is_name = any(term.part_of_speech == _NAME for term in concept.terms)
        return Level.ERROR if is_name or _is_of_a_contrast(occurrence, draft) else Level.WARNING
    return Level.WARNING if alone else Level.INFO if concept.contrasts else Level.HINT


def _is_of_a_contrast(occurrence: Occurrence, draft: Draft) -> bool:
    """Tells whether a rejected term has a word of a term with which its concept must not be confused, and that no
    accepted term of its own has: traite de migrants."""
    tag = draft.target_language
    concept = occurrence.concept

    def words(of: Concept) -> set[str]:
        accepted = [term for term in of.in_language(tag) if term.status.accepted]
        return {word for term in accepted for word in stems(term.text, tag)}

    others = [draft.concepts[one] for one in concept.contrasts if one in draft.concepts]
    theirs = set[str]().union(*map(words, others)) - words(concept)
    return not theirs.isdisjoint(stems(occurrence.term.text, tag))


def _licenses(other: Occurrence, occurrence: Occurrence, in_source: set[str], *, alone: bool) -> bool:
    """Tells whether `other`, an accepted term, covers the same words and is what the writer may have meant."""
    whole, covered = pieces(other), pieces(occurrence)
    if not all(any(out.start <= piece.start and piece.end <= out.end for out in whole) for piece in covered):
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


_SMUGGLING = Concept(
    "smuggling",
    (
        Term("smuggling of migrants", "en"),
        Term("trafic illicite de migrants", "fr"),
        Term("traite de migrants", "fr", TermStatus.DEPRECATED),
        Term("contrebande de migrants", "fr", TermStatus.DEPRECATED),
    ),
)
_DEMAND = Concept(
    "demand", (Term("demand", "en"), Term("demande", "fr"), Term("exigence", "fr", TermStatus.DEPRECATED))
)

CHECK = SegmentCheck(
    name="term-deprecated",
    level=Level.ERROR,
    its_type="terminology",
    requires=Needs(terms=Sides.TARGET),
    summary="The translation uses a term that the term base rejects for this concept.",
    reason=(
        "A rejected term is a known wrong rendering: often a calque, sometimes another crime. It is an error where "
        "the source names the concept and that is a name or has a contrast, and a warning for other nouns, which may "
        "be right in another sense. Where the source does not name it, or there is no source, only forms of several "
        "words are reported, since a single word may well stand for something else: as a warning in a text alone or "
        "for a concept that has a contrast, else as a hint. Words of an official name in the text, and words kept "
        "from the source, are left alone. The right term is put in its place, in the same number, with the "
        "determiner, adjectives and participles that agree with it; nothing is offered where one of these is not "
        "certain."
    ),
    examples=(
        Example(
            source="Smuggling of migrants by sea is a crime.",
            target="La traite de migrants par mer est un crime.",
            flagged=("La traite de migrants",),
            repaired="Le trafic illicite de migrants par mer est un crime.",
            concepts=(_SMUGGLING,),
        ),
        Example(
            source="The demand fell.",
            target="L’exigence a baissé.",
            flagged=("L’exigence",),
            repaired="La demande a baissé.",
            concepts=(_DEMAND,),
        ),
        Example(
            target="La contrebande de migrants a baissé.",
            flagged=("La contrebande de migrants",),
            concepts=(_SMUGGLING,),
        ),
        Example(
            source="The demand and the requirements are known.",
            target="La demande et les exigences sont connues.",
            concepts=(_DEMAND,),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
