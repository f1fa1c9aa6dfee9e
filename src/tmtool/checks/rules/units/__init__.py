"""Checks of units of time, measure and money."""
