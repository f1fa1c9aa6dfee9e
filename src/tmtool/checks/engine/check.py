"""Says what a check is: a name, a level, a reason, examples that run as tests, and a function that looks.

A check looks at values that the task has prepared (`draft.Draft`) and yields flags; this module
makes findings of them. The taxonomy of the names and the rule "one finding a cause" are those
of docs/un-french.md (sections 12 and 15); the types are ITS 2.0's localization quality issue types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import NOTHING, Lack, Needs
from tmtool.checks.engine.sentences import Sentence, moved, sentences_of
from tmtool.languages import default_pair
from tmtool.languages.pairs.concepts import LONGEST
from tmtool.model import Concept, Finding, Level, Remark, Span

_MOST = 100
"""Findings of one check in one segment: each quotes both texts, so that more, which no person writes, would be written
out in a time that grows with the square of their length."""

_AT_ONCE = 8
"""Pairs that a check looks at before the next one does. What several compute of a pair is kept as long."""


@dataclass(frozen=True, slots=True)
class Example:
    """An `Example` is a text that a check must report in exactly the places given, or leave alone.

    `target` is one segment, or several, one a line, for a check on documents; `source` likewise,
    None for a text checked alone. `flagged` are the target slices reported, in order ("" for a
    finding without a place in the target); empty means silence. `repaired` is the target with every
    fixable suggestion applied. `concepts` is the term base that the example needs, `approved` what the
    memory holds for every source of it, `symbol` that of the document, `remarks` what an external checker says of the
    target. `is_close` tells that it is from an agenda or a programme, which is translated closely.
    """

    target: str
    source: str | None = None
    flagged: tuple[str, ...] = ()
    repaired: str | None = None
    concepts: tuple[Concept, ...] = ()
    approved: tuple[str, ...] = ()
    symbol: str = ""
    remarks: tuple[Remark, ...] = ()
    is_close: bool = False
    source_language: str = default_pair.SOURCE
    target_language: str = default_pair.TARGET


@dataclass(frozen=True, slots=True)
class Flag:
    """A `Flag` is a place that a check reports in a pair, before it becomes a finding.

    `level` is set where this flag is graver or lighter than its check. `fixable` promises that
    putting `suggestion` in the place of `target_span` gives the repaired text. `odds` are how sure a check is that
    weighs its evidence, on its own scale, a logarithm.
    """

    message: str
    target_span: Span | None = None
    source_span: Span | None = None
    suggestion: str | None = None
    fixable: bool = False
    level: Level | None = None
    odds: float | None = None


@dataclass(frozen=True, kw_only=True)
class Check:
    """A `Check` has the fields and methods that all checks share; see `SegmentCheck` and `DocumentCheck`.

    `summary` is one line, `reason` a paragraph for the reader who wonders whether to turn the check off. `requires`
    says what a draft must have for the check to look; `look` may rely on it. `settles` means that its finding explains
    whatever else is wrong with the segment; `yields_to` names more specific checks whose flags this one does not report
    again, or a whole class of them ("grammar"): those that do not yield to it. `together` gives its findings in a
    draft, by segment, with those of one cause in several segments as one. `grades` are the odds of flags from which
    their findings have the next grade, `weigh` gives the odds of a flag of a close translation, in place of
    its own. `examples` are enough to see what the check does; where there are many, the
    others are rows of the table `more_examples` (`example_table`, which gives all of them).
    """

    name: str
    level: Level
    its_type: str
    summary: str
    reason: str
    examples: tuple[Example, ...]
    requires: Needs = NOTHING
    settles: bool = False
    yields_to: tuple[str, ...] = ()
    together: Callable[[Sequence[Finding], Draft], Iterable[Finding]] | None = None
    grades: tuple[float, ...] = ()
    weigh: Callable[[Flag, Pair, Draft], float] | None = None
    more_examples: Path | None = None

    @property
    def scope(self) -> str:
        """Returns ``segment`` or ``document``: what the check compares."""
        raise NotImplementedError

    @property
    def category(self) -> str:
        """Returns the class of the check, with which its name begins."""
        return self.name.partition("-")[0]

    def gives_way_to(self, other: Check) -> bool:
        """Tells whether this check does not report again what the other reports."""
        if other.name in self.yields_to:
            return True
        yields_too = {self.name, self.category} & set(other.yields_to)
        return other is not self and other.category in self.yields_to and not yields_too

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Yields every finding of this check alone, in no promised order, or none where it cannot look."""
        met = self.requires.met_by(draft)
        return iter(()) if met is None else self._run(draft, met)

    def lacks(self, draft: Draft) -> tuple[Lack, ...]:
        """Returns what the draft lacks for this check to look at it, nothing if it can."""
        return self.requires.lacking(draft)

    def _run(self, draft: Draft, met: Needs) -> Iterator[Finding]:
        raise NotImplementedError

    def _finding(self, pair: Pair, flag: Flag, draft: Draft) -> Finding:
        odds = self.weigh(flag, pair, draft) if self.weigh is not None and draft.is_close else flag.odds
        return Finding(
            segment=pair.number,
            check=self.name,
            level=flag.level or self.level,
            message=flag.message,
            its_type=self.its_type,
            id=pair.id,
            source=pair.source or "",
            target=pair.target,
            source_span=flag.source_span,
            target_span=flag.target_span,
            suggestion=flag.suggestion,
            fixable=flag.fixable,
            grade=0 if odds is None else sum(odds >= one for one in self.grades),
        )


