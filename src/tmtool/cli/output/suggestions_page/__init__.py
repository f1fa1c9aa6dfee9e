"""Holds the page of suggestions, for a browser."""
