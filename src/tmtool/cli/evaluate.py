"""Defines the command `tmtool evaluate`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line
from tmtool.cli.session import Session, pass_session, progress_bar
from tmtool.model.wording import say
from tmtool.present.evaluations import evaluation
from tmtool.tasks.evaluate import Evaluation, Score
from tmtool.tasks.evaluate import evaluate as evaluate_memory


@click.command()
@click.option(
    "--leave-out",
    type=click.Choice(["document", "later"]),
    default="document",
    show_default=True,
    help="What is taken out to replay a document: itself, or also what its series had later.",
)
@options.memory("Replay the documents of this memory only.")
@options.languages
@options.as_json
@pass_session
def evaluate(
    session: Session, leave_out: str, memory: str | None, source_language: str, target_language: str, as_json: bool
) -> None:
    """Measure how good the suggestions are on documents already translated.

    Each stored document is translated from the rest of the memory and compared with its translation: coverage by
    band, chrF, BLEU and TER by sacrebleu, and the characters a translator would still type, compared with the best raw
    match and with nothing at all. The database is not changed.

    \b
    Examples:
      tmtool evaluate
      tmtool evaluate --leave-out later --memory agendas
    """
    with session.open() as home, progress_bar(session, say("replaying")) as progress:
        result = evaluate_memory(
            home,
            memory=memory,
            leave_out=leave_out,
            source_language=source_language,
            target_language=target_language,
            progress=progress,
        )
    if as_json:
        click.echo(json_line(evaluation(result)))
    else:
        _print(result)


def _print(result: Evaluation) -> None:
    counts = {"documents": result.documents, "segments": result.segments}
    screen.show(
        say("{documents} documents, {segments} segments, each document replayed with itself left out", **counts)
        if result.leave_out == "document"
        else say(
            "{documents} documents, {segments} segments, "
            "each document replayed with itself and what came later in its series left out",
            **counts,
        )
    )
    screen.show()
    rows: list[tuple[str, ...]] = [(say("band"), say("segments"), say("words"), say("exactly right"))]
    for name, band in result.bands.items():
        share = f"{100 * band.right / band.segments:.0f} %" if band.segments else ""
        rows.append((name, str(band.segments), str(band.words), share))
    screen.table(rows, right=frozenset({1, 2, 3}))
    screen.show()
    rows = [(say("suggested"), "chrF++", "BLEU", "TER", say("still typed"), say("kept"))]
    for name, scores in result.systems.items():
        rows.append(
            (
                name,
                *(_interval(score) for score in (scores.chrf, scores.bleu, scores.ter)),
                f"{scores.typed:,}".replace(",", " "),
                f"{100 * scores.kept:.0f} %",
            )
        )
    screen.table(rows, right=frozenset(range(1, 6)))
    screen.show()
    first = next(iter(result.systems.values()))
    for label, score in (("chrF++", first.chrf), ("BLEU", first.bleu), ("TER", first.ter)):
        screen.show(f"{label}: {score.signature}")


def _interval(score: Score) -> str:
    return f"{score.score:.1f} [{score.low:.1f}, {score.high:.1f}]"
