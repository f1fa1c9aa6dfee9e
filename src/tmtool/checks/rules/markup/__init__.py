"""Holds the checks of what is copied or paired: addresses, brackets, list labels."""
