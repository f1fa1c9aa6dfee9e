"""Compares numbers, dates, references and symbols by what they say."""
