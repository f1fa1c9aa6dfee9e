"""Holds the checks of meaning: negation, opposites, modality, quantity, direction."""
