"""tmtool concordance"""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit, span
from tmtool.cli.session import Session, pass_session
from tmtool.tasks.concordance import ConcordanceLine
from tmtool.tasks.concordance import concordance as lines_with
from tmtool.tasks.renderings import Renderings, renderings

_COUNTED = 200
"""How many units the summary counts at least, however few are shown."""
_TRANSLATIONS = 6


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
    wanted = max(limit, _COUNTED) if limit and not as_json else limit
    with session.open() as connection:
        lines = lines_with(connection, phrase, language=language, other_language=other, limit=wanted, literal=literal)
    for line in lines[:limit] if limit else lines:
        if as_json:
            emit(_json(line))
        else:
            _print(line)
    if as_json:
        return
    if lines:
        _summarise(renderings(lines, other), len(lines))
    else:
        screen.show(f"no unit with “{screen.safe(phrase)}”")


def _summarise(found: Renderings, units: int) -> None:
    """One line: each translation with its count, the commonest first."""
    parts = [f"{text} {count}" for text, count in found.counts[:_TRANSLATIONS]]
    if rest := sum(count for _, count in found.counts[_TRANSLATIONS:]):
        parts.append(f"others {rest}")
    if found.unknown:
        parts.append(f"not told {found.unknown}")
    screen.paragraph(f"{units} units: {', '.join(parts)}" if units > 1 else f"1 unit: {parts[0]}", "    ", "")


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
