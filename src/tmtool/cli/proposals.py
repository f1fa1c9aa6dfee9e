"""Defines the command `tmtool proposals`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from tmtool.cli import options
from tmtool.cli.commands import Commands, Sections
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.languages.codes import name_of
from tmtool.model.wording import joined, say
from tmtool.present.proposals import proposal as proposal_json
from tmtool.store.home import Home
from tmtool.tasks import proposing
from tmtool.tasks.proposing import Correction, Decision, Proposal

SECTIONS: Sections = {
    "What people propose": {
        "list": ("tmtool.cli.proposals:list_", "List what is proposed and not decided."),
        "accept": ("tmtool.cli.proposals:accept", "Make what is proposed."),
        "refuse": ("tmtool.cli.proposals:refuse", "Refuse what is proposed."),
        "reopen": ("tmtool.cli.proposals:reopen", "Take a decision back, and what it made."),
    }
}
_SAID = {None: say("proposed"), Decision.ACCEPT: say("accepted"), Decision.REFUSE: say("refused")}


@click.group(cls=Commands, sections=SECTIONS)
def proposals() -> None:
    """Decide on the corrections and terms that people and assistants propose."""


@click.command("list")
@click.option("--decided", is_flag=True, help="List what was accepted or refused last, instead of what is open.")
@options.as_json
@pass_session
def list_(session: Session, decided: bool, as_json: bool) -> None:
    """List the proposals that wait for a decision, the oldest first, each with the number that decides on it.

    \b
    Examples:
      tmtool proposals list
      tmtool proposals list --decided --json
    """
    with session.open() as home:
        found = proposing.decided(home) if decided else proposing.proposals(home)
    _show(found, as_json=as_json)
    if not found and not as_json:
        screen.show(say("no proposal was decided") if decided else say("no proposal is open"))


@click.command()
@click.argument("numbers", type=options.UNIT, nargs=-1, required=True, metavar="NUMBER…")
@options.as_json
@pass_session
def accept(session: Session, numbers: tuple[int, ...], as_json: bool) -> None:
    """Make what is proposed: correct the unit, or add the terms. What has changed since is not overwritten.

    \b
    Examples:
      tmtool proposals accept 17 18
    """
    _decide(session, numbers, proposing.accept, as_json=as_json)


@click.command()
@click.argument("numbers", type=options.UNIT, nargs=-1, required=True, metavar="NUMBER…")
@click.option("--reason", default="", metavar="TEXT", help="Why; it is kept.")
@options.as_json
@pass_session
def refuse(session: Session, numbers: tuple[int, ...], reason: str, as_json: bool) -> None:
    """Refuse what is proposed; who proposed it reads the reason.

    \b
    Examples:
      tmtool proposals refuse 17 --reason "The term base has it otherwise"
    """
    _decide(session, numbers, lambda home, number: proposing.refuse(home, number, reason), as_json=as_json)


@click.command()
@click.argument("numbers", type=options.UNIT, nargs=-1, required=True, metavar="NUMBER…")
@options.as_json
@pass_session
def reopen(session: Session, numbers: tuple[int, ...], as_json: bool) -> None:
    """Take a decision back, and what it made, as long as nothing else has changed that.

    \b
    Examples:
      tmtool proposals reopen 17
    """
    _decide(session, numbers, proposing.reopen, as_json=as_json)


def _decide(
    session: Session, numbers: Sequence[int], decide: Callable[[Home, int], Proposal], *, as_json: bool
) -> None:
    with session.open() as home:
        # Each by itself: the one that cannot be decided on takes nothing back.
        for number in numbers:
            _show([decide(home, number)], as_json=as_json)


def _show(every: Sequence[Proposal], *, as_json: bool) -> None:
    for one in every:
        if as_json:
            click.echo(json_line(proposal_json(one)))
            continue
        who, day = (one.decided_by, one.decided_at) if one.decision else (one.by, one.at)
        said = say("{what} by {who}, {day}", what=_SAID[one.decision], who=who, day=day[:10])
        screen.show(screen.safe(joined([f"{one.number}", _what(one), said], "  ")))
        for text in (*_texts(one), *filter(None, (one.why, one.answer))):
            screen.show(screen.safe(f"    {text}"))


def _what(proposal: Proposal) -> str:
    wanted = proposal.wanted
    if isinstance(wanted, Correction):
        return say("unit {unit}", unit=wanted.unit)
    return say("term for “{concept}”", concept=wanted.concept) if wanted.concept else say("new term")


def _texts(proposal: Proposal) -> list[str]:
    """Returns what would change, a line each."""
    wanted = proposal.wanted
    if isinstance(wanted, Correction):
        pairs = ((wanted.old_source, wanted.source), (wanted.old_target, wanted.target))
        return [line for old, new in pairs for line in ((f"- {old}", f"+ {new}") if old != new else (f"  {old}",))]
    return [f"+ {one.text} ({read_fixed(name_of(one.language))})" for one in wanted.terms]
