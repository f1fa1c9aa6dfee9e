"""Checks a draft: alone, against its source, or pair by pair in a bilingual file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.alignment.in_common import Joined
from tmtool.checks.engine.draft import Approved, Draft, Pair
from tmtool.checks.engine.preparing import InTexts, in_texts, prepare
from tmtool.checks.engine.processes import both
from tmtool.checks.engine.profiles import Choice, chosen, pinned
from tmtool.checks.engine.registry import MANY, are_long, run_checks
from tmtool.checks.engine.waivers import Waiver, waived
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.format import Format
from tmtool.formats.reading import read_document
from tmtool.formats.registry import detect
from tmtool.languages import default_pair
from tmtool.model import Bead, Document, Finding, Notice, Skipped, Status, Unit
from tmtool.model.wording import say
from tmtool.tasks.draft_pairs import (
    Progress,
    aligned,
    is_one_long_pair,
    line_by_line,
    look_at_some,
    pairs_of,
    read_both,
    segment_texts,
)
from tmtool.tasks.draft_terms import DraftTerms, terms_of
from tmtool.tasks.locating import located
from tmtool.tasks.wrong_input import (
    refuse_another_language,
    refuse_unrelated_columns,
    refuse_unrelated_documents,
    refuse_wrong_columns,
    refuse_wrong_documents,
)
from tmtool.text.composition import SOFT_HYPHEN, Composition, without_soft_hyphens

if TYPE_CHECKING:
    from tmtool.store.home import Home


def _silent(done: int, total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Checked:
    """A `Checked` is a draft, and what the checks find in it: by segment, the gravest first.

    `document` is the target where it is a document; `segments` then has for each pair the numbers of the target
    segments that are joined in it.
    """

    draft: Draft
    findings: tuple[Finding, ...]
    document: Document | None = None
    segments: tuple[tuple[int, ...], ...] = ()

    def by_pair(self) -> list[tuple[int, list[Finding]]]:
        """Returns the findings of each pair that has any, with the index of the pair."""
        indexes: dict[tuple[int, str, str], int] = {}
        for index, pair in enumerate(self.draft.pairs):
            indexes.setdefault((pair.number, pair.source or "", pair.target), index)
        found: dict[int, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(indexes[finding.segment, finding.source, finding.target], []).append(finding)
        return sorted(found.items())


def check(
    source: Path | Document | None,
    target: Path | Document,
    *,
    home: Home | None,
    source_language: str = default_pair.SOURCE,
    target_language: str = default_pair.TARGET,
    segmentation: Segmentation = "auto",
    scope: str = "document",
    choice: Choice | None = None,
    waivers: Sequence[Waiver] = (),
    anyway: bool = False,
    progress: Progress = _silent,
    processes: int = 1,
) -> Checked:
    """Returns what the checks find in the draft.

    Draft and source are files or documents already read. Terms are those of the database, of the packaged term base
    where there is none. Without `source`, a bilingual file is checked pair by pair, any other alone. `scope` "segment"
    leaves out the checks that compare segments; `choice` is what the project wants of the checks, `waivers` are the
    findings that it has accepted. With a database, segments are held against the approved translations in it. Of long
    documents `progress` is told how many segments are aligned, of how many.

    Raises InputError for a file that cannot be read, and unless `anyway` for one that is in another language or no
    translation of its source; UsageError where an external checker gives no answer.
    """
    if source is None and isinstance(target, Path) and (bilingual := detect(target)).read_units is not None:
        pairs = list(_pairs_of_file(target, bilingual, source_language, target_language))
        if not anyway:
            _refuse_wrong_pairs(target, pairs, source_language, target_language)
        given = _Given(pairs)
    elif source is None:
        document = _document(target, target_language, segmentation)
        if not anyway:
            refuse_another_language(document)
        given = _alone(document)
    else:
        document = _document(target, target_language, segmentation)
        other = _document(source, source_language, segmentation)
        terms: DraftTerms | None = None  # those of one long pair are found beside its values
        if not is_one_long_pair(other, document):
            texts = segment_texts(other), segment_texts(document)
            terms = terms_of(home, *texts, source_language, target_language, document.symbol or other.symbol)
        if terms is None or segmentation == "lines":
            given = _aligned(other, document, line_by_line(other, document), terms)
            if not anyway:
                refuse_wrong_documents(other, document)
                refuse_unrelated_documents(other, document, _texts(given.pairs))
        else:
            beads = aligned(other, document, home, terms, anyway=anyway, progress=progress, processes=processes)
            given = _aligned(other, document, beads, terms)
    draft, findings = _found(
        given,
        home=home,
        source_language=source_language,
        target_language=target_language,
        scope=scope,
        choice=choice or Choice(),
        waivers=waivers,
        processes=processes,
    )
    return Checked(draft, tuple(located(findings, draft, target, given.document)), given.document, given.segments)


def check_pairs(
    pairs: Sequence[Pair],
    *,
    home: Home | None,
    source_language: str = default_pair.SOURCE,
    target_language: str = default_pair.TARGET,
    scope: str = "segment",
    choice: Choice | None = None,
    waivers: Sequence[Waiver] = (),
) -> Checked:
    """Returns what the checks find in pairs of no file, bare ones as for `prepare`; otherwise as `check`. The draft is
    without soft hyphens, the findings have their places in the texts as they were given. Raises UsageError where an
    external checker gives no answer."""
    read = [_without_soft_hyphens(pair) for pair in pairs]
    draft, findings = _found(
        _Given(read),
        home=home,
        source_language=source_language,
        target_language=target_language,
        scope=scope,
        choice=choice or Choice(),
        waivers=waivers,
    )
    given = {_key_of(one): pair for one, pair in zip(read, pairs, strict=True) if one is not pair}
    return Checked(draft, tuple(_in_texts_as_given(one, given) for one in findings))


def _key_of(pair: Pair) -> tuple[int, str, str]:
    return pair.number, pair.source or "", pair.target


def _in_texts_as_given(finding: Finding, given: Mapping[tuple[int, str, str], Pair]) -> Finding:
    """Returns a finding with its places in the texts that its pair had with soft hyphens, if it had any."""
    pair = given.get((finding.segment, finding.source, finding.target))
    if pair is None:
        return finding
    source = pair.source or ""
    return replace(
        finding,
        source=source,
        target=pair.target,
        source_span=finding.source_span and Composition(source).original(finding.source_span),
        target_span=finding.target_span and Composition(pair.target).original(finding.target_span),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """A `_Given` is what is checked: the pairs, and as far as they are of documents, these, the symbol of the source,
    the segments of the target in each pair, and the terms in both texts."""

    pairs: Sequence[Pair]
    document: Document | None = None
    source_document: Document | None = None
    segments: tuple[tuple[int, ...], ...] = ()
    terms: DraftTerms | None = None

    @property
    def symbol(self) -> str:
        """Returns the symbol of the source."""
        return self.source_document.symbol if self.source_document else ""

    @property
    def used_by(self) -> str:
        """Returns the symbol of the document whose body uses the terms of both."""
        return (self.document.symbol if self.document else "") or self.symbol


def _alone(document: Document) -> _Given:
    pairs = [_pair(document, place) for place in range(len(document.segments))]
    return _Given(pairs, document, segments=tuple((segment.number,) for segment in document.segments))


def _aligned(source: Document, target: Document, beads: Iterable[Bead], terms: DraftTerms | None) -> _Given:
    beads = tuple(beads)
    segments = tuple(tuple(index + 1 for index in bead.target) for bead in beads)
    return _Given(pairs_of(beads, source, target), target, source, segments, terms)


def _found(
    given: _Given,
    *,
    home: Home | None,
    source_language: str,
    target_language: str,
    scope: str,
    choice: Choice,
    waivers: Sequence[Waiver],
    processes: int = 1,
) -> tuple[Draft, Iterator[Finding]]:
    """Returns the draft of the pairs, and what the checks find in it, with what is waived marked."""
    pairs, terms = given.pairs, given.terms
    known: InTexts | None = None  # of documents most is known by now
    meanwhile: Callable[[], object] | None = None
    if home is not None:
        pairs = [_with_approved(home, pair, source_language, target_language) for pair in pairs]
    if terms is None:
        sources, targets = [pair.source for pair in pairs if pair.source], [pair.target for pair in pairs]
        find_terms = partial(terms_of, home, sources, targets, source_language, target_language, given.used_by)
        if processes > 1 and (len(pairs) >= MANY or are_long(pairs)):
            values, found = both(partial(in_texts, pairs, source_language, target_language), find_terms)
            known, terms = values, found
            if len(pairs) >= MANY:
                meanwhile = partial(look_at_some, pairs, source_language, target_language, terms)
            else:
                meanwhile = partial(read_both, pairs, source_language, target_language, values)
        else:
            terms = find_terms()
    draft = prepare(
        pairs,
        source_language=source_language,
        target_language=target_language,
        concepts=terms.concepts,
        sides=terms.sides,
        document=given.document,
        source_document=given.source_document,
        symbol=given.symbol,
        needed=terms.needed,
        known=known,
        meanwhile=meanwhile,
    )
    draft = pinned(draft, choice)
    if choice.remarks and draft.target and draft.target.remarks:
        draft = replace(draft, remarks=draft.target.remarks(pair.target for pair in draft.pairs))
    return draft, waived(chosen(run_checks(draft, scope=scope, processes=processes), draft, choice), waivers)


def _refuse_wrong_pairs(path: Path, pairs: Sequence[Pair], source_language: str, target_language: str) -> None:
    """Raises InputError for a bilingual file whose texts are in other languages or do not belong together."""
    sources, targets = [pair.source or "" for pair in pairs], [pair.target for pair in pairs]
    refuse_wrong_columns(path, sources, targets, source_language, target_language)
    refuse_unrelated_columns(path, _texts(pairs), source_language, target_language)


def _texts(pairs: Iterable[Pair]) -> list[Joined]:
    return [Joined(pair.source or "", pair.target) for pair in pairs]


def _with_approved(home: Home, pair: Pair, source_language: str, target_language: str) -> Pair:
    """Returns the pair with the approved translations of its source, the newest first."""
    if not pair.source or not pair.source.strip():
        return pair
    stored = home.units.with_source([pair.source], source_language, target_language)
    approved = [one for one in stored if one.status is Status.APPROVED]
    approved.sort(key=lambda one: one.date or one.changed, reverse=True)
    newest = {one.target: one for one in reversed(approved)}
    found = [Approved(one.target, one.document, one.date) for one in approved if newest[one.target] is one]
    return replace(pair, approved=tuple(found))


def _document(file: Path | Document, language: str, segmentation: Segmentation) -> Document:
    return read_document(file, language=language, segmentation=segmentation) if isinstance(file, Path) else file


def _pair(document: Document, place: int) -> Pair:
    segment = document.segments[place]
    return Pair(segment.number, segment.text, kind=segment.kind, target_label=segment.label)


def _pairs_of_file(path: Path, file_format: Format, source_language: str, target_language: str) -> Iterator[Pair]:
    assert file_format.read_units is not None
    entries = file_format.read_units(path, source_language=source_language, target_language=target_language)
    found = answered = False
    others: dict[str, None] = {}
    for number, entry in enumerate((entry for entry in entries if not isinstance(entry, Notice)), 1):
        unit = entry.unit if isinstance(entry, Skipped) else entry
        if unit is None:
            continue
        pair = _pair_of_unit(unit, number, source_language, target_language)
        if pair is not None:
            found, answered = True, answered or bool(pair.target)
            source = unit.variant(source_language)
            others.update(dict.fromkeys(one.language for one in unit.variants if one is not source))
            yield pair
    if found and not answered and others:
        raise InputError(
            say("has no text in {target_language}", target_language=target_language),
            say("its other languages are {languages}: name one with --target-lang", languages=", ".join(others)),
            path=path,
        )
    if not found:
        raise InputError(
            say(
                "has no text in {source_language} with a place for {target_language}",
                source_language=source_language,
                target_language=target_language,
            ),
            say("name the languages with --source-lang and --target-lang"),
            path=path,
        )


def _pair_of_unit(unit: Unit, number: int, source_language: str, target_language: str) -> Pair | None:
    source, target = unit.variant(source_language), unit.variant(target_language)
    if source is None:
        return None
    return _without_soft_hyphens(Pair(number, target.text if target else "", source.text, id=unit.id))


def _without_soft_hyphens(pair: Pair) -> Pair:
    """Returns a pair without the soft hyphens of its texts, which are no part of their words."""
    if SOFT_HYPHEN not in pair.target and SOFT_HYPHEN not in (pair.source or ""):
        return pair
    source = None if pair.source is None else without_soft_hyphens(pair.source)
    return replace(pair, target=without_soft_hyphens(pair.target), source=source)
