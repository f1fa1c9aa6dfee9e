"""Starts the command line. It loads nothing itself, so that an interrupt while the rest is loaded ends the program as
one later does: with 130, without a word."""

import sys


def run() -> None:
    """Runs the command line and ends the process."""
    try:
        from tmtool.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    main.run()
