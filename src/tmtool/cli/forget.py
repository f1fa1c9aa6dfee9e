"""Defines the command `tmtool forget`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.counts import counted
from tmtool.cli.reader import json_line
from tmtool.cli.session import PURGE_IS_LEFT, Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say, say_number
from tmtool.present.changes import forgotten, purgeable, purged, put_back
from tmtool.store.values import Extent, Part, Purged
from tmtool.tasks import forgetting
from tmtool.tasks.forgetting import Purgeable, PutBack


@click.command()
@options.memory("What is of this memory.")
@click.option("--source", type=options.Text(), metavar="FILE", help="What this file gave, as 'tmtool memory' names it.")
@click.option("--document", type=options.Text(), metavar="SYMBOL", help="What is of this document.")
@click.option("--yes", is_flag=True, help="Remove it; otherwise only how much there is of it is said.")
@click.option(
    "--purge",
    is_flag=True,
    help="Leave no word of it in any file of the database, its backups too, and no way back; alone, of all that was "
    "forgotten, or went by imports and edits, before.",
)
@click.option("--undo", is_flag=True, help="Put back what was forgotten last, or by just these names.")
@options.as_json
@pass_session
def forget(
    session: Session,
    memory: str | None,
    source: str | None,
    document: str | None,
    yes: bool,
    purge: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """Remove a memory, a file or a document from the database, or what is of all those named.

    Without --yes nothing is removed. What was forgotten can be put back with --undo until it is purged.

    \b
    Examples:
      tmtool forget --document A/80/L.1
      tmtool forget --document A/80/L.1 --yes
      tmtool forget --undo
      tmtool forget --memory trial --source old.tmx --yes
      tmtool forget --document A/80/L.1 --purge --yes
      tmtool forget --purge --yes                       what was forgotten before, for good
    """
    part = Part(memory, source, document)
    if part == Part() and not (purge or undo):
        raise UsageError(say("nothing is named"), say("say what: --memory, --source or --document"))
    if undo and (purge or yes):
        raise UsageError(say("say either what is to be removed, or --undo"), say("see 'tmtool forget --help'"))
    with session.open() as home:
        if undo:
            _show_put_back(forgetting.undo(home, part), as_json)
        elif purge and yes:
            _show_purged(session, forgetting.purge(home, part), as_json)
        elif yes:
            _show(session, forgetting.forget(home, part), as_json, removed=True)
        elif purge:
            _show_purgeable(session, forgetting.purgeable(home, part), as_json)
        else:
            _show(session, forgetting.forgettable(home, part), as_json)


def _show(session: Session, found: Extent, as_json: bool, *, removed: bool = False) -> None:
    if as_json:
        click.echo(json_line(forgotten(found, removed=removed)))
        return
    told = counted(found)
    screen.show(say("removed: {told}", told=told) if removed else say("to be removed: {told}", told=told))
    if removed:
        session.tell(say("'tmtool forget --undo' puts it back; --purge leaves no way back"))
    else:
        session.tell(say("nothing was removed; add --yes to remove it"))


def _show_purgeable(session: Session, found: Purgeable, as_json: bool) -> None:
    if as_json:
        click.echo(json_line(purgeable(found)))
        return
    screen.show(say("to be removed: {told}", told=counted(found.extent)))
    if found.changes:
        screen.show(
            say_number(
                "the history would not say any more what {n} change was, and it could not be taken back",
                "the history would not say any more what {n} changes were, and they could not be taken back",
                found.changes,
            )
        )
    for backup in found.backups:
        screen.show(screen.safe(say("the backup {path} has it too", path=backup)))
    session.tell(say("nothing was removed; add --yes to remove it"))


def _show_put_back(done: PutBack, as_json: bool) -> None:
    if as_json:
        click.echo(json_line(put_back(done)))
    else:
        screen.show(say("put back: {told}", told=counted(done.extent)))


def _show_purged(session: Session, done: Purged, as_json: bool) -> None:
    if as_json:
        click.echo(json_line(purged(done)))
    else:
        screen.show(say("removed for good: {told}", told=counted(done.extent)))
        for copy in done.purged:
            screen.show(screen.safe(say("removed from the copy {path} too", path=copy)))
    for copy in done.left:
        session.warn(say("the copy {path} could not be changed and still has it; delete it", path=screen.safe(copy)))
    for backup in done.gone:
        session.warn(say("the backup {path} is not there; if it was moved, it still has it", path=screen.safe(backup)))
    for backup in done.behind:
        session.warn(
            say(
                "the backup {path} has texts that the database has no more; delete it if they must go",
                path=screen.safe(backup),
            )
        )
    if not done.complete:
        session.warn(PURGE_IS_LEFT)
