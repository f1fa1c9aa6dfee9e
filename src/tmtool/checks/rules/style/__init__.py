"""Holds the checks of style: words that follow the other language instead of the sense."""
