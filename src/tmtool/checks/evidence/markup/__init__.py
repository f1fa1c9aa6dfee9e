"""Finds what the marks of a text lack: brackets and quotation marks without a partner, labels that were lost."""
