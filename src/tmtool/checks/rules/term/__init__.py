"""Checks of terms against the term base."""
