"""Runs the command line as ``python -m tmtool``."""

from tmtool.cli.start import run

run()
