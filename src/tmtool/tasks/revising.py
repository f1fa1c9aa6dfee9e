"""Suggests for a revised source (Rev., Corr.) what its earlier version has: the old translation of each segment, and
what has changed in it.

CAT tools take the bilingual file of the earlier version (PerfectMatch, X-Translate); here are the two sources, and
either the old translation, which is aligned with the old source, or the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from tmtool.documents.head import without_version
from tmtool.languages import default_pair, language_of
from tmtool.matching.adapter import Adapter
from tmtool.matching.rank import score_of
from tmtool.model import Change, Document, Match, MatchKind, Revision, Segment, Status, Suggestion
from tmtool.store.home import Home
from tmtool.tasks.align import SURE, align_documents
from tmtool.tasks.habits import wanted_habit
from tmtool.tasks.suggest import suggest
from tmtool.text.diff import diff
from tmtool.text.tokens import match_rate, normalise

_LEAST_ALIKE = 40
"""The rate from which a segment in the place of another is that one, changed."""
_NEAR = 40
"""How far apart, in a part that has changed, two segments may be that are compared."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A `_Known` is what an old segment was translated by: the texts that were joined, and whether that is sure."""

    source: str
    target: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """A `Revised` holds a suggestion for each segment of the new version, each with its `revision`, and what was in the
    old one and is no more."""

    suggestions: tuple[Suggestion, ...]
    removed: tuple[Revision, ...]

    def changed(self) -> tuple[Suggestion, ...]:
        """Returns the suggestions for what is not as it was."""
        changed = [one for one in self.suggestions if one.revision and one.revision.change is not Change.UNCHANGED]
        shown = {one.segment.number for one in changed}
        return tuple(one if one.repeats in shown else replace(one, repeats=None) for one in changed)


def revise(
    home: Home,
    new: Document,
    old: Document,
    old_target: Document | None = None,
    *,
    target_language: str = default_pair.TARGET,
    threshold: int = 70,
    all_cores: bool = False,
) -> Revised:
    """Returns the suggestions for the new version of a document, with what the `old` one has for each segment.

    The old translation is that of `old_target`, aligned with `old`; without it that of the memory, approved before
    others, then the newest. Where it is known it is the first match; of what has not changed it is one in context.

    Raises InputError for an old translation that is none of the old source.
    """
    known = _aligned(old, old_target, home) if old_target is not None else _remembered(old, home, target_language)
    partners = _partners([one.text for one in old.segments], [one.text for one in new.segments])
    adapter = Adapter(home, new.language, target_language)
    habit = wanted_habit(target_language, [one.text for one in old_target.segments] if old_target is not None else ())
    found = suggest(home, new, target_language=target_language, threshold=threshold, habit=habit, all_cores=all_cores)
    suggestions = []
    for place, suggestion in enumerate(found):
        partner = partners.get(place)
        if partner is None:
            suggestions.append(replace(suggestion, revision=Revision(Change.ADDED)))
            continue
        change, index = partner
        revision = _revision(change, old.segments[index], suggestion.segment.text, known.get(index))
        earlier = _match(revision, known.get(index), suggestion.segment.text, old, adapter)
        suggestions.append(_with_earlier(replace(suggestion, revision=revision), earlier))
    there = {index for _, index in partners.values()}
    removed = tuple(
        _revision(Change.REMOVED, segment, "", known.get(index))
        for index, segment in enumerate(old.segments)
        if index not in there and segment.text.strip()
    )
    return Revised(tuple(suggestions), removed)


def _revision(change: Change, old: Segment, text: str, known: _Known | None) -> Revision:
    parts = () if change is Change.REMOVED else diff(old.text, text)
    return Revision(change, old.number, old.text, known.target if known else None, parts)


