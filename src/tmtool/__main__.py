"""Runs the command line as ``python -m tmtool``."""

from tmtool.cli.main import run

run()
