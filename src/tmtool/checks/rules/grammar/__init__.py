"""Holds the checks of grammar: agreement, elision, contraction, mood."""
