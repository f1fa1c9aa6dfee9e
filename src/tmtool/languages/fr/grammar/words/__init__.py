"""Reads the words of a French text with what the lexicon says of them, and what a word becomes beside another."""
