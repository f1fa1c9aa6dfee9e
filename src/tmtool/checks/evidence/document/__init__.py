"""Finds what a document says in several places, and where it says it otherwise."""
