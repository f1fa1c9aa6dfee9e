"""Checks of numbers, percentages and ordinals by their value."""
