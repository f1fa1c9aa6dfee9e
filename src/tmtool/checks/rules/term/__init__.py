"""Holds the checks of terms against the term base."""
