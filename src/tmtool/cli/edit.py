"""Defines the command `tmtool edit`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.origin import place
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model import Status
from tmtool.model.wording import say, say_number
from tmtool.present.changes import corrected, replaceable_text, replaced_in, replacement_undone
from tmtool.store.values import Part
from tmtool.tasks import replacing, unit_editing
from tmtool.tasks.replacing import Replacement, Undone
from tmtool.tasks.unit_editing import Corrected, UnitEdit
from tmtool.text.diff import diff


class NotEmpty(click.ParamType[str]):
    """`NotEmpty` reads letters, blanks too: two spaces may be what is to be replaced."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fails for nothing at all."""
        if not value:
            self.fail(read(say("it is empty")), param, ctx)
        return str(value)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what the command line asks to be other in one unit, or replaced in all."""

    target: str | None
    source: str | None
    status: str | None
    find: str | None
    put: str | None
    regex: bool
    side: str | None
    memory: str | None
    document: str | None

    def in_unit(self) -> UnitEdit:
        """Returns the correction of a unit."""
        return UnitEdit(self.source, self.target, Status(self.status) if self.status else None)

    def of_all(self) -> bool:
        """Tells whether something is asked of all units."""
        return any((self.find is not None, self.put is not None, self.regex, self.side, self.memory, self.document))


@click.command()
@click.argument("unit", type=options.UNIT, required=False)
@click.option("--target", type=options.Text(), metavar="TEXT", help="The translation as it is to be.")
@click.option("--source", type=options.Text(), metavar="TEXT", help="The source as it is to be.")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Its status.")
@click.option("--find", type=NotEmpty(), metavar="TEXT", help="Without UNIT: what is to be replaced in all units.")
@click.option("--replace", "put", metavar="TEXT", help="What is put in its place.")
@click.option("--regex", is_flag=True, help="What is found is a regular expression; \\1 in --replace is its group.")
@click.option(
    "--in", "side", type=click.Choice(["source", "target"]), help="In which texts it is replaced.  [default: target]"
)
@options.memory("Replace in this memory only.")
@click.option("--document", type=options.Text(), metavar="SYMBOL", help="Replace in this document only.")
@click.option("--yes", is_flag=True, help="Replace it; otherwise only what would change is shown.")
@options.limit("Texts shown that would change", 20)
@click.option("--undo", is_flag=True, help="Take the last correction of UNIT back, or the last replacement.")
@options.languages
@options.as_json
@pass_session
@options.gathered(Wanted)
def edit(
    session: Session,
    unit: int | None,
    wanted: Wanted,
    yes: bool,
    limit: int,
    undo: bool,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Correct a unit of the memory, by the number that `tmtool -v lookup` shows, or replace words in all units.

    A new import of its file leaves a corrected unit alone, and says so.

    \b
    Examples:
      tmtool edit 17 --target "Ouverture de la session"
      tmtool edit 17 --status approved
      tmtool edit 17 --undo
      tmtool edit --find "Conférence des parties" --replace "Conférence des Parties"
      tmtool edit --find "Conférence des parties" --replace "Conférence des Parties" --yes
      tmtool edit --regex --find "n° ?(\\d)" --replace "nᵒ \\1" --memory agendas
      tmtool edit --undo
    """
    correction = wanted.in_unit()
    if unit is None and not wanted.of_all() and correction != UnitEdit():
        raise UsageError(say("no unit is named"), say("say which: tmtool edit UNIT"))
    if undo == (correction != UnitEdit() or wanted.of_all()) or (unit is not None and wanted.of_all()):
        raise UsageError(say("say either what is to be other, or --undo"), say("see 'tmtool edit --help'"))
    if wanted.of_all():
        if wanted.find is None or wanted.put is None or correction != UnitEdit():
            raise UsageError(say("say what is to be replaced by what"), say("give both --find and --replace"))
        language = source_language if wanted.side == "source" else target_language
        part = Part(memory=wanted.memory, document=wanted.document)
        _replace(session, Replacement(wanted.find, wanted.put, language, wanted.regex, part), yes, limit, as_json)
        return
    with session.open() as home:
        if unit is None:
            _show_undone(replacing.undo(home), as_json)
            return
        if undo:
            done = unit_editing.undo(home, unit, source_language, target_language)
        else:
            done = unit_editing.edit(home, unit, correction, source_language, target_language)
    if as_json:
        click.echo(json_line(corrected(done)))
    else:
        _show(done)


def _replace(session: Session, wanted: Replacement, yes: bool, limit: int, as_json: bool) -> None:
    """Replaces words in all units, or shows what would change."""
    with session.open() as home:
        if yes:
            units = replacing.replace_all(home, wanted)
            if as_json:
                click.echo(json_line(replaced_in(units)))
            else:
                screen.show(say_number("replaced in {n} unit", "replaced in {n} units", units))
                session.tell(say("'tmtool edit --undo' takes it back"))
            return
        found: set[int] = set()
        texts = 0
        for one in replacing.replaceable(home, wanted):
            found.add(one.unit)
            texts += 1
            if limit and texts > limit:
                continue
            if as_json:
                click.echo(json_line(replaceable_text(one)))
            else:
                label = read(say("unit {unit}", unit=one.unit))
                screen.paragraph(screen.difference(diff(one.before, one.after)), "    ", f"{label}  ")
    if not as_json:
        screen.show(say_number("{n} unit would change", "{n} units would change", len(found)))
        if limit and texts > limit:
            session.tell(say("{shown} of {texts} texts are shown; --limit 0 shows all", shown=limit, texts=texts))
        if found:
            session.tell(say("nothing was replaced; add --yes to replace it"))
        else:
            session.tell(say("choose the texts with --in, --source-lang and --target-lang"))


def _show_undone(done: Undone, as_json: bool) -> None:
    if as_json:
        click.echo(json_line(replacement_undone(done)))
        return
    screen.show(say_number("taken back in {n} unit", "taken back in {n} units", done.units))
    if done.left:
        screen.show(
            say_number("{n} unit was changed since and stays", "{n} units were changed since and stay", done.left)
        )


def _show(done: Corrected) -> None:
    before, after = done.before, done.after
    if before == after:
        screen.show(say("nothing to correct"))
        return
    status = " → ".join(read_fixed(status.value) for status in dict.fromkeys((before.status, after.status)))
    screen.show(
        screen.safe(say("unit {unit} · {place} · {status}", unit=after.unit, place=place(after), status=status))
    )
    for old, new in ((before.source, after.source), (before.target, after.target)):
        if old != new:
            screen.paragraph(old, "    ", "  − ")
        screen.paragraph(new, "    ", "  + " if old != new else "    ")
