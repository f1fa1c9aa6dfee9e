"""Which verb of a close translation is not denied where its counterpart is: ont été approuvés for were not approved?

The mirror of denied_verbs.py. A text of several sentences has so many words that may deny that one of them nearly
always seems to answer; but a finite verb is denied by what stands right at it, or by its subject. So each denied verb
of a source is looked up in its translation, and whether the verb there is denied is told by its own clause alone. A
sentence that has as many denied verbs, or other words that may say the denial, as its source has denials is left alone,
and one in which another verb is denied without a reason: there the denial went. The words are in ``denied_verbs.tsv``.

In 1,172 right agendas, some 130 of them put freely, three verbs are taken for such, in 4,000 published pairs none; in
drafts there are 76, of which 74 have lost their denial.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.sentence_spans import SentenceSpans, sentence_spans
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.meaning.denied_verbs import TABLE, clause_start, denied_verbs, reasons, words
from tmtool.checks.evidence.meaning.verbs_of_sentences import counterparts, verbs_in
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import is_of_another, place_of
from tmtool.languages.denial_cues import cue
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.verb_groups import Time, VerbGroup
from tmtool.model import Span

_BEFORE, _AFTER = 24, 30
"""Characters before a verb of the translation, and after it, in which something may deny it."""
_GOES_ON = 30
"""Characters after a verb of the source in which a denial may turn into a limit: will not begin until."""


def lost_at_verb(found: Linked) -> tuple[Span, Span] | None:
    """Returns the first denial of a source whose verb has a counterpart that nothing denies, and the place of that;
    None where there is none."""
    source, target = (side.text.replace("’", "'") for side in found.sides)
    pair = found.sides[0].pair
    if words(pair, "denies").search(source) is None:
        return None
    aside = expression(pair, "aside").sub(lambda one: " " * len(one[0]), source)
    for part in sentence_spans(source, target):
        if words(pair, "denies").search(aside, part.source.start, part.source.end) is None:
            continue
        if reasons(part.source.of(source), part.target.of(target), pair) <= _denied_here(target, part, pair):
            continue
        lost = next(_Sentence(found, aside, target, part).lost(), None)
        if lost is not None:
            return lost
    return None


def _denied_here(target: str, part: SentenceSpans, pair: LanguagePair) -> int:
    """Returns how many verbs of a translation are denied, or said to be the other choice: plutôt que de payer."""
    others = words(pair, "denial elsewhere").findall(part.target.of(target))
    return len(others) + sum(1 for _ in denied_verbs(target, part, pair))


@dataclass(frozen=True, slots=True)
class _Denied:
    """A `_Denied` is a verb of the source with what denies it, and where its counterparts begin."""

    verb: VerbGroup
    denial: Span
    places: frozenset[int]


class _Sentence:
    """A `_Sentence` is a sentence of the source with its translation, and the verbs of both; texts have plain
    apostrophes, the source blanks for adverbs set apart."""

    def __init__(self, found: Linked, source: str, target: str, part: SentenceSpans) -> None:
        self._found, self._source, self._target, self._part = found, source, target, part
        self._pair: LanguagePair = found.sides[0].pair
        self._verbs = verbs_in(self._pair.source, found.sides[0].text, part.source)
        self._there = verbs_in(self._pair.target, found.sides[1].text, part.target)
        self._denied = list(self._denied_verbs())

    def lost(self) -> Iterator[tuple[Span, Span]]:
        """Yields the denials whose verb is not denied in the translation, each with that verb's place."""
        for one in self._denied:
            here = next((verb for verb in self._there if self._is_of(verb, one.places)), None) or self._rendered(one)
            if here is None or self._denies_another(here):
                continue
            word = here.main.of(self._target).casefold()
            again = (verb for verb in self._there if verb.main.of(self._target).casefold() == word)
            if not any(self._may_be_denied(verb, one.verb) for verb in again):  # else links exchange one and another
                yield one.denial, here.span

    def _rendered(self, one: _Denied) -> VerbGroup | None:
        """Returns the only verb of the translation that a table has for a denied verb without a counterpart, if it is
        the counterpart of no other word; None where there is none."""
        rows = _renderings(self._pair).let_through(self._source.casefold()) if self._there else ()
        found = [
            verb
            for there, here in rows
            if when_needed(there, re.IGNORECASE).match(self._source, one.verb.main.start)
            for verb in self._there
            if when_needed(here, re.IGNORECASE).fullmatch(verb.main.of(self._target))
        ]
        if len(found) != 1:
            return None
        of_source, of_target = self._found.sides
        here = next((at for at, word in enumerate(of_target.words) if word.span == found[0].main), None)
        return None if here is not None and is_of_another(of_source, here, one.verb.span) else found[0]

    def _is_of(self, verb: VerbGroup, places: Collection[int]) -> bool:
        """Tells whether a verb of the translation begins at one of some places, or one said with it does: peut être."""
        if verb.main.start in places:
            return not words(self._pair, "no verb here").search(self._target[self._part.target.start : verb.span.start])
        between, modal = words(self._pair, "between"), words(self._pair, "modal here")
        return modal.fullmatch(verb.main.of(self._target)) is not None and any(
            verb.span.end < place and between.fullmatch(self._target, verb.span.end, place) for place in places
        )

    def _denied_verbs(self) -> Iterator[_Denied]:
        before = self._part.source.start
        for verb in self._verbs:
            denial = self._denial_of(verb, before)
            if denial is not None:
                end = min(self._part.source.end, verb.span.end + _GOES_ON)
                if words(self._pair, "goes on").search(self._source, denial.start, end) is None:
                    yield _Denied(verb, denial, frozenset(counterparts(verb.main.start, self._found)))
            before = max(before, verb.span.end)
        yield from self._denied_infinitives()

    def _denied_infinitives(self) -> Iterator[_Denied]:
        """Yields the infinitives of the source after words that deny them, such as have yet to, as verbs of their own:
        what the translation has for these words is no counterpart of theirs."""
        for one in words(self._pair, "denies infinitive").finditer(
            self._source, self._part.source.start, self._part.source.end
        ):
            of_source, _ = self._found.sides
            place = place_of(of_source, one.end())
            if place is not None:
                main = of_source.words[place].span
                verb = VerbGroup(main, main, Time.OTHER)
                yield _Denied(verb, Span(*one.span()), frozenset(counterparts(main.start, self._found)))

    def _denial_of(self, verb: VerbGroup, before: int) -> Span | None:
        """Returns what denies a verb of the source in its clause, which begins after `before`: a word among its
        auxiliaries, or the subject; None where nothing does."""
        found = words(self._pair, "denies verb").search(self._source, verb.span.start, verb.span.end)
        if found is None:
            start = clause_start(self._source, verb, before, self._pair)
            if start > before or start == self._part.source.start:  # else it is what the verb before has: saw no one
                found = words(self._pair, "denies subject").search(self._source, start, verb.span.start)
        return Span(*found.span()) if found else None

    def _may_be_denied(self, verb: VerbGroup, there: VerbGroup) -> bool:
        """Tells whether something at a verb of the translation denies it, or the verb does so itself, unless that of
        the source does, too; a modal verb says nothing by itself, and is no counterpart."""
        if words(self._pair, "modal here").fullmatch(verb.main.of(self._target)):
            return True
        clause = self._clause(verb)
        before, behind = words(self._pair, "denied here"), words(self._pair, "denied behind")
        if before.search(self._target, clause.start, verb.span.end) or behind.search(
            self._target, verb.span.end, clause.end
        ):
            return True
        denies = cue(self._pair.target, "may deny").search(self._target, verb.span.start, verb.span.end)
        return denies is not None and words(self._pair, "reason").match(self._source, there.main.start) is None

    def _clause(self, verb: VerbGroup) -> Span:
        """Returns the part of the clause of a verb of the translation in which its denial would be."""
        first = max(self._part.target.start, verb.span.start - _BEFORE)
        last = min(self._part.target.end, verb.span.end + _AFTER)
        before = words(self._pair, "bound here").finditer(self._target, first, verb.span.start)
        following = (one.span.start for one in self._there if one.span.start > verb.span.end)
        last = min((last, *following))
        after = words(self._pair, "bound behind").search(self._target, verb.span.end, last)
        return Span(max((one.end() for one in before), default=first), after.start() if after else last)

    def _denies_another(self, here: VerbGroup) -> bool:
        """Tells whether more verbs of the translation are denied that are no counterparts of what may be said so than
        the source has other words for it: will not be held, se tiendra au scrutin secret, mais n'aura lieu que."""
        others = sum(
            verb is not here and self._is_denied(verb) and not self._has_reason(verb.main)
            for verb in self._there
            if verb.span.start < verb.span.end
        )
        reasons_there = words(self._pair, "reason").findall(self._part.source.of(self._source))
        return others > max(0, len(reasons_there) - len(self._denied))

    def _is_denied(self, verb: VerbGroup) -> bool:
        clause = self._clause(verb)
        return words(self._pair, "denied").search(self._target[clause.start : verb.span.start]) is not None

    def _has_reason(self, main: Span) -> bool:
        """Tells whether a denied word of the translation is the counterpart of a denied verb of the source, or of a
        word beside one that may be said so."""
        if any(main.start in one.places for one in self._denied):
            return True
        of_source, of_target = self._found.sides
        return any(
            link is not None
            and of_target.words[link].span.start == main.start
            and words(self._pair, "reason").search(self._source, max(0, word.span.start - _BEFORE), word.span.end)
            for word, link in zip(of_source.words, of_source.links, strict=True)
        )


@cache
def _renderings(pair: LanguagePair) -> ExpressionSieve[tuple[str, str]]:
    """Returns the verbs of both languages that a table links, by the expression of those of the source."""
    return ExpressionSieve((row[1], (row[1], row[2])) for row in pair.rows(TABLE) if row[0] == "renders")
