"""Defines the command `tmtool serve`."""

from __future__ import annotations

import re

import click

from tmtool.cli import options
from tmtool.cli.desk import open_desk
from tmtool.cli.session import Session, pass_session
from tmtool.cli.token import tokens_file
from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.store import EXTRACTS
from tmtool.tasks.tokens import ENDING, TokenFile

HOST, PORT = "127.0.0.1", 8750
_PATH = re.compile(r"(?:/[\w.~-]+)+", re.ASCII)


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 for any that is free.")
@click.option("--host", default=HOST, show_default=True, metavar="ADDRESS", help="The address to answer at.")
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="NAME",
    help="A name by which this server may be asked for, that of a proxy in front of it.",
)
@click.option(
    "--echo", is_flag=True, help="Answer as LibreTranslate too: a text without translation comes back as it is."
)
@click.option("--write", "writes", is_flag=True, help="Let people correct and propose, as far as their tokens say.")
@click.option("--below", "root", default="", metavar="/PATH", help="The path below which a proxy shows the pages.")
@click.option("--open", "is_open", is_flag=True, help="Answer other machines without asking for a token.")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.  [default: browser]")
@options.languages
@pass_session
def serve(
    session: Session,
    port: int,
    host: str,
    allowed: tuple[str, ...],
    echo: bool,
    writes: bool,
    root: str,
    is_open: bool,
    browser: bool,
    source_language: str,
    target_language: str,
) -> None:
    """Serve a page to look things up, and answer LibreOffice, OmegaT, Weblate, Okapi and other programs.

    Nothing can be changed by it, unless --write lets those who use it correct units and propose changes. It answers
    this machine only, unless --host is another address; whoever asks then shows a token (`tmtool token add`).

    \b
    Examples:
      tmtool serve
      tmtool serve --port 0 --no-browser
      tmtool token add "French section" --right propose
      tmtool serve --write --host 10.0.0.5 --allow-host tm.example.org
    """
    try:
        from tmtool.web import serving
    except ModuleNotFoundError as error:
        raise UsageError(
            say("serving needs the package {name}", name=error.name), say("install it with pip install 'tmtool[serve]'")
        ) from error
    if root and not _PATH.fullmatch(root):
        raise UsageError(
            say("{root!r} is no path such as /tm", root=root), say("begin it with /, and do not end it so")
        )
    file = tokens_file(session)
    tokens = TokenFile(file).tokens

    def started(address: str) -> None:
        session.tell(say("{address} answers; Ctrl-C ends it", address=address))
        if browser:
            import webbrowser

            webbrowser.open(address)

    extracts = file.with_name(file.name.removesuffix(ENDING) + EXTRACTS)
    with open_desk(session, source_language, target_language, extracts=extracts) as desk:
        if not serving.is_loopback(host) and not is_open and not tokens():
            raise UsageError(
                say("everybody who reaches {host} could read all of {path}", host=host, path=desk.home.name),
                say("make a token with 'tmtool token add', or say --open"),
            )
        if writes and is_open and not tokens():
            raise UsageError(
                say("everybody who reaches {host} could change {path}", host=host, path=desk.home.name),
                say("make a token with 'tmtool token add', or leave out --write"),
            )
        serving.serve(
            desk,
            host=host,
            port=port,
            allowed=allowed,
            echo=echo,
            tokens=tokens,
            writes=writes,
            root=root,
            started=started,
        )
