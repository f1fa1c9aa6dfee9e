"""Serves the tool by HTTP: a page for people, an interface for programs, and the protocols that their programs speak.

It needs the extra `serve`, and is loaded by `tmtool serve` only.
"""
