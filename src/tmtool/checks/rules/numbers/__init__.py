"""Holds the checks of numbers, percentages and ordinals by their value."""
