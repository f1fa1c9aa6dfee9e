"""Holds the checks of references to items, paragraphs, resolutions, and of document symbols."""
