"""Finds terms of the term base in running text, and proposes new ones."""
