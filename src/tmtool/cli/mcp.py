"""Defines the command `tmtool mcp`."""

from __future__ import annotations

import click

from tmtool.cli import options
from tmtool.cli.desk import open_desk
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.model.wording import say


@click.command()
@click.option(
    "--propose", "proposes", is_flag=True, help="Let it propose corrections and terms, for a person to decide."
)
@options.languages
@pass_session
def mcp(session: Session, proposes: bool, source_language: str, target_language: str) -> None:
    """Answer an assistant by the Model Context Protocol, on standard input and output.

    Its tools look up, find terms, show units with a phrase, and check; they change nothing. With --propose it may also
    propose corrections and terms, which change nothing until somebody accepts them (`tmtool proposals`). The assistant
    starts this command itself: name it in its settings.

    \b
    Examples:
      tmtool mcp
      tmtool --db section.db mcp
      tmtool mcp --propose
    """
    try:
        from tmtool.mcp.server import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            say("answering assistants needs the package {name}", name=error.name),
            say("install it with pip install 'tmtool[mcp]'"),
        ) from error
    with open_desk(session, source_language, target_language) as desk:
        serve(desk, proposes=proposes)
