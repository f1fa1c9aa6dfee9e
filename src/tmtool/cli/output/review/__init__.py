"""The page on which a person reviews an alignment: one file that works offline in a browser."""
