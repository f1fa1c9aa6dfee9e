"""Which clause of the source denies, where the clause of a close translation does not?

A sentence of several clauses may lose one denial and keep another, which denied_sentences.py does not hear. In a text
that is translated closely, such as an agenda, what is denied is looked up by the probabilities of answers.py, and its
clause has a denial or a word near that may stand for one. Where clauses begin is in ``denied_sentences.tsv``. In 108
right agendas with 570 denials one was reported; published text moves its denials too freely.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tmtool.checks.evidence.meaning.denied_sentences import denials_of, expression, without_answers
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import Word
from tmtool.model import Span
from tmtool.model.span_index import SpanIndex

_LIKELY, _SURE = 0.3, 0.9
"""What is denied has its counterpart where links come to that, and another word surely has it, so that it stands for no
denial."""
_ANSWERED = "denials_answered.tsv"
_HEADS, _LOOKED_UP = 3, 2
"""Words of content after a denial that may be what it denies, and how many of those with a counterpart are looked
up."""
_NEAR = 3
"""Words of content from a counterpart within which a word that may deny stands for the denial."""
_SAME = 5
"""Letters that two forms of one word share."""
_WORD = re.compile(r"\w+")
_MOST = 64
"""Denials of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class _Translation:
    """A `_Translation` is a text in which denials are looked for: with plain apostrophes, and blanks in place of what
    denies nothing or answers to another small word of the source; `may_limit` tells whether that has anything for which
    a ne … que may stand. `ends` are where clauses begin, `starts` where the marks or words before that do."""

    text: str
    pair: LanguagePair
    side: Answers
    may_limit: bool
    starts: Sequence[int]
    ends: Sequence[int]

    def clause(self, place: int) -> Span:
        """Returns the clause that a word of content is in."""
        word = self.side.words[place].span
        before, after = bisect_right(self.ends, word.start), bisect_left(self.starts, word.end)
        return Span(
            self.ends[before - 1] if before else 0, self.starts[after] if after < len(self.starts) else len(self.text)
        )

    def may_deny(self, clause: Span, place: int, counterparts: SpanIndex, others: SpanIndex) -> bool:
        """Tells whether something in a clause denies, or may do so near a word, but for `counterparts` of what is
        denied (to prevent, empêcher) and of `others` that deny by themselves: the absence, l'absence."""
        words = self.side.words
        start = max(clause.start, words[max(0, place - _NEAR)].span.start)
        end = min(clause.end, words[min(len(words) - 1, place + _NEAR)].span.end)
        answers = (
            found
            for kind in (("answer", "limit") if self.may_limit else ("answer",))
            for found in cue(self.pair.target, kind).finditer(self.text, clause.start, clause.end)
        )
        return (
            any(not _is_one_of(found, others) for found in answers)
            or expression(self.pair, "in clause").search(self.text, clause.start, clause.end) is not None
            or any(
                not counterparts.overlaps(Span(*found.span())) and not _is_one_of(found, others)
                for found in cue(self.pair.target, "may deny").finditer(self.text, start, end)
            )
        )


def _is_one_of(found: re.Match[str], words: SpanIndex) -> bool:
    """Tells whether what was found begins with one of some words, and has none only among others: ne dispense pas."""
    first = _WORD.match(found[0])
    return first is not None and words.overlaps(Span(found.start(), found.start() + first.end()))


def lost_in_clause(source: str, target: str, pair: LanguagePair) -> tuple[Span, Span] | None:
    """Returns the first denial of a source of which the clause denies nothing in a close translation, and the place of
    that clause; None where there is none, or nothing is known of the pair."""
    plain = source.replace("’", "'")
    denials = _without_set_apart(denials_of(plain, pair, "denies", "nor")[:_MOST], plain, target, pair)
    both = answers(source, target, pair, pair.translations) if denials and pair.translations else None
    if both is None:
        return None
    there, here = both
    translation = _translation(here, plain, pair)
    if expression(pair, "taken up").search(translation.text):
        return None
    aside = expression(pair, "aside").sub(lambda found: " " * len(found[0]), plain)
    bounds = [Span(*found.span()) for found in expression(pair, "next").finditer(aside)]
    denies_anyhow = expression(pair, "by itself")
    goes_with_denial = expression(pair, "strengthens")
    others = SpanIndex(
        here.words[there.place[index]].span
        for index, word in enumerate(there.words)
        if there.answered[index] >= _LIKELY
        and not any(word.span.overlaps(denial) for denial in denials)
        and not goes_with_denial.fullmatch(word.span.of(plain))
        and (
            (there.answered[index] >= _SURE and not denies_anyhow.fullmatch(_answer(index, there, here)))
            or any(cue(pair.source, kind).fullmatch(word.span.of(plain)) for kind in ("answer", "may deny"))
        )
    )
    often, often_here = (Counter(map(_known, side.words)) for side in both)
    for denial in denials:
        heads = list(_heads(there, denial, bounds))
        asked = [index for index in heads if there.answered[index] >= _LIKELY][:_LOOKED_UP]
        clauses = [
            (place, translation.clause(place))
            for index in asked
            for place in _places(there.place[index], here, repeated=often[_known(there.words[index])] > 1)
        ]
        before = _before(there, denial, bounds) if heads else None
        if before is not None and asked[:1] != heads[:1]:
            asked.append(before)
            clauses.append((there.place[before], _up_to_next(there, before, heads[0], translation)))
        elif before is not None and not clauses[0][1].holds(here.words[there.place[before]].span):
            # What is denied may have got the counterpart of another word: not required, nécessaire, but must be, doit.
            clauses.append((there.place[before], translation.clause(there.place[before])))
        counterparts = SpanIndex(
            here.words[there.place[index]].span for index in asked if not _denies_it(index, there, here, pair)
        )
        by_pronoun = any(
            often[_known(there.words[index])] > max(1, often_here[_known(here.words[there.place[index]])])
            for index in asked  # must be reported; had not reported: ne l’avaient pas fait
        )
        if not asked or by_pronoun:
            continue
        if not any(translation.may_deny(clause, place, counterparts, others) for place, clause in clauses):
            clause = clauses[0][1].of(target)
            start = clauses[0][1].start + len(clause) - len(clause.lstrip())
            return denial, Span(start, start + len(clause.strip()))
    return None


