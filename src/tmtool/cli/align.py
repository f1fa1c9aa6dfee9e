"""tmtool align"""

from __future__ import annotations

from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit
from tmtool.cli.session import Session, pass_session
from tmtool.documents.reading import Segmentation
from tmtool.tasks.align import SURE, Alignment, store
from tmtool.tasks.align import align as align_files

ENDINGS = (".tmx", ".tsv", ".html")


@click.command()
@click.argument("source", type=options.readable_file())
@click.argument("target", type=options.readable_file())
@options.segmentation
@click.option("--add", is_flag=True, help="Store the sure pairs in the memory; list the rest.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=SURE,
    show_default=True,
    help="How sure a pair must be to be stored or written.",
)
@click.option("--memory", default="default", show_default=True, metavar="NAME", help="The memory to store in.")
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    help="Write the sure pairs to .tmx or .tsv, or a page for review to .html.",
)
@options.languages
@options.as_json
@pass_session
def align(
    session: Session,
    source: Path,
    target: Path,
    segmentation: Segmentation,
    add: bool,
    min_confidence: float,
    memory: str,
    out: Path | None,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Join the segments of two documents (txt, docx) that are translations of each other.

    Each group carries the probability that these segments and no others belong together.

    \b
    Examples:
      tmtool align agenda.en.docx agenda.fr.docx
      tmtool align agenda.en.txt agenda.fr.txt -o review.html
      tmtool align agenda.en.txt agenda.fr.txt -o agenda.tmx
      tmtool align agenda.en.txt agenda.fr.txt --add --memory crime
    """
    if out is not None:
        options.ending(out, ENDINGS)
    alignment = align_files(
        source, target, source_language=source_language, target_language=target_language, segmentation=segmentation
    )
    if out is not None:
        _write(out, alignment, min_confidence)
        session.say(f"{out} written")
    if add:
        with session.open(create=True) as connection:
            changes = store(connection, session.database_path(), alignment, memory=memory, minimum=min_confidence)
        session.say(f"{changes.added} added, {changes.unchanged} unchanged, {changes.removed} removed")
    if as_json:
        emit(_json(alignment))
    else:
        _print(alignment, min_confidence if add else 0.0)


def _write(out: Path, alignment: Alignment, minimum: float) -> None:
    if out.suffix.lower() == ".html":
        from tmtool.cli.output.review.page import write_review

        write_review(out, alignment, minimum)
        return
    from tmtool.formats.registry import by_extension

    writer = by_extension(out)
    assert writer is not None and writer.write_units is not None  # ENDINGS has seen to it
    writer.write_units(
        out,
        alignment.units(minimum),
        source_language=alignment.source.language,
        target_language=alignment.target.language,
    )


def _json(alignment: Alignment) -> dict[str, object]:
    return {
        "beads": [
            {
                "source": list(bead.source),
                "target": list(bead.target),
                "confidence": round(bead.confidence, 4),
                "source_text": alignment.source_text(bead),
                "target_text": alignment.target_text(bead),
            }
            for bead in alignment.beads
        ]
    }


def _print(alignment: Alignment, sure_from: float) -> None:
    """Each bead; with `sure_from` above 0 only those that were not stored."""
    for bead in alignment.beads:
        stored = bead.source and bead.target and bead.confidence >= sure_from
        if sure_from and stored:
            continue
        numbers = f"{_numbers(bead.source):>7} = {_numbers(bead.target):7}"
        screen.show(f"{numbers} {100 * bead.confidence:3.0f} %")
        screen.paragraph(alignment.source_text(bead) or "(nothing)", "      ", "    | ")
        screen.paragraph(alignment.target_text(bead) or "(nothing)", "      ", "    → ")


def _numbers(indexes: tuple[int, ...]) -> str:
    return ",".join(str(index + 1) for index in indexes) or "–"
