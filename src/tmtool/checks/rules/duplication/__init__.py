"""Holds the checks of what is written twice."""
