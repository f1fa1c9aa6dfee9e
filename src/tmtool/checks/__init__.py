"""Holds the quality checks of a translation: one module a check, found by `registry`."""
