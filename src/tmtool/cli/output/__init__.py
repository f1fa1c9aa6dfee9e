"""Says how results are shown: on a screen, as JSON, as a page."""
