"""Writes the page on which a person takes or leaves the terms that are proposed."""
