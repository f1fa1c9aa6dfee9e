"""Checks of what stands twice."""
