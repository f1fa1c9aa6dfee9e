"""Tells which words of a text belong to another language, or to none."""
