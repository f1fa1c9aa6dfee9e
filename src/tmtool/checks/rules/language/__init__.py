"""Checks of the language itself: is each segment translated, and into the right language?"""
