"""Pages that work offline: what all of them share."""
