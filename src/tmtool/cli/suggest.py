"""Defines the command `tmtool suggest`."""

from __future__ import annotations

import time
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.session import Session, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.formats.reading import read_document
from tmtool.matching.rank import worth_showing
from tmtool.model import MatchKind, Suggestion
from tmtool.present.lines import json_line
from tmtool.present.suggestions import suggestion as suggestion_json
from tmtool.tasks.suggest import BANDS, summary
from tmtool.tasks.suggest import suggest as suggest_for


@click.command()
@click.argument("file", type=options.readable_file())
@options.output("Write .xlf (XLIFF 1.2), a table (.tsv, .csv, .xlsx) or a page (.html).")
@options.segmentation
@options.srx
@options.explain
@options.threshold
@options.languages
@options.as_json
@pass_session
def suggest(
    session: Session,
    file: Path,
    out: Path | None,
    segmentation: Segmentation,
    srx: Path | None,
    explain: bool,
    threshold: int,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Suggest a translation for each segment of a new document (txt, docx, odt, html, pdf).

    Shows context, exact, adapted and fuzzy matches with their rate, what differs, and where they come from; the terms
    of each segment; repeated segments once. An XLIFF opens in any CAT tool, with context, exact and adapted
    matches filled in.

    \b
    Examples:
      tmtool suggest agenda.docx
      tmtool suggest agenda.txt -o agenda.xlf
      tmtool suggest agenda.txt -o agenda.html --threshold 60
    """
    write = options.page_or_writer(lambda known: known.suggestion_outputs, out) if out is not None else None
    start = time.perf_counter()
    document = read_document(file, language=source_language, segmentation=segmentation, srx=srx)
    if explain:
        from tmtool.cli.output.cleaning import explain as explain_cleaning

        explain_cleaning(document)
    with session.open() as home:
        suggestions = suggest_for(
            home,
            document,
            target_language=target_language,
            threshold=threshold,
            all_cores=True,
        )
    elapsed = time.perf_counter() - start
    if out is not None:
        if write is None:
            from tmtool.cli.output.html import write_suggestions as write_page

            write_page(out, document, suggestions, target_language)
        else:
            write(out, document, suggestions, target_language=target_language)
        session.tell(f"{out} written")
    if as_json:
        for suggestion in suggestions:
            click.echo(json_line(suggestion_json(suggestion, target_language)))
        return
    if out is None:
        for suggestion in suggestions:
            _print(suggestion, target_language)
    _print_summary(suggestions, elapsed)


def _print(suggestion: Suggestion, target_language: str) -> None:
    segment = suggestion.segment
    label = f"{segment.label} " if segment.label else ""
    head = f"{segment.number:3}  "
    screen.paragraph(label + segment.text, " " * len(head), head)
    if suggestion.repeats:
        screen.show(f"     = segment {suggestion.repeats}")
        return
    if suggestion.kind is MatchKind.NONE:
        screen.show(f"  {screen.paint('no match', MatchKind.NONE)}")
    for number, match in enumerate(worth_showing(suggestion.matches)[:3], 1):
        screen.match(number, match)
    if suggestion.kind in (MatchKind.FUZZY, MatchKind.NONE):
        screen.fragments(suggestion.fragments, segment.text)
        screen.terms(suggestion.terms, segment.text, target_language)
    screen.show()


def _print_summary(suggestions: tuple[Suggestion, ...], elapsed: float) -> None:
    counts = summary(suggestions)
    total = sum(words for _, words in counts.values())
    rows = [("band", "segments", "words", "of words")]
    for band in BANDS:
        segments, words = counts[band]
        rows.append((band, str(segments), str(words), f"{100 * words / total:.0f} %" if total else ""))
    rows.append(("total", str(len(suggestions)), str(total), ""))
    screen.table(rows, right=frozenset({1, 2, 3}))
    screen.show(f"{elapsed:.1f} s")
