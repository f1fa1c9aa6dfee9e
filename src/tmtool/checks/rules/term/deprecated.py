"""Does the translation use a term that the term base rejects? (docs/un-french.md, facts 97 and 98.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.said import said_by_source
from tmtool.checks.evidence.term.advice import best_term, counsel, counsel_alone
from tmtool.checks.evidence.term.rejected import RejectedUse, rejected_uses
from tmtool.checks.evidence.term.repair import Replacement, replacement
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages.stems import stems
from tmtool.model import Concept, Level, Occurrence, Term, TermStatus
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import Wording, say
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
_SYMBOL_BEFORE = re.compile(r"(?<![\w/])[A-Z][A-Z\d.()-]*/(?:[\w.()-]+/)*$")
"""What comes before the last part of such a symbol: GB.359/Agenda."""
_WORD = 40
"""Characters before a term in which the word right before it is."""
_CAPITAL_AFTER = re.compile(r"\s(?:\w+\s)?[A-Z]")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation uses a term that the term base rejects for this concept."""
    for use in rejected_uses(pair, draft):
        is_the_same = _is_the_same(use, pair)
        span = use.occurrence.span
        if is_the_same and (
            _SYMBOL_AFTER.match(pair.target, span.end) or _SYMBOL_BEFORE.search(pair.target, 0, span.start)
        ):
            continue
        mention = use.mention
        if mention is None and draft.is_close and _is_said_there(use.occurrence, pair, draft):
            continue
        best = best_term(use.occurrence.concept, draft, use.occurrence.term)
        right = replacement(use.occurrence, best, pair, draft) if best else Replacement(use.occurrence.span, None)
        message = _message(use, pair, draft)
        if best is not None and right.text is None and not use.occurrence.parts:
            message = say("{message} Words around it may have to change with it: write it by hand.", message=message)
        yield Flag(
            message,
            target_span=right.span,
            source_span=mention.span if mention else None,
            suggestion=right.text,
            fixable=right.certain and mention is not None and not _is_qualified(mention, pair, draft),
            level=_level(use, pair, draft),
        )


def _is_the_same(use: RejectedUse, pair: Pair) -> bool:
    """Tells whether a rejected term is written as the source writes its concept."""
    return use.mention is not None and use.occurrence.span.of(pair.target) == use.mention.span.of(pair.source or "")


def _message(use: RejectedUse, pair: Pair, draft: Draft) -> Wording:
    concept, term = use.occurrence.concept, use.occurrence.term
    here = use.occurrence.span.of(pair.target)
    said = counsel_alone(concept, draft, term) if use.mention is None else counsel(use.mention, pair, draft, term)
    if _is_the_same(use, pair):
        return say("Here as in the source: {counsel}", counsel=said)
    if term.status is TermStatus.SUPERSEDED:
        return say("“{here}” is superseded for {counsel}", here=here, counsel=said)
    return say("“{here}” is rejected for {counsel}", here=here, counsel=said)


def _level(use: RejectedUse, pair: Pair, draft: Draft) -> Level:
    """Returns the level: an error where the source names the concept, and that is a name, or the words are those of one
    with which it must not be confused; a common noun may well be right in another sense, house or treaty."""
    concept, mention = use.occurrence.concept, use.mention
    if mention is None:
        if pair.source is None:
            return Level.WARNING
        return Level.INFO if concept.contrasts and not _is_said_there(use.occurrence, pair, draft) else Level.HINT
    if (
        not concept.contrasts
        and _is_in_a_title(mention, pair.source or "")
        and not _is_in_a_known_name(mention, pair, draft)
    ):
        return Level.HINT
    if _is_the_same(use, pair):
        if _LISTED.fullmatch(pair.target):
            return Level.HINT
        if " " not in use.occurrence.span.of(pair.target):  # a word of both languages may be that of a house: Addenda
            return Level.WARNING
    is_name = any(term.is_name for term in concept.terms)
    return Level.ERROR if is_name or _is_of_a_contrast(use.occurrence, draft) else Level.WARNING


def _is_said_there(occurrence: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether each word of a rejected term has its counterpart in a source that does not name its concept, and so
    has the same words, as victims of smuggling, or that has one word for all of them: weekday, jours ouvrables."""
    known = draft.language_pair
    if known is not None and SpanIndex(said_by_source(pair, known)).holds(occurrence.span):
        return True
    found = linked(pair, draft)
    if found is None:
        return False
    here = found.sides[1]
    links = [link for word, link in zip(here.words, here.links, strict=True) if occurrence.span.holds(word.span)]
    return len(links) > 1 and None not in links


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


def _is_in_a_known_name(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether the longer name is one of the term base, whose translation has an accepted term of the concept: the
    movements in the name of the Basel Convention are transfrontières."""
    tag = draft.target_language

    def words(of: Concept) -> list[set[str]]:
        return [set(stems(term.text, tag)) for term in of.in_language(tag) if term.status.accepted]

    return any(
        term and term <= title
        for name in pair.source_terms
        if name.term.is_name and name.concept.id != mention.concept.id and name.span.holds(mention.span)
        for title in words(name.concept)
        for term in words(mention.concept)
    )


def _is_qualified(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a word of content qualifies a term of one word in the source, so that another thing may be meant:
    the agenda of a development agenda is a programme."""
    if draft.source is None or " " in mention.term.text or mention.term.text.isupper():
        return False
    source = (pair.source or "")[max(0, mention.span.start - _WORD) : mention.span.start]
    before = words_in(source, draft.source)
    return bool(before) and not before[-1].function and not source[before[-1].end :].strip(" -")


def _is_of_a_contrast(occurrence: Occurrence, draft: Draft) -> bool:
    """Tells whether a rejected term has a word of a term with which its concept must not be confused, and that no
    accepted term of its own has: traite de migrants."""
    tag = draft.target_language
    concept = occurrence.concept

    def words(of: Concept) -> set[str]:
        accepted = of.accepted_in(tag)
        return {word for term in accepted for word in stems(term.text, tag)}

    others = [draft.concepts[one] for one in concept.contrasts if one in draft.concepts]
    theirs = set[str]().union(*map(words, others)) - words(concept)
    return not theirs.isdisjoint(stems(occurrence.term.text, tag))


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
