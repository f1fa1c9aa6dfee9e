"""Which word of a sentence has on the other side of a close translation none of all words that may say the same?

What a word may be translated by is mostly open. Of some words it is a closed list: at least, each, voluntary;
facultatif, moitié, seul. Nobody leaves them out of an agenda, and nobody adds them. The lists are ``answered_by.tsv``
of a pair; each was counted in right agendas, so that a word that translators leave out is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool import languages
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.words.rendered import is_rendered, rendered
from tmtool.checks.evidence.words.sentence_pairs import SHORTEST, sentence_pairs
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE = "answered_by.tsv"
LONGEST = 2_000
"""In longer sentences, in characters, anything may be answered by a word of another clause."""
_SHORTEST = 15
"""Characters of a sentence at least; one that is shorter than `SHORTEST` must end as such on both sides."""

_SAME = 6
"""Letters that two forms of one word share: accreditation, accredited."""
_AGAIN = r"(?:ré|re-?)?"
"""What may be before a word that says a thing happens once more, on both sides: re-export, réexportation."""


@dataclass(frozen=True, slots=True)
class AnswerList:
    """An `AnswerList` holds words of one language and all that may answer to them in the other, each an expression
    that is compiled when a text first needs it: a short draft needs few of hundreds. It `qualifies` where the rest is
    as before without the words, which ``taken_answers.py`` asks for."""

    words: str
    answers: str
    qualifies: bool


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An `Unanswered` is the place of a word of the source that was `lost`, or of one of the translation that was
    `gained`. It is doubtful where the other sentence renders it by another word than those of its list."""

    lost: Span | None
    gained: Span | None
    is_doubtful: bool


def unanswered_words(source: str, target: str, pair: LanguagePair) -> Iterator[Unanswered]:
    """Yields for each sentence the first word of the translation that answers to nothing; where there is none, the
    first word of the source that nothing answers to; a doubtful one where there is no other."""
    for sentence in sentence_pairs(source, target, _SHORTEST):
        there, here = sentence.source, sentence.target
        if min(len(there), len(here)) < SHORTEST and not (there.endswith(".") and here.endswith(".")):
            continue
        found = [(gained, pair.target) for gained in _alone(here, there, pair, pair.target)]
        found += [
            (lost, pair.source)
            for lost in _alone(there, here, pair, pair.source)
            if not _is_taken_up(lost, there, here, source, pair)
        ]
        sure = (one for one in found if not _is_rendered(one[0], there, here, pair, one[1]))
        surely = next(sure, None)
        first = surely or next(iter(found), None)
        if first is not None:
            word, language = first
            if language == pair.source:
                yield Unanswered(sentence.in_source(word), None, surely is None)
            else:
                yield Unanswered(None, sentence.in_target(word), surely is None)


def _is_rendered(words: Span, source: str, target: str, pair: LanguagePair, language: str) -> bool:
    """Tells whether a sentence has a rendering of a word of the other one, which is in that language. Of several words
    the list alone decides: head of state or government is not rendered by a state and a government."""
    if " " in words.of(source if language == pair.source else target):
        return False
    both = rendered(source, target, pair)
    return both is not None and is_rendered(words, both[0 if language == pair.source else 1])


def _is_taken_up(lost: Span, sentence: str, other: str, source: str, pair: LanguagePair) -> bool:
    """Tells whether a pronoun of the translation stands for a word that the sentence before has, too: des navires
    doivent être contrôlés ; les autres ne doivent l'être que s'il y a lieu; or a demonstrative for one that was named
    wherever before: celles-ci ont été mises à l'essai."""
    if languages.get(pair.target).pattern("amount-taken-up").search(other):
        return True
    word = lost.of(sentence).lower()[:_SAME]
    return expression(pair, "stands for").search(other) is not None and source.lower().count(word) > 1


def _alone(text: str, other: str, pair: LanguagePair, language: str) -> Iterator[Span]:
    """Yields the words of a text of that language to which nothing in the other text answers, in their order, the first
    one of each list."""
    if max(len(text), len(other)) > LONGEST:
        return
    text, other = text.lower(), other.lower()
    found = [
        (one.span(), row)
        for row in _lists(pair, language).let_through(text.casefold())
        if (one := when_needed(row.words).search(text))
    ]
    for (start, end), row in sorted(found, key=lambda one: one[0]):
        if not when_needed(row.answers).search(other) and not is_kept(text[start:end], other):
            yield Span(start, end)


def is_kept(word: str, other: str) -> bool:
    """Tells whether the other text has a word as it is, in a name: the South China Morning Post."""
    return word in other and re.search(rf"\b{re.escape(word)}\b", other) is not None


def rows_that_qualify(text: str, pair: LanguagePair, language: str) -> list[AnswerList]:
    """Returns the lists of the words that qualify others of which a text of that language, in lower case, may have
    one."""
    return _qualifying(pair, language).let_through(text.casefold())


@cache
def _qualifying(pair: LanguagePair, language: str) -> ExpressionSieve[AnswerList]:
    return ExpressionSieve((row.words, row) for row in _rows(pair, language) if row.qualifies)


@cache
def _lists(pair: LanguagePair, language: str) -> ExpressionSieve[AnswerList]:
    """Returns the words of a language that have a list, each with its list."""
    return ExpressionSieve((row.words, row) for row in _rows(pair, language))


@cache
def _rows(pair: LanguagePair, language: str) -> tuple[AnswerList, ...]:
    return tuple(
        AnswerList(rf"\b(?:{words})\b", rf"\b{_AGAIN}(?:{answers})\b", bool(qualifies))
        for of, words, answers, *qualifies in pair.rows(TABLE)
        if of == language
    )
