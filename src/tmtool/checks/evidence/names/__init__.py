"""Tells whether a person, a State, a city or a body has another name in the translation than in its source."""
