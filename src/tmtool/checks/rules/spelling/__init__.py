"""Checks of spelling, word by word."""
