"""Shows the findings of a check on a page: one file that works offline in a browser."""
