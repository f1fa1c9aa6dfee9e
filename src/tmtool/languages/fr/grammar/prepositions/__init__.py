"""Tells which preposition a verb, a noun or an adjective goes with, and which words a set phrase has."""
