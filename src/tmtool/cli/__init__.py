"""Holds the command line: parses, calls one task, prints."""
