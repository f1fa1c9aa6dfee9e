"""How many errors in a whole agenda do the checks find: in list, annotations, timetable and documentation?

    python benchmarks/agenda_seeding.py [FOLDER…] [--errors 30] [--kind WORD] [--alone] [--missed] [--markdown]

FOLDER holds agendas, each a folder with ``en.txt`` and ``fr.txt`` (default: all that may be read in data/agendas).
Errors are seeded by ``agenda_errors.py`` and ``agenda_slips.py`` into the French, one a draft, with a fixed seed, of
each kind in each agenda in turn until there are enough. An error is found if the draft gets a finding that the clean
agenda does not get, an info or graver, which is at what was changed or quotes it (`hits`). With --alone the draft is
checked without source.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

from agenda_errors import KINDS as KINDS_OF_PLACES
from agenda_errors import Seeded, parts
from agenda_slips import MORE_KINDS
from agendas import DATA, PARTS, SHOWN
from tmtool.alignment.training import Lexicon
from tmtool.checks.engine.check import SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.documents.reading import parse_text
from tmtool.model import Concept, Document, Finding, Level, Occurrence, Span
from tmtool.tasks.align import align_documents
from tmtool.tasks.check import check
from tmtool.tasks.lexicon import lexicon_for
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.recognise import Recogniser
from tmtool.text.term_words import first_words, words_of

SEED = 20310614
KINDS = {**KINDS_OF_PLACES, **MORE_KINDS}


@dataclass(frozen=True, slots=True)
class Result:
    """A `Result` is what came of one error: the finding that reports it, if any, and others that are new."""

    agenda: str
    error: Seeded
    found: Finding | None
    others: tuple[Finding, ...]


_OF_THE_DRAFT = ("typography-", "names-explanation", "term-contrast")
"""Checks of segments, by the beginnings of their names, that look at the rest of the draft too."""
_LOOK_AT_EACH = SegmentCheck._look_at_each


class _Remembering(Recogniser):
    """A `_Remembering` is a recogniser that reads each text once."""

    def __init__(self, concepts: Iterable[Concept], language: str, **options: Any) -> None:
        super().__init__(concepts, language, **options)
        self._found_before: dict[str, tuple[Occurrence, ...]] = {}

    def find(self, text: str) -> tuple[Occurrence, ...]:
        if text not in self._found_before:
            self._found_before[text] = super().find(text)
        return self._found_before[text]


class Checker:
    """Checks French drafts of one agenda, with what the drafts have in common made ready once: source, words, terms,
    what is said of pairs that are the same, and which segments belong together where none is gone or new."""

    def __init__(self, source: str | None, text: str) -> None:
        self._source = None if source is None else parse_text(source, language="en")
        target = parse_text(text, language="fr")
        texts = {"fr": [one.text for one in target.segments]}
        self._lexicon: Lexicon = {}
        if self._source is not None:
            texts["en"] = [one.text for one in self._source.segments]
            self._lexicon = lexicon_for(None, texts["en"], source_language="en", target_language="fr")
        known = {tag: frozenset[str]().union(*(words_of(one, tag) for one in texts[tag])) for tag in texts}
        self._concepts = [
            concept
            for concept in packaged_concepts()
            if any(first_words(term, tag) & known[tag] for tag in texts for term in concept.in_language(tag))
        ]
        self._recognisers: dict[tuple[object, ...], Recogniser] = {}
        self._aligned: dict[object, Any] = {}
        self._said: dict[tuple[object, ...], list[Finding]] = {}

    def findings(self, text: str) -> list[Finding]:
        """Returns what the checks find in a French draft."""
        target = parse_text(text, language="fr")
        with (
            patch("tmtool.tasks.draft_terms.packaged_for_pairs", return_value=self._concepts),
            patch("tmtool.tasks.lexicon.examples_for", return_value=[]),
            patch("tmtool.alignment.training.learn_lexicon", return_value=self._lexicon),
            patch("tmtool.checks.engine.draft.Recogniser", self._recognise),
            patch("tmtool.tasks.align.align_documents", self._align),
            patch.object(SegmentCheck, "_look_at_each", self._look_at_each),
        ):
            return list(check(self._source, target, home=None, source_language="en", target_language="fr").findings)

    def _recognise(
        self, concepts: Sequence[Concept], language: str, *, tolerant: bool = False, gap: int = 0, **needed: Any
    ) -> Recogniser:
        known = (tuple(concept.id for concept in concepts), language, tolerant, gap)
        if known not in self._recognisers:
            self._recognisers[known] = _Remembering(concepts, language, tolerant=tolerant, gap=gap, **needed)
        return self._recognisers[known]

    def _align(self, source: Document, target: Document, *others: Any, **options: Any) -> Any:
        shape = tuple((segment.kind, segment.label, segment.block) for segment in target.segments)
        if shape not in self._aligned:
            self._aligned[shape] = align_documents(source, target, *others, **options)
        return self._aligned[shape]

    def _look_at_each(
        self, looking: Sequence[tuple[SegmentCheck, bool]], draft: Draft, pairs: Sequence[Pair]
    ) -> Iterator[Finding]:
        """Yields the findings of checks in each of the pairs, those of what only looks at a pair and beside it from
        the last time that these were the same."""
        of_draft = [one for one in looking if one[0].name.startswith(_OF_THE_DRAFT)]
        of_pair = [one for one in looking if one not in of_draft]
        names = tuple(check.name for check, _ in of_pair)
        for before, pair, after in zip([None, *pairs[:-1]], pairs, [*pairs[1:], None], strict=True):
            known = (names, pair.kind, pair.source_label, pair.target_label, *map(_texts_of, (before, pair, after)))
            if known not in self._said:
                self._said[known] = list(_LOOK_AT_EACH(of_pair, draft, [pair]))
            yield from (replace(one, segment=pair.number, id=pair.id) for one in self._said[known])
            yield from _LOOK_AT_EACH(of_draft, draft, [pair])


def _texts_of(pair: Pair | None) -> tuple[str | None, str] | None:
    return None if pair is None else (pair.source, pair.target)


def key(finding: Finding) -> tuple[str, str, str]:
    """Returns what tells a finding from one that the clean agenda gets."""
    quoted = finding.target_span.of(finding.target) if finding.target_span else ""
    return finding.check, quoted, finding.message


_FORM = ("typography-", "markup-brackets", "spelling-", "grammar-")
"""Checks, by the beginnings of their names, that say nothing about what was exchanged or left out."""
_WHOLE_LINE = 0.8
"""The share of a line from which on a finding is about all of it."""


def hits(error: Seeded, finding: Finding) -> bool:
    """Tells whether a finding reports the error: it is in a changed line, at what was changed or quoting it, or it is
    one of the whole document that quotes the words as they are now. One of something else in that line is none."""
    was, now = (_words(text) for text in (error.was, error.now))
    changed = (was ^ now) or now
    quoted = _words(finding.message)
    if finding.target_span is not None:
        quoted |= _words(finding.target_span.of(finding.target))
    here, there = finding.target.strip(), finding.source.strip()
    of_form = finding.check.startswith(_FORM)
    joined = [line.replace("\t", " ") for line in error.lines]  # A row may get into one of its cells.
    rest = here.partition(". ")[2]  # Point 6. Une prorogation …
    if here and any(
        len(line) > 1 and (here in line or line in here or (rest and rest in line)) for line in (*error.lines, *joined)
    ):
        if not error.was and not error.now:  # What changed places is all of the line.
            return not of_form
        span = finding.target_span
        if changed & quoted or any(span and span.overlaps(place) for place in _places(error.now, finding.target)):
            return True
        whole = span is None or span.end - span.start >= _WHOLE_LINE * len(here) or not error.now
        return whole and not of_form
    if not here and any(there and (there in line or line in there) for line in error.source if line):
        return True
    if not error.now or not now:  # What is left out is reported at its source, or where the numbers do not run on.
        numbers = finding.check == "document-numbering" and not error.now
        return numbers or (finding.check.startswith("document-") and bool(was & quoted))
    return finding.check.startswith("document-") and bool((now - was or now) & quoted)


def _words(text: str) -> set[str]:
    """Returns the words and figures of a text but the smallest words, which are everywhere."""
    return {word for word in re.findall(r"\w+", text) if len(word) > 2 or not word.islower()}


def _places(words: str, text: str) -> list[Span]:
    """Returns where a text has some words."""
    return [Span(*found.span()) for found in re.finditer(re.escape(words), text)] if words else []


def errors_of(text: str, source: str, name: str, kind: str, many: int) -> Iterator[Seeded]:
    """Yields up to `many` different errors of one kind in an agenda."""
    lot = random.Random(f"{SEED} {name} {kind}")
    agenda = parts(text, source)
    seen = set()
    for _ in range(4 * many):
        error = KINDS[kind](agenda, lot)
        if error is not None and error.text not in seen and error.text != text:
            seen.add(error.text)
            yield error
            if len(seen) == many:
                return


def drawn(folders: Sequence[Path], kinds: Sequence[str], many: int) -> dict[Path, list[tuple[str, Seeded]]]:
    """Returns up to `many` errors of each kind, taken from the agendas in turn as long as they have more."""
    chosen: dict[Path, list[tuple[str, Seeded]]] = {folder: [] for folder in folders}
    for kind in kinds:
        of_kind = {folder: list(errors_of(*_texts(folder)[::-1], folder.name, kind, many)) for folder in folders}
        left = many
        for turn in range(many):
            for folder in folders:
                if turn < len(of_kind[folder]) and left:
                    left -= 1
                    chosen[folder].append((kind, of_kind[folder][turn]))
    return chosen


def _texts(folder: Path) -> tuple[str, str]:
    source, text = ((folder / f"{language}.txt").read_text(encoding="utf-8") for language in ("en", "fr"))
    return source, text


def results(job: tuple[Path, list[tuple[str, Seeded]], bool]) -> tuple[list[tuple[str, Result]], list[Finding]]:
    """Returns what comes of the errors in one agenda, with their kinds, and what it gets as it is."""
    folder, errors, alone = job
    source, text = _texts(folder)
    checker = Checker(None if alone else source, text)
    clean = checker.findings(text)
    known = Counter(map(key, clean))
    found = []
    for kind, error in errors:
        left = known.copy()
        new = []
        for finding in checker.findings(error.text):
            if left[key(finding)]:
                left[key(finding)] -= 1
            else:
                new.append(finding)
        hit = [finding for finding in new if hits(error, finding)]
        best = max(hit, key=lambda one: one.level.gravity, default=None)
        found.append((kind, Result(folder.name, error, best, tuple(one for one in new if one not in hit))))
    return found, clean


def table(found: dict[str, list[Result]], *, markdown: bool) -> Iterator[str]:
    """Yields a line a kind: errors, found, share, levels, further findings."""
    rows = [*found.items(), ("all", [one for results in found.values() for one in results])]
    if markdown:
        yield "| kind | errors | found | share | error | warning | info | further |\n|---|" + "---:|" * 7
    for kind, of_kind in rows:
        levels = Counter(one.found.level for one in of_kind if one.found)
        hit = sum(levels.values())
        cells = (len(of_kind), hit, f"{hit / max(1, len(of_kind)):.2f}", *(levels[level] for level in SHOWN))
        others = sum(len(one.others) for one in of_kind)
        if markdown:
            yield f"| {kind} | " + " | ".join(map(str, (*cells, others))) + " |"
        else:
            yield f"{kind:42}" + "".join(f"{cell:>8}" for cell in (*cells, others))


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[DATA / part for part in PARTS])
    parser.add_argument("--errors", type=int, default=30, help="errors of a kind in all agendas (default: %(default)s)")
    parser.add_argument("--kind", action="append", default=[], help="only kinds with this word in their name")
    parser.add_argument("--alone", action="store_true", help="check the French without its source")
    parser.add_argument("--missed", action="store_true", help="print the errors that were not found")
    parser.add_argument("--further", action="store_true", help="print new findings that are not of the error")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    kinds = [kind for kind in KINDS if not options.kind or any(word in kind for word in options.kind)]
    agendas = [path.parent for folder in options.folders for path in sorted(folder.glob("*/fr.txt"))]
    found: dict[str, list[Result]] = defaultdict(list)
    alarms: Counter[Level] = Counter()
    with Pool(2) as pool:
        jobs = [(folder, errors, options.alone) for folder, errors in drawn(agendas, kinds, options.errors).items()]
        for agenda, (of_agenda, clean) in zip(agendas, pool.imap(results, jobs), strict=True):
            for kind, result in of_agenda:
                found[kind].append(result)
            alarms.update(one.level for one in clean)
            for alarm in clean if options.further else ():
                print(f"{agenda.name} clean: {alarm.level} {alarm.check}: {alarm.message} | {alarm.target[:120]}")
    ordered = {kind: found[kind] for kind in kinds}
    print(f"{len(agendas)} agendas; as they are:", *(f"{alarms[level]} {level}" for level in SHOWN))
    print(*table(ordered, markdown=options.markdown), sep="\n")
    for kind, of_kind in ordered.items():
        for one in of_kind:
            if options.missed and one.found is None:
                print(f"missed  {kind}, {one.agenda}: {one.error.was!r} -> {one.error.now!r} | {one.error.lines}")
            for other in one.others if options.further else ():
                print(f"further {kind}, {one.agenda}: {other.check}: {other.message} | {other.target[:100]}")
                print(f"        {one.error.was!r} -> {one.error.now!r}")


if __name__ == "__main__":
    main()