def _without_set_apart(denials: Sequence[Span], source: str, target: str, pair: LanguagePair) -> Sequence[Span]:
    """Returns the denials of a source but for those of something that has no verb, where the translation sets apart as
    often: but not for nutmeg and pepper, mais non pour la muscade et le poivre. Where it stands alone between
    conjunctions no clause can be told."""
    apart = [Span(*found.span()) for found in expression(pair, "set apart").finditer(source)]
    here = expression(pair, "set apart here").findall(target.replace("’", "'"))
    if not apart or len(here) < len(apart):
        return denials
    return [denial for denial in denials if not any(one.overlaps(denial) for one in apart)]


def _known(word: Word) -> str:
    """Returns what two forms of one word share."""
    return word.stem[:_SAME]


def _places(place: int, side: Answers, *, repeated: bool) -> Iterator[int]:
    """Yields the place of a counterpart, and where the source has its word several times all that it may be: six
    months to reply; if it does not reply."""
    yield place
    if repeated:
        yield from (
            at for at, word in enumerate(side.words) if at != place and _known(word) == _known(side.words[place])
        )


def _denies_it(index: int, there: Answers, here: Answers, pair: LanguagePair) -> bool:
    """Tells whether the counterpart of a word denies by its prefix what the word does not: cannot be found,
    introuvable."""
    word, answer = there.words[index].span.of(there.text), _answer(index, there, here)
    is_denial = expression(pair, "by prefix here").fullmatch(answer) is not None
    return is_denial and expression(pair, "by prefix").fullmatch(word) is None


def _answer(index: int, there: Answers, here: Answers) -> str:
    """Returns the counterpart of a word."""
    return here.words[there.place[index]].span.of(here.text)


def _translation(side: Answers, source: str, pair: LanguagePair) -> _Translation:
    text = side.text.replace("’", "'")
    for kind in ("no denial", "no answer"):
        text = expression(pair, kind).sub(lambda found: " " * len(found[0]), text)
    joined = [Span(*found.span()) for found in expression(pair, "one clause").finditer(text)]
    marks = [
        found.span()
        for found in expression(pair, "next here").finditer(text)
        if not any(one.holds(Span(*found.span())) for one in joined)
    ]
    text = without_answers(source, text, pair, _ANSWERED)
    may_limit = any(cue(pair.source, kind).search(source) for kind in ("limit", "limiting"))
    return _Translation(text, pair, side, may_limit, [start for start, _ in marks], [end for _, end in marks])


def _heads(side: Answers, denial: Span, bounds: Sequence[Span]) -> Iterator[int]:
    """Yields the words of content after a denial, in its clause."""
    bound = bisect_left(bounds, denial.end, key=lambda bound: bound.start)
    stop = bounds[bound].start if bound < len(bounds) else len(side.text)
    first = bisect_left(side.words, denial.end, key=lambda word: word.span.start)
    yield from (at for at in range(first, min(first + _HEADS, len(side.words))) if side.words[at].span.start < stop)


def _before(side: Answers, denial: Span, bounds: Sequence[Span]) -> int | None:
    """Returns the last word before a denial, in its clause, that has a counterpart."""
    bound = bisect_right(bounds, denial.start, key=lambda bound: bound.end)
    begin = bounds[bound - 1].end if bound else 0
    end = bisect_right(side.words, denial.start, key=lambda word: word.span.end)
    for index in range(end - 1, -1, -1):
        if side.words[index].span.start < begin:
            return None
        if side.answered[index] >= _LIKELY:
            return index
    return None


def _up_to_next(side: Answers, before: int, head: int, translation: _Translation) -> Span:
    """Returns the clause of the counterpart of a word before a denial, and what follows up to the end of that of the
    next word that has its counterpart after it; what is denied is anywhere there."""
    place = side.place[before]
    after = (
        side.place[index]
        for index in range(head, len(side.words))
        if side.answered[index] >= _LIKELY and side.place[index] > place
    )
    last = next(after, None)
    start, end = translation.clause(place).start, translation.clause(place).end
    return Span(start, len(translation.text) if last is None else max(end, translation.clause(last).end))
