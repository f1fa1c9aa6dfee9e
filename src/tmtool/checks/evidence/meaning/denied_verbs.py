"""Which verb of a close translation is denied where its counterpart is not: ne sera pas communiqué for will be sent?

A sentence that denies one thing may say any other by a denial, too, so that a denial more tells little by itself. Here
the denied verb is the counterpart of a verb of the source in whose clause nothing denies, and the sentence has more
denied verbs than words of the source that may be said so, but for those that are said without: until, jusqu'au. The
words are in ``denied_verbs.tsv`` of a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.sentence_spans import SentenceSpans, sentence_spans
from tmtool.checks.evidence.meaning.denied_sentences import expression, without_idle_denials
from tmtool.checks.evidence.meaning.verbs_of_sentences import counterparts, verbs_in
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sentence_pairs import sentence_pairs
from tmtool.languages.alternatives import any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.verb_groups import VerbGroup
from tmtool.model import Span

TABLE, _PLAIN = "denied_verbs.tsv", "plain answer"
_BEFORE, _AFTER = 14, 14
"""Characters before a verb in which its denial begins, and after it in which that goes on."""
_CLAUSE, _NEXT = 90, 8
"""Characters before a verb of the source in which something may deny it, and after it."""


@cache
def words(pair: LanguagePair, kind: str) -> re.Pattern[str]:
    """Returns the pattern of a kind of ``denied_verbs.tsv``."""
    return re.compile(any_of(expression for of, expression, *_ in pair.rows(TABLE) if of == kind), re.IGNORECASE)


@cache
def _answers(pair: LanguagePair, *kinds: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = (expressions for of, *expressions in pair.rows(TABLE) if of in kinds)
    return tuple((re.compile(there, re.IGNORECASE), re.compile(here, re.IGNORECASE)) for there, here in rows)


def gained_at_verb(found: Linked) -> Span | None:
    """Returns the first denied verb of a close translation that is denied without a reason; None where there is
    none."""
    pair = found.sides[0].pair
    source, target = (side.text.replace("’", "'") for side in found.sides)
    target = without_idle_denials(target, pair)
    source = expression(pair, "aside").sub(lambda one: " " * len(one[0]), source)
    for sentence in sentence_spans(source, target):
        verbs = list(denied_verbs(target, sentence, pair))
        if len(verbs) <= reasons(sentence.source.of(source), sentence.target.of(target), pair):
            continue
        before = sentence.source.start
        for verb in verbs_in(pair.source, found.sides[0].text, sentence.source):
            denies = _denies(source, verb, sentence, pair, before)
            places = tuple(counterparts(verb.main.start, found))
            said = next((one for one in verbs if any(_is_of(*one, start, target, pair) for start in places)), None)
            if said is not None and not denies:
                return Span(said[0].start, said[1])
            if said is not None:
                before = verb.span.end  # those that have not replied are invited
    return None


def denied_verbs(target: str, sentence: SentenceSpans, pair: LanguagePair) -> Iterator[tuple[Span, int]]:
    """Yields the main words of the denied verbs in the translation of a sentence, each with where its denial ends."""
    before, denial = words(pair, "denied"), words(pair, "denial")
    for verb in verbs_in(pair.target, target, sentence.target):
        if before.search(target[max(0, verb.span.start - _BEFORE) : verb.span.start]):
            found = denial.search(target, verb.span.start, min(len(target), verb.span.end + _AFTER))
            if found is not None and "," not in target[verb.span.end : found.start()]:
                yield verb.main, max(found.end(), verb.span.end)


def without_answered(source: str, target: str, pair: LanguagePair, *kinds: str) -> str:
    """Returns a sentence with blanks for the words that may be said by a denied verb, but that the translation says by
    something else: until, jusqu'au, each by one of its own. By default these are words that deny nothing by
    themselves."""
    for there, here in _answers(pair, *(kinds or (_PLAIN,))):
        many = min(sum(1 for _ in there.finditer(source)), sum(1 for _ in here.finditer(target)))
        if many:
            source = there.sub(_blank, source, count=many)
            target = here.sub(_blank, target, count=many)
    return source


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def gained_without_reason(source: str, target: str, pair: LanguagePair) -> Span | None:
    """Returns the first denied verb of a close translation in a sentence of which the source has nothing that a denied
    verb may say, but for what is said by another word; None where there is none: will open, ne débutera pas."""
    for sentence in sentence_pairs(source, target):
        there, here = sentence.source, sentence.target
        idle = without_idle_denials(here, pair)
        if not words(pair, "denial").search(idle):
            continue
        if expression(pair, "may be denied").search(without_answered(there, idle, pair)) is None:
            whole = SentenceSpans(Span(0, len(there)), Span(0, len(here)))
            verb = next(denied_verbs(idle, whole, pair), None)
            if verb is not None:
                return sentence.in_target(Span(verb[0].start, verb[1]))
    return None


def reasons(source: str, target: str, pair: LanguagePair) -> int:
    """Returns how many words of a sentence may be said by a denied verb, but for those that the translation says by
    something else."""
    return sum(1 for _ in words(pair, "reason").finditer(without_answered(source, target, pair, "answer", _PLAIN)))


def clause_start(source: str, verb: VerbGroup, before: int, pair: LanguagePair) -> int:
    """Returns where the clause of a verb of the source begins in which something may deny it, not before a place."""
    first = max(before, verb.span.start - _CLAUSE)
    bounds = words(pair, "bound").finditer(source, first, verb.span.start)
    return max((one.end() for one in bounds), default=first)


def _denies(source: str, verb: VerbGroup, sentence: SentenceSpans, pair: LanguagePair, before: int) -> bool:
    """Tells whether something denies a verb of the source in its clause, after the end of the verb `before`."""
    start = clause_start(source, verb, before, pair)
    last = min(sentence.source.end, verb.span.end + _NEXT)
    after = words(pair, "bound").search(source, verb.span.end, last)
    return words(pair, "clause").search(source, start, after.start() if after else last) is not None


def _is_of(main: Span, denial_end: int, start: int, target: str, pair: LanguagePair) -> bool:
    """Tells whether a counterpart is the denied verb, or the one right after it: ne peut pas être modifié."""
    return start == main.start or (
        start >= denial_end and words(pair, "between").fullmatch(target, denial_end, start) is not None
    )
