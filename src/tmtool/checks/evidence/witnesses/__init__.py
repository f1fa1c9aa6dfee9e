"""Says what another part of the program knows of the words that a check has flagged (docs/decisions/0078)."""
