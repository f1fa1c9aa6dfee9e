"""Checks of names: persons, States, cities, bodies, abbreviations."""
