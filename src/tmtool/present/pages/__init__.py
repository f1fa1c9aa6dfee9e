"""Writes pages that work offline: holds what all of them share."""
