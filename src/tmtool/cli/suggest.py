"""Defines the command `tmtool suggest`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.revisions import unknown, what_became
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.errors import UsageError
from tmtool.formats.filling import Fillable
from tmtool.formats.reading import read_document, read_sources
from tmtool.formats.writing import whole_file
from tmtool.languages.typography import Habit
from tmtool.matching.rank import worth_showing
from tmtool.model import Change, Document, MatchKind, Revision, Suggestion
from tmtool.model.wording import say
from tmtool.present.suggestions import removed as removed_json
from tmtool.present.suggestions import suggestion as suggestion_json
from tmtool.store.home import Home
from tmtool.tasks.filling import Filled, fill, furniture_of, gives_back, read_to_fill
from tmtool.tasks.habits import wanted_habit
from tmtool.tasks.suggest import BANDS, summary
from tmtool.tasks.suggest import suggest as suggest_for
from tmtool.tasks.wrong_input import refuse_another_language


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what the command line asks of suggestions: `since` is the earlier version of the document, which
    may have a translation, `old_target`; with `overwrite` translations that the file has give way."""

    out: Path | None
    overwrite: bool
    segmentation: Segmentation
    srx: Path | None
    explain: bool
    threshold: int
    since: Path | None
    old_target: Path | None
    anyway: bool
    source_language: str
    target_language: str
    as_json: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A `_Found` holds the suggestions for a document: all of them, those to be shown, which are those for what has
    changed where there is an earlier version, and what that had and is no more."""

    every: tuple[Suggestion, ...]
    shown: tuple[Suggestion, ...]
    removed: tuple[Revision, ...] = ()


@click.command()
@click.argument("file", type=options.readable_file())
@options.output(
    "Write the file with its translations (the ending of FILE), .xlf (XLIFF 1.2), .xliff (2.1), .tmx, a table (.tsv, "
    ".csv, .xlsx, .docx) or a page (.html)."
)
@click.option("--overwrite", is_flag=True, help="Replace translations that the file has already.")
@options.segmentation
@options.srx
@options.explain
@options.threshold
@click.option(
    "--since",
    type=options.readable_file(),
    metavar="OLD",
    help="The earlier version of FILE: only what has changed since is shown, with its old translation.",
)
@click.option(
    "--old-target",
    type=options.readable_file(),
    metavar="FILE",
    help="The translation of OLD; without it old translations are those of the memory.",
)
@options.anyway("Go on with a document that is in another language.")
@options.languages
@options.as_json
@pass_session
@options.gathered(Wanted)
def suggest(session: Session, file: Path, wanted: Wanted) -> None:
    """Suggest a translation for each segment of a document (txt, docx, odt, html, pdf, json, srt, …) or bilingual file
    (xliff, po, ts, csv, …).

    Shows context, exact, adapted and fuzzy matches with their rate, what differs, and where they come from; the terms
    of each segment; repeated segments once. With -o and the ending of FILE the file is given back: context, exact and
    adapted matches in place, all else as it was, and what is left in the source language highlighted where the format
    has colours. An XLIFF opens in any CAT tool.

    \b
    Examples:
      tmtool suggest agenda.docx
      tmtool suggest agenda.docx -o agenda.fr.docx
      tmtool suggest project.sdlxliff -o filled.sdlxliff
      tmtool suggest agenda.txt -o agenda.xlf
      tmtool suggest agenda.txt -o agenda.html --threshold 60
      tmtool suggest rev1.en.docx --since agenda.en.docx --old-target agenda.fr.docx
    """
    if wanted.old_target is not None and wanted.since is None:
        raise UsageError(say("--old-target is the translation of an earlier version"), say("name that with --since"))
    out = wanted.out
    given_back = out is not None and _is_given_back(file, out)
    if wanted.overwrite and not given_back:
        raise UsageError(
            say("--overwrite is for a file that is given back"), say("give -o a name that ends as that of FILE")
        )
    write = None
    if out is not None and not given_back:
        write = options.page_or_writer(lambda known: known.suggestion_outputs, out)
    start = time.perf_counter()
    file_to_fill: Fillable | None = None
    if given_back:
        document, file_to_fill = read_to_fill(
            file, language=wanted.source_language, segmentation=wanted.segmentation, srx=wanted.srx
        )
        if not wanted.anyway:
            refuse_another_language(document)
    else:
        document = _read(file, wanted)
    if wanted.explain:
        from tmtool.cli.output.cleaning import explain as explain_cleaning

        explain_cleaning(document)
    language = wanted.target_language
    habit = wanted_habit(language, [slot.target for slot in file_to_fill.slots] if file_to_fill else ())
    with session.open() as home:
        found = _found(home, document, wanted, habit)
        furniture = furniture_of(home, file_to_fill, document, language, habit) if file_to_fill else ()
    elapsed = time.perf_counter() - start
    if out is not None and file_to_fill is not None:
        filled = fill(
            file_to_fill,
            found.every,
            furniture,
            source_language=document.language,
            target_language=language,
            overwrite=wanted.overwrite,
        )
        _give_back(session, out, filled)
    elif out is not None:
        if write is None:
            from tmtool.cli.output.suggestions_page.page import write_suggestions as write_page

            write_page(out, document, found.shown, language, found.removed)
        else:
            write(out, document, found.shown, target_language=language)
        session.tell(say("{path} written", path=out))
    _show(found, wanted, elapsed)


def _read(file: Path, wanted: Wanted) -> Document:
    """Reads a document in the source language."""
    document = read_sources(file, language=wanted.source_language, segmentation=wanted.segmentation, srx=wanted.srx)
    if not wanted.anyway:
        refuse_another_language(document)
    return document


def _found(home: Home, document: Document, wanted: Wanted, habit: Habit | None) -> _Found:
    """Returns the suggestions for a document, those for what has changed since an earlier version where one is
    named."""
    language, threshold = wanted.target_language, wanted.threshold
    if wanted.since is None:
        every = suggest_for(home, document, target_language=language, threshold=threshold, habit=habit, all_cores=True)
        return _Found(every, every)
    from tmtool.tasks.revising import revise

    old, old_target = _read(wanted.since, wanted), None
    if wanted.old_target is not None:
        old_target = read_document(
            wanted.old_target, language=language, segmentation=wanted.segmentation, srx=wanted.srx
        )
    revised = revise(home, document, old, old_target, target_language=language, threshold=threshold, all_cores=True)
    return _Found(revised.suggestions, revised.changed(), revised.removed)


def _show(found: _Found, wanted: Wanted, elapsed: float) -> None:
    """Shows the suggestions, unless a file has them, and their sum; or the suggestions as JSON."""
    if wanted.as_json:
        for suggestion in found.shown:
            click.echo(json_line(suggestion_json(suggestion, wanted.target_language)))
        for revision in found.removed:
            click.echo(json_line(removed_json(revision)))
        return
    if wanted.out is None:
        for suggestion in found.shown:
            _print(suggestion, wanted.target_language)
        for revision in found.removed:
            _print_removed(revision)
    if wanted.since is not None:
        _print_changes(found.every, found.removed)
    _print_summary(found.shown, elapsed)


def _is_given_back(file: Path, out: Path) -> bool:
    """Tells whether FILE itself is to be written with its translations; raises UsageError if it is the
    very file."""
    given_back = gives_back(file, out)
    if given_back and out.exists() and out.samefile(file):
        raise UsageError(say("{out} is the file itself", out=out), say("give another name: the original is kept"))
    return given_back


def _give_back(session: Session, out: Path, filled: Filled) -> None:
    with whole_file(out, "wb") as stream:
        stream.write(filled.content)
    session.tell(
        say(
            "{out} written: {filled} segments filled, {review} of them to look at, {kept} kept, {left} left",
            out=out,
            filled=len(filled.filled),
            review=len(filled.to_review),
            kept=len(filled.kept),
            left=len(filled.left),
        )
    )
    if filled.unsure:
        numbers = ", ".join(map(str, filled.unsure))
        session.tell(say("a code or look has no sure place in segments {numbers}", numbers=numbers))


def _print(suggestion: Suggestion, target_language: str) -> None:
    segment = suggestion.segment
    label = f"{segment.label} " if segment.label else ""
    head = f"{segment.number:3}  "
    screen.paragraph(label + segment.text, " " * len(head), head)
    if suggestion.revision is not None:
        _print_revision(suggestion.revision)
    if suggestion.repeats:
        screen.show(say("     = segment {segment}", segment=suggestion.repeats))
        return
    if suggestion.kind is MatchKind.NONE:
        nothing = say("no match")
        screen.show(f"  {screen.paint(read(nothing), MatchKind.NONE)}")
    for number, match in enumerate(worth_showing(suggestion.matches)[:3], 1):
        screen.match(number, match)
    if suggestion.kind in (MatchKind.FUZZY, MatchKind.NONE):
        screen.fragments(suggestion.fragments, segment.text)
        screen.terms(suggestion.terms, segment.text, target_language)
    screen.show()


def _print_revision(revision: Revision) -> None:
    """Prints what a segment was in the earlier version; the old translation is the first match."""
    screen.show(f"     {read(what_became(revision))}")
    if revision.segment is not None and revision.target is None:
        screen.paragraph(screen.difference(revision.diff), " " * 7)
        screen.show(f"     {read(unknown())}")


def _print_removed(revision: Revision) -> None:
    """Prints what is in the earlier version only, with its translation, which goes too."""
    screen.paragraph(f"[-{revision.source}-]", " " * 5)
    screen.show(f"     {read(what_became(revision))}")
    if revision.target is not None:
        screen.paragraph(f"[-{revision.target}-]", " " * 9, "     → ")
    screen.show()


def _print_changes(everything: Sequence[Suggestion], removed: Sequence[Revision]) -> None:
    """Prints how many segments have changed how."""
    counts = Counter(one.revision.change for one in everything if one.revision)
    screen.show(
        say(
            "{changed} changed, {moved} moved, {added} new, {removed} gone, {unchanged} as they were",
            changed=counts[Change.CHANGED],
            moved=counts[Change.MOVED],
            added=counts[Change.ADDED],
            removed=len(removed),
            unchanged=counts[Change.UNCHANGED],
        )
    )


def _print_summary(suggestions: tuple[Suggestion, ...], elapsed: float) -> None:
    counts = summary(suggestions)
    total = sum(words for _, words in counts.values())
    rows: list[tuple[str, ...]] = [(say("band"), say("segments"), say("words"), say("of words"))]
    for band in BANDS:
        segments, words = counts[band]
        rows.append((read_fixed(band), str(segments), str(words), f"{100 * words / total:.0f} %" if total else ""))
    rows.append((say("total"), str(len(suggestions)), str(total), ""))
    screen.table(rows, right=frozenset({1, 2, 3}))
    screen.show(say("{seconds:.1f} s", seconds=elapsed))
