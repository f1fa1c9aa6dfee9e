"""Holds the checks of spelling, word by word."""
