"""Tells whether a person, a State or a city of the translation has another name than in its source."""
