"""Holds the evidence that checks look at, a room a kind of checks; of what kind a text is, `register` tells all."""
