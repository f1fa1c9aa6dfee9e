"""Finds what stands for something else: words exchanged, denials lost, times and modal verbs of another kind."""
