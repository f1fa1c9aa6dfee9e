"""Reads nouns: the groups that they stand at the head of, the chains that they form, and what changes with them."""
