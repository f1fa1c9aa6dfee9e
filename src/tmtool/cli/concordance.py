"""Defines the command `tmtool concordance`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.languages.direction import directions_of
from tmtool.model import PassageUnit
from tmtool.model.wording import say, say_number
from tmtool.present.concordance import line as line_json
from tmtool.store.home import Home
from tmtool.tasks.concordance import ConcordanceLine, concordance_lines
from tmtool.tasks.renderings import Renderings, renderings

_COUNTED = 200
"""How many units the summary counts at least, however few are shown."""
_TRANSLATIONS = 6


@click.command()
@click.argument("phrase")
@options.limit("Units shown", 20)
@click.option("--literal", is_flag=True, help="These very letters, not other forms of the words.")
@click.option(
    "--context", type=click.IntRange(0, 50), default=0, metavar="N", help="Also N units before and after each."
)
@options.output("Write a page (.html) with the documents of the units, to walk through in both languages.")
@options.asked_languages("--lang")
@options.as_json
@pass_session
def concordance(
    session: Session,
    phrase: str,
    limit: int,
    literal: bool,
    context: int,
    out: Path | None,
    source_language: str,
    target_language: str,
    told: bool,
    into: str,
    as_json: bool,
) -> None:
    """Show every unit that has a phrase, in any form of its words, with its translation.

    A word that ends in a star stands for all that begin like it.

    \b
    Examples:
      tmtool concordance "smuggling of migrants"
      tmtool concordance "groupe criminel organisé"
      tmtool concordance --lang fr "migrants"
      tmtool concordance "traffic* in persons"
      tmtool concordance "smuggling of migrants" --context 2
      tmtool concordance "smuggling of migrants" -o smuggling.html
    """
    if out is not None:
        options.ending(out, (".html",))
    if source_language == target_language:
        raise UsageError(
            say("the phrase and its translation are both in {language}", language=source_language),
            say("name another --target-lang"),
        )
    wanted = max(limit, _COUNTED) if limit and not as_json else limit
    with session.open() as home:
        further = options.further_language(source_language, told, into)
        directions = tuple((source_language, one) for one in (target_language, further) if one)
        asked = directions_of(phrase, *directions[0], into) if told else directions
        lines, (source_language, target_language) = _first_found(home, phrase, asked, literal=literal, limit=wanted)
        if out is not None:
            every = list(lines)
            _write(home, out, phrase, every, source_language, target_language)
            session.tell(say_number("{path}: {n} unit", "{path}: {n} units", len(every), path=out))
            if not as_json:
                return
            lines = iter(every)

        shown = _shown(home, lines, (source_language, target_language), limit=limit, context=context, as_json=as_json)
        if as_json:
            for _ in shown:
                pass
            return
        found = renderings(shown, target_language)
    if found.of_lines:
        _summarise(found, len(found.of_lines))
    elif any(map(str.isalnum, phrase)):
        screen.show(say("no unit with “{phrase}”", phrase=screen.safe(phrase)))
    else:
        screen.show(say("no word or number to look for in “{phrase}”", phrase=screen.safe(phrase)))


def _first_found(
    home: Home, phrase: str, directions: Sequence[tuple[str, str]], *, literal: bool, limit: int
) -> tuple[Iterator[ConcordanceLine], tuple[str, str]]:
    """Returns the units with a phrase in the first direction in which there are some, and that direction; none with the
    last one."""
    for direction in directions:
        language, other_language = direction
        lines = concordance_lines(
            home, phrase, language=language, other_language=other_language, limit=limit, literal=literal
        )
        if (first := next(lines, None)) is not None:
            return chain([first], lines), direction
    return iter(()), directions[-1]


def _shown(
    home: Home,
    lines: Iterable[ConcordanceLine],
    direction: tuple[str, str],
    *,
    limit: int,
    context: int,
    as_json: bool,
) -> Iterator[ConcordanceLine]:
    """Yields all lines, and shows the first of them as they come, with what is around them in their documents."""
    for number, line in enumerate(lines, 1):
        if not limit or number <= limit:
            near = home.passages.around(line.pair, context, *direction) if context else ()
            if as_json:
                click.echo(json_line(line_json(line, near or None)))
            else:
                _print(line, *(near or ((), ())))
        yield line


def _write(
    home: Home,
    out: Path,
    phrase: str,
    lines: Sequence[ConcordanceLine],
    language: str,
    other_language: str,
) -> None:
    from tmtool.cli.output.concordance.page import write_concordance
    from tmtool.tasks.passages import passages

    write_concordance(
        out,
        phrase,
        lines,
        renderings(lines, other_language),
        passages(home, lines, language, other_language),
        language=language,
        other_language=other_language,
    )


def _summarise(found: Renderings, units: int) -> None:
    """Prints one line: each translation with its count, the commonest first."""
    parts = [f"{text} {count}" for text, count in found.counts[:_TRANSLATIONS]]
    if rest := sum(count for _, count in found.counts[_TRANSLATIONS:]):
        parts.append(read(say("others {number}", number=rest)))
    if found.unknown:
        parts.append(read(say("not told {number}", number=found.unknown)))
    said = say_number("{n} unit: {renderings}", "{n} units: {renderings}", units, renderings=", ".join(parts))
    screen.paragraph(said, "    ", "")


def _print(line: ConcordanceLine, before: Sequence[PassageUnit], after: Sequence[PassageUnit]) -> None:
    pair = line.pair
    place = read(say("no {position}", position=pair.position)) if before or after else ""
    origin = " · ".join(
        part for part in (pair.document, place, pair.memory, read_fixed(pair.status.value), pair.date) if part
    )
    screen.show(screen.safe(origin))
    for unit in before:
        _print_near(unit)
    screen.paragraph(screen.marked(pair.source, line.source_span), "    ", "  | ")
    screen.paragraph(screen.marked(pair.target, line.target_span), "    ", "  → ")
    for unit in after:
        _print_near(unit)


def _print_near(unit: PassageUnit) -> None:
    screen.paragraph(unit.source, "        ", "      · ")
    screen.paragraph(unit.target, "        ", "        ")
