"""Holds the checks of typography, against the habit of the document."""
