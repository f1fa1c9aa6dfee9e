"""Holds the checks of units of time, measure and money."""
