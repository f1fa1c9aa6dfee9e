"""tmtool concordance"""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit, span
from tmtool.cli.session import Session, pass_session
from tmtool.tasks.concordance import ConcordanceLine
from tmtool.tasks.concordance import concordance as lines_with


@click.command()
@click.argument("phrase")
@click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="The phrase's language.",
)
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Units shown; 0 for all.")
@click.option("--literal", is_flag=True, help="These very letters, not other forms of the words.")
@options.languages
@options.as_json
@pass_session
def concordance(
    session: Session,
    phrase: str,
    language: str,
    limit: int,
    literal: bool,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Show every unit that has a phrase, in any form of its words, with its translation.

    \b
    Examples:
      tmtool concordance "smuggling of migrants"
      tmtool concordance --lang fr "groupe criminel organisé"
    """
    other = target_language if language == source_language else source_language
    with session.open() as connection:
        lines = lines_with(connection, phrase, language=language, other_language=other, limit=limit, literal=literal)
    for line in lines:
        if as_json:
            emit(_json(line))
        else:
            _print(line)
    if not lines and not as_json:
        screen.show(f"no unit with “{screen.safe(phrase)}”")


def _json(line: ConcordanceLine) -> dict[str, object]:
    pair = line.pair
    return {
        "source": pair.source,
        "target": pair.target,
        "source_span": span(line.source_span),
        "target_span": span(line.target_span),
        "confidence": line.confidence,
        "document": pair.document,
        "date": pair.date,
        "memory": pair.memory,
        "status": pair.status,
    }


def _print(line: ConcordanceLine) -> None:
    pair = line.pair
    origin = " · ".join(part for part in (pair.document, pair.memory, pair.status.value, pair.date) if part)
    screen.show(screen.safe(origin))
    screen.paragraph(screen.marked(pair.source, line.source_span), "    ", "  | ")
    screen.paragraph(screen.marked(pair.target, line.target_span), "    ", "  → ")
