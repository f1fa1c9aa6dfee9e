"""Defines the command `tmtool align`."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import alignment as output
from tmtool.cli.output import cleaning, screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, late_progress_bar, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError, UsageError
from tmtool.formats.format import UnitWriter
from tmtool.model.wording import joined, listed, say, say_number, word
from tmtool.present.alignments import alignment as alignment_json
from tmtool.store.home import Home
from tmtool.tasks.align import SURE, Alignment, store
from tmtool.tasks.align import align as align_files
from tmtool.tasks.folder_alignment import align_pairs
from tmtool.tasks.pairing import DocumentPair, pair_documents

Opener = Callable[[bool], Home | None]
"""A function that returns the database if there is one; with True one is made where there is none."""
ANOTHER_PAIR = say(
    "if those were other documents, align them again into a memory of their own (--memory), or a folder above both"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what the command line asks to be done with each pair of documents."""

    segmentation: Segmentation
    srx: Path | None
    explain: bool
    add: bool
    anyway: bool
    minimum: float
    memory: str
    out: Path | None
    source_language: str
    target_language: str
    as_json: bool


@click.command()
@click.argument("source", type=options.readable_file(), metavar="SOURCE|DIR")
@click.argument("target", type=options.readable_file(), required=False)
@options.segmentation
@options.srx
@options.explain
@click.option("--add", is_flag=True, help="Store the sure pairs in the memory; list the rest.")
@options.anyway("Align and store even what is in another language or may not be a translation.")
@click.option(
    "--min-confidence",
    "minimum",
    type=click.FloatRange(0, 1),
    default=SURE,
    show_default=True,
    metavar="P",
    help="How sure a pair must be to be stored or written.",
)
@options.memory("The memory to store in.", default="default")
@options.output("Write the sure pairs to .tmx or a table (.tsv, .csv, .xlsx), or a page for review (.html).")
@options.languages
@options.as_json
@pass_session
@options.gathered(Wanted)
def align(session: Session, source: Path, target: Path | None, wanted: Wanted) -> None:
    """Join the segments of two documents that are translations of each other, or of all such pairs of a folder.

    Each group carries the probability that these segments and no others belong together. In a folder, documents are
    paired by name (agenda.en.docx and agenda.fr.docx, en/agenda.docx and fr/agenda.docx), else by document symbol.

    \b
    Examples:
      tmtool align agenda.en.docx agenda.fr.docx
      tmtool align agenda.en.txt agenda.fr.txt -o review.html
      tmtool align agenda.en.txt agenda.fr.txt --add --memory crime
      tmtool align agendas/ --add
    """
    write = options.page_or_writer(lambda known: known.unit_outputs, wanted.out) if wanted.out is not None else None
    with session.open_to_store() if wanted.add else _only_read(session) as home:
        if source.is_dir() and target is None:
            _align_folder(session, home, source, write, wanted)
        elif target is None or source.is_dir():
            raise UsageError(
                say("two documents or one folder are needed"), say("name the translation after the source")
            )
        else:
            alignment = _aligned(session, home, source, target, wanted)
            _write(session, [alignment], write, wanted)
            _store_and_show(session, home, alignment, wanted)


@contextlib.contextmanager
def _only_read(session: Session) -> Iterator[Opener]:
    """Gives a function that returns the database where there is one."""
    with session.open_if_there() as home:
        yield lambda is_made: home


