"""Checks of dates and hours: are they those of the source, and of the calendar?"""
