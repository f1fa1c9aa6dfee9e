"""Which word of a closed list has answers on the other side that are all the counterparts of other words: financiers,
where donor is donateur and costs is coûts?

``answered_by.tsv`` lists generously what may say the same as a word, and asks only whether the other sentence has any
of it. In a long sentence there is nearly always some. Of the words that qualify another (its last column) it is asked
here whether what was found has a counterpart of its own, and whether the words about the place answer one by one, so
that nothing is put otherwise there. Small words are linked with nothing: the common ones of them
(``common_answers.tsv``) answer only about the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.evidence.completeness.answered_by import LONGEST, is_kept, rows_that_qualify
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, mutual, places_within
from tmtool.languages.alternatives import any_of, plain
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_TABLE = "common_answers.tsv"
_APART = 3
"""Words from the counterpart of the word before to that of the word after, at most."""
_FAR = 6
"""Words beyond these among which one that is linked with nothing may still be the answer."""
_OF_A_NAME = re.compile(r"(?<=\w[ ’'])[^\W\d_a-z][\w’'-]+(?: [\w’'-]+){0,4}? $")
"""A name that a translation spells out, before a word of it: le Groupe de l’évaluation technique et économique."""
_NAME = 60
"""Characters before a word in which the beginning of such a name is."""


def words_whose_answers_are_taken(found: Linked) -> Iterator[tuple[Span, bool]]:
    """Yields the words of both texts of a sentence whose answers are all counterparts of other words, each with whether
    it is one of the source."""
    of_source, of_target = found.sides
    if max(len(of_source.text), len(of_target.text)) <= LONGEST:
        source, target = (plain(side.text).lower() for side in found.sides)
        yield from ((span, True) for span in _taken(of_source, source, of_target, target))
        yield from ((span, False) for span in _taken(of_target, target, of_source, source))


def _taken(side: Side, text: str, other: Side, there: str) -> Iterator[Span]:
    """Yields the words of one side whose answers in the other are taken; `text` and `there` are both, in lower case and
    with plain apostrophes."""
    found: list[Span] = []
    for row in rows_that_qualify(text, side.pair, side.language):
        words = [Span(*one.span()) for one in when_needed(row.words).finditer(text)]
        if len(words) != 1 or not _is_alone(words[0], side, other) or is_kept(words[0].of(text), there):
            continue
        answers = [Span(*one.span()) for one in when_needed(row.answers).finditer(there)]
        if not answers or any(words[0].overlaps(one) for one in found):
            continue
        if all(_is_taken(one, words[0], side, other) for one in answers):
            found.append(words[0])
            yield words[0]


def _is_alone(word: Span, side: Side, other: Side) -> bool:
    """Tells whether a word is linked with nothing, in no name, and the words about its place in the other text have
    each a counterpart of their own."""
    places = places_within(side.words, word)
    if not places or any(side.links[place] is not None for place in places):
        return False
    if _OF_A_NAME.search(side.text, max(0, word.start - _NAME), word.start):
        return False
    before, after = side.neighbours(places.start, places.stop, len(other.words))
    if not 0 < after - before <= _APART:
        return False
    about = range(max(0, before - 1), min(len(other.words), after + 2))
    return all(mutual(other, side, place) is not None for place in about)


def _is_taken(answer: Span, word: Span, side: Side, other: Side) -> bool:
    """Tells whether what may answer to a word is the counterpart of another, not of one beside it; or a common small
    word elsewhere."""
    own = places_within(side.words, word)
    places = places_within(other.words, answer)
    if not places:
        common = _common(other.pair, other.language).fullmatch(plain(answer.of(other.text)).lower().strip())
        return common is not None and not _about(own, side, other).overlaps(answer)
    links = [mutual(other, side, place) for place in places]
    if all(link is None for link in links):
        return not _about(own, side, other, _FAR).overlaps(answer)
    return all(link is not None and not own.start - 1 <= link <= own.stop for link in links)


def _about(own: range, side: Side, other: Side, more: int = 1) -> Span:
    """Returns the stretch of the other text where what answers to a word should be, with so many words more at both
    ends."""
    before, after = side.neighbours(own.start, own.stop, len(other.words))
    first, last = before - more, after + more
    start = other.words[first].span.start if first >= 0 else 0
    return Span(start, other.words[last].span.end if last < len(other.words) else len(other.text))


@cache
def _common(pair: LanguagePair, language: str) -> re.Pattern[str]:
    """Returns the expression of the common small words of a language of a pair."""
    return re.compile(any_of(words for tag, words in pair.rows(_TABLE) if tag == language))
