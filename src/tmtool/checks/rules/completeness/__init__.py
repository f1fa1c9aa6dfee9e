"""Checks of completeness: does the translation say all that the source says, and nothing more?"""
