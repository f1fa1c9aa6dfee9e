"""Which segments of a translation belong to which segments of its source."""
