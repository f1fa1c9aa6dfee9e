"""Aligns the words of a source and its translation, and says which answer which."""
