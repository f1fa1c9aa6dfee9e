"""The page on which a person goes through the findings of a check: one file that works offline in a browser."""