@dataclass(frozen=True, kw_only=True)
class SegmentCheck(Check):
    """A `SegmentCheck` is a check that looks at one segment at a time, whatever the others say.

    `look` yields the flags of one pair. It may rely on what the check `requires`: where that is a source, it gets only
    pairs that have one. It may read the other pairs of the draft, as to see how a name is written elsewhere. Of its
    flags in one pair the first hundred are taken.

    One that is `by_sentence` looks again at each sentence of a close translation by itself, as if it were a pair: what
    another sentence excuses in the whole segment is seen there. A finding of a sentence takes the place of hints of the
    whole segment, but of nothing else.

    One that is `bounded` looks only where each of the two texts, those of the segment or of the sentence, has at most
    `LONGEST` characters. A longer one, which no translator writes, has nearly always something that could stand for
    what is lost, and hundreds of expressions would go through it.
    """

    look: Callable[[Pair, Draft], Iterable[Flag]]
    by_sentence: bool = False
    bounded: bool = False

    @property
    def scope(self) -> str:
        """Is ``segment``."""
        return "segment"

    def _run(self, draft: Draft, met: Needs) -> Iterator[Finding]:
        yield from self._look_at_each([(self, met.source)], draft, draft.pairs)

    @staticmethod
    def _look_at_each(
        looking: Sequence[tuple[SegmentCheck, bool]], draft: Draft, pairs: Iterable[Pair]
    ) -> Iterator[Finding]:
        """Yields the findings of checks, each given with whether it needs a source, in each of the pairs in turn. A
        check looks at `_AT_ONCE` of them before the next one does: what it knows is then in the processor's cache. The
        first pair of a draft is looked at by itself: with each table that is read, texts are gone through again."""
        given = tuple(pairs)
        alone = int(given[:1] == draft.pairs[:1])
        at_once = (given[at : at + _AT_ONCE] for at in range(alone, len(given), _AT_ONCE))
        for some in (given[:alone], *at_once):
            for of_pair in SegmentCheck._found_in(some, looking, draft):
                for findings in of_pair.values():
                    yield from findings

    @staticmethod
    def _found_in(
        pairs: Sequence[Pair], looking: Sequence[tuple[SegmentCheck, bool]], draft: Draft
    ) -> Sequence[Mapping[str, list[Finding]]]:
        """Returns the findings in each of some pairs, by check."""
        found: list[dict[str, list[Finding]]] = [{} for _ in pairs]
        for check, needs_source in looking:
            for pair, of_pair in zip(pairs, found, strict=True):
                if pair.source or not needs_source:
                    of_pair[check.name] = [check._finding(pair, flag, draft) for flag in check._flags(pair, draft)]
        again = [check for check, _ in looking if check.by_sentence] if draft.is_close else []
        sentences = [sentences_of(pair) if again and pair.source else () for pair in pairs]
        for check in again:
            for pair, of_pair, its in zip(pairs, found, sentences, strict=True):
                for sentence in its:
                    of_pair[check.name] = check._with_those_of(sentence, pair, draft, of_pair[check.name])
        return found

    def _flags(self, pair: Pair, draft: Draft) -> Iterable[Flag]:
        """Returns what the check sees in a pair or a sentence of it, `_MOST` flags at most; none in one too long for
        it."""
        if self.bounded and max(len(pair.target), len(pair.source or "")) > LONGEST:
            return ()
        return islice(self.look(pair, draft), _MOST)

    def _with_those_of(self, sentence: Sentence, pair: Pair, draft: Draft, told: Sequence[Finding]) -> list[Finding]:
        """Returns what is `told` of a pair with what a sentence of it tells by itself, which takes the place of hints,
        but of nothing else."""
        flags = (_in_whole(flag, sentence) for flag in self._flags(sentence.pair, draft))
        found = [one for flag in flags if (one := self._finding(pair, flag, draft)).level is not Level.HINT]
        surely = [one for one in told if one.level is not Level.HINT]
        new = [one for one in found if not any(_have_one_place(one, other) for other in surely)]
        return [*(one for one in told if one in surely or not any(_have_one_place(two, one) for two in new)), *new]

    @staticmethod
    def run_together(checks: Iterable[SegmentCheck], draft: Draft, pairs: Iterable[Pair]) -> Iterator[Finding]:
        """Yields every finding of these checks in some pairs of a draft, pair by pair: what several compute of a pair
        is kept only so long."""
        looking = [(check, met.source) for check in checks if (met := check.requires.met_by(draft)) is not None]
        yield from SegmentCheck._look_at_each(looking, draft, pairs)


def _in_whole(flag: Flag, sentence: Sentence) -> Flag:
    """Returns the flag of a sentence with its places in the whole pair."""
    return replace(
        flag,
        target_span=flag.target_span and moved(flag.target_span, sentence.target.start),
        source_span=flag.source_span and moved(flag.source_span, sentence.source.start),
    )


def _have_one_place(finding: Finding, other: Finding) -> bool:
    """Tells whether two findings are about one place of either text; for the second one the whole text is none."""
    here = (
        (finding.target_span, other.target_span, other.target),
        (finding.source_span, other.source_span, other.source),
    )
    return any(
        one is not None and two is not None and two != Span(0, len(text)) and one.overlaps(two)
        for one, two, text in here
    )


@dataclass(frozen=True, kw_only=True)
class DocumentCheck(Check):
    """A `DocumentCheck` is a check that compares segments of a document with each other; it says in which pair each
    flag is."""

    look: Callable[[Draft], Iterable[tuple[Pair, Flag]]]

    @property
    def scope(self) -> str:
        """Is ``document``."""
        return "document"

    def _run(self, draft: Draft, met: Needs) -> Iterator[Finding]:
        for pair, flag in self.look(draft):
            yield self._finding(pair, flag, draft)
