"""Defines the command `tmtool lsp`."""

from __future__ import annotations

import os
import sys

import click

from tmtool.cli import options
from tmtool.cli.desk import open_desk
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say


@click.command()
@options.languages
@pass_session
def lsp(session: Session, source_language: str, target_language: str) -> None:
    """Show findings and repairs in an editor by the Language Server Protocol, on standard input and output.

    Text files are checked against the source next to them (agenda.fr.txt, agenda.en.txt), XLIFF and PO by what is in
    them. The editor starts this command itself: name it in its settings.

    \b
    Examples:
      tmtool lsp
      tmtool --db section.db --ui fr lsp
    """
    try:
        from tmtool.lsp.server import server
    except ModuleNotFoundError as error:
        raise UsageError(
            say("answering editors needs the package {name}", name=error.name),
            say("install it with pip install 'tmtool[lsp]'"),
        ) from error
    with (
        open_desk(session, source_language, target_language) as desk,
        # Of its own: the server closes what it writes to.
        open(os.dup(sys.stdout.fileno()), "wb", buffering=0) as out,  # noqa: PTH123 - a number, no path
    ):
        server(desk).start_io(sys.stdin.buffer, out)