def _match(revision: Revision, known: _Known | None, text: str, old: Document, adapter: Adapter) -> Match | None:
    """Returns the old translation as a match of the new segment; None where it is not known."""
    if known is None:
        return None
    rate = match_rate(text, known.source)
    kind = MatchKind.FUZZY
    if rate == 100 and known.is_sure:
        kind = MatchKind.CONTEXT if revision.change is Change.UNCHANGED else MatchKind.EXACT
    match = Match(
        rate=rate,
        score=score_of(rate, ()),
        kind=kind,
        source=known.source,
        target=known.target,
        memory="",
        document=old.symbol or Path(old.path).name,
        position=revision.segment or 0,
        status=Status.TRANSLATED,
        changed=old.date,
        diff=diff(known.source, text),
    )
    if rate == 100 or not known.is_sure:
        return match
    adapted_match = adapter.adapted_match(match, text)
    is_safe = adapted_match.adapted is not None and adapted_match.adapted.safe
    return adapter.explained(replace(adapted_match, kind=MatchKind.ADAPTED if is_safe else kind), text)


def _with_earlier(suggestion: Suggestion, earlier: Match | None) -> Suggestion:
    if earlier is None:
        return suggestion
    others = (one for one in suggestion.matches if (one.source, one.target) != (earlier.source, earlier.target))
    return replace(
        suggestion,
        kind=earlier.kind,
        rate=earlier.rate,
        target=earlier.offered,
        repeats=None,
        matches=(earlier, *others),
        fragments=(),
    )


def _aligned(old: Document, old_target: Document, home: Home) -> dict[int, _Known]:
    alignment = align_documents(old, old_target, home)
    known: dict[int, _Known] = {}
    for bead in alignment.beads:
        source = without_version(alignment.source_text(bead), language_of(old.language))
        target = without_version(alignment.target_text(bead), language_of(old_target.language))
        if source and target:
            known.update(dict.fromkeys(bead.source, _Known(source, target, bead.confidence >= SURE)))
    return known


def _remembered(old: Document, home: Home, target_language: str) -> dict[int, _Known]:
    texts = list(dict.fromkeys(segment.text for segment in old.segments if segment.text.strip()))
    stored = [
        one
        for one in home.units.with_source(texts, old.language, target_language)
        if one.status is not Status.SUPERSEDED
    ]
    stored.sort(key=lambda one: (one.document == old.symbol, one.status is Status.APPROVED, one.date or one.changed))
    targets = {normalise(one.source): one.target for one in stored}
    return {
        index: _Known(segment.text, target, is_sure=True)
        for index, segment in enumerate(old.segments)
        if (target := targets.get(normalise(segment.text))) is not None
    }


def _partners(old: Sequence[str], new: Sequence[str]) -> Mapping[int, tuple[Change, int]]:
    """Returns for the places of new segments which old one each was, and what has become of it; nothing for those that
    are new."""
    before, after = list(map(normalise, old)), list(map(normalise, new))
    found: dict[int, tuple[Change, int]] = {}
    gone: list[int] = []
    come: list[int] = []
    for code in (*Levenshtein.opcodes(before, after), None):
        if code is None or code.tag == "equal":
            found.update({there: (Change.CHANGED, here) for here, there in _alike(old, new, gone, come)})
            gone, come = [], []
        if code is None:
            break
        here, there = range(code.src_start, code.src_end), range(code.dest_start, code.dest_end)
        if code.tag == "equal":
            found.update({place: (Change.UNCHANGED, index) for index, place in zip(here, there, strict=True)})
        else:
            gone += here
            come += there
    taken = {index for _, index in found.values()}
    elsewhere = {before[index]: index for index in reversed(range(len(old))) if index not in taken and before[index]}
    for place, text in enumerate(after):
        if place not in found and text in elsewhere:
            found[place] = Change.MOVED, elsewhere.pop(text)
    return found


def _alike(
    old: Sequence[str], new: Sequence[str], gone: Sequence[int], come: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yields the old and new segments, between two that are unchanged, that are one and the same, the likest first."""
    slope = len(gone) / max(1, len(come))
    rates = sorted(
        (-match_rate(old[here], new[there]), abs(row - column * slope), here, there)
        for column, there in enumerate(come)
        for row, here in enumerate(gone)
        if abs(row - column * slope) <= _NEAR and old[here].strip() and new[there].strip()
    )
    seen: set[tuple[str, int]] = set()
    for rate, _, here, there in rates:
        if -rate >= _LEAST_ALIKE and not seen & {("old", here), ("new", there)}:
            seen |= {("old", here), ("new", there)}
            yield here, there
