"""Checks of meaning: negation, opposites, modality, quantity, direction."""
