"""Finds subjects: where a clause opens, what its verb must agree with, and when its number is beyond doubt."""