def _align_folder(session: Session, home: Opener, folder: Path, write: UnitWriter | None, wanted: Wanted) -> None:
    """Aligns every pair of the folder; a file that cannot be read does not stop the others."""
    pairing = pair_documents(folder, source_language=wanted.source_language, target_language=wanted.target_language)
    for left in pairing.alone:
        session.tell(say("{path}: left alone, {reason}", path=screen.safe(str(left.path)), reason=left.reason))

    def begin(number: int, pair: DocumentPair) -> None:
        names = screen.safe(f"{pair.source} + {pair.target}")
        total = len(pairing.pairs)
        session.tell(
            say("{number} of {total}: {names} (same {by})", number=number, total=total, names=names, by=word(pair.by))
        )

    alignments: list[Alignment] = []
    status = 0
    for result in align_pairs(pairing, lambda one, other: _aligned(session, home, one, other, wanted, folder), begin):
        if isinstance(result, InputError):
            session.fail(result)
            status = result.status
            continue
        alignments.append(result)
        _store_and_show(session, home, result, wanted)
    _write(session, alignments, write, wanted)
    pairs = say_number("{n} pair aligned", "{n} pairs aligned", len(alignments))
    files = say_number("{n} file left alone", "{n} files left alone", len(pairing.alone))
    session.tell(joined([pairs, files], ", "))
    if status:
        raise click.exceptions.Exit(status)


def _aligned(
    session: Session, home: Opener, source: Path, target: Path, wanted: Wanted, folder: Path | None = None
) -> Alignment:
    with late_progress_bar(session, say("aligning")) as progress:
        alignment = align_files(
            source,
            target,
            home=home(False),
            source_language=wanted.source_language,
            target_language=wanted.target_language,
            segmentation=wanted.segmentation,
            srx=wanted.srx,
            folder=folder,
            anyway=wanted.anyway,
            progress=progress,
        )
    if wanted.explain:
        cleaning.explain(alignment.source)
        cleaning.explain(alignment.target)
    return alignment


def _store_and_show(session: Session, home: Opener, alignment: Alignment, wanted: Wanted) -> None:
    """Stores what is sure, if that is wanted, and shows the groups: all of them, those that were not stored, or none
    where a file has them; with how many are sure."""
    doubts = alignment.doubts()
    if doubts:
        names = listed([alignment.source.path, alignment.target.path])
        session.warn(
            say("{names} may not be translations of each other: {doubts}", names=screen.safe(names), doubts=doubts)
        )
    if again := sum(map(alignment.is_untranslated, alignment.beads)):
        session.warn(
            say_number(
                "{n} group is the source again, left untranslated: look at it, or take it with --anyway",
                "{n} groups are the source again, left untranslated: look at them, or take them with --anyway",
                again,
            )
        )
    left = alignment.beads if wanted.out is None or wanted.add else ()
    if wanted.add and doubts and not wanted.anyway:
        session.tell(say("nothing stored; look at the groups (-o review.html), or store the sure ones with --anyway"))
    elif wanted.add:
        memory = home(True)
        assert memory is not None
        changes = store(memory, alignment, memory=wanted.memory, minimum=wanted.minimum)
        session.tell(
            say(
                "{added} added, {unchanged} unchanged, {removed} removed",
                added=changes.added,
                unchanged=changes.unchanged,
                removed=changes.removed,
            )
        )
        if changes.removed and not changes.unchanged:
            session.tell(
                say(
                    "nothing is left of what {name} gave before; {remedy}",
                    name=screen.safe(alignment.name),
                    remedy=ANOTHER_PAIR,
                )
            )
        left = tuple(bead for bead in left if not alignment.is_sure(bead, wanted.minimum))
    if wanted.as_json:
        click.echo(json_line(alignment_json(alignment)))
    else:
        output.show(alignment, left)
        output.summarise(alignment, wanted.minimum)


def _write(session: Session, alignments: list[Alignment], write: UnitWriter | None, wanted: Wanted) -> None:
    """Writes the file that is wanted of these alignments, if any is: one of all units, or without `write` a page for
    each pair; of several pages each has its source's name in its own."""
    out = wanted.out
    if out is None or not alignments:
        return
    if write is None:
        from tmtool.cli.output.review.page import write_review

        for alignment in alignments:
            stem = Path(alignment.source.path).stem
            page = out if len(alignments) == 1 else out.with_stem(f"{out.stem}.{stem}")
            write_review(page, alignment, wanted.minimum)
            session.tell(say("{path} written", path=page))
        return
    units = (unit for alignment in alignments for unit in alignment.units(wanted.minimum))
    write(out, units, source_language=wanted.source_language, target_language=wanted.target_language)
    session.tell(say("{path} written", path=out))
