"""Checks of typography, against the habit of the document."""
