"""Holds the command ``tmtool``: its global options, its commands, and the one place where errors end."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from pathlib import Path

import click

from tmtool import __version__
from tmtool.cli.commands import Commands, Sections
from tmtool.cli.reader import OPTION, read
from tmtool.cli.session import DatabasePlace, Session
from tmtool.errors import OutputError, TmtoolError, UsageError, in_one_line, said_by
from tmtool.model.wording import Wording, say
from tmtool.present.catalogues import languages
from tmtool.store import Place

COLLECT_AFTER = 2_000_000
"""New objects between two searches for cycles: loading the modules of a command makes some ten thousand and no cycle
that is ever free, and it is a tenth of what a lookup takes to look for them every 700. A check of 100 kB or of a
thousand rows makes more than a million that stay, and one search through them takes 150 ms and frees ten thousand."""
_COMPLETION = "_TMTOOL_COMPLETE"
"""What the shells set when they ask for completion: ``bash_source``, ``zsh_complete`` and the like."""

SECTIONS: Sections = {
    "Everyday": {
        "suggest": ("tmtool.cli.suggest:suggest", "Suggest a translation for each segment of a document."),
        "check": ("tmtool.cli.check:check", "Check a French draft, alone or against its source."),
        "checks": ("tmtool.cli.checks:checks", "List the checks, or explain one."),
        "lookup": ("tmtool.cli.lookup:lookup", "Find a sentence in the memory, and the terms in it."),
        "concordance": (
            "tmtool.cli.concordance:concordance",
            "Show all units with a phrase, in any form of its words.",
        ),
        "align": ("tmtool.cli.align:align", "Join the segments of two documents, or of a folder of them."),
    },
    "For other programs": {
        "serve": ("tmtool.cli.serve:serve", "Serve a page to look things up, and answer CAT tools."),
        "lsp": ("tmtool.cli.lsp:lsp", "Show findings and repairs in an editor."),
        "mcp": ("tmtool.cli.mcp:mcp", "Answer an assistant, which asks memory, terms and checks."),
        "token": ("tmtool.cli.token:token", "Say who is let in to the server."),
    },
    "Terms": {
        "terms": ("tmtool.cli.terms:terms", "Find, search, add, change, check and exchange terms."),
    },
    "The memory": {
        "import": ("tmtool.cli.import_:import_", "Load units or terms from files or folders."),
        "export": ("tmtool.cli.export:export", "Write units to TMX or a table, for other programs."),
        "convert": ("tmtool.cli.convert:convert", "Write a file of units or terms in another format."),
        "validate": ("tmtool.cli.validate:validate", "Say what is wrong in a file, with line, rule and remedy."),
        "edit": ("tmtool.cli.edit:edit", "Correct a unit of the memory."),
        "proposals": ("tmtool.cli.proposals:proposals", "Accept or refuse what people propose."),
        "settle": ("tmtool.cli.settle:settle", "Say which of two translations of a text is right."),
        "evaluate": ("tmtool.cli.evaluate:evaluate", "Measure the suggestions on documents already translated."),
    },
    "The database": {
        "init": ("tmtool.cli.init:init", "Make a database with the memories and terms that come along."),
        "memory": ("tmtool.cli.memory:memory", "List the memories; weigh, rename, merge, split."),
        "share": ("tmtool.cli.share:share", "Say who may read and write a memory on PostgreSQL."),
        "stats": ("tmtool.cli.stats:stats", "Count what is in the database."),
        "history": ("tmtool.cli.history:history", "Tell what people changed by hand."),
        "move": ("tmtool.cli.move:move", "Copy a whole database into another one, such as PostgreSQL."),
        "forget": ("tmtool.cli.forget:forget", "Remove a memory, a file or a document."),
        "query": ("tmtool.cli.query:query", "Ask the database in SQL."),
        "backup": ("tmtool.cli.backup:backup", "Copy the database into a file."),
        "restore": ("tmtool.cli.restore:restore", "Make a backup the content of the database."),
        "doctor": ("tmtool.cli.doctor:doctor", "Look whether the database is sound."),
    },
}


@click.group(
    cls=Commands,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", type=DatabasePlace(), help="The database: a file, or a postgresql:// URL.", metavar="PATH")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks.")
@click.option("-v", "--verbose", is_flag=True, help="Say more, such as each entry left out.")
@click.option(
    OPTION,
    type=click.Choice(languages()),
    expose_value=False,
    is_eager=True,
    help="The language of messages, pages and reports.  [default: that of the locale, else en]",
)
@click.version_option(__version__, prog_name="tmtool")
@click.pass_context
def tmtool(context: click.Context, db: Place | None, quiet: bool, verbose: bool) -> None:
    """Translation memory and term base for the agendas of United Nations bodies.

    \b
    Start:     tmtool init                     a database with the memories and terms that come along
    Translate: tmtool suggest agenda.docx      the best translation of each segment
    Revise:    tmtool check en.docx fr.docx    what is wrong in a French draft
    Look up:   tmtool lookup "Opening of the meeting"

    The database is --db PATH, else $TMTOOL_DB, else what the nearest tmtool.toml says (its key db, or tm.db
    next to it), else one for this user.
    """
    context.obj = Session(database=db, quiet=quiet, verbose=verbose)


def run() -> None:
    """Runs the command line and ends the process with an exit status of docs/reference.md."""
    try:
        status = _status()
    except KeyboardInterrupt:
        # One more, amid what is done about an error or the first interrupt.
        status = 130
    # All that must be closed is: from here on an interrupt ends the process, without a word.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # The interpreter would go through everything once more before it ends.
    gc.freeze()
    sys.exit(status)


def _status() -> int:
    """Runs the command line; the exit status."""
    gc.set_threshold(COLLECT_AFTER)
    _open_streams()
    _complete()
    _use_utf8()
    status = 0
    try:
        # Not tmtool.main(), which would end with 1 when the reader of a pipe has gone.
        with tmtool.make_context("tmtool", sys.argv[1:]) as context:
            tmtool.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.Abort:
        status = 130
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "tmtool"
        message = error.format_message().rstrip(".")
        if message.endswith("?"):
            _fail(say("{message} See '{command} --help'", message=message, command=command))
        else:
            _fail(say("{message}; see '{command} --help'", message=message, command=command))
        status = error.exit_code
    except TmtoolError as error:
        click.echo(f"tmtool: {in_one_line(read(error.wording))}", err=True)
        status = error.status
    except UnicodeEncodeError as error:
        # What came in by the command line in another encoding can be neither stored nor looked for.
        text = str(error.object)[max(0, error.start - 20) : error.end + 20].encode("utf-8", "backslashreplace").decode()
        _fail(say("'{text}' is not UTF-8; set the terminal to UTF-8 and write it again", text=text))
        status = UsageError.status
    except BrokenPipeError:
        # The reader has gone (| head): nothing more to say.
        _drop_output()
    except OSError as error:
        place, problem = error.filename or say("standard output"), said_by(error)
        if error.errno == errno.ENAMETOOLONG:
            _fail(say("{place}…: {problem}; give a shorter one", place=str(place)[:80], problem=problem))
        else:
            _fail(say("{place}: {problem}; check its rights and the space there", place=place, problem=problem))
        status = OutputError.status
        _drop_output()
    except KeyboardInterrupt:
        status = 130
    return status


def _fail(message: Wording) -> None:
    click.echo(f"tmtool: {read(message)}", err=True)


def _complete() -> None:
    """Answers a shell that asks how a command line may go on (docs/reference.md, Completion), and ends the process."""
    if question := os.environ.get(_COMPLETION):
        from click.shell_completion import shell_complete

        sys.exit(shell_complete(tmtool, {}, "tmtool", _COMPLETION, question))


def _open_streams() -> None:
    """Gives a program started without a standard stream (``>&-``) an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _use_utf8() -> None:
    """Makes input and output UTF-8 whatever the locale says. What of a file's name is none is written by its number, so
    that JSON stays JSON; what of the input is none is replaced, so that one line does not stop a batch."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors=errors)


def _drop_output() -> None:
    """Throws away what is still to be written, lest the interpreter's last flush fails too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
