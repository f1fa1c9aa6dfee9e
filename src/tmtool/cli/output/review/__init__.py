"""Shows an alignment on a page on which a person reviews it: one file that works offline in a browser."""
