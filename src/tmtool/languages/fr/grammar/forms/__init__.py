"""Tells which form of a verb, or which of two words that sound alike, is possible in its place."""
