"""Holds the checks of names: persons, States, cities, bodies, abbreviations."""
