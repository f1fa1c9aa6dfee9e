"""What another part of the program says of the words that a check has flagged (docs/decisions/0078)."""
