"""Says what the memory has for a text: exact and fuzzy lookup, context, ranking."""
