"""Defines the command `tmtool checks`."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence

import click

from tmtool.checks.engine.check import Check, Example
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.registry import all_checks, get
from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import fixed_for_programs, json_line, read, read_fixed
from tmtool.model import Finding, Span, Term
from tmtool.model.wording import joined, listed, say
from tmtool.present.findings import MARKS, plain
from tmtool.present.findings import check as check_json
from tmtool.present.invisible import change


def _names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Returns the names of checks that begin so, for a shell that completes."""
    return [check.name for check in all_checks() if check.name.startswith(incomplete)]


@click.command()
@click.argument("name", required=False, shell_complete=_names)
@options.as_json
def checks(name: str | None, as_json: bool) -> None:
    """List the checks, or explain one: why it exists, what it says of its examples, how to turn it off.

    \b
    Examples:
      tmtool checks
      tmtool checks dates-weekday
    """
    chosen = [get(name)] if name else list(all_checks())
    if as_json:
        for check in chosen:
            shown = check_json(check)
            texts = {"summary": fixed_for_programs(check.summary), "reason": fixed_for_programs(check.reason)}
            click.echo(json_line({**shown, **texts}))
    elif name:
        _explain(chosen[0])
    else:
        _list(chosen)


def _repairs(check: Check) -> bool:
    return any(example.repaired is not None for example in check.examples)


def _list(checks: Sequence[Check]) -> None:
    """Prints a line a check; on a terminal what it reports is wrapped in its column."""
    head = tuple(map(read, (say("check"), say("level"), say("compares"), say("fix"), say("what it reports"))))
    rows = [head]
    for check in checks:
        level = f"{MARKS[check.level.value]} {read_fixed(check.level.value)}"
        rows.append(
            (
                check.name,
                level,
                read_fixed(check.scope),
                "✎" if _repairs(check) else "",
                plain(read_fixed(check.summary)),
            )
        )
    before = sum(max(len(row[column]) for row in rows) + 2 for column in range(len(head) - 1))
    room = max(screen.width() - before, 30) if sys.stdout.isatty() else sys.maxsize
    wrapped = [
        (*(row[:-1] if place == 0 else ("",) * (len(head) - 1)), line)
        for row in rows
        for place, line in enumerate(textwrap.wrap(row[-1], room))
    ]
    screen.table(wrapped)
    screen.show()
    screen.show(say("✎ repaired by --fix where certain. `tmtool checks NAME` explains one."))


def _explain(check: Check) -> None:
    mark = screen.paint(f"{MARKS[check.level.value]} {read_fixed(check.level.value)}", check.level)
    screen.show(f"{click.style(check.name, bold=True)}  {mark}")
    screen.paragraph(plain(read_fixed(check.summary)), "  ")
    _title(say("Why"))
    screen.paragraph(plain(read_fixed(check.reason)), "  ")
    _title(say("Examples"))
    # Imported here: whoever asks for the list alone needs no language read.
    from tmtool.checks.engine.example_table import examples_of
    from tmtool.checks.engine.examples import findings_of

    for example in examples_of(check):
        _show(check, example, findings_of(check, example))
    _title(say("Use"))
    compares = say("the whole document") if check.scope == "document" else say("one segment at a time")
    needs = say("with its source") if check.requires.source else say("a translation alone, or with its source")
    rows = [
        (say("looks at"), joined([compares, needs], ", ")),
        (say("needs"), _needs(check.requires)),
        (
            say("repairs"),
            say("what it is certain of, with --fix") if _repairs(check) else say("nothing: it only reports"),
        ),
        (say("category"), say("{type} (ITS 2.0, localization quality issue)", type=check.its_type)),
        (say("turn off"), say('in tmtool.toml, under [check]: disable = ["{check}"]', check=check.name)),
        (
            say("weigh"),
            say(
                'in tmtool.toml, under [check]: levels = {{ {check} = "info" }}, "hint", "warning" or "error"',
                check=check.name,
            ),
        ),
        (say("accept one"), f"tmtool check … --waive {check.name}:SEGMENT --reason TEXT"),
    ]
    width = max(len(read(name)) for name, _ in rows)
    for name, text in rows:
        screen.paragraph(text, " " * (width + 4), f"  {read(name):{width}}  ")


def _needs(needs: Needs) -> str:
    """Returns what the check needs, in a sentence."""
    said = listed(needs.described())
    if not said:
        return say("nothing more: it looks at a text in any language")
    others = say(", or else {needs}", needs=listed(needs.or_else.described())) if needs.or_else else ""
    return say("{needs}{others}; it is silent without", needs=said, others=others)


def _title(name: str) -> None:
    screen.show()
    screen.show(click.style(read(name), bold=True))


def _show(check: Check, example: Example, found: Sequence[Finding]) -> None:
    """Prints an example, its places marked, with what the check says of it."""
    screen.show(say("  reported") if found else say("  left alone"))
    many = check.scope == "document"
    targets = example.target.split("\n") if many else [example.target]
    sources = (example.source or "").split("\n") if many else [example.source or ""]
    for number, target in enumerate(targets, 1):
        here = [one for one in found if one.segment == number]
        source = sources[number - 1] if example.source is not None else ""
        label = f"{number} " if many and len(targets) > 1 else ""
        if source:
            _line(source, {one.source_span for one in here}, f"    {label}| ")
        _line(target, {one.target_span for one in here}, f"    {label}→ ")
        for one in here:
            screen.paragraph(
                one.message,
                " " * 8,
                f"      {MARKS[one.level.value]} {read(say('{heading}:', heading=read_fixed(one.level.value)))} ",
            )
            if one.suggestion is not None and one.target_span:
                screen.paragraph(change(one.target_span.of(one.target), one.suggestion), " " * 8, "      ✎ ")
    for text in _given(example):
        screen.paragraph(text, " " * 8, "      ")


def _given(example: Example) -> Iterator[str]:
    """Yields what the example has besides its texts: the document, its term base, the memory."""
    if example.symbol:
        yield say("in the document {symbol}", symbol=example.symbol)
    for concept in example.concepts:
        languages = dict.fromkeys(term.language for term in concept.terms)
        sides = (", ".join(map(_term, concept.in_language(language))) for language in languages)
        yield say("in the term base: {terms}", terms=" = ".join(sides))
    for text in example.approved:
        yield say("approved in the memory: {text}", text=text)


def _term(term: Term) -> str:
    """Returns a term with what the term base says of its use."""
    notes = [*term.bodies, *(read(say("not with {word}", word=word)) for word in term.not_with)]
    said = f" ({'; '.join(notes)})" if notes else ""
    unwanted = "" if term.status.accepted else read(say("not "))
    return f"{unwanted}{term.text}{said}"


def _line(text: str, spans: set[Span | None], first: str) -> None:
    for span in sorted((one for one in spans if one), reverse=True):
        text = screen.marked(text, span)
    screen.paragraph(text or say("(nothing)"), " " * len(first), first)
