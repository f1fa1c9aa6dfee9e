"""Checks of grammar: agreement, elision, contraction, mood."""
