"""Judges what agrees with a noun beside it or before it: adjectives, participles, the pronouns that take it up."""
