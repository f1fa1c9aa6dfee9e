"""Finds what one side lacks: the evidence of the checks on completeness, and of those on words that were added."""
